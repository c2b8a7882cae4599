#include "backend/pdf/links.hpp"

#include "backend/pdf/units.hpp"

namespace resumec::backend::pdf {

namespace {

constexpr std::size_t max_uri = 32'000;  // a longer string than PDF/A allows would be cut, and lead elsewhere
constexpr std::int64_t print_flag = 4;   // ISO 19005-2, 6.3.2

}  // namespace

std::string to_uri(std::string_view url) {
  constexpr char digits[] = "0123456789ABCDEF";
  constexpr std::string_view unsafe = "\"<>\\^`{|}";
  std::string out;
  for (char const c : url) {
    if (c > ' ' && c <= '~' && unsafe.find(c) == std::string_view::npos) {
      out += c;
      continue;
    }
    auto const byte = static_cast<unsigned char>(c);
    out += '%';
    out += digits[byte >> 4];
    out += digits[byte & 0xF];
  }
  return out;
}

LinkWriter::LinkWriter(haru::Doc& doc, display::Document const& document, Structure& structure, std::uint32_t page,
                       base::Length page_height)
    : doc_{doc}, document_{document}, structure_{structure}, page_{page}, page_height_{page_height} {}

void LinkWriter::add(display::LinkArea const& area) {
  auto const owner = structure_.owner(area.node);
  if (!owner || !area.link || area.link.index() >= document_.links.size()) return;
  display::LinkTarget const& target = document_.links[area.link.index()];
  std::string const uri = to_uri(target.url);
  if (uri.empty() || uri.size() > max_uri) return;

  auto annotation = doc_.object();
  annotation.set("Type", haru::Name{"Annot"}).set("Subtype", haru::Name{"Link"}).set("F", print_flag);
  auto const [left, bottom, right, top] = to_box(area.rect, page_height_);
  annotation.array("Rect").add(left).add(bottom).add(right).add(top);
  annotation.array("Border").add(0).add(0).add(0);
  annotation.set("Contents", haru::Text{target.description.empty() ? target.url : target.description});
  annotation.dict("A").set("S", haru::Name{"URI"}).set("URI", haru::Ascii{uri});
  annotation.set("StructParent", structure_.add_link(owner, page_, annotation));
  annotations_.push_back(annotation);
}

void LinkWriter::finish(haru::Dict page) {
  if (annotations_.empty()) return;
  auto list = page.array("Annots");
  for (auto const annotation : annotations_) list.add(annotation);
}

}  // namespace resumec::backend::pdf
