// One language for every text.
#pragma once

#include "model/resume.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace resumec::variant {

/// The index of the wanted language: the same tag, else the same language, else the document's, else the first.
template <class T>
std::size_t chosen_language(std::vector<std::pair<std::string, T>> const& by_lang, std::string_view wanted, std::string_view own) {
  auto const language = [](std::string_view tag) { return tag.substr(0, tag.find('-')); };
  for (std::string_view lang : {wanted, own}) {
    for (std::size_t i = 0; i < by_lang.size(); ++i)
      if (by_lang[i].first == lang) return i;
    for (std::size_t i = 0; i < by_lang.size(); ++i)
      if (language(by_lang[i].first) == language(lang)) return i;
  }
  return 0;
}

/// Moves the chosen language into `base`; `text` is a Text or a RichText.
template <class T>
void choose_language(T& text, std::string_view wanted, std::string_view own) {
  if (text.by_lang.empty()) return;
  text.base = std::move(text.by_lang[chosen_language(text.by_lang, wanted, own)].second);
  text.by_lang.clear();
}

}  // namespace resumec::variant
