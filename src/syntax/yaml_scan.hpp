// The YAML pre-pass. One walk over the lines finds what YAML would refuse or silently
// mangle and plans edits that let yaml-cpp read what the writer meant:
//   - text that begins like YAML syntax (`**bold**`, `@joe`, `[link](url) text`, `a: b: c` …) is quoted, with a note;
//   - text lost behind ` #` is reported; quotes and brackets that are never closed are errors at their opening;
//   - tabs and Unicode blanks in indentation, merge-conflict marks and second documents are dealt with.
// It knows block and flow context, quotes, comments and block scalars, and leaves everything else to yaml-cpp. Time is
// linear. What it cannot repair becomes a scalar listed in `unreadable`, already reported.
#pragma once

#include "diag/report.hpp"
#include "resumec/diagnostics.hpp"
#include "syntax/yaml.hpp"
#include "syntax/yaml_patch.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

namespace resumec::syntax {

struct ScannedYaml {
  std::vector<Edit> edits;
  std::vector<std::uint32_t> unreadable;  ///< source offsets, sorted
  std::size_t end = 0;                    ///< where the first document ends
};

ScannedYaml scan_yaml(SourceId source, std::string_view text, YamlWords const& words, std::size_t depth_limit, Diagnostics& diagnostics);

/// A key on the line: [begin, end) and its colon.
struct KeyPlace {
  std::size_t end;
  std::size_t colon;
  bool quoted;
};
/// The key that begins at `begin`, if the line [begin, end) holds one.
std::optional<KeyPlace> find_key(std::string_view text, std::size_t begin, std::size_t end);

/// Why a text needs quotes, in the order in which the notes are given.
enum class Trap : std::uint8_t { Alias, Anchor, Tag, Reserved, BlockHeader, Flow, Quote, Colon, LeadingColon, Question, Dash, Count };

class YamlScanner {
 public:
  YamlScanner(SourceId source, std::string_view text, YamlWords const& words, std::size_t depth_limit, Diagnostics& diagnostics);
  ScannedYaml run();

 private:
  enum class Place : std::uint8_t { Value, Item, Line };
  static constexpr int root = -1;

  struct Indentation {
    std::size_t content;  ///< offset of the first character that is no blank
    int column;           ///< with tabs widened
    bool odd = false;     ///< holds tabs or Unicode blanks
    bool moved = false;   ///< `column` is not where the line stands but where the item around it was moved
  };
  enum class Collection : std::uint8_t { List, Map };
  struct OpenCollection {
    Collection kind;
    int column;                          ///< of its dashes or keys
    int content;                         ///< of what stands behind its last dash
    std::size_t first_begin, first_end;  ///< its first key or dash
    std::size_t count;                   ///< of keys or dashes
    bool in_item;                        ///< a map that begins behind a dash
  };
  /// A line that stands in no column of its neighbours is moved, and with it the lines below it that stand deeper than `column`.
  struct MovedBlock {
    int column;
    int by;
  };
  struct Finding {
    Trap trap;
    std::size_t begin, end;
  };
  struct Mark {
    std::size_t edits, findings, reports;
  };

  // Lines (yaml_scan.cpp)
  void collect_names();
  void scan_line();
  bool scan_marker(std::size_t begin, std::size_t end);
  void scan_conflict(std::size_t begin);
  Indentation indentation(std::size_t line);
  void mend_indentation(std::size_t line, Indentation const& found);
  /// The next line from `at` on that holds anything but blanks and comments, or nothing.
  std::optional<std::size_t> next_content(std::size_t at);
  bool deeper_content_follows(std::size_t at, int column);
  std::optional<KeyPlace> mend_colon(std::size_t at, std::size_t end);
  std::optional<KeyPlace> mend_missing_colon(std::size_t at, std::size_t end);
  std::optional<std::size_t> mend_dash(std::size_t at, std::size_t end);
  std::optional<std::size_t> mend_bullet(std::size_t at, std::size_t end);
  void open(Collection kind, int column, int content, std::size_t begin, std::size_t end);
  void mend_outdented(std::size_t at, KeyPlace const& key);
  void empty_value(std::size_t at, std::size_t end, int column, Place place);
  int column(std::size_t at) const { return static_cast<int>(at - line_) + shift_; }

  // Columns (yaml_scan_columns.cpp)
  void align_line(Indentation& found, std::size_t end);
  OpenCollection* neighbours(Indentation const& found, std::size_t end);
  bool is_next_of_items(std::size_t dash, std::size_t end, OpenCollection const& map) const;
  bool is_first_at_fault(OpenCollection const& list, int column, std::size_t end);
  void move_first(OpenCollection& list, int column);
  void move_line(Indentation& found, std::size_t end, OpenCollection const& list, int column);
  bool moves_what_follows(std::size_t at, std::size_t end, int from, int to);
  void report_uneven(std::size_t begin, std::size_t end, int from, int to, OpenCollection const& neighbour);
  void move_section(Indentation& found, std::size_t end, std::vector<OpenCollection>::reverse_iterator here);
  void mend_list_among_keys(Indentation const& found, OpenCollection const& map);
  void move_bytes(std::size_t line, std::size_t content, int column);

