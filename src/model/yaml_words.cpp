#include "model/yaml_words.hpp"

#include "model/lowering.hpp"

#include <algorithm>

namespace resumec::model {
namespace {

template <class Test>
bool any_field(std::string_view key, Test test) {
  auto const all = fields();
  return std::any_of(all.begin(), all.end(), [&](Field const& field) { return field.is_called(key) && test(field); });
}

}  // namespace

syntax::YamlWords yaml_words() {
  return {
      .is_top_field = [](std::string_view key) { return any_field(key, [](Field const& field) { return has(field.places, Where::Top); }); },
      .is_field = [](std::string_view key) { return any_field(key, [](Field const&) { return true; }); },
      .is_list = [](std::string_view key) { return any_field(key, [](Field const& field) { return field.type == FieldType::Points; }); },
      .names_section = [](std::string_view key) { return names_a_section(key); },
  };
}

}  // namespace resumec::model
