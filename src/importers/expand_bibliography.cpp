#include "importers/expand_bibliography.hpp"

#include "diag/report.hpp"
#include "importers/bibliography.hpp"
#include "importers/record_query.hpp"
#include "model/lower.hpp"
#include "model/names.hpp"
#include "model/schema.hpp"
#include "source/decode.hpp"
#include "source/file_error.hpp"
#include "syntax/bibtex.hpp"
#include "syntax/json.hpp"
#include "syntax/yaml.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace resumec::importers {

namespace {

using diag::Kind;

std::string_view id_of(Node const& entry) {
  Member const* const id = entry.is_map() ? entry.find("id") : nullptr;
  return id ? id->value.text() : std::string_view{};
}

/// What `own` does not say, the record says.
void complete(Node& own, Node const& record) {
  auto const field = [](Member const& member) {
    return model::find_field(model::Where::Entry, unicode::to_nfkc(member.key), model::Kind::Publication);
  };
  std::set<model::Field const*> said;
  for (Member const& member : own.members) said.insert(field(member));
  for (Member const& member : record.members) {
    auto const* const known = field(member);
    if (known ? !said.contains(known) : own.find(member.key) == nullptr) own.members.push_back(member);
  }
}

class Expander {
 public:
  Expander(Node& root, World& world, Diagnostics& diagnostics, source::WrongEncoding wrong_encoding)
      : root_{root}, world_{world}, diagnostics_{diagnostics}, wrong_encoding_{wrong_encoding} {}

  void run() {
    Member* const sections = model::find_member(root_, "sections");
    if (!sections || !sections->value.is_map()) return;
    std::vector<std::pair<Node*, RecordQuery>> asked;
    auto const own = model::forms_of_own_name(root_);
    for (Member& section : sections->value.members)
      if (Member const* const from = from_of(section.value)) asked.emplace_back(&section.value, read_query(from->value, own, diagnostics_));
    for (auto& [section, query] : asked) expand(*section, query);
    if (!asked.empty()) add_own_names();
  }

 private:
  static Member const* from_of(Node const& section) {
    Member const* const from = section.is_map() ? section.find("from") : nullptr;
    return from && !from->value.is_null() ? from : nullptr;
  }

  void expand(Node& section, RecordQuery& query) {
    auto const files = files_of(query);
    if (files.empty()) return;
    std::vector<Node> all;
    bool readable = true;
    for (auto const& file : files) {
      auto const* const entries = read(file);
      readable = readable && entries;
      if (entries) all.insert(all.end(), entries->begin(), entries->end());
    }
    auto entries = chosen_records(all, query);
    if (entries.empty() && readable) report_none(query, files, all);

    Member* const written = model::find_member(section, "entries");
    std::vector<Node> first;
    if (written && written->value.is_list()) {
      for (Node& entry : written->value.items) {
        std::string const id{id_of(entry)};
        auto const same = [&](Node const& record) { return !id.empty() && id_of(record) == id; };
        auto const known = std::find_if(all.begin(), all.end(), same);
        if (known != all.end()) complete(entry, *known);
        auto const shown = std::find_if(entries.begin(), entries.end(), same);
        if (shown != entries.end())
          *shown = std::move(entry);
        else
          first.push_back(std::move(entry));
      }
    }
    for (Node& entry : entries) share_ids(entry);
    entries = in_groups(std::move(entries), query, language());
    first.insert(first.end(), std::make_move_iterator(entries.begin()), std::make_move_iterator(entries.end()));
    if (written && written->value.is_list()) {
      written->value.items = std::move(first);
    } else if (!written && !first.empty()) {
      Node list = make_list(query.span);
      list.items = std::move(first);
      put(section, "entries", std::move(list), query.span);
    }
    if (!model::find_member(section, "kind")) put(section, "kind", make_scalar("publication", query.span.start()));
  }

