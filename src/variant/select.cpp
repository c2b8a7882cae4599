// What is shown: a copy of the résumé without hidden nodes and with every text in one language. Order is kept, but for sections that ask
// to be sorted. A citation of something hidden goes with it: numbers come from what is rendered (formats.md §4 (a)).

#include "variant/select.hpp"

#include "syntax/inline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace resumec::variant {
namespace {

using namespace model;

/// Looks at every text of a résumé: the one walk over its parts that choosing a language and dropping citations share.
template <class OnText, class OnRich, class OnCites>
class Walk {
 public:
  Walk(OnText on_text, OnRich on_rich, OnCites on_cites) : text_{on_text}, rich_{on_rich}, cites_{on_cites} {}

  void resume(Resume& resume) {
    texts(resume.header.headline);
    texts(resume.header.nationality);
    text_(resume.header.location.text);
    for (Contact& contact : resume.header.contacts) {
      text_(contact.label);
      text_(contact.place.text);
    }
    for (Section& section : resume.sections) {
      text_(section.title);
      text_(section.legend);
      rich_(section.intro);
      entries(section.entries);
    }
  }

 private:
  void texts(std::vector<Text>& values) {
    for (Text& value : values) text_(value);
  }
  void points(std::vector<Point>& values) {
    for (Point& point : values) {
      rich_(point.text);
      cites_(point.cites);
      points(point.points);
    }
  }
  void entries(std::vector<Entry>& values) {
    for (Entry& entry : values) {
      for (Text* text : {&entry.title, &entry.org, &entry.role, &entry.department, &entry.about, &entry.place.text}) text_(*text);
      for (RichText* text : {&entry.text, &entry.note, &entry.abstract}) rich_(*text);
      for (Link& link : entry.links) text_(link.label);
      texts(entry.keywords);
      points(entry.points);
      cites_(entry.cites);
      std::visit([this](auto& detail) { this->visit(detail); }, entry.detail);
      entries(entry.entries);
    }
  }
  void visit(std::monostate) {}
  void visit(EducationDetail& detail) {
    for (Text* text : {&detail.degree, &detail.field, &detail.minor, &detail.thesis, &detail.score}) text_(*text);
    texts(detail.honours);
    texts(detail.advisors);
    points(detail.courses);
  }
  void visit(PublicationDetail& detail) {
    for (Text* text : {&detail.venue, &detail.publisher, &detail.status, &detail.award}) text_(*text);
  }
  void visit(TalkDetail& detail) { text_(detail.event); }
  void visit(AwardDetail& detail) { text_(detail.amount); }
  void visit(CertificateDetail&) {}
  void visit(SkillsDetail& detail) {
    text_(detail.level.text);
    for (SkillItem& item : detail.items) {
      text_(item.name);
      text_(item.level.text);
      texts(item.keywords);
    }
  }
  void visit(LanguageDetail& detail) { text_(detail.level.text); }
  void visit(ReferenceDetail& detail) {
    text_(detail.relation);
    rich_(detail.quote);
  }

  OnText text_;
  OnRich rich_;
  OnCites cites_;
};

// ---- hidden nodes

std::string in_words(Entry const& entry) {
  for (Text const* text : {&entry.title, &entry.org, &entry.role})
    if (!text->base.empty()) return fmt::format("{} `{}`", name_of(entry.kind), syntax::plain_text(text->base));
  return std::string{name_of(entry.kind)};
}
std::string in_words(Point const& point) { return fmt::format("point `{}`", syntax::plain_text(point.text.base)); }
std::string in_words(SkillItem const& item) { return fmt::format("skill `{}`", syntax::plain_text(item.name.base)); }
std::string in_words(Contact const& contact) { return fmt::format("contact `{}`", contact.value.value); }
std::string in_words(Section const& section) { return fmt::format("section `{}`", section.key); }

class Hider {
 public:
  explicit Hider(std::vector<Omission>& omitted) : omitted_{omitted} {}

  void resume(Resume& resume) {
    drop(resume.header.contacts);
    drop(resume.sections);
    for (Section& section : resume.sections) entries(section.entries);
  }

