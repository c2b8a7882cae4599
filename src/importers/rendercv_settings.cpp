// What surrounds a CV of RenderCV: networks, languages, settings, design.
#include "base/ascii.hpp"
#include "diag/report.hpp"
#include "importers/rendercv.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <charconv>
#include <optional>

namespace resumec::importers::rendercv {

namespace {

struct Pair {
  std::string_view theirs, ours;
};

/// The languages whose words RenderCV has.
constexpr Pair languages[] = {
    {"arabic", "ar"},
    {"danish", "da"},
    {"dutch", "nl"},
    {"english", "en"},
    {"french", "fr"},
    {"german", "de"},
    {"greek", "el"},
    {"hebrew", "he"},
    {"hindi", "hi"},
    {"hungarian", "hu"},
    {"indonesian", "id"},
    {"italian", "it"},
    {"japanese", "ja"},
    {"korean", "ko"},
    {"mandarin_chinese", "zh-Hans"},
    {"norwegian_bokmål", "nb"},
    {"norwegian_nynorsk", "nn"},
    {"persian", "fa"},
    {"polish", "pl"},
    {"portuguese", "pt"},
    {"russian", "ru"},
    {"spanish", "es"},
    {"swedish", "sv"},
    {"turkish", "tr"},
    {"vietnamese", "vi"},
    {"czech", "cs"},
    {"ukrainian", "uk"},
};

constexpr std::string_view themes[] = {"classic", "ember", "engineeringclassic", "engineeringresumes", "harvard", "ink", "moderncv",
                                       "opal",    "sb2nov"};

/// Families of RenderCV that come with us as well.
constexpr std::string_view families[] = {"EB Garamond", "Lato", "Roboto", "Noto Sans", "Noto Serif", "Inter", "Linux Libertine"};

constexpr Pair papers[] = {{"a4", "a4"}, {"a4paper", "a4"}, {"us-letter", "letter"}, {"letterpaper", "letter"}};

bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), base::is_ascii_digit); }

/// `0000-0001-2345-678X`
bool is_orcid(std::string_view text) {
  if (text.size() != 19) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool const dash = i % 5 == 4;
    if (dash ? text[i] != '-' : !base::is_ascii_digit(text[i]) && !(i == 18 && text[i] == 'X')) return false;
  }
  return true;
}

/// What RenderCV asks of a name on a network; empty if it is as asked.
std::string_view fault_of_handle(std::string_view network, std::string_view handle) {
  if (handle.find_first_of(" %^&*()<>\"'") != std::string_view::npos) return "a name on a network";
  if (network == "ORCID" && !is_orcid(handle)) return "an ORCID iD, such as 0000-0002-1825-0097";
  if (network == "IMDB" && !(handle.starts_with("nm") && all_digits(handle.substr(2)))) return "an IMDb name, such as nm0000001";
  if (network == "Mastodon" && !(handle.starts_with('@') && handle.find('@', 1) != std::string_view::npos))
    return "a Mastodon name, such as @user@example.org";
  if (network == "StackOverflow" && (handle.find('/') == std::string_view::npos || !all_digits(handle.substr(0, handle.find('/')))))
    return "a Stack Overflow name, such as 1234567/user";
  return {};
}

void unknown(Context& context, Node const& value, std::string_view what) {
  diag::report<diag::Kind::UnknownValue>(context.diagnostics, value.span, value.text(), what).severity(Severity::Warning);
}

void ignore(Context& context, Member const* member) {
  if (member) context.ignored.push_back(member->value.span);
}

/// `rgb(0, 79, 144)` → `#004f90`; others as they are.
Node color(Node const& value) {
  auto text = value.text();
  if (!text.starts_with("rgb(") || !text.ends_with(')')) return value;
  text.remove_prefix(4);
  std::string hex = "#";
  for (int i = 0; i < 3; ++i) {
    auto const begin = text.find_first_not_of(" ,");
    if (begin == std::string_view::npos) return value;
    text.remove_prefix(begin);
    unsigned part = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), part);
    if (error != std::errc{} || part > 255) return value;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    hex += fmt::format("{:02x}", part);
  }
  return make_scalar(std::move(hex), value.span);
}

/// `1.24 cm` → `1.24cm`.
Node length(Node const& value) {
  std::string text{value.text()};
  std::erase(text, ' ');
  return make_scalar(std::move(text), value.span);
}

/// Finds values in `design` by their paths, whichever version wrote them.
class Design {
 public:
  explicit Design(Node const& root) : root_{root} {}

  Node const* find(std::initializer_list<std::string_view> paths) const {
    for (auto const path : paths)
      if (Node const* const value = at(path)) return value;
    return nullptr;
  }

 private:
  Node const* at(std::string_view path) const {
    Node const* node = &root_;
    while (node && !path.empty()) {
      auto const dot = std::min(path.find('.'), path.size());
      Member const* const member = node->is_map() ? node->find(path.substr(0, dot)) : nullptr;
      node = member ? &member->value : nullptr;
      path.remove_prefix(std::min(dot + 1, path.size()));
    }
    return node && node->is_scalar() && !is_absent(*node) ? node : nullptr;
  }

  Node const& root_;
};

template <std::size_t N>
std::optional<std::string_view> ours(Pair const (&table)[N], std::string_view theirs) {
  for (auto const& row : table)
    if (row.theirs == theirs) return row.ours;
  return std::nullopt;
}

