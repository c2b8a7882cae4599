// Addresses: e-mail, telephone, pages, networks, and the links of entries.

#include "base/ascii.hpp"
#include "base/suggest.hpp"
#include "model/lowering.hpp"
#include "model/networks.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>

namespace resumec::model {
namespace {

using syntax::Node;

/// One link as written, before it becomes a `Link` of an entry or a `Contact` of the header.
struct Address {
  Text label;
  Network const* network = nullptr;
  std::string key;  ///< as written, NFKC; empty in a list
  Literal value;    ///< a handle or an address
  std::string icon;
  Span span;
};

bool is_web(std::string_view url) { return url.starts_with("http://") || url.starts_with("https://"); }

/// A name for no address is a network's: `githb: bob` is a typing error, `Portfolio: https://…` is a label.
void settle_network(Context& context, Address& address, Span name_span) {
  std::string const& name = address.key;
  address.network = find_network(name);
  std::string_view const value = address.value.value;
  bool const is_address = !value.starts_with('@') && (value.find_first_of("./@") != std::string_view::npos || !scheme_of(value).empty());
  if (address.network || name.empty() || address.value.empty() || is_address) return;
  std::vector<std::string_view> known;
  for (Network const& network : networks()) known.push_back(network.id);
  auto const near = base::nearest(name, known);
  if (!near) return;
  diag::report<diag::Kind::UnknownNetwork>(context.diagnostics, name_span, name)
      .hint(diag::did_you_mean(*near))
      .fix(name_span, std::string{*near});
  address.network = find_network(*near);
}

/// `Portfolio: https://…`, or a map or list of them, with the name that the value was given under.
void read_address(Context& context, Field const& field, std::string const& key, Span key_span, Node const& node,
                  std::vector<Address>& out) {
  if (is_absent(node)) return;
  if (node.is_list()) {
    for (Node const& item : node.items) read_address(context, field, key, key_span, item, out);
    return;
  }
  Address address;
  address.key = key;
  address.span = node.span;
  if (!key.empty()) address.label = parse_text(context, {key, key_span, {{0, key_span.begin}}}, field.key, nullptr);
  if (node.is_scalar()) {
    address.value = read_literal(context, field, node);
    settle_network(context, address, key_span);
    if (key.empty()) address.network = network_of_address(address.value.value);
    out.push_back(std::move(address));
    return;
  }
  if (node.members.size() == 1 && key.empty() && !find_exact_field(Where::Link, normalised_key(node.members[0].key))) {
    syntax::Member const& member = node.members[0];  // `- github: bob`
    read_address(context, field, normalised_key(member.key), member.key_span, member.value, out);
    return;
  }
  Literal handle;
  read_fields(context, node, Where::Link, Kind::Other, *context.extra, [&](Field const& part, syntax::Member const& member) {
    switch (part.id) {
      case FieldId::LinkLabel:
        address.label = read_text(context, part, member.value);
        break;
      case FieldId::LinkUrl:
        address.value = read_literal(context, part, member.value);
        break;
      case FieldId::LinkNetwork: {
        Literal network = read_literal(context, part, member.value);
        address.key = network.value;
        key_span = network.span;
        if (address.label.empty()) address.label = parse_text(context, member.value.scalar, part.key, nullptr);
        break;
      }
      case FieldId::LinkHandle:
        handle = read_literal(context, part, member.value);
        break;
      case FieldId::LinkIcon:
        address.icon = read_literal(context, part, member.value).value;
        break;
      default:
        break;
    }
  });
  if (address.value.empty()) {
    address.value = std::move(handle);
  } else if (!handle.empty()) {
    context.extra->push_back({"username", handle.span, {}});
    context.extra->back().value.kind = Node::Kind::Scalar;
    context.extra->back().value.span = handle.span;
    context.extra->back().value.scalar = {handle.value, handle.span, {{0, handle.span.begin}}};
  }
  if (address.value.empty()) {
    diag::report<diag::Kind::MissingField>(context.diagnostics, node.span, "a link", "url").hint("for example `url: https://example.org`");
    return;
  }
  settle_network(context, address, key_span);
  out.push_back(std::move(address));
}

std::vector<Address> read_addresses(Context& context, Field const& field, Node const& node) {
  std::vector<Address> result;
  if (node.is_map())
    for (syntax::Member const& member : node.members) {
      std::string const key = normalised_key(member.key);
      if (key.starts_with("x-"))
        context.extra->push_back(member);
      else
        read_address(context, field, key, member.key_span, member.value, result);
    }
  else
    read_address(context, field, {}, {}, node, result);
  return result;
}

/// The complete address and the handle; both are empty, and it is reported, if the scheme is not allowed.
Resolved resolve_address(Context& context, Address const& address) {
  std::string const scheme = scheme_of(address.value.value);
  std::string const value = scheme + address.value.value.substr(scheme.size());
  if (address.network && (scheme.empty() || scheme == "http" || scheme == "https")) {
    if (!address.network->address.empty() && value.find(' ') != std::string::npos) {
      diag::report<diag::Kind::OddAddress>(context.diagnostics, address.value.span, value)
          .hint(value.find_first_of(",;") != std::string::npos ? "several addresses are a list, each an item of its own"
                                                               : "write your name there as it stands in the address of your page");
      return {};
    }
    return resolve(*address.network, value);
  }
  return {complete_url(context, address.value.value, address.value.span), {}};
}

/// The number of `tel:`. What stands behind the first letter is an extension, or no part of it.
std::string dialled(std::string_view phone) {
  auto const is_digit = [](char c) { return c >= '0' && c <= '9'; };
  auto const opens_extension = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '#' || c == ';'; };
  std::string digits;
  std::size_t at = 0;
  for (; at < phone.size() && (digits.empty() || !opens_extension(phone[at])); ++at) {
    // `+44 (0)20 …`: the nought is dialled within the country alone.
    if (digits.size() > 1 && digits[0] == '+' && phone.substr(at).starts_with("(0)"))
      at += 2;
    else if (is_digit(phone[at]) || (phone[at] == '+' && digits.empty()))
      digits += phone[at];
  }
  while (at < phone.size() && !is_digit(phone[at])) ++at;
  std::string_view const extension = phone.substr(
      at,
      static_cast<std::size_t>(std::find_if_not(phone.begin() + static_cast<std::ptrdiff_t>(at), phone.end(), is_digit) - phone.begin()) -
          at);
  if (!extension.empty()) digits.append(";ext=").append(extension);  // RFC 3966
  return digits;
}

void add_address_contact(Context& context, Address address, Header& header) {
  Resolved const resolved = resolve_address(context, address);
  Contact contact;
  contact.kind = address.network ? ContactKind::Network : ContactKind::Custom;
  contact.network = address.network ? address.network->id : "";
  contact.network_name = address.network ? std::string{address.network->name} : syntax::plain_text(address.label.base);
  contact.handle = resolved.handle;
  contact.url = resolved.url;
  std::string_view printed = resolved.url.empty() ? std::string_view{address.value.value} : printed_address(resolved.url);
  if (address.network && printed.starts_with("www.")) printed.remove_prefix(4);
  contact.value = {std::string{printed}, address.value.span};
  contact.attributes.icon = address.icon;
  contact.attributes.span = address.span;
  header.contacts.push_back(std::move(contact));
}

}  // namespace

