#include "syntax/yaml_events.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <array>
#include <istream>
#include <streambuf>
#include <string_view>
#include <utility>

namespace resumec::syntax {

namespace {

class PieceBuffer : public std::streambuf {
 public:
  explicit PieceBuffer(std::string_view piece) {
    char* const begin = const_cast<char*>(piece.data());  // a stream buffer reads through char*; nothing is written
    setg(begin, begin, begin + piece.size());
  }
};

class Handler : public YAML::EventHandler {
 public:
  Handler(TreeBuilder& builder, std::size_t offset) : builder_{builder}, offset_{offset} {}

  bool second_document() const { return documents_ > 1; }
  std::size_t second_start() const { return second_start_; }

  void OnDocumentStart(YAML::Mark const& mark) override {
    if (++documents_ == 1) builder_.start(at(mark));
    if (documents_ == 2) second_start_ = at(mark);
  }
  void OnDocumentEnd() override {}
  void OnNull(YAML::Mark const& mark, YAML::anchor_t anchor) override {
    if (documents_ == 1) builder_.null(at(mark), anchor);
  }
  void OnAlias(YAML::Mark const& mark, YAML::anchor_t anchor) override {
    if (documents_ == 1) builder_.alias(at(mark), anchor);
  }
  void OnScalar(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor, std::string const& value) override {
    if (documents_ == 1) builder_.scalar(at(mark), value, properties(tag, anchor));
  }
  void OnSequenceStart(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override {
    if (documents_ == 1) builder_.begin_list(at(mark), properties(tag, anchor));
  }
  void OnSequenceEnd() override {
    if (documents_ == 1) builder_.end_collection();
  }
  void OnMapStart(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override {
    if (documents_ == 1) builder_.begin_map(at(mark), properties(tag, anchor));
  }
  void OnMapEnd() override {
    if (documents_ == 1) builder_.end_collection();
  }

 private:
  /// yaml-cpp 0.7 counts bytes, without a byte order mark (measured; the pre-pass removes the mark).
  std::size_t at(YAML::Mark const& mark) const { return offset_ + static_cast<std::size_t>(mark.pos < 0 ? 0 : mark.pos); }
  /// "?" is yaml-cpp's tag of an untagged plain node, "!" that of an untagged quoted one.
  static Properties properties(std::string const& tag, YAML::anchor_t anchor) {
    return {anchor, !(tag.empty() || tag == "?" || tag == "!")};
  }

  TreeBuilder& builder_;
  std::size_t offset_;
  int documents_ = 0;
  std::size_t second_start_ = 0;
};

/// yaml-cpp's messages in terms of what stands in the source.
std::string_view in_our_words(std::string_view message) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 14> table{{
      {"illegal map value", "`:` makes a key of this text, but a key cannot stand here"},
      {"end of map not found", "this line does not continue the map above it"},
      {"end of sequence not found", "this line does not continue the list above it"},
      {"end of map flow", "`{` is not closed before this"},
      {"end of sequence flow", "`[` is not closed before this"},
      {"illegal block entry", "a list item cannot start in the middle of a line"},
      {"illegal map key", "a key cannot stand here"},
      {"illegal flow end", "this bracket closes nothing"},
      {"illegal tab", "tab in indentation"},
      {"unknown escape character", "unknown escape after `\\` in double quotes"},
      {"invalid unicode", "this escape is not a Unicode character"},
      {"bad character found while scanning hex", "the escape wants hexadecimal digits"},
      {"anchor is not defined", "the anchor of this alias is not defined"},
      {"unknown token", "unexpected character"},
  }};
  for (auto const& [theirs, ours] : table) {
    if (message.find(theirs) != std::string_view::npos) return ours;
  }
  return message;
}

}  // namespace

std::optional<YamlFailure> parse_events(std::string_view piece, std::size_t offset, TreeBuilder& builder) {
  Handler handler{builder, offset};
  try {
    PieceBuffer buffer{piece};
    std::istream stream{&buffer};
    YAML::Parser parser{stream};
    while (parser.HandleNextDocument(handler)) {
      // What follows a complete root without a `---` shows up as a further document.
      if (handler.second_document()) return YamlFailure{handler.second_start(), "this does not continue what stands above it"};
    }
  } catch (YAML::Exception const& error) {
    std::size_t const at = error.mark.is_null() ? 0 : static_cast<std::size_t>(error.mark.pos);
    return YamlFailure{offset + at, std::string{in_our_words(error.msg)}};
  }
  return std::nullopt;
}

}  // namespace resumec::syntax
