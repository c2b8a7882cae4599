# libharu ships neither a pkg-config file nor a CMake package. Defines HPDF::HPDF.
find_path(HPDF_INCLUDE_DIR hpdf_objects.h)
find_library(HPDF_LIBRARY NAMES hpdf)
if(HPDF_INCLUDE_DIR AND EXISTS ${HPDF_INCLUDE_DIR}/hpdf_version.h)
  file(STRINGS ${HPDF_INCLUDE_DIR}/hpdf_version.h line REGEX "HPDF_VERSION_TEXT")
  string(REGEX MATCH "[0-9]+\\.[0-9]+\\.[0-9]+" HPDF_VERSION "${line}")
endif()
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(HPDF REQUIRED_VARS HPDF_LIBRARY HPDF_INCLUDE_DIR VERSION_VAR HPDF_VERSION)
if(HPDF_FOUND AND NOT TARGET HPDF::HPDF)
  add_library(HPDF::HPDF UNKNOWN IMPORTED)
  set_target_properties(HPDF::HPDF PROPERTIES IMPORTED_LOCATION ${HPDF_LIBRARY}
    INTERFACE_INCLUDE_DIRECTORIES ${HPDF_INCLUDE_DIR} INTERFACE_SYSTEM_INCLUDE_DIRECTORIES ${HPDF_INCLUDE_DIR})
endif()
