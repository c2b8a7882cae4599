// Which sections a variant shows, in which order and under which titles; and the order of entries where a section asks for one.
#pragma once

#include "model/resume.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace resumec::variant {

/// `...` in a variant's `sections`: the sections that it does not name.
inline constexpr std::string_view the_rest = "...";

/// The sections of a résumé by name: their id, their key, or their title in one of its languages, the document's or a variant's. Letter
/// case does not count.
class SectionNames {
 public:
  explicit SectionNames(model::Resume const& resume);

  /// The indices of the sections of that name.
  std::vector<std::size_t> find(std::string_view name, model::Variant const& variant) const;

 private:
  using Indices = std::map<std::string, std::vector<std::size_t>, std::less<>>;
  std::string lang_;
  Indices by_name_;
  Indices by_role_;  ///< those whose title is the locale's
};

/// Which rules of a variant name a section.
struct NamedBy {
  bool keep = false, only = false, drop = false;
};

/// What a variant says of sections, with its names looked up in the résumé as lowered. Sections are known by their places in the source.
class SectionPlan {
 public:
  SectionPlan() = default;
  SectionPlan(model::Resume const& resume, model::Variant const& variant);

  NamedBy named_by(model::Section const& section) const {
    auto const found = named_.find(section.attributes.span);
    return found == named_.end() ? NamedBy{} : found->second;
  }
  bool shows(model::Section const& section) const { return !is_list_ || places_.contains(section.attributes.span); }
  /// Brings the sections, all of which are shown, into their order, and gives them their titles.
  void apply(std::vector<model::Section>& sections) const;

 private:
  bool is_list_ = false;
  std::map<Span, std::ptrdiff_t> places_;
  std::map<Span, model::Text> titles_;
  std::map<Span, NamedBy> named_;
};

/// `sort:` of a section.
void sort_entries(model::Section& section);

}  // namespace resumec::variant
