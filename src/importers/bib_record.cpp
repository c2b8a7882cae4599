#include "importers/bib_record.hpp"

#include "base/ascii.hpp"
#include "importers/bib_date.hpp"
#include "importers/bib_names.hpp"
#include "importers/record_types.hpp"
#include "model/names.hpp"
#include "syntax/bibtex.hpp"
#include "syntax/latex_text.hpp"
#include "syntax/mapped_builder.hpp"

#include <algorithm>
#include <array>

namespace resumec::importers {

namespace {

using syntax::LatexTo;
using syntax::MappedBuilder;
using syntax::MappedText;

bool is_in(std::string_view words, std::string_view word) {
  return model::any_word(words, [&](std::string_view known) { return known == word; });
}

// ---- how a field is written

constexpr std::string_view name_fields = "author editor";
/// Neither LaTeX nor Markdown is read in these.
constexpr std::string_view address_fields =
    "doi url eprint arxiv pdf html code slides video poster website blog demo talk data supp supplement file preview crossref xref xdata";
constexpr std::string_view literal_fields =
    "@type @key year month day volume number issue pages isbn issn pmid eid type keywords selected archiveprefix eprinttype "
    "primaryclass "
    "eprintclass langid language citations cited citation_count translator bookauthor commentator annotator "
    "holder "
    "author+an";
/// EDTF has signs that LaTeX reads otherwise.
constexpr std::string_view date_fields = "date urldate eventdate origdate";
constexpr std::string_view paragraph_fields = "abstract note _note addendum";

bool is_address(std::string_view field) { return is_in(address_fields, field) || field.starts_with("url_") || field.ends_with("url"); }

/// `\_` and `\%` in an address are what LaTeX wants; `\url{…}` around it as well.
MappedText address_of(MappedText const& text) {
  MappedBuilder made;
  std::string_view const written = text.text;
  std::size_t at = written.find_first_not_of(" \t\r\n{");
  if (at == std::string_view::npos) at = 0;
  if (written.substr(at).starts_with("\\url")) at += 4;
  for (; at < written.size(); ++at) {
    char const c = written[at];
    bool const escape =
        c == '\\' && at + 1 < written.size() && std::string_view{"_%&#$~{}"}.find(written[at + 1]) != std::string_view::npos;
    if (!escape && c != '{' && c != '}' && !base::is_ascii_blank(c)) made.append(text, at, at + 1);
  }
  return made.take(text.span);
}

Node converted(Member const& member, Diagnostics& diagnostics) {
  Node made = member.value;
  if (!made.is_scalar() || is_in(name_fields, member.key) || is_in(date_fields, member.key)) return made;
  if (is_address(member.key)) {
    made.scalar = address_of(member.value.scalar);
    return made;
  }
  auto const form = is_in(literal_fields, member.key) || member.key.find("+an") != std::string::npos ? LatexTo::Literal
                    : is_in(paragraph_fields, member.key)                                            ? LatexTo::Paragraphs
                                                                                                     : LatexTo::Line;
  made.scalar = syntax::from_latex(member.value.scalar, form, diagnostics);
  return made;
}

// ---- what a record says

class Record {
 public:
  Record(Node const& record, Context& context, std::vector<std::string>& own) : record_{record}, context_{context}, own_{own} {
    map_ = make_map(record.span);
    for (Member const& member : record.members)
      map_.members.push_back({member.key, member.key_span, converted(member, context.diagnostics)});
    entry_ = make_map(record.span);
  }

  Node take() {
    Fields fields{map_, "a record", context_};
    fields_ = &fields;
    fields.move(entry_, "id", {syntax::bib_key});
    type();
    title();
    names("authors", {"author"});
    if (!entry_.find("authors")) names("authors", {"holder"});
    names("editors", {"editor"});
    venue();
    numbers();
    when();
    publisher();
    identifiers();
    notes();
    links();
    fields.move(entry_, "abstract", {"abstract"});
    tags();
    language();
    fields.move(entry_, "cited", {"citation_count", "citations", "cited"});
    fields.ignore({"options",    "langidopts",     "presort",       "sortkey",       "sortname",   "sorttitle",  "sortyear",
                   "indextitle", "indexsorttitle", "execute",       "bibtex_show",   "dimensions", "altmetric",  "timestamp",
                   "owner",      "date-added",     "date-modified", "__markedentry", "bdsk-url-1", "bdsk-url-2", "bdsk-file-1",
                   "added-at",   "biburl",         "bibsource",     "interhash",     "intrahash"});
    keep_known();
    fields.keep_rest(entry_);
    return std::move(entry_);
  }

 private:
  Member const* taken(std::initializer_list<std::string_view> keys) { return fields_->take(keys); }
  void keep(Member const& member) { put(entry_, "x-" + member.key, member.value, member.key_span); }
  std::string_view type_word() const {
    Member const* const type = record_.find(syntax::bib_type);
    return type ? type->value.text() : std::string_view{};
  }

