// The RELAX NG schema of the layout language, printed from the grammar's table.
#include "style/grammar.hpp"
#include "style/layout_file.hpp"

#include <fmt/format.h>

namespace resumec::style {

namespace {

std::string escape(std::string_view text) {
  std::string result;
  for (char const c : text) {
    if (c == '&')
      result += "&amp;";
    else if (c == '<')
      result += "&lt;";
    else if (c == '"')
      result += "&quot;";
    else
      result += c;
  }
  return result;
}

/// The form of a value; every value may be an option as well.
std::string value_pattern(AttributeRule const& rule) {
  auto const pattern = [](std::string_view expression) {
    return fmt::format("<data type=\"string\"><param name=\"pattern\">{}</param></data>", escape(expression));
  };
  std::string own;
  switch (rule.type) {
    case ValueType::Text:
    case ValueType::Font:
      return "<text/>";
    case ValueType::Name:
      own = pattern("[A-Za-z][A-Za-z0-9\\-]*");
      break;
    case ValueType::Names:
      own = pattern("[A-Za-z0-9\\-* ]*");
      break;
    case ValueType::Color:
      own = pattern("#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})");
      break;
    case ValueType::Length:
      own = pattern("-?[0-9]{1,4}(\\.[0-9]{1,6})? ?(pt|mm|cm|in)");
      break;
    case ValueType::Margins:
      own = pattern("[0-9.]+(pt|mm|cm|in)( [0-9.]+(pt|mm|cm|in)){0,3}");
      break;
    case ValueType::Number:
      own = pattern("-?[0-9]{1,4}(\\.[0-9]{1,6})?");
      break;
    case ValueType::Integer:
      own = pattern("-?[0-9]{1,4}");
      break;
    case ValueType::Bool:
      own = "<value>true</value><value>false</value>";
      break;
    case ValueType::Word:
      for (auto const word : split_words(rule.words)) own += fmt::format("<value>{}</value>", escape(word));
      break;
  }
  return fmt::format("<choice>{}{}</choice>", own, pattern("[$][A-Za-z][A-Za-z0-9\\-]*"));
}

std::string attribute_pattern(AttributeRule const& rule) {
  std::string const attribute = fmt::format("<attribute name=\"{}\">{}</attribute>", rule.name, value_pattern(rule));
  return rule.need == Need::Required ? attribute : fmt::format("<optional>{}</optional>", attribute);
}

std::string content_pattern(ElementRule const& rule) {
  switch (rule.content) {
    case Content::Nothing:
      return "<empty/>";
    case Content::Characters:
      return "<text/>";
    case Content::Blocks:
      return "<zeroOrMore><ref name=\"any-block\"/></zeroOrMore>";
    case Content::Inlines:
      return "<zeroOrMore><ref name=\"any-inline\"/></zeroOrMore>";
    case Content::Cells:
      return "<optional><ref name=\"left\"/></optional><optional><ref name=\"right\"/></optional>";
    case Content::Parent:
      return {};
    case Content::Listed:
      break;
  }
  std::string choice;
  for (auto const child : split_words(rule.children)) choice += fmt::format("<ref name=\"{}\"/>", child);
  return fmt::format("<zeroOrMore><choice>{}</choice></zeroOrMore>", choice);
}

std::string define(std::string_view name, ElementRule const& rule, std::string_view content) {
  std::string attributes;
  for (auto const& attribute : rule.attributes) attributes += "      " + attribute_pattern(attribute) + "\n";
  if (rule.takes_properties) {
    for (auto const& property : style_properties()) attributes += "      " + attribute_pattern(property) + "\n";
  }
  return fmt::format("  <define name=\"{}\">\n    <element name=\"{}\">\n{}      {}\n    </element>\n  </define>\n", name, rule.name,
                     attributes, content);
}

template <class Fits>
std::string choice_of(std::string_view name, std::string_view condition, Fits fits) {
  std::string choice;
  for (auto const& rule : element_rules()) {
    if (fits(rule.kind)) choice += fmt::format("<ref name=\"{}\"/>", rule.kind == ElementKind::If ? condition : rule.name);
  }
  return fmt::format("  <define name=\"{}\"><choice>{}</choice></define>\n", name, choice);
}

}  // namespace

std::string relax_ng() {
  std::string text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<grammar xmlns=\"http://relaxng.org/ns/structure/1.0\" datatypeLibrary=\"http://www.w3.org/2001/XMLSchema-datatypes\">\n"
      "  <start><ref name=\"layout\"/></start>\n";
  text += choice_of("any-block", "if-blocks", is_block);
  text += choice_of("any-inline", "if-inlines", is_inline);
  for (auto const& rule : element_rules()) {
    if (rule.kind == ElementKind::If) {
      text += define("if-blocks", rule, "<zeroOrMore><ref name=\"any-block\"/></zeroOrMore>");
      text += define("if-inlines", rule, "<zeroOrMore><ref name=\"any-inline\"/></zeroOrMore>");
    } else {
      text += define(rule.name, rule, content_pattern(rule));
    }
  }
  return text + "</grammar>\n";
}

}  // namespace resumec::style
