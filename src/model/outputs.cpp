// What is written (`outputs:`) and what its pages must keep to (`settings.budget`).
#include "base/suggest.hpp"
#include "model/lowering.hpp"

#include <algorithm>
#include <charconv>

namespace resumec::model {
namespace {

using syntax::Node;

Limit read_limit(Context& context, Field const& field, Node const& node) {
  constexpr int most = 1000;
  return {read_integer(context, field, node, 1, most).value_or(0), node.span};
}

/// `60%` in thousandths.
Limit read_percent(Context& context, Field const& field, Node const& node) {
  std::string_view text = node.is_scalar() ? node.text() : std::string_view{};
  if (text.ends_with('%')) text.remove_suffix(1);
  if (text.ends_with(' ')) text.remove_suffix(1);
  int percent = -1;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), percent);
  if (error == std::errc{} && end == text.data() + text.size() && percent >= 0 && percent <= 100) return {percent * 10, node.span};
  report_wrong_type(context, field, node);
  return {};
}

std::vector<Literal> read_formats(Context& context, Field const& field, Node const& node) {
  auto formats = read_literals(context, field, node);
  auto const known = choices(field.type);
  auto const is_unknown = [&](Literal const& format) {
    if (std::find(known.begin(), known.end(), format.value) != known.end()) return false;
    auto report = diag::report<diag::Kind::UnknownValue>(context.diagnostics, format.span, format.value, "a format");
    if (auto const near = base::nearest(format.value, known))
      report.hint(diag::did_you_mean(*near)).fix(format.span, std::string{*near});
    else
      report.hint(fmt::format("it is one of {}", fmt::join(known, ", ")));
    return true;
  };
  formats.erase(std::remove_if(formats.begin(), formats.end(), is_unknown), formats.end());
  return formats;
}

OutputRequest read_output(Context& context, Node const& node) {
  OutputRequest output;
  output.span = node.span;
  read_fields(context, node, Where::Output, Kind::Other, *context.extra, [&](Field const& field, syntax::Member const& member) {
    switch (field.id) {
      case FieldId::OutputVariant:
        output.variants = read_literals(context, field, member.value);
        break;
      case FieldId::OutputLayout:
        output.layouts = read_literals(context, field, member.value);
        break;
      case FieldId::OutputFormat:
        output.formats = read_formats(context, field, member.value);
        break;
      case FieldId::OutputLang:
        output.langs = read_literals(context, field, member.value);
        break;
      case FieldId::OutputFile:
        output.file = read_literal(context, field, member.value);
        break;
      case FieldId::OutputSet:
        if (!member.value.is_map()) report_wrong_type(context, field, member.value);
        break;
      case FieldId::OutputMaxPages:
        output.max_pages = read_limit(context, field, member.value);
        break;
      case FieldId::OutputPages:
        output.pages = read_limit(context, field, member.value);
        break;
      default:
        break;
    }
  });
  return output;
}

}  // namespace

Budget read_budget(Context& context, Field const& field, Node const& node) {
  Budget budget;
  if (!node.is_map()) {
    report_wrong_type(context, field, node);
    return budget;
  }
  read_fields(context, node, Where::Budget, Kind::Other, *context.extra, [&](Field const& part, syntax::Member const& member) {
    switch (part.id) {
      case FieldId::BudgetMaxPages:
        budget.max_pages = read_limit(context, part, member.value);
        break;
      case FieldId::BudgetMinFill:
        budget.min_fill = read_percent(context, part, member.value);
        break;
      case FieldId::BudgetStranded:
        if (auto const choice = read_choice(context, part, member.value))
          budget.may_strand_headings = choices(part.type)[*choice] == "allow";
        budget.stranded_span = member.value.span;
        break;
      default:
        break;
    }
  });
  return budget;
}

std::vector<OutputRequest> read_outputs(Context& context, Field const& field, Node const& node) {
  std::vector<OutputRequest> outputs;
  auto const read = [&](Node const& item, std::size_t index) {
    if (item.is_map()) {
      outputs.push_back(read_output(context, item));
      outputs.back().index = index;
    } else if (!is_absent(item)) {
      report_wrong_type(context, field, item);
    }
  };
  if (node.is_list())
    for (std::size_t i = 0; i < node.items.size(); ++i) read(node.items[i], i);
  else
    read(node, 0);
  return outputs;
}

}  // namespace resumec::model
