// Authors: names with marks, "et al.", and which of them is the owner of the résumé.

#include "base/ascii.hpp"
#include "model/lowering.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>

namespace resumec::model {
namespace {

using syntax::MappedText;
using syntax::Node;

constexpr std::string_view marks[] = {"*", "†", "‡", "§", "¶", "‖", "#", "✝", "¹", "²", "³", "⁴", "⁵", "\\*"};

/// `**O. Varkas**`: emphasis of one's own name is the layout's business.
std::string_view without_emphasis(std::string_view name) {
  for (std::string_view mark : {"**", "__", "*", "_"})
    if (name.size() > 2 * mark.size() && name.starts_with(mark) && name.ends_with(mark))
      return name.substr(mark.size(), name.size() - 2 * mark.size());
  return name;
}

Author author_of(Context const& context, std::string_view written, Span span) {
  Author author;
  author.span = span;
  std::string_view name = base::trimmed(written);
  std::string const word = unicode::to_lower(name, "en");
  author.others = word == "et al." || word == "et al" || word == "others" || word == "and others" || word == "…" || word == "...";
  bool const emphasised = name.starts_with("**");
  if (!emphasised) name = without_emphasis(name);
  for (bool found = true; found;) {
    found = false;
    for (std::string_view mark : marks) {
      if (emphasised && name.ends_with("**") && !name.ends_with("***")) break;
      if (name.size() <= mark.size() || !name.ends_with(mark)) continue;
      author.marks.insert(0, mark == "\\*" ? "*" : mark);
      name = base::trimmed(name.substr(0, name.size() - mark.size()));
      if (mark == "*" && name.ends_with('\\')) name.remove_suffix(1);
      found = true;
      break;
    }
  }
  name = without_emphasis(name);
  author.name = unicode::to_nfc(name);
  std::string const folded = unicode::fold_for_matching(author.name);
  author.me = !folded.empty() && std::find(context.me.begin(), context.me.end(), folded) != context.me.end();
  return author;
}

/// "A, B and C", "A; B", "Family, Given and Family, Given".
void split_authors(Context const& context, MappedText const& text, std::vector<Author>& out) {
  auto split = [](std::string_view all, std::size_t from, std::size_t to, std::initializer_list<std::string_view> separators) {
    std::vector<std::pair<std::size_t, std::size_t>> parts;
    std::size_t begin = from;
    for (std::size_t at = from; at < to;) {
      std::size_t length = 0;
      for (std::string_view separator : separators)
        if (all.substr(at, to - at).starts_with(separator)) length = std::max(length, separator.size());
      if (length == 0) {
        ++at;
        continue;
      }
      parts.emplace_back(begin, at);
      begin = at += length;
    }
    parts.emplace_back(begin, to);
    return parts;
  };
  std::string_view const all = text.text;
  auto parts = split(all, 0, all.size(), {" and ", " & ", "; ", ";"});
  auto commas = [&](std::pair<std::size_t, std::size_t> part) {
    return std::count(all.begin() + static_cast<std::ptrdiff_t>(part.first), all.begin() + static_cast<std::ptrdiff_t>(part.second), ',');
  };
  bool const family_first = parts.size() > 1 && std::all_of(parts.begin(), parts.end(), [&](auto const& part) {
                              return commas(part) == 1 || base::trimmed(all.substr(part.first, part.second - part.first)) == "others";
                            });
  for (auto const& part : parts) {
    if (family_first) {
      std::string_view const name = base::trimmed(all.substr(part.first, part.second - part.first));
      std::size_t const comma = name.find(',');
      std::string const turned = comma == std::string_view::npos ? std::string{name}
                                                                 : std::string{base::trimmed(name.substr(comma + 1))} + " " +
                                                                       std::string{base::trimmed(name.substr(0, comma))};
      out.push_back(author_of(context, turned, text.at(part.first, part.second)));
      continue;
    }
    for (auto const& [begin, end] : split(all, part.first, part.second, {", and ", ", ", ","}))
      if (!base::trimmed(all.substr(begin, end - begin)).empty())
        out.push_back(author_of(context, all.substr(begin, end - begin), text.at(begin, end)));
  }
}

}  // namespace

std::vector<std::string> own_name_forms(PersonName const& name) {
  std::vector<std::string> forms;
  auto add = [&](std::string const& form) {
    std::string folded = unicode::fold_for_matching(form);
    if (!folded.empty() && std::find(forms.begin(), forms.end(), folded) == forms.end()) forms.push_back(std::move(folded));
  };
  std::string given = name.given.value, middle = name.middle.value, family = name.family.value;
  std::string const particle = name.particle.value.empty() ? "" : name.particle.value + " ";
  if (family.empty()) {
    // "Given Middle Family" as one text
    std::string_view const whole = base::trimmed(name.display.value);
    add(std::string{whole});
    std::size_t const last = whole.rfind(' '), first = whole.find(' ');
    if (last == std::string_view::npos) return forms;
    family = std::string{whole.substr(last + 1)};
    given = std::string{whole.substr(0, first)};
    if (last > first) middle = std::string{base::trimmed(whole.substr(first, last - first))};
  }
  add(full_name(name));
  auto initial = [](std::string const& word) { return word.empty() ? word : word.substr(0, unicode::decode_at(word, 0).end); };
  for (std::string const& first : {given, initial(given)})
    for (std::string const& second : {std::string{}, middle, initial(middle)}) {
      if (first.empty()) continue;
      add(first + second + particle + family);
      add(particle + family + first + second);
    }
  return forms;
}

std::vector<Author> read_authors(Context& context, Field const& field, Node const& node) {
  std::vector<Author> result;
  if (node.is_scalar()) {
    split_authors(context, normalised(node.scalar), result);
    return result;
  }
  if (!node.is_list()) {
    report_wrong_type(context, field, node);
    return result;
  }
  for (Node const& item : node.items) {
    if (is_absent(item)) continue;
    if (item.is_scalar()) {
      result.push_back(author_of(context, item.text(), item.scalar.span));
    } else if (item.is_map()) {
      PersonName const name = read_name(context, field, item);
      result.push_back(author_of(context, full_name(name), item.span));
    } else {
      report_wrong_type(context, field, item);
    }
  }
  return result;
}

}  // namespace resumec::model
