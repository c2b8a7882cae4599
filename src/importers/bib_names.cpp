// BibTeX's rules ("Tame the BeaST" §11): names are parted by `and`; without a comma the last word and those in lower case before it are the
// family's, with one comma what stands before it, with two the suffix stands between them. Braces make one word of several.
#include "importers/bib_names.hpp"

#include "base/ascii.hpp"
#include "syntax/latex_text.hpp"
#include "syntax/mapped_builder.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace resumec::importers {

namespace {

using syntax::LatexTo;
using syntax::MappedBuilder;
using syntax::MappedText;

/// A part of the value, by bytes.
struct Range {
  std::size_t begin = 0, end = 0;
  bool empty() const { return begin >= end; }
};

Range trimmed(std::string_view text, Range range) {
  while (range.begin < range.end && base::is_ascii_blank(text[range.begin])) ++range.begin;
  while (range.end > range.begin && base::is_ascii_blank(text[range.end - 1])) --range.end;
  return range;
}

/// Calls `at` for every byte of the range that stands in no group; it returns how many bytes to pass over, at least one.
template <class Visit>
void outside_groups(std::string_view text, Range range, Visit visit) {
  std::size_t depth = 0;
  for (std::size_t i = range.begin; i < range.end;) {
    if (text[i] == '{') ++depth;
    if (text[i] == '}' && depth > 0) --depth;
    i += depth == 0 && text[i] != '}' ? visit(i) : std::size_t{1};
  }
}

/// The bytes of ` and ` at `at`, in any case and with a blank on either side; 0 if it is none.
std::size_t conjunction(std::string_view text, std::size_t at, std::size_t end) {
  if (!base::is_ascii_blank(text[at]) || at + 4 >= end) return 0;
  return base::ascii_lower(text.substr(at + 1, 3)) == "and" && base::is_ascii_blank(text[at + 4]) ? 5 : 0;
}

std::vector<Range> split_names(std::string_view text) {
  std::vector<Range> names;
  std::size_t begin = 0;
  outside_groups(text, {0, text.size()}, [&](std::size_t at) {
    std::size_t const length = conjunction(text, at, text.size());
    if (length == 0) return std::size_t{1};
    names.push_back({begin, at});
    begin = at + length;
    // `and and` has one blank in the middle, which is part of both.
    return length - 1;
  });
  names.push_back({begin, text.size()});
  for (Range& name : names) name = trimmed(text, name);
  return names;
}

std::vector<Range> split_at(std::string_view text, Range range, std::string_view separators) {
  std::vector<Range> parts;
  std::size_t begin = range.begin;
  outside_groups(text, range, [&](std::size_t at) {
    if (separators.find(text[at]) != std::string_view::npos) {
      parts.push_back({begin, at});
      begin = at + 1;
    }
    return std::size_t{1};
  });
  parts.push_back({begin, range.end});
  return parts;
}

/// Words begin in lower case where their first letter outside of groups does; `\'e` is a letter, `{X}` says nothing.
bool begins_lower(std::string_view word) {
  for (std::size_t i = 0; i < word.size();) {
    if (word[i] == '{' && i + 1 < word.size() && word[i + 1] != '\\') return false;
    if (word[i] == '\\') {
      ++i;
      while (i < word.size() && ((word[i] >= 'a' && word[i] <= 'z') || (word[i] >= 'A' && word[i] <= 'Z'))) ++i;
      while (i < word.size() && std::string_view{"{}'`^\"~=. "}.find(word[i]) != std::string_view::npos) ++i;
      continue;
    }
    auto const letter = unicode::decode_at(word, i);
    if (unicode::is_letter(letter.value)) {
      auto const text = word.substr(letter.begin, letter.end - letter.begin);
      return unicode::to_lower(text, "en") == text && unicode::to_upper(text, "en") != text;
    }
    i = letter.end;
  }
  return false;
}

/// Marks that lists of names have: equal contribution, notes, which author one is.
struct Marks {
  std::string text;
  bool own = false;
};

/// Takes marks off both ends of a name: `*Pang, Ce`, `Masry$^\dagger$`, `\textbf{J. Doe}`.
Range take_marks(std::string_view text, Range name, Marks& marks) {
  constexpr std::pair<std::string_view, std::string_view> ends[] = {
      {"$^\\dagger$", "†"},
      {"$^{\\dagger}$", "†"},
      {"$\\dagger$", "†"},
      {"$^\\ddagger$", "‡"},
      {"$^*$", "*"},
      {"$^{*}$", "*"},
      {"$^\\ast$", "*"},
      {"\\textsuperscript{*}", "*"},
      {"\\textsuperscript{\\dag}", "†"},
      {"\\textsuperscript{\\textdagger}", "†"},
      {"{\\dag}", "†"},
      {"\\dag", "†"},
      {"\\ddag", "‡"},
      {"\\textdagger", "†"},
      {"†", "†"},
      {"‡", "‡"},
      {"*", "*"},
  };
  constexpr std::string_view wrappers[] = {"\\textbf{", "\\underline{", "\\emph{", "\\textit{", "\\mkbibbold{", "{\\bf "};
  constexpr int most = 8;
  bool found = true;
  for (int taken = 0; taken < most && found && !name.empty(); ++taken) {
    found = false;
    name = trimmed(text, name);
    auto const written = text.substr(name.begin, name.end - name.begin);
    for (auto const& [mark, sign] : ends) {
      if (written.size() <= mark.size() || (!written.ends_with(mark) && !written.starts_with(mark))) continue;
      bool const last = written.ends_with(mark);
      (last ? name.end : name.begin) += last ? -mark.size() : mark.size();
      marks.text.insert(last ? 0 : marks.text.size(), sign);
      found = true;
      break;
    }
    if (found) continue;
    for (auto const wrapper : wrappers) {
      if (!written.starts_with(wrapper) || !written.ends_with('}')) continue;
      Range const inner{name.begin + wrapper.size(), name.end - 1};
      bool even = true;
      std::size_t depth = 0;
      for (std::size_t i = inner.begin; i < inner.end; ++i) {
        if (text[i] == '{') ++depth;
        if (text[i] == '}' && depth-- == 0) even = false;
        if (!even) break;
      }
      if (!even || depth != 0) continue;
      name = inner;
      marks.own = found = true;
      break;
    }
  }
  return name;
}

class Importer {
 public:
  Importer(Node const& names, Diagnostics& diagnostics) : value_{names}, text_{names.scalar.text}, diagnostics_{diagnostics} {}

