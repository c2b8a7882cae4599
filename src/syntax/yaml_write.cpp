#include "syntax/yaml_write.hpp"

#include "syntax/yaml_plain.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>

namespace resumec::syntax {

namespace {

/// A longer text in a list is a sentence: it gets a line of its own.
constexpr std::size_t longest_in_brackets = 40;
/// Items of more lines than that are parted by a blank line.
constexpr std::size_t most_lines_close = 3;
/// yaml-cpp takes no key for one that is longer than 1024 bytes, unless `?` announces it.
constexpr std::size_t longest_key = 1000;

constexpr std::size_t step = 2;

std::size_t lines_of(std::string_view text) { return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')); }

class YamlWriter {
 public:
  explicit YamlWriter(YamlStyle const& style) : style_{style} {}

  enum class First : std::uint8_t { Alone, BehindDash };

  /// The lines of a map or list whose keys or dashes stand in `column`; the first one without its indentation.
  std::string block(Node const& node, std::size_t column, std::string_view key, First first = First::Alone) const {
    return node.is_list() ? list(node, column, key) : map(node, column, key, first);
  }

  /// What stands behind a key, up to the end of its last line. `column` is that of the key.
  std::string behind_key(Node const& node, std::size_t column, std::size_t used, std::string_view key) const {
    if (node.is_list() && !node.items.empty()) {
      if (auto const line = brackets(node, used + 1, key); !line.empty()) return ' ' + line + '\n';
    }
    if (is_block(node)) return '\n' + std::string(column + step, ' ') + block(node, column + step, key);
    auto const text = leaf(node, column);
    return text.empty() ? "\n" : ' ' + text + '\n';
  }

  /// A text, nothing, or an empty list or map; without the last line break.
  std::string leaf(Node const& node, std::size_t column) const {
    if (node.is_list()) return "[]";
    if (node.is_map()) return "{}";
    return node.is_scalar() ? text(node.text(), column) : std::string{};
  }

  static bool is_block(Node const& node) { return (node.is_list() && !node.items.empty()) || (node.is_map() && !node.members.empty()); }

  std::string remark(Node const& node, std::size_t column) const {
    auto const found = style_.remarks.find(&node);
    if (found == style_.remarks.end()) return {};
    std::string lines;
    for (std::string_view rest = found->second; !rest.empty();) {
      auto const end = std::min(rest.find('\n'), rest.size());
      lines += (lines.empty() ? "# " : std::string(column, ' ') + "# ") + std::string{rest.substr(0, end)} + '\n';
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return lines + std::string(column, ' ');
  }

 private:
  std::string text(std::string_view text, std::size_t column) const {
    if (text.find('\n') == std::string_view::npos || !is_literal_yaml(text)) return write_yaml_text(text, style_.words);
    bool const ends = text.ends_with('\n');
    std::string out{ends ? "|" : "|-"};
    auto rest = ends ? text.substr(0, text.size() - 1) : text;
    while (true) {
      auto const end = std::min(rest.find('\n'), rest.size());
      out += '\n';
      if (end > 0) out.append(column + step, ' ') += rest.substr(0, end);
      if (end == rest.size()) return out;
      rest.remove_prefix(end + 1);
    }
  }

  std::string brackets(Node const& list, std::size_t column, std::string_view key) const {
    if (style_.words.is_list(key)) return {};
    std::string out = "[";
    for (Node const& item : list.items) {
      auto const text = item.text();
      bool const fits = item.is_scalar() && text.size() <= longest_in_brackets && !style_.remarks.contains(&item);
      if (!fits || !is_plain_yaml(text, YamlPlace::Brackets, style_.words)) return {};
      if (out.size() > 1) out += ", ";
      out += text;
    }
    out += ']';
    return column + unicode::length(out) <= style_.width ? out : std::string{};
  }

  std::string key(std::string_view key) const {
    return is_plain_yaml(key, YamlPlace::Key, style_.words) ? std::string{key} : quoted_yaml(key);
  }

  bool is_parted(std::string_view key) const { return std::find(style_.parted.begin(), style_.parted.end(), key) != style_.parted.end(); }

  std::string map(Node const& node, std::size_t column, std::string_view own_key, First first) const {
    std::string const indent(column, ' ');
    bool const parted = is_parted(own_key);
    bool after_parted = false;
    std::string out;
    for (Member const& member : node.members) {
      bool const holds_parted = column == 0 && is_parted(member.key);
      if (!out.empty()) {
        if (parted || holds_parted || after_parted) out += '\n';
        out += indent;
      }
      if (!out.empty() || first == First::Alone) out += remark(member.value, column);
      auto const name = key(member.key);
      out += name.size() > longest_key ? "? " + name + '\n' + indent + ':' : name + ':';
      out += behind_key(member.value, column, column + unicode::length(name) + 1, member.key);
      after_parted = holds_parted;
    }
    return out;
  }

  std::string list(Node const& node, std::size_t column, std::string_view own_key) const {
    std::string const indent(column, ' ');
    std::string out;
    bool const sentences = style_.words.is_list(own_key);
    std::size_t lines_before = 0;
    for (Node const& item : node.items) {
      std::string here = "-";
      if (is_block(item)) {
        here += ' ' + block(item, column + step, own_key, First::BehindDash);
      } else {
        auto const text = leaf(item, column);
        here += (text.empty() ? "" : " " + text) + '\n';
      }
      auto const lines = lines_of(here);
      if (!out.empty()) {
        if (item.is_map() && !sentences && std::max(lines, lines_before) > most_lines_close) out += '\n';
        out += indent;
      }
      out += remark(item, column);
      // A remark behind the dash would be taken for a lost text.
      if (item.is_map() && !item.members.empty()) out += remark(item.members.front().value, column);
      out += here;
      lines_before = item.is_map() ? lines : 0;
    }
    return out;
  }

  YamlStyle const& style_;
};

}  // namespace

std::string write_yaml_text(std::string_view text, YamlWords const& words) {
  return is_plain_yaml(text, YamlPlace::Value, words) ? std::string{text} : quoted_yaml(text);
}

std::string write_yaml(Node const& root, YamlStyle const& style) {
  YamlWriter const writer{style};
  if (YamlWriter::is_block(root)) return writer.remark(root, 0) + writer.block(root, 0, {});
  // A text alone has no neighbours that tell it from a map or a list that was mistyped.
  return (root.is_scalar() ? quoted_yaml(root.text()) : writer.leaf(root, 0)) + '\n';
}

}  // namespace resumec::syntax
