// Properties of the whole compiler over random résumés: what is shown is printed once, in order, on the page; what is hidden is not; the
// same source gives the same bytes.
#include "resumec/emit.hpp"
#include "resumec/render.hpp"
#include "resumec/tools.hpp"
#include "support/memory_files.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <ostream>
#include <string>
#include <vector>

namespace {

using namespace resumec;

/// A random source, with the words that must and must not be printed. Every word is used once.
struct Sample {
  std::string yaml;
  std::vector<std::string> shown, hidden;
};

void showValue(Sample const& sample, std::ostream& stream) { stream << sample.yaml; }

class Writer {
 public:
  Sample sample;

  Writer() {
    sample.yaml = "name: Namewordx Surnamewordx\n";
    sample.shown = {"Namewordx", "Surnamewordx"};
  }

  std::string word(bool hide) {
    auto text = "w" + std::to_string(next_++) + *rc::gen::element<std::string>("", "é", "fi", "ß", "Ω", "ж", "long-long-long", "o'clock");
    auto const key = "w" + std::to_string(next_ - 1);
    (hide ? sample.hidden : sample.shown).push_back(key);
    return text + "q" + std::to_string(next_ - 1);
  }

  std::string words(bool hide) {
    std::string text;
    for (int i = *rc::gen::inRange(1, 12); i > 0; --i) {
      auto const form = *rc::gen::inRange(0, 8);
      auto const one = word(hide);
      text += form == 0 ? "**" + one + "** " : form == 1 ? "*" + one + "* " : form == 2 ? "[" + one + "](https://l.example) " : one + " ";
    }
    text.pop_back();
    return "\"" + text + "\"";
  }

  /// True if the entry is shown.
  bool entry(bool hidden_section) {
    bool const hide = *rc::gen::inRange(0, 6) == 0;
    bool const out = hide || hidden_section;
    auto const kind = *rc::gen::element<std::string>("position", "education", "project", "award", "talk", "certificate");
    std::map<std::string, std::string> const title_key{{"position", "role"}, {"education", "degree"}, {"project", "title"},
                                                       {"award", "award"},   {"talk", "talk"},        {"certificate", "certificate"}};
    sample.yaml += "    - " + title_key.at(kind) + ": " + words(out) + "\n";
    if (hide) sample.yaml += "      hide: true\n";
    if (*rc::gen::arbitrary<bool>())
      sample.yaml += std::string{"      "} + (kind == "award" || kind == "certificate" ? "by: " : "at: ") + words(out) + "\n";
    if (*rc::gen::arbitrary<bool>()) sample.yaml += "      where: " + words(out) + "\n";
    if (*rc::gen::arbitrary<bool>()) sample.yaml += "      when: 2019-05 – 2021-11\n";
    if (*rc::gen::arbitrary<bool>()) sample.yaml += "      text: " + words(out) + "\n";
    if (*rc::gen::arbitrary<bool>()) {
      sample.yaml += "      points:\n";
      for (int i = *rc::gen::inRange(1, 5); i > 0; --i) sample.yaml += "        - " + words(out) + "\n";
    }
    return !out;
  }

  void section() {
    bool const hide = *rc::gen::inRange(0, 8) == 0;
    auto const title = word(hide);
    sample.yaml += "  \"" + title + "\":\n    hide: " + (hide ? "true" : "false") + "\n    entries:\n";
    bool shown = false;
    for (int i = *rc::gen::inRange(1, 5); i > 0; --i) shown |= entry(hide);
    if (shown || hide) return;
    // A section of which nothing is left is not printed either.
    auto const key = title.substr(0, 5);
    std::erase(sample.shown, key);
    sample.hidden.push_back(key);
  }

 private:
  int next_ = 1000;  // four digits each, so that no word starts another
};

rc::Gen<Sample> samples() {
  return rc::gen::exec([] {
    Writer writer;
    writer.sample.yaml += "sections:\n";
    for (int i = *rc::gen::inRange(1, 5); i > 0; --i) writer.section();
    return writer.sample;
  });
}

std::size_t count(std::string const& text, std::string const& needle) {
  std::size_t found = 0;
  for (auto at = text.find(needle); at != std::string::npos; at = text.find(needle, at + 1)) ++found;
  return found;
}

struct Compiled {
  std::string text, findings, pdf;
};

Compiled run(std::string const& yaml) {
  auto files = resumec::testing::memory_files();
  files.files["cv.yaml"] = yaml;
  auto const world = memory_world(std::move(files));
  Engine engine;
  auto const source = std::get<SourceId>(world->open("cv.yaml"));
  auto const document = compile(engine, *world, source);
  Compiled result;
  result.findings = render(document.diagnostics, *world, {DiagnosticFormat::Short, false, true});
  if (!document) return result;
  auto const dumped = dump(engine, *world, source, Stage::Text);
  result.text = dumped ? dumped->substr(0, dumped->find('\f')) : "";
  result.pdf = *emit_pdf(*document);
  return result;
}

RC_GTEST_PROP(Compile, PrintsEveryShownWordOnceAndNoHiddenOne, ()) {
  auto const sample = *samples();
  auto const compiled = run(sample.yaml);
  RC_LOG() << sample.yaml << compiled.findings << compiled.text;
  RC_ASSERT(!compiled.pdf.empty());
  for (auto const& word : sample.hidden) RC_ASSERT(count(compiled.text, word) == 0U);
  for (auto const& word : sample.shown) RC_ASSERT(count(compiled.text, word) == 1U);
}

RC_GTEST_PROP(Compile, GivesTheSameBytesTwice, ()) {
  auto const sample = *samples();
  RC_ASSERT(run(sample.yaml).pdf == run(sample.yaml).pdf);
}

}  // namespace
