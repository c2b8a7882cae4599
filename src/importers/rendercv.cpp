// RenderCV, v0.10 to 2.8 (foreign-formats.md §6.1): `cv`, `design`, `locale`, `settings`.
#include "importers/rendercv.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace resumec::importers {

namespace rendercv {

namespace {

/// The sections of v0.x, each under a key of its own, in the order in which it printed them where `section_order` says nothing.
constexpr std::string_view old_sections[] = {"education",    "work_experience",   "academic_projects",
                                             "publications", "certificates",      "skills",
                                             "test_scores",  "personal_projects", "extracurricular_activities"};

/// `- {placeholder: …, url: …, fontawesome_icon: …}`
void connections(Node& tree, Member const& member, Context& context) {
  Node contacts = make_list(member.value.span);
  for (Node const& item : member.value.items) {
    if (!item.is_map()) {
      contacts.items.push_back(item);
      continue;
    }
    Fields fields{item, "a custom connection", context};
    Node contact = make_map(item.span);
    fields.move(contact, "value", {"placeholder"});
    fields.move(contact, "url", {"url"});
    fields.move(contact, "icon", {"fontawesome_icon"});
    fields.keep_rest(contact);
    if (!is_absent(contact)) contacts.items.push_back(std::move(contact));
  }
  put(tree, "contact", std::move(contacts), member.key_span);
}

struct OldSection {
  std::string title;
  Member const* member;
  Node const* custom = nullptr;  ///< an item of `custom_sections`
};

/// v0.x: the order is that of `section_order`, by titles; what it does not name comes after.
void sections_of_v0(Node& to, Fields& fields, File& file) {
  std::vector<OldSection> found;
  if (Member const* const summary = fields.take({"summary"})) found.push_back({"", summary});
  for (auto const key : old_sections)
    if (Member const* const member = fields.take({key})) found.push_back({title_of(key), member});
  std::vector<Member> custom_members;
  if (Member const* const custom = fields.take({"custom_sections"})) {
    custom_members.reserve(custom->value.items.size());
    for (Node const& item : custom->value.items) {
      if (!item.is_map()) continue;
      Fields parts{item, "a custom section", file.context};
      Member const* const title = parts.take({"title"});
      Member const* const entries = parts.take({"entries"});
      parts.ignore({"entry_type", "link_text"});
      if (title && entries && title->value.is_scalar()) {
        custom_members.push_back({std::string{title->value.text()}, title->value.span, entries->value});
        found.push_back({custom_members.back().key, &custom_members.back()});
      }
      parts.keep_rest(to);
    }
  }
  if (Member const* const order = fields.take({"section_order"})) {
    auto const place = [&](OldSection const& section) {
      auto const& items = order->value.items;
      if (section.title.empty()) return std::ptrdiff_t{-1};
      return std::find_if(items.begin(), items.end(), [&](Node const& item) { return item.text() == section.title; }) - items.begin();
    };
    std::stable_sort(found.begin(), found.end(), [&](auto const& a, auto const& b) { return place(a) < place(b); });
    for (Node const& item : order->value.items) file.context.ignored.push_back(item.span);
  }
  for (auto const& one : found) {
    if (one.title.empty())
      section(to, *one.member, "summary", file);
    else
      section(to, *one.member, one.title, file);
  }
}

void curriculum(Node& tree, Member const& cv, File& file) {
  Context& context = file.context;
  Fields fields{cv.value, "`cv`", context};
  fields.move(tree, "name", {"name"});
  fields.move(tree, "headline", {"headline", "label"});
  Member const* const photo = fields.take({"photo"});
  // What stands below the name stands in the order of the keys.
  for (Member const& member : cv.value.members) {
    if (member.key == "location" || member.key == "email" || member.key == "phone" || member.key == "website") {
      fields.move(tree, member.key, {member.key});
    } else if (member.key == "social_networks") {
      if (Member const* const taken = fields.take({"social_networks"})) networks(tree, *taken, context);
    } else if (member.key == "custom_connections") {
      if (Member const* const taken = fields.take({"custom_connections"})) connections(tree, *taken, context);
    }
  }
  if (photo) put(tree, "photo", photo->value, photo->key_span);
  fields.take({"location", "email", "phone", "website", "social_networks", "custom_connections"});
  fields.ignore({"sort_entries"});
  Node sections = make_map(cv.value.span);
  if (Member const* const member = fields.take({"sections"}); member && member->value.is_map()) {
    sections.span = member->value.span;
    for (Member const& one : member->value.members) section(sections, one, file);
  }
  sections_of_v0(sections, fields, file);
  fields.keep_rest(tree);
  put(tree, "sections", std::move(sections));
}

}  // namespace

}  // namespace rendercv

Imported import_rendercv(Node const& root, std::string_view text, Diagnostics& diagnostics) {
  Context context{SourceFormat::RenderCv, diagnostics};
  rendercv::File file{context, text};
  Imported imported;
  imported.tree = make_map(root.span);
  Fields top{root, "a file of RenderCV", context};
  Member const* const locale = top.take({"locale", "locale_catalog"});
  if (locale) rendercv::locale(imported.tree, *locale, context);
  if (Member const* const cv = top.take({"cv"})) {
    if (cv->value.is_map())
      rendercv::curriculum(imported.tree, *cv, file);
    else
      put(imported.tree, "x-cv", cv->value, cv->key_span);
  }
  if (Member const* const settings = top.take({"settings", "rendercv_settings"})) rendercv::settings(imported.tree, *settings, context);
  if (Member const* const design = top.take({"design"})) rendercv::design(imported.tree, *design, context);
  top.keep_rest(imported.tree);
  imported.ignored = std::move(context.ignored);
  return imported;
}

}  // namespace resumec::importers
