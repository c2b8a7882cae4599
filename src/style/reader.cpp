#include "style/reader.hpp"

#include "base/suggest.hpp"
#include "diag/report.hpp"
#include "style/grammar.hpp"
#include "style/xml_tree.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

namespace resumec::style {

namespace {

using diag::Kind;

bool is_blank_text(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

std::optional<ValueType> option_type(std::string_view word) {
  constexpr ValueType types[] = {ValueType::Color, ValueType::Length, ValueType::Number, ValueType::Word,
                                 ValueType::Bool,  ValueType::Font,   ValueType::Text,   ValueType::Margins};
  for (auto const type : types) {
    if (name_of(type) == word) return type;
  }
  return std::nullopt;
}

struct StandardOption {
  std::string_view name;
  ValueType type;
  std::string_view words, minimum, maximum, default_value, help;
};
// Smaller or tighter text cannot be read, larger is no body text.
constexpr StandardOption standard_table[] = {
    {"paper", ValueType::Word, "auto a4 letter", "", "", "auto", "auto: letter for en-US and en-CA, a4 elsewhere"},
    {"font-size", ValueType::Length, "", "7pt", "16pt", "10pt", "of body text; everything else follows"},
    {"margins", ValueType::Margins, "", "5mm", "90mm", "18mm", "one to four lengths, or a map of top, right, bottom and left"},
    {"leading", ValueType::Number, "", "1", "2", "1.22", "line height of body text, relative to its size"},
    {"accent", ValueType::Color, "", "", "", "#1a1a1a", "of what the layout accents"},
    {"font", ValueType::Font, "", "", "", "serif", "a font family or a role: serif, sans"},
};

/// The bounds of an option or attribute, in ValueRule's units.
std::int64_t bound(ValueType type, std::string_view text) {
  return type == ValueType::Length || type == ValueType::Margins ? parse_length(text)->raw() : *parse_number(text);
}

class Reader {
 public:
  Reader(SourceId source, std::string_view text, Diagnostics& diagnostics) : text_{text}, diagnostics_{diagnostics} {
    layout_.source = source;
  }

  std::shared_ptr<Layout const> run() {
    auto const errors_before = diagnostics_.count(Severity::Error);
    if (auto const root = read_xml(layout_.source, text_, diagnostics_)) file(*root);
    if (diagnostics_.count(Severity::Error) != errors_before) return nullptr;
    return std::make_shared<Layout const>(std::move(layout_));
  }

 private:
  // ---- form: elements and attributes by the grammar

  /// The rule of an element that may stand in `parent`; reports otherwise.
  ElementRule const* allowed(XmlElement const& xml, ElementRule const& parent, std::vector<std::string_view> const& known) {
    if (std::find(known.begin(), known.end(), xml.name) != known.end()) return find_element(xml.name);
    if (find_element(xml.name) != nullptr) {
      auto report = diag::report<Kind::MisplacedElement>(diagnostics_, xml.span, xml.name, parent.name);
      if (!known.empty()) report.hint(fmt::format("`{}` takes {}", parent.name, list_words(known)));
    } else {
      auto report = diag::report<Kind::UnknownElement>(diagnostics_, xml.span, xml.name);
      if (auto const near = base::nearest(xml.name, known)) report.hint(diag::did_you_mean(*near));
    }
    return nullptr;
  }

  static std::vector<std::string_view> children_of(ElementRule const& rule, Content content) {
    if (content == Content::Listed) return split_words(rule.children);
    if (content == Content::Cells) return {"left", "right"};
    std::vector<std::string_view> names;
    for (auto const& candidate : element_rules()) {
      bool const fits = content == Content::Blocks ? is_block(candidate.kind) : content == Content::Inlines && is_inline(candidate.kind);
      if (fits) names.push_back(candidate.name);
    }
    return names;
  }

  void check_text(XmlElement const& xml, ElementRule const& rule) {
    if (rule.content == Content::Characters || is_blank_text(xml.text)) return;
    auto report = diag::report<Kind::UnexpectedText>(diagnostics_, xml.span, xml.name);
    if (rule.content == Content::Inlines) report.hint("put words into `<text>…</text>`");
  }

  std::vector<Attribute> attributes(XmlElement const& xml, ElementRule const& rule) {
    std::vector<Attribute> result;
    for (auto const& attribute : xml.attributes) {
      auto const* const attribute_rule = find_attribute(rule, attribute.name);
      if (attribute_rule == nullptr) {
        auto report = diag::report<Kind::UnknownAttribute>(diagnostics_, attribute.name_span, rule.name, attribute.name);
        if (auto const near = base::nearest(attribute.name, attribute_names(rule))) report.hint(diag::did_you_mean(*near));
        continue;
      }
      result.push_back({attribute_rule->name, value(attribute, *attribute_rule)});
    }
    for (auto const& attribute_rule : rule.attributes) {
      if (attribute_rule.need == Need::Required && xml.find(attribute_rule.name) == nullptr) {
        diag::report<Kind::MissingAttribute>(diagnostics_, xml.span, rule.name, attribute_rule.name);
      }
    }
    return result;
  }

  Value value(XmlAttribute const& attribute, AttributeRule const& rule) {
    Value result{attribute.value, attribute.value_span, -1};
    auto const value_rule = rule.rule();
    if (attribute.value.starts_with('$') && !in_options_) {
      result.option = option_named(std::string_view{attribute.value}.substr(1), attribute.value_span);
      if (result.option >= 0) check_option_fits(layout_.options[static_cast<std::size_t>(result.option)], value_rule, attribute);
    } else if (check_value(value_rule, rule.name, attribute.value, attribute.value_span, diagnostics_) && rule.refers == Refers::Style) {
      check_style(attribute.value, attribute.value_span);
    }
    return result;
  }

  std::int32_t option_named(std::string_view name, Span span) {
    auto const index = layout_.find_option(name);
    if (index < 0) {
      auto report = diag::report<Kind::UnknownLayoutOption>(diagnostics_, span, layout_.name, name);
      std::vector<std::string_view> names;
      for (auto const& option : layout_.options) names.push_back(option.name);
      if (auto const near = base::nearest(name, names))
        report.hint(diag::did_you_mean(*near));
      else
        report.hint(fmt::format("declare it with `<option name=\"{}\" …/>`", name));
    }
    return index;
  }

  /// Every value that the option may take must obey the attribute's rule. An option without a range takes that of its first use.
  void check_option_fits(Option& option, ValueRule const& rule, XmlAttribute const& attribute) {
    Diagnostics unused;
    std::vector<std::string> samples{option.default_value};
    if (option.type == ValueType::Word) samples = option.words;
    if (option.type == ValueType::Bool) samples = {"true", "false"};
    bool const is_length = option.type == ValueType::Length;
    if (is_length || option.type == ValueType::Number || option.type == ValueType::Integer) {
      if (option.minimum >= option.maximum && option.type == rule.type) {
        option.minimum = rule.minimum;
        option.maximum = rule.maximum;
      }
      if (option.minimum < option.maximum) {
        auto const write = is_length ? format_length : format_number;
        samples.push_back(write(option.minimum));
        samples.push_back(write(option.maximum));
      }
    }
    for (auto const& sample : samples) {
      if (check_value(rule, attribute.name, sample, attribute.value_span, unused)) continue;
      diag::report<Kind::OptionMismatch>(diagnostics_, attribute.value_span, option.name, attribute.name)
          .hint(fmt::format("`{}` may be `{}`", option.name, sample));
      return;
    }
  }

  void check_style(std::string_view name, Span span) {
    if (std::find(style_names_.begin(), style_names_.end(), name) != style_names_.end()) return;
    auto report = diag::report<Kind::UnknownStyle>(diagnostics_, span, name);
    if (auto const near = base::nearest(name, style_names_)) report.hint(diag::did_you_mean(*near));
  }

  // ---- the file

  void file(XmlElement const& root) {
    auto const& rule = rule_of(ElementKind::Layout);
    if (root.name != rule.name) {
      diag::report<Kind::UnknownElement>(diagnostics_, root.span, root.name).hint("the root of a layout is `layout`");
      return;
    }
    if (auto const* const version = root.find("version"); version != nullptr && version->value != "1") {
      diag::report<Kind::UnsupportedLayoutVersion>(diagnostics_, version->value_span, version->value);
      return;
    }
    if (auto const* const extends = root.find("extends")) diag::report<Kind::NotSupportedYet>(diagnostics_, extends->name_span, "extends");
    if (auto const* const name = root.find("name")) layout_.name = name->value;
    attributes(root, rule);
    check_text(root, rule);
    auto const known = children_of(rule, Content::Listed);
    std::vector<std::pair<ElementKind, XmlElement const*>> parts;
    for (auto const& child : root.children) {
      if (auto const* const child_rule = allowed(child, rule, known)) parts.emplace_back(child_rule->kind, &child);
    }
    for (auto const kind : {ElementKind::Options, ElementKind::Styles, ElementKind::Page, ElementKind::Placement})
      check_single(parts, kind);
    // What others refer to comes first, wherever it stands in the file.
    auto const each = [&](ElementKind kind, auto read) {
      for (auto const& [part_kind, xml] : parts) {
        if (part_kind == kind) read(*xml);
      }
    };
    each(ElementKind::Options, [&](XmlElement const& xml) { options(xml); });
    add_standard_options();
    each(ElementKind::Styles, [&](XmlElement const& xml) { styles(xml); });
    each(ElementKind::Page, [&](XmlElement const& xml) {
      layout_.page = element(xml, rule_of(ElementKind::Page), Content::Nothing, SlotScope::Masthead);
      layout_.two_columns = layout_.page.find("main") != nullptr;
    });
    each(ElementKind::Header, [&](XmlElement const& xml) { running(xml, ElementKind::Header); });
    each(ElementKind::Footer, [&](XmlElement const& xml) { running(xml, ElementKind::Footer); });
    each(ElementKind::Template, [&](XmlElement const& xml) { read_template(xml); });
    each(ElementKind::Placement, [&](XmlElement const& xml) { placement(xml); });
    for (std::string_view const use : {"masthead", "section", "*"}) {
      if (!uses_.contains(use)) {
        diag::report<Kind::MissingTemplate>(diagnostics_, root.span, use).hint(fmt::format("add `<template name=\"…\" for=\"{}\">`", use));
      }
    }
  }

  void check_single(std::vector<std::pair<ElementKind, XmlElement const*>> const& parts, ElementKind kind) {
    XmlElement const* first = nullptr;
    for (auto const& [part_kind, xml] : parts) {
      if (part_kind != kind) continue;
      if (first != nullptr) {
        diag::report<Kind::DuplicateName>(diagnostics_, xml->span, "element", xml->name).label(first->span, "the first one");
      } else {
        first = xml;
      }
    }
  }

  template <class T>
  bool check_new(std::vector<T> const& existing, std::string_view what, XmlAttribute const& name, std::size_t limit) {
    for (std::size_t i = 0; i < limit; ++i) {
      if (existing[i].name != name.value) continue;
      diag::report<Kind::DuplicateName>(diagnostics_, name.value_span, what, name.value);
      return false;
    }
    return true;
  }

  // ---- options

  void options(XmlElement const& xml) {
    auto const& rule = rule_of(ElementKind::Options);
    in_options_ = true;
    attributes(xml, rule);
    check_text(xml, rule);
    for (auto const& child : xml.children) {
      if (allowed(child, rule, {"option"}) != nullptr) option(child);
    }
    in_options_ = false;
  }

  void option(XmlElement const& xml) {
    auto const& rule = rule_of(ElementKind::Option);
    attributes(xml, rule);
    check_text(xml, rule);
    for (auto const& child : xml.children) allowed(child, rule, {});
    auto const* const name = xml.find("name");
    if (name == nullptr || !check_new(layout_.options, "option", *name, layout_.options.size())) return;
    Option result;
    result.name = name->value;
    result.span = name->value_span;
    auto const* const standard = std::find_if(std::begin(standard_table), std::end(standard_table),
                                              [&](StandardOption const& candidate) { return candidate.name == name->value; });
    bool const is_standard = standard != std::end(standard_table);
    if (is_standard) result = from_standard(*standard, name->value_span);
    auto const* const type = xml.find("type");
    if (type != nullptr) {
      auto const parsed = option_type(type->value);
      if (!parsed) return;  // reported with the attributes
      if (is_standard && *parsed != result.type) {
        diag::report<Kind::UnknownChoice>(diagnostics_, type->value_span, type->value, "type",
                                          fmt::format("`{}` for the standard option `{}`", name_of(result.type), result.name));
        return;
      }
      result.type = *parsed;
    } else if (!is_standard) {
      diag::report<Kind::MissingAttribute>(diagnostics_, xml.span, "option", "type");
      return;
    }
    if (auto const* const values = xml.find("values")) {
      result.words.clear();
      for (auto const word : split_words(values->value)) result.words.emplace_back(word);
    }
    if (result.type == ValueType::Word && result.words.empty()) {
      diag::report<Kind::MissingAttribute>(diagnostics_, xml.span, "option", "values");
      return;
    }
    if (!bounds(xml, result)) return;
    if (auto const* const help = xml.find("help")) result.help = help->value;
    if (auto const* const value = xml.find("default")) {
      result.default_value = value->value;
      check_value(result.rule(), result.name, value->value, value->value_span, diagnostics_);
    } else if (!is_standard) {
      diag::report<Kind::MissingAttribute>(diagnostics_, xml.span, "option", "default");
      return;
    }
    layout_.options.push_back(std::move(result));
  }

  bool bounds(XmlElement const& xml, Option& option) {
    auto const* const minimum = xml.find("min");
    auto const* const maximum = xml.find("max");
    if (minimum == nullptr && maximum == nullptr) return true;
    bool const lengths = option.type == ValueType::Length || option.type == ValueType::Margins;
    // A standard option keeps the range of its kind: a layout may narrow it.
    ValueRule const rule{lengths ? ValueType::Length : ValueType::Number, {}, option.minimum, option.maximum};
    bool good = true;
    for (auto const* const attribute : {minimum, maximum}) {
      if (attribute == nullptr) continue;
      if (!check_value(rule, attribute->name, attribute->value, attribute->value_span, diagnostics_)) good = false;
    }
    if (!good) return false;
    constexpr std::int64_t far = std::int64_t{1} << 50;
    option.minimum = minimum != nullptr ? bound(rule.type, minimum->value) : (rule.minimum < rule.maximum ? rule.minimum : -far);
    option.maximum = maximum != nullptr ? bound(rule.type, maximum->value) : (rule.minimum < rule.maximum ? rule.maximum : far);
    if (option.minimum < option.maximum) return true;
    auto const& wrong = maximum != nullptr ? *maximum : *minimum;
    diag::report<Kind::OutOfRange>(diagnostics_, wrong.value_span, wrong.value, wrong.name,
                                   maximum != nullptr ? "more than `min`" : "less than `max`");
    return false;
  }

  static Option from_standard(StandardOption const& standard, Span span) {
    Option option;
    option.name = standard.name;
    option.type = standard.type;
    for (auto const word : split_words(standard.words)) option.words.emplace_back(word);
    if (!standard.minimum.empty()) {
      option.minimum = bound(standard.type, standard.minimum);
      option.maximum = bound(standard.type, standard.maximum);
    }
    option.default_value = standard.default_value;
    option.help = standard.help;
    option.span = span;
    return option;
  }

  void add_standard_options() {
    for (auto const& standard : standard_table) {
      if (layout_.find_option(standard.name) < 0) layout_.options.push_back(from_standard(standard, Span{}));
    }
  }

  // ---- styles

  void styles(XmlElement const& xml) {
    auto const& rule = rule_of(ElementKind::Styles);
    attributes(xml, rule);
    check_text(xml, rule);
    std::vector<XmlElement const*> good;
    for (auto const& child : xml.children) {
      if (allowed(child, rule, {"style"}) == nullptr) continue;
      if (auto const* const name = child.find("name")) style_names_.push_back(name->value);
      good.push_back(&child);
    }
    for (auto const* const child : good) style(*child);
    for (std::size_t i = 0; i < layout_.styles.size(); ++i) link_parent(i);
    for (auto const& style : layout_.styles) check_cycle(style);
  }

  void style(XmlElement const& xml) {
    auto const& rule = rule_of(ElementKind::Style);
    check_text(xml, rule);
    Style result;
    result.span = xml.span;
    if (auto const* const name = xml.find("name")) result.name = name->value;
    StyleLayer always;
    for (auto& attribute : attributes(xml, rule)) {
      if (attribute.name == "name") continue;
      if (attribute.name == "parent") {
        parents_.push_back({result.name, attribute.value.text});
      } else {
        always.properties.push_back(std::move(attribute));
      }
    }
    result.layers.push_back(std::move(always));
    for (auto const& child : xml.children) {
      if (allowed(child, rule, {"when"}) != nullptr) result.layers.push_back(when(child));
    }
    if (auto const* const name = xml.find("name")) {
      if (check_new(layout_.styles, "style", *name, layout_.styles.size())) layout_.styles.push_back(std::move(result));
    }
  }

  StyleLayer when(XmlElement const& xml) {
    auto const& rule = rule_of(ElementKind::When);
    check_text(xml, rule);
    for (auto const& child : xml.children) allowed(child, rule, {});
    StyleLayer layer;
    for (auto& attribute : attributes(xml, rule)) {
      if (attribute.name == "option" || attribute.name == "is") continue;
      layer.properties.push_back(std::move(attribute));
    }
    std::tie(layer.option, layer.is) = condition(xml);
    return layer;
  }

  /// The `option` and `is` of a condition; -1 without one.
  std::pair<std::int32_t, std::string> condition(XmlElement const& xml) {
    auto const* const name = xml.find("option");
    if (name == nullptr) return {-1, {}};
    auto const index = option_named(name->value, name->value_span);
    auto const* const is = xml.find("is");
    if (index >= 0 && is != nullptr) {
      check_value(layout_.options[static_cast<std::size_t>(index)].rule(), name->value, is->value, is->value_span, diagnostics_);
    }
    return {index, is == nullptr ? "true" : is->value};
  }

  void link_parent(std::size_t index) {
    Style& style = layout_.styles[index];
    for (auto const& parent : parents_) {
      if (parent.style == style.name) style.parent = layout_.find_style(parent.name);
    }
  }

  void check_cycle(Style const& style) {
    std::int32_t parent = style.parent;
    for (std::size_t steps = 0; parent >= 0; ++steps) {
      auto const& ancestor = layout_.styles[static_cast<std::size_t>(parent)];
      if (&ancestor == &style || steps > layout_.styles.size()) {
        if (&ancestor == &style) diag::report<Kind::StyleCycle>(diagnostics_, style.span, style.name);
        return;
      }
      parent = ancestor.parent;
    }
  }

  // ---- templates

  void running(XmlElement const& xml, ElementKind kind) {
    layout_.running.push_back(element(xml, rule_of(kind), Content::Blocks, SlotScope::Masthead));
  }

  void read_template(XmlElement const& xml) {
    Template result;
    auto const* const name = xml.find("name");
    if (name != nullptr) {
      result.name = name->value;
      check_new(layout_.templates, "template", *name, layout_.templates.size());
    }
    auto const* const uses = xml.find("for") != nullptr ? xml.find("for") : name;
    SlotScope scope = SlotScope::Entry;
    if (uses != nullptr) {
      for (auto const word : split_words(uses->value)) {
        if (word == "masthead") scope = SlotScope::Masthead;
        if (word == "section") scope = SlotScope::Section;
        use(word, uses->value_span);
        result.uses.emplace_back(word);
      }
    }
    result.root = element(xml, rule_of(ElementKind::Template), Content::Blocks, scope);
    if (auto const* const joined = xml.find("joined")) {
      bool const one_line = result.root.children.size() == 1 && result.root.children[0].kind == ElementKind::Line;
      if (!one_line) diag::report<Kind::MisplacedElement>(diagnostics_, joined->name_span, "joined", "a template of more than one `line`");
    }
    layout_.templates.push_back(std::move(result));
  }

  void use(std::string_view word, Span span) {
    std::vector<std::string_view> known{"masthead", "section", "role", "*"};
    known.insert(known.end(), entry_kinds().begin(), entry_kinds().end());
    if (std::find(known.begin(), known.end(), word) == known.end()) {
      auto report = diag::report<Kind::UnknownTemplateUse>(diagnostics_, span, word);
      if (auto const near = base::nearest(word, known)) report.hint(diag::did_you_mean(*near));
    } else if (!uses_.insert(std::string{word}).second) {
      diag::report<Kind::DuplicateName>(diagnostics_, span, "template for", word);
    }
  }

  Element element(XmlElement const& xml, ElementRule const& rule, Content content, SlotScope scope) {
    Element result;
    result.kind = rule.kind;
    result.span = xml.span;
    result.attributes = attributes(xml, rule);
    if (rule.content == Content::Characters) {
      result.text = xml.text;
    } else {
      check_text(xml, rule);
    }
    for (auto const& attribute_rule : rule.attributes) {
      if (attribute_rule.refers == Refers::Slot || attribute_rule.refers == Refers::Slots) check_slots(xml, attribute_rule, scope);
    }
    if (rule.kind == ElementKind::If) condition(xml);
    auto const known = children_of(rule, content);
    bool cells[2] = {false, false};
    for (auto const& child : xml.children) {
      auto const* const child_rule = allowed(child, rule, known);
      if (child_rule == nullptr) continue;
      result.children.push_back(element(child, *child_rule, child_rule->content == Content::Parent ? content : child_rule->content, scope));
      if (rule.content != Content::Cells) continue;
      bool& seen = cells[child_rule->kind == ElementKind::Right ? 1 : 0];
      if (seen) diag::report<Kind::DuplicateName>(diagnostics_, child.span, "cell", child.name);
      seen = true;
    }
    return result;
  }

  void check_slots(XmlElement const& xml, AttributeRule const& rule, SlotScope scope) {
    auto const* const attribute = xml.find(rule.name);
    if (attribute == nullptr || attribute->value.starts_with('$')) return;
    for (auto const word : split_words(attribute->value)) {
      if (find_slot(scope, word) != nullptr) continue;
      constexpr std::string_view things[] = {"mastheads", "sections", "entries"};
      auto report = diag::report<Kind::UnknownSlot>(diagnostics_, attribute->value_span, things[static_cast<std::size_t>(scope)], word);
      std::vector<std::string_view> names;
      for (auto const& slot : slot_rules()) {
        if (slot.scope == scope) names.push_back(slot.name);
      }
      if (auto const near = base::nearest(word, names)) report.hint(diag::did_you_mean(*near));
    }
  }

  void placement(XmlElement const& xml) {
    auto const& rule = rule_of(ElementKind::Placement);
    attributes(xml, rule);
    check_text(xml, rule);
    for (auto const& child : xml.children) {
      if (allowed(child, rule, {"column"}) == nullptr) continue;
      attributes(child, rule_of(ElementKind::Column));
      PlacementColumn column;
      if (auto const* const role = child.find("role")) {
        column.side = role->value == "side";
        if (column.side && !layout_.two_columns) {
          diag::report<Kind::MisplacedElement>(diagnostics_, role->value_span, "side", "a page of one column")
              .hint("give `page` the attribute `main`");
        }
      }
      if (auto const* const sections = child.find("sections")) {
        for (auto const word : split_words(sections->value)) column.roles.emplace_back(word);
      }
      if (auto const* const order = child.find("order")) column.listed_order = order->value == "listed";
      layout_.placement.push_back(std::move(column));
    }
  }

  struct ParentName {
    std::string style, name;
  };

  std::string_view text_;
  Diagnostics& diagnostics_;
  Layout layout_;
  std::vector<std::string_view> style_names_;  // of the XML tree, which outlives them
  std::vector<ParentName> parents_;
  std::set<std::string, std::less<>> uses_;
  bool in_options_ = false;
};

}  // namespace

std::shared_ptr<Layout const> read_layout(SourceId source, std::string_view text, Diagnostics& diagnostics) {
  return Reader{source, text, diagnostics}.run();
}

}  // namespace resumec::style
