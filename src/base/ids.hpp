// Typed 32-bit ids: an index into a vector of one kind of thing. No pointers between stages.
#pragma once

#include <compare>
#include <cstdint>

namespace resumec::base {

template <class Tag>
struct Id {
  static constexpr std::uint32_t none = 0xFFFF'FFFF;
  std::uint32_t value = none;

  constexpr Id() = default;
  constexpr explicit Id(std::uint32_t index) : value{index} {}
  template <class Integer>
  static constexpr Id from(Integer index) {
    return Id{static_cast<std::uint32_t>(index)};
  }

  constexpr explicit operator bool() const { return value != none; }
  constexpr std::size_t index() const { return value; }
  friend constexpr auto operator<=>(Id, Id) = default;
};

/// A node of the flow document; lives on in the display list and the structure tree.
using NodeId = Id<struct NodeTag>;
/// A computed style of one flow document.
using StyleId = Id<struct StyleTag>;
/// A font face loaded in an `Engine`'s font library.
using FaceId = Id<struct FaceTag>;
/// A section, entry or point of one résumé, in the order in which they stand in it: what fitting shows or leaves out.
using ItemId = Id<struct ItemTag>;
/// A link target of one document.
using LinkId = Id<struct LinkTag>;

}  // namespace resumec::base
