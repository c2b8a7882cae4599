#include "fonts/state.hpp"

#include "base/check.hpp"
#include "diag/report.hpp"
#include "fonts/match.hpp"

#include <algorithm>

namespace resumec::fonts {

namespace {

constexpr std::uint32_t most_faces_in_collection = 64;
/// Of families that no layout asks for: they are there for the characters of their script.
constexpr std::string_view script_role = "script";

char fold(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string_view reason_of(FileError const& error) { return error.detail.empty() ? std::string_view{"it cannot be read"} : error.detail; }

void report_missing(Entry const& entry, Diagnostics& diagnostics) {
  diag::report<diag::Kind::FontMissing>(diagnostics, {}, entry.catalogue->file, entry.catalogue->family)
      .hint("the Debian package `" + std::string{entry.catalogue->package} + "` has it");
}

/// Takes over an opened file: the face's own metrics, and the bytes it lives on.
void adopt(Entry& entry, FontFile file) {
  entry.file = std::move(file);
  entry.face.blob = entry.file.blob;
  entry.face.hb_face = entry.file.face.get();
  entry.face.hb_font = entry.file.font.get();
  entry.face.cff = has_cff_outlines(entry.face.hb_face);
  entry.face.metrics = read_metrics(entry.face.hb_face);
  entry.face.metrics.x_height = x_height_of(entry.file, entry.face.metrics);
  entry.status = Entry::Status::Open;
}

}  // namespace

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return fold(x) == fold(y); });
}

Entry& Library::State::entry(FaceId id) {
  RESUMEC_CHECK(id.index() < entries.size());
  return entries[id.index()];
}

Family const* Library::State::find_family(std::string_view name) const {
  if (name == script_role) return nullptr;
  auto const named = std::find_if(families.begin(), families.end(), [&](auto const& family) { return same_name(family.name, name); });
  if (named != families.end()) return &*named;
  auto const playing = std::find_if(families.begin(), families.end(), [&](auto const& family) { return has_word(family.roles, name); });
  return playing != families.end() ? &*playing : nullptr;
}

Family& Library::State::family_named(std::string_view name) {
  auto const known = std::find_if(families.begin(), families.end(), [&](auto const& family) { return same_name(family.name, name); });
  if (known != families.end()) return *known;
  return families.emplace_back(Family{std::string{name}, {}, {}, false});
}

void Library::State::add_catalogue_faces() {
  auto const manifest = read_manifest(manifest_text.bytes);
  for (auto const& described : catalogue.faces) {
    auto& family = family_named(described.family);
    family.roles = described.roles;
    family.faces.push_back(FaceId::from(entries.size()));
    auto& entry = entries.emplace_back();
    entry.catalogue = &described;
    entry.face.id = family.faces.back();
    entry.face.family = described.family;
    entry.face.postscript_name = described.postscript_name;
    entry.face.weight = described.weight;
    entry.face.slope = described.slope;
    if (manifest.empty()) continue;
    auto const found = std::find_if(manifest.begin(), manifest.end(), [&](auto const& file) { return file.file == described.file; });
    entry.present = found != manifest.end();
    if (entry.present) entry.sha256 = found->sha256;
  }
}

void Library::State::add_user_fonts(World& world, Diagnostics& diagnostics) {
  for (auto const& file : world.user_fonts()) {
    auto const read = world.user_font(file);
    if (auto const* error = std::get_if<FileError>(&read)) {
      diag::report<diag::Kind::FontDamaged>(diagnostics, {}, file, reason_of(*error)).hint("replace the file, or remove it");
      continue;
    }
    auto const& blob = std::get<Blob>(read);
    // A file without any face is opened as well: that says what is wrong with it.
    auto const count = std::clamp<std::uint32_t>(face_count(blob), 1, most_faces_in_collection);
    for (std::uint32_t index = 0; index < count; ++index) add_user_face(file, blob, index, diagnostics);
  }
}

void Library::State::add_user_face(std::string const& file, Blob const& blob, std::uint32_t index, Diagnostics& diagnostics) {
  auto opened = open_font_file(blob, index);
  if (!opened) {
    diag::report<diag::Kind::FontDamaged>(diagnostics, {}, file, opened.error()).hint("replace the file, or remove it");
    return;
  }
  if (auto const ban = embedding_ban(opened->face.get()); !ban.empty()) {
    diag::report<diag::Kind::FontNotEmbeddable>(diagnostics, {}, file, ban)
        .hint("ask its maker for a licence that allows it, or choose another font");
    return;
  }
  auto names = read_names(opened->face.get());
  if (names.family.empty()) names.family = names.postscript_name;
  auto& family = family_named(names.family);
  if (family.roles.empty()) family.roles = names.sans ? "sans" : "serif";
  family.user = true;
  auto const id = FaceId::from(entries.size());
  auto const first_of_catalogue =
      std::find_if(family.faces.begin(), family.faces.end(), [&](auto known) { return entries[known.index()].catalogue != nullptr; });
  family.faces.insert(first_of_catalogue, id);
  auto& entry = entries.emplace_back();
  entry.user_file = file;
  entry.face.id = id;
  entry.face.family = family.name;
  entry.face.postscript_name = std::move(names.postscript_name);
  entry.face.weight = names.weight;
  entry.face.slope = names.slope;
  entry.face.index = index;
  adopt(entry, std::move(*opened));
}