 private:
  template <class T>
  void drop(std::vector<T>& items) {
    std::erase_if(items, [&](T const& item) {
      if (!item.attributes.hide) return false;
      omitted_.push_back({item.attributes.span, in_words(item), "hide: true"});
      return true;
    });
  }
  void points(std::vector<Point>& values) {
    drop(values);
    for (Point& point : values) points(point.points);
  }
  void entries(std::vector<Entry>& values) {
    drop(values);
    for (Entry& entry : values) {
      points(entry.points);
      if (auto* education = std::get_if<EducationDetail>(&entry.detail)) points(education->courses);
      if (auto* skills = std::get_if<SkillsDetail>(&entry.detail)) drop(skills->items);
      entries(entry.entries);
    }
  }
  std::vector<Omission>& omitted_;
};

// ---- ids

void collect(std::vector<Point> const& points, std::set<std::string>& ids) {
  for (Point const& point : points) {
    ids.insert(point.attributes.id.value);
    collect(point.points, ids);
  }
}

void collect(std::vector<Entry> const& entries, std::set<std::string>& ids) {
  for (Entry const& entry : entries) {
    ids.insert(entry.attributes.id.value);
    collect(entry.points, ids);
    if (auto const* education = std::get_if<EducationDetail>(&entry.detail)) collect(education->courses, ids);
    if (auto const* skills = std::get_if<SkillsDetail>(&entry.detail))
      for (SkillItem const& item : skills->items) ids.insert(item.attributes.id.value);
    collect(entry.entries, ids);
  }
}

std::set<std::string> ids_of(Resume const& resume) {
  std::set<std::string> ids;
  for (Section const& section : resume.sections) {
    ids.insert(section.attributes.id.value);
    collect(section.entries, ids);
  }
  return ids;
}

/// Takes references to `gone` out of a text, and the blank before a citation of which nothing is left.
void drop_citations(syntax::Inlines& inlines, std::set<std::string> const& gone) {
  for (std::size_t i = 0; i < inlines.size();) {
    syntax::Inline& node = inlines[i];
    drop_citations(node.children, gone);
    if (node.kind == syntax::InlineKind::Citation) {
      std::erase_if(node.references, [&](std::string const& id) { return gone.contains(id); });
      if (node.references.empty()) {
        if (i > 0 && inlines[i - 1].kind == syntax::InlineKind::Text && inlines[i - 1].text.ends_with(' ')) inlines[i - 1].text.pop_back();
        inlines.erase(inlines.begin() + static_cast<std::ptrdiff_t>(i));
        continue;
      }
    }
    ++i;
  }
}

void drop_citations(syntax::Blocks& blocks, std::set<std::string> const& gone) {
  for (syntax::Block& block : blocks) {
    drop_citations(block.inlines, gone);
    drop_citations(block.children, gone);
    for (syntax::ListItem& item : block.items) drop_citations(item.blocks, gone);
  }
}

// ---- languages

/// The index of the wanted language: the same tag, else the same language, else the document's, else the first.
template <class T>
std::size_t chosen(std::vector<std::pair<std::string, T>> const& by_lang, std::string_view wanted, std::string_view own) {
  auto language = [](std::string_view tag) { return tag.substr(0, tag.find('-')); };
  for (std::string_view lang : {wanted, own}) {
    for (std::size_t i = 0; i < by_lang.size(); ++i)
      if (by_lang[i].first == lang) return i;
    for (std::size_t i = 0; i < by_lang.size(); ++i)
      if (language(by_lang[i].first) == language(lang)) return i;
  }
  return 0;
}

template <class T>
void choose(T& text, std::string_view wanted, std::string_view own) {
  if (text.by_lang.empty()) return;
  text.base = std::move(text.by_lang[chosen(text.by_lang, wanted, own)].second);
  text.by_lang.clear();
}

// ---- order

std::int32_t sort_order(Entry const& entry) {
  if (entry.when.is_present()) return std::numeric_limits<std::int32_t>::max();
  auto const latest = entry.when.latest();
  return latest ? latest->order() : 0;
}

void sort_entries(Section& section) {
  if (section.sort.empty()) return;
  bool const descending = section.sort.starts_with('-');
  bool const by_title = section.sort.ends_with("title");
  std::stable_sort(section.entries.begin(), section.entries.end(), [&](Entry const& a, Entry const& b) {
    Entry const& first = descending ? b : a;
    Entry const& second = descending ? a : b;
    if (by_title) return syntax::plain_text(first.title.base) < syntax::plain_text(second.title.base);
    return sort_order(first) < sort_order(second);
  });
}

}  // namespace

Selection select(Resume const& resume, SelectOptions const& options, Diagnostics&) {
  Selection selection{resume, {}};
  Resume& shown = selection.resume;
  std::string const own = resume.lang, wanted = options.lang.empty() ? own : options.lang;
  shown.lang = wanted;

  auto no_cites = [](std::vector<Cite>&) {};
  auto pick = [&](auto& text) { choose(text, wanted, own); };
  Walk{pick, pick, no_cites}.resume(shown);

  Hider{selection.omitted}.resume(shown);
  for (Section& section : shown.sections) sort_entries(section);

  std::set<std::string> gone = ids_of(resume);
  for (std::string const& id : ids_of(shown)) gone.erase(id);
  if (!gone.empty()) {
    auto drop_text = [&](Text& text) { drop_citations(text.base, gone); };
    auto drop_rich = [&](RichText& text) { drop_citations(text.base, gone); };
    auto drop_cites = [&](std::vector<Cite>& cites) {
      std::erase_if(cites, [&](Cite const& cite) { return gone.contains(cite.id.value); });
    };
    Walk{drop_text, drop_rich, drop_cites}.resume(shown);
  }
  return selection;
}

std::string dump(Selection const& selection) {
  std::string text = model::dump(selection.resume);
  for (Omission const& omission : selection.omitted)
    text += fmt::format("omitted {}: {}\n", omission.what.empty() ? "item" : omission.what, omission.reason);
  return text;
}

}  // namespace resumec::variant
