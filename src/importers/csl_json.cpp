// CSL-JSON, as Zotero, Mendeley, pandoc and citeproc write it (citation-style-language/schema, `csl-data.json`).
#include "base/ascii.hpp"
#include "importers/bib_names.hpp"
#include "importers/bib_record.hpp"
#include "importers/bibliography.hpp"
#include "importers/csl_text.hpp"
#include "importers/record_types.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace resumec::importers {

namespace {

using syntax::MappedText;

class Item {
 public:
  Item(Node const& item, Context& context) : context_{context}, fields_{item, "an item", context}, entry_{make_map(item.span)} {}

  Node take() {
    fields_.move(entry_, "id", {"id", "citation-key"});
    type();
    text("title", {"title"});
    names("authors", {"author"});
    names("editors", {"editor"});
    if (!text("venue", {"container-title", "container-title-short", "journalAbbreviation"}) && !text("venue", {"event-title", "event"}) &&
        is_thesis_)
      text("venue", {"genre"});  // "PhD thesis"
    fields_.move(entry_, "volume", {"volume"});
    fields_.move(entry_, "issue", {"issue", "number"});
    fields_.move(entry_, "pages", {"page"});
    if (Member const* const issued = fields_.take({"issued"})) put(entry_, "when", date(issued->value), issued->key_span);
    text("publisher", {"publisher"});
    text("where", {"publisher-place", "event-place"});
    identifiers();
    text("status", {"status"});
    note();
    text("abstract", {"abstract"});
    if (Member const* const keywords = fields_.take({"keyword", "keywords"}))
      put(entry_, "tags", keywords->value.is_scalar() ? split_words(keywords->value) : keywords->value, keywords->key_span);
    if (Member const* const language = fields_.take({"language"}))
      put(entry_, is_language(language->value.text()) ? "lang" : "x-language", language->value, language->key_span);
    keep_known();
    fields_.keep_rest(entry_);
    return std::move(entry_);
  }

 private:
  bool text(std::string_view native, std::initializer_list<std::string_view> keys) {
    Member const* const member = fields_.take(keys);
    if (member) put(entry_, native, markdown_of_csl(member->value), member->key_span);
    return member != nullptr;
  }

  void type() {
    Member const* const written = fields_.take({"type"});
    if (!written) return;
    auto const known = record_type(written->value.text());
    is_thesis_ = known == "thesis";
    put(entry_, "type", known == written->value.text() ? written->value : make_scalar(std::string{known}, written->value.span),
        written->key_span);
  }

  void names(std::string_view native, std::initializer_list<std::string_view> keys) {
    Member const* const member = fields_.take(keys);
    if (!member) return;
    Node list = make_list(member->value.span);
    for (Node const& name : member->value.items) {
      if (!name.is_map()) {
        list.items.push_back(name);
        continue;
      }
      list.items.push_back(person(name));
    }
    put(entry_, native, member->value.is_list() ? std::move(list) : member->value, member->key_span);
  }
  Node person(Node const& name) {
    Fields parts{name, "a name", context_};
    auto const part = [&](std::initializer_list<std::string_view> keys) {
      Member const* const member = parts.take(keys);
      return member ? member->value.scalar : MappedText{};
    };
    Node made;
    if (Member const* const literal = parts.take({"literal"})) {
      made = make_map(name.span);
      put(made, "display", literal->value, literal->key_span);
    } else {
      auto particle = part({"non-dropping-particle"});
      auto const dropping = part({"dropping-particle"});
      if (particle.text.empty())
        particle = dropping;
      else if (!dropping.text.empty())
        particle = joined(scalar_of(dropping), " ", scalar_of(particle)).scalar;
      auto const given = part({"given"}), family = part({"family"}), suffix = part({"suffix"});
      made = make_author(given, particle, family, suffix, {}, name.span);
    }
    for (std::string_view const known :
         {"comma-suffix", "static-ordering", "parse-names", "ORCID", "authenticated-orcid", "sequence", "affiliation"})
      if (Member const* const member = parts.take({known})) context_.ignored.push_back(member->value.span);
    Node rest = make_map(name.span);
    parts.keep_rest(rest);
    if (rest.members.empty()) return made;
    if (!made.is_map()) {
      Node map = make_map(name.span);
      put(map, "display", std::move(made));
      made = std::move(map);
    }
    for (Member& member : rest.members) made.members.push_back(std::move(member));
    return made;
  }
  static Node scalar_of(MappedText const& text) {
    Node node = make_scalar(text.text, text.span);
    node.scalar = text;
    return node;
  }

