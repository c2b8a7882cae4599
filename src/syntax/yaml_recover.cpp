#include "syntax/yaml_recover.hpp"

#include "diag/report.hpp"
#include "syntax/yaml_chars.hpp"
#include "syntax/yaml_scan.hpp"

#include <algorithm>
#include <utility>

namespace resumec::syntax {

namespace {

using diag::Kind;

struct Line {
  std::size_t begin, content, end;
  std::size_t indentation() const { return content - begin; }
};

/// The first line from `at` on with anything but blanks and comments; its content is at `end` if there is none.
Line content_line(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end) {
    std::size_t content = at;
    while (content < end && text[content] == ' ') ++content;
    std::size_t const stop = std::min(line_end(text, content), end);
    if (content < stop && text[content] != '#') return {at, content, stop};
    at = next_line(text, stop);
  }
  return {end, end, end};
}

bool is_dash(std::string_view text, std::size_t at) { return at < text.size() && text[at] == '-' && ends_token(text, at + 1); }

}  // namespace

YamlRecovery::YamlRecovery(PatchedText const& patched, std::span<std::uint32_t const> unreadable, YamlLimits const& limits,
                           Diagnostics& diagnostics)
    : patched_{patched}, unreadable_{unreadable}, limits_{limits}, diagnostics_{diagnostics}, work_{patched.text()} {
  bytes_left_ = 20 * work_.size() + (1U << 16U);
  // An alias may stand in another piece than its anchor. The text is refused anyway: aliases become plain text here.
  for (std::size_t at = work_.find('*'); at != std::string::npos; at = work_.find('*', at + 1)) {
    if (at == 0 || is_white(work_[at - 1]) || work_[at - 1] == '[' || work_[at - 1] == ',') work_[at] = '_';
  }
}

Node YamlRecovery::read() { return read_range(0, work_.size(), 0); }

std::optional<Node> YamlRecovery::try_range(std::size_t begin, std::size_t end, YamlFailure& failure) {
  std::size_t const size = end - begin;
  if (size > bytes_left_) {
    bytes_left_ = 0;
    failure = {begin, "there are too many errors around this place to read on"};
    return std::nullopt;
  }
  bytes_left_ -= size;
  Diagnostics found;
  TreeBuilder builder{patched_, unreadable_, limits_, budget_, found};
  if (auto failed = parse_events(std::string_view{work_}.substr(begin, size), begin, builder)) {
    failure = std::move(*failed);
    return std::nullopt;
  }
  diagnostics_.append(found);
  return builder.finish();
}

Node YamlRecovery::failed(YamlFailure const& failure, std::size_t begin, std::size_t end) {
  std::size_t at = std::clamp(failure.at, begin, end);
  if (at == end && at > begin) at = trim_end(work_, begin, end);
  std::size_t stop = std::min(line_end(work_, at), end);
  if (at == stop && at > begin) {  // yaml-cpp noticed it only where the line was over: show the line
    std::size_t start = at;
    while (start > begin && work_[start - 1] != '\n') --start;
    at = std::max(begin, std::min(work_.find_first_not_of(" -", start), at));
  }
  stop = std::max(at, trim_end(work_, at, stop));
  diag::report<Kind::YamlSyntax>(diagnostics_, patched_.span(at, stop), failure.message);
  Node node;
  node.kind = Node::Kind::Error;
  Line const first = content_line(work_, begin, end);
  node.span = patched_.span(first.content, std::max(first.content, trim_end(work_, first.content, end)));
  return node;
}

/// The starts of the entries in [begin, end): lines indented as the first one, or less.
std::vector<std::size_t> YamlRecovery::entries(std::size_t begin, std::size_t end) const {
  std::vector<std::size_t> starts;
  Line const first = content_line(work_, begin, end);
  bool const list = is_dash(work_, first.content);
  for (Line line = first; line.begin < end; line = content_line(work_, next_line(work_, line.end), end)) {
    if (line.indentation() > first.indentation()) continue;
    char const c = work_[line.content];
    bool const continues = c == ']' || c == '}' || (!list && line.indentation() == first.indentation() && is_dash(work_, line.content));
    if (!continues || starts.empty()) starts.push_back(line.begin);
  }
  return starts;
}

