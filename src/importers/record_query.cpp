#include "importers/record_query.hpp"

#include "base/ascii.hpp"
#include "base/suggest.hpp"
#include "diag/report.hpp"
#include "importers/record_types.hpp"
#include "locale/locale.hpp"
#include "model/schema.hpp"
#include "unicode/unicode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

namespace resumec::importers {

namespace {

using diag::Kind;
using model::Field;
using model::FieldId;

constexpr int no_year = 9999;  // what has no year yet comes last, and first in the reverse

/// The members of a map with their fields; what is no field of the place is reported.
std::vector<std::pair<Field const*, Member const*>> fields_in(Node const& map, model::Where where, std::string_view place,
                                                              Diagnostics& diagnostics) {
  std::vector<std::pair<Field const*, Member const*>> found;
  for (Member const& member : map.members) {
    if (member.key.starts_with("x-")) continue;
    Field const* const field = model::find_field(where, unicode::to_nfkc(member.key));
    if (field) {
      if (!is_absent(member.value)) found.emplace_back(field, &member);
      continue;
    }
    auto report = diag::report<Kind::UnknownField>(diagnostics, member.key_span, member.key);
    auto const known = model::known_keys(where);
    if (auto const near = base::nearest(member.key, known))
      report.hint(diag::did_you_mean(*near));
    else
      report.hint(fmt::format("{} takes `{}`", place, fmt::join(known, "`, `")));
  }
  return found;
}

void report_wrong(Field const& field, Node const& node, Diagnostics& diagnostics) {
  auto const found = node.is_list() ? std::string{"a list"} : node.is_map() ? std::string{"a map"} : fmt::format("`{}`", node.text());
  diag::report<Kind::WrongType>(diagnostics, node.span, field.key, model::describe(field.type), found)
      .hint(fmt::format("for example `{}: {}`", field.key, field.example));
}

/// A word or a list of words.
std::vector<Node const*> words_of(Field const& field, Node const& node, Diagnostics& diagnostics) {
  std::vector<Node const*> words;
  if (node.is_scalar()) {
    words.push_back(&node);
  } else if (node.is_list()) {
    for (Node const& item : node.items) {
      if (item.is_scalar())
        words.push_back(&item);
      else
        report_wrong(field, item, diagnostics);
    }
  } else {
    report_wrong(field, node, diagnostics);
  }
  return words;
}

std::string choice_of(Field const& field, Node const& node, Diagnostics& diagnostics) {
  auto const known = model::choices(field.type);
  if (!node.is_scalar()) {
    report_wrong(field, node, diagnostics);
    return {};
  }
  if (std::find(known.begin(), known.end(), node.text()) != known.end()) return node.scalar.text;
  auto report = diag::report<Kind::UnknownValue>(diagnostics, node.span, node.text(), model::describe(field.type));
  if (auto const near = base::nearest(node.text(), known))
    report.hint(diag::did_you_mean(*near)).fix(node.span, std::string{*near});
  else
    report.hint(fmt::format("it is one of `{}`", fmt::join(known, "`, `")));
  return {};
}

/// The first number of four digits.
int year_in(std::string_view text) {
  for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
    int year = 0;
    auto const [stop, error] = std::from_chars(text.data() + at, text.data() + at + 4, year);
    if (error == std::errc{} && stop == text.data() + at + 4 && year >= 1000) return year;
  }
  return 0;
}

int year_of_criterion(Field const& field, Node const& node, Diagnostics& diagnostics) {
  int const year = node.is_scalar() ? year_in(node.text()) : 0;
  if (year == 0) report_wrong(field, node, diagnostics);
  return year;
}

std::string_view text_of(Node const& entry, std::string_view key) {
  Member const* const member = entry.find(key);
  return member ? member->value.text() : std::string_view{};
}

std::string name_of(Node const& author) {
  if (author.is_scalar()) return author.scalar.text;
  std::string name;
  for (std::string_view const key : {"given", "particle", "family", "suffix", "display"})
    if (auto const part = text_of(author, key); !part.empty()) name += (name.empty() ? "" : " ") + std::string{part};
  return name;
}

std::string folded_name(Node const& author) {
  std::string text = name_of(author);
  for (std::string_view const mark : {"†", "‡", "*"})
    while (text.ends_with(mark)) text.resize(text.size() - mark.size());
  return unicode::fold_for_matching(text);
}

bool matches(RecordQuery::Criterion const& criterion, std::vector<std::string> const& words) {
  if (criterion.words.empty()) return true;
  return std::any_of(words.begin(), words.end(), [&](std::string const& word) {
    return std::find(criterion.words.begin(), criterion.words.end(), word) != criterion.words.end();
  });
}

std::vector<std::string> authors_of(Node const& entry) {
  std::vector<std::string> names;
  for (std::string_view const key : {"authors", "editors"})
    if (Member const* const authors = entry.find(key))
      for (Node const& author : authors->value.items) names.push_back(folded_name(author));
  return names;
}

std::vector<std::string> tags_of(Node const& entry) {
  std::vector<std::string> tags;
  if (Member const* const member = entry.find("tags"))
    for (Node const& tag : member->value.items) tags.push_back(base::ascii_lower(tag.text()));
  return tags;
}

bool is_asked_for(Node const& entry, RecordQuery const& query) {
  if (!matches(query.authors, authors_of(entry)) || !matches(query.tags, tags_of(entry))) return false;
  if (!matches(query.types, {std::string{record_type(text_of(entry, "type"))}})) return false;
  if (!matches(query.ids, {std::string{text_of(entry, "id")}})) return false;
  int const year = year_in(text_of(entry, "when"));
  return (query.since == 0 || year == 0 || year >= query.since) && (query.until == 0 || (year > 0 && year <= query.until));
}

/// What records are sorted by; equal ones keep their order.
std::string sort_key(Node const& entry, std::string_view sort) {
  if (sort == "title") return unicode::fold_for_matching(text_of(entry, "title"));
  if (sort == "author") {
    Member const* authors = entry.find("authors");
    if (!authors) authors = entry.find("editors");
    if (!authors || authors->value.items.empty()) return {};
    Node const& first = authors->value.items.front();
    if (auto const family = text_of(first, "family"); !family.empty()) return unicode::fold_for_matching(family);
    auto const name = name_of(first);
    return unicode::fold_for_matching(name.substr(name.rfind(' ') + 1));
  }
  auto const when = text_of(entry, "when");
  int const year = year_in(when);
  auto const at = year == 0 ? std::string_view::npos : when.find(fmt::format("{}", year));
  // Year, month and day as far as they are known.
  return fmt::format("{:04}{}", year == 0 ? no_year : year, at == std::string_view::npos ? std::string_view{} : when.substr(at + 4));
}

}  // namespace

