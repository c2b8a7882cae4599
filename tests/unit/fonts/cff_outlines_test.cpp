// Rounded outlines. HarfBuzz draws the glyphs before and after: what it sees must be the same path, on whole units.
#include "fonts/cff_outlines.hpp"

#include "fonts/library.hpp"
#include "support/places.hpp"
#include "support/square_font.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <hb-subset.h>

#include <cmath>
#include <map>
#include <random>

namespace resumec::fonts {
namespace {

using ::testing::ElementsAre;
using ::testing::Not;

// ── Charstrings as text: `10.5 20 rmoveto endchar`; a number with a point is written in five bytes ──

std::map<std::string, std::string, std::less<>> const operators{
    {"hstem", "\x01"},      {"vmoveto", "\x04"},   {"rlineto", "\x05"},   {"hlineto", "\x06"},   {"vlineto", "\x07"},
    {"rrcurveto", "\x08"},  {"callsubr", "\x0A"},  {"hflex", "\x0C\x22"}, {"endchar", "\x0E"},   {"rmoveto", "\x15"},
    {"hmoveto", "\x16"},    {"callgsubr", "\x1D"}, {"vvcurveto", "\x1A"}, {"hhcurveto", "\x1B"}, {"rcurveline", "\x18"},
    {"rlinecurve", "\x19"}, {"vhcurveto", "\x1E"}, {"hvcurveto", "\x1F"}, {"hstemhm", "\x12"},   {"hintmask", "\x13"},
    {"unassigned", "\x02"}};

std::string big_endian(std::size_t value, unsigned size) {
  std::string bytes;
  while (size-- > 0) bytes += static_cast<char>(value >> (8 * size) & 0xFFU);
  return bytes;
}
std::size_t number_at(std::string_view bytes, std::size_t at, unsigned size) {
  std::size_t value = 0;
  for (unsigned i = 0; i < size; ++i) value = value << 8U | static_cast<std::uint8_t>(bytes.at(at + i));
  return value;
}

std::string assemble(std::string_view text) {
  std::string code;
  while (!text.empty()) {
    auto const word = std::string{text.substr(0, text.find(' '))};
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    if (auto const found = operators.find(word); found != operators.end()) {
      code += found->second;
    } else if (word.find('.') != std::string::npos) {
      code += '\xFF' + big_endian(static_cast<std::uint32_t>(std::lround(std::stod(word) * 65'536)), 4);
    } else if (auto const value = std::stoi(word); std::abs(value) <= 107) {
      code += static_cast<char>(value + 139);
    } else if (std::abs(value) <= 1131) {
      code += big_endian(static_cast<std::size_t>(std::abs(value) - 108) + (value > 0 ? 247U << 8U : 251U << 8U), 2);
    } else {
      code += '\x1C' + big_endian(static_cast<std::uint16_t>(value), 2);
    }
  }
  return code;
}

/// Words of a charstring without hints and calls.
std::vector<std::string> words(std::string_view code) {
  std::vector<std::string> result;
  for (std::size_t at = 0; at < code.size();) {
    auto const first = static_cast<std::uint8_t>(code[at]);
    if (first == 255) {
      result.push_back(std::to_string(static_cast<std::int32_t>(number_at(code, at + 1, 4)) / 65'536.0));
      at += 5;
    } else if (first == 28) {
      result.push_back(std::to_string(static_cast<std::int16_t>(number_at(code, at + 1, 2))));
      at += 3;
    } else if (first >= 247) {
      int const second = static_cast<std::uint8_t>(code.at(at + 1));
      result.push_back(std::to_string(first < 251 ? (first - 247) * 256 + second + 108 : -(first - 251) * 256 - second - 108));
      at += 2;
    } else if (first >= 32) {
      result.push_back(std::to_string(first - 139));
      at += 1;
    } else {
      std::string name = "?";
      for (auto const& [word, bytes] : operators) {
        if (bytes == code.substr(at, 1)) name = word;
      }
      result.push_back(name);
      at += 1;
    }
  }
  return result;
}

std::string listing(std::string_view code) {
  std::string text;
  for (auto const& word : words(code)) text += (text.empty() ? "" : " ") + word;
  return text;
}

// ── Tables ──

std::string index_of(std::vector<std::string> const& objects) {
  if (objects.empty()) return big_endian(0, 2);
  std::string offsets = big_endian(1, 4), data;
  for (auto const& object : objects) {
    data += object;
    offsets += big_endian(data.size() + 1, 4);
  }
  return big_endian(objects.size(), 2) + '\4' + offsets + data;
}

std::vector<std::string> objects_of(std::string_view table, std::size_t begin) {
  auto const count = number_at(table, begin, 2);
  auto const size = static_cast<unsigned>(number_at(table, begin + 2, 1));
  auto const data = begin + 3 + (count + 1) * size - 1;
  std::vector<std::string> objects;
  for (std::size_t i = 0; i < count; ++i) {
    auto const from = number_at(table, begin + 3 + i * size, size);
    objects.emplace_back(table.substr(data + from, number_at(table, begin + 3 + (i + 1) * size, size) - from));
  }
  return objects;
}

std::string operand(std::size_t value) { return '\x1D' + big_endian(value, 4); }

constexpr std::string_view charset_bytes{"\0\0\5\0\6\0\7\0\10", 9};
constexpr std::string_view private_bytes{"\xA9\x14\x8D\x15", 4};  // defaultWidthX 30, nominalWidthX 2

enum class Place { Before, Behind };

struct Parts {
  std::vector<std::string> charstrings;
  std::string more_dict = {};
  Place others = Place::Behind;  ///< charset and Private DICT, seen from the CharStrings INDEX
};

/// A table of one font. The Top DICT starts with the offsets of CharStrings, charset, Private; all written in five bytes.
std::string table_of(Parts const& parts) {
  auto const head = std::string{"\1\0\4\4", 4} + index_of({"Font"});
  auto const charstrings = index_of(parts.charstrings);
  std::string const others = std::string{charset_bytes} + std::string{private_bytes};
  auto const top = [&](std::size_t glyphs, std::size_t names) {
    return index_of({operand(glyphs) + '\x11' + operand(names) + '\x0F' + operand(private_bytes.size()) +
                     operand(names + charset_bytes.size()) + '\x12' + parts.more_dict}) +
           index_of({}) + index_of({});
  };
  auto const body = head.size() + top(0, 0).size();
  if (parts.others == Place::Before) return head + top(body + others.size(), body) + others + charstrings;
  return head + top(body, body + charstrings.size()) + charstrings + others;
}

/// An offset of the Top DICT of `table_of`: CharStrings (17), charset (15) or Private (18).
std::size_t top_operand(std::string_view table, char op) {
  auto const top = objects_of(table, 4 + index_of({"Font"}).size()).at(0);
  // Their operators come behind 5, 11 and 22 bytes of operands and operators.
  return number_at(top, op == '\x11' ? 1 : op == '\x0F' ? 7 : 18, 4);
}
std::vector<std::string> charstrings_of(std::string_view table) { return objects_of(table, top_operand(table, '\x11')); }

std::string rounded(std::string_view charstring) {
  return listing(charstrings_of(round_cff_outlines(table_of({{assemble(charstring)}}))).at(0));
}

// ── Drawing ──

struct Contour {
  std::string kinds;           ///< M, L, C
  std::vector<float> numbers;  ///< of all points
};
using Outline = std::vector<Contour>;

/// A font whose `CFF ` table is `table`, the others those of `base` or, without one, the least that HarfBuzz asks for.
struct Drawn {
  Drawn(std::string table, std::size_t glyphs, hb_face_t* base_face = nullptr) : cff{std::move(table)}, base{base_face} {
    head = std::string(18, '\0') + big_endian(1000, 2) + std::string(34, '\0');
    head.replace(12, 4, "\x5F\x0F\x3C\xF5");
    maxp = big_endian(0x5000, 4) + big_endian(glyphs, 2);
    face = hb_face_create_for_tables(reference, this, nullptr);
    font = hb_font_create(face);
  }
  Drawn(Drawn const&) = delete;
  Drawn& operator=(Drawn const&) = delete;
  ~Drawn() {
    hb_font_destroy(font);
    hb_face_destroy(face);
  }

  Outline outline(std::uint32_t glyph) const {
    static auto* const functions = [] {
      auto* const made = hb_draw_funcs_create();
      hb_draw_funcs_set_move_to_func(made, [](auto*, void* to, auto*, float x, float y, void*) { add(to, 'M', {x, y}); }, nullptr, nullptr);
      hb_draw_funcs_set_line_to_func(made, [](auto*, void* to, auto*, float x, float y, void*) { add(to, 'L', {x, y}); }, nullptr, nullptr);
      hb_draw_funcs_set_cubic_to_func(
          made,
          [](auto*, void* to, auto*, float a, float b, float c, float d, float x, float y, void*) { add(to, 'C', {a, b, c, d, x, y}); },
          nullptr, nullptr);
      return made;
    }();
    Outline result;
#if HB_VERSION_ATLEAST(7, 0, 0)
    hb_font_draw_glyph(font, glyph, functions, &result);
#else
    hb_font_get_glyph_shape(font, glyph, functions, &result);
#endif
    return result;
  }

  static void add(void* to, char kind, std::initializer_list<float> numbers) {
    auto& outline = *static_cast<Outline*>(to);
    if (kind == 'M') outline.emplace_back();
    outline.back().kinds += kind;
    outline.back().numbers.insert(outline.back().numbers.end(), numbers);
  }
  static hb_blob_t* reference(hb_face_t*, hb_tag_t tag, void* data) {
    auto const& self = *static_cast<Drawn*>(data);
    auto const blob = [](std::string const& bytes) {
      return hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr);
    };
    if (tag == HB_TAG('C', 'F', 'F', ' ')) return blob(self.cff);
    if (self.base != nullptr) return hb_face_reference_table(self.base, tag);
    if (tag == HB_TAG('h', 'e', 'a', 'd')) return blob(self.head);
    if (tag == HB_TAG('m', 'a', 'x', 'p')) return blob(self.maxp);
    return hb_blob_get_empty();
  }

  std::string cff, head, maxp;
  hb_face_t* base;
  hb_face_t* face;
  hb_font_t* font;
};

/// HarfBuzz itself draws a line to the beginning of a contour whose end lies elsewhere. Where one of two contours has such
/// a line and the other has none, takes it away if it is no longer than two roundings can make it.
void forget_closing_line(Contour& contour, Contour const& other) {
  if (contour.kinds != other.kinds + 'L') return;
  auto& numbers = contour.numbers;
  auto const end = numbers.size();
  if (std::hypot(numbers[end - 2] - numbers[end - 4], numbers[end - 1] - numbers[end - 3]) > 1.4143F) return;
  contour.kinds.pop_back();
  numbers.resize(end - 2);
}

void expect_same_on_whole_units(Outline before, Outline after, std::string const& which) {
  ASSERT_EQ(before.size(), after.size()) << which;
  for (std::size_t contour = 0; contour < before.size(); ++contour) {
    forget_closing_line(before[contour], after[contour]);
    forget_closing_line(after[contour], before[contour]);
    EXPECT_EQ(before[contour].kinds, after[contour].kinds) << which;
    auto const &old_numbers = before[contour].numbers, &new_numbers = after[contour].numbers;
    ASSERT_EQ(old_numbers.size(), new_numbers.size()) << which;
    for (std::size_t i = 0; i < old_numbers.size(); ++i) {
      EXPECT_EQ(new_numbers[i], std::round(new_numbers[i])) << which;
      EXPECT_NEAR(old_numbers[i], new_numbers[i], 0.5001) << which << ", number " << i;
    }
  }
}

// ── One charstring ──

TEST(CffOutlines, PointsGoToTheNearestUnit) {
  EXPECT_EQ(rounded("10.4 20.6 rmoveto endchar"), "10 21 rmoveto endchar");
  EXPECT_EQ(rounded("-10.4 -20.6 rmoveto endchar"), "-10 -21 rmoveto endchar");
  EXPECT_EQ(rounded("0.5 -0.5 rmoveto 3 200 rlineto endchar"), "1 0 rmoveto 3 200 rlineto endchar") << "halves upwards";
}

TEST(CffOutlines, ErrorsDoNotAddUp) {
  EXPECT_EQ(rounded("0.4 hmoveto 0.4 7 0.4 7 0.4 7 rlineto endchar"), "0 hmoveto 1 7 0 7 1 7 rlineto endchar");
  EXPECT_EQ(rounded("0.4 hmoveto 0.4 hmoveto 0.4 hmoveto 0.4 hmoveto endchar"), "0 hmoveto 1 hmoveto 0 hmoveto 1 hmoveto endchar");
}

TEST(CffOutlines, WidthsStayExact) {
  EXPECT_EQ(rounded("-20.25 10.4 hmoveto endchar"), "-20.250000 10 hmoveto endchar");
  EXPECT_EQ(rounded("-20.25 10.4 10 rmoveto endchar"), "-20.250000 10 10 rmoveto endchar");
  EXPECT_EQ(rounded("600.0 endchar"), "600 endchar");
  EXPECT_EQ(rounded("endchar"), "endchar");
  EXPECT_EQ(rounded("5 1.0 vmoveto 2.0 vmoveto endchar"), "5 1 vmoveto 2 vmoveto endchar") << "only the first operator has one";
}

TEST(CffOutlines, NumbersTakeTheirShortestForm) {
  for (auto const value : {0, 107, -107, 108, -108, 1131, -1131, 1132, -1132, 32'767, -32'768}) {
    auto const number = std::to_string(value);
    auto const table = round_cff_outlines(table_of({{assemble(number + ".0 hmoveto endchar")}}));
    EXPECT_EQ(charstrings_of(table).at(0), assemble(number + " hmoveto endchar")) << number;
  }
}

TEST(CffOutlines, EveryOperatorInEveryLength) {
  struct {
    char const* name;
    std::vector<unsigned> counts;
  } const cases[] = {{"rlineto", {2, 4, 48}},
                     {"hlineto", {1, 2, 3, 4, 47}},
                     {"vlineto", {1, 2, 3, 4, 48}},
                     {"rrcurveto", {6, 12, 48}},
                     {"rcurveline", {8, 14}},
                     {"rlinecurve", {8, 10, 48}},
                     {"hhcurveto", {4, 5, 8, 9, 13}},
                     {"vvcurveto", {4, 5, 8, 9, 13}},
                     {"hvcurveto", {4, 5, 8, 9, 12, 13, 16, 17}},
                     {"vhcurveto", {4, 5, 8, 9, 12, 13, 16, 17}}};
  std::mt19937 random{7};
  for (auto const& [name, counts] : cases) {
    for (auto const count : counts) {
      // Ways of 1 to 33 units to the right and upwards: no path comes back to where it started, rounded or not.
      auto const way = [&] { return std::to_string(static_cast<double>(65'536 + random() % (32 * 65'536)) / 65'536) + ' '; };
      std::string text = way() + way() + "rmoveto ";
      for (unsigned i = 0; i < count; ++i) text += way();
      text += std::string{name} + ' ' + way() + way() + "rlineto endchar";
      auto const table = table_of({{assemble(text)}});
      auto const result = round_cff_outlines(table);
      EXPECT_LT(result.size(), table.size());
      expect_same_on_whole_units(Drawn{table, 1}.outline(0), Drawn{result, 1}.outline(0), text);
      EXPECT_EQ(round_cff_outlines(result), result) << text;
    }
  }
}

TEST(CffOutlines, WhatIsUnusualStaysByteForByte) {
  std::string many;
  for (int i = 0; i < 50; ++i) many += "1.5 ";
  for (auto const& text : std::vector<std::string>{
           "1.5 2.5 hstem 1.5 hmoveto endchar",             // hints
           "1.5 2.5 hstemhm hintmask 1.5 hmoveto endchar",  // and their masks
           "1.5 hmoveto 1.5 1 1 1 1 1 1 hflex endchar",     // flex
           "1.5 hmoveto 1 callsubr endchar",                // subroutines
           "1.5 hmoveto 1 callgsubr endchar",               //
           "1.5 2.5 65 66 endchar",                         // an accented letter
           "9 1.5 2.5 65 66 endchar",                       //
           "1.5 hmoveto",                                   // no end
           "1.5 hmoveto endchar 1",                         // something behind it
           "1.5 1.5 rlineto endchar",                       // no beginning
           "1.5 hmoveto 1.5 1.5 1.5 rlineto endchar",       // too many operands,
           "1.5 hmoveto hlineto endchar",                   // too few,
           "1.5 hmoveto 1.5 1.5 1.5 1.5 rrcurveto endchar",
           "1.5 hmoveto 1.5 1.5 1.5 1.5 1.5 1.5 hhcurveto endchar",  //
           "1.5 hmoveto " + many + "rlineto endchar",                // more than the stack holds
           "1.5 hmoveto unassigned endchar",                         // nobody knows
           "1.5 hmoveto endchar 1.5 hmoveto",                        //
           "32767.9 hmoveto endchar",                                // farther than a short integer goes
       }) {
    auto const odd = assemble(text);
    auto const usual = assemble("1.75 hmoveto 4 hlineto endchar");
    auto const result = round_cff_outlines(table_of({{usual, odd, usual}}));
    EXPECT_THAT(charstrings_of(result), ElementsAre(assemble("2 hmoveto 4 hlineto endchar"), odd, assemble("2 hmoveto 4 hlineto endchar")))
        << text;
  }
  for (std::string const cut : {"\xFF\1\1\1", "\x1C\1", "\xF7", ""}) {
    EXPECT_EQ(charstrings_of(round_cff_outlines(table_of({{cut, assemble("1.0 hmoveto endchar")}}))).at(0), cut);
  }
}

// ── The table around ──

TEST(CffOutlines, OffsetsFollow) {
  auto const charstring = assemble("1.5 2.5 rmoveto 3.25 hlineto endchar");
  for (auto const place : {Place::Before, Place::Behind}) {
    auto const table = table_of({{charstring, charstring, charstring, charstring, charstring}, {}, place});
    auto const result = round_cff_outlines(table);
    EXPECT_LT(result.size(), table.size());
    EXPECT_EQ(charstrings_of(result).size(), 5U);
    EXPECT_EQ(result.substr(top_operand(result, '\x0F'), charset_bytes.size()), charset_bytes);
    EXPECT_EQ(result.substr(top_operand(result, '\x12'), private_bytes.size()), private_bytes);
  }
}

TEST(CffOutlines, SubrsAreFoundFromThePrivateDict) {
  // The Private DICT before the charstrings, its Subrs behind them.
  auto const charstrings = index_of({assemble("1.5 2.5 rmoveto 3.25 hlineto endchar")});
  std::string const subrs = "subrs";
  std::string const head = std::string{"\1\0\4\4", 4} + index_of({"Font"});
  std::string const dict = operand(6 + charstrings.size()) + '\x13';  // from the start of the Private DICT, which has 6 bytes
  auto const top = [&](std::size_t at) {
    return index_of({operand(at + dict.size()) + '\x11' + operand(dict.size()) + operand(at) + '\x12'}) + index_of({}) + index_of({});
  };
  auto const at = head.size() + top(0).size();
  auto const table = head + top(at) + dict + charstrings + subrs;
  auto const result = round_cff_outlines(table);
  ASSERT_LT(result.size(), table.size());
  EXPECT_EQ(result.substr(at + number_at(result, at + 1, 4)), subrs);
}

TEST(CffOutlines, PredefinedCharsetsAndEncodingsAreNoOffsets) {
  auto const charstrings = index_of({assemble("1.5 2.5 rmoveto endchar")});
  std::string const head = std::string{"\1\0\4\4", 4} + index_of({"Font"});
  auto const top = [&](std::size_t at) {
    return index_of({operand(at) + '\x11' + operand(2) + '\x0F' + operand(1) + '\x10'}) + index_of({}) + index_of({});
  };
  auto const at = head.size() + top(0).size();
  auto const result = round_cff_outlines(head + top(at) + charstrings);
  EXPECT_EQ(result.substr(0, at), head + top(at));
  EXPECT_EQ(listing(objects_of(result, at).at(0)), "2 3 rmoveto endchar");
}

TEST(CffOutlines, SomeTablesStayWhole) {
  Parts parts{{assemble("1.5 2.5 rmoveto endchar")}};
  EXPECT_THAT(round_cff_outlines(table_of(parts)), Not(table_of(parts)));
  std::string const thousandth{"\x1E\x0A\x00\x1F", 4};  // 0.001 as a real number
  struct {
    std::string dict;
    char const* why;
  } const cases[] = {
      {"\x8C\x8C\x8B\x0C\x1E", "ROS: CID-keyed"},
      {"\x8C\x0C\x24", "FDArray"},
      {"\x8C\x0C\x25", "FDSelect"},
      {thousandth + "\x8B\x8B" + thousandth + "\x8B\x8B\x0C\x07", "FontMatrix"},
      {"\x8C\x0C\x06", "Type 1 charstrings"},
      {"\x0F", "charset without an operand"},
      {"\x8A\x0F", "charset before the table"},
      {"\x8E\x0F", "charset in the head"},
      {"\x1D\x7F\xFF\xFF\xFF\x0F", "charset behind the end"},
      {"\x8C\x12", "Private with one operand"},
      {"\x8B\x8E\x12", "Private in the head"},
      {"\x8C\x1D\x7F\xFF\xFF\xFF\x12", "Private behind the end"},
      {"\xFF\x8C\x0D", "a reserved byte"},
      {"\x1E\x12\x34", "a real number without an end"},
      {"\x0C", "half an operator"},
      {"\x1D\1", "a cut number of five bytes"},
      {"\x1C\1", "of three"},
      {"\xF7", "of two"},
  };
  for (auto const& [dict, why] : cases) {
    parts.more_dict = dict;
    EXPECT_EQ(round_cff_outlines(table_of(parts)), table_of(parts)) << why;
  }
  parts.more_dict = operand(0) + '\x11';
  parts.more_dict = operand(top_operand(table_of(parts), '\x11')) + '\x11';
  EXPECT_EQ(round_cff_outlines(table_of(parts)), table_of(parts)) << "CharStrings twice";
  parts.more_dict = thousandth + "\x0C\x03";  // UnderlinePosition
  EXPECT_THAT(round_cff_outlines(table_of(parts)), Not(table_of(parts)));
  for (std::string const& bytes :
       {std::string{}, std::string{"\1"}, std::string(1000, '\0'), std::string(1000, '\1'), std::string{"no font"}}) {
    EXPECT_EQ(round_cff_outlines(bytes), bytes);
  }
}

// ── Real faces ──

/// A subset of a face of the build as HarfBuzz makes it, and its `CFF ` table.
struct Real {
  Real(char const* file, std::uint32_t first_glyph, std::uint32_t last_glyph) {
    auto const bytes = testing::file_bytes(places::built("share/resumec/fonts/") + file);
    auto* const blob = hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_DUPLICATE, nullptr, nullptr);
    auto* const whole = hb_face_create(blob, 0);
    auto* const input = hb_subset_input_create_or_fail();
    hb_set_add_range(hb_subset_input_glyph_set(input), first_glyph, last_glyph);
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE | HB_SUBSET_FLAGS_DESUBROUTINIZE);
    hb_set_add(hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG), HB_TAG('G', 'S', 'U', 'B'));
    face = hb_subset_or_fail(whole, input);
    hb_subset_input_destroy(input);
    hb_face_destroy(whole);
    hb_blob_destroy(blob);
    auto* const table = hb_face_reference_table(face, HB_TAG('C', 'F', 'F', ' '));
    cff = {hb_blob_get_data(table, nullptr), hb_blob_get_length(table)};
    hb_blob_destroy(table);
  }
  Real(Real const&) = delete;
  Real& operator=(Real const&) = delete;
  ~Real() { hb_face_destroy(face); }

  hb_face_t* face = nullptr;
  std::string cff;
};

/// What stands before the operands of the first operator.
std::string width_of(std::string_view charstring) {
  auto const all = words(charstring);
  std::map<std::string, std::size_t> const taken{{"rmoveto", 2}, {"hmoveto", 1}, {"vmoveto", 1}, {"endchar", 0}};
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (auto const found = taken.find(all[i]); found != taken.end()) return i > found->second ? all[0] : "";
  }
  return "?";
}

std::vector<std::string> operators_of(std::string_view charstring) {
  auto result = words(charstring);
  std::erase_if(result, [](auto const& word) { return !operators.contains(word); });
  return result;
}

/// The charstrings of a table that HarfBuzz wrote: their offset takes five bytes, and only that of the Private DICT follows.
std::vector<std::string> charstrings_in(std::string_view table) {
  auto const index_end = [&](std::size_t begin) {
    auto const size = static_cast<unsigned>(number_at(table, begin + 2, 1));
    auto const count = number_at(table, begin, 2);
    return begin + 2 + (count + 1) * size + number_at(table, begin + 3 + count * size, size);
  };
  auto const top = objects_of(table, index_end(number_at(table, 2, 1))).at(0);
  return objects_of(table, number_at(top, top.rfind('\x11') - 4, 4));
}

TEST(CffOutlines, RealFacesKeepTheirPathsAndWidths) {
  for (auto const* const file : {"LinLibertine_R.otf", "LinLibertine_RBI.otf", "LinLibertine_RZ.otf", "LinBiolinum_RI.otf"}) {
    Real const real{file, 0, 250};
    auto const result = round_cff_outlines(real.cff);
    EXPECT_LT(result.size() * 100, real.cff.size() * 85) << file;
    EXPECT_EQ(round_cff_outlines(result), result) << file;

    auto const old_charstrings = charstrings_in(real.cff), new_charstrings = charstrings_in(result);
    auto const count = hb_face_get_glyph_count(real.face);  // those asked for, and what they are made of
    ASSERT_GT(count, 250U);
    ASSERT_EQ(old_charstrings.size(), count);
    ASSERT_EQ(new_charstrings.size(), count);
    Drawn const before{real.cff, count, real.face}, after{result, count, real.face};
    for (std::uint32_t glyph = 0; glyph < count; ++glyph) {
      auto const which = std::string{file} + " glyph " + std::to_string(glyph);
      expect_same_on_whole_units(before.outline(glyph), after.outline(glyph), which);
      EXPECT_EQ(operators_of(old_charstrings[glyph]), operators_of(new_charstrings[glyph])) << which;
      EXPECT_EQ(width_of(old_charstrings[glyph]), width_of(new_charstrings[glyph])) << which;
      EXPECT_EQ(hb_font_get_glyph_h_advance(before.font, glyph), hb_font_get_glyph_h_advance(after.font, glyph)) << which;
    }
  }
}

TEST(CffOutlines, SubsetsAreRounded) {
  auto const file = testing::file_bytes(places::built("share/resumec/fonts/LinLibertine_R.otf"));
  std::vector<std::uint32_t> const glyphs{40, 41, 42, 43, 44, 45};
  auto const made = subset(Blob::own(file), 0, true, glyphs);
  ASSERT_TRUE(made.has_value()) << made.error();
  EXPECT_EQ(made->program, round_cff_outlines(made->program));
  EXPECT_LT(made->program.size(), Real("LinLibertine_R.otf", 40, 45).cff.size());
}

// ── Damage ──

TEST(CffOutlines, CutAnywhere) {
  Real const real{"LinLibertine_R.otf", 40, 46};
  for (std::size_t size = 0; size < real.cff.size(); ++size) {
    // A buffer of exactly these bytes, so that the sanitizer sees a read behind them.
    auto const cut = real.cff.substr(0, size);
    EXPECT_EQ(round_cff_outlines(cut), cut) << size;
  }
}

TEST(CffOutlines, BytesChangedAnywhere) {
  Real const real{"LinLibertine_R.otf", 40, 41};
  std::mt19937 random{20'240'229};
  int rounded_all_the_same = 0;
  for (int round = 0; round < 20'000; ++round) {
    auto bytes = real.cff;
    // Half of them hit the head, where a wrong offset hurts most.
    auto const reach = round % 2 == 0 ? std::min<std::size_t>(bytes.size(), 100) : bytes.size();
    for (auto changes = 1 + random() % 3; changes > 0; --changes) bytes[random() % reach] = static_cast<char>(random());
    auto const once = round_cff_outlines(bytes);
    ASSERT_LE(once.size(), bytes.size()) << round;
    ASSERT_EQ(round_cff_outlines(once), once) << round;
    rounded_all_the_same += once != bytes ? 1 : 0;
  }
  EXPECT_GT(rounded_all_the_same, 5'000) << "most of the damage must reach the charstrings";
}

TEST(CffOutlines, KnowsATableWhoseGlyphsAreKeyedByCid) {
  auto const table = [](std::string const& dict) {
    auto const index = [](std::string const& object) {
      std::string result{"\0\1\1\1", 4};
      result += static_cast<char>(object.size() + 1);
      return result + object;
    };
    return std::string{"\1\0\4\1", 4} + index("Name") + index(dict) + std::string{"\0\0\0\0", 4};
  };
  EXPECT_TRUE(is_cid_keyed(table("\x8b\x8b\x8b\x0c\x1e")));  // 0 0 0 ROS
  EXPECT_FALSE(is_cid_keyed(table("\x8b\x11")));             // 0 CharStrings
  EXPECT_FALSE(is_cid_keyed(table("\x8b\x8b\x8b\x0c\x1e").substr(0, 14)));
  EXPECT_FALSE(is_cid_keyed({}));
}

}  // namespace
}  // namespace resumec::fonts
