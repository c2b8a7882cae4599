// YAML events → nodes. Ends of values, anchors, aliases and merge keys are settled here; yaml-cpp's own types stop at
// yaml_events.cpp. Offsets are bytes of the patched text.
#pragma once

#include "resumec/diagnostics.hpp"
#include "syntax/yaml.hpp"
#include "syntax/yaml_patch.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace resumec::syntax {

/// Counts nodes made by anchors and merge keys over a whole source, so that a small text cannot make a huge tree.
struct ExpansionBudget {
  std::size_t used = 0;
  bool reported = false;
};

/// Where a node carries `&anchor` (0: nowhere) or a `!tag`, its event begins with these.
struct Properties {
  std::size_t anchor = 0;
  bool tagged = false;
};

class TreeBuilder {
 public:
  /// `unreadable`: sorted source offsets of scalars that were already reported and become `Error` nodes.
  TreeBuilder(PatchedText const& patched, std::span<std::uint32_t const> unreadable, YamlLimits const& limits, ExpansionBudget& budget,
              Diagnostics& diagnostics);

  void start(std::size_t at);
  void null(std::size_t at, std::size_t anchor);
  void alias(std::size_t at, std::size_t anchor);
  void scalar(std::size_t at, std::string_view value, Properties properties);
  void begin_list(std::size_t at, Properties properties) { begin_collection(at, Node::Kind::List, properties); }
  void begin_map(std::size_t at, Properties properties) { begin_collection(at, Node::Kind::Map, properties); }
  void end_collection();

  Node finish();

 private:
  struct Frame {
    Node node;
    std::size_t begin = 0;  ///< of the first character, `[` or `{` in flow style
    std::size_t anchor = 0;
    bool has_key = false;
    bool merge = false;  ///< the key just read is a plain `<<`
    bool merged = false;
    std::string key;
    Span key_span;
    std::vector<Node> merges;
  };
  struct Anchored {
    Node node;
    bool complete = false;
    std::size_t cost = 0;
    std::size_t height = 0;
  };

  bool wants_key() const { return !frames_.empty() && frames_.back().node.is_map() && !frames_.back().has_key; }
  void begin_collection(std::size_t at, Node::Kind kind, Properties properties);
  std::size_t skip_properties(std::size_t at, Properties properties) const;
  std::size_t null_place() const;
  bool is_keyless_line(std::size_t place) const;
  std::size_t find_close(std::size_t at, char close) const;
  void add(Node node, std::size_t anchor);
  void add_key(Node node);
  void merge_into(Frame& frame);
  void remember(Node const& node, std::size_t anchor);
  bool spend(std::size_t cost, Span where);

  PatchedText const& patched_;
  std::span<std::uint32_t const> unreadable_;
  YamlLimits const& limits_;
  ExpansionBudget& budget_;
  Diagnostics& diagnostics_;
  std::vector<Frame> frames_;
  std::vector<Anchored> anchors_;
  std::size_t skipped_ = 0;  ///< collections open below the depth limit
  bool too_deep_ = false;
  std::size_t cursor_ = 0;  ///< end of the last token consumed
  Node root_;
};

/// A line among keys that has no key; `kind` is what it was read as.
std::optional<Member> report_stray(Span place, std::string_view shown, Node::Kind kind, Diagnostics& diagnostics);

/// What must be charged for a copy of the tree, and how deep it nests.
std::size_t expansion_cost(Node const& node);
std::size_t height(Node const& node);

}  // namespace resumec::syntax
