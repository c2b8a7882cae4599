# Writes OUTPUT with the digest of all sources below SOURCES: cmake -D SOURCES=… -D OUTPUT=… -P SourceDigest.cmake
file(GLOB_RECURSE files RELATIVE ${SOURCES} ${SOURCES}/*.cpp ${SOURCES}/*.hpp ${SOURCES}/*.def
  ${SOURCES}/*.tex)
list(SORT files)
set(digests "")
foreach(file IN LISTS files)
  if(NOT file MATCHES "^cli/")
    file(SHA256 ${SOURCES}/${file} digest)
    string(APPEND digests "${file} ${digest}\n")
  endif()
endforeach()
string(SHA256 digest "${digests}")
file(CONFIGURE OUTPUT ${OUTPUT} CONTENT "#define RESUMEC_SOURCES \"${digest}\"\n" @ONLY)