std::vector<FaceId> Library::State::ranked(Family const& family, FaceRequest const& request) {
  auto faces = family.faces;
  auto const distance = [&](FaceId id) { return style_distance(request, entry(id).face.weight, entry(id).face.slope); };
  std::stable_sort(faces.begin(), faces.end(), [&](auto a, auto b) { return distance(a) < distance(b); });
  return faces;
}

std::vector<Library::State::Other> Library::State::fallbacks(Family const& family, FaceRequest const& request) {
  std::vector<Other> result;
  auto const add = [&](Family const* other, std::string_view script) {
    if (other == nullptr || other == &family) return;
    auto const faces = ranked(*other, request);
    auto const there = std::find_if(faces.begin(), faces.end(), [&](auto id) { return entry(id).present; });
    // A face that is not installed stays in the chain: it is reported if a character needs it.
    auto const best = there != faces.end() ? *there : faces.front();
    if (std::none_of(result.begin(), result.end(), [&](Other const& known) { return known.face == best; }))
      result.push_back({best, script});
  };
  // Those for the family's role, then the user's own, then those for anybody.
  for (auto const& fallback : catalogue.fallbacks) {
    if (fallback.role != "any" && has_word(family.roles, fallback.role)) add(find_family(fallback.family), fallback.script);
  }
  for (auto const& other : families) {
    if (other.user) add(&other, {});
  }
  for (auto const& fallback : catalogue.fallbacks) {
    if (fallback.role == "any") add(find_family(fallback.family), fallback.script);
  }
  return result;
}

std::string Library::State::role_of(CatalogueFace const& face) const {
  if (face.roles != script_role) return std::string{face.roles};
  auto const found = std::find_if(catalogue.fallbacks.begin(), catalogue.fallbacks.end(),
                                  [&](auto const& fallback) { return fallback.family == face.family; });
  return std::string{found != catalogue.fallbacks.end() && !found->script.empty() ? found->script : face.roles};
}

FaceId Library::State::empty_face() {
  if (!last_resort) {
    last_resort = FaceId::from(entries.size());
    auto& entry = entries.emplace_back();
    entry.face.id = last_resort;
    entry.face.family = entry.face.postscript_name = "None";
    entry.file.face.reset(hb_face_create(hb_blob_get_empty(), 0));
    entry.file.font.reset(hb_font_create(entry.file.face.get()));
    adopt(entry, std::move(entry.file));
  }
  return last_resort;
}

bool Library::State::open(FaceId id, World& world, Diagnostics& diagnostics) {
  auto& known = entry(id);
  if (known.status != Entry::Status::Closed) return known.status == Entry::Status::Open;
  known.status = Entry::Status::Failed;
  if (!known.present) {
    report_missing(known, diagnostics);
    return false;
  }
  std::string const file{known.catalogue->file};
  auto read = world.asset("fonts/" + file);
  if (auto const* error = std::get_if<FileError>(&read)) {
    known.present = error->reason != FileError::Reason::NotFound;
    if (known.present)
      diag::report<diag::Kind::FontDamaged>(diagnostics, {}, file, reason_of(*error)).hint("install the fonts again");
    else
      report_missing(known, diagnostics);
    return false;
  }
  auto opened = open_font_file(std::get<Blob>(std::move(read)), 0);
  if (!opened) {
    diag::report<diag::Kind::FontDamaged>(diagnostics, {}, file, opened.error()).hint("install the fonts again");
    return false;
  }
  if (auto const ban = embedding_ban(opened->face.get()); !ban.empty()) {
    diag::report<diag::Kind::FontNotEmbeddable>(diagnostics, {}, file, ban);
    return false;
  }
  adopt(known, std::move(*opened));
  return true;
}

FaceChain Library::State::build_chain(FaceRequest const& request, World& world, Diagnostics& diagnostics) {
  auto const* family = find_family(request.family);
  if (family == nullptr) family = find_family("serif");
  FaceChain chain;
  if (family == nullptr) {
    diag::report<diag::Kind::NoFonts>(diagnostics, {}, "the catalogue names none").hint("install the program again");
    chain.faces.push_back(empty_face());
    return chain;
  }
  auto const others = fallbacks(*family, request);
  auto candidates = ranked(*family, request);
  for (auto const& other : others) {
    if (other.script.empty()) candidates.push_back(other.face);
  }
  auto const reports = static_cast<std::ptrdiff_t>(diagnostics.size());
  auto const first = std::find_if(candidates.begin(), candidates.end(), [&](auto id) { return open(id, world, diagnostics); });
  if (first == candidates.end()) {
    diag::report<diag::Kind::NoFonts>(diagnostics, {}, "no file of `" + family->name + "` or of its fallbacks")
        .hint("install the packages named above, or the program again");
    chain.faces.push_back(empty_face());
    return chain;
  }
  auto const& used = entry(*first).face;
  std::for_each(diagnostics.begin() + reports, diagnostics.end(),
                [&](auto& report) { report.hints.push_back("`" + used.postscript_name + "` is used instead"); });
  chain.faces.push_back(*first);
  chain.scripts.emplace_back();
  for (auto const& [other, script] : others) {
    if (other == *first || entry(other).status == Entry::Status::Failed) continue;
    chain.faces.push_back(other);
    chain.scripts.emplace_back(script);
  }
  return chain;
}

}  // namespace resumec::fonts
