#include "cli/find_source.hpp"

#include "base/ascii.hpp"
#include "base/suggest.hpp"
#include "resumec/outputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace resumec::cli {

namespace fs = std::filesystem;

namespace {

std::vector<std::string> files_of(fs::path const& folder) {
  std::vector<std::string> names;
  std::error_code error;
  fs::directory_iterator item{folder.empty() ? fs::path{"."} : folder, error};
  for (; !error && item != fs::directory_iterator{}; item.increment(error))
    if (std::error_code ignored; item->is_regular_file(ignored)) names.push_back(item->path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

bool is_yaml(std::string const& name) {
  auto const ending = base::ascii_lower(fs::path{name}.extension().string());
  return ending == ".yaml" || ending == ".yml";
}

std::string call(driver::Verb verb, std::string_view operands) {
  return fmt::format("`resumec {} {}`", driver::verbs()[static_cast<std::size_t>(verb)].name, operands);
}

/// The sources that a folder may hold, by name if they are few; false if it has none.
bool hint_at_files(diag::Report& report, fs::path const& folder, driver::Verb verb) {
  constexpr std::size_t most_named = 5;
  auto names = files_of(folder);
  std::erase_if(names, [](std::string const& name) { return !is_yaml(name) || name.starts_with('.'); });
  if (names.empty()) return false;
  for (auto& name : names) name = (folder / name).lexically_normal().string();
  if (names.size() == 1) {
    report.hint(fmt::format("did you mean {}?", call(verb, names.front())));
    return true;
  }
  auto const end = names.begin() + static_cast<std::ptrdiff_t>(std::min(names.size(), most_named));
  auto const rest = names.size() > most_named ? fmt::format(" and {} more", names.size() - most_named) : "";
  report.hint(
      fmt::format("name a file, as in {}; there are `{}`{}", call(verb, names.front()), fmt::join(names.begin(), end, "`, `"), rest));
  return true;
}

}  // namespace

bool is_name_of_output(fs::path const& path) {
  auto const ending = base::ascii_lower(path.extension().string());
  return std::any_of(std::begin(output_formats), std::end(output_formats),
                     [&](FormatInfo const& format) { return format.ending == ending; });
}

std::optional<std::string> find_source(driver::Verb verb, Diagnostics& diagnostics) {
  auto found = files_of(".");
  std::erase_if(found, [](std::string const& name) {
    constexpr std::string_view ending = ".resume.yaml";
    constexpr std::string_view names[] = {"resume.yaml", "resume.yml", "resume.json", "resume.md"};
    return std::find(std::begin(names), std::end(names), name) == std::end(names) &&
           !(name.size() > ending.size() && name.ends_with(ending));
  });
  if (found.size() == 1) return found.front();
  if (found.empty()) {
    auto report = diag::report<diag::Kind::NoSource>(diagnostics, Span{});
    if (!hint_at_files(report, "", verb)) report.hint(fmt::format("name the file: {}", call(verb, "cv.yaml")));
    report.hint("without a name, `resume.yaml`, `resume.yml`, `resume.json`, `resume.md` or the single `*.resume.yaml` is taken")
        .hint("`resumec new` writes one to start from");
    return std::nullopt;
  }
  diag::report<diag::Kind::SeveralSources>(diagnostics, Span{}, fmt::format("`{}`", fmt::join(found, "`, `")))
      .hint(fmt::format("name the one you mean: {}", call(verb, found.front())));
  return std::nullopt;
}

void hint_at_source(diag::Report& report, fs::path const& named, driver::Verb verb) {
  bool const writes = verb == driver::Verb::Build || verb == driver::Verb::Watch;
  std::error_code error;
  if (fs::is_directory(named, error) || !named.has_filename()) {
    if (!hint_at_files(report, named, verb) && !hint_at_files(report, "", verb)) report.hint("`resumec new` writes a source to start from");
    if (writes) report.hint(fmt::format("`-o {}` says where to write", (named / "").string()));
    return;
  }
  auto const folder = named.parent_path();
  auto const names = files_of(folder);
  std::vector<std::string_view> const known{names.begin(), names.end()};
  if (writes && is_name_of_output(named)) report.hint(fmt::format("`-o {}` says where to write", named.string()));
  if (auto const near = base::nearest(named.filename().string(), known))
    report.hint(diag::did_you_mean((folder / *near).string()));
  else
    hint_at_files(report, folder, verb);
}

}  // namespace resumec::cli
