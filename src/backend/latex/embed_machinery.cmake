# Writes a file of TeX as a C++ literal: cmake -DSOURCE=… -DOUTPUT=… -DFUNCTION=… -P embed_machinery.cmake
cmake_minimum_required(VERSION 3.25)
file(READ ${SOURCE} text)
string(FIND "${text}" ")tex\"" closing)
string(LENGTH "${text}" size)
# A compiler need not take more than 65,536 characters in one literal (C++20, annex B).
if(NOT closing EQUAL -1 OR size GREATER 65000)
  message(FATAL_ERROR "${SOURCE} is too long, or holds the end of a raw string literal: )tex\"")
endif()
set(code "// Written by src/backend/latex/embed_machinery.cmake.\n#include \"backend/latex/preamble.hpp\"\n\n")
string(APPEND code "namespace resumec::backend::latex {\n\nstd::string_view ${FUNCTION}() {\n  return R\"tex(${text})tex\";\n}\n\n")
string(APPEND code "}  // namespace resumec::backend::latex\n")
file(WRITE ${OUTPUT} "${code}")
