#include "cli/build/targets.hpp"

#include "base/ascii.hpp"
#include "base/suggest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace resumec::cli {

namespace fs = std::filesystem;
using driver::Option;

namespace {

FormatInfo const* format_with(std::string_view FormatInfo::* member, std::string_view value) {
  auto const found =
      std::find_if(std::begin(output_formats), std::end(output_formats), [&](FormatInfo const& format) { return format.*member == value; });
  return found == std::end(output_formats) ? nullptr : found;
}

std::string endings() {
  std::vector<std::string_view> list;
  for (auto const& format : output_formats) list.push_back(format.ending);
  return fmt::format("{}", fmt::join(list, ", "));
}

std::string advice_on(std::string_view extension) {
  std::vector<std::string_view> known;
  for (auto const& format : output_formats) known.push_back(format.ending);
  if (auto const advice = advice_on_format(extension.substr(1)); !advice.empty()) return std::string{advice};
  auto const near = base::nearest(extension, known);
  return near ? fmt::format("did you mean `{}`?", *near) : "`--to` says what to write";
}

/// The folder of a source, for the files beside it; empty: the working folder.
fs::path folder_of(std::string const& source) { return fs::path{source}.parent_path(); }

/// A folder, a device, a pipe: what needs no ending.
bool is_special(fs::path const& path) { return fs::exists(path) && !fs::is_regular_file(path); }

class Finder {
 public:
  Finder(Arguments const& arguments, Session& session) : arguments_{arguments}, session_{session}, output_{arguments.one(Option::Output)} {}

  Targets every_output(SourceId source) {
    for (auto const option : {Option::To, Option::Layout, Option::VariantName}) {
      if (arguments_.has(option))
        return refuse("`--all` and `{}` exclude each other: `outputs:` says what is built",
                      driver::options()[static_cast<std::size_t>(option)].long_name());
    }
    bool const is_file = fs::exists(output_) && !fs::is_directory(output_);
    if (output_ == "-" || is_file || format_with(&FormatInfo::ending, base::ascii_lower(fs::path{output_}.extension().string())))
      return refuse("`--output {}`: `--all` writes to a folder", output_);
    auto plan = plan_outputs(session_.engine(), session_.world(), source, session_.compile_options(),
                             fs::path{session_.source_path()}.stem().string());
    session_.diagnostics().append(plan.diagnostics);
    Targets targets;
    if (!plan) return targets;
    auto const folder = output_.empty() ? folder_of(session_.source_path()) : fs::path{output_};
    for (auto& planned : *plan.value) {
      auto path = (folder / planned.file).string();
      targets.all.push_back({std::move(planned), std::move(path), true});
    }
    return targets;
  }

  Targets one_per_variant() {
    auto const extension = base::ascii_lower(fs::path{output_}.extension().string());
    auto const* const by_ending = format_with(&FormatInfo::ending, extension);
    auto const to = arguments_.one(Option::To);
    auto const* const by_name = format_with(&FormatInfo::name, to);
    if (to.empty() && !by_ending && !extension.empty() && !fs::is_directory(output_))
      return refuse("`--output {}`: the ending is not one of {}; {}", output_, endings(), advice_on(extension));
    if (to.empty() && extension.empty() && !output_.empty() && output_ != "-" && output_.back() != '/' && !is_special(output_))
      return refuse("`--output {}` has none of the endings {}; end it with `/` for a folder, or say what to write with `--to`", output_,
                    endings());
    if (by_name && by_ending && by_name != by_ending) return refuse("`--to {}` and `--output {}` disagree", to, output_);
    auto const& format = by_name ? *by_name : by_ending ? *by_ending : output_formats[0];

    auto variants = arguments_.many(Option::VariantName);
    if (variants.empty()) variants.emplace_back();
    bool const into_folder = !output_.empty() && (fs::is_directory(output_) || output_.back() == '/');
    if (variants.size() > 1 && !output_.empty() && !into_folder)
      return refuse("`--output {}`: several variants need a folder to be written to", output_);

    Targets targets;
    auto const stem = fs::path{session_.source_path()}.stem().string();
    for (auto const& variant : variants) {
      Target target;
      target.planned.options = session_.compile_options();
      target.planned.options.variant = variant;
      target.planned.format = format.format;
      target.planned.file = fmt::format("{}{}{}{}", stem, variant.empty() ? "" : "-", variant, format.ending);
      if (output_.empty())
        target.path = (folder_of(session_.source_path()) / target.planned.file).string();
      else
        target.path = into_folder ? (fs::path{output_} / target.planned.file).string() : output_;
      targets.all.push_back(std::move(target));
    }
    return targets;
  }

 private:
  template <class... Args>
  static Targets refuse(fmt::format_string<Args...> format, Args&&... args) {
    return {{}, fmt::format(format, std::forward<Args>(args)...)};
  }

  Arguments const& arguments_;
  Session& session_;
  std::string output_;
};

}  // namespace

Targets find_targets(Arguments const& arguments, Session& session, SourceId source) {
  Finder finder{arguments, session};
  return arguments.has(Option::AllOutputs) ? finder.every_output(source) : finder.one_per_variant();
}

}  // namespace resumec::cli
