// Source → document. The whole of the compiler behind two nouns: an `Engine`, which outlives documents, and a `Document`,
// which is a value.
#pragma once

#include "resumec/outcome.hpp"
#include "resumec/world.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace resumec {

namespace driver {
class Passes;
struct EngineState;
struct DocumentState;
}  // namespace driver

/// Fonts and shaped words, loaded when first needed and kept for the next document. The fonts are those of the first world it
/// compiles in: documents with other `--font-dir`s or `fonts/` folders want an engine of their own. One thread at a time.
class Engine {
 public:
  Engine();
  ~Engine();
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;

 private:
  friend class driver::Passes;
  std::unique_ptr<driver::EngineState> state_;
};

/// Replaces one value of the source: `layout.accent` = `#345`. The path is that of the keys, with an item's id, or its number from
/// 1, inside a list. A value that starts with a bracket, a brace or a quote is YAML; any other is the text itself.
struct Setting {
  std::string path;
  std::string value;
};

enum class Strictness : std::uint8_t {
  Normal,
  Strict,   ///< every warning but lints is an error
  Lenient,  ///< an unknown key is a warning and is kept
};

struct CompileOptions {
  std::string layout;             ///< name or `.xml` file beside the source; empty: the source's, else `classic`
  std::string lang;               ///< BCP 47; empty: the source's
  std::vector<Setting> settings;  ///< applied in order, before anything is read from the tree
  Strictness strictness = Strictness::Normal;
  std::string variant;  ///< a name under `variants:`; empty: the full document
};

/// A compiled résumé: pages and their meaning. Immutable, cheap to copy, safe to emit from several threads.
class Document {
 public:
  std::size_t page_count() const;
  /// Size of a page in points; `page` counts from 0 and is less than `page_count()`.
  struct PageSize {
    double width = 0, height = 0;
  };
  PageSize page_size(std::size_t page) const;

  /// PostScript names of the faces in use, in the order of first use.
  std::vector<std::string> font_names() const;

  driver::DocumentState const& state() const { return *state_; }
  explicit Document(std::shared_ptr<driver::DocumentState const> state) : state_{std::move(state)} {}

 private:
  std::shared_ptr<driver::DocumentState const> state_;
};

/// Compiles a source that `world` knows. All errors of a pass are collected before the next one is refused.
Outcome<Document> compile(Engine& engine, World& world, SourceId source, CompileOptions const& options = {});

}  // namespace resumec
