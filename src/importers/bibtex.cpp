// BibTeX and BibLaTeX.
#include "syntax/bibtex.hpp"
#include "base/ascii.hpp"
#include "diag/report.hpp"
#include "importers/bib_inherit.hpp"
#include "importers/bib_record.hpp"
#include "importers/bibliography.hpp"

#include <set>

namespace resumec::importers {

void KnownIds::settle(Node& entry) {
  for (Member& member : entry.members) {
    if (member.key != "id") continue;
    auto const [first, is_new] = first_.emplace(member.value.scalar.text, member.value.span);
    if (is_new) return;
    diag::report<diag::Kind::RecordTwice>(diagnostics_, member.value.span, member.value.text())
        .label(first->second, "first given here")
        .hint("citations mean the first of them; give the other a key of its own, or remove it");
    member.key = "x-id";
    return;
  }
}

Bibliography bibtex_entries(Node const& records, Context& context) {
  Bibliography made;
  made.entries = make_list(records.span);
  Node const whole = with_inherited_fields(records, context.diagnostics);
  KnownIds ids{context.diagnostics};
  for (Node const& record : whole.items) {
    Member const* const type = record.find(syntax::bib_type);
    auto const word = base::ascii_lower(type->value.text());
    // A set has its members beside it, and `xdata` is nothing but what others take from it.
    if (word == "set" || word == "xdata") {
      for (Member const& member : record.members) context.ignored.push_back(member.value.span);
      continue;
    }
    made.entries.items.push_back(entry_of_record(record, context, made.own));
    ids.settle(made.entries.items.back());
  }
  return made;
}

Imported document_of(Bibliography bibliography, Context& context) {
  Imported imported;
  Span const all = bibliography.entries.span;
  imported.tree = make_map(all);
  Node own = make_list(all.start());
  std::set<std::string> seen;
  for (auto const& name : bibliography.own)
    if (seen.insert(name).second) own.items.push_back(make_scalar(name, all.start()));
  put(imported.tree, "me", std::move(own));
  Node sections = make_map(all);
  put(sections, "publications", std::move(bibliography.entries));
  put(imported.tree, "sections", std::move(sections));
  imported.ignored = std::move(context.ignored);
  return imported;
}

Imported import_bibtex(Node const& records, Diagnostics& diagnostics) {
  Context context{SourceFormat::Bibtex, diagnostics};
  auto entries = bibtex_entries(records, context);
  return document_of(std::move(entries), context);
}

}  // namespace resumec::importers
