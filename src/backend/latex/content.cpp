#include "backend/latex/content.hpp"

#include "unicode/unicode.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace resumec::backend::latex {

namespace {

using base::NodeId;
using base::Role;
using flow::Block;
using flow::BlockKind;
using flow::Inline;
using flow::Inlines;

constexpr std::string_view bullets[] = {"•", "–"};

bool is_masthead(Macro const& macro) {
  auto const& uses = macro.source->uses;
  return std::find(uses.begin(), uses.end(), "masthead") != uses.end();
}

std::string text_of(Inlines const& runs) {
  std::string text;
  for (auto const& run : runs) text += run.text;
  return text;
}

std::string marker_text(Block const& item) { return text_of(item.marker); }

}  // namespace

Content::Content(flow::Document const& document, Templates const& templates, Escaper& escaper)
    : document_{document}, templates_{templates}, escaper_{escaper} {}

// ---- what blocks are

template <class Wanted>
NodeId Content::upwards(NodeId from, NodeId end, Wanted wanted) const {
  // Parents come before their children, so the walk ends.
  for (auto at = from; at && at != end; at = node(at).parent) {
    if (wanted(node(at))) return at;
  }
  return {};
}

NodeId Content::slot_node(NodeId from, NodeId end) const {
  return upwards(from, end, [](flow::Node const& n) { return static_cast<bool>(n.slot); });
}

NodeId Content::template_node(NodeId from, NodeId end) const {
  return upwards(from, end, [](flow::Node const& n) { return static_cast<bool>(n.template_id); });
}

std::string Content::slot_name(NodeId slot) const { return argument_name(document_.slot_names[node(slot).slot.index()]); }

/// The node with the template, if the block is an entry: its own, or, for an entry behind a number, that of the item's body.
NodeId Content::entry_of(Block const& block) const {
  if (block.kind != BlockKind::Stack && block.kind != BlockKind::Item) return {};
  if (node(block.node).template_id) return block.node;
  if (block.kind != BlockKind::Item || block.children.empty()) return {};
  return template_node(block.children.front().node, block.node);
}

bool Content::is_labelled_list(Block const& block) const {
  return block.kind == BlockKind::Stack && node(block.node).role == Role::List && !block.children.empty() &&
         entry_of(block.children.front());
}

bool Content::is_points(Block const& block) const {
  bool const is_list = block.kind == BlockKind::Stack || block.kind == BlockKind::Columns;
  return is_list && node(block.node).role == Role::List && !is_labelled_list(block);
}

// ---- sorting the blocks of an entry

Content::Call Content::gather(Block const& block, NodeId own) {
  Call call;
  call.node = own;
  // The masthead's node is the document; its template is named by its lines.
  auto named = node(own).template_id;
  if (!named && !block.children.empty()) named = node(block.children.front().node).template_id;
  if (named) call.macro = templates_.find(document_.template_names[named.index()]);
  if (own && own.index() > 0) call.lang = node(own).lang;
  if (call.macro != nullptr) {
    needs_.macros.insert(call.macro->name);
    needs_.columns |= call.macro->has_columns;
    sort(block.children, call);
  }
  return call;
}

void Content::sort(std::vector<Block> const& blocks, Call& call) {
  for (auto const& block : blocks) sort(block, call);
}

bool Content::take_line(Block const& block, Call& call) const {
  std::map<std::string, Inlines> found;
  for (auto const& run : block.inlines) {
    auto const slot = slot_node(run.node, block.node);
    if (!slot) continue;
    auto const name = slot_name(slot);
    if (!call.macro->takes(name) || call.lines.contains(name)) return false;
    found[name].push_back(run);
  }
  if (found.empty()) return false;
  call.lines.merge(found);
  return true;
}

void Content::take_contacts(Block const& block, Content const& content, Call& call) {
  NodeId last;
  for (auto const& run : block.inlines) {
    auto const item = content.slot_node(run.node, block.node);
    if (!item) continue;  // a separator
    if (item != last) call.contacts.emplace_back();
    last = item;
    call.contacts.back().push_back(run);
  }
}