  void type() {
    Member const* const written = taken({syntax::bib_type});
    if (!written) return;
    auto const word = base::ascii_lower(written->value.text());
    auto const known = record_type(word);
    bool const has_eprint = record_.find("eprint") || record_.find("arxiv");
    bool const has_venue = record_.find("journal") || record_.find("journaltitle") || record_.find("booktitle");
    std::string name{known};
    if (known == "misc" && has_eprint && !has_venue) name = "preprint";
    put(entry_, "type", name == written->value.text() ? written->value : make_scalar(std::move(name), written->value.span));
    if (known == "thesis") degree(word, *written);
  }

  /// What sort of thesis it is stands where others name a journal.
  void degree(std::string_view type, Member const& written) {
    constexpr std::pair<std::string_view, std::string_view> degrees[] = {{"phdthesis", "PhD thesis"},
                                                                         {"mastersthesis", "Master's thesis"},
                                                                         {"mathesis", "Master's thesis"},
                                                                         {"bachelorsthesis", "Bachelor's thesis"},
                                                                         {"bathesis", "Bachelor's thesis"}};
    Member const* const said = taken({"type"});
    auto const word = said ? base::ascii_lower(said->value.text()) : std::string{type};
    auto const known = std::find_if(std::begin(degrees), std::end(degrees), [&](auto const& pair) { return pair.first == word; });
    Member const& source = said ? *said : written;
    if (known != std::end(degrees))
      put(entry_, "venue", make_scalar(std::string{known->second}, source.value.span), source.key_span);
    else if (said)
      put(entry_, "venue", said->value, said->key_span);
  }

  /// Title and subtitle are one text here.
  Member const* whole_title(Node& place, std::string_view name, std::initializer_list<std::string_view> titles,
                            std::initializer_list<std::string_view> subtitles) {
    Member const* const main = taken(titles);
    if (!main) return nullptr;
    Member const* const sub = taken(subtitles);
    Node text = main->value;
    if (sub) {
      auto const& written = main->value.scalar.text;
      text = joined(main->value, written.ends_with('?') || written.ends_with('!') || written.ends_with(':') ? " " : ": ", sub->value);
    }
    put(place, name, std::move(text), main->key_span);
    return main;
  }
  void title() { whole_title(entry_, "title", {"title"}, {"subtitle"}); }

  void names(std::string_view native, std::initializer_list<std::string_view> keys) {
    Member const* const member = taken(keys);
    if (!member) return;
    Member const* const annotations = record_.find(member->key + "+an");
    auto made = import_names(member->value, annotations ? &annotations->value : nullptr, context_.diagnostics);
    own_.insert(own_.end(), made.own.begin(), made.own.end());
    put(entry_, native, std::move(made.list), member->key_span);
  }

  void venue() {
    if (entry_.find("venue")) return;
    if (whole_title(entry_, "venue", {"journaltitle", "journal"}, {"journalsubtitle"})) return;
    if (whole_title(entry_, "venue", {"booktitle"}, {"booksubtitle"})) return;
    if (whole_title(entry_, "venue", {"maintitle"}, {"mainsubtitle"})) return;
    for (std::string_view const key : {"eventtitle", "_venue", "howpublished", "series"}) {
      Member const* const member = taken({key});
      if (!member) continue;
      auto const text = member->value.text();
      bool const address = key == "howpublished" && (text.starts_with("<http") || text.starts_with("http"));
      if (!address) return put(entry_, "venue", member->value, member->key_span);
      // An address alone is where it is, not what it appeared in.
      bool const bracketed = text.starts_with('<');
      auto link = slice(member->value, bracketed ? 1 : 0, bracketed ? text.size() - 1 : text.size());
      if (record_.find("url"))
        keep(*member);
      else
        put(entry_, "url", std::move(link), member->key_span);
    }
  }

  void numbers() {
    fields_->move(entry_, "volume", {"volume"});
    fields_->move(entry_, "issue", {"number", "issue"});
    fields_->move(entry_, "pages", {"pages"});
  }

  void when() {
    Member const* const date = taken({"date"});
    if (date) return put(entry_, "when", native_date(date->value), date->key_span);
    Member const* const year = taken({"year"});
    Member const* const month = year ? taken({"month"}) : nullptr;
    Member const* const day = month ? taken({"day"}) : nullptr;
    if (year) put(entry_, "when", date_of_parts(year->value, month ? &month->value : nullptr, day ? &day->value : nullptr), year->key_span);
  }

  void publisher() {
    bool const thesis = record_type(type_word()) == "thesis";
    if (thesis)
      fields_->move(entry_, "publisher", {"school", "institution", "organization", "publisher"});
    else
      fields_->move(entry_, "publisher", {"publisher", "institution", "school", "organization"});
    fields_->move(entry_, "where", {"location", "address"});
  }

