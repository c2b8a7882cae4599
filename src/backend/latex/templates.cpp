#include "backend/latex/templates.hpp"

#include "backend/latex/styles.hpp"
#include "style/grammar.hpp"
#include "style/values.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace resumec::backend::latex {

namespace {

using style::ComputedStyle;
using style::Element;
using style::ElementKind;

/// Commands of the file's own that a template must not redefine.
constexpr std::string_view reserved[] = {
    "align",     "allowbreak",  "beginsection", "blocks",     "break",       "bullet",      "character", "columns",  "contact",
    "contacts",  "definestyle", "endsection",   "entries",    "entry",       "firstfoot",   "firsthead", "fontsize", "foot",
    "gap",       "gapafter",    "gaps",         "head",       "headline",    "hyphenation", "ifany",     "ifgiven",  "ifnone",
    "indent",    "indentby",    "item",         "items",      "joined",      "keys",        "label",     "labels",   "laterfoot",
    "laterhead", "leading",     "line",         "lineheight", "link",        "monoscale",   "more",      "name",     "narrowspace",
    "pages",     "part",        "plainitem",    "pointgap",   "points",      "quote",       "row",       "rule",     "rulewidth",
    "running",   "script",      "scriptfont",   "sep",        "size",        "slot",        "split",     "stack",    "style",
    "subbullet", "symbolfonts", "thinspace",    "tracking",   "unavailable", "value",       "withstyle", "words"};

/// `\resumeposition` of `position`: letters alone, so figures become words.
std::string macro_name(std::string_view name) {
  constexpr std::string_view figures[] = {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"};
  std::string result;
  for (char const c : name) {
    if (c >= '0' && c <= '9')
      result += figures[c - '0'];
    else if (c != '-')
      result += c;
  }
  if (std::find(std::begin(reserved), std::end(reserved), result) != std::end(reserved)) result += "item";
  return "\\resume" + result;
}

std::pair<std::string, std::string> around_field(std::string_view format) {
  auto const open = format.find('{');
  auto const close = open == std::string_view::npos ? open : format.find('}', open);
  if (close == std::string_view::npos) return {std::string{format}, {}};
  return {std::string{format.substr(0, open)}, std::string{format.substr(close + 1)}};
}

void add_once(std::vector<std::string>& words, std::string word) {
  if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(std::move(word));
}

std::string joined_arguments(std::string_view slots) {
  std::vector<std::string> names;
  // Points and entries are the body.
  for (auto const slot : style::split_words(slots)) add_once(names, slot == "points" || slot == "entries" ? "body" : argument_name(slot));
  return list(names, ",");
}

Element const* find_element(std::vector<Element> const& elements, ElementKind kind) {
  for (auto const& element : elements) {
    if (element.kind == kind) return &element;
    if (auto const* const inner = find_element(element.children, kind)) return inner;
  }
  return nullptr;
}

bool contains(std::vector<Element> const& elements, ElementKind kind) { return find_element(elements, kind) != nullptr; }

constexpr auto default_rule = base::Length::milli_pt(400);

}  // namespace

std::string argument_name(std::string_view slot) {
  if (slot == "org") return "organization";
  if (slot == "when") return "dates";
  if (slot == "cites") return "citations";
  if (slot == "url") return "address";
  return std::string{slot};
}

bool Macro::takes(std::string_view argument) const { return std::find(arguments.begin(), arguments.end(), argument) != arguments.end(); }

Templates::Templates(style::Resolved const& layout, flow::Document const& document, Escaper& escaper)
    : layout_{layout}, document_{document}, escaper_{escaper} {
  for (auto const& source : layout.layout().templates) {
    Macro macro;
    macro.source = &source;
    macro.name = macro_name(source.name);
    while (std::any_of(macros_.begin(), macros_.end(), [&](Macro const& m) { return m.name == macro.name; })) macro.name += "x";
    macro.shows_points = contains(source.root.children, ElementKind::Points);
    macro.shows_entries = contains(source.root.children, ElementKind::Entries);
    macro.has_rule = contains(source.root.children, ElementKind::Rule);
    macro.has_columns = contains(source.root.children, ElementKind::Columns);
    std::vector<std::string> rare;
    learn(source.root.children, macro, layout.body(document.metadata.lang), macro.arguments, rare);
    for (auto& argument : rare) add_once(macro.arguments, std::move(argument));
    macros_.push_back(std::move(macro));
  }
}

Macro const* Templates::find(std::string_view template_name) const {
  auto const found = std::find_if(macros_.begin(), macros_.end(), [&](Macro const& m) { return m.source->name == template_name; });
  return found == macros_.end() ? nullptr : &*found;
}

void Templates::learn(std::vector<Element> const& elements, Macro& macro, ComputedStyle const& around, std::vector<std::string>& arguments,
                      std::vector<std::string>& rare) {
  for (auto const& element : elements) {
    if (element.kind == ElementKind::Continued) continue;  // TeX ends its pages itself
    auto const style = layout_.apply(layout_.text(element, "style"), around);
    std::string_view slot;
    if (element.kind == ElementKind::Slot) slot = layout_.text(element, "name");
    if (element.kind == ElementKind::Blocks) slot = layout_.text(element, "slot");
    if (element.kind == ElementKind::Contacts) slot = "contacts";
    if (element.kind == ElementKind::Phrase) slot = layout_.text(element, "id");
    if (element.kind == ElementKind::Item && element.find("marker") != nullptr) {
      slot = layout_.text(element, "marker");
      std::tie(macro.label_before, macro.label_after) = around_field(layout_.text(element, "format", "{}"));
    }
    macro.takes_lines |= element.kind == ElementKind::Slot;
    macro.is_labelled |= element.kind == ElementKind::Item;
    if (!slot.empty()) {
      auto const name = argument_name(slot);
      add_once(arguments, name);
      macro.contexts.emplace(name, style);
    }
    auto& inner = layout_.text(element, "absent").empty() ? arguments : rare;
    learn(element.children, macro, style, inner, rare);
  }
}

bool Templates::skipped(Element const& condition) const {
  auto const option = layout_.text(condition, "option");
  return !option.empty() && layout_.option(option) != layout_.text(condition, "is", "true");
}

/// The tests of an `if` that depend on the content, each a macro before the braces of what it guards.
std::vector<std::string> Templates::conditions(Element const& condition) const {
  std::vector<std::string> result;
  constexpr std::pair<std::string_view, std::string_view> forms[] = {
      {"present", "\\resumeifgiven"}, {"absent", "\\resumeifnone"}, {"any", "\\resumeifany"}};
  for (auto const& [attribute, macro] : forms) {
    auto const slots = layout_.text(condition, attribute);
    if (!slots.empty()) result.push_back(fmt::format("{}{{{}}}{{", macro, joined_arguments(slots)));
  }
  return result;
}

std::vector<std::string> Templates::pieces(std::vector<Element> const& elements) {
  std::vector<std::string> result;
  for (auto const& element : elements) {
    auto const style = layout_.text(element, "style");
    auto const option = style.empty() ? std::string{} : fmt::format("[{}]", style);
    switch (element.kind) {
      case ElementKind::Slot:
        result.push_back(fmt::format("\\resumeslot{}{{{}}}", option, argument_name(layout_.text(element, "name"))));
        break;
      case ElementKind::Phrase:
        result.push_back(fmt::format("\\resumeslot{}{{{}}}", option, argument_name(layout_.text(element, "id"))));
        break;
      case ElementKind::Text:
        result.push_back(fmt::format("\\resumewords{}{{{}}}", option, escaper_.separator(element.text)));
        break;
      case ElementKind::Field: {
        auto const field = layout_.text(element, "name");
        auto const words = field == "page"    ? std::string{"\\thepage"}
                           : field == "pages" ? std::string{"\\resumepages"}
                                              : escaper_.separator(field == "name" ? document_.metadata.author : document_.metadata.title);
        result.push_back(fmt::format("\\resumewords{}{{{}}}", option, words));
        break;
      }
      case ElementKind::Separator:
        result.push_back(fmt::format("\\resumesep{}{{{}}}", option, escaper_.separator(element.text)));
        break;
      case ElementKind::Break:
        result.push_back("\\resumesep{\\newline}");
        break;
      case ElementKind::Inline:
        if (!style.empty()) result.push_back(fmt::format("\\resumewithstyle{{{}}}{{", style));
        for (auto& piece : pieces(element.children)) result.push_back(std::move(piece));
        if (!style.empty()) result.back() += "}";
        break;
      case ElementKind::If: {
        if (skipped(element)) break;
        auto inner = pieces(element.children);
        if (inner.empty()) break;
        auto const tests = conditions(element);
        std::string before;
        for (auto const& test : tests) before += test;
        inner.front() = before + inner.front();
        inner.back() += std::string(tests.size(), '}');
        for (auto& piece : inner) result.push_back(std::move(piece));
        break;
      }
      default:
        break;
    }
  }
  return result;
}

/// `[style=ragged,keep,above=2]`, or nothing.
std::string Templates::options(Element const& element, std::vector<std::string> first, Macro const& macro) {
  for (std::string_view const name : {"above", "below"}) {
    if (auto const value = layout_.integer(element, name, 0); value != 0) first.push_back(fmt::format("{}={}", name, value));
  }
  auto const keep = layout_.text(element, "keep");
  if (keep == "next") first.push_back("keep");
  if (keep == "previous") first.push_back("close");
  auto const& uses = macro.source->uses;
  if (layout_.flag(element, "heading") && std::find(uses.begin(), uses.end(), "section") != uses.end()) first.push_back("bookmark");
  return first.empty() ? std::string{} : "[" + list(first, ",") + "]";
}

void Templates::blocks(std::vector<Element> const& elements, Macro const& macro, std::size_t indent, Source& out) {
  for (auto const& element : elements) block(element, macro, indent, out);
}

void Templates::block(Element const& element, Macro const& macro, std::size_t indent, Source& out) {
  auto const style = layout_.text(element, "style");
  std::vector<std::string> styled;
  if (!style.empty()) styled.push_back(fmt::format("style={}", style));
  auto const inline_block = [&](std::string const& head, std::vector<std::string> content) {
    std::size_t length = indent + head.size() + 2;
    for (auto const& piece : content) length += piece.size();
    if (length < widest_line) {
      out.code(indent, head + "{" + list(content, "") + "}");
    } else {
      out.code(indent, head + "{");
      out.code(indent + 2, content);
      out.code(indent, "}");
    }
  };
  switch (element.kind) {
    case ElementKind::If: {
      if (skipped(element)) return;
      auto const tests = conditions(element);
      for (auto const& test : tests) out.code(indent, test);
      blocks(element.children, macro, tests.empty() ? indent : indent + 2, out);
      if (!tests.empty()) out.code(indent, std::string(tests.size(), '}'));
      return;
    }
    case ElementKind::Line:
      inline_block("\\resumeline" + options(element, styled, macro), pieces(element.children));
      return;
    case ElementKind::Row: {
      std::vector<std::string> left, right, settings;
      for (auto const& cell : element.children) {
        bool const is_left = cell.kind == ElementKind::Left;
        (is_left ? left : right) = pieces(cell.children);
        if (auto const name = layout_.text(cell, "style"); !name.empty())
          settings.push_back(fmt::format("{}={}", is_left ? "left" : "right", name));
      }
      out.code(indent, "\\resumerow" + options(element, settings, macro) + "{");
      out.code(indent + 2, left);
      out.code(indent, "}{");
      out.code(indent + 2, right);
      out.code(indent, "}");
      return;
    }
    case ElementKind::Stack:
      out.code(indent, "\\resumestack" + options(element, {}, macro) + "{");
      blocks(element.children, macro, indent + 2, out);
      out.code(indent, "}");
      return;
    case ElementKind::Blocks:
      out.code(indent,
               fmt::format("\\resumeblocks{}{{{}}}", options(element, styled, macro), argument_name(layout_.text(element, "slot"))));
      return;
    case ElementKind::Points: {
      for (std::string_view const name : {"marker", "nested-marker"}) {
        if (auto const* const value = element.find(name))
          styled.push_back(fmt::format("{}={{{}}}", name, escaper_.separator(layout_.text(*value))));
      }
      out.code(indent, "\\resumeitems" + options(element, styled, macro));
      return;
    }
    case ElementKind::Entries:
      out.code(indent, "\\resumeentries" + options(element, {}, macro));
      return;
    case ElementKind::Item: {
      auto const marker_style = layout_.text(element, "marker-style", "marker");
      auto const bullet = layout_.text(element, "otherwise");
      auto const otherwise = bullet == "•" && marker_style == "marker"
                                 ? std::string{"\\resumebullet"}
                                 : fmt::format("\\resumestyle{{{}}}{}", marker_style, escaper_.separator(bullet));
      auto const number = argument_name(layout_.text(element, "marker"));
      out.code(indent, fmt::format("\\resumeitem{{{}}}{{{}\\resumevalue{{{}}}{}}}{{{}}}{{", number, escaper_.separator(macro.label_before),
                                   number, escaper_.separator(macro.label_after), otherwise));
      blocks(element.children, macro, indent + 2, out);
      out.code(indent, "}");
      return;
    }
    case ElementKind::Rule: {
      auto const thickness = layout_.length(element, "thickness", default_rule);
      out.code(indent, fmt::format("\\resumerule{}{{{}}}", options(element, styled, macro),
                                   rule_ == thickness ? "\\resumerulewidth" : big_points(thickness)));
      return;
    }
    case ElementKind::Contacts:
      out.code(indent, fmt::format("\\resumecontacts{}{{{}}}", options(element, styled, macro),
                                   escaper_.separator(layout_.text(element, "separator", " · "))));
      return;
    case ElementKind::Columns:
      out.code(indent, fmt::format("\\begin{{resumecolumns}}{{{}}}", layout_.integer(element, "count", 1)));
      blocks(element.children, macro, indent + 2, out);
      out.code(indent, "\\end{resumecolumns}");
      return;
    default:
      return;
  }
}

void Templates::write(Macro const& macro, Source& out) {
  auto const& source = *macro.source;
  auto const has_use = [&](std::string_view use) { return std::find(source.uses.begin(), source.uses.end(), use) != source.uses.end(); };
  bool const is_masthead = has_use("masthead"), is_section = has_use("section");
  std::vector<std::string> uses;
  for (auto const& use : source.uses) uses.push_back(use == "*" ? "whatever has no macro of its own" : use);
  out.blank();
  out.comment(fmt::format("{}: {}", macro.name, list(uses)), "% ");
  auto arguments = macro.arguments;
  arguments.insert(arguments.end(), {"language", "more"});
  out.comment(fmt::format("takes {}{}", list(arguments),
                          is_masthead           ? ""
                          : is_section          ? "; around entries"
                          : macro.shows_entries ? "; then {points as \\item … or entries}"
                          : macro.shows_points  ? "; then {points as \\item …}"
                                                : ""),
              "%   ");
  if (macro.arguments.empty()) {
    out.line(0, fmt::format("\\resumekeys{{{}}}{{}}", source.name));
  } else {
    out.code(0, {fmt::format("\\resumekeys{{{}}}{{", source.name)});
    std::vector<std::string> keys;
    for (auto const& argument : macro.arguments) keys.push_back(argument + ",");
    keys.back().back() = '}';
    out.code(2, keys);
  }
  auto const gap = layout_.integer(source.root, "gap", 7);
  if (is_masthead)
    out.code(0, fmt::format("\\newcommand{{{}}}[1]{{\\resumepart{{{}}}{{#1}}{{", macro.name, source.name));
  else if (is_section)
    out.code(0, fmt::format("\\newenvironment{{{}}}[1]{{\\resumebeginsection{{{}}}{{#1}}{{", macro.name.substr(1), source.name));
  else
    out.code(0, fmt::format("\\newcommand{{{}}}[1]{{\\resumeentry{{{}}}{{{}}}{{#1}}{{", macro.name, source.name, gap));
  blocks(source.root.children, macro, 2, out);
  out.raw(is_section ? "}}{\\resumeendsection}\n" : "}}\n");
}

std::optional<base::Length> Templates::learn_rule(std::set<std::string> const& used) {
  for (auto const& macro : macros_) {
    if (rule_ || !used.contains(macro.name)) continue;
    if (auto const* const found = find_element(macro.source->root.children, ElementKind::Rule))
      rule_ = layout_.length(*found, "thickness", default_rule);
  }
  return rule_;
}

void Templates::write(std::set<std::string> const& used, Source& out) {
  for (auto const& macro : macros_) {
    if (used.contains(macro.name)) write(macro, out);
  }
}

}  // namespace resumec::backend::latex
