#include "fonts/cff_outlines.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace resumec::fonts {

namespace {

std::uint8_t byte_at(std::string_view bytes, std::size_t at) { return static_cast<std::uint8_t>(bytes[at]); }

/// Big-endian, unsigned; the caller has checked that the bytes are there.
std::uint32_t read_unsigned(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < size; ++i) value = value << 8 | byte_at(bytes, at + i);
  return value;
}

void append_unsigned(std::string& out, std::uint32_t value, std::size_t size) {
  while (size-- > 0) out += static_cast<char>(value >> (8 * size) & 0xFF);
}

// ── Numbers ── (#5176 table 3 and #5177 table 1 share the forms up to two bytes and the operand 28)

/// An integer of 1, 2 or 3 bytes, in the shortest of these forms.
void append_short_integer(std::string& out, std::int32_t value) {
  if (value >= -107 && value <= 107) {
    out += static_cast<char>(value + 139);
  } else if (value >= 108 && value <= 1131) {
    append_unsigned(out, static_cast<std::uint32_t>(value - 108 + (247 << 8)), 2);
  } else if (value >= -1131 && value <= -108) {
    append_unsigned(out, static_cast<std::uint32_t>(-value - 108 + (251 << 8)), 2);
  } else {
    append_unsigned(out, 28, 1);
    append_unsigned(out, static_cast<std::uint32_t>(value), 2);
  }
}

struct Number {
  std::int32_t value = 0;
  std::size_t size = 0;  ///< in bytes
};

/// An integer of 1, 2 or 3 bytes at `at`; nothing if another form starts there or it is cut.
std::optional<Number> read_short_integer(std::string_view bytes, std::size_t at) {
  auto const first = byte_at(bytes, at);
  auto const left = bytes.size() - at;
  if (first >= 32 && first <= 246) return Number{first - 139, 1};
  if (first >= 247 && first <= 254 && left >= 2) {
    auto const second = byte_at(bytes, at + 1);
    return Number{first <= 250 ? (first - 247) * 256 + second + 108 : -(first - 251) * 256 - second - 108, 2};
  }
  if (first == 28 && left >= 3) return Number{static_cast<std::int16_t>(read_unsigned(bytes, at + 1, 2)), 3};
  return std::nullopt;
}

// ── Charstrings ──

enum Operator : std::uint8_t {
  RLineTo = 5,
  HLineTo = 6,
  VLineTo = 7,
  RRCurveTo = 8,
  EndChar = 14,
  RMoveTo = 21,
  HMoveTo = 22,
  RCurveLine = 24,
  RLineCurve = 25,
  VVCurveTo = 26,
  HHCurveTo = 27,
  VMoveTo = 4,
  VHCurveTo = 30,
  HVCurveTo = 31
};

constexpr std::size_t stack_limit = 48;  // #5177 appendix B
constexpr std::int64_t one = 1 << 16;    // operands are 16.16

bool is_move(std::uint8_t op) { return op == RMoveTo || op == HMoveTo || op == VMoveTo; }

/// Whether an operator that draws or moves may have so many operands (without the width); false for every other operator.
bool takes(std::uint8_t op, std::size_t count) {
  switch (op) {
    case RMoveTo:
      return count == 2;
    case HMoveTo:
    case VMoveTo:
      return count == 1;
    case EndChar:
      return count == 0;
    case HLineTo:
    case VLineTo:
      return count >= 1;
    case RLineTo:
      return count >= 2 && count % 2 == 0;
    case RRCurveTo:
      return count >= 6 && count % 6 == 0;
    case RCurveLine:
      return count >= 8 && count % 6 == 2;
    case RLineCurve:
      return count >= 8 && count % 2 == 0;
    case HHCurveTo:
    case VVCurveTo:
    case HVCurveTo:
    case VHCurveTo:
      return count >= 4 && count % 4 <= 1;
    default:
      return false;
  }
}

enum Axis : std::uint8_t { X, Y };
Axis other(Axis axis) { return axis == X ? Y : X; }

