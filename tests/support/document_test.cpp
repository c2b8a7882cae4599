#include "support/document_test.hpp"

#include "resumec/emit.hpp"
#include "resumec/render.hpp"
#include "resumec/tools.hpp"
#include "resumec/worlds.hpp"
#include "support/memory_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <sstream>

namespace resumec::testing {

namespace {

std::string_view next_line(std::string_view& rest) {
  auto const end = rest.find('\n');
  auto const line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return line;
}

std::vector<std::string> words(std::string_view text) {
  std::istringstream stream{std::string{text}};
  return {std::istream_iterator<std::string>{stream}, {}};
}

/// `\xHH` → the byte, in fences marked `escaped`; `\\` → a backslash.
std::string unescape(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned value = 0;
    if (text.substr(i, 2) == "\\x" && i + 4 <= text.size() &&
        std::from_chars(text.data() + i + 2, text.data() + i + 4, value, 16).ec == std::errc{}) {
      result += static_cast<char>(value);
      i += 3;
    } else if (text.substr(i, 2) == "\\\\") {
      result += '\\';
      ++i;
    } else {
      result += text[i];
    }
  }
  return result;
}

/// `build` options in a fence, one a line: `--set layout.accent=#333`, `--strict`.
CompileOptions read_options(std::string_view text) {
  CompileOptions options;
  while (!text.empty()) {
    auto const line = next_line(text);
    auto const blank = line.find(' ');
    auto const name = line.substr(0, blank);
    std::string const value{blank == std::string_view::npos ? std::string_view{} : line.substr(blank + 1)};
    if (name == "--layout") options.layout = value;
    if (name == "--lang") options.lang = value;
    if (name == "--variant") options.variant = value;
    if (name == "--strict") options.strictness = Strictness::Strict;
    if (name == "--no-fix-encoding") options.fix_encoding = false;
    if (name == "--lenient") options.strictness = Strictness::Lenient;
    if (name == "--set") options.settings.push_back({value.substr(0, value.find('=')), value.substr(value.find('=') + 1)});
  }
  return options;
}

bool is_file(std::vector<std::string> const& info) {
  constexpr std::string_view syntaxes[] = {"yaml", "json", "markdown", "bibtex", "xml", "text"};
  bool const known = !info.empty() && std::find(std::begin(syntaxes), std::end(syntaxes), info[0]) != std::end(syntaxes);
  return known && info.size() >= 2 && info.back().find('.') != std::string::npos;
}

/// The content of the LaTeX file, and what the backend has to say about it.
template <class Render>
std::string latex_content(Document const& document, Render const& short_form) {
  constexpr std::string_view begin = "\\begin{document}\n", end = "\\end{document}\n";
  auto const file = emit_latex(document);
  auto const from = file->find(begin) + begin.size();
  return file->substr(from, file->rfind(end) - from) + short_form(file.diagnostics);
}

}  // namespace

std::vector<DocumentTest> parse_document_tests(std::string_view markdown) {
  std::vector<DocumentTest> tests;
  std::string_view rest = markdown;
  while (!rest.empty()) {
    auto const line = next_line(rest);
    if (line.starts_with("#")) {
      auto const text = line.find_first_not_of("# ");
      tests.push_back({std::string{text == std::string_view::npos ? "" : line.substr(text)}, {}});
      continue;
    }
    auto const ticks = std::min(line.find_first_not_of('`'), line.size());
    if (ticks < 3) continue;
    if (tests.empty()) tests.push_back({"untitled", {}});
    Fence fence{std::string{line.substr(ticks)}, {}, static_cast<std::size_t>(rest.data() - markdown.data()), 0};
    fence.end = fence.begin;
    while (!rest.empty()) {
      auto const start = static_cast<std::size_t>(rest.data() - markdown.data());
      auto const content = next_line(rest);
      if (content == line.substr(0, ticks)) break;
      fence.end = start + content.size() + 1;
    }
    fence.content = markdown.substr(fence.begin, fence.end - fence.begin);
    tests.back().fences.push_back(std::move(fence));
  }
  return tests;
}

std::vector<Expectation> run_document_test(DocumentTest const& test) {
  auto files = memory_files();
  std::string main;
  CompileOptions options;
  bool wants_diagnostics = false;
  for (auto const& fence : test.fences) {
    auto const info = words(fence.info);
    if (is_file(info)) {
      bool const escaped = std::find(info.begin(), info.end(), "escaped") != info.end();
      if (main.empty()) main = info.back();
      auto& place = info.back().starts_with("fonts/") ? files.user_fonts : files.files;
      place[info.back()] = escaped ? unescape(fence.content) : fence.content;
    } else if (fence.info == "options") {
      options = read_options(fence.content);
    }
    wants_diagnostics |= fence.info == "diagnostics" || fence.info == "human";
  }
  if (main.empty()) return {};

  auto const world = memory_world(std::move(files));
  auto opened = world->open(main);
  auto const source = std::get<SourceId>(opened);
  Engine engine;
  auto const short_form = [&](Diagnostics const& diagnostics) {
    return render(diagnostics, *world, {DiagnosticFormat::Short, false, true});
  };

  std::vector<Expectation> expectations;
  auto const document = compile(engine, *world, source, options);
  for (auto const& fence : test.fences) {
    auto const info = words(fence.info);
    if (info.empty() || is_file(info) || info[0] == "options" || info[0] == "console") continue;
    if (info[0] == "diagnostics") {
      expectations.push_back({&fence, short_form(document.diagnostics)});
    } else if (info[0] == "human") {
      expectations.push_back({&fence, render(document.diagnostics, *world, {DiagnosticFormat::Human, false, true})});
    } else if (info[0] == "text") {
      expectations.push_back({&fence, document ? *emit_text(*document) : std::string{"(no document)\n"}});
    } else if (info[0] == "latex") {
      expectations.push_back({&fence, document ? latex_content(*document, short_form) : std::string{"(no document)\n"}});
    } else if (auto const stage = stage_named(info[0])) {
      auto const value = dump(engine, *world, source, *stage, options);
      expectations.push_back({&fence, value ? *value : std::string{"(no value)\n"}});
    }
  }
  if (!wants_diagnostics && !document.diagnostics.empty()) expectations.push_back({nullptr, short_form(document.diagnostics)});
  return expectations;
}

}  // namespace resumec::testing
