#include "flow/slots.hpp"

#include "flow/dates.hpp"
#include "flow/typography.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace resumec::flow {

namespace {

using locale::DateStyle;
using Parts = std::vector<Part>;

Part words(std::string text) {
  Part part;
  part.text = std::move(text);
  part.generated = true;
  part.literal = true;
  return part;
}
Part between(std::string_view text) {
  Part part = words(std::string{text});
  part.separator = true;
  return part;
}
Part from(model::Text const& text) {
  Part part;
  part.markup = &text.base;
  part.span = text.span;
  return part;
}
Part literal(std::string text, Span span) {
  Part part;
  part.text = std::move(text);
  part.span = span;
  part.literal = true;
  return part;
}
Part from(model::Literal const& text) { return literal(text.value, text.span); }
Part linked(Part part, std::string url, std::string description) {
  if (url.empty()) return part;
  part.role = Role::Link;
  part.url = std::move(url);
  part.description = std::move(description);
  return part;
}

bool shown(model::Text const& text) { return !text.base.empty(); }

/// "vol. {number}" around a part: one field in braces, whatever its name.
Parts phrased(std::string_view phrase, Part part) {
  auto const open = phrase.find('{');
  auto const close = phrase.find('}', open == std::string_view::npos ? 0 : open);
  Parts parts;
  if (open == std::string_view::npos || close == std::string_view::npos) {
    if (!phrase.empty()) parts.push_back(words(fmt::format("{} ", phrase)));
    parts.push_back(std::move(part));
    return parts;
  }
  if (open > 0) parts.push_back(words(std::string{phrase.substr(0, open)}));
  parts.push_back(std::move(part));
  if (close + 1 < phrase.size()) parts.push_back(words(std::string{phrase.substr(close + 1)}));
  return parts;
}

class Collector {
 public:
  Collector(style::SlotScope scope, WordingContext const& context) : scope_{scope}, context_{context} {}

  Slot* add(std::string_view name, Parts parts) {
    if (parts.empty()) return nullptr;
    Slot slot;
    slot.name = style::find_slot(scope_, name)->name;
    slot.parts = std::move(parts);
    slots_.push_back(std::move(slot));
    return &slots_.back();
  }
  void add(std::string_view name, model::Text const& text) {
    if (shown(text)) add(name, Parts{from(text)});
  }
  void add(std::string_view name, model::Literal const& text) {
    if (!text.empty()) add(name, Parts{from(text)});
  }
  void add(std::string_view name, model::RichText const& text) {
    if (text.base.empty()) return;
    Slot slot;
    slot.name = style::find_slot(scope_, name)->name;
    slot.rich = &text;
    slots_.push_back(std::move(slot));
  }
  void add(std::string_view name, std::vector<model::Point> const& points, std::string label = {}) {
    if (points.empty()) return;
    Slot slot;
    slot.name = style::find_slot(scope_, name)->name;
    slot.points = &points;
    slot.label = std::move(label);
    slots_.push_back(std::move(slot));
  }
  /// Marks something that has an element of its own: contacts, entries.
  void mark(std::string_view name) {
    Slot slot;
    slot.name = style::find_slot(scope_, name)->name;
    slots_.push_back(std::move(slot));
  }

  Parts list(std::vector<model::Text> const& texts) const {
    Parts parts;
    for (auto const& text : texts) {
      if (!shown(text)) continue;
      if (!parts.empty()) parts.push_back(between(context_.locale.list_separator));
      parts.push_back(from(text));
    }
    return parts;
  }

  Parts labelled(std::string_view id, Parts parts) const {
    if (parts.empty()) return parts;
    auto const label = label_for(id, context_);
    if (!label.empty()) parts.insert(parts.begin(), words(label + ": "));
    return parts;
  }

  Slots take() { return std::move(slots_); }

