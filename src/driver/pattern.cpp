#include "driver/pattern.hpp"

#include "base/suggest.hpp"
#include "diag/report.hpp"
#include "resumec/outputs.hpp"

#include <algorithm>
#include <iterator>

namespace resumec::driver {

namespace {

struct NamedPart {
  std::string_view name;
  std::string_view NameParts::* value;
};
constexpr NamedPart named_parts[] = {{"name", &NameParts::name},
                                     {"variant", &NameParts::variant},
                                     {"layout", &NameParts::layout},
                                     {"lang", &NameParts::lang},
                                     {"stem", &NameParts::stem}};

/// A value as a part of a file name: blanks are hyphens; what a file system gives a meaning is left out.
std::string as_file_name(std::string_view value) {
  std::string text;
  for (char const c : value) {
    if (c == ' ' || c == '/' || c == '\\')
      text += '-';
    else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F)
      text += c;
  }
  return text;
}

void report_unknown(model::Literal const& pattern, std::string_view part, Diagnostics& diagnostics) {
  std::vector<std::string_view> known;
  std::string list;
  for (auto const& named : named_parts) {
    known.push_back(named.name);
    list += fmt::format("{}`{{{}}}`", list.empty() ? "" : ", ", named.name);
  }
  auto report = diag::report<diag::Kind::UnknownPlaceholder>(diagnostics, pattern.span, pattern.value, part);
  if (auto const near = base::nearest(part, known))
    report.hint(fmt::format("did you mean `{{{}}}`?", *near));
  else
    report.hint("the parts are " + list);
}

/// Why a path is no file below the folder; none if it is one.
std::optional<std::string_view> objection(std::string_view path) {
  if (path.starts_with('/')) return "it is not below the folder of the outputs";
  for (std::size_t at = 0; at <= path.size();) {
    auto const end = std::min(path.find('/', at), path.size());
    auto const step = path.substr(at, end - at);
    if (step == "..") return "it leads out of the folder of the outputs";
    if (step.empty() || step == ".") return "a folder or file in it has no name";
    if (step.size() > 255) return "a name in it is longer than 255 bytes";
    at = end + 1;
  }
  return std::nullopt;
}

/// The ending of another format, where the pattern has one.
std::string_view foreign_ending(std::string_view path, std::string_view ending) {
  for (auto const& format : output_formats) {
    if (format.ending != ending && path.ends_with(format.ending)) return format.ending;
  }
  return {};
}

}  // namespace

std::optional<std::string> fill_pattern(model::Literal const& pattern, NameParts const& parts, std::string_view ending,
                                        Diagnostics& diagnostics) {
  std::string path;
  std::string_view rest = pattern.value;
  while (!rest.empty()) {
    auto const open = std::min(rest.find('{'), rest.size());
    path += rest.substr(0, open);
    rest.remove_prefix(open);
    if (rest.empty()) break;
    auto const close = std::min(rest.find('}'), rest.size());
    auto const part = rest.substr(1, close - 1);
    auto const known = std::find_if(std::begin(named_parts), std::end(named_parts), [&](auto const& named) { return named.name == part; });
    if (known == std::end(named_parts) || close == rest.size()) {
      report_unknown(pattern, part, diagnostics);
      return std::nullopt;
    }
    rest.remove_prefix(close + 1);
    auto const value = as_file_name(parts.*(known->value));
    path += value;
    if (!value.empty()) continue;
    if (!path.empty() && std::string_view{"-_. "}.find(path.back()) != std::string_view::npos)
      path.pop_back();
    else if (rest.starts_with('/') && (path.empty() || path.ends_with('/')))
      rest.remove_prefix(1);
  }
  if (auto const other = foreign_ending(path, ending); !other.empty()) {
    diag::report<diag::Kind::BadOutputName>(diagnostics, pattern.span, path, fmt::format("its ending is not that of a `{}` file", ending))
        .hint(fmt::format("leave the ending out: `{}` is added", ending));
    return std::nullopt;
  }
  if (auto const problem = objection(path)) {
    diag::report<diag::Kind::BadOutputName>(diagnostics, pattern.span, path, *problem)
        .hint("a file name is relative to the folder of the source, or to that of `--output`");
    return std::nullopt;
  }
  if (!path.ends_with(ending)) path += ending;
  return path;
}

}  // namespace resumec::driver
