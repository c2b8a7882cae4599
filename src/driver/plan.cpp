// `outputs:` → a list of files to make: every entry by its variants, layouts, languages and formats.
#include "base/suggest.hpp"
#include "diag/report.hpp"
#include "driver/passes.hpp"
#include "driver/pattern.hpp"
#include "resumec/outputs.hpp"

#include <algorithm>
#include <functional>

namespace resumec {

namespace {

using model::Literal;

/// What a file name may say of a document.
struct Described {
  std::string name, layout, lang;
};

Described described(model::Resume const& resume, CompileOptions const& options) {
  Described text{model::full_name(resume.header.name), options.layout, options.lang};
  if (text.layout.empty()) text.layout = resume.layout.name.empty() ? "classic" : resume.layout.name.value;
  for (auto const& variant : resume.variants) {
    if (text.lang.empty() && variant.name.value == options.variant) text.lang = variant.lang.value;
  }
  if (text.lang.empty()) text.lang = resume.lang;
  return text;
}

class Planner {
 public:
  /// `lower` gives the résumé as it is with other options.
  using Lower = std::function<model::Resume(CompileOptions const&)>;
  Planner(model::Resume const& resume, CompileOptions const& options, std::string_view stem, Lower lower, Diagnostics& diagnostics)
      : resume_{resume}, options_{options}, stem_{stem}, lower_{std::move(lower)}, diagnostics_{diagnostics} {}

  std::vector<PlannedOutput> plan() {
    if (resume_.outputs.empty()) {
      model::OutputRequest everything;
      for (auto const* word : {"full", "all"}) everything.variants.push_back({word, {}});
      add(everything);
    }
    for (auto const& request : resume_.outputs) add(request);
    return std::move(outputs_);
  }

 private:
  /// The names that an entry means; the full document is the empty one.
  std::vector<std::string> variants_of(model::OutputRequest const& request) {
    std::vector<std::string> names;
    std::vector<std::string_view> known{"all", "full"};
    for (auto const& variant : resume_.variants) known.push_back(variant.name.value);
    auto const add_name = [&](std::string const& name) {
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    };
    for (auto const& asked : request.variants) {
      // A variant of one's own may be called `all` or `full`, and is what is meant then.
      bool const own = std::find(known.begin() + 2, known.end(), asked.value) != known.end();
      if (own) {
        add_name(asked.value);
      } else if (asked.value == "full") {
        add_name({});
      } else if (asked.value == "all") {
        for (auto const& variant : resume_.variants) add_name(variant.name.value);
      } else {
        auto report = diag::report<diag::Kind::UnknownVariant>(diagnostics_, asked.span, asked.value);
        if (auto const near = base::nearest(asked.value, known)) report.hint(diag::did_you_mean(*near)).fix(asked.span, std::string{*near});
      }
    }
    if (request.variants.empty()) names.emplace_back();
    return names;
  }

  void add(model::OutputRequest const& request) {
    auto const or_default = [](std::vector<Literal> list) {
      if (list.empty()) list.emplace_back();
      return list;
    };
    auto const layouts = or_default(request.layouts), langs = or_default(request.langs), formats = or_default(request.formats);
    Literal pattern = request.file;
    if (pattern.empty()) {
      pattern.span = request.span;
      pattern.value = "{stem}-{variant}";
      if (layouts.size() > 1) pattern.value += "-{layout}";
      if (langs.size() > 1) pattern.value += "-{lang}";
    }
    for (auto const& variant : variants_of(request)) {
      for (auto const& layout : layouts) {
        for (auto const& lang : langs) {
          for (auto const& format : formats) add(request, pattern, variant, layout.value, lang.value, format.value);
        }
      }
    }
  }

  void add(model::OutputRequest const& request, Literal const& pattern, std::string const& variant, std::string const& layout,
           std::string const& lang, std::string const& format) {
    PlannedOutput output;
    output.options = options_;
    output.options.variant = variant;
    if (!layout.empty()) output.options.layout = layout;
    if (!lang.empty()) output.options.lang = lang;
    if (request.max_pages.value > 0 && !output.options.max_pages) output.options.max_pages = request.max_pages.value;
    for (auto const& known : output_formats) {
      if (known.name == format) output.format = known.format;
    }
    if (request.pages.value > 0 && !output.options.fit) output.options.fit = FitRequest{request.pages.value, FitRequest::Pages::Exactly};
    output.span = request.span;
    if (!request.span.detached()) output.options.output = request.index;
    auto const text = describe(pattern, output.options);
    driver::NameParts const parts{text.name, variant, text.layout, text.lang, stem_};
    auto file = driver::fill_pattern(pattern, parts, info(output.format).ending, diagnostics_);
    if (!file) return;
    output.file = std::move(*file);
    auto const same = std::find_if(outputs_.begin(), outputs_.end(), [&](PlannedOutput const& other) { return other.file == output.file; });
    if (same != outputs_.end()) {
      auto report = diag::report<diag::Kind::SameOutput>(diagnostics_, pattern.span, output.file);
      if (!same->span.detached() && same->span != output.span) report.label(same->span, "one of them is asked for here");
      report.hint("let the file name say what differs: `file: \"{stem}-{variant}-{layout}-{lang}\"`");
      return;
    }
    outputs_.push_back(std::move(output));
  }

  /// A variant, and an entry's own `set`, may change all of it: then the source is lowered once more, if the file name asks.
  Described describe(Literal const& pattern, CompileOptions const& options) const {
    bool const asks = pattern.value.find("{name}") != std::string::npos || pattern.value.find("{layout}") != std::string::npos ||
                      pattern.value.find("{lang}") != std::string::npos;
    bool const own = !options.variant.empty() || options.output;
    if (asks && own) return described(lower_(options), options);
    return described(resume_, options);
  }

  model::Resume const& resume_;
  CompileOptions const& options_;
  std::string_view stem_;
  Lower lower_;
  Diagnostics& diagnostics_;
  std::vector<PlannedOutput> outputs_;
};

}  // namespace

Outcome<std::vector<PlannedOutput>> plan_outputs(Engine& engine, World& world, SourceId source, CompileOptions const& options,
                                                 std::string_view stem) {
  driver::Passes passes{engine, world, source, options};
  Outcome<std::vector<PlannedOutput>> outcome;
  if (passes.run(Stage::Model)) {
    // What is wrong with a variant is said when it is built.
    auto const lower = [&](CompileOptions const& other) {
      driver::Passes own{engine, world, source, other};
      own.run(Stage::Model);
      return std::move(own.resume);
    };
    auto outputs = Planner{passes.resume, options, stem, lower, passes.diagnostics}.plan();
    if (!passes.diagnostics.has_errors()) outcome.value = std::move(outputs);
  }
  outcome.diagnostics = std::move(passes.diagnostics);
  outcome.diagnostics.sort();
  return outcome;
}

}  // namespace resumec