void Content::sort(Block const& block, Call& call) {
  bool const own = block.node == call.node;
  auto const& macro = *call.macro;
  switch (block.kind) {
    case BlockKind::Rule:
      if (!macro.has_rule) call.more.push_back(&block);
      return;
    case BlockKind::Row: {
      Call trial = call;
      if (std::all_of(block.children.begin(), block.children.end(), [&](Block const& cell) { return take_line(cell, trial); }))
        call.lines = std::move(trial.lines);
      else
        call.more.push_back(&block);
      return;
    }
    case BlockKind::Contacts:
      if (macro.takes("contacts"))
        take_contacts(block, *this, call);
      else
        call.more.push_back(&block);
      return;
    case BlockKind::Item:
      if (!own || !macro.is_labelled) break;
      if (macro.takes("number") && marker_text(block).starts_with(macro.label_before) && !block.marker.empty() &&
          marker_text(block) != "•") {
        auto marker = block.marker;
        auto& text = marker.front().text;
        text = text.substr(macro.label_before.size());
        if (text.ends_with(macro.label_after)) text.resize(text.size() - macro.label_after.size());
        call.lines["number"] = std::move(marker);
      }
      sort(block.children, call);
      return;
    case BlockKind::Stack:
    case BlockKind::Columns:
      if (own && (block.kind == BlockKind::Stack || macro.has_columns)) return sort(block.children, call);
      break;
    case BlockKind::Paragraph: {
      bool const is_joined = !block.inlines.empty() && template_node(block.inlines.front().node, block.node);
      if (is_joined) break;
      if (!node(block.node).slot) {
        if (!take_line(block, call)) (macro.takes_lines ? call.more : call.body).push_back(&block);
        return;
      }
      break;
    }
  }
  if (auto const slot = node(block.node).slot; slot && !entry_of(block)) {
    auto const name = slot_name(block.node);
    (macro.takes(name) ? call.blocks[name] : call.more).push_back(&block);
    return;
  }
  // The list below "Courses:" belongs to it.
  if (is_points(block) && call.body.empty()) {
    for (auto& [name, blocks] : call.blocks) {
      bool const is_label = blocks.size() == 1 && blocks.front()->keep == flow::Keep::WithNext && blocks.front()->inlines.size() == 1 &&
                            blocks.front()->inlines.front().generated;
      if (is_label) {
        blocks.push_back(&block);
        return;
      }
    }
  }
  call.body.push_back(&block);
}

// ---- writing calls

/// A section's title is kept with its first entry, so what that one says of the page's end concerns the place above the title.
flow::BreakBefore Content::strongest_above(Block const& section) const {
  auto wish = section.break_before;
  for (auto const& child : section.children) {
    if (!entry_of(child) && !is_labelled_list(child)) continue;
    auto const& entry = is_labelled_list(child) ? child.children.front() : child;
    return std::max(wish, entry.break_before);
  }
  return wish;
}

void Content::wish(flow::BreakBefore wish, std::size_t indent, Source& out) {
  constexpr std::string_view words[] = {"", "avoid", "prefer", "force"};
  if (wish != flow::BreakBefore::Free) out.line(indent, fmt::format("\\resumebreak{{{}}}", words[static_cast<std::size_t>(wish)]));
}

void Content::write(Source& out) {
  for (auto const& column : document_.columns) {
    for (auto const& block : column.blocks) {
      out.blank();
      wish(strongest_above(block), 0, out);
      auto made = gather(block, block.node);
      if (made.macro == nullptr) {
        one(block, 0, out);
        continue;
      }
      if (column.role == flow::ColumnRole::Full) {
        out.line(0, made.macro->name + "{");
        arguments(made, 2, out);
        out.line(0, "}");
        continue;
      }
      auto const name = made.macro->name.substr(1);
      if (made.lines.size() == 1 && made.blocks.empty() && made.more.empty() && made.lang.empty()) {
        escaper_.start();
        auto const& [key, runs] = *made.lines.begin();
        out.line(0, fmt::format("\\begin{{{}}}{{{}={{{}}}}}", name, key, inlines(runs, &made.macro->contexts.at(key))));
      } else {
        out.line(0, fmt::format("\\begin{{{}}}{{", name));
        arguments(made, 2, out);
        out.line(0, "}");
      }
      body(made, 2, out);
      out.line(0, fmt::format("\\end{{{}}}", name));
    }
  }
}

void Content::call(Block const& block, NodeId own, std::size_t indent, Source& out) {
  wish(block.break_before, indent, out);
  auto const made = gather(block, own);
  if (made.macro == nullptr) {
    for (auto const& child : block.children) one(child, indent, out);
    return;
  }
  bool const is_bare = made.lang.empty() && made.lines.empty() && made.blocks.empty() && made.contacts.empty() && made.more.empty();
  out.line(indent, made.macro->name + (is_bare ? "{}{" : "{"));
  arguments(made, indent + 2, out);
  if (made.body.empty()) return out.line(indent, "}");
  if (!is_bare) out.line(indent, "}{");
  body(made, indent + 2, out);
  out.line(indent, "}");
}