void page(Node& layout, Design const& design) {
  if (Node const* const size = design.find({"page.size", "page_size"}))
    if (auto const paper = ours(papers, size->text())) put(layout, "paper", make_scalar(std::string{*paper}, size->span));
  Node margins = make_map(layout.span);
  constexpr std::string_view sides[] = {"top", "right", "bottom", "left"};
  for (auto const side : sides) {
    auto const name = std::string{side};
    auto const new_path = "page." + name + "_margin", old_path = "margins.page." + name;
    if (Node const* const value = design.find({new_path, old_path})) put(margins, side, length(*value));
  }
  if (margins.members.size() == std::size(sides)) put(layout, "margins", std::move(margins));
}

void type(Node& layout, Design const& design) {
  Node const* const family = design.find({"typography.font_family.body", "typography.font_family", "text.font_family", "font"});
  if (family && std::find(std::begin(families), std::end(families), family->text()) != std::end(families)) put(layout, "font", *family);
  if (Node const* const size = design.find({"typography.font_size.body", "typography.font_size", "text.font_size", "font_size"}))
    put(layout, "font-size", length(*size));
  Node const* const alignment = design.find({"typography.alignment", "text.alignment", "options.text_alignment", "text_alignment"});
  if (alignment && alignment->text().starts_with("justified"))
    put(layout, "alignment", make_scalar("justify", alignment->span));
  else if (alignment && alignment->text() == "left")
    put(layout, "alignment", *alignment);
  if (Node const* const accent = design.find({"colors.section_titles", "colors.name", "color", "options.primary_color"}))
    put(layout, "accent", color(*accent));
  if (Node const* const links = design.find({"colors.links"})) put(layout, "links", color(*links));
  if (Node const* const footer = design.find({"page.show_footer", "page.show_page_numbering", "disable_page_numbering"}))
    if ((footer->text() == "false") != (footer == design.find({"disable_page_numbering"})))
      put(layout, "page-numbers", make_scalar("false", footer->span));
}

/// What of `node` stands nowhere in `taken` is ignored.
void ignore_rest(Node const& node, Node const& taken, Context& context) {
  auto const uses = [](auto const& self, Node const& tree, Span span) -> bool {
    return tree.span == span ||
           std::any_of(tree.members.begin(), tree.members.end(), [&](Member const& m) { return self(self, m.value, span); });
  };
  if (node.is_scalar() && !uses(uses, taken, node.span)) context.ignored.push_back(node.span);
  for (Node const& item : node.items) ignore_rest(item, taken, context);
  for (Member const& member : node.members) ignore_rest(member.value, taken, context);
}

}  // namespace

void networks(Node& tree, Member const& member, Context& context) {
  Node links = make_map(member.value.span);
  for (Node const& item : member.value.items) {
    if (!item.is_map()) {
      put(links, "x-network", item);
      continue;
    }
    Fields fields{item, "a social network", context};
    Member const* const network = fields.take({"network"});
    Member const* const handle = fields.take({"username"});
    if (network && handle && network->value.is_scalar() && handle->value.is_scalar()) {
      if (auto const wanted = fault_of_handle(network->value.text(), handle->value.text()); !wanted.empty())
        unknown(context, handle->value, wanted);
      put(links, network->value.text(), handle->value, network->value.span);
    } else {
      for (Member const* part : {network, handle})
        if (part) put(links, "x-" + part->key, part->value, part->key_span);
    }
    fields.keep_rest(links);
  }
  put(tree, "links", std::move(links), member.key_span);
}

void locale(Node& tree, Member const& member, Context& context) {
  if (!member.value.is_map()) {
    put(tree, "x-locale", member.value, member.key_span);
    return;
  }
  Fields fields{member.value, "`locale`", context};
  if (Member const* const language = fields.take({"language"}); language && language->value.is_scalar()) {
    auto const word = language->value.text();
    auto const tag = ours(languages, word);
    put(tree, "lang", tag ? make_scalar(std::string{*tag}, language->value.span) : language->value, language->key_span);
  }
  // Words for months and phrases: ours come from the language.
  for (auto const key : {"last_updated", "month", "months", "year", "years", "present", "phrases", "month_abbreviations", "month_names",
                         "abbreviations_for_months", "full_names_of_months", "to", "page_numbering_style", "last_updated_date_style",
                         "phone_number_format", "date_style", "page_numbering_template", "last_updated_date_template", "date_template"})
    ignore(context, fields.take({key}));
  fields.keep_rest(tree);
}

void settings(Node& tree, Member const& member, Context& context) {
  if (!member.value.is_map()) {
    put(tree, "x-settings", member.value, member.key_span);
    return;
  }
  Fields fields{member.value, "`settings`", context};
  Node settings = make_map(member.value.span);
  if (Member const* const date = fields.take({"current_date", "date"})) {
    if (date->value.is_scalar() && date->value.text() == "today")
      ignore(context, date);
    else
      put(settings, "today", date->value, date->key_span);
  }
  fields.move(settings, "bold", {"bold_keywords"});
  for (auto const key : {"render_command", "render", "pdf_title", "sort_entries"}) ignore(context, fields.take({key}));
  fields.keep_rest(tree);
  put(tree, "settings", std::move(settings), member.key_span);
}

void design(Node& tree, Member const& member, Context& context) {
  if (!member.value.is_map()) {
    context.ignored.push_back(member.value.span);
    return;
  }
  if (Member const* const theme = member.value.find("theme"); theme && theme->value.is_scalar() && !is_absent(theme->value)) {
    if (std::find(std::begin(themes), std::end(themes), theme->value.text()) == std::end(themes))
      unknown(context, theme->value, "a theme of RenderCV");
  }
  Node layout = make_map(member.value.span);
  Design const design{member.value};
  page(layout, design);
  type(layout, design);
  ignore_rest(member.value, layout, context);
  put(tree, "layout", std::move(layout), member.key_span);
}

}  // namespace resumec::importers::rendercv