  void identifiers() {
    Member const* const doi = taken({"doi"});
    std::string bare;
    if (doi) {
      Node const node = bare_doi(doi->value);
      bare = node.scalar.text;
      put(entry_, "doi", node, doi->key_span);
    }
    eprint();
    fields_->move(entry_, "isbn", {"isbn"});
    Member const* const url = taken({"url"});
    if (!url) return;
    // The address of the DOI is printed with it.
    if (!bare.empty() && bare_doi(url->value).scalar.text == bare)
      keep(*url);
    else
      put(entry_, "url", url->value, url->key_span);
  }

  /// arXiv is where eprints are unless another archive is named.
  void eprint() {
    Member const* const archive = taken({"eprinttype", "archiveprefix"});
    Member const* const eprint = taken({"arxiv", "eprint"});
    if (archive) keep(*archive);
    if (!eprint) return;
    auto const name = archive ? base::ascii_lower(archive->value.text()) : std::string{"arxiv"};
    auto const text = eprint->value.text();
    if (name != "arxiv") return keep(*eprint);
    auto const prefix = base::ascii_lower(text.substr(0, 6)) == "arxiv:" ? std::size_t{6} : std::size_t{0};
    put(entry_, "arxiv", slice(eprint->value, prefix, text.size()), eprint->key_span);
  }

  void notes() {
    fields_->move(entry_, "award", {"award", "award_name"});
    if (Member const* const state = taken({"pubstate"})) {
      auto const word = base::ascii_lower(state->value.text());
      constexpr std::pair<std::string_view, std::string_view> states[] = {
          {"inpreparation", "in preparation"}, {"inpress", "in press"}, {"prepublished", "published ahead of print"}};
      auto const known = std::find_if(std::begin(states), std::end(states), [&](auto const& pair) { return pair.first == word; });
      put(entry_, "status", known == std::end(states) ? state->value : make_scalar(std::string{known->second}, state->value.span),
          state->key_span);
    }
    for (std::string_view const key : {"note", "_note", "addendum"}) {
      Member const* const note = taken({key});
      if (!note) continue;
      auto const sort = sort_of_note(note->value.text());
      std::string_view const native = sort == NoteSort::Award ? "award" : sort == NoteSort::Status ? "status" : "note";
      if (entry_.find(native))
        keep(*note);
      else
        put(entry_, native, note->value, note->key_span);
    }
  }

  void links() {
    Node links = make_map(record_.span);
    for (Member const& member : map_.members) {
      if (member.key == "url" || !is_address(member.key)) continue;
      auto const label = link_label(member.key);
      if (label.empty()) continue;
      Member const* const link = taken({member.key});
      if (!link) continue;
      // A file of the author's web site leads nowhere from here.
      bool const leads = link->value.text().find("://") != std::string_view::npos || link->value.text().starts_with("www.");
      if (leads)
        put(links, label, link->value, link->key_span);
      else
        keep(*link);
    }
    put(entry_, "links", std::move(links));
  }
  /// `url_code`, `codeurl` and `code` are code.
  static std::string link_label(std::string_view field) {
    if (is_in("pdf html code slides video poster website blog demo talk data supp supplement", field))
      return field == "supp" ? "supplement" : std::string{field};
    auto name = field;
    if (name.starts_with('_')) name.remove_prefix(1);
    if (name.starts_with("url_")) return std::string{name.substr(4)};
    if (name.ends_with("url") && name.size() > 3) {
      name.remove_suffix(3);
      if (name.ends_with('_')) name.remove_suffix(1);
      return std::string{name};
    }
    return {};
  }

  void tags() {
    Node tags = make_list(record_.span);
    if (Member const* const keywords = taken({"keywords"})) {
      auto words = split_words(keywords->value);
      tags.span = words.span;
      tags.items = std::move(words.items);
    }
    if (Member const* const selected = taken({"selected"})) {
      auto const word = base::ascii_lower(selected->value.text());
      if (word == "true" || word == "yes" || word == "1")
        tags.items.push_back(make_scalar("selected", selected->value.span));
      else
        keep(*selected);
    }
    put(entry_, "tags", std::move(tags));
  }