 private:
  style::SlotScope scope_;
  WordingContext const& context_;
  Slots slots_;
};

// ---- places and dates

std::string join_place(model::Place const& place, std::string_view lang) {
  std::string text;
  auto const put = [&](std::string_view piece, std::string_view separator) {
    if (piece.empty()) return;
    if (!text.empty()) text += separator;
    text += piece;
  };
  put(place.street.value, ", ");
  // English-speaking countries write the postcode after the region, the others before the city.
  bool const postcode_last = lang.starts_with("en");
  if (!postcode_last) put(place.postcode.value, ", ");
  put(place.city.value, !postcode_last && !place.postcode.empty() ? " " : ", ");
  put(place.region.value, ", ");
  if (postcode_last) put(place.postcode.value, " ");
  put(place.country.value, ", ");
  return text;
}

std::string remote_suffix(model::Place const& place, WordingContext const& context) {
  return place.remote ? fmt::format(" ({})", label_for("remote", context)) : std::string{};
}

/// The whole place, then with fewer of its parts: "Toronto, Ontario, Canada", "Toronto, Ontario", "Toronto".
std::vector<Parts> place_ladder(model::Place const& place, WordingContext const& context) {
  std::vector<Parts> ladder;
  if (place.empty()) return ladder;
  auto const suffix = remote_suffix(place, context);
  std::string whole = shown(place.text) ? syntax::plain_text(place.text.base) : join_place(place, context.locale.tag);
  if (whole.empty()) {
    ladder.push_back({words(label_for("remote", context))});
    return ladder;
  }
  Parts first{shown(place.text) ? from(place.text) : literal(whole, place.span)};
  if (!suffix.empty()) first.push_back(words(suffix));
  ladder.push_back(std::move(first));
  for (auto comma = whole.rfind(", "); comma != std::string::npos && comma > 0 && ladder.size() < 4; comma = whole.rfind(", ")) {
    whole.resize(comma);
    Part part = literal(whole, place.span);
    part.literal = !shown(place.text);
    ladder.push_back({std::move(part)});
  }
  return ladder;
}

void add_ladder(Collector& collector, std::string_view name, std::vector<Parts> ladder) {
  if (ladder.empty()) return;
  if (auto* const slot = collector.add(name, std::move(ladder.front()))) {
    slot->shorter.assign(std::make_move_iterator(ladder.begin() + 1), std::make_move_iterator(ladder.end()));
  }
}

std::vector<Parts> date_ladder(model::When const& when, WordingContext const& context) {
  std::vector<Parts> ladder;
  std::string last;
  for (auto const style : {context.dates, DateStyle::Short, DateStyle::Numeric}) {
    auto const text = format_when(when, context.locale, style);
    if (text.empty() || (!ladder.empty() && text.size() >= last.size())) continue;
    Part part = literal(text, when.span);
    part.unbreakable = !when.free_text;
    ladder.push_back({std::move(part)});
    last = text;
  }
  return ladder;
}

// ---- lists of people, links, citations

Parts people(std::vector<model::Author> const& authors, WordingContext const& context) {
  Parts parts;
  for (auto const& author : authors) {
    std::string name = author.others ? label_for("et-al", context) : author.name;
    if (name.empty() && author.marks.empty()) continue;
    if (!parts.empty()) parts.push_back(between(context.locale.list_separator));
    Part part = literal(name + author.marks, author.span);
    if (author.me) part.role = Role::Strong;
    parts.push_back(std::move(part));
  }
  return parts;
}

/// What an entry is called, for the descriptions of its links.
std::string entry_name(model::Entry const& entry) {
  for (auto const* const text : {&entry.title, &entry.org, &entry.role}) {
    if (shown(*text)) return syntax::plain_text(text->base);
  }
  return {};
}

Parts link_parts(model::Entry const& entry, WordingContext const& context) {
  Parts parts;
  auto const item = entry_name(entry);
  for (auto const& link : entry.links) {
    Part part;
    std::string label = shown(link.label) ? syntax::plain_text(link.label.base) : link.relation;
    if (shown(link.label)) {
      part = from(link.label);
    } else {
      if (label.empty()) label = printed_address(link.url.value);
      part = literal(label, link.url.span);
    }
    if (label.empty()) continue;
    if (!parts.empty()) parts.push_back(between(context.locale.list_separator));
    parts.push_back(linked(std::move(part), link.url.value, item.empty() ? label : fmt::format("{}: {}", label, item)));
  }
  return parts;
}

Parts cite_parts(std::vector<model::Cite> const& cites, WordingContext const& context) {
  Parts parts;
  for (auto const& cite : cites) {
    if (cite.number.empty()) continue;
    if (!parts.empty()) parts.push_back(between(context.locale.list_separator));
    Part part = literal(fmt::format("[{}]", cite.number), cite.id.span);
    part.role = Role::Reference;
    parts.push_back(std::move(part));
  }
  return parts;
}

Parts skill_items(std::vector<model::SkillItem> const& items, Collector const& collector, WordingContext const& context) {
  Parts parts;
  bool const has_groups = std::any_of(items.begin(), items.end(), [](model::SkillItem const& item) { return !item.keywords.empty(); });
  for (auto const& item : items) {
    auto keywords = collector.list(item.keywords);
    bool const has_level = shown(item.level.text);
    if (!shown(item.name) && !has_level && keywords.empty()) continue;
    if (!parts.empty()) parts.push_back(between(has_groups ? std::string_view{"; "} : context.locale.list_separator));
    if (shown(item.name)) parts.push_back(from(item.name));
    if (has_level) {
      parts.push_back(words(shown(item.name) ? " (" : "("));
      parts.push_back(from(item.level.text));
      parts.push_back(words(")"));
    }
    if (keywords.empty()) continue;
    if (shown(item.name) || has_level) parts.push_back(words(": "));
    parts.insert(parts.end(), std::make_move_iterator(keywords.begin()), std::make_move_iterator(keywords.end()));
  }
  return parts;
}

// ---- details

struct DetailSlots {
  Collector& out;
  WordingContext const& context;
  model::Entry const& entry;

