#include "cli/arguments.hpp"

#include "base/suggest.hpp"
#include "resumec/outputs.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <functional>

namespace resumec::cli {

using driver::Arity;
using driver::Option;
using driver::OptionRow;
using driver::Status;
using driver::Verb;
using driver::VerbRow;

std::string_view Arguments::one(Option option) const {
  auto const found = values.find(option);
  return found == values.end() || found->second.empty() ? std::string_view{} : found->second.back();
}

std::vector<std::string> const& Arguments::many(Option option) const {
  static std::vector<std::string> const none;
  auto const found = values.find(option);
  return found == values.end() ? none : found->second;
}

std::string_view advice_on_format(std::string_view name) {
  constexpr std::string_view not_written[] = {"docx", "doc", "odt", "rtf", "html", "htm", "md", "markdown"};
  bool const known = std::find(std::begin(not_written), std::end(not_written), name) != std::end(not_written);
  return known ? "forms and word processors take the words of `--to text`" : "";
}

namespace {

VerbRow const* find_verb(std::string_view name) {
  for (auto const& row : driver::verbs()) {
    if (row.name == name) return &row;
  }
  return nullptr;
}

std::string unknown_verb(std::string_view word) {
  // What other programs call it.
  constexpr std::pair<std::string_view, std::string_view> elsewhere[] = {{"init", "new"},      {"create", "new"}, {"render", "build"},
                                                                         {"compile", "build"}, {"make", "build"}, {"lint", "check"},
                                                                         {"validate", "check"}, {"convert", "import"},
                                                                         {"format", "fmt"}};
  for (auto const& [theirs, ours] : elsewhere)
    if (word == theirs) return fmt::format("unknown command `{}`; did you mean `resumec {}`?", word, ours);
  std::vector<std::string_view> known;
  for (auto const& row : driver::verbs()) {
    if (row.status == Status::Ready) known.push_back(row.name);
  }
  if (auto const near = base::nearest(word, known)) return fmt::format("unknown command `{}`; did you mean `resumec {}`?", word, *near);
  if (word.find('.') != std::string_view::npos) return fmt::format("`{0}` is no command; did you mean `resumec build {0}`?", word);
  return fmt::format("unknown command `{}`; `resumec help` lists them", word);
}

/// What people type who know other programs, and what it is called here.
std::string known_elsewhere(std::string_view name) {
  for (auto const& format : output_formats) {
    if (name.substr(2) == format.name || name.substr(2) == format.ending.substr(1)) return fmt::format("`--to {}`", format.name);
  }
  if (name == "--format") return "`--to`, such as `--to latex`";
  if (name == "--out") return "`--output`";
  if (name == "--one-page") return "`--pages 1`";
  if (name == "--theme" || name == "--template") return "`--layout`";
  for (std::string_view option : {"--font", "--font-size", "--paper", "--margins", "--accent"})
    if (name == option) return fmt::format("`--set layout.{}=…`", name.substr(2));
  if (name.starts_with("--layout.")) return fmt::format("`--set {}=…`", name.substr(2));
  return {};
}

std::string unknown_option(std::string_view word, Verb verb) {
  auto const name = word.substr(0, word.find('='));
  bool const makes_sources = verb == Verb::New || verb == Verb::Import;
  if (makes_sources && (name == "--force" || name == "-f" || name == "--overwrite"))
    return fmt::format("unknown option `{}`; `resumec {}` overwrites no file: delete it first, or name another one", name,
                       driver::verbs()[static_cast<std::size_t>(verb)].name);
  if (auto const meant = name.starts_with("--") ? known_elsewhere(name) : "";
      !meant.empty() && (verb == Verb::Build || verb == Verb::Watch))
    return fmt::format("unknown option `{}`; did you mean {}?", name, meant);
  std::vector<std::string_view> known;
  for (auto const& row : driver::options()) {
    bool const named = row.long_name() == name || row.name.substr(0, row.name.find(',')) == name;
    if (named && row.status == Status::Later) return fmt::format("`{}` is not built yet", name);
    if (named) return fmt::format("`{}` does not go with `resumec {}`", name, driver::verbs()[static_cast<std::size_t>(verb)].name);
    if (row.status == Status::Ready && row.belongs_to(verb)) known.push_back(row.long_name());
  }
  if (auto const near = base::nearest(name, known)) return fmt::format("unknown option `{}`; did you mean `{}`?", name, *near);
  return fmt::format("unknown option `{}`; `resumec help {}` lists them", name, driver::verbs()[static_cast<std::size_t>(verb)].name);
}

/// Adds the verb's options to a CLI11 parser that writes into `values`.
void declare(CLI::App& app, Verb verb, std::map<Option, std::vector<std::string>>& values) {
  for (auto const& row : driver::options()) {
    if (!row.belongs_to(verb) || row.status == Status::Later) continue;
    std::string const name{row.name};
    if (row.arity == Arity::Flag) {
      app.add_flag_callback(name, [&values, option = row.option] { values[option]; });
      continue;
    }
    app.add_option_function<std::vector<std::string>>(
           name, [&values, option = row.option](std::vector<std::string> const& given) { values[option] = given; })
        ->expected(1)
        ->take_all()
        ->allow_extra_args(false);
  }
}

/// What CLI11 objects to, in our words.
std::string explain(CLI::ParseError const& error, Verb verb) {
  if (auto const* missing = dynamic_cast<CLI::ArgumentMismatch const*>(&error)) {
    std::string_view const text{missing->what()};
    return fmt::format("`{}` needs a value", text.substr(0, text.find(':')));
  }
  return fmt::format("{}; `resumec help {}` shows the usage", error.what(), driver::verbs()[static_cast<std::size_t>(verb)].name);
}

/// `--to tex` is `--to latex`: a format may be called by its ending.
void name_format_by_ending(Arguments& arguments) {
  auto const given = arguments.values.find(Option::To);
  if (given == arguments.values.end()) return;
  for (auto& value : given->second) {
    for (auto const& format : output_formats) {
      if (value == format.ending.substr(1)) value = format.name;
    }
  }
}

/// What is wrong with the value of an option whose values the table lists.
std::optional<std::string> check_choice(Arguments const& arguments, OptionRow const& row) {
  auto const choices = driver::choices(row);
  if (choices.empty()) return std::nullopt;
  for (auto const& value : arguments.many(row.option)) {
    if (std::find(choices.begin(), choices.end(), value) != choices.end()) continue;
    if (auto const near = base::nearest(value, choices)) return fmt::format("`{} {}`: did you mean `{}`?", row.long_name(), value, *near);
    auto const advice = row.option == Option::To ? advice_on_format(value) : std::string_view{};
    return fmt::format("`{} {}`: it is one of {}{}", row.long_name(), value, fmt::join(choices, ", "),
                       advice.empty() ? "" : fmt::format("; {}", advice));
  }
  return std::nullopt;
}

}  // namespace

Parsed parse(int argc, char const* const* argv) {
  Parsed parsed;
  auto& arguments = parsed.arguments;
  std::string_view const word = argc > 1 ? argv[1] : "help";
  if (word == "--version" || word == "-V") return arguments.wants_version = true, parsed;
  if (word == "--help" || word == "-h") {  // as `resumec help`
    arguments.operands.assign(argv + 2, argv + argc);
    return parsed;
  }
  auto const* verb = find_verb(word);
  if (!verb || verb->status == Status::Later) {
    parsed.error = verb ? fmt::format("`resumec {}` is not built yet", word) : unknown_verb(word);
    return parsed;
  }
  arguments.verb = verb->verb;
  if (verb->verb == Verb::Complete) {  // its operands are a call
    arguments.operands.assign(argv + 2, argv + argc);
    return parsed;
  }

  CLI::App app;
  app.set_help_flag();
  app.add_flag_callback("-h,--help", [&] { arguments.wants_help = true; });
  app.allow_extras();
  declare(app, verb->verb, arguments.values);
  try {
    std::vector<std::string> rest(argv + std::min(argc, 2), argv + argc);
    std::reverse(rest.begin(), rest.end());  // CLI11 takes them from the back
    app.parse(rest);
  } catch (CLI::ParseError const& error) {
    parsed.error = explain(error, verb->verb);
    return parsed;
  }
  for (auto const& extra : app.remaining()) {
    if (extra.size() > 1 && extra.front() == '-') {
      parsed.error = unknown_option(extra, verb->verb);
      return parsed;
    }
    arguments.operands.push_back(extra);
  }
  name_format_by_ending(arguments);
  for (auto const& row : driver::options()) {
    if (!parsed.error) parsed.error = check_choice(arguments, row);
  }
  if (!parsed.error && arguments.has(Option::Strict) && arguments.has(Option::Lenient))
    parsed.error = "`--strict` and `--lenient` exclude each other";
  return parsed;
}

namespace {

/// Where the help of a row starts; a longer row has it on the next line.
constexpr std::size_t column = 28;

std::string option_lines(auto&& wanted) {
  std::string text;
  for (auto const& row : driver::options()) {
    if (row.status == Status::Later || !wanted(row)) continue;
    auto name = std::string{row.name};
    if (auto const comma = name.find(','); comma != std::string::npos)
      name.insert(comma + 1, " ");
    else
      name = "    " + name;
    if (!row.placeholder.empty()) name += fmt::format(" {}", row.placeholder);
    if (name.size() > column) name += fmt::format("\n  {:{}}", "", column);
    text += fmt::format("  {:<{}} {}\n", name, column, row.help);
  }
  return text;
}

}  // namespace

std::string help() {
  std::string text = "resumec compiles a résumé from one structured source.\n\nusage: resumec VERB …\n\n";
  for (auto const& row : driver::verbs()) {
    if (row.status == Status::Ready) text += fmt::format("  {:<28} {}\n", fmt::format("{} {}", row.name, row.operands), row.help);
  }
  text += "\noptions of every verb:\n" + option_lines(std::mem_fn(&OptionRow::global));
  text += "  -h, --help                   help for the verb\n      --version                version, libraries and fonts\n";
  text += "\nstart: resumec new resume.yaml, edit it, resumec build resume.yaml\n";
  text += "every field there is: resumec new all.yaml --example every-kind; how to use them: docs/guide\n";
  return text;
}

std::string help(Verb verb) {
  auto const& row = driver::verbs()[static_cast<std::size_t>(verb)];
  auto text = fmt::format("usage: resumec {} {}\n\n{}\n", row.name, row.operands, row.help);
  auto const own = option_lines([verb](OptionRow const& option) { return option.belongs_to(verb) && !option.global(); });
  if (!own.empty()) text += "\noptions:\n" + own;
  text += "\noptions of every verb:\n" + option_lines(std::mem_fn(&OptionRow::global));
  return text;
}

}  // namespace resumec::cli
