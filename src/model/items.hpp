// The items of a résumé: its sections, entries and points, outermost first, in the order in which they stand. Fitting knows them by
// number.
#pragma once

#include "model/resume.hpp"

#include <span>
#include <string>
#include <type_traits>

namespace resumec::model {

/// Calls `visit(item, around)` for each; `around` are the attributes of the item that holds it, or nullptr. What `visit` gives away of an
/// item's inside is not visited.
template <class Visit>
class ItemWalk {
 public:
  explicit ItemWalk(Visit visit) : visit_{std::move(visit)} {}

  template <class Sections>  // a vector of them, const or not
  void sections(Sections& sections) {
    for (auto& section : sections) {
      visit_(section, static_cast<Attributes const*>(nullptr));
      entries(section.entries, section.attributes);
    }
  }

 private:
  template <class Entries>
  void entries(Entries& entries, Attributes const& around) {
    for (auto& entry : entries) {
      visit_(entry, &around);
      points(entry.points, entry.attributes);
      if (auto* education = std::get_if<EducationDetail>(&entry.detail)) points(education->courses, entry.attributes);
      this->entries(entry.entries, entry.attributes);
    }
  }
  template <class Points>
  void points(Points& points, Attributes const& around) {
    for (auto& point : points) {
      visit_(point, &around);
      this->points(point.points, point.attributes);
    }
  }

  Visit visit_;
};

/// Gives every item its number.
void number_items(Resume& resume);

/// How many of `items`, which are sorted, one would name: none that stands in another one of them, and no section.
std::size_t count_outermost(Resume const& resume, std::span<base::ItemId const> items);

/// An item in words: position `Cook`.
std::string in_words(Section const& section);
std::string in_words(Entry const& entry);
std::string in_words(Point const& point);

}  // namespace resumec::model
