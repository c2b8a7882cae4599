# Precompiled headers: the standard library's commonest headers, and for test programs GoogleTest with them, are read once a build and not
# once a source. Never a header of ours: a change in one would compile everything anew.
#
#   resumec_precompile(<target> std|gtest)
#
# A source must still include what it uses. The presets tidy, fuzz and bench therefore build without (CMAKE_DISABLE_PRECOMPILE_HEADERS),
# as does the test house.headers, and so find an include that is missing.
set(resumec_std_headers <algorithm> <cstdint> <map> <memory> <optional> <set> <span> <string> <string_view> <utility> <variant> <vector>)

# Every user of a precompiled header must have its flags and its definitions; hence one for each kind of target, made where its users are.
function(resumec_precompiled_header name)
  cmake_parse_arguments(arg "" "" "HEADERS;LIBRARIES" ${ARGN})
  set(source ${CMAKE_CURRENT_BINARY_DIR}/precompiled_${name}.cpp)
  file(CONFIGURE OUTPUT ${source} CONTENT "" @ONLY)
  add_library(resumec_precompiled_${name} OBJECT ${source})
  target_link_libraries(resumec_precompiled_${name} PRIVATE ${arg_LIBRARIES} resumec_warnings)
  target_precompile_headers(resumec_precompiled_${name} PRIVATE ${arg_HEADERS})
endfunction()

function(resumec_precompile target name)
  target_precompile_headers(${target} REUSE_FROM resumec_precompiled_${name})
endfunction()

if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND NOT CMAKE_DISABLE_PRECOMPILE_HEADERS)
  # ccache asks for it: the preprocessed text names the precompiled header instead of repeating it.
  add_compile_options(-fpch-preprocess)
endif()
