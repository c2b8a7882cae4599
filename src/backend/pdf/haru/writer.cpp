// The two ways from the object graph to a file. The default packs all objects that are no streams into compressed object
// streams (ISO 32000-1, 7.5.7) with a cross-reference stream (7.5.8): a third of a tagged résumé's size is saved. Objects are
// numbered anew, because libharu keeps an indirect length for each stream that this form does not need.
#include "backend/pdf/haru/deflate.hpp"
#include "backend/pdf/haru/doc.hpp"
#include "backend/pdf/haru/state.hpp"
#include "base/append.hpp"

#include <algorithm>
#include <array>
#include <memory>

namespace resumec::backend::pdf::haru {

namespace {

constexpr std::size_t objects_per_stream = 200;
constexpr HPDF_UINT32 number_mask = 0x00FFFFFF;  // of an object id; the other bits are libharu's flags

/// Collects serialised objects in one of libharu's memory streams.
class Serializer {
 public:
  explicit Serializer(HPDF_MMgr memory) : stream_{HPDF_MemStream_New(memory, 1U << 15)} {}
  ~Serializer() {
    if (stream_) HPDF_Stream_Free(stream_);
  }
  Serializer(Serializer const&) = delete;
  Serializer& operator=(Serializer const&) = delete;

  bool usable() const { return stream_ != nullptr; }
  std::size_t size() const { return stream_->size; }
  HPDF_STATUS add(void* object) {
    HPDF_STATUS const status = HPDF_Obj_WriteValue(object, stream_, nullptr);
    return status != HPDF_OK ? status : HPDF_Stream_WriteChar(stream_, '\n');
  }
  std::string text() const {
    std::string out;
    out.reserve(stream_->size);
    for (HPDF_UINT i = 0, count = HPDF_MemStream_GetBufCount(stream_); i < count; ++i) {
      HPDF_UINT length = 0;
      HPDF_BYTE const* const bytes = HPDF_MemStream_GetBufPtr(stream_, i, &length);
      out.append(reinterpret_cast<char const*>(bytes), length);
    }
    return out;
  }

