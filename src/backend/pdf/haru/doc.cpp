#include "backend/pdf/haru/doc.hpp"

#include "backend/pdf/haru/state.hpp"
#include "unicode/unicode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace resumec::backend::pdf::haru {

namespace {

using base::Length;

constexpr std::size_t max_string_bytes = 32767;  // ISO 19005-2, 6.1.13; libharu 2.3 takes 65,535
constexpr std::size_t max_name_bytes = 127;

/// The handler only remembers: libharu keeps the code in the document's error register. Never throws through C frames.
void on_error(HPDF_STATUS /*code*/, HPDF_STATUS /*detail*/, void* /*user*/) {}

bool printable_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

/// UTF-16BE with its mark; at most `max_string_bytes`, never half a surrogate pair.
std::string to_utf16be(std::string_view utf8) {
  std::string out = "\xFE\xFF";
  auto const unit = [&out](char32_t value) {
    out += static_cast<char>(value >> 8 & 0xFF);
    out += static_cast<char>(value & 0xFF);
  };
  for (std::size_t offset = 0; offset < utf8.size() && out.size() + 4 <= max_string_bytes;) {
    auto const point = unicode::decode_at(utf8, offset);
    offset = point.end;
    if (point.value >= 0x10000) {
      unit(0xD800 + ((point.value - 0x10000) >> 10));
      unit(0xDC00 + ((point.value - 0x10000) & 0x3FF));
    } else {
      unit(point.value);
    }
  }
  return out;
}

float to_real(Length length) {
  constexpr std::int64_t limit = 32000 * 32;  // libharu 2.3 writes 0 for anything beyond 32,767
  auto const steps = std::clamp(Length::divide(length.raw(), Length::point / 32), -limit, limit);
  return static_cast<float>(steps) / 32.0F;
}

}  // namespace

std::string_view library_version() { return HPDF_GetVersion(); }

Doc::Doc() : state_{std::make_unique<State>()} {
  state_->pdf = HPDF_NewEx(on_error, nullptr, nullptr, 0, nullptr);  // no memory pool: its blocks are not aligned
  if (!state_->pdf) {
    state_->error = "there is not enough memory for a PDF";
    return;
  }
  state_->pdf->pdf_version = HPDF_VER_17;
}

Doc::~Doc() {
  if (state_->pdf) HPDF_Free(state_->pdf);
}

bool Doc::check(unsigned long status, char const* what) {
  if (!state_->usable()) return false;
  auto const code = status != HPDF_OK ? status : state_->pdf->error.error_no;
  if (code == HPDF_OK) return true;
  state_->error = fmt::format("libharu refuses `{}` with error 0x{:04X}", what, code);
  return false;
}

void* Doc::make(Value const& value) {
  HPDF_MMgr const memory = state_->pdf->mmgr;
  auto const hex = [memory](std::string bytes) -> void* {
    return HPDF_Binary_New(memory, reinterpret_cast<HPDF_BYTE*>(bytes.data()), static_cast<HPDF_UINT>(bytes.size()));
  };
  struct Maker {
    HPDF_MMgr memory;
    decltype(hex) const& to_hex;
    void* operator()(std::int64_t number) const {
      constexpr std::int64_t limit = std::numeric_limits<HPDF_INT32>::max();
      return HPDF_Number_New(memory, static_cast<HPDF_INT32>(std::clamp(number, -limit, limit)));
    }
    void* operator()(bool truth) const { return HPDF_Boolean_New(memory, truth ? HPDF_TRUE : HPDF_FALSE); }
    void* operator()(Length length) const { return HPDF_Real_New(memory, to_real(length)); }
    void* operator()(Name name) const { return HPDF_Name_New(memory, std::string{name.value.substr(0, max_name_bytes)}.c_str()); }
    void* operator()(Text text) const {
      if (!printable_ascii(text.utf8)) return to_hex(to_utf16be(text.utf8));
      return (*this)(Ascii{text.utf8});
    }
    void* operator()(Ascii text) const {
      return HPDF_String_New(memory, std::string{text.value.substr(0, max_string_bytes)}.c_str(), nullptr);
    }
    void* operator()(Bytes bytes) const { return to_hex(std::string{bytes.value.substr(0, max_string_bytes)}); }
    void* operator()(Null) const { return HPDF_Null_New(memory); }
    void* operator()(Dict dict) const { return dict.object_; }
    void* operator()(Array array) const { return array.object_; }
  };
  return std::visit(Maker{memory, hex}, value);
}