  /// A record that a second section shows as well is cited by its number in the first.
  void share_ids(Node& entry) {
    for (Member& member : entry.members)
      if (member.key == "id" && !shown_.insert(member.value.scalar.text).second) member.key = "x-id";
  }

  std::vector<RecordQuery::File> files_of(RecordQuery const& query) {
    if (!query.files.empty()) return query.files;
    std::vector<RecordQuery::File> files;
    if (Member const* const bib = model::find_member(root_, "bib")) {
      if (bib->value.is_scalar()) files.push_back({bib->value.scalar.text, bib->value.span});
      for (Node const& item : bib->value.items)
        if (item.is_scalar()) files.push_back({item.scalar.text, item.span});
    }
    if (files.empty())
      diag::report<Kind::MissingField>(diagnostics_, query.span.start(), "`from`", "bib")
          .hint("name the file here, or for all sections at the top: `bib: pubs.bib`");
    return files;
  }

  /// The entries of a file, which is read once; nullptr if it cannot be read, which is reported.
  std::vector<Node> const* read(RecordQuery::File const& file) {
    auto const known = read_.find(file.path);
    if (known != read_.end()) return known->second ? &*known->second : nullptr;
    auto& entries = read_[file.path];
    auto const opened = world_.open(file.path);
    if (auto const* error = std::get_if<FileError>(&opened)) {
      source::report_file_error(diagnostics_, file.span, file.path, *error);
      return nullptr;
    }
    auto const decoded = source::decode(world_, std::get<SourceId>(opened), wrong_encoding_, diagnostics_);
    if (!decoded) return nullptr;
    auto const source = *decoded;
    auto const text = world_.text(source);
    Bibliography bibliography;
    if (syntax_of(text) == Syntax::Bibtex) {
      Context context{SourceFormat::Bibtex, diagnostics_};
      bibliography = bibtex_entries(syntax::read_bibtex(source, text, diagnostics_), context);
    } else {
      Context context{SourceFormat::CslJson, diagnostics_};
      bool const json = syntax_of(text) == Syntax::Json;
      bibliography =
          csl_entries(json ? syntax::read_json(source, text, diagnostics_) : syntax::read_yaml(source, text, diagnostics_), context);
    }
    own_.insert(bibliography.own.begin(), bibliography.own.end());
    entries = std::move(bibliography.entries.items);
    return &*entries;
  }

  void report_none(RecordQuery const& query, std::vector<RecordQuery::File> const& files, std::vector<Node> const& all) {
    std::string names;
    for (auto const& file : files) names += fmt::format("{}`{}`", names.empty() ? "" : ", ", file.path);
    auto report = diag::report<Kind::NoRecordMatches>(diagnostics_, query.span, names);
    if (all.empty())
      report.hint("no records were found there: they are BibTeX (`@article{…}`) or CSL-JSON");
    else
      report.hint(fmt::format("there are {} without `where`; all of its criteria must be met", all.size()));
  }

  /// Names that a bibliography marks as the owner's are emphasised as those of `me` are.
  void add_own_names() {
    if (own_.empty()) return;
    if (Member* const me = model::find_member(root_, "me"); me && me->value.is_scalar()) {
      Node list = make_list(me->value.span);
      list.items.push_back(std::exchange(me->value, {}));
      me->value = std::move(list);
    }
    for (auto const& name : own_) append(root_, "me", make_scalar(name, root_.span.start()));
  }

  std::string_view language() const {
    Member const* const lang = model::find_member(root_, "lang");
    return lang ? lang->value.text() : std::string_view{"en"};
  }

  Node& root_;
  World& world_;
  Diagnostics& diagnostics_;
  source::WrongEncoding wrong_encoding_;
  std::map<std::string, std::optional<std::vector<Node>>> read_;
  std::set<std::string> own_, shown_;
};

}  // namespace

void expand_bibliography(Node& root, World& world, Diagnostics& diagnostics, source::WrongEncoding wrong_encoding) {
  if (root.is_map()) Expander{root, world, diagnostics, wrong_encoding}.run();
}

}  // namespace resumec::importers
