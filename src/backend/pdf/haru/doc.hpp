// libharu as an object store: dictionaries, arrays, streams, the page tree, object numbers and their serialisation. Nothing
// of its text, graphics or image interface is used, and none of its types leaves this folder (decision 0004).
//
// Errors are sticky: after the first one every call does nothing, and `save` says in words what went wrong. Both the
// returned status and the document's error register are looked at after each call, because libharu sometimes sets
// only one of them.
#pragma once

#include "base/expected.hpp"
#include "base/hash.hpp"
#include "base/length.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

struct _HPDF_Dict_Rec;
struct _HPDF_Array_Rec;

namespace resumec::backend::pdf::haru {

/// Of the library that runs.
std::string_view library_version();

class Doc;
class Dict;
class Array;

/// `/Value`. No blanks; at most 127 bytes.
struct Name {
  std::string_view value;
};
/// A text string for people: printable ASCII as it is, all else in UTF-16BE. Cut to 32,767 bytes at a code point.
struct Text {
  std::string_view utf8;
};
/// A string of printable ASCII, written as `(…)`.
struct Ascii {
  std::string_view value;
};
/// A string of any bytes, written in hex.
struct Bytes {
  std::string_view value;
};
/// `null`.
struct Null {};

/// A length is a real number of points, rounded to 1/32 so that every version of libharu prints the same digits.
using Value = std::variant<std::int64_t, bool, base::Length, Name, Text, Ascii, Bytes, Null, Dict, Array>;

/// A dictionary of `Doc`, which owns it. A direct one is added to exactly one place; an indirect one anywhere, as a reference.
class Dict {
 public:
  Dict() = default;
  Dict& set(char const* key, Value const& value);
  /// Adds a new direct dictionary or array under `key` and hands it out.
  Dict dict(char const* key);
  Array array(char const* key);

  friend bool operator==(Dict, Dict) = default;

 private:
  friend class Doc;
  friend class Array;
  Dict(Doc* doc, _HPDF_Dict_Rec* object) : doc_{doc}, object_{object} {}
  Doc* doc_ = nullptr;
  _HPDF_Dict_Rec* object_ = nullptr;
};

class Array {
 public:
  Array() = default;
  Array& add(Value const& value);
  Dict dict();
  Array array();

 private:
  friend class Doc;
  friend class Dict;
  Array(Doc* doc, _HPDF_Array_Rec* object) : doc_{doc}, object_{object} {}
  Doc* doc_ = nullptr;
  _HPDF_Array_Rec* object_ = nullptr;
};

enum class Filter : std::uint8_t { None, Flate };

/// Data with its compressed form, which several documents may share.
struct Packed {
  std::string data;
  std::string flate;  ///< empty where `data` is
};
std::shared_ptr<Packed const> pack(std::string data);

enum class SaveMode : std::uint8_t {
  ObjectStreams,  ///< objects compressed together, cross-reference stream (PDF 1.5)
  Classic,        ///< libharu's own save: cross-reference table
};

/// One document under construction. Object numbers are in the order of creation.
class Doc {
 public:
  Doc();
  ~Doc();
  Doc(Doc const&) = delete;
  Doc& operator=(Doc const&) = delete;

  Dict catalog();
  Dict info();
  /// A new direct dictionary or array, to be added somewhere once.
  Dict dict();
  Array array();
  /// A new indirect dictionary.
  Dict object();
  /// A new stream. Its data is compressed when the document is saved.
  Dict stream(std::string data, Filter filter);
  Dict stream(std::shared_ptr<Packed const> packed);
  /// A new page with an empty content stream, last in the document.
  Dict page();
  void set_content(Dict page, std::string content);
  /// The first half of `/ID`; the second is left zero.
  void set_id(base::Digest const& id);

  /// The file. Consumes the document: nothing may be added afterwards.
  base::Expected<std::string, std::string> save(SaveMode mode);

 private:
  friend class Dict;
  friend class Array;
  struct State;
  std::unique_ptr<State> state_;

  /// A new libharu object for the value, or the indirect object itself.
  void* make(Value const& value);
  /// Records the first error; true if all is well.
  bool check(unsigned long status, char const* what);

  std::optional<std::string> save_classic();
  std::optional<std::string> save_object_streams();
};

}  // namespace resumec::backend::pdf::haru