Dict& Dict::set(char const* key, Value const& value) {
  if (!object_ || !doc_->state_->usable()) return *this;
  void* const made = doc_->make(value);
  if (doc_->check(made ? HPDF_OK : HPDF_FAILD_TO_ALLOC_MEM, key)) doc_->check(HPDF_Dict_Add(object_, key, made), key);
  return *this;
}

Dict Dict::dict(char const* key) {
  if (!object_) return {};
  Dict child = doc_->dict();
  if (child.object_) set(key, child);
  return child;
}

Array Dict::array(char const* key) {
  if (!object_) return {};
  Array child = doc_->array();
  if (child.object_) set(key, child);
  return child;
}

Array& Array::add(Value const& value) {
  if (!object_ || !doc_->state_->usable()) return *this;
  void* const made = doc_->make(value);
  if (doc_->check(made ? HPDF_OK : HPDF_FAILD_TO_ALLOC_MEM, "array")) doc_->check(HPDF_Array_Add(object_, made), "array");
  return *this;
}

Dict Array::dict() {
  if (!object_) return {};
  Dict child = doc_->dict();
  if (child.object_) add(child);
  return child;
}

Array Array::array() {
  if (!object_) return {};
  Array child = doc_->array();
  if (child.object_) add(child);
  return child;
}

Dict Doc::catalog() { return state_->usable() ? Dict{this, state_->pdf->catalog} : Dict{}; }
Dict Doc::info() { return state_->usable() ? Dict{this, state_->pdf->info} : Dict{}; }

Dict Doc::dict() {
  if (!state_->usable()) return {};
  HPDF_Dict const made = HPDF_Dict_New(state_->pdf->mmgr);
  return check(made ? HPDF_OK : HPDF_FAILD_TO_ALLOC_MEM, "dictionary") ? Dict{this, made} : Dict{};
}

Array Doc::array() {
  if (!state_->usable()) return {};
  HPDF_Array const made = HPDF_Array_New(state_->pdf->mmgr);
  return check(made ? HPDF_OK : HPDF_FAILD_TO_ALLOC_MEM, "array") ? Array{this, made} : Array{};
}

Dict Doc::object() {
  Dict const made = dict();
  if (!made.object_) return {};
  return check(HPDF_Xref_Add(state_->pdf->xref, made.object_), "object") ? made : Dict{};
}

Dict Doc::stream(std::string data, Filter filter) {
  if (!state_->usable()) return {};
  HPDF_Dict const made = HPDF_DictStream_New(state_->pdf->mmgr, state_->pdf->xref);
  if (!check(made ? HPDF_OK : HPDF_FAILD_TO_ALLOC_MEM, "stream")) return {};
  state_->streams.push_back({made, std::move(data), filter});
  return {this, made};
}

Dict Doc::stream(std::shared_ptr<Packed const> packed) {
  auto const made = stream(std::string{}, Filter::Flate);
  if (made.object_) state_->streams.back().packed = std::move(packed);
  return made;
}

Dict Doc::page() {
  if (!state_->usable()) return {};
  HPDF_Page const page = HPDF_AddPage(state_->pdf);
  if (!check(page ? HPDF_OK : HPDF_FAILD_TO_ALLOC_MEM, "page")) return {};
  auto* const content = static_cast<HPDF_Dict>(HPDF_Dict_GetItem(page, "Contents", HPDF_OCLASS_DICT));
  if (!check(content ? HPDF_OK : HPDF_DICT_ITEM_NOT_FOUND, "Contents")) return {};
  state_->streams.push_back({content, {}, Filter::Flate});
  return {this, page};
}

void Doc::set_content(Dict page, std::string content) {
  if (!page.object_ || !state_->usable()) return;
  auto* const dict = static_cast<HPDF_Dict>(HPDF_Dict_GetItem(page.object_, "Contents", HPDF_OCLASS_DICT));
  auto const found = std::find_if(state_->streams.rbegin(), state_->streams.rend(), [dict](StreamData const& s) { return s.dict == dict; });
  if (found != state_->streams.rend()) found->data = std::move(content);
}

void Doc::set_id(base::Digest const& id) { state_->id = id; }

base::Expected<std::string, std::string> Doc::save(SaveMode mode) {
  if (!state_->usable()) return base::Unexpected<std::string>{state_->error};
  auto bytes = mode == SaveMode::Classic ? save_classic() : save_object_streams();
  if (!bytes) return base::Unexpected<std::string>{state_->error.empty() ? "there is not enough memory for the PDF" : state_->error};
  return *std::move(bytes);
}

}  // namespace resumec::backend::pdf::haru
