// The table of fields as a page of Markdown: docs/reference/fields.md. A section a place, and one for every kind of entry, because
// what a key means depends on the kind.

#include "model/lower.hpp"
#include "model/names.hpp"
#include "model/networks.hpp"
#include "model/schema.hpp"

#include <fmt/format.h>

#include <bit>

namespace resumec::model {
namespace {

std::string cell(std::string_view text) {
  std::string result;
  for (char c : text) {
    if (c == '|') result += '\\';
    result += c;
  }
  return result;
}

std::string names(std::string_view aliases) {
  std::string result;
  for (std::string_view alias : words_of(aliases)) result += fmt::format("{}`{}`", result.empty() ? "" : " ", alias);
  return result;
}

std::string row(Field const& field) {
  return fmt::format("| `{}` | {} | {} | `{}` | {} |\n", field.key, cell(field.help), describe(field.type), cell(field.example),
                     names(field.aliases));
}

constexpr std::string_view head = "| key | meaning | takes | example | also read as |\n|---|---|---|---|---|\n";

void table(std::string& page, Where where, Where without = {}) {
  page += head;
  for (Field const& field : fields())
    if (has(field.places, where) && !has(field.places, without) && field.type != FieldType::Reserved) page += row(field);
  page += '\n';
}

/// Fields of entries that every kind but a few takes.
bool is_common(Field const& field) { return std::popcount(field.kinds) > static_cast<int>(kind_count) / 2; }

struct Chapter {
  Where where;
  std::string_view title, text;
};
constexpr Chapter chapters[] = {
    {Where::Name, "A name in parts", "`name:` is a text, or a map of these."},
    {Where::Where, "A place in parts", "`where:` and `location:` are a text, or a map of these."},
    {Where::When, "A date in parts", "`when:` is a date, a range (`2021-09 – present`), a list of them, free words, or a map of these."},
    {Where::Contact, "A contact item", "An item of `contact:` holds one of these, or a network by its name and a handle."},
    {Where::Link, "A link", "An item of `links:` written as a list."},
    {Where::Section, "A section",
     "A section is a text, a list of texts, a list of entries, a map of groups (`Python: [NumPy, SciPy]`), or a map with `entries` and "
     "options."},
};
constexpr Chapter later_chapters[] = {
    {Where::Query, "Publications from a file", "What `from:` of a section holds. See [Publications](../guide/publications.md)."},
    {Where::Record, "Which publications", "What `where:` of `from` holds; all of them must be met."},
    {Where::Point, "A point", "A point is a text, `Parent: [points under it]`, or a map of these."},
    {Where::Item, "A skill", "A skill is a text (`Go: daily`, `Audio: librosa, SoX`), or a map of these."},
    {Where::Settings, "Settings", ""},
    {Where::Budget, "A page budget", "What `settings.budget` holds."},
    {Where::Output, "An output",
     "An item of `outputs:` stands for every combination of what its lists name. See [One source, many "
     "files](../guide/one-source-many-files.md)."},
    {Where::Variant, "A variant", ""},
    {Where::Rule, "Criteria of a variant", "What `keep`, `only` and `drop` hold; all of them must be met."},
};

void write(std::string& page, Chapter const& chapter) {
  page += fmt::format("## {}\n\n", chapter.title);
  if (!chapter.text.empty()) page += fmt::format("{}\n\n", chapter.text);
  table(page, chapter.where);
}

}  // namespace

std::string reference_page() {
  std::string page =
      "# Fields of a résumé\n\n"
      "Generated from `src/model/schema.def`; do not edit. Keys that begin with `x-` are yours: they are kept and never printed.\n\n"
      "## The top level\n\n";
  table(page, Where::Top);
  for (Chapter const& chapter : chapters) write(page, chapter);
  page += "## Every entry\n\n";
  page += head;
  for (Field const& field : fields())
    if (has(field.places, Where::Entry) && field.type != FieldType::Reserved && is_common(field)) page += row(field);
  page += "\n";
  for (std::size_t i = 0; i < kind_count; ++i) {
    Kind const kind = static_cast<Kind>(i);
    std::string rows;
    for (Field const& field : fields()) {
      bool const own = has(field.places, Where::Entry) && field.type != FieldType::Reserved && field.takes(kind) && !is_common(field);
      if (own) rows += row(field);
    }
    std::string missing;
    for (Field const& field : fields())
      if (has(field.places, Where::Entry) && field.type != FieldType::Reserved && is_common(field) && !field.takes(kind))
        missing += fmt::format("{}`{}`", missing.empty() ? "" : ", ", field.key);
    page += fmt::format("## Kind `{}`\n\n", name_of(kind));
    if (rows.empty() && missing.empty()) {
      page += "The fields of every entry.\n\n";
      continue;
    }
    page += missing.empty() ? "The fields of every entry" : fmt::format("The fields of every entry but {}", missing);
    page += rows.empty() ? ".\n\n" : ", and:\n\n" + std::string{head} + rows + "\n";
  }
  for (Chapter const& chapter : later_chapters) write(page, chapter);
  page += "## Kept free\n\nThese keys are reserved for later versions and are errors until then:";
  std::string reserved;
  for (Field const& field : fields())
    if (field.type == FieldType::Reserved)
      reserved += fmt::format(" `{}`{}{}", field.key, field.places == Where::Item ? " of a skill" : "", names(field.aliases));
  page += reserved + "\n\n## Networks\n\n| key | printed name | address |\n|---|---|---|\n";
  for (Network const& network : networks())
    page += fmt::format("| `{}` | {} | {} |\n", network.id, network.name,
                        network.address.empty() ? "the handle alone" : fmt::format("`{}`", network.address));
  return page;
}

}  // namespace resumec::model