  void operator()(std::monostate) const {}
  void operator()(model::EducationDetail const& d) const {
    bool const joined = shown(d.degree) && shown(d.field);
    if (joined) {
      // "{degree} in {field}", in the language's order.
      auto const phrase = context.locale.phrase("degree-in-field");
      auto const degree = phrase.find("{degree}");
      auto const field = phrase.find("{field}");
      Parts parts;
      if (degree == std::string_view::npos || field == std::string_view::npos) {
        parts = {from(d.degree), words(", "), from(d.field)};
      } else {
        bool const degree_first = degree < field;
        auto const first = std::min(degree, field), second = std::max(degree, field);
        auto const first_end = first + (degree_first ? 8 : 7), second_end = second + (degree_first ? 7 : 8);
        if (first > 0) parts.push_back(words(std::string{phrase.substr(0, first)}));
        parts.push_back(from(degree_first ? d.degree : d.field));
        parts.push_back(words(std::string{phrase.substr(first_end, second - first_end)}));
        parts.push_back(from(degree_first ? d.field : d.degree));
        if (second_end < phrase.size()) parts.push_back(words(std::string{phrase.substr(second_end)}));
      }
      out.add("qualification", std::move(parts));
    } else {
      out.add("qualification", shown(d.degree) ? d.degree : d.field);
    }
    out.add("degree", d.degree);
    out.add("field", d.field);
    if (shown(d.minor)) out.add("minor", out.labelled("minor", {from(d.minor)}));
    if (shown(d.score))
      out.add("score", d.score_is_verbatim ? Parts{from(d.score)} : out.labelled(d.score_is_grade ? "grade" : "score", {from(d.score)}));
    out.add("honours", out.list(d.honours));
    if (shown(d.thesis)) out.add("thesis", d.thesis_is_verbatim ? Parts{from(d.thesis)} : out.labelled("thesis", {from(d.thesis)}));
    out.add("advisors", d.advisors_are_verbatim ? out.list(d.advisors) : out.labelled("advisor", out.list(d.advisors)));
    out.add("courses", d.courses, label_for("courses", context));
  }
  void operator()(model::PublicationDetail const& d) const {
    out.add("authors", people(d.authors, context));
    if (auto editors = people(d.editors, context); !editors.empty()) {
      editors.push_back(words(fmt::format(" ({})", context.locale.phrase("editors"))));
      out.add("editors", std::move(editors));
    }
    out.add("venue", d.venue);
    out.add("publisher", d.publisher);
    if (!d.volume.empty()) out.add("volume", phrased(context.locale.phrase("volume"), from(d.volume)));
    if (!d.issue.empty()) out.add("issue", phrased(context.locale.phrase("issue"), from(d.issue)));
    if (!d.pages.empty()) out.add("pages", phrased(context.locale.phrase("pages"), literal(page_range(d.pages.value), d.pages.span)));
    out.add("status", d.status);
    out.add("award", d.award);
    auto const name = entry_name(entry);
    identifier("doi", d.doi, "https://doi.org/", name);
    identifier("arxiv", d.arxiv, "https://arxiv.org/abs/", name);
    if (!d.isbn.empty()) out.add("isbn", out.labelled("isbn", {from(d.isbn)}));
    if (!d.cited.empty()) out.add("cited", phrased(context.locale.phrase("cited"), from(d.cited)));
  }
  void operator()(model::TalkDetail const& d) const {
    out.add("event", d.event);
    out.add("type", d.type);
  }
  void operator()(model::AwardDetail const& d) const { out.add("amount", d.amount); }
  void operator()(model::CertificateDetail const& d) const {
    if (!d.number.empty()) out.add("serial", phrased(context.locale.phrase("number"), from(d.number)));
    if (auto const text = format_when(d.expires, context.locale, context.dates); !text.empty()) {
      out.add("expires", phrased(context.locale.phrase("expires"), literal(text, d.expires.span)));
    }
  }
  void operator()(model::SkillsDetail const& d) const {
    out.add("items", skill_items(d.items, out, context));
    out.add("level", d.level.text);
  }
  void operator()(model::LanguageDetail const& d) const { out.add("level", d.level.text); }
  void operator()(model::ReferenceDetail const& d) const {
    out.add("relation", d.relation);
    // A private reference is named, but not how to reach it.
    if (!d.is_private) {
      if (!d.email.empty()) out.add("email", {linked(from(d.email), "mailto:" + d.email.value, describe("email", d.email.value))});
      if (!d.phone.empty()) out.add("phone", {linked(from(d.phone), "tel:" + digits(d.phone.value), describe("phone", d.phone.value))});
    }
    out.add("quote", d.quote);
  }