std::string complete_url(Context& context, std::string_view address, Span span) {
  std::string const scheme = scheme_of(address);
  if (scheme.empty()) {
    bool const mail = address.find('@') != std::string_view::npos && address.find('/') == std::string_view::npos;
    if (mail && !address.starts_with('@')) return "mailto:" + std::string{address};
    if (address.starts_with("//")) address.remove_prefix(2);
    // A place in a page or on a disk stays as it is: whoever makes the link says that it leads nowhere.
    if (address.empty() || address.starts_with('#') || address.starts_with('/') || address.starts_with('.') || address.starts_with('?'))
      return std::string{address};
    std::string_view const host = address.substr(0, address.find_first_of("/?#"));
    bool const words = address.find(' ') != std::string_view::npos;
    if (host.find('.') == std::string_view::npos || words)
      diag::report<diag::Kind::OddAddress>(context.diagnostics, span, address)
          .hint("write the whole address, such as `https://example.org/page`");
    if (words) return {};
    return "https://" + std::string{address};
  }
  if (scheme == "http" || scheme == "https" || scheme == "mailto" || scheme == "tel")
    return scheme + std::string{address.substr(scheme.size())};
  diag::report<diag::Kind::UnsafeLink>(context.diagnostics, span, scheme).hint("link to a page on the web instead");
  return {};
}

bool check_email(Context& context, Literal const& email) {
  std::string_view const text = email.value;
  std::size_t const at = text.find('@');
  bool const good = at != std::string_view::npos && at > 0 && text.find('@', at + 1) == std::string_view::npos &&
                    text.find('.', at + 2) != std::string_view::npos && !text.ends_with('.') && text.find(' ') == std::string_view::npos;
  if (!good)
    diag::report<diag::Kind::OddEmail>(context.diagnostics, email.span, text)
        .hint(text.find_first_of(",;") != std::string_view::npos ? "several addresses are a list, each an item of its own"
                                                                 : "an address is `name@host.domain`");
  return good;
}