/// Every operand of a path is the way from one point to the next along one axis (#5177 §4.1); this is the axis of operand
/// `i` of `count`. A way that an operator leaves out is zero, and stays zero between rounded places.
Axis axis_of(std::uint8_t op, std::size_t i, std::size_t count) {
  auto const inner = [](std::size_t step) { return step == 1 ? X : Y; };  // the second control point: dx dy
  switch (op) {
    case HMoveTo:
      return X;
    case VMoveTo:
      return Y;
    case VLineTo:
      return i % 2 == 0 ? Y : X;
    case HHCurveTo:
    case VVCurveTo: {  // d1? (da dxb dyb dc)+
      auto const along = op == HHCurveTo ? X : Y;
      auto const first = count % 4;  // 1 if there is the operand in front
      if (i < first) return other(along);
      auto const step = (i - first) % 4;
      return step == 0 || step == 3 ? along : inner(step);
    }
    case HVCurveTo:
    case VHCurveTo: {  // (da dxb dyb dc)+ df?: curves start along one axis and end along the other, by turns
      auto const curve = i == count - 1 && count % 4 == 1 ? i / 4 - 1 : i / 4;
      auto const start = (op == HVCurveTo) == (curve % 2 == 0) ? X : Y;
      switch (i - curve * 4) {
        case 0:
          return start;
        case 3:
          return other(start);
        case 4:
          return start;
        default:
          return inner(i % 4);
      }
    }
    default:
      return i % 2 == 0 ? X : Y;
  }
}

/// To the nearest unit, halves upwards: so whole distances stay what they are wherever they start.
std::int64_t rounded(std::int64_t place) { return (place + one / 2) >> 16; }

/// The charstring with rounded paths; nothing if there is anything in it that this does not know.
std::optional<std::string> round_charstring(std::string_view code) {
  std::string out;
  out.reserve(code.size());
  std::array<std::int64_t, stack_limit> operands{};
  std::size_t count = 0;
  std::array<std::int64_t, 2> place{0, 0};  // of the current point, exact, by axis
  bool width_read = false;
  for (std::size_t at = 0; at < code.size();) {
    auto const first = byte_at(code, at);
    auto const is_fixed = first == 255;
    if (is_fixed || first == 28 || first >= 32) {
      if (count == stack_limit) return std::nullopt;
      if (is_fixed) {
        if (code.size() - at < 5) return std::nullopt;
        operands[count++] = static_cast<std::int32_t>(read_unsigned(code, at + 1, 4));
        at += 5;
      } else {
        auto const number = read_short_integer(code, at);
        if (!number) return std::nullopt;
        operands[count++] = number->value * one;
        at += number->size;
      }
      continue;
    }
    ++at;
    // The width comes before the operands of the first operator (#5177 §4.2), which can only be a move or the end here.
    std::size_t skipped = 0;
    if (!width_read) {
      if (!is_move(first) && first != EndChar) return std::nullopt;
      width_read = true;
      if (count > 0 && takes(first, count - 1)) {
        skipped = 1;
        auto const width = operands[0];
        if (width % one == 0) {
          append_short_integer(out, static_cast<std::int32_t>(width / one));
        } else {
          append_unsigned(out, 255, 1);
          append_unsigned(out, static_cast<std::uint32_t>(width), 4);
        }
      }
    }
    auto const ways = count - skipped;
    if (!takes(first, ways)) return std::nullopt;
    for (std::size_t i = 0; i < ways; ++i) {
      auto& from = place[axis_of(first, i, ways)];
      auto const to = from + operands[skipped + i];
      auto const way = rounded(to) - rounded(from);
      if (way > std::numeric_limits<std::int16_t>::max() || way < std::numeric_limits<std::int16_t>::min()) return std::nullopt;
      append_short_integer(out, static_cast<std::int32_t>(way));
      from = to;
    }
    out += static_cast<char>(first);
    count = 0;
    if (first == EndChar) return at == code.size() ? std::optional{std::move(out)} : std::nullopt;
  }
  return std::nullopt;  // no end
}

// ── The table around them ──

/// An INDEX (#5176 §5): its place in the table, and its objects.
struct Index {
  std::size_t begin = 0, end = 0;
  std::vector<std::string_view> objects;
};