 private:
  void identifier(std::string_view id, model::Literal const& value, std::string_view prefix, std::string const& name) const {
    if (value.empty()) return;
    bool const is_address = value.value.starts_with("http://") || value.value.starts_with("https://");
    auto const label = label_for(id, context);
    Part part = linked(literal(is_address ? printed_address(value.value) : value.value, value.span),
                       is_address ? value.value : std::string{prefix} + value.value,
                       fmt::format("{}: {}", label, name.empty() ? value.value : name));
    out.add(id, {words(label + ": "), std::move(part)});
  }
  std::string describe(std::string_view id, std::string const& value) const { return fmt::format("{}: {}", label_for(id, context), value); }

  static std::string digits(std::string_view phone) {
    std::string result;
    for (char const c : phone) {
      if ((c >= '0' && c <= '9') || (c == '+' && result.empty())) result += c;
    }
    return result;
  }

  /// `12--34` and `12-34` with an en dash.
  std::string page_range(std::string_view pages) const {
    if (context.resume.settings.raw_typography) return std::string{pages};
    std::string result;
    for (std::size_t i = 0; i < pages.size(); ++i) {
      if (pages[i] != '-') {
        result += pages[i];
        continue;
      }
      while (i + 1 < pages.size() && pages[i + 1] == '-') ++i;
      result += "–";
    }
    return result;
  }
};

/// True if the venue ends in the year that `when` gives, so that it is printed once.
bool says_year(model::Text const& venue, model::When const& when) {
  if (when.spans.size() != 1 || !when.spans[0].start || when.spans[0].range) return false;
  auto const& date = *when.spans[0].start;
  return date.precision == model::Precision::Year && !date.approximate &&
         syntax::plain_text(venue.base).ends_with(fmt::format("{}", date.year));
}

}  // namespace

std::string printed_address(std::string_view url) {
  for (std::string_view const scheme : {"https://", "http://", "mailto:", "tel:"}) {
    if (url.starts_with(scheme)) url.remove_prefix(scheme.size());
  }
  if (url.starts_with("www.")) url.remove_prefix(4);
  if (url.ends_with('/')) url.remove_suffix(1);
  return std::string{url};
}

std::string label_for(std::string_view id, WordingContext const& context) {
  for (auto const& [key, label] : context.resume.settings.labels) {
    if (key == id || (key == "score" && id == "grade")) return label;
  }
  return std::string{context.locale.phrase(id)};
}