 private:
  HPDF_Stream stream_;
};

HPDF_Obj_Header* header_of(void* object) { return static_cast<HPDF_Obj_Header*>(object); }

/// Where an object is, as the cross-reference stream says it.
struct Place {
  std::uint8_t type = 0;     ///< 1: at an offset; 2: in an object stream
  std::size_t position = 0;  ///< offset, or number of the object stream
  std::size_t index = 0;     ///< in the object stream
};

constexpr std::size_t row_size = 7;  // widths 1, 4, 2

std::array<std::uint8_t, row_size> row_of(Place const& place) {
  auto const byte = [](std::size_t value, unsigned shift) { return static_cast<std::uint8_t>(value >> shift & 0xFF); };
  return {place.type,           byte(place.position, 24), byte(place.position, 16), byte(place.position, 8), byte(place.position, 0),
          byte(place.index, 8), byte(place.index, 0)};
}

/// Rows filtered by PNG's "Up" (ISO 32000-1, 7.4.4.4): neighbours are alike, so the differences compress well.
std::string xref_rows(std::vector<Place> const& places) {
  std::string out;
  std::array<std::uint8_t, row_size> above{};
  for (Place const& place : places) {
    auto const row = row_of(place);
    out += '\x02';
    for (std::size_t i = 0; i < row_size; ++i) out += static_cast<char>(static_cast<std::uint8_t>(row[i] - above[i]));
    above = row;
  }
  return out;
}

std::string hex(base::Digest const& digest) {
  std::string out;
  for (auto const byte : digest) base::append(out, "{:02X}", byte);
  return out;
}

}  // namespace

std::optional<std::string> Doc::save_classic() {
  HPDF_Doc const pdf = state_->pdf;
  for (StreamData const& stream : state_->streams) {
    stream.dict->filter = stream.filter == Filter::Flate ? HPDF_STREAM_FILTER_FLATE_DECODE : HPDF_STREAM_FILTER_NONE;
    auto const& data = stream.packed ? stream.packed->data : stream.data;
    auto const* const bytes = reinterpret_cast<HPDF_BYTE const*>(data.data());
    if (!data.empty() && !check(HPDF_Stream_Write(stream.dict->stream, bytes, static_cast<HPDF_UINT>(data.size())), "stream")) {
      return std::nullopt;
    }
  }
  std::string_view const id{reinterpret_cast<char const*>(state_->id.data()), state_->id.size()};
  Dict{this, pdf->trailer}.array("ID").add(Bytes{id}).add(Bytes{std::string(id.size(), '\0')});
  if (!state_->usable() || !check(HPDF_SaveToStream(pdf), "save")) return std::nullopt;
  auto size = static_cast<HPDF_UINT32>(HPDF_GetStreamSize(pdf));
  std::string out(size, '\0');
  if (!check(HPDF_ResetStream(pdf), "save")) return std::nullopt;
  HPDF_STATUS const status = HPDF_ReadFromStream(pdf, reinterpret_cast<HPDF_BYTE*>(out.data()), &size);
  if (status != HPDF_STREAM_EOF && !check(status, "save")) return std::nullopt;
  out.resize(size);
  return out;
}

std::optional<std::string> Doc::save_object_streams() {
  HPDF_Doc const pdf = state_->pdf;
  Deflater const deflate;
  if (!deflate.usable()) return std::nullopt;

  std::vector<void*> objects;  // index + 1 = new number
  std::vector<void*> lengths;
  for (StreamData const& stream : state_->streams) lengths.push_back(HPDF_Dict_GetItem(stream.dict, "Length", HPDF_OCLASS_NUMBER));
  std::sort(lengths.begin(), lengths.end());
  for (HPDF_UINT i = 1; i < pdf->xref->entries->count; ++i) {
    HPDF_XrefEntry const entry = HPDF_Xref_GetEntry(pdf->xref, i);
    if (!entry || !entry->obj) continue;
    if (std::binary_search(lengths.begin(), lengths.end(), entry->obj)) continue;
    objects.push_back(entry->obj);
    header_of(entry->obj)->obj_id = (header_of(entry->obj)->obj_id & ~number_mask) | static_cast<HPDF_UINT32>(objects.size());
  }

  std::string out = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
  std::vector<Place> places(objects.size() + 1);
  places[0] = {0, 0, 0xFFFF};  // head of the list of free objects

  std::vector<bool> is_stream(objects.size() + 1);
  for (StreamData const& stream : state_->streams) {
    std::size_t const number = stream.dict->header.obj_id & number_mask;
    bool const packed_before = stream.packed && !stream.packed->flate.empty();
    bool const flate = packed_before || (stream.filter == Filter::Flate && !stream.data.empty());
    std::string const packed = flate && !packed_before ? deflate(stream.data) : std::string{};
    std::string_view const data = packed_before ? stream.packed->flate : flate ? packed : stream.data;
    HPDF_Stream_Free(stream.dict->stream);
    stream.dict->stream = nullptr;  // from here on a plain dictionary to libharu
    Dict dict{this, stream.dict};
    dict.set("Length", static_cast<std::int64_t>(data.size()));
    if (flate) dict.set("Filter", Name{"FlateDecode"});
    Serializer serializer{pdf->mmgr};
    if (!serializer.usable() || !state_->usable() || !check(serializer.add(stream.dict), "stream")) return std::nullopt;
    is_stream[number] = true;
    places[number] = {1, out.size(), 0};
    base::append(out, "{} 0 obj\n{}stream\n", number, serializer.text());
    out.append(data).append("\nendstream\nendobj\n");
  }

  for (std::size_t next = 1; next <= objects.size();) {
    Serializer serializer{pdf->mmgr};
    if (!serializer.usable()) return std::nullopt;
    std::string index;
    std::size_t count = 0;
    std::size_t const container = places.size();
    for (; next <= objects.size() && count < objects_per_stream; ++next) {
      if (is_stream[next]) continue;
      base::append(index, "{} {} ", next, serializer.size());
      places[next] = {2, container, count++};
      if (!check(serializer.add(objects[next - 1]), "object")) return std::nullopt;
    }
    if (count == 0) break;
    std::string const packed = deflate(index + serializer.text());
    places.push_back({1, out.size(), 0});
    base::append(out, "{} 0 obj\n<</Type/ObjStm/N {}/First {}/Filter/FlateDecode/Length {}>>stream\n", container, count, index.size(),
                 packed.size());
    out.append(packed).append("\nendstream\nendobj\n");
  }

  std::size_t const start = out.size();
  std::size_t const number = places.size();
  places.push_back({1, start, 0});
  std::string const packed = deflate(xref_rows(places));
  std::string const id = hex(state_->id);
  base::append(out,
               "{} 0 obj\n<</Type/XRef/Size {}/W[1 4 2]/Root {} 0 R/Info {} 0 R/ID[<{}><{:0>32}>]/Filter/FlateDecode"
               "/DecodeParms<</Predictor 12/Columns {}>>/Length {}>>stream\n",
               number, places.size(), pdf->catalog->header.obj_id & number_mask, pdf->info->header.obj_id & number_mask, id, "", row_size,
               packed.size());
  out.append(packed);
  base::append(out, "\nendstream\nendobj\nstartxref\n{}\n%%EOF\n", start);
  return out;
}

}  // namespace resumec::backend::pdf::haru