  Node author(Range name, Marks const& marks, std::string& printed) {
    Span const span = value_.scalar.at(name.begin, name.end);
    auto const made = parts(name, marks, span);
    printed = made.is_map() ? plain_name(made) : made.scalar.text;
    return made;
  }

 private:
  MappedText text(Range range) {
    range = trimmed(text_, range);
    return syntax::from_latex(importers::slice(value_, range.begin, range.end).scalar, LatexTo::Literal, diagnostics_);
  }

  Node parts(Range name, Marks const& marks, Span span) {
    auto const written = text_.substr(name.begin, name.end - name.begin);
    if (is_one_group(name)) {
      // An organisation: its words are no given names.
      MappedText whole = text(name);
      if (whole.text.find(' ') == std::string::npos) return make_author({}, {}, whole, {}, marks.text, span);
      whole.text += marks.text;
      Node map = make_map(span);
      put(map, "display", scalar_of(std::move(whole)));
      return map;
    }
    if (is_labelled(written)) return labelled(name, marks, span);
    auto const commas = split_at(text_, name, ",");
    if (commas.size() == 1) return undivided(name, marks, span);
    Range const family_words = trimmed(text_, commas.front());
    Range const given{commas.size() > 2 ? commas[2].begin : commas[1].begin, name.end};
    Range const suffix = commas.size() > 2 ? commas[1] : Range{};
    auto const [particle, family] = divide_family(family_words);
    return make_author(text(given), text(particle), text(family), text(suffix), marks.text, span);
  }

