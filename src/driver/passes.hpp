// The values between the passes of one compilation, and how far it goes.
#pragma once

#include "display/document.hpp"
#include "flow/document.hpp"
#include "model/resume.hpp"
#include "resumec/compile.hpp"
#include "resumec/tools.hpp"
#include "style/layout_file.hpp"
#include "syntax/node.hpp"
#include "text/shape.hpp"
#include "variant/select.hpp"

#include <memory>

namespace resumec::driver {

/// One compilation. `run` fills the values in order and stops after `last`, or before the first pass that an error forbids.
class Passes {
 public:
  Passes(Engine& engine, World& world, SourceId source, CompileOptions const& options);
  /// True if every pass up to `last` ran and nothing was an error.
  bool run(Stage last);

  syntax::Node tree;
  model::Resume resume;
  variant::Selection selection;
  std::shared_ptr<style::Layout const> layout;
  flow::Document flow;
  display::Document display;
  Diagnostics diagnostics;

  text::Shaper& shaper();

 private:
  bool report_empty();
  void check_language();
  void check_fonts();
  void check_photo();
  bool failed();

  EngineState& state_;
  World& world_;
  SourceId source_;
  CompileOptions const& options_;
};

}  // namespace resumec::driver