void Content::arguments(Call const& call, std::size_t indent, Source& out) {
  if (!call.lang.empty()) {
    needs_.languages.insert(call.lang);
    out.line(indent, fmt::format("language={{{}}},", babel_name(call.lang)));
  }
  for (auto const& name : call.macro->arguments) {
    if (auto const found = call.lines.find(name); found != call.lines.end()) {
      escaper_.start();
      auto const value = inlines(found->second, &call.macro->contexts.at(name));
      out.line(indent, fmt::format("{}={{{}}},", name, is_masthead(*call.macro) ? kept(name, found->second, value) : value));
    }
    if (auto const found = call.blocks.find(name); found != call.blocks.end())
      text_blocks(found->second, name + "={", indent, 0, "},", out);
    if (name == "contacts" && !call.contacts.empty()) {
      out.line(indent, "contacts={");
      for (auto const& contact : call.contacts) {
        escaper_.start();
        out.line(indent + 2, fmt::format("\\resumecontact{{{}}}", inlines(contact, &call.macro->contexts.at(name))));
      }
      out.line(indent, "},");
    }
  }
  if (!call.more.empty()) {
    out.line(indent, "more={");
    sequence(call.more, indent + 2, out);
    out.line(indent, "},");
  }
}

/// Name and headline stand in more than one place; where they are plain text, the settings hold them.
std::string Content::kept(std::string const& argument, Inlines const& runs, std::string const& value) {
  bool const is_plain = std::none_of(runs.begin(), runs.end(), [](Inline const& run) { return run.kind != flow::InlineKind::Text; });
  if (!is_plain || value.empty()) return value;
  if (argument == "name" && text_of(runs) == document_.metadata.author) {
    needs_.name = value;
    return "\\resumename";
  }
  if (argument == "headline") {
    needs_.headline = value;
    return "\\resumeheadline";
  }
  return value;
}

void Content::body(Call const& call, std::size_t indent, Source& out) {
  bool const only_points = call.body.size() == 1 && is_points(*call.body.front()) && call.body.front()->kind == BlockKind::Stack;
  if (only_points && call.macro->shows_points) {
    for (auto const& item : call.body.front()->children) point(item, indent, 0, out);
  } else {
    sequence(call.body, indent, out);
  }
}

void Content::sequence(Pointers const& blocks, std::size_t indent, Source& out) {
  for (auto const* const block : blocks) one(*block, indent, out);
}

void Content::one(Block const& block, std::size_t indent, Source& out) {
  if (is_labelled_list(block)) return labelled(block, indent, out);
  if (auto const own = entry_of(block)) return call(block, own, indent, out);
  auto const above = block.above > 0 ? fmt::format("[above={}]", block.above) : std::string{};
  switch (block.kind) {
    case BlockKind::Paragraph:
    case BlockKind::Contacts:
      if (!block.inlines.empty() && template_node(block.inlines.front().node, block.node)) return joined(block, indent, out);
      escaper_.start();
      out.line(indent, fmt::format("\\resumeline{}{{{}}}", above, inlines(block.inlines, nullptr)));
      return;
    case BlockKind::Row: {
      std::string cells;
      for (auto const& cell : block.children) {
        escaper_.start();
        cells += "{" + inlines(cell.inlines, nullptr) + "}";
      }
      out.line(indent, fmt::format("\\resumerow{}{}", above, cells));
      return;
    }
    case BlockKind::Rule:
      out.line(indent, fmt::format("\\resumerule{}{{0.3bp}}", above));
      return;
    case BlockKind::Columns:
      needs_.columns = true;
      out.line(indent, fmt::format("\\begin{{resumecolumns}}{{{}}}", block.column_count));
      if (is_points(block)) {
        points(block, indent + 2, 0, out);
      } else {
        for (auto const& child : block.children) one(child, indent + 2, out);
      }
      out.line(indent, "\\end{resumecolumns}");
      return;
    case BlockKind::Item:
      out.line(indent, "\\begin{resumepoints}");
      point(block, indent + 2, 0, out);
      out.line(indent, "\\end{resumepoints}");
      return;
    case BlockKind::Stack:
      if (is_points(block)) return points(block, indent, 0, out);
      if (node(block.node).role == Role::Quote) out.line(indent, "\\begin{resumequote}");
      for (auto const& child : block.children) one(child, indent + (node(block.node).role == Role::Quote ? 2 : 0), out);
      if (node(block.node).role == Role::Quote) out.line(indent, "\\end{resumequote}");
      return;
  }
}