Node YamlRecovery::read_range(std::size_t begin, std::size_t end, std::size_t depth) {
  YamlFailure failure;
  if (auto node = try_range(begin, end, failure)) return std::move(*node);
  if (depth >= limits_.depth || bytes_left_ == 0) return failed(failure, begin, end);
  std::vector<std::size_t> const starts = entries(begin, end);
  if (starts.size() <= 1) return read_entry(begin, end, depth, failure);
  std::vector<Node> nodes;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    nodes.push_back(read_range(starts[i], i + 1 < starts.size() ? starts[i + 1] : end, depth + 1));
  }
  return merge(std::move(nodes));
}

/// One entry that cannot be read as a whole: its key or dash is kept, and what stands below is read alone.
Node YamlRecovery::read_entry(std::size_t begin, std::size_t end, std::size_t depth, YamlFailure const& failure) {
  Line const line = content_line(work_, begin, end);
  if (line.begin >= end) return failed(failure, begin, end);
  Node node;
  if (is_dash(work_, line.content)) {
    work_[line.content] = ' ';
    node.kind = Node::Kind::List;
    node.items.push_back(read_range(line.begin, end, depth + 1));
    node.span = patched_.span(line.content, trim_end(work_, line.content, end));
    return node;
  }
  auto const key = find_key(work_, line.content, line.end);
  if (!key) return failed(failure, begin, end);
  node.kind = Node::Kind::Map;
  node.span = patched_.span(line.content, trim_end(work_, line.content, end));
  std::size_t const value = skip_blanks(work_, key->colon + 1, line.end);
  std::size_t const below = std::min(next_line(work_, line.end), end);
  Node content = value >= line.end || work_[value] == '#' ? read_range(below, end, depth + 1) : failed(failure, line.begin, end);
  if (content.kind == Node::Kind::Error && value < line.end)
    content.span = patched_.span(value, std::max(value, trim_end(work_, value, end)));
  std::size_t const inset = key->quoted ? 1 : 0;
  node.members.push_back(
      {work_.substr(line.content + inset, key->end - line.content - 2 * inset), patched_.span(line.content, key->end), std::move(content)});
  return node;
}

Node YamlRecovery::merge(std::vector<Node> nodes) {
  Node all;
  bool const list = std::any_of(nodes.begin(), nodes.end(), [](Node const& node) { return node.is_list(); });
  bool const map = std::any_of(nodes.begin(), nodes.end(), [](Node const& node) { return node.is_map(); });
  all.kind = map ? Node::Kind::Map : list ? Node::Kind::List : Node::Kind::Error;
  all.span = {patched_.source(), nodes.front().span.begin, nodes.front().span.begin};
  for (Node const& node : nodes) all.span.end = std::max(all.span.end, node.span.end);
  for (Node& node : nodes) {
    if (node.is_map()) {
      std::move(node.members.begin(), node.members.end(), std::back_inserter(all.members));
    } else if (node.is_list() && !map) {
      std::move(node.items.begin(), node.items.end(), std::back_inserter(all.items));
    } else if (node.is_scalar() || node.is_list()) {
      Span const first_line{node.span.source, node.span.begin,
                            std::min(node.span.end, static_cast<std::uint32_t>(line_end(patched_.original(), node.span.begin)))};
      std::string_view const shown = patched_.original().substr(first_line.begin, first_line.size());
      auto member = report_stray(first_line, shown, node.kind, diagnostics_);
      if (member && map) all.members.push_back(std::move(*member));
    }
  }
  return all;
}

}  // namespace resumec::syntax
