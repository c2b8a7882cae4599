#include "variant/citations.hpp"

#include "syntax/inline.hpp"
#include "variant/walk.hpp"

namespace resumec::variant {
namespace {

using namespace model;

/// Everything cited, in order, with its place.
class Collector {
 public:
  std::vector<Citation> all;

  void take(Resume const& resume) {
    for (Text const& text : resume.header.headline) take(text.base);
    for (Section const& section : resume.sections) {
      take(section.title.base);
      take(section.intro.base);
      take(section.legend.base);
      take(section.entries);
    }
  }

 private:
  void take(syntax::Inlines const& inlines) {
    for (syntax::Inline const& node : inlines) {
      for (std::string const& id : node.references) all.push_back({id, node.span});
      take(node.children);
    }
  }
  void take(syntax::Blocks const& blocks) {
    for (syntax::Block const& block : blocks) {
      take(block.inlines);
      take(block.children);
      for (syntax::ListItem const& item : block.items) take(item.blocks);
    }
  }
  void take(std::vector<Cite> const& cites) {
    for (Cite const& cite : cites) all.push_back({cite.id.value, cite.id.span});
  }
  void take(std::vector<Point> const& points) {
    for (Point const& point : points) {
      take(point.text.base);
      take(point.cites);
      take(point.points);
    }
  }
  void take(std::vector<Text> const& texts) {
    for (Text const& text : texts) take(text.base);
  }
  void take(std::vector<Entry> const& entries) {
    for (Entry const& entry : entries) {
      for (Text const* text : {&entry.title, &entry.org, &entry.role, &entry.department, &entry.about}) take(text->base);
      take(entry.cites);
      for (RichText const* text : {&entry.text, &entry.note, &entry.abstract}) take(text->base);
      take(entry.points);
      take(entry.keywords);
      if (auto const* detail = std::get_if<EducationDetail>(&entry.detail)) {
        for (Text const* text : {&detail->degree, &detail->field, &detail->minor, &detail->thesis, &detail->score}) take(text->base);
        take(detail->honours);
        take(detail->advisors);
        take(detail->courses);
      }
      if (auto const* detail = std::get_if<PublicationDetail>(&entry.detail))
        for (Text const* text : {&detail->venue, &detail->publisher, &detail->status, &detail->award}) take(text->base);
      if (auto const* detail = std::get_if<TalkDetail>(&entry.detail)) take(detail->event.base);
      if (auto const* detail = std::get_if<AwardDetail>(&entry.detail)) take(detail->amount.base);
      if (auto const* detail = std::get_if<ReferenceDetail>(&entry.detail)) take(detail->quote.base);
      if (auto const* detail = std::get_if<SkillsDetail>(&entry.detail))
        for (SkillItem const& item : detail->items) {
          take(item.name.base);
          take(item.keywords);
        }
      take(entry.entries);
    }
  }
};

void insert(Attributes const& attributes, std::set<std::string>& ids) {
  if (!attributes.id.empty()) ids.insert(attributes.id.value);
}

void collect(std::vector<Point> const& points, std::set<std::string>& ids) {
  for (Point const& point : points) {
    insert(point.attributes, ids);
    collect(point.points, ids);
  }
}

void collect(std::vector<Entry> const& entries, std::set<std::string>& ids) {
  for (Entry const& entry : entries) {
    insert(entry.attributes, ids);
    collect(entry.points, ids);
    if (auto const* education = std::get_if<EducationDetail>(&entry.detail)) collect(education->courses, ids);
    if (auto const* skills = std::get_if<SkillsDetail>(&entry.detail))
      for (SkillItem const& item : skills->items) insert(item.attributes, ids);
    collect(entry.entries, ids);
  }
}

/// Takes references to `gone` out of a text, and the blank before a citation of which nothing is left.
void drop_from(syntax::Inlines& inlines, std::set<std::string> const& gone) {
  for (std::size_t i = 0; i < inlines.size();) {
    syntax::Inline& node = inlines[i];
    drop_from(node.children, gone);
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

void drop_from(syntax::Blocks& blocks, std::set<std::string> const& gone) {
  for (syntax::Block& block : blocks) {
    drop_from(block.inlines, gone);
    drop_from(block.children, gone);
    for (syntax::ListItem& item : block.items) drop_from(item.blocks, gone);
  }
}

}  // namespace

std::vector<Citation> citations_of(Resume const& resume) {
  Collector collector;
  collector.take(resume);
  return std::move(collector.all);
}

std::set<std::string> ids_of(Resume const& resume) {
  std::set<std::string> ids;
  for (Section const& section : resume.sections) {
    insert(section.attributes, ids);
    collect(section.entries, ids);
  }
  return ids;
}

std::set<std::string> ids_lost(Resume const& before, Resume const& after) {
  std::set<std::string> gone = ids_of(before);
  for (std::string const& id : ids_of(after)) gone.erase(id);
  return gone;
}

void drop_citations(Resume& resume, std::set<std::string> const& gone) {
  if (gone.empty()) return;
  auto from_text = [&](Text& text) { drop_from(text.base, gone); };
  auto from_rich = [&](RichText& text) { drop_from(text.base, gone); };
  auto from_cites = [&](std::vector<Cite>& cites) { std::erase_if(cites, [&](Cite const& cite) { return gone.contains(cite.id.value); }); };
  Walk{from_text, from_rich, from_cites}.resume(resume);
}

}  // namespace resumec::variant
