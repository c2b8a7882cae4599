// BibLaTeX's rules (its manual, appendix B), as far as they matter to a list of publications: the title of a volume is the `booktitle` of
// what is in it, and what names or sorts a record is never inherited.
#include "importers/bib_inherit.hpp"

#include "base/ascii.hpp"
#include "base/suggest.hpp"
#include "diag/report.hpp"
#include "importers/record_types.hpp"
#include "model/names.hpp"
#include "syntax/bibtex.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace resumec::importers {

namespace {

constexpr std::size_t chain_limit = 8;          // of records that refer to each other
constexpr std::size_t text_limit = 10'000'000;  // bytes that records take from others: a few could ask for many times the file
constexpr std::size_t hint_limit = 20;          // each looks through all keys

/// What says which record it is, or how a list is sorted.
constexpr std::string_view never_inherited =
    "@type @key ids crossref xref xdata entryset entrysubtype execute label options presort related relatedoptions relatedstring "
    "relatedtype "
    "shorthand shorthandintro sortkey sortname sorttitle sortyear indextitle indexsorttitle shorttitle keywords annotation annote abstract "
    "title subtitle titleaddon note doi url pages";

std::string_view text_of(Node const& record, std::string_view key) {
  Member const* const member = record.find(key);
  return member ? member->value.text() : std::string_view{};
}

/// What the field of a volume is called in what stands in it.
std::string_view inherited_name(std::string_view field, std::string_view type) {
  auto const kind = record_type(type);
  if (kind == "article") {
    if (field == "title") return "journaltitle";
    if (field == "subtitle") return "journalsubtitle";
  }
  if (kind == "paper" || kind == "chapter") {
    if (field == "title") return "booktitle";
    if (field == "subtitle") return "booksubtitle";
    if (field == "titleaddon") return "booktitleaddon";
  }
  if (kind == "book" || kind == "proceedings") {
    if (field == "title") return "maintitle";
    if (field == "subtitle") return "mainsubtitle";
  }
  return model::any_word(never_inherited, [&](std::string_view name) { return name == field; }) ? std::string_view{} : field;
}

class Heirs {
 public:
  Heirs(Node const& records, Diagnostics& diagnostics) : diagnostics_{diagnostics} {
    for (Node const& record : records.items) {
      auto key = base::ascii_lower(text_of(record, syntax::bib_key));
      if (!key.empty()) known_.emplace(std::move(key), &record);
    }
  }

  Node completed(Node const& record) {
    Node whole = record;
    std::set<Node const*> seen{&record};
    take_from_others(whole, record, seen, 0);
    return whole;
  }

 private:
  void take_from_others(Node& whole, Node const& record, std::set<Node const*>& seen, std::size_t depth) {
    if (depth == chain_limit) return;
    for (std::string_view const link : {"xdata", "crossref"}) {
      Member const* const member = record.find(link);
      if (!member) continue;
      for (auto const name : names_in(member->value.text())) {
        Node const* const other = find(name, member->value.span, depth);
        if (!other || !seen.insert(other).second) continue;
        auto const type = std::string{text_of(whole, syntax::bib_type)};
        for (Member const& field : other->members) {
          bool const container = link == "xdata";
          auto const key =
              container ? (field.key.starts_with('@') ? std::string_view{} : std::string_view{field.key}) : inherited_name(field.key, type);
          if (key.empty() || has(whole, key)) continue;
          taken_ += key.size() + field.value.scalar.text.size();
          if (taken_ > text_limit) return report_limit(field.key_span);
          whole.members.push_back({std::string{key}, field.key_span, field.value});
        }
        take_from_others(whole, *other, seen, depth + 1);
      }
    }
  }

  void report_limit(Span span) {
    if (!std::exchange(limit_reported_, true))
      diag::report<diag::Kind::BibtexSyntax>(diagnostics_, span, fmt::format("its records inherit more than {} bytes", text_limit));
  }

  /// The pairs of names of which one stands for the other.
  static bool has(Node const& record, std::string_view key) {
    constexpr std::pair<std::string_view, std::string_view> same[] = {
        {"date", "year"}, {"location", "address"}, {"journaltitle", "journal"}, {"institution", "school"}};
    if (record.find(key)) return true;
    return std::any_of(std::begin(same), std::end(same), [&](auto const& pair) {
      return (pair.first == key && record.find(pair.second)) || (pair.second == key && record.find(pair.first));
    });
  }

  static std::vector<std::string_view> names_in(std::string_view list) {
    std::vector<std::string_view> names;
    while (!list.empty()) {
      auto const end = std::min(list.find(','), list.size());
      if (auto const name = base::trimmed(list.substr(0, end)); !name.empty()) names.push_back(name);
      list.remove_prefix(std::min(end + 1, list.size()));
    }
    return names;
  }

  Node const* find(std::string_view name, Span span, std::size_t depth) {
    if (auto const found = known_.find(base::ascii_lower(name)); found != known_.end()) return found->second;
    if (depth > 0) return nullptr;  // said of the record that has it
    auto report = diag::report<diag::Kind::UnknownRecord>(diagnostics_, span, name);
    if (++unknown_ > hint_limit) return nullptr;
    std::vector<std::string_view> keys;
    for (auto const& [key, record] : known_) keys.push_back(text_of(*record, syntax::bib_key));
    if (auto const near = base::nearest(name, keys)) report.hint(diag::did_you_mean(*near));
    return nullptr;
  }

  Diagnostics& diagnostics_;
  std::map<std::string, Node const*, std::less<>> known_;
  std::size_t taken_ = 0, unknown_ = 0;
  bool limit_reported_ = false;
};

}  // namespace

Node with_inherited_fields(Node const& records, Diagnostics& diagnostics) {
  Heirs heirs{records, diagnostics};
  Node made = make_list(records.span);
  made.items.reserve(records.items.size());
  for (Node const& record : records.items) made.items.push_back(heirs.completed(record));
  return made;
}

}  // namespace resumec::importers
