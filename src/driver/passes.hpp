// The values between the passes of one compilation, and how far it goes.
#pragma once

#include "base/hash.hpp"
#include "display/document.hpp"
#include "flow/document.hpp"
#include "layout/fit/fit.hpp"
#include "model/resume.hpp"
#include "resumec/compile.hpp"
#include "resumec/tools.hpp"
#include "style/layout_file.hpp"
#include "syntax/node.hpp"
#include "text/shape.hpp"
#include "variant/reduce.hpp"
#include "variant/select.hpp"

#include <cstdint>
#include <memory>

namespace resumec::driver {

using FitDetail = layout::fit::Detail;

/// What the flow of a finished document holds: the wordings that the pages took, for LaTeX, or nothing, for who reads the pages.
enum class Wordings : std::uint8_t { Chosen, None };

/// One compilation. `run` fills the values in order and stops after `last`, or before the first pass that an error forbids.
class Passes {
 public:
  Passes(Engine& engine, World& world, SourceId source, CompileOptions const& options, FitDetail detail = FitDetail::Decisions);
  /// True if every pass up to `last` ran and nothing was an error.
  bool run(Stage last);
  /// After a run up to the flow: lines and pages, and whether they keep to the page budget.
  bool lay_out();
  bool verify();
  /// Takes the flow: in the wordings that were laid out, for a backend that breaks its own lines.
  flow::Document chosen_wordings();
  /// The document, once it is laid out. Takes the pages, and gives the memory of what they were made from to the backend.
  Document finish(Wordings wordings);

  syntax::Node tree;  ///< in the native format, whatever the source's is
  SourceFormat format = SourceFormat::Native;
  model::Resume resume;
  variant::Selection selection;
  std::shared_ptr<style::Layout const> layout;
  flow::Document flow;
  display::Document display;
  Diagnostics diagnostics;
  base::Digest inputs{};  ///< with `flow`; marked silent by `lay_out`

  /// Of the résumé, its variant and the options.
  model::Budget budget() const;
  std::optional<std::int64_t> date() const;
  text::Shaper& shaper();

  /// Where the document was fitted to pages: what was decided, and what it was before.
  struct Fitted {
    layout::fit::Result result;
    style::Metrics natural;
    model::Resume whole;
    std::size_t pages = 0;
  };
  std::optional<Fitted> fitted;

 private:
  struct PagesWanted {
    FitRequest request;
    Span span;  ///< where the source asks for it
  };
  std::optional<PagesWanted> pages_wanted() const;
  flow::Document realized(model::Resume const& shown, Diagnostics& said) const;
  flow::Document realize_reduced(variant::Reduction const& reduction, model::Resume& reduced);
  bool fit_pages();
  bool links_are_few(layout::fit::Facts const& facts);
  bool report_too_long(PagesWanted const& wanted, std::int64_t needed_permille);
  bool report_too_short(PagesWanted const& wanted, std::int64_t filled_permille);

  bool report_empty();
  void check_language();
  void check_fonts();
  void check_layout_options();
  void check_characters();
  void report_unknown_font(Span span, std::string_view family);
  void check_small_caps();
  void size_by_x_height();
  void check_photo();
  bool failed();
  void soften_errors(std::size_t first);
  void begin(std::string_view pass) const;
  void load_fonts();
  void read_tree();
  void load_layout();
  void settle_findings(std::size_t first);

  EngineState& state_;
  World& world_;
  SourceId source_;
  CompileOptions const& options_;
  FitDetail const fit_detail_;
};

}  // namespace resumec::driver
