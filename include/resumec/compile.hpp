// Source → document. The whole of the compiler behind two nouns: an `Engine`, which outlives documents, and a `Document`,
// which is a value.
#pragma once

#include "resumec/outcome.hpp"
#include "resumec/source_formats.hpp"
#include "resumec/world.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace resumec {

namespace driver {
class Passes;
struct EngineState;
struct DocumentState;
}  // namespace driver

/// Fonts and shaped words, sources and layouts read, subsets of fonts made: kept for the next document, which gets the same bytes as
/// from a new engine, only sooner. Fonts are read again where the world has others. One thread at a time.
class Engine {
 public:
  Engine();
  ~Engine();
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;

  /// An engine for another thread, to work while this one does. It starts with the sources and layouts that this one has read, and the two
  /// share what several threads may use at once.
  Engine sibling() const;

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

/// Whom the pages are for.
enum class Profile : std::uint8_t {
  Ats,    ///< programs that read résumés, and people: no word is divided at a line's end
  Print,  ///< people with paper: words may be divided, by a hyphen that readers of PDFs can take back
};

enum class Strictness : std::uint8_t {
  Normal,
  Strict,   ///< every warning but lints is an error
  Lenient,  ///< an unknown key is a warning and is kept
};

/// What fitting may change to reach a number of pages.
enum class FitMode : std::uint8_t {
  Balanced,  ///< content and setting, at the least harm
  Content,   ///< only what is shown: sizes, margins and gaps stay
  Layout,    ///< only sizes, margins and gaps: everything is shown
};

/// Pages that a document is fitted to.
struct FitRequest {
  enum class Pages : std::uint8_t { Exactly, AtMost };
  int count = 1;  ///< 1 to 1,000
  Pages pages = Pages::Exactly;
};

struct CompileOptions {
  std::string layout;             ///< name or `.xml` file beside the source; empty: the source's, else `classic`
  std::string lang;               ///< BCP 47; empty: the source's
  std::vector<Setting> settings;  ///< applied in order, before anything is read from the tree
  Strictness strictness = Strictness::Normal;
  std::optional<SourceFormat> from;   ///< none: by the content
  bool fix_encoding = true;           ///< a text that was read in the wrong encoding is repaired
  std::string variant;                ///< a name under `variants:`; empty: the full document
  std::optional<std::size_t> output;  ///< the entry of `outputs:`, from 0, whose `set` applies before `settings`
  Profile profile = Profile::Ats;
  std::optional<int> max_pages;       ///< in place of the source's own limit
  std::optional<FitRequest> fit;      ///< in place of the source's own wish
  FitMode fit_mode = FitMode::Balanced;
  bool freeze_lines = false;  ///< LaTeX ends its lines where layout does
  bool fit_exact = false;  ///< every setting of the ladder is tried, not only those that can still win
  /// Called with the name of each pass as it begins. Whoever has a clock can time them; the library has none.
  std::function<void(std::string_view pass)> on_pass;
};

/// In points.
struct PageSize {
  double width = 0, height = 0;
};

/// A compiled résumé: pages and their meaning. Immutable, cheap to copy, safe to emit from several threads.
class Document {
 public:
  std::size_t page_count() const;
  /// `page` counts from 0 and is less than `page_count()`.
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
