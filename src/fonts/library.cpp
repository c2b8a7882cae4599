#include "fonts/library.hpp"

#include "diag/report.hpp"
#include "fonts/scripts.hpp"
#include "fonts/state.hpp"

#include <hb-ot.h>

#include <algorithm>

namespace resumec::fonts {

namespace {

/// The tags of a layout table's features.
void add_features(hb_face_t* face, hb_tag_t table, std::vector<std::uint32_t>& tags) {
  unsigned const total = hb_ot_layout_table_get_feature_tags(face, table, 0, nullptr, nullptr);
  auto const before = tags.size();
  tags.resize(before + total);
  unsigned count = total;
  hb_ot_layout_table_get_feature_tags(face, table, 0, &count, tags.data() + before);
  tags.resize(before + std::min(count, total));
}

}  // namespace

Library::Library() : state_{std::make_unique<State>()} {}
Library::~Library() = default;

std::unique_ptr<Library> Library::load(World& world, Diagnostics& diagnostics) {
  std::unique_ptr<Library> library{new Library};
  auto& state = *library->state_;
  if (auto read = world.asset("fonts/catalogue.txt"); auto* blob = std::get_if<Blob>(&read)) {
    state.catalogue_text = std::move(*blob);
  } else {
    diag::report<diag::Kind::NoFonts>(diagnostics, {}, "`fonts/catalogue.txt` cannot be read").hint("install the program again");
  }
  if (auto read = world.asset("fonts/manifest.txt"); auto* blob = std::get_if<Blob>(&read)) state.manifest_text = std::move(*blob);
  state.catalogue = read_catalogue(state.catalogue_text.bytes);
  state.add_catalogue_faces();
  state.add_user_fonts(world, diagnostics);
  return library;
}

bool Library::has_family(std::string_view family) const { return state_->find_family(family) != nullptr; }

std::vector<std::string_view> Library::family_names() const {
  std::vector<std::string_view> names;
  for (bool const user : {true, false}) {
    for (auto const& family : state_->families) {
      if (family.user == user) names.push_back(family.name);
    }
  }
  return names;
}

std::vector<FaceListing> Library::list() const {
  std::vector<FaceListing> listing;
  for (auto const& entry : state_->entries) {
    auto const* const described = entry.catalogue;
    if (described != nullptr) {
      listing.push_back({std::string{described->family}, state_->role_of(*described), std::string{described->file},
                         std::string{described->licence}, std::string{described->package}, described->weight, described->slope,
                         entry.present, entry.sha256, !entry.sha256.empty() && entry.sha256 != described->sha256, described->x_height,
                         std::string{described->features}});
    } else if (!entry.user_file.empty()) {
      listing.push_back({entry.face.family, {}, entry.user_file, {}, {}, entry.face.weight, entry.face.slope, true, {}, false, 0, {}});
    }
  }
  return listing;
}

void Library::check(Diagnostics& diagnostics) const {
  for (auto const& face : list()) {
    if (!face.present) {
      diag::report<diag::Kind::FontMissing>(diagnostics, {}, face.file, face.family)
          .hint("the Debian package `" + face.package + "` has it");
    } else if (face.other_digest) {
      diag::report<diag::Kind::FontDigest>(diagnostics, {}, face.file, face.family)
          .hint("documents may break their lines elsewhere than with the package of Debian 12");
    }
  }
}

FaceChain const& Library::chain(FaceRequest const& request, World& world, Diagnostics& diagnostics) {
  for (auto const& known : state_->chains) {
    if (known.weight == request.weight && known.slope == request.slope && known.family == request.family) return known.faces;
  }
  auto faces = state_->build_chain(request, world, diagnostics);
  return state_->chains.emplace_back(Chain{std::string{request.family}, request.weight, request.slope, std::move(faces)}).faces;
}

bool FaceChain::is_for(std::size_t index, char32_t code_point) const {
  return index >= scripts.size() || scripts[index].empty() || serves(scripts[index], code_point);
}

bool Library::open(FaceId id, World& world, Diagnostics& diagnostics) { return state_->open(id, world, diagnostics); }

Face const& Library::face(FaceId id) const { return state_->entry(id).face; }

Em Library::matching_size(FaceId face, FaceId other) const {
  constexpr std::int64_t least = 850, most = 1150;
  auto const wanted = state_->entry(face).face.metrics.x_height, own = state_->entry(other).face.metrics.x_height;
  if (face == other || wanted <= Em{} || own <= Em{}) return Em::raw(Em::one);
  return std::clamp(Em::ratio(wanted.raw(), own.raw()), Em::milli(least), Em::milli(most));
}

std::int32_t Library::x_height(std::string_view family) const {
  auto const* const found = state_->find_family(family);
  if (found == nullptr || found->faces.empty()) return 0;
  auto const& entry = state_->entry(found->faces.front());
  if (entry.catalogue != nullptr) return entry.catalogue->x_height;
  return static_cast<std::int32_t>(base::Length::divide(std::int64_t{entry.face.metrics.x_height.raw()} * 1000, Em::one));
}

bool Library::is_name(std::string_view family) const {
  auto const* const found = state_->find_family(family);
  return found != nullptr && same_name(found->name, family);
}

bool Library::plays(std::string_view family, std::string_view role) const {
  auto const* const found = state_->find_family(family);
  return found != nullptr && found->roles == role;
}

std::uint32_t Library::nominal_glyph(FaceId id, char32_t code_point) const {
  auto& entry = state_->entry(id);
  if (entry.status != Entry::Status::Open) return 0;
  bool const cached = code_point < cached_characters;
  if (cached && entry.glyphs.empty()) entry.glyphs.assign(cached_characters, unknown_glyph);
  if (cached && entry.glyphs[code_point] != unknown_glyph) return entry.glyphs[code_point];
  hb_codepoint_t glyph = 0;
  if (hb_font_get_nominal_glyph(entry.face.hb_font, code_point, &glyph) == 0) glyph = 0;
  if (cached) entry.glyphs[code_point] = glyph;
  return glyph;
}

bool Library::has_feature(FaceId id, std::string_view feature_tag) const {
  auto& entry = state_->entry(id);
  if (entry.status != Entry::Status::Open) return false;
  if (!entry.features_known) {
    add_features(entry.face.hb_face, HB_OT_TAG_GSUB, entry.features);
    add_features(entry.face.hb_face, HB_OT_TAG_GPOS, entry.features);
    std::sort(entry.features.begin(), entry.features.end());
    entry.features_known = true;
  }
  auto const tag = hb_tag_from_string(feature_tag.data(), static_cast<int>(feature_tag.size()));
  return std::binary_search(entry.features.begin(), entry.features.end(), tag);
}

std::int32_t Library::advance(FaceId id, std::uint32_t glyph) const {
  auto& entry = state_->entry(id);
  if (entry.status != Entry::Status::Open) return 0;
  if (entry.advances.empty()) entry.advances.assign(hb_face_get_glyph_count(entry.face.hb_face), unknown_advance);
  if (glyph >= entry.advances.size()) return 0;
  auto& advance = entry.advances[glyph];
  if (advance == unknown_advance) advance = hb_font_get_glyph_h_advance(entry.face.hb_font, glyph);
  return advance;
}

}  // namespace resumec::fonts