  /// `{"date-parts": [[2019, 3], [2019, 5]]}`, `{"raw": "March 2019"}`, `{"literal": "in press"}`.
  Node date(Node const& issued) {
    if (!issued.is_map()) return issued;
    for (std::string_view const key : {"raw", "literal"})
      if (Member const* const member = issued.find(key)) return member->value;
    Member const* const parts = issued.find("date-parts");
    Node when;
    if (!parts) return when;
    for (Node const& one : parts->value.items) {
      Node text;
      for (Node const& part : one.items) {
        if (!part.is_scalar() || part.text().empty()) break;
        Node padded = part;
        if (!text.is_null() && part.text().size() == 1) padded = make_scalar("0" + part.scalar.text, part.span);
        text = text.is_null() ? padded : joined(text, "-", padded);
      }
      if (text.is_null()) continue;
      when = when.is_null() ? text : joined(when, "/", text);
    }
    Member const* const circa = issued.find("circa");
    if (circa && !when.is_null() && circa->value.text() != "false" && circa->value.text() != "0")
      when = joined(make_scalar("~", circa->value.span), "", when);
    return when;
  }

  void identifiers() {
    Member const* const doi = fields_.take({"DOI", "doi"});
    std::string bare;
    if (doi) {
      Node const node = bare_doi(doi->value);
      bare = node.scalar.text;
      put(entry_, "doi", node, doi->key_span);
    }
    fields_.move(entry_, "isbn", {"ISBN", "isbn"});
    Member const* const url = fields_.take({"URL", "url"});
    if (!url) return;
    bool const same = !bare.empty() && bare_doi(url->value).scalar.text == bare;
    put(entry_, same ? "x-URL" : "url", url->value, url->key_span);
  }

  void note() {
    Member const* const note = fields_.take({"note"});
    if (!note) return;
    auto const sort = sort_of_note(note->value.text());
    std::string_view native = sort == NoteSort::Award ? "award" : sort == NoteSort::Status ? "status" : "note";
    if (entry_.find(native)) native = "x-note";
    put(entry_, native, native == "x-note" ? note->value : markdown_of_csl(note->value), note->key_span);
  }

  static bool is_language(std::string_view text) {
    auto const letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    return text.size() >= 2 && (text.size() == 2 || text[2] == '-') && letter(text[0]) && letter(text[1]);
  }

  /// What CSL knows and a list of publications does not print: kept without a word.
  void keep_known() {
    for (std::string_view const key : {"accessed",
                                       "annote",
                                       "archive",
                                       "archive_collection",
                                       "archive_location",
                                       "archive-place",
                                       "authority",
                                       "call-number",
                                       "categories",
                                       "chair",
                                       "chapter-number",
                                       "citation-label",
                                       "citation-number",
                                       "collection-editor",
                                       "collection-number",
                                       "collection-title",
                                       "compiler",
                                       "composer",
                                       "container-author",
                                       "container-title",
                                       "container-title-short",
                                       "contributor",
                                       "curator",
                                       "custom",
                                       "dimensions",
                                       "director",
                                       "division",
                                       "edition",
                                       "editor-translator",
                                       "editorial-director",
                                       "event",
                                       "event-date",
                                       "event-place",
                                       "event-title",
                                       "executive-producer",
                                       "first-reference-note-number",
                                       "genre",
                                       "guest",
                                       "host",
                                       "illustrator",
                                       "interviewer",
                                       "ISSN",
                                       "journalAbbreviation",
                                       "jurisdiction",
                                       "keyword",
                                       "locator",
                                       "medium",
                                       "narrator",
                                       "number",
                                       "number-of-pages",
                                       "number-of-volumes",
                                       "organizer",
                                       "original-author",
                                       "original-date",
                                       "original-publisher",
                                       "original-publisher-place",
                                       "original-title",
                                       "page-first",
                                       "part-number",
                                       "part-title",
                                       "performer",
                                       "PMCID",
                                       "PMID",
                                       "printing-number",
                                       "producer",
                                       "publisher-place",
                                       "recipient",
                                       "references",
                                       "reviewed-author",
                                       "reviewed-genre",
                                       "reviewed-title",
                                       "scale",
                                       "script-writer",
                                       "section",
                                       "series-creator",
                                       "shortTitle",
                                       "source",
                                       "submitted",
                                       "supplement-number",
                                       "title-short",
                                       "translator",
                                       "version",
                                       "volume-title",
                                       "volume-title-short",
                                       "year-suffix",
                                       "available-date",
                                       "citation-key"})
      while (Member const* const member = fields_.take({key})) put(entry_, fmt::format("x-{}", key), member->value, member->key_span);
  }

  Context& context_;
  Fields fields_;
  Node entry_;
  bool is_thesis_ = false;
};

}  // namespace

Bibliography csl_entries(Node const& items, Context& context) {
  Bibliography made;
  made.entries = make_list(items.span);
  KnownIds ids{context.diagnostics};
  auto const add = [&](Node const& item) {
    if (!item.is_map()) return;
    made.entries.items.push_back(Item{item, context}.take());
    ids.settle(made.entries.items.back());
  };
  for (Node const& item : items.items) add(item);
  for (Member const& member : items.members) add(member.value);
  return made;
}

Imported import_csl_json(Node const& root, Diagnostics& diagnostics) {
  Context context{SourceFormat::CslJson, diagnostics};
  auto entries = csl_entries(root, context);
  return document_of(std::move(entries), context);
}

}  // namespace resumec::importers
