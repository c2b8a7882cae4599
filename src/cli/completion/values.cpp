#include "cli/completion/values.hpp"

#include "cli/commands.hpp"
#include "resumec/render.hpp"
#include "resumec/tools.hpp"

#include <algorithm>
#include <functional>

namespace resumec::cli {

using driver::Status;

Values values_of(std::string_view placeholder) {
  Values values;
  auto const add = [&values](auto const& words) { values.words.insert(values.words.end(), words.begin(), words.end()); };
  for (auto const word : driver::alternatives(placeholder)) {
    if (driver::is_literal(word)) values.words.push_back(word);
    if (word == "LAYOUT") add(layout_names());
    if (word == "KIND") add(diagnostic_kinds());
    if (word == "EXAMPLE") add(example_names());
    if (word == "VERB") {
      for (auto const& verb : ready_verbs()) values.words.push_back(verb.name);
    }
    if (word == "VARIANT") values.variants = true;
    if (word == "SOURCE") values.files = Files::Sources;
    if (word == "FILE" || word == "PATH") values.files = Files::Any;
    if (word == "DIR") values.files = Files::Folders;
  }
  return values;
}

std::vector<std::string_view> operands_of(driver::VerbRow const& verb) {
  std::vector<std::string_view> operands;
  auto rest = verb.operands;
  while (!rest.empty()) {
    auto const end = std::min(rest.find_first_of("[] "), rest.size());
    if (end > 0) operands.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return operands;
}

std::vector<driver::VerbRow> ready_verbs() {
  std::vector<driver::VerbRow> rows;
  std::copy_if(driver::verbs().begin(), driver::verbs().end(), std::back_inserter(rows),
               [](auto const& row) { return row.status == Status::Ready; });
  return rows;
}

std::vector<driver::OptionRow> ready_options(driver::Verb verb) {
  std::vector<driver::OptionRow> rows;
  std::copy_if(driver::options().begin(), driver::options().end(), std::back_inserter(rows),
               [verb](auto const& row) { return row.status == Status::Ready && row.belongs_to(verb); });
  return rows;
}

}  // namespace resumec::cli