RecordQuery read_query(Node const& from, std::vector<std::string> const& own, Diagnostics& diagnostics) {
  RecordQuery query;
  query.span = from.span;
  auto const add_files = [&](std::vector<Node const*> const& files) {
    for (Node const* const file : files) query.files.push_back({file->scalar.text, file->span});
  };
  if (!from.is_map()) {
    add_files(words_of(*model::find_field(model::Where::Query, "bib"), from, diagnostics));
    return query;
  }
  for (auto const& [field, member] : fields_in(from, model::Where::Query, "`from`", diagnostics)) {
    if (field->id == FieldId::QueryBib) add_files(words_of(*field, member->value, diagnostics));
    if (field->id == FieldId::QuerySort) query.sort = choice_of(*field, member->value, diagnostics);
    if (field->id == FieldId::QueryGroup) query.group = choice_of(*field, member->value, diagnostics);
    if (field->id != FieldId::QueryWhere) continue;
    if (!member->value.is_map()) {
      report_wrong(*field, member->value, diagnostics);
      continue;
    }
    for (auto const& [criterion, asked] : fields_in(member->value, model::Where::Record, "`where`", diagnostics)) {
      if (criterion->id == FieldId::RecordSince) query.since = year_of_criterion(*criterion, asked->value, diagnostics);
      if (criterion->id == FieldId::RecordUntil) query.until = year_of_criterion(*criterion, asked->value, diagnostics);
      if (criterion->type != model::FieldType::Literals) continue;
      for (Node const* const word : words_of(*criterion, asked->value, diagnostics)) {
        if (criterion->id == FieldId::RecordType) query.types.words.emplace_back(record_type(word->text()));
        if (criterion->id == FieldId::RecordTag) query.tags.words.push_back(base::ascii_lower(word->text()));
        if (criterion->id == FieldId::RecordId) query.ids.words.push_back(word->scalar.text);
        if (criterion->id != FieldId::RecordAuthor) continue;
        if (word->text() == "me")
          query.authors.words.insert(query.authors.words.end(), own.begin(), own.end());
        else
          query.authors.words.push_back(unicode::fold_for_matching(word->text()));
      }
    }
  }
  return query;
}

std::vector<Node> chosen_records(std::vector<Node> const& entries, RecordQuery const& query) {
  std::vector<Node> chosen;
  std::copy_if(entries.begin(), entries.end(), std::back_inserter(chosen), [&](Node const& entry) { return is_asked_for(entry, query); });
  if (query.sort.empty()) return chosen;
  bool const reverse = query.sort.front() == '-';
  auto const by = std::string_view{query.sort}.substr(reverse ? 1 : 0);
  std::vector<std::pair<std::string, std::size_t>> order;
  for (std::size_t i = 0; i < chosen.size(); ++i) order.emplace_back(sort_key(chosen[i], by), i);
  std::stable_sort(order.begin(), order.end(),
                   [&](auto const& a, auto const& b) { return reverse ? b.first < a.first : a.first < b.first; });
  std::vector<Node> sorted;
  for (auto const& [key, index] : order) sorted.push_back(std::move(chosen[index]));
  return sorted;
}

std::vector<Node> in_groups(std::vector<Node> entries, RecordQuery const& query, std::string_view lang) {
  if (query.group.empty()) return entries;
  std::vector<std::pair<std::string, Node>> groups;
  for (Node& entry : entries) {
    std::string heading;
    if (query.group == "year") {
      int const year = year_in(text_of(entry, "when"));
      if (year != 0) heading = fmt::format("{}", year);
    } else {
      heading = locale::find(lang).phrase(fmt::format("type-{}", record_type(text_of(entry, "type"))));
    }
    if (heading.empty()) heading = locale::find(lang).phrase("type-misc");
    auto known = std::find_if(groups.begin(), groups.end(), [&](auto const& group) { return group.first == heading; });
    if (known == groups.end()) {
      known = groups.emplace(groups.end(), heading, make_map(entry.span));
      put(known->second, "group", make_scalar(heading, query.span.start()));
    }
    append(known->second, "entries", std::move(entry));
  }
  std::vector<Node> made;
  for (auto& [heading, group] : groups) made.push_back(std::move(group));
  return made;
}

}  // namespace resumec::importers
