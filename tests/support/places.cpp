#include "support/places.hpp"

namespace resumec::places {

std::string source(std::string_view path) { return std::string{RESUMEC_SOURCE_DIR "/"}.append(path); }

std::string built(std::string_view path) { return std::string{RESUMEC_BINARY_DIR "/"}.append(path); }

}  // namespace resumec::places
