#include "model/languages.hpp"

#include "base/suggest.hpp"
#include "diag/report.hpp"
#include "locale/locale.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace resumec::model {
namespace {

/// The tag that is meant by a language's name, in its own language or in English (`deutsch`, `German`), or by `en_GB` or `deu`.
std::optional<std::string> meant_tag(std::string_view word) {
  std::string tag{word};
  std::replace(tag.begin(), tag.end(), '_', '-');
  if (tag != word && is_language_tag(tag) && locale::has(tag)) return tag;
  std::vector<std::string> names;
  std::vector<std::string_view> tags;
  for (locale::Locale const& table : locale::all()) {
    if (table.tag.find('-') != std::string_view::npos) continue;
    for (std::string_view in : {table.tag, std::string_view{"en"}}) {
      names.push_back(unicode::to_lower(unicode::language_name(table.tag, in), "en"));
      tags.push_back(table.tag);
    }
    if (unicode::long_language_code(table.tag) == word) return std::string{table.tag};
  }
  std::vector<std::string_view> const known(names.begin(), names.end());
  auto const near = base::nearest(unicode::to_lower(word, "en"), known);
  if (!near) return std::nullopt;
  return std::string{tags[static_cast<std::size_t>(std::find(known.begin(), known.end(), *near) - known.begin())]};
}

void suggest(diag::Report report, std::string_view word, Span span, std::string const& otherwise) {
  auto const meant = meant_tag(word);
  report.hint(meant ? diag::did_you_mean(*meant) : otherwise);
  if (meant && !span.detached()) report.fix(span, *meant);
}

}  // namespace

bool is_language_tag(std::string_view word) {
  auto const is_part = [](std::string_view part, std::size_t least, std::size_t most) {
    return part.size() >= least && part.size() <= most && std::all_of(part.begin(), part.end(), [](char c) {
             return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
           });
  };
  bool good = is_part(word.substr(0, word.find('-')), 2, 3);
  while (good && word.find('-') != std::string_view::npos) {
    word.remove_prefix(word.find('-') + 1);
    good = is_part(word.substr(0, word.find('-')), 1, 8);
  }
  return good;
}

void report_no_language_tag(std::string_view word, Span span, Diagnostics& diagnostics) {
  suggest(diag::report<diag::Kind::WrongType>(diagnostics, span, "lang", "a language such as `en` or `en-GB`", fmt::format("`{}`", word)),
          word, span, "for example `en-GB`");
}

void check_language(std::string_view lang, Span span, Diagnostics& diagnostics) {
  if (!is_language_tag(lang)) return report_no_language_tag(lang, span, diagnostics);
  if (locale::has(lang)) return;
  suggest(diag::report<diag::Kind::UnknownLanguage>(diagnostics, span, lang), lang, span, "known are " + locale::list_of_tags());
}

}  // namespace resumec::model