/// Entries with numbers: the environment is told the widest of them.
void Content::labelled(Block const& list, std::size_t indent, Source& out) {
  Inlines widest;
  std::size_t width = 0;
  for (auto const& child : list.children) {
    bool const wraps = child.kind == BlockKind::Stack && !child.children.empty() && child.children.front().kind == BlockKind::Item;
    auto const& item = wraps ? child.children.front() : child;
    auto const length = unicode::length(marker_text(item));
    if (length > width) {
      width = length;
      widest = item.marker;
    }
  }
  escaper_.start();
  auto const widest_text = width > 1 ? inlines(widest, nullptr) : std::string{};
  if (!widest_text.empty()) out.line(indent, fmt::format("\\begin{{resumelabels}}{{{}}}", widest_text));
  auto const inner = widest_text.empty() ? indent : indent + 2;
  for (auto const& child : list.children) {
    if (child.kind == BlockKind::Item && !child.marker.empty()) {
      escaper_.start();
      out.line(inner, fmt::format("\\resumelabel{{{}}}", inlines(child.marker, nullptr)));
    }
    call(child, entry_of(child), inner, out);
  }
  if (!widest_text.empty()) out.line(indent, "\\end{resumelabels}");
}

/// Entries of one line each in one paragraph.
void Content::joined(Block const& paragraph, std::size_t indent, Source& out) {
  NodeId last;
  std::vector<std::pair<NodeId, Inlines>> entries;
  for (auto const& run : paragraph.inlines) {
    auto const own = template_node(run.node, paragraph.node);
    if (!own) continue;  // between two entries
    if (own != last) entries.emplace_back(own, Inlines{});
    last = own;
    entries.back().second.push_back(run);
  }
  bool first = true;
  for (auto const& [own, runs] : entries) {
    Call call;
    call.node = own;
    call.macro = templates_.find(document_.template_names[node(own).template_id.index()]);
    call.lang = node(own).lang;
    if (call.macro == nullptr) continue;
    needs_.macros.insert(call.macro->name);
    auto const& element = call.macro->source->root;
    auto const* const between = element.find("joined");
    if (std::exchange(first, false)) {
      auto const words = between == nullptr ? std::string{} : escaper_.separator(between->text);
      out.line(indent, fmt::format("\\begin{{resumejoined}}{{{}}}", words));
    }
    Block line;
    line.node = own;
    line.inlines = runs;
    if (!take_line(line, call)) call.more.push_back(&line);
    out.line(indent + 2, call.macro->name + "{");
    arguments(call, indent + 4, out);
    out.line(indent + 2, "}");
  }
  if (!first) out.line(indent, "\\end{resumejoined}");
}

void Content::points(Block const& list, std::size_t indent, int depth, Source& out) {
  out.line(indent, "\\begin{resumepoints}");
  for (auto const& item : list.children) point(item, indent + 2, depth, out);
  out.line(indent, "\\end{resumepoints}");
}

void Content::point(Block const& item, std::size_t indent, int depth, Source& out) {
  auto const marker = marker_text(item);
  std::string before = "\\item ";
  if (item.kind != BlockKind::Item) {
    before = "\\resumeplainitem ";
  } else if (marker != bullets[depth > 0 ? 1 : 0]) {
    escaper_.start();
    before = marker == bullets[0] ? "\\item[\\resumebullet] " : fmt::format("\\item[{{{}}}] ", inlines(item.marker, nullptr));
  }
  Pointers blocks;
  if (item.kind == BlockKind::Paragraph) {
    blocks.push_back(&item);
  } else {
    for (auto const& child : item.children) blocks.push_back(&child);
  }
  text_blocks(blocks, before, indent, depth + 1, "", out);
}