  bool is_one_group(Range name) const {
    if (text_[name.begin] != '{') return false;
    std::size_t depth = 0;
    for (std::size_t i = name.begin; i < name.end; ++i) {
      if (text_[i] == '{') ++depth;
      if (text_[i] == '}' && --depth == 0) return i + 1 == name.end && text_.substr(name.begin, 2) != "{\\";
    }
    return false;
  }

  /// `von der Family`: the particle are the words in lower case, but never the last word.
  std::pair<Range, Range> divide_family(Range range) const {
    auto const words = words_of(range);
    std::size_t count = 0;
    while (count + 1 < words.size() && begins_lower(text_.substr(words[count].begin, words[count].end - words[count].begin))) ++count;
    if (count == 0) return {{}, range};
    return {{words.front().begin, words[count - 1].end}, {words[count].begin, range.end}};
  }

  /// `Given von Family`
  Node undivided(Range name, Marks const& marks, Span span) {
    auto const words = words_of(name);
    if (words.empty()) return {};
    auto const lower = [&](Range word) { return begins_lower(text_.substr(word.begin, word.end - word.begin)); };
    auto const last = words.end() - 1;
    auto const first_lower = std::find_if(words.begin(), last, lower);
    if (first_lower == last) {
      Range const given = words.size() > 1 ? Range{words.front().begin, words[words.size() - 2].end} : Range{};
      return make_author(text(given), {}, text(*last), {}, marks.text, span);
    }
    auto last_lower = last - 1;
    while (!lower(*last_lower)) --last_lower;
    Range const given = first_lower == words.begin() ? Range{} : Range{words.front().begin, std::prev(first_lower)->end};
    return make_author(text(given), text({first_lower->begin, last_lower->end}), text({std::next(last_lower)->begin, last->end}), {},
                       marks.text, span);
  }

  std::vector<Range> words_of(Range range) const {
    auto words = split_at(text_, range, " \t\r\n~");
    std::erase_if(words, [](Range word) { return word.empty(); });
    return words;
  }

  /// BibLaTeX: `given=Hans, prefix=von, family=Harman`.
  static bool is_labelled(std::string_view written) {
    constexpr std::string_view labels[] = {"given", "family", "prefix", "suffix"};
    auto const equals = written.find('=');
    if (equals == std::string_view::npos) return false;
    auto const label = base::ascii_lower(base::trimmed(written.substr(0, equals)));
    return std::any_of(std::begin(labels), std::end(labels),
                       [&](auto known) { return label == known || label == std::string{known} + "-i"; });
  }
  Node labelled(Range name, Marks const& marks, Span span) {
    MappedText given, prefix, family, suffix;
    for (Range part : split_at(text_, name, ",")) {
      part = trimmed(text_, part);
      auto const written = text_.substr(part.begin, part.end - part.begin);
      auto const equals = std::min(written.find('='), written.size());
      auto const label = base::ascii_lower(base::trimmed(written.substr(0, equals)));
      auto* const to = label == "given"    ? &given
                       : label == "family" ? &family
                       : label == "prefix" ? &prefix
                       : label == "suffix" ? &suffix
                                           : nullptr;
      if (to) *to = text({std::min(part.end, part.begin + equals + 1), part.end});
    }
    return make_author(given, prefix, family, suffix, marks.text, span);
  }

  static Node scalar_of(MappedText text) {
    Node node;
    node.kind = Node::Kind::Scalar;
    node.span = text.span;
    node.scalar = std::move(text);
    return node;
  }
  static std::string plain_name(Node const& map) {
    std::string name;
    for (std::string_view const key : {"display", "given", "particle", "family", "suffix"})
      if (Member const* const member = map.find(key)) name += (name.empty() ? "" : " ") + member->value.scalar.text;
    return name;
  }

