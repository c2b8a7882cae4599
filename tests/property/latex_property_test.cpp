// Properties of LaTeX output over random résumés: groups balance, no line is wide, every word that is shown stands in the file.
#include "resumec/emit.hpp"
#include "support/memory_files.hpp"
#include "support/tex_reader.hpp"
#include "unicode/unicode.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

namespace {

using namespace resumec;

/// A quoted YAML scalar of a marked word among what TeX would obey.
std::string value(std::vector<std::string>& words) {
  words.push_back("w" + std::to_string(words.size()) + "q");
  auto const trap = *rc::gen::element<std::string>("", "%", "{", "}", "}}", "$", "&", "#", "_", "\\", "\\end{resumesection}", "~", "^^5c",
                                                   "--", "[2]", "Ω", "≤", "а", "é");
  std::string text = *rc::gen::arbitrary<bool>() ? trap + " " + words.back() : words.back() + " " + trap + "x";
  std::string quoted;
  for (char const c : text) quoted += c == '\'' ? std::string{"''"} : std::string{c};
  return "'" + quoted + "'";
}

RC_GTEST_PROP(LatexProperty, GroupsBalanceAndNothingIsLost, ()) {
  std::vector<std::string> words;
  std::string yaml = "name: " + value(words) + "\nheadline: " + value(words) + "\nsections:\n";
  for (int sections = *rc::gen::inRange(1, 4); sections > 0; --sections) {
    yaml += "  " + value(words) + ":\n";
    for (int entries = *rc::gen::inRange(1, 5); entries > 0; --entries) {
      auto const key = *rc::gen::element<std::string>("role", "degree", "project", "award", "talk", "certificate");
      yaml += "    - " + key + ": " + value(words) + "\n";
      if (*rc::gen::arbitrary<bool>()) yaml += "      where: " + value(words) + "\n";
      if (*rc::gen::arbitrary<bool>()) yaml += "      text: " + value(words) + "\n";
      if (*rc::gen::arbitrary<bool>()) yaml += "      points: [" + value(words) + ", " + value(words) + "]\n";
      if (*rc::gen::arbitrary<bool>()) yaml += "      note: " + value(words) + "\n";
    }
  }
  auto files = resumec::testing::memory_files();
  files.files["cv.yaml"] = yaml;
  auto const world = memory_world(std::move(files));
  Engine engine;
  auto const document = compile(engine, *world, std::get<SourceId>(world->open("cv.yaml")));
  if (!document) RC_DISCARD("the source has errors");
  auto const tex = emit_latex(*document);
  RC_ASSERT(static_cast<bool>(tex));
  std::string_view const file = *tex;
  auto const start = file.find("\\begin{document}");
  RC_ASSERT(start != std::string::npos);
  std::string_view const content = file.substr(start);
  RC_ASSERT(resumec::testing::is_balanced(content));
  // Name and headline may stand in the settings.
  std::string_view const settings = file.substr(0, file.find("% ==== 2. Machinery"));
  if (auto const names = settings.find("\\newcommand{\\resumename}"); names != std::string_view::npos)
    RC_ASSERT(resumec::testing::is_balanced(settings.substr(names, settings.find("\n\n", names) - names)));
  for (std::size_t i = 0; i < words.size(); ++i) {
    RC_ASSERT(content.find(words[i]) != std::string_view::npos || (i < 2 && settings.find(words[i]) != std::string_view::npos));
  }
  for (std::size_t at = 0; at < file.size();) {
    auto const end = file.find('\n', at);
    RC_ASSERT(unicode::length(file.substr(at, end - at)) <= 100U);
    at = end + 1;
  }
}

}  // namespace