/// Paragraphs and lists of one text, between `before` and `after`. A blank line parts paragraphs.
void Content::text_blocks(Pointers const& blocks, std::string_view before, std::size_t indent, int depth, std::string_view after,
                          Source& out) {
  bool first = true, open = false;
  std::string head{before};
  std::size_t const inner = indent + 2;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    auto const& block = *blocks[i];
    bool const is_text = block.kind == BlockKind::Paragraph;
    bool const is_last = i + 1 == blocks.size();
    if (is_text) {
      escaper_.start(head == "\\item " ? Escaper::Before::Item : Escaper::Before::Braces);
      auto content = inlines(block.inlines, nullptr);
      if (block.looseness != 0) content = fmt::format("\\looseness={} {}", block.looseness, content);
      if (!first) out.blank();
      out.line(first ? indent : inner, head + content + (is_last ? std::string{after} : std::string{}));
      open = is_last;
    } else {
      if (first) out.line(indent, std::string_view{head}.substr(0, head.find_last_not_of(' ') + 1));
      if (is_points(block) && block.kind == BlockKind::Stack)
        points(block, inner, depth, out);
      else
        one(block, inner, out);
      open = false;
    }
    head.clear();
    first = false;
  }
  if (!open && !after.empty()) out.line(indent, first ? head + std::string{after} : std::string{after});
}

std::string Content::running(Block const& block) {
  std::string result;
  is_running_ = true;
  auto const cell = [&](Block const& part) {
    escaper_.start();
    return inlines(part.inlines, nullptr);
  };
  if (block.kind != BlockKind::Row) return cell(block);
  for (auto const& part : block.children) {
    if (!result.empty()) result += "\\hfill ";
    result += cell(part);
  }
  return result;
}

// ---- inlines

/// What surrounds a run, from the outside in: an identity, by which neighbours share it, and the TeX that opens it.
std::vector<std::pair<std::string, std::string>> Content::wrappers(Inline const& run, style::ComputedStyle const* context) {
  std::vector<std::pair<std::string, std::string>> result;
  for (auto at = run.node; at; at = node(at).parent) {
    auto const& one = node(at);
    std::string open;
    if (one.role == Role::Strong) open = "\\textbf{";
    if (one.role == Role::Emphasis) open = "\\emph{";
    if (one.role == Role::Code) open = "\\texttt{";
    if (one.role == Role::Link && one.link) open = fmt::format("\\resumelink{{{}}}{{", Escaper::url(document_.links[one.link.index()].url));
    if (one.role == Role::Span && !one.lang.empty() && !one.template_id) {
      needs_.languages.insert(one.lang);
      open = fmt::format("\\foreignlanguage{{{}}}{{", babel_name(one.lang));
    }
    if (!open.empty()) result.emplace_back(fmt::format("{}", at.value), std::move(open));
    // Blocks are above all inlines.
    if (one.role == Role::Paragraph || one.role == Role::Heading || one.role == Role::Entry || one.role == Role::ListBody) break;
  }
  std::reverse(result.begin(), result.end());
  auto const& style = document_.styles[run.style.index()];
  auto const flag = [&](bool on, std::string_view open) {
    if (on) result.emplace_back(std::string{open}, std::string{open});
  };
  flag(style.caps == style::Caps::Small && (context == nullptr || context->caps != style::Caps::Small), "\\textsc{");
  flag(style.script == style::Script::Super, "\\textsuperscript{");
  flag(style.script == style::Script::Sub, "\\textsubscript{");
  bool const underlined = style.underline && (context == nullptr || !context->underline);
  bool const struck = style.strike && (context == nullptr || !context->strike);
  flag(underlined, "\\uline{");
  flag(struck, "\\sout{");
  needs_.lines_in_text |= underlined || struck;
  return result;
}

std::string Content::inlines(Inlines const& runs, style::ComputedStyle const* context) {
  std::string out;
  std::vector<std::pair<std::string, std::string>> open;
  for (auto const& run : runs) {
    auto wanted = wrappers(run, context);
    std::size_t common = 0;
    while (common < open.size() && common < wanted.size() && open[common].first == wanted[common].first) ++common;
    out.append(open.size() - common, '}');
    for (auto i = common; i < wanted.size(); ++i) out += wanted[i].second;
    open = std::move(wanted);
    switch (run.kind) {
      case flow::InlineKind::Text: {
        auto const text = escaper_.text(run.text, run.span);
        out += is_running_ && text == needs_.name ? "\\resumename{}" : text;
        break;
      }
      case flow::InlineKind::HardBreak:
        out += "\\newline{}";
        escaper_.start();
        break;
      case flow::InlineKind::LineEnd:
        out += run.text + "\\linebreak{}";
        escaper_.start();
        break;
      case flow::InlineKind::PageNumber:
        out += "\\thepage{}";
        break;
      case flow::InlineKind::PageCount:
        out += "\\resumepages{}";
        break;
    }
  }
  out.append(open.size(), '}');
  return out;
}

}  // namespace resumec::backend::latex
