#include "layout/inline/tokens.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace resumec::layout {

namespace {

bool is_mail(std::string_view token) {
  std::size_t const at = token.find('@');
  return at != std::string_view::npos && at > 0 && token.find('.', at) != std::string_view::npos;
}

/// `10.1109/5.771073`, also behind `doi:`.
bool is_doi(std::string_view token) {
  std::size_t const prefix = token.find("10.");
  if (prefix == std::string_view::npos || (prefix > 0 && is_alphanumeric(token[prefix - 1]))) return false;
  std::size_t const slash = token.find('/', prefix);
  if (slash == std::string_view::npos || slash + 1 >= token.size()) return false;
  std::string_view const registrant = token.substr(prefix + 3, slash - prefix - 3);
  return registrant.size() >= 4 && std::all_of(registrant.begin(), registrant.end(), [](char c) { return is_digit(c) || c == '.'; });
}

/// `host.tld/path`. A host has no capitals and its last label is letters: `3.85/4.00` is a grade, `Node.js/Deno` are two programs.
bool is_host_and_path(std::string_view token) {
  token = token.substr(std::min(token.find_first_not_of("([<\"'"), token.size()));
  std::size_t const slash = token.find('/');
  if (slash == std::string_view::npos || slash + 1 >= token.size() || !is_alphanumeric(token[slash + 1])) return false;
  std::string_view const host = token.substr(0, slash);
  std::size_t const dot = host.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || dot + 2 >= slash) return false;
  std::string_view const label = host.substr(dot + 1);
  constexpr std::string_view no_domains[] = {"js", "ts", "net", "py", "rs", "md", "go"};
  bool const is_program = host.find('.') == dot && std::find(std::begin(no_domains), std::end(no_domains), label) != std::end(no_domains);
  auto const in_host = [](char c) { return is_lower(c) || is_digit(c) || c == '-' || c == '.' || c == '_' || !is_ascii(c); };
  return !is_program && std::all_of(host.begin(), host.end(), in_host) && std::all_of(label.begin(), label.end(), is_letter);
}

bool is_address(std::string_view token) {
  return token.find("://") != std::string_view::npos || token.starts_with("www.") || is_doi(token) || is_host_and_path(token);
}

}  // namespace

bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

std::string_view without_punctuation(std::string_view token) {
  constexpr std::string_view around = ",;:.()[]\"'";
  std::size_t const first = token.find_first_not_of(around);
  if (first == std::string_view::npos) return {};
  return token.substr(first, token.find_last_not_of(around) - first + 1);
}

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  std::size_t position = 0;
  while (position < text.size()) {
    std::size_t const begin = text.find_first_not_of(" \n", position);
    if (begin == std::string_view::npos) break;
    std::size_t const end = std::min(text.find_first_of(" \n", begin), text.size());
    Token token{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    std::string_view const word = text.substr(begin, end - begin);
    if (word.find("://") == std::string_view::npos && is_mail(word))
      token.kind = Token::Kind::Mail;
    else if (is_address(word))
      token.kind = Token::Kind::Address;
    tokens.push_back(token);
    position = end;
  }
  return tokens;
}

}  // namespace resumec::layout
