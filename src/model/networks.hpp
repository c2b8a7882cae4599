// Networks and addresses: a handle or an address as people write it → a complete address, a handle, and what is printed.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace resumec::model {

struct Network {
  std::string_view id, name;
  std::string_view address;  ///< with `{}` for the handle; empty if pages have no address by handle
  std::string_view aliases;  ///< folded, separated by blanks
};

std::span<Network const> networks();
/// By id, name or alias, whatever the case and the blanks: "Google Scholar"; nullptr if unknown.
Network const* find_network(std::string_view word);
/// By the host of an address: `github.com/bob`; nullptr if unknown.
Network const* network_of_address(std::string_view address);

/// `mailto` of `mailto:x`, in lower case; empty for an address without scheme (`example.org:8080` has none).
std::string scheme_of(std::string_view address);
/// The address without scheme and without a `/` at its end.
std::string_view printed_address(std::string_view url);

struct Resolved {
  std::string url;     ///< empty if the network has no address by handle
  std::string handle;  ///< empty if the address is none of the network's profile pages
};
/// A value given for a network: a handle, `@handle`, or an address with or without scheme.
Resolved resolve(Network const& network, std::string_view value);

}  // namespace resumec::model
