#include "variant/reduce.hpp"

#include "variant/citations.hpp"
#include "variant/reword.hpp"

#include <algorithm>
#include <set>

namespace resumec::variant {

namespace {

using namespace model;

class Reducer {
 public:
  explicit Reducer(Reduction const& reduction)
      : dropped_{reduction.dropped.begin(), reduction.dropped.end()}, shortened_{reduction.shortened.begin(), reduction.shortened.end()} {}

  template <class Item>
  void reduce(std::vector<Item>& items) const {
    std::erase_if(items, [&](Item const& item) { return dropped_.contains(item.attributes.item); });
    for (Item& item : items) {
      if (shortened_.contains(item.attributes.item)) {
        RichText wording = std::move(item.attributes.short_wording);
        item.attributes.short_wording = {};
        reword(item, std::move(wording));
      } else {
        inside(item);
      }
    }
  }

 private:
  void inside(Section& section) const { reduce(section.entries); }
  void inside(Entry& entry) const {
    reduce(entry.points);
    if (auto* education = std::get_if<EducationDetail>(&entry.detail)) reduce(education->courses);
    reduce(entry.entries);
  }
  void inside(Point& point) const { reduce(point.points); }

  std::set<base::ItemId> dropped_, shortened_;
};

}  // namespace

Resume reduce(Resume const& resume, Reduction const& reduction) {
  Resume reduced = resume;
  Reducer{reduction}.reduce(reduced.sections);
  drop_citations(reduced, ids_lost(resume, reduced));
  return reduced;
}

}  // namespace resumec::variant
