// The manual page, as `troff -man` reads it, from the option table.
#include "cli/manual.hpp"

#include "driver/options.hpp"
#include "resumec/version.hpp"

#include <fmt/format.h>

#include <utility>

namespace resumec::cli {

namespace {

using driver::Status;

/// Text for troff: nothing in it is a command, and what stands in backticks is bold.
std::string troff(std::string_view text) {
  std::string result;
  bool bold = false;
  if (text.starts_with('.') || text.starts_with('\'')) result += "\\&";
  for (char const c : text) {
    if (c == '`') {
      bold = !bold;
      result += bold ? "\\fB" : "\\fR";
    } else if (c == '\\') {
      result += "\\e";
    } else if (c == '-') {
      result += "\\-";
    } else {
      result += c;
    }
  }
  return result;
}

/// Lines of at most 78 columns: troff fills them anew.
std::string folded(std::string text) {
  std::size_t start = 0, blank = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at - start >= 78 && blank > start) {
      text[blank] = '\n';
      start = blank + 1;
    }
    if (text[at] == ' ') blank = at;
  }
  return text;
}

std::string bold(std::string_view text) { return fmt::format("\\fB{}\\fR", troff(text)); }
std::string italic(std::string_view text) { return fmt::format("\\fI{}\\fR", troff(text)); }
std::string item(std::string_view tag, std::string text) { return fmt::format(".TP\n{}\n{}\n", tag, folded(std::move(text))); }

/// Values as they stand are bold, the names of others italic.
std::string placeholder(std::string_view text) {
  std::string result;
  for (auto const alternative : driver::alternatives(text))
    result += (result.empty() ? "" : "|") + (driver::is_literal(alternative) ? bold(alternative) : italic(alternative));
  return result;
}

std::string option_tag(driver::OptionRow const& option) {
  std::string tag;
  if (!option.short_name().empty()) tag = bold(option.short_name()) + ", ";
  tag += bold(option.long_name());
  if (!option.placeholder.empty()) tag += " " + placeholder(option.placeholder);
  return tag;
}

/// `build, check`
std::string verb_list(driver::OptionRow const& option) {
  std::string list;
  for (auto const& verb : driver::verbs()) {
    if (verb.status == Status::Ready && option.belongs_to(verb.verb)) list += fmt::format("{}{}", list.empty() ? "" : ", ", verb.name);
  }
  return list;
}

constexpr std::string_view head = R"(.TH RESUMEC 1 ")" RESUMEC_VERSION_DATE R"(" "resumec )" RESUMEC_VERSION R"(" "User Commands"
.SH NAME
resumec \- résumé compiler
.SH SYNOPSIS
.B resumec
.I verb
.RI [ operand ...]
.RI [ option ...]
.SH DESCRIPTION
Compiles one structured source of a career
into the résumé that one sends.
Without
.IR SOURCE ,
the only one of
.IR resume.yaml ,
.IR resume.yml ,
.IR resume.json ,
.I resume.md
and
.I *.resume.yaml
in the folder is taken.
Diagnostics are printed to standard error,
results to standard output or to files.
A file appears whole or not at all.
)";

constexpr std::string_view foot = R"(.SH ENVIRONMENT
.TP
.B SOURCE_DATE_EPOCH
Date of the output, in seconds since 1970, where the source has none.
.TP
.B NO_COLOR
No colours in messages, unless
.B \-\-color always
is given.
.SH EXAMPLES
.nf
resumec new resume.yaml
resumec build resume.yaml
resumec build resume.yaml \-\-to text \-o \-
.fi
)";

}  // namespace

std::string manual() {
  std::string text{head};
  text += ".SH VERBS\n";
  for (auto const& verb : driver::verbs()) {
    if (verb.status == Status::Ready)
      text += item(fmt::format("{}{}{}", bold(verb.name), verb.operands.empty() ? "" : " ", italic(verb.operands)), troff(verb.help));
  }
  text += ".SH OPTIONS\nThe verbs that an option goes with stand in parentheses;\nwithout them it goes with all.\n";
  for (auto const& option : driver::options()) {
    if (option.status == Status::Later) continue;
    auto const verbs = option.global() ? "" : fmt::format(" ({})", verb_list(option));
    text += item(option_tag(option), troff(option.help) + verbs);
  }
  text += item(bold("-h") + ", " + bold("--help"), "help for the verb");
  text += item(bold("--version"), "version, libraries and fonts, without a verb");
  text += ".SH EXIT STATUS\n";
  for (auto const& row : driver::exits()) text += item(bold(fmt::format("{}", static_cast<int>(row.exit))), troff(row.when));
  return text.append(foot);
}

}  // namespace resumec::cli