namespace {

std::size_t digits_in(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

/// The numbers of a text that holds several; nothing of one that holds one.
std::vector<std::string_view> several_phones(std::string_view text) {
  constexpr std::string_view between[] = {"/", ";", ",", "|", " and ", " or ", " & "};
  constexpr std::size_t shortest = 7;
  std::vector<std::string_view> numbers;
  while (!text.empty()) {
    std::size_t end = text.size(), next = text.size();
    for (std::string_view const mark : between)
      if (std::size_t const at = text.find(mark); at < end) end = at, next = at + mark.size();
    numbers.push_back(base::trimmed(text.substr(0, end)));
    if (digits_in(numbers.back()) < shortest) return {};
    text.remove_prefix(next);
  }
  if (numbers.size() < 2) return {};
  return numbers;
}

}  // namespace

bool check_phone(Context& context, Literal const& phone) {
  constexpr std::size_t least = 5, most = 15;  // E.164: fifteen digits with the country's
  if (auto const several = several_phones(phone.value); !several.empty()) {
    diag::report<diag::Kind::OddPhone>(context.diagnostics, phone.span, phone.value)
        .hint(fmt::format("several numbers are a list: `[{}]`", fmt::join(several, ", ")));
    return false;
  }
  bool letters = false;
  for (std::size_t at = 0; at < phone.value.size();) {
    auto const code_point = unicode::decode_at(phone.value, at);
    letters = letters || unicode::is_letter(code_point.value);
    at = code_point.end;
  }
  bool const extension = phone.value.find("ext") != std::string::npos || phone.value.find(" x") != std::string::npos;
  std::string const number = dialled(phone.value);
  if (digits_in(phone.value) >= least && (!letters || extension) && digits_in(number.substr(0, number.find(';'))) <= most) return true;
  auto report = diag::report<diag::Kind::OddPhone>(context.diagnostics, phone.span, phone.value);
  std::size_t const open = phone.value.find('('), close = phone.value.find(')');
  if (std::string_view const alone = base::trimmed(std::string_view{phone.value}.substr(0, open));
      letters && open < close && close + 1 == phone.value.size() && digits_in(alone) >= least)
    report.hint(
        fmt::format("only the number goes here: `{}`; with a word beside it, it is an item of `contact`: `{{label: {}, value: \"{}\"}}`",
                    alone, phone.value.substr(open + 1, close - open - 1), alone));
  else
    report.hint("write it with the country's code: `+44 20 7946 0123`");
  return false;
}

void add_contacts(Context& context, Field const& field, Node const& node, Attributes const& attributes, Header& header) {
  if (field.id == FieldId::Location) {
    Contact contact;
    contact.kind = ContactKind::Location;
    contact.place = read_place(context, field, node);
    contact.attributes = attributes;
    contact.attributes.span = node.span;
    if (header.location.empty()) header.location = contact.place;
    header.contacts.push_back(std::move(contact));
    return;
  }
  for (Literal& value : read_literals(context, field, node)) {
    Contact contact;
    contact.attributes = attributes;
    contact.attributes.span = value.span;
    switch (field.id) {
      case FieldId::Email:
        contact.kind = ContactKind::Email;
        if (scheme_of(value.value) == "mailto") value.value.erase(0, 7);
        if (check_email(context, value)) contact.url = "mailto:" + value.value;
        break;
      case FieldId::Phone:
        contact.kind = ContactKind::Phone;
        if (scheme_of(value.value) == "tel") value.value.erase(0, 4);
        if (check_phone(context, value)) contact.url = "tel:" + dialled(value.value);
        break;
      default:
        contact.kind = ContactKind::Website;
        contact.url = complete_url(context, value.value, value.span);
        if (is_web(contact.url)) value.value = std::string{printed_address(contact.url)};
        break;
    }
    contact.value = std::move(value);
    header.contacts.push_back(std::move(contact));
  }
}

std::vector<Link> read_links(Context& context, Field const& field, Node const& node) {
  std::vector<Link> result;
  for (Address& address : read_addresses(context, field, node)) {
    Link link;
    link.network = address.network ? address.network->id : "";
    Resolved resolved = resolve_address(context, address);
    link.url = {std::move(resolved.url), address.value.span};
    if (link.url.empty()) link.url.value = std::move(resolved.handle);  // of a network whose pages have no address
    link.label = std::move(address.label);
    link.relation = unicode::to_lower(address.key.empty() ? syntax::plain_text(link.label.base) : address.key, "en");
    link.icon = std::move(address.icon);
    result.push_back(std::move(link));
  }
  return result;
}

void read_header_links(Context& context, Field const& field, Node const& node, Header& header) {
  if (!node.is_map()) {
    for (Address& address : read_addresses(context, field, node)) add_address_contact(context, std::move(address), header);
    return;
  }
  for (syntax::Member const& member : node.members) {
    std::string const key = normalised_key(member.key);
    if (key.starts_with("x-")) {
      context.extra->push_back(member);
      continue;
    }
    if (is_absent(member.value)) continue;
    Field const* contact = find_exact_field(Where::Contact, key);
    bool const plain = contact && (contact->id == FieldId::Email || contact->id == FieldId::Phone ||
                                   contact->id == FieldId::ContactWebsite || contact->id == FieldId::Location);
    if (plain) {
      add_contacts(context, *contact, member.value, {}, header);
      continue;
    }
    std::vector<Address> addresses;
    read_address(context, field, key, member.key_span, member.value, addresses);
    for (Address& address : addresses) add_address_contact(context, std::move(address), header);
  }
}

void read_contacts(Context& context, Field const& field, Node const& node, Header& header) {
  if (!node.is_list() && !node.is_map()) {
    report_wrong_type(context, field, node);
    return;
  }
  std::span<Node const> const items = node.is_list() ? std::span<Node const>{node.items} : std::span<Node const>{&node, 1};
  for (Node const& item : items) {
    if (is_absent(item)) continue;
    if (!item.is_map()) {
      report_wrong_type(context, field, item);
      continue;
    }
    Contact custom;
    std::size_t const findings = context.diagnostics.size();
    ExtraScope const scope{context, custom.attributes.extra};
    // First what the item carries, then what it is: `{github: bob, icon: cat}`.
    Node fields_only = item;
    std::vector<syntax::Member const*> addresses;
    std::erase_if(fields_only.members, [&](syntax::Member const& member) {
      std::string const key = normalised_key(member.key);
      return !find_field(Where::Contact, key) && find_network(key) != nullptr;
    });
    for (syntax::Member const& member : item.members) {
      std::string const key = normalised_key(member.key);
      if (!find_field(Where::Contact, key) && find_network(key)) addresses.push_back(&member);
    }
    std::vector<std::pair<Field const*, syntax::Member const*>> plain;
    read_fields(context, fields_only, Where::Contact, Kind::Other, custom.attributes.extra,
                [&](Field const& part, syntax::Member const& member) {
                  if (read_attribute(context, part, member, custom.attributes)) return;
                  switch (part.id) {
                    case FieldId::ContactLabel:
                      custom.label = read_text(context, part, member.value);
                      break;
                    case FieldId::ContactValue:
                      custom.value = read_literal(context, part, member.value);
                      break;
                    case FieldId::ContactUrl: {
                      Literal const url = read_literal(context, part, member.value);
                      if (!url.empty()) custom.url = complete_url(context, url.value, url.span);
                      break;
                    }
                    default:
                      plain.emplace_back(&part, &member);
                      break;
                  }
                });
    custom.attributes.span = item.span;
    bool const reported = context.diagnostics.size() > findings;
    std::size_t const before = header.contacts.size();
    for (auto const& [part, member] : plain) add_contacts(context, *part, member->value, {}, header);
    for (syntax::Member const* member : addresses) {
      std::vector<Address> found;
      read_address(context, field, normalised_key(member->key), member->key_span, member->value, found);
      for (Address& address : found) add_address_contact(context, std::move(address), header);
    }
    if (header.contacts.size() > before) {
      // The item's own attributes go to what it names.
      Contact& named = header.contacts[before];
      Span const span = named.attributes.span;
      named.attributes = std::move(custom.attributes);
      named.attributes.span = span;
      if (!custom.label.empty()) named.label = std::move(custom.label);
      if (!custom.url.empty()) named.url = std::move(custom.url);
      if (!custom.value.empty()) named.value = std::move(custom.value);
      continue;
    }
    if (custom.value.empty() && !custom.url.empty()) custom.value = {std::string{printed_address(custom.url)}, item.span};
    if (custom.value.empty() && custom.label.empty()) {
      if (reported) continue;  // a field of it was, and its repair may be all
      diag::report<diag::Kind::MissingField>(context.diagnostics, item.span, "a contact item", "value")
          .hint("for example `{label: Call sign, value: QX4AA}`");
      continue;
    }
    header.contacts.push_back(std::move(custom));
  }
}

}  // namespace resumec::model
