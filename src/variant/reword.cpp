#include "variant/reword.hpp"

#include <algorithm>
#include <iterator>

namespace resumec::variant {

using namespace model;

bool reword(Contact&, RichText) { return false; }

bool reword(SkillItem& item, RichText wording) {
  item.name.span = wording.span;
  item.name.base.clear();
  for (syntax::Block& block : wording.base) std::move(block.inlines.begin(), block.inlines.end(), std::back_inserter(item.name.base));
  item.keywords.clear();
  return false;
}

bool reword(Point& point, RichText wording) {
  point.text = std::move(wording);
  point.points.clear();
  return true;
}

bool reword(Entry& entry, RichText wording) {
  entry.text = std::move(wording);
  entry.points.clear();
  entry.entries.clear();
  if (auto* education = std::get_if<EducationDetail>(&entry.detail)) education->courses.clear();
  if (auto* skills = std::get_if<SkillsDetail>(&entry.detail)) skills->items.clear();
  return true;
}

bool reword(Section& section, RichText wording) {
  section.intro = {};
  section.entries.clear();
  Entry text;
  text.kind = Kind::Text;
  text.attributes.span = wording.span;
  text.text = std::move(wording);
  section.entries.push_back(std::move(text));
  return true;
}

}  // namespace resumec::variant
