// Numbers of entries, and of the citations that name them.
//
// Entries of numbered sections count in the order in which they are printed. Publications, and all that is cited, share one sequence over
// all sections, so that a number means one thing; other numbered sections (patents, say) count for themselves. A section that counts
// down takes the next numbers of its sequence in reverse. A cited publication whose section says nothing about numbering makes that section
// count up; where the author said `numbering: none`, or where something else than a publication is cited, there is no number to print, and
// that is an error at the citation.

#include "base/suggest.hpp"
#include "diag/report.hpp"
#include "variant/citations.hpp"
#include "variant/select.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace resumec::variant {
namespace {

using namespace model;

/// Entries that can have a number: all but groups, which lend their place to their members, and runs of points.
void numberable(std::vector<Entry>& entries, std::vector<Entry*>& out) {
  for (Entry& entry : entries) {
    if (entry.kind == Kind::Group)
      numberable(entry.entries, out);
    else if (entry.kind != Kind::List)
      out.push_back(&entry);
  }
}

std::vector<Entry*> numberable(Section& section) {
  std::vector<Entry*> result;
  numberable(section.entries, result);
  return result;
}

void write_numbers(std::vector<Cite>& cites, std::map<std::string, std::string> const& numbers) {
  for (Cite& cite : cites) {
    auto const found = numbers.find(cite.id.value);
    cite.number = found == numbers.end() ? "" : found->second;
  }
}

void write_numbers(std::vector<Point>& points, std::map<std::string, std::string> const& numbers) {
  for (Point& point : points) {
    write_numbers(point.cites, numbers);
    write_numbers(point.points, numbers);
  }
}

void write_numbers(std::vector<Entry>& entries, std::map<std::string, std::string> const& numbers) {
  for (Entry& entry : entries) {
    write_numbers(entry.cites, numbers);
    write_numbers(entry.points, numbers);
    write_numbers(entry.entries, numbers);
  }
}

/// Citations of what has no number: of an entry that is not numbered, or of nothing.
class Unnumbered {
 public:
  Unnumbered(std::set<std::string> const& ids, Diagnostics& diagnostics)
      : ids_{ids}, known_{ids.begin(), ids.end()}, diagnostics_{diagnostics} {}

  void report(Citation const& citation) {
    if (ids_.contains(citation.id)) {
      diag::report<diag::Kind::UnnumberedCitation>(diagnostics_, citation.span, citation.id)
          .hint("give its section `numbering: up`, or take the citation away");
      return;
    }
    auto report = diag::report<diag::Kind::UnresolvedCitation>(diagnostics_, citation.span, citation.id);
    std::optional<std::string_view> near;
    if (guesses_ < most_guesses) near = base::nearest(citation.id, known_);
    ++guesses_;
    if (near)
      report.hint(diag::did_you_mean(*near));
    else
      report.hint("a citation names the `id` of an entry");
  }

 private:
  static constexpr int most_guesses = 20;  ///< each looks at every id

  std::set<std::string> const& ids_;
  std::vector<std::string_view> known_;
  Diagnostics& diagnostics_;
  int guesses_ = 0;
};

}  // namespace

void number_citations(Resume& resume, Diagnostics& diagnostics) {
  auto const citations = citations_of(resume);
  std::set<std::string> const ids = ids_of(resume);
  std::set<std::string> cited;
  for (Citation const& citation : citations) cited.insert(citation.id);

  std::map<std::string, std::string> numbers;
  int shared = 0;
  for (Section& section : resume.sections) {
    std::vector<Entry*> const entries = numberable(section);
    bool has_cited = false, has_publications = false, cites_publication = false;
    for (Entry const* entry : entries) {
      bool const is_cited = cited.contains(entry->attributes.id.value);
      has_cited = has_cited || is_cited;
      has_publications = has_publications || entry->kind == Kind::Publication;
      cites_publication = cites_publication || (is_cited && entry->kind == Kind::Publication);
    }
    if (section.numbering == Numbering::None && !section.numbering_is_set && cites_publication) section.numbering = Numbering::Up;
    int own = 0;
    int& counter = has_cited || has_publications ? shared : own;
    int const count = static_cast<int>(entries.size());
    int const first = counter;
    for (int i = 0; i < count; ++i) {
      Entry& entry = *entries[static_cast<std::size_t>(i)];
      switch (section.numbering) {
        case Numbering::None:
          entry.number.clear();
          continue;
        case Numbering::Up:
          entry.number = std::to_string(first + i + 1);
          break;
        case Numbering::Down:
          entry.number = std::to_string(first + count - i);
          break;
        case Numbering::Label:
          entry.number = entry.attributes.id.value;
          break;
      }
      if (!entry.attributes.id.empty()) numbers[entry.attributes.id.value] = entry.number;
    }
    if (section.numbering == Numbering::Up || section.numbering == Numbering::Down) counter += count;
  }
  for (Section& section : resume.sections) write_numbers(section.entries, numbers);
  Unnumbered unnumbered{ids, diagnostics};
  for (Citation const& citation : citations)
    if (!numbers.contains(citation.id)) unnumbered.report(citation);
}

}  // namespace resumec::variant