std::optional<Index> read_index(std::string_view table, std::size_t begin) {
  if (begin > table.size() || table.size() - begin < 2) return std::nullopt;
  Index index{begin, begin + 2, {}};
  auto const count = read_unsigned(table, begin, 2);
  if (count == 0) return index;
  if (table.size() - begin < 3) return std::nullopt;
  auto const offset_size = byte_at(table, begin + 2);
  auto const offsets = begin + 3;
  auto const offsets_size = (count + std::size_t{1}) * offset_size;
  if (offset_size < 1 || offset_size > 4 || table.size() - offsets < offsets_size) return std::nullopt;
  auto const data = offsets + offsets_size;
  index.objects.reserve(count);
  std::size_t from = 1;
  if (read_unsigned(table, offsets, offset_size) != from) return std::nullopt;
  for (std::size_t i = 1; i <= count; ++i) {
    std::size_t const to = read_unsigned(table, offsets + i * offset_size, offset_size);
    if (to < from || to - 1 > table.size() - data) return std::nullopt;
    index.objects.push_back(table.substr(data + from - 1, to - from));
    from = to;
  }
  index.end = data + from - 1;
  return index;
}

std::string write_index(std::vector<std::string> const& objects) {
  std::size_t end = 1;
  for (auto const& object : objects) end += object.size();
  std::size_t offset_size = 1;
  while (end >> (8 * offset_size) != 0) ++offset_size;
  std::string out;
  append_unsigned(out, static_cast<std::uint32_t>(objects.size()), 2);
  append_unsigned(out, static_cast<std::uint32_t>(offset_size), 1);
  std::size_t offset = 1;
  append_unsigned(out, 1, offset_size);
  for (auto const& object : objects) append_unsigned(out, static_cast<std::uint32_t>(offset += object.size()), offset_size);
  for (auto const& object : objects) out += object;
  return out;
}

/// Integer operand of a DICT, and where in the table it is written.
struct Operand {
  std::int32_t value = 0;
  std::size_t at = 0, size = 0;
};

/// An operator of a DICT (#5176 §4) with its last two operands, the only ones an offset can be among.
struct DictEntry {
  std::uint32_t op = 0;  ///< 12 << 8 | second byte for the two-byte ones
  std::optional<Operand> before_last, last;
};

std::optional<std::vector<DictEntry>> read_dict(std::string_view table, std::size_t begin, std::size_t end) {
  auto const bytes = table.substr(0, end);
  std::vector<DictEntry> entries;
  DictEntry entry;
  for (auto at = begin; at < end;) {
    auto const first = byte_at(bytes, at);
    if (first <= 21) {
      if (first == 12 && end - at < 2) return std::nullopt;
      entry.op = first == 12 ? read_unsigned(bytes, at, 2) : first;
      entries.push_back(entry);
      entry = {};
      at += first == 12 ? 2 : 1;
      continue;
    }
    entry.before_last = entry.last;
    if (first == 30) {  // a real number: nibbles up to 15
      entry.last.reset();
      while (true) {
        if (++at == end) return std::nullopt;
        if ((byte_at(bytes, at) & 0x0F) == 0x0F || byte_at(bytes, at) >> 4 == 0x0F) break;
      }
      ++at;
    } else if (first == 29) {
      if (end - at < 5) return std::nullopt;
      entry.last = Operand{static_cast<std::int32_t>(read_unsigned(bytes, at + 1, 4)), at, 5};
      at += 5;
    } else {
      if (first == 255) return std::nullopt;
      auto const number = read_short_integer(bytes, at);
      if (!number) return std::nullopt;
      entry.last = Operand{number->value, at, number->size};
      at += number->size;
    }
  }
  return entries;
}

/// Writes another value over an operand in as many bytes. False if it does not fit.
bool overwrite(std::string& table, Operand const& operand, std::int32_t value) {
  std::string bytes;
  if (operand.size == 5) {
    append_unsigned(bytes, 29, 1);
    append_unsigned(bytes, static_cast<std::uint32_t>(value), 4);
  } else if (operand.size == 3 && value >= -0x8000 && value <= 0x7FFF) {
    append_unsigned(bytes, 28, 1);
    append_unsigned(bytes, static_cast<std::uint32_t>(value), 2);
  } else {
    append_short_integer(bytes, value);
  }
  if (bytes.size() != operand.size) return false;
  table.replace(operand.at, operand.size, bytes);
  return true;
}

