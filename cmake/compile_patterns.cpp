// Compiles TeX's hyphenation patterns (hyph-utf8: hyph-TAG.pat.txt, and the words of hyph-TAG.hyp.txt) to C++ tables when resumec is built:
//   compile_patterns OUT.cpp FOLDER OWN TAG:LEFT:RIGHT…
// OWN/TAG.txt has words of our own, which outweigh theirs.
// A pattern is a path through a trie (Liang, Word Hy-phen-a-tion by Com-put-er, 1983). States with the same future are one, which leaves a
// third of them.
#include "text/patterns/image.hpp"

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace {

using Levels = std::vector<std::uint16_t>;

struct TrieNode {
  std::map<std::uint32_t, std::size_t> children;  ///< by label
  std::map<std::uint16_t, std::uint16_t> levels;  ///< by distance back
};

std::u32string decode(std::string const& text) {
  std::u32string result;
  for (std::size_t at = 0; at < text.size();) {
    auto const lead = static_cast<unsigned char>(text[at]);
    std::size_t const size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (at + size > text.size()) throw std::runtime_error{"not UTF-8"};
    char32_t value = size == 1 ? lead : lead & (0x7FU >> size);
    for (std::size_t i = 1; i < size; ++i) value = (value << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    result += value;
    at += size;
  }
  return result;
}

/// A pattern's letters and, before each and behind the last, its levels.
struct Pattern {
  std::u32string letters;
  std::vector<std::uint16_t> levels;
};

Pattern read_pattern(std::u32string const& written) {
  Pattern pattern;
  pattern.levels.push_back(0);
  for (char32_t const c : written) {
    if (c >= U'0' && c <= U'9') {
      pattern.levels.back() = static_cast<std::uint16_t>(c - U'0');
    } else {
      pattern.letters += c;
      pattern.levels.push_back(0);
    }
  }
  return pattern;
}

/// A word that is written out outweighs all patterns.
Pattern read_word(std::u32string const& written) {
  Pattern pattern;
  pattern.letters = U".";
  pattern.levels = {0, 0};
  for (char32_t const c : written) {
    if (c == U'-') {
      pattern.levels.back() = resumec::text::demanded_level;
    } else {
      pattern.letters += c;
      pattern.levels.push_back(resumec::text::forbidden_level);
    }
  }
  pattern.levels.back() = 0;
  pattern.letters += U'.';
  pattern.levels.push_back(0);
  return pattern;
}

std::vector<std::u32string> lines_of(std::string const& path, bool required) {
  std::ifstream file{path};
  if (!file && required) throw std::runtime_error{path + " is missing: package librust-hyphenation-dev, see scripts/setup.sh"};
  std::vector<std::u32string> lines;
  for (std::string line; std::getline(file, line);)
    if (!line.empty()) lines.push_back(decode(line));
  return lines;
}

class Language {
 public:
  Language(std::string const& folder, std::string const& own, std::string tag, int left, int right)
      : tag_{std::move(tag)}, left_{left}, right_{right} {
    std::vector<Pattern> patterns;
    for (auto const& line : lines_of(folder + "/hyph-" + tag_ + ".pat.txt", true)) patterns.push_back(read_pattern(line));
    std::map<std::u32string, std::u32string> words;
    for (auto const& path : {folder + "/hyph-" + tag_ + ".hyp.txt", own + "/" + tag_ + ".txt"})
      for (auto const& line : lines_of(path, false)) add_word(words, line);
    for (auto const& [letters, word] : words) patterns.push_back(read_word(word));
    if (patterns.empty()) throw std::runtime_error{"no patterns of " + tag_};
    std::set<char32_t> letters{U'.'};
    for (Pattern const& pattern : patterns) letters.insert(pattern.letters.begin(), pattern.letters.end());
    letters_.assign(letters.begin(), letters.end());
    if (letters_.size() > 255) throw std::runtime_error{"too many letters in " + tag_};
    trie_.emplace_back();
    for (Pattern const& pattern : patterns) insert(pattern);
    levels_.push_back(0);
    states_.push_back(0);
    root_ = minimise(0);
  }

  void write(std::ostream& out) const {
    std::string name = tag_;
    std::replace(name.begin(), name.end(), '-', '_');
    array(out, "char32_t", name + "_letters", letters_);
    array(out, "std::uint32_t", name + "_states", states_);
    array(out, "std::uint32_t", name + "_edges", edges_);
    array(out, "std::uint16_t", name + "_outputs", outputs_);
    array(out, "std::uint16_t", name + "_levels", levels_);
  }

  void write_entry(std::ostream& out) const {
    std::string name = tag_;
    std::replace(name.begin(), name.end(), '-', '_');
    out << "    {\"" << tag_ << "\", " << left_ << ", " << right_ << ", " << root_ << ", " << name << "_letters, " << name << "_states, "
        << name << "_edges, " << name << "_outputs, " << name << "_levels},\n";
  }

 private:
  /// The list has some names of two words as well.
  static void add_word(std::map<std::u32string, std::u32string>& words, std::u32string word) {
    if (word.find(U' ') != std::u32string::npos) return;
    for (char32_t& c : word)
      if (c >= U'A' && c <= U'Z') c += U'a' - U'A';
    std::u32string letters = word;
    std::erase(letters, U'-');
    words[letters] = word;
  }

  template <class Values>
  static void array(std::ostream& out, std::string const& type, std::string const& name, Values const& values) {
    out << "constexpr " << type << ' ' << name << "[] = {";
    for (std::size_t i = 0; i < values.size(); ++i) out << (i % 32 == 0 ? "\n" : "") << static_cast<std::uint32_t>(values[i]) << ',';
    out << "};\n";
  }

  void insert(Pattern const& pattern) {
    std::size_t node = 0;
    for (char32_t const letter : pattern.letters) {
      auto const label = static_cast<std::uint32_t>(std::lower_bound(letters_.begin(), letters_.end(), letter) - letters_.begin());
      auto const [child, is_new] = trie_[node].children.try_emplace(label, trie_.size());
      node = child->second;
      if (is_new) trie_.emplace_back();
    }
    std::size_t const size = pattern.letters.size();
    for (std::size_t i = 0; i <= size; ++i) {
      if (pattern.levels[i] == 0) continue;
      if (size - i > 0xFFF) throw std::runtime_error{"a pattern too long in " + tag_};
      std::uint16_t& level = trie_[node].levels[static_cast<std::uint16_t>(size - i)];
      level = std::max(level, pattern.levels[i]);
    }
  }

  std::uint32_t minimise(std::size_t node) {
    std::vector<std::uint32_t> edges;
    for (auto const& [label, child] : trie_[node].children) edges.push_back(label << 24U | minimise(child));
    Levels levels;
    for (auto const& [distance, level] : trie_[node].levels) levels.push_back(static_cast<std::uint16_t>(distance << 4U | level));
    auto const [known, is_new] = minimal_.try_emplace({edges, levels}, static_cast<std::uint32_t>(outputs_.size()));
    if (!is_new) return known->second;
    std::uint32_t output = 0;
    if (!levels.empty()) {
      auto const [place, is_new_list] = lists_.try_emplace(levels, static_cast<std::uint32_t>(levels_.size()));
      output = place->second;
      if (is_new_list) {
        levels_.insert(levels_.end(), levels.begin(), levels.end());
        levels_.push_back(0);
      }
    }
    if (output > 0xFFFF || outputs_.size() >= 1U << 24U) throw std::runtime_error{"too many patterns of " + tag_};
    outputs_.push_back(static_cast<std::uint16_t>(output));
    edges_.insert(edges_.end(), edges.begin(), edges.end());
    states_.push_back(static_cast<std::uint32_t>(edges_.size()));
    return known->second;
  }

  std::string tag_;
  int left_, right_;
  std::vector<char32_t> letters_;
  std::vector<TrieNode> trie_;
  std::map<std::pair<std::vector<std::uint32_t>, Levels>, std::uint32_t> minimal_;
  std::map<Levels, std::uint32_t> lists_;
  std::uint32_t root_ = 0;
  std::vector<std::uint32_t> states_, edges_;
  Levels outputs_, levels_;
};

int run(std::vector<std::string> const& arguments) {
  std::vector<Language> languages;
  for (std::size_t i = 3; i < arguments.size(); ++i) {
    std::string const& wanted = arguments[i];
    std::size_t const first = wanted.find(':'), second = wanted.rfind(':');
    languages.emplace_back(arguments[1], arguments[2], wanted.substr(0, first), std::stoi(wanted.substr(first + 1, second - first - 1)),
                           std::stoi(wanted.substr(second + 1)));
  }
  std::ofstream out{arguments[0]};
  out << "// Made by compile_patterns.\n#include \"text/patterns/image.hpp\"\n\nnamespace resumec::text {\nnamespace {\n";
  for (Language const& language : languages) language.write(out);
  out << "constexpr PatternImage images[] = {\n";
  for (Language const& language : languages) language.write_entry(out);
  out << "};\n}  // namespace\nstd::span<PatternImage const> const pattern_images{images};\n}  // namespace resumec::text\n";
  out.flush();
  return out ? 0 : 1;
}

}  // namespace

int main(int count, char** values) {
  if (count < 5) {
    std::cerr << "usage: compile_patterns OUT.cpp FOLDER OWN TAG:LEFT:RIGHT...\n";
    return 2;
  }
  try {
    return run({values + 1, values + count});
  } catch (std::exception const& error) {
    std::cerr << "compile_patterns: " << error.what() << '\n';
    return 1;
  }
}
