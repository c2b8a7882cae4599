// Sections and entries of RenderCV: nine types, told by their keys, each a kind of ours.
#include "importers/rendercv.hpp"
#include "model/kinds.hpp"

#include <algorithm>
#include <optional>

namespace resumec::importers::rendercv {

namespace {

enum class Type : std::uint8_t { Text, OneLine, Bullet, Numbered, ReversedNumbered, Normal, Experience, Education, Publication, Unknown };

/// By the keys that only one type has.
Type type_of(Node const& item) {
  if (!item.is_map()) return item.is_scalar() ? Type::Text : Type::Unknown;
  auto const has = [&](std::string_view key) {
    Member const* const member = item.find(key);
    return member && !is_absent(member->value);
  };
  if (has("company") || has("position")) return Type::Experience;
  if (has("institution")) return Type::Education;
  if (has("authors") || (has("title") && (has("journal") || has("doi")))) return Type::Publication;
  if (has("bullet")) return Type::Bullet;
  if (has("number")) return Type::Numbered;
  if (has("reversed_number")) return Type::ReversedNumbered;
  if (has("label")) return Type::OneLine;
  if (has("name") && has("details") && !has("date") && !has("start_date") && !has("url") && !has("highlights"))
    return Type::OneLine;  // v1.3
  if (has("name") || has("title")) return Type::Normal;
  return Type::Unknown;
}

std::optional<model::Kind> kind_of(Type type) {
  switch (type) {
    case Type::Experience:
      return model::Kind::Position;
    case Type::Education:
      return model::Kind::Education;
    case Type::Publication:
      return model::Kind::Publication;
    default:
      return std::nullopt;
  }
}

/// `[Name](https://…)` and nothing else: where the name and the address stand.
struct WholeLink {
  std::size_t name_end, url_begin, url_end;
};
std::optional<WholeLink> whole_link(std::string_view text) {
  if (!text.starts_with('[') || !text.ends_with(')')) return std::nullopt;
  auto const middle = text.find("](");
  if (middle == std::string_view::npos || middle == 1 || text.find('[', 1) != std::string_view::npos) return std::nullopt;
  auto const url = text.substr(middle + 2, text.size() - middle - 3);
  if (url.find_first_of("() \"") != std::string_view::npos || url.find("://") == std::string_view::npos) return std::nullopt;
  return WholeLink{middle, middle + 2, text.size() - 1};
}

/// `date`, or `start_date` and `end_date`.
void dates(Node& entry, Fields& fields) {
  if (Member const* const date = fields.take({"date"})) {
    auto const link = date->value.is_scalar() ? whole_link(date->value.text()) : std::nullopt;
    if (!link) {
      put(entry, "when", date->value, date->key_span);
      return;  // RenderCV prints it alone; what else there is stays unprinted
    }
    // An address where the date goes: printed there for want of a better place.
    Node item = make_map(date->value.span);
    put(item, "label", slice(date->value, 1, link->name_end));
    put(item, "url", slice(date->value, link->url_begin, link->url_end));
    append(entry, "links", std::move(item), date->key_span);
  }
  Member const* const start = fields.take({"start_date"});
  Member const* const end = fields.take({"end_date"});
  if (start) put(entry, "start", start->value, start->key_span);
  if (end) put(entry, start ? "end" : "when", end->value, end->key_span);
}

/// `*Jane Doe*` is her whose résumé it is: the name, without the marks, which are no footnotes.
void authors(Node& entry, Member const& member) {
  Node list = member.value;
  for (Node& author : list.items) {
    if (!author.is_scalar()) continue;
    auto const written = author.text();
    auto const begin = written.find_first_not_of('*'), end = written.find_last_not_of('*');
    if (begin == 0 || begin == std::string_view::npos || end + 1 == written.size()) continue;
    author = slice(author, begin, end + 1);
  }
  put(entry, "authors", std::move(list), member.key_span);
}

void link(Node& entry, Fields& fields, std::string_view key, std::string_view label) {
  Member const* const member = fields.take({key});
  if (!member) return;
  Node item = make_map(member->value.span);
  put(item, "label", make_scalar(std::string{label}, member->key_span));
  put(item, "url", member->value);
  append(entry, "links", std::move(item), member->key_span);
}

/// What every type of entry may have, and what people add for templates of their own.
void common(Node& entry, Fields& fields, File& file) {
  dates(entry, fields);
  fields.move(entry, "where", {"location"});
  fields.move(entry, "url", {"url", "website"});
  if (Member const* const summary = fields.take({"summary", "details"}))
    put(entry, "text", text(summary->value, file.context), summary->key_span);
  if (Member const* const highlights = fields.take({"highlights"}))
    put(entry, "points", points(highlights->value, file), highlights->key_span);
  fields.move(entry, "keywords", {"stack", "technologies"});
  link(entry, fields, "transcript_url", "Transcript");
}

Node entry_of(Node const& item, Type type, File& file) {
  Context& context = file.context;
  Node entry = make_map(item.span);
  auto const moved_text = [&](Fields& fields, std::string_view name, std::initializer_list<std::string_view> keys) {
    if (Member const* const member = fields.take(keys)) put(entry, name, text(member->value, context), member->key_span);
  };
  auto const place = type == Type::Experience    ? "an experience entry"
                     : type == Type::Education   ? "an education entry"
                     : type == Type::Publication ? "a publication entry"
                     : type == Type::OneLine     ? "a one-line entry"
                     : type == Type::Normal      ? "a normal entry"
                                                 : "an entry";
  Fields fields{item, place, context};
  if (type == Type::Experience) {
    moved_text(fields, "role", {"position"});
    moved_text(fields, "at", {"company"});
  } else if (type == Type::Education) {
    moved_text(fields, "degree", {"degree", "study_type"});
    moved_text(fields, "field", {"area"});
    moved_text(fields, "at", {"institution"});
    fields.move(entry, "score", {"grade", "gpa"});
  } else if (type == Type::Publication) {
    moved_text(fields, "title", {"name", "title"});
    if (Member const* const member = fields.take({"authors", "author"})) authors(entry, *member);
    moved_text(fields, "venue", {"journal"});
    fields.move(entry, "doi", {"doi"});
    fields.move(entry, "cited", {"cited_by"});
  } else if (type == Type::OneLine) {
    moved_text(fields, "title", {"label", "name"});
  } else {
    moved_text(fields, "title", {"name", "title"});
    moved_text(fields, "text", {"bullet", "number", "reversed_number"});
    if (Member const* const author = fields.take({"author", "authors"})) authors(entry, *author);
  }
  common(entry, fields, file);
  fields.keep_rest(entry);
  return entry;
}

/// The text of an entry that is nothing else: a text, a bullet, a number.
Node plain_item(Node const& item, File& file) {
  if (item.is_scalar()) return text(item, file.context);
  if (item.members.size() == 1) return point(item.members.front().value, file);
  return entry_of(item, type_of(item), file);
}

/// `- {label: …, details: …}` → `label: details`.
void one_line(Node& map, Node const& item, File& file) {
  Fields fields{item, "a one-line entry", file.context};
  Member const* const label = fields.take({"label", "name"});
  Member const* const details = fields.take({"details"});
  if (label && label->value.is_scalar())
    map.members.push_back({std::string{label->value.text()}, label->value.span,
                           details ? text(details->value, file.context) : make_scalar("", label->value.span)});
  fields.keep_rest(map);
}

Node options(Span span, std::initializer_list<std::pair<std::string_view, std::string_view>> words) {
  Node map = make_map(span);
  for (auto const& [key, word] : words) put(map, key, make_scalar(std::string{word}, span.start()));
  return map;
}

Node with_entries(Node map, Node list) {
  put(map, "entries", std::move(list));
  return map;
}

/// Entries of several types, or of one that has slots.
Node entries(Node const& list, std::string_view role, File& file) {
  auto const by_title = model::kind_of_role(role);
  Node result = make_list(list.span);
  std::vector<std::optional<model::Kind>> kinds;
  for (Node const& item : list.items) {
    if (!item.is_map()) {
      result.items.push_back(item.is_scalar() ? text(item, file.context) : item);
      continue;
    }
    auto const type = type_of(item);
    result.items.push_back(entry_of(item, type, file));
    bool const has_slots_of_its_own = by_title == model::Kind::Position || by_title == model::Kind::Education ||
                                      by_title == model::Kind::Publication || by_title == model::Kind::Skills ||
                                      by_title == model::Kind::Language || by_title == model::Kind::Reference;
    auto kind = kind_of(type);
    if (!kind && has_slots_of_its_own) kind = model::Kind::Other;
    kinds.push_back(kind && kind != by_title ? kind : std::nullopt);
  }
  auto const word = [](model::Kind kind) { return std::string{model::name_of(kind)}; };
  bool const same = !kinds.empty() && kinds.front() && kinds.size() == result.items.size() &&
                    std::all_of(kinds.begin(), kinds.end(), [&](auto const& kind) { return kind == kinds.front(); });
  if (same) {
    Node map = make_map(list.span);
    put(map, "kind", make_scalar(word(*kinds.front()), list.span.start()));
    return with_entries(std::move(map), std::move(result));
  }
  std::size_t next = 0;
  for (Node& item : result.items) {
    if (!item.is_map()) continue;
    auto const kind = kinds[next++];
    if (kind) item.members.insert(item.members.begin(), {"kind", item.span.start(), make_scalar(word(*kind), item.span.start())});
  }
  return result;
}

bool all_are(Node const& list, Type type) {
  return std::all_of(list.items.begin(), list.items.end(), [&](Node const& item) { return type_of(item) == type; });
}

Node content(Node const& value, std::string_view role, File& file) {
  if (!value.is_list()) return value.is_scalar() ? text(value, file.context) : value;
  auto const plain_items = [&] {
    Node list = make_list(value.span);
    for (Node const& item : value.items)
      if (!is_absent(item)) list.items.push_back(plain_item(item, file));
    return list;
  };
  if (all_are(value, Type::Text)) {
    if (value.items.size() == 1) return plain_item(value.items.front(), file);
    return with_entries(options(value.span, {{"style", "plain"}}), plain_items());
  }
  if (all_are(value, Type::Bullet)) return plain_items();
  if (all_are(value, Type::Numbered)) return with_entries(options(value.span, {{"style", "numbered"}}), plain_items());
  if (all_are(value, Type::ReversedNumbered))
    return with_entries(options(value.span, {{"style", "numbered"}, {"numbering", "down"}}), plain_items());
  if (all_are(value, Type::OneLine)) {
    Node map = make_map(value.span);
    for (Node const& item : value.items) one_line(map, item, file);
    return map;
  }
  return entries(value, role, file);
}

constexpr std::string_view small_words[] = {"a",  "an", "and", "as", "at",   "but", "by", "for", "from", "if",
                                            "in", "of", "on",  "or", "over", "the", "to", "via", "with", "nor"};

}  // namespace

std::string title_of(std::string_view key) {
  bool const capital = std::any_of(key.begin(), key.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  bool const underscore = key.find('_') != std::string_view::npos;
  // An underscore in a title of one's own is hardly meant, whatever RenderCV's version makes of it.
  if (key.find(' ') != std::string_view::npos || (capital && !underscore)) return std::string{key};
  std::string title;
  for (std::size_t begin = 0; begin <= key.size();) {
    auto const end = std::min(key.find('_', begin), key.size());
    auto word = std::string{key.substr(begin, end - begin)};
    bool const small = begin > 0 && std::find(std::begin(small_words), std::end(small_words), word) != std::end(small_words);
    if (!small && !word.empty() && word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 'a' + 'A');
    if (begin > 0) title += ' ';
    title += word;
    begin = end + 1;
  }
  return title;
}

void section(Node& to, Member const& member, File& file) {
  // A known name alone, such as `experience`, is ours as well, and gets its title in the language of the résumé.
  bool const known =
      title_of(member.key) != member.key && member.key.find('_') == std::string::npos && !model::role_of_title(member.key).empty();
  section(to, member, known ? member.key : title_of(member.key), file);
}

void section(Node& to, Member const& member, std::string_view title, File& file) {
  if (is_absent(member.value)) return;
  to.members.push_back({std::string{title}, member.key_span, content(member.value, model::role_of_title(title), file)});
}

}  // namespace resumec::importers::rendercv