  void language() {
    constexpr std::pair<std::string_view, std::string_view> languages[] = {
        {"english", "en"},     {"american", "en-US"}, {"british", "en-GB"}, {"german", "de"},     {"ngerman", "de"}, {"french", "fr"},
        {"italian", "it"},     {"spanish", "es"},     {"dutch", "nl"},      {"portuguese", "pt"}, {"swedish", "sv"}, {"danish", "da"},
        {"norwegian", "nb"},   {"finnish", "fi"},     {"polish", "pl"},     {"czech", "cs"},      {"russian", "ru"}, {"greek", "el"},
        {"hungarian", "hu"},   {"romanian", "ro"},    {"turkish", "tr"},    {"japanese", "ja"},   {"chinese", "zh"}, {"korean", "ko"},
        {"ukrainian", "uk"},   {"catalan", "ca"},     {"croatian", "hr"},   {"slovene", "sl"},    {"latin", "la"},   {"usenglish", "en-US"},
        {"ukenglish", "en-GB"}};
    Member const* const written = taken({"langid", "hyphenation"});
    if (!written) return;
    auto const word = base::ascii_lower(written->value.text());
    auto const known = std::find_if(std::begin(languages), std::end(languages), [&](auto const& pair) { return pair.first == word; });
    if (known == std::end(languages)) return keep(*written);
    put(entry_, "lang", make_scalar(std::string{known->second}, written->value.span), written->key_span);
  }

  /// What BibTeX, BibLaTeX and their users know, and a list of publications does not print: kept without a word.
  void keep_known() {
    constexpr std::string_view known =
        "abbr additional_info afterword annotation annotator annote articleno acmid author_type bookauthor booktitle booksubtitle "
        "booktitleaddon chapter collaborator commentator copyright day doi_note edition editora editorb editorc editortype editoratype eid "
        "entryset entrysubtype eprintclass eventdate eventtitle eventtitleaddon file foreword gender google_scholar_id holder howpublished "
        "ids "
        "inspirehep_id introduction issn issue issuetitle issuesubtitle journal journaltitle journalsubtitle keywords label language lccn "
        "library location "
        "address maintitle mainsubtitle maintitleaddon month mrnumber nameaddon numpages origdate origlanguage origlocation origpublisher "
        "origtitle origyear organization institution school publisher pagination bookpagination pagetotal part pmid pmcid preview "
        "primaryclass "
        "related relatedoptions relatedstring relatedtype reprinttitle s2id series shortauthor shorteditor shorthand shorthandintro "
        "shortjournal shortseries shorttitle subtitle title titleaddon translator type urldate urlyear user venue version volumes xref "
        "crossref xdata year zblnumber key _venue _venue_short bibsource archive eprint";
    for (std::string_view const word : model::words_of(known))
      while (Member const* const member = taken({word})) keep(*member);
    for (Member const& member : map_.members)
      if (member.key.find("+an") != std::string::npos)
        while (Member const* const annotation = taken({member.key})) keep(*annotation);
  }

  Node const& record_;
  Context& context_;
  std::vector<std::string>& own_;
  Node map_, entry_;
  Fields* fields_ = nullptr;
};

}  // namespace

Node entry_of_record(Node const& record, Context& context, std::vector<std::string>& own) { return Record{record, context, own}.take(); }

Node bare_doi(Node const& scalar) {
  auto const text = base::ascii_lower(scalar.text());
  constexpr std::string_view prefixes[] = {"https://doi.org/",   "http://doi.org/", "https://dx.doi.org/",
                                           "http://dx.doi.org/", "doi.org/",        "doi:"};
  for (auto const prefix : prefixes) {
    if (!text.starts_with(prefix)) continue;
    auto const begin = text.find_first_not_of(' ', prefix.size());
    if (begin != std::string::npos) return slice(scalar, begin, text.size());
  }
  return scalar;
}

NoteSort sort_of_note(std::string_view note) {
  // A sentence may speak of awards; what is one is short.
  if (note.size() > 80) return NoteSort::Note;
  auto const text = base::ascii_lower(note);
  constexpr std::string_view awards[] = {"award", "best paper",          "best student paper", "honorable mention", "honourable mention",
                                         "prize", "distinguished paper", "spotlight",          "oral presentation", "runner-up"};
  constexpr std::string_view states[] = {"to appear",     "in press",       "accepted",      "under review",   "under revision",
                                         "in review",     "submitted",      "forthcoming",   "in preparation", "in progress",
                                         "in submission", "major revision", "minor revision"};
  auto const says = [&](std::string_view words) { return text.find(words) != std::string::npos; };
  if (std::any_of(std::begin(awards), std::end(awards), says)) return NoteSort::Award;
  return std::any_of(std::begin(states), std::end(states), says) ? NoteSort::Status : NoteSort::Note;
}

Node split_words(Node const& scalar) {
  Node list = make_list(scalar.span);
  auto const text = scalar.text();
  for (std::size_t begin = 0; begin <= text.size();) {
    auto const end = std::min(text.find_first_of(",;", begin), text.size());
    auto const word = base::trimmed(text.substr(begin, end - begin));
    if (!word.empty()) {
      auto const at = static_cast<std::size_t>(word.data() - text.data());
      list.items.push_back(slice(scalar, at, at + word.size()));
    }
    begin = end + 1;
  }
  return list;
}

}  // namespace resumec::importers
