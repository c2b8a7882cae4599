# One static library a module of src/, named resumec_<module>; folders are stages (src/LAYERS.txt).
#
#   resumec_module(model SOURCES lower.cpp … DEPENDS syntax locale unicode LIBRARIES fmt::fmt)
#
# DEPENDS names modules, LIBRARIES third-party targets. A module without SOURCES is header-only.
function(resumec_module name)
  cmake_parse_arguments(arg "" "" "SOURCES;DEPENDS;LIBRARIES" ${ARGN})
  list(TRANSFORM arg_DEPENDS PREPEND resumec_)
  if(arg_SOURCES)
    add_library(resumec_${name} STATIC ${arg_SOURCES})
    target_link_libraries(resumec_${name} PUBLIC ${arg_DEPENDS} PRIVATE ${arg_LIBRARIES} resumec_warnings)
    target_include_directories(resumec_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/include)
    resumec_precompile(resumec_${name} std)
  else()
    add_library(resumec_${name} INTERFACE)
    target_link_libraries(resumec_${name} INTERFACE ${arg_DEPENDS})
    target_include_directories(resumec_${name} INTERFACE ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/include)
  endif()
endfunction()

add_library(resumec_warnings INTERFACE)
target_compile_options(resumec_warnings INTERFACE -Wall -Wextra -Wconversion -Wshadow -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # GCC bugs 105651 and 105329: g++ 12 sees overlapping and endless copies in `"literal" + std::string` and `string = "literal"` at -O2 and
  # above, in some sources and, with precompiled headers, in others. What there is of it in earnest, the sanitizers find.
  target_compile_options(resumec_warnings INTERFACE -Wno-restrict -Wno-stringop-overflow -Wno-array-bounds)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL Clang)
  # libstdc++ 12's own std::stable_sort uses std::get_temporary_buffer, which C++17 deprecates and clang 19 reports at the caller.
  target_compile_options(resumec_warnings INTERFACE -Wno-deprecated-declarations)
endif()