  Node const& value_;
  std::string_view text_;
  Diagnostics& diagnostics_;
};

/// `1:family=student;2=corresponding`: what is said of whole names, by their number from 1.
std::vector<std::pair<std::size_t, std::string_view>> annotations_of(std::string_view text) {
  std::vector<std::pair<std::size_t, std::string_view>> found;
  while (!text.empty()) {
    auto const end = std::min(text.find(';'), text.size());
    auto const item = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    auto const equals = item.find('=');
    if (equals == std::string_view::npos) continue;
    auto const number = base::trimmed(item.substr(0, equals));
    std::size_t index = 0;
    auto const [stop, error] = std::from_chars(number.data(), number.data() + number.size(), index);
    if (error != std::errc{} || stop != number.data() + number.size() || index == 0) continue;
    auto words = item.substr(equals + 1);
    while (!words.empty()) {
      auto const comma = std::min(words.find(','), words.size());
      auto word = base::trimmed(words.substr(0, comma));
      while (word.size() > 1 && word.front() == '"' && word.back() == '"') word = word.substr(1, word.size() - 2);
      found.emplace_back(index, word);
      words.remove_prefix(std::min(comma + 1, words.size()));
    }
  }
  return found;
}

template <std::size_t N>
bool is_one_of(std::string_view word, std::string_view const (&words)[N]) {
  auto const lower = base::ascii_lower(word);
  return std::find(std::begin(words), std::end(words), lower) != std::end(words);
}

void add_annotations(std::string_view annotations, std::vector<Marks>& marks) {
  constexpr std::string_view own[] = {"me", "self", "highlight", "bold", "underline", "myself", "mine"};
  constexpr std::string_view equal[] = {"equal", "equalcontrib", "equalcontribution", "equal-contribution",
                                        "first", "cofirst",      "co-first",          "joint"};
  constexpr std::string_view corresponding[] = {"corresponding", "corresp", "correspondence"};
  for (auto const& [index, word] : annotations_of(annotations)) {
    if (index > marks.size()) continue;
    Marks& of = marks[index - 1];
    if (is_one_of(word, own)) of.own = true;
    if (is_one_of(word, equal)) of.text += "*";
    if (is_one_of(word, corresponding)) of.text += "†";
  }
}

}  // namespace

Node make_author(MappedText const& given, MappedText const& particle, MappedText const& family, MappedText const& suffix,
                 std::string const& marks, Span span) {
  // The last word of a text is taken for the family name, so that such names need no parts.
  bool const plain = particle.text.empty() && suffix.text.empty() && family.text.find(' ') == std::string::npos;
  auto const scalar = [](MappedText text) {
    Node node;
    node.kind = Node::Kind::Scalar;
    node.span = text.span;
    node.scalar = std::move(text);
    return node;
  };
  if (plain) {
    MappedBuilder whole;
    whole.append(given);
    if (!given.text.empty() && !family.text.empty()) whole.append(" ", given.span.end);
    whole.append(family);
    whole.append(marks, span.end);
    return scalar(whole.take(span));
  }
  Node map = make_map(span);
  std::pair<std::string_view, MappedText const*> const named[] = {
      {"given", &given}, {"particle", &particle}, {"family", &family}, {"suffix", &suffix}};
  for (auto const& [key, part] : named) put(map, key, scalar(*part));
  if (!marks.empty() && !map.members.empty()) map.members.back().value.scalar.text += marks;
  return map;
}

BibNames import_names(Node const& names, Node const* annotations, Diagnostics& diagnostics) {
  BibNames made;
  made.list = make_list(names.span);
  auto const text = std::string_view{names.scalar.text};
  auto ranges = split_names(text);
  std::vector<Marks> marks(ranges.size());
  for (std::size_t i = 0; i < ranges.size(); ++i) ranges[i] = take_marks(text, ranges[i], marks[i]);
  if (annotations) add_annotations(annotations->scalar.text, marks);
  Importer importer{names, diagnostics};
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    if (ranges[i].empty()) continue;
    std::string printed;
    Node author = importer.author(ranges[i], marks[i], printed);
    if (is_absent(author)) continue;
    if (marks[i].own) made.own.push_back(printed.substr(0, printed.size() - marks[i].text.size()));
    made.list.items.push_back(std::move(author));
  }
  return made;
}

}  // namespace resumec::importers