enum DictOperator : std::uint32_t {
  Charset = 15,
  Encoding = 16,
  CharStrings = 17,
  Private = 18,
  Subrs = 19,
  CharstringType = 12 << 8 | 6,
  FontMatrix = 12 << 8 | 7,
  Ros = 12 << 8 | 30,
  FdArray = 12 << 8 | 36,
  FdSelect = 12 << 8 | 37
};

/// Where the bytes of the old table are once its CharStrings INDEX is shorter.
struct Shift {
  std::size_t header_end = 0;  ///< nothing that an offset leads to starts before
  std::size_t begin = 0, end = 0, by = 0;
  std::size_t table_size = 0;

  /// The new offset of what starts at `offset` and has `size` bytes at least; nothing if that is no place for it.
  std::optional<std::int32_t> moved(std::size_t offset, std::size_t size) const {
    if (offset < header_end || offset > table_size || size > table_size - offset) return std::nullopt;
    if (offset >= end) return static_cast<std::int32_t>(offset - by);
    if (offset < begin && size <= begin - offset) return static_cast<std::int32_t>(offset);
    return std::nullopt;
  }
};

/// Corrects the offset of the Subrs in `result`, which counts from the start of the Private DICT (#5176 §16).
bool move_subrs(std::string& result, std::string_view table, Shift const& shift, std::size_t begin, std::size_t size) {
  auto const from = shift.moved(begin, size);
  if (!from) return false;
  auto const entries = read_dict(table, begin, begin + size);
  if (!entries) return false;
  for (auto const& entry : *entries) {
    if (entry.op != Subrs) continue;
    if (!entry.last || entry.last->value <= 0) return false;
    auto const to = shift.moved(begin + static_cast<std::size_t>(entry.last->value), 1);
    if (!to || !overwrite(result, *entry.last, *to - *from)) return false;
  }
  return true;
}

/// Corrects in `result`, a copy of `table`, what the Top DICT and the Private DICT say of places in a table with a shorter
/// CharStrings INDEX.
bool move_offsets(std::string& result, std::string_view table, Shift const& shift, std::vector<DictEntry> const& top) {
  for (auto const& [op, before_last, last] : top) {
    if (op != Charset && op != Encoding && op != Private) continue;
    if (!last || last->value < 0) return false;
    if (op == Charset && last->value <= 2) continue;   // predefined: ISOAdobe, Expert, ExpertSubset
    if (op == Encoding && last->value <= 1) continue;  // predefined: Standard, Expert
    auto const offset = static_cast<std::size_t>(last->value);
    std::size_t size = 1;
    if (op == Private) {
      if (!before_last || before_last->value < 0) return false;
      size = static_cast<std::size_t>(before_last->value);
      if (!move_subrs(result, table, shift, offset, size)) return false;
    }
    auto const moved = shift.moved(offset, size);
    if (!moved || !overwrite(result, *last, *moved)) return false;
  }
  return true;
}

/// The offset of the CharStrings INDEX in a table whose charstrings may be rounded: Type 2, one font, not CID-keyed, and a
/// unit of a thousandth of an em, as it is without a font matrix.
std::optional<std::size_t> find_charstrings(std::vector<DictEntry> const& top) {
  std::optional<std::size_t> found;
  for (auto const& entry : top) {
    switch (entry.op) {
      case Ros:
      case FdArray:
      case FdSelect:
      case FontMatrix:
        return std::nullopt;
      case CharstringType:
        if (!entry.last || entry.last->value != 2) return std::nullopt;
        break;
      case CharStrings:
        if (found || !entry.last || entry.last->value <= 0) return std::nullopt;
        found = static_cast<std::size_t>(entry.last->value);
        break;
      default:
        break;
    }
  }
  return found;
}

struct TopDict {
  std::vector<DictEntry> entries;
  std::size_t end = 0;  ///< of the Top DICT INDEX
};

