#include "model/networks.hpp"

#include "model/names.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>

namespace resumec::model {
namespace {

constexpr Network table[] = {
#define RESUMEC_NETWORK(id, name, address, aliases) {id, name, address, aliases},
#include "model/networks.def"
#undef RESUMEC_NETWORK
};

std::string_view without_scheme(std::string_view address) {
  std::size_t const mark = address.find("://");
  return mark == std::string_view::npos ? address : address.substr(mark + 3);
}

std::string_view without_www(std::string_view address) {
  address = without_scheme(address);
  return address.starts_with("www.") ? address.substr(4) : address;
}

std::string_view host_of(std::string_view address) {
  address = without_www(address);
  return address.substr(0, address.find_first_of("/?#"));
}

}  // namespace

std::span<Network const> networks() { return table; }

Network const* find_network(std::string_view word) {
  std::string const folded = unicode::fold_for_matching(word);
  for (Network const& network : table)
    if (network.id == folded || any_word(network.aliases, [&](std::string_view alias) { return alias == folded; })) return &network;
  for (Network const& network : table)
    if (!folded.empty() && unicode::fold_for_matching(network.name) == folded) return &network;
  return nullptr;
}

Network const* network_of_address(std::string_view address) {
  std::string_view const host = host_of(address);
  for (Network const& network : table)
    if (!network.address.empty() && host_of(network.address).find('{') == std::string_view::npos && host_of(network.address) == host)
      return &network;
  return host == "twitter.com" ? find_network("x") : nullptr;
}

std::string scheme_of(std::string_view address) {
  std::size_t const colon = address.find(':');
  if (colon == std::string_view::npos || colon == 0) return {};
  std::string_view const scheme = address.substr(0, colon);
  auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (!is_letter(scheme[0])) return {};
  for (char c : scheme)
    if (!is_letter(c) && !(c >= '0' && c <= '9') && c != '+' && c != '-' && c != '.') return {};
  bool const port = colon + 1 < address.size() && address[colon + 1] >= '0' && address[colon + 1] <= '9';
  std::string result = unicode::to_lower(scheme, "en");
  if (port && (scheme.find('.') != std::string_view::npos || result == "localhost")) return {};
  return result;
}

std::string_view printed_address(std::string_view url) {
  for (std::string_view scheme : {"https://", "http://", "mailto:", "tel:"})
    if (url.starts_with(scheme)) {
      url.remove_prefix(scheme.size());
      break;
    }
  if (url.ends_with('/')) url.remove_suffix(1);
  return url;
}

Resolved resolve(Network const& network, std::string_view value) {
  if (network.id == "mastodon") {  // every server has its own host: @user@host
    std::string_view rest = value;
    if (rest.starts_with('@')) rest.remove_prefix(1);
    std::size_t const at = rest.find('@');
    bool const address = value.find('/') != std::string_view::npos;
    if (address) return {scheme_of(value).empty() ? "https://" + std::string{value} : std::string{value}, {}};
    if (at == std::string_view::npos || at + 1 == rest.size()) return {{}, std::string{value}};
    return {"https://" + std::string{rest.substr(at + 1)} + "/@" + std::string{rest.substr(0, at)}, std::string{value}};
  }
  std::size_t const hole = network.address.find("{}");
  if (hole == std::string_view::npos)
    return {scheme_of(value).empty() ? std::string{} : std::string{value}, scheme_of(value).empty() ? std::string{value} : std::string{}};
  std::string_view const prefix = network.address.substr(0, hole), suffix = network.address.substr(hole + 2);
  bool const same_host = network_of_address(value) == &network && without_scheme(value).find_first_of("./") != std::string_view::npos;
  if (!scheme_of(value).empty() || same_host) {
    std::string url = scheme_of(value).empty() ? "https://" + std::string{value} : std::string{value};
    std::string_view path = without_www(value), start = without_www(prefix);
    std::string handle;
    if (path.starts_with(start) && path.size() > start.size()) handle = path.substr(start.size());
    if (handle.ends_with('/')) handle.pop_back();
    return {std::move(url), std::move(handle)};
  }
  std::string_view handle = value;
  // `@` is how people write a handle, and part of the address of Matrix alone, whose handles are `@user:server`.
  if ((handle.starts_with('@') && network.id != "matrix") || (handle.starts_with('~') && prefix.ends_with('~'))) handle.remove_prefix(1);
  std::string encoded;  // blanks and the like cannot stand in an address
  for (char c : handle) {
    auto const byte = static_cast<unsigned char>(c);
    constexpr std::string_view digits = "0123456789ABCDEF";
    if (byte > 0x20 && byte < 0x7F && c != '"' && c != '<' && c != '>') {
      encoded += c;
    } else {
      encoded += '%';
      encoded += digits[byte >> 4];
      encoded += digits[byte & 15];
    }
  }
  return {std::string{prefix} + encoded + std::string{suffix}, std::string{value}};
}

}  // namespace resumec::model