std::vector<std::vector<Part>> contact_items(WordingContext const& context) {
  std::vector<Parts> items;
  auto const& header = context.resume.header;
  auto const name = model::full_name(header.name);
  bool has_location = false;
  for (auto const& contact : header.contacts) {
    if (contact.attributes.hide) continue;
    Parts item;
    if (contact.kind == model::ContactKind::Location) {
      has_location = true;
      auto ladder = place_ladder(contact.place, context);
      if (!ladder.empty()) item = std::move(ladder.front());
      if (item.empty() && !contact.value.empty()) item.push_back(from(contact.value));
    } else {
      auto const printed =
          contact.value.empty() ? (contact.handle.empty() ? printed_address(contact.url) : contact.handle) : contact.value.value;
      Part part = literal(printed, contact.value.span);
      std::string description;
      switch (contact.kind) {
        case model::ContactKind::Email:
          description = fmt::format("{}: {}", label_for("email", context), printed);
          break;
        case model::ContactKind::Phone:
          description = fmt::format("{}: {}", label_for("phone", context), printed);
          break;
        case model::ContactKind::Website:
          description = fmt::format("{}: {}", label_for("website", context), printed);
          break;
        default:
          description = fmt::format("{}: {}", contact.network_name.empty() ? printed : contact.network_name, name);
          break;
      }
      if (!printed.empty()) item.push_back(linked(std::move(part), contact.url, std::move(description)));
    }
    if (shown(contact.label)) {
      if (!item.empty()) item.insert(item.begin(), words(": "));
      item.insert(item.begin(), from(contact.label));
    }
    if (!item.empty()) items.push_back(std::move(item));
  }
  if (!has_location && !header.location.empty()) {
    auto ladder = place_ladder(header.location, context);
    if (!ladder.empty()) items.push_back(std::move(ladder.front()));
  }
  return items;
}

Slots masthead_slots(WordingContext const& context) {
  Collector out{style::SlotScope::Masthead, context};
  auto const& header = context.resume.header;
  if (auto const name = model::full_name(header.name); !name.empty()) out.add("name", {literal(name, header.name.span)});
  out.add("native-name", header.name.native);
  out.add("pronouns", header.name.pronouns);
  Parts headline;
  for (auto const& text : header.headline) {
    if (!shown(text)) continue;
    if (!headline.empty()) headline.push_back(between(" · "));
    headline.push_back(from(text));
  }
  out.add("headline", std::move(headline));
  if (!contact_items(context).empty()) out.mark("contacts");
  if (auto const birth = format_when(header.birth, context.locale, context.dates, model::Precision::Day); !birth.empty()) {
    out.add("birth", phrased(context.locale.phrase("born"), literal(birth, header.birth.span)));
  }
  out.add("nationality", out.labelled("nationality", out.list(header.nationality)));
  return out.take();
}

Slots section_slots(model::Section const& section, WordingContext const& context) {
  Collector out{style::SlotScope::Section, context};
  if (!section.untitled) {
    auto const title = section.role.empty() ? std::string_view{} : context.locale.title(section.role);
    if (shown(section.title)) {
      out.add("title", section.title);
    } else if (!title.empty() || !section.key.empty()) {
      out.add("title", {literal(std::string{title.empty() ? std::string_view{section.key} : title}, section.key_span)});
    }
  }
  out.add("intro", section.intro);
  if (!section.entries.empty()) out.mark("entries");
  out.add("legend", section.legend);
  return out.take();
}

Slots entry_slots(model::Entry const& entry, WordingContext const& context) {
  Collector out{style::SlotScope::Entry, context};
  auto const* const education = std::get_if<model::EducationDetail>(&entry.detail);
  auto const* const publication = std::get_if<model::PublicationDetail>(&entry.detail);
  // A degree given as the title as well is printed once.
  bool const repeated = education != nullptr && shown(education->degree) &&
                        syntax::plain_text(entry.title.base) == syntax::plain_text(education->degree.base);
  if (!repeated) out.add("title", entry.title);
  out.add("role", entry.role);
  out.add("org", entry.org);
  out.add("department", entry.department);
  out.add("about", entry.about);
  add_ladder(out, "place", place_ladder(entry.place, context));
  if (publication == nullptr || !says_year(publication->venue, entry.when)) add_ladder(out, "when", date_ladder(entry.when, context));
  std::visit(DetailSlots{out, context, entry}, entry.detail);
  out.add("keywords", out.list(entry.keywords));
  if (!entry.url.empty()) {
    auto const name = entry_name(entry);
    auto const printed = printed_address(entry.url.value);
    bool const is_address = entry.url.value.find(':') != std::string::npos;
    out.add("url", {linked(literal(printed, entry.url.span), is_address ? entry.url.value : "https://" + entry.url.value,
                           name.empty() ? printed : name)});
  }
  out.add("links", link_parts(entry, context));
  out.add("cites", cite_parts(entry.cites, context));
  if (!entry.number.empty()) out.add("number", {literal(entry.number, entry.attributes.span)});
  out.add("text", entry.text);
  out.add("points", entry.points);
  out.add("note", entry.note);
  if (context.resume.settings.abstracts == model::Settings::Abstracts::Show) out.add("abstract", entry.abstract);
  if (!entry.entries.empty()) out.mark("entries");
  return out.take();
}

}  // namespace resumec::flow