  // Habits (yaml_scan_habits.cpp)
  bool scan_glued(Indentation const& found, std::size_t end);
  std::optional<std::size_t> glued_key(Indentation const& found, std::size_t end);
  bool mend_trailing_comma(std::size_t at, std::size_t end);
  void report_commas();
  std::optional<KeyPlace> mend_joined_colon(std::size_t at, std::size_t end);
  void mend_sign(std::size_t at);
  void mend_escapes(std::size_t open, std::size_t close);
  void report_joined_lines(std::vector<std::size_t> const& lines);

  // Values (yaml_scan_value.cpp)
  void check_key(std::size_t begin, KeyPlace const& key);
  void scan_value(std::size_t at, int parent, Place place);
  void scan_plain(std::size_t at, int parent, std::optional<Trap> trap);
  void stand_in(std::size_t begin, std::size_t end);
  bool mend_list_start(std::size_t at, std::size_t end, int parent);
  void scan_quoted(std::size_t at, int parent);
  void scan_block_scalar(std::size_t at, int parent);
  std::optional<Trap> trap_at(std::size_t at, std::size_t end) const;
  bool is_alias(std::size_t at) const;
  bool is_anchor(std::size_t at, std::size_t end, int parent);
  bool is_tag(std::size_t at, std::size_t end) const;
  std::size_t skip_properties(std::size_t at, std::size_t end, int parent);
  /// The end of plain text on a line: before a comment, without blanks. Reports a comment that looks like lost text.
  std::size_t plain_end(std::size_t begin, std::size_t end, std::size_t value_begin);
  void unreadable(std::size_t at, int parent);
  /// What a further line means for the plain scalar above it.
  enum class Continuation : std::uint8_t { Text, HasColon, Unclear, Ends };
  Continuation continue_plain(std::size_t begin, std::size_t line, Indentation const& next, int parent);

  // Flow context (yaml_scan_flow.cpp)
  void scan_flow(std::size_t at, int parent);
  std::optional<std::size_t> flow_end(std::size_t at, int parent);
  std::size_t quote_flow_text(std::size_t at, Trap trap);
  bool mend_comma(std::size_t at, char bracket);
  bool ends_flow(std::size_t line, int parent);

  // Findings (yaml_scan_report.cpp)
  Mark mark() const { return {edits_.size(), findings_.size(), diagnostics_.size()}; }
  void quote(std::size_t begin, std::size_t end);
  void found(Trap trap, std::size_t begin, std::size_t end) { findings_.push_back({trap, begin, end}); }
  void report_findings();
  void report_indentation();
  void report_cut(std::size_t comment, std::size_t end, std::size_t value_begin);
  Span span(std::size_t begin, std::size_t end) const {
    return {source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }
  std::string_view slice(std::size_t begin, std::size_t end) const { return text_.substr(begin, end - begin); }

  SourceId source_;
  std::string_view text_;
  YamlWords const& words_;
  std::size_t depth_limit_;
  Diagnostics& diagnostics_;
  std::size_t pos_ = 0;        ///< start of the line to be read next
  std::size_t end_;            ///< of the first document
  std::size_t line_ = 0;       ///< start of the line being read
  int shift_ = 0;              ///< how much wider its indentation is than its bytes
  int open_parent_ = root;     ///< column of the key or dash whose value is to come on a deeper line
  Place place_ = Place::Line;  ///< of the value being read
  int joined_dash_ = root;     ///< column of the last dash that had no blank after it
  bool content_seen_ = false;
  bool question_seen_ = false;
  bool conflict_ends_ = true;          ///< whether the end of a merge conflict is worth looking for
  int tab_width_ = 0;                  ///< 0: not yet guessed
  std::optional<std::size_t> blamed_;  ///< the text whose further lines were reported
  std::vector<OpenCollection> open_;   ///< lists and maps around the line, outermost first
  std::vector<Finding> findings_;
  std::vector<std::pair<Span, std::string>> tabs_, blanks_;  ///< odd indentation and what should stand there
  std::optional<MovedBlock> block_;
  std::optional<std::size_t> outdented_;      ///< a line that was moved to the column of the key above it when it was looked at before
  std::optional<diag::Report> uneven_;        ///< of the last line that was moved, for those moved like it
  std::pair<int, int> uneven_columns_{0, 0};  ///< from where to where that was
  std::vector<std::size_t> commas_;           ///< behind quotes and brackets, at the end of lines
  std::vector<std::size_t> text_commas_;      ///< behind texts
  std::string_view key_;                      ///< the last key that was read
  std::vector<Edit> edits_;
  std::vector<std::uint32_t> unreadable_;
  std::set<std::string_view> anchors_, aliases_;
};

/// The first line of a text, at most forty bytes of it.
std::string shortened(std::string_view text);
/// `text` in quotes, as a fix-it writes it.
std::string in_quotes(std::string_view text);

}  // namespace resumec::syntax