/// Header, Name INDEX, Top DICT INDEX, in this order (#5176 §2).
std::optional<TopDict> read_top_dict(std::string_view table) {
  if (table.size() < 4 || table.size() > std::numeric_limits<std::int32_t>::max() || byte_at(table, 0) != 1) return std::nullopt;
  auto const names = read_index(table, byte_at(table, 2));
  if (!names || names->begin < 4) return std::nullopt;
  auto const dicts = read_index(table, names->end);
  if (!dicts || dicts->objects.size() != 1) return std::nullopt;
  auto entries = read_dict(table, dicts->end - dicts->objects[0].size(), dicts->end);
  if (!entries) return std::nullopt;
  return TopDict{std::move(*entries), dicts->end};
}

std::optional<std::string> rounded_table(std::string_view table) {
  auto const dict = read_top_dict(table);
  if (!dict) return std::nullopt;
  auto const* const top = &dict->entries;
  // Then String INDEX and Global Subr INDEX; the rest anywhere behind.
  auto const strings = read_index(table, dict->end);
  if (!strings) return std::nullopt;
  auto const subroutines = read_index(table, strings->end);
  if (!subroutines) return std::nullopt;

  auto const begin = find_charstrings(*top);
  if (!begin || *begin < subroutines->end) return std::nullopt;
  auto const old_index = read_index(table, *begin);
  if (!old_index) return std::nullopt;

  std::vector<std::string> charstrings;
  charstrings.reserve(old_index->objects.size());
  for (auto const charstring : old_index->objects) {
    auto rounded = round_charstring(charstring);
    charstrings.push_back(rounded ? std::move(*rounded) : std::string{charstring});
  }
  auto const new_index = write_index(charstrings);
  auto const old_size = old_index->end - old_index->begin;
  if (charstrings.empty() || new_index.size() > old_size) return std::nullopt;
  Shift const shift{subroutines->end, old_index->begin, old_index->end, old_size - new_index.size(), table.size()};
  std::string result{table};
  if (!move_offsets(result, table, shift, *top)) return std::nullopt;
  result.replace(shift.begin, old_size, new_index);
  return result;
}

}  // namespace

std::string round_cff_outlines(std::string table) {
  auto result = rounded_table(table);
  return result ? std::move(*result) : std::move(table);
}

std::string number_cids_by_glyph(std::string table) {
  auto const dict = read_top_dict(table);
  if (!dict) return table;
  auto const find = [&](std::uint32_t op) {
    auto const entry = std::find_if(dict->entries.begin(), dict->entries.end(), [&](DictEntry const& known) { return known.op == op; });
    return entry != dict->entries.end() && entry->last && entry->last->value > 2 ? static_cast<std::size_t>(entry->last->value) : 0;
  };
  auto const charset = find(Charset), charstrings = find(CharStrings);
  if (!is_cid_keyed(table) || charset == 0 || charset >= table.size() || charstrings == 0) return table;
  auto const glyphs = read_index(table, charstrings);
  if (!glyphs || glyphs->objects.size() < 2) return table;
  // One range from 1 on (#5176 §13) is never longer than what names the same glyphs one by one or in more ranges.
  auto const last = static_cast<std::uint32_t>(glyphs->objects.size() - 1);
  std::string ranges;
  if (last == 1) {
    append_unsigned(ranges, byte_at(table, charset) == 0 ? 0 : 1, 1);
    append_unsigned(ranges, 1, 2);
    if (byte_at(table, charset) != 0) append_unsigned(ranges, 0, 1);
  } else {
    append_unsigned(ranges, last <= 256 ? 1 : 2, 1);
    append_unsigned(ranges, 1, 2);
    append_unsigned(ranges, last - 1, last <= 256 ? 1 : 2);
  }
  if (ranges.size() > table.size() - charset) return table;
  // A font that named its one glyph in format 2 has five bytes there; formats 1 and 2 may stand in for each other.
  table.replace(charset, ranges.size(), ranges);
  return table;
}

bool is_cid_keyed(std::string_view table) {
  auto const dict = read_top_dict(table);
  return dict && std::any_of(dict->entries.begin(), dict->entries.end(), [](DictEntry const& entry) { return entry.op == Ros; });
}

}  // namespace resumec::fonts
