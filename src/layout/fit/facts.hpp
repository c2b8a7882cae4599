// What fitting has to know of an item of the résumé. Layout has no résumé types: the driver writes this down.
#pragma once

#include "base/ids.hpp"
#include "layout/fit/solver.hpp"

#include <vector>

namespace resumec::layout::fit {

enum class ItemKind : std::uint8_t { Section, Entry, Point };

struct ItemFacts {
  ItemKind kind = ItemKind::Point;
  Value value = 0;        ///< of showing it, without what it holds
  bool required = false;  ///< it is shown, and so is what holds it
  int minimum = 0;        ///< of the entries or points in it, where it is shown; 0: not given
  int maximum = 0;
  bool has_short = false;  ///< there is a shorter wording
};

/// `item` is shown only where `needs` is.
struct Link {
  base::ItemId item, needs;
};

struct Facts {
  std::vector<ItemFacts> items;  ///< by `base::ItemId`
  std::vector<Link> links;

  ItemFacts const& operator[](base::ItemId item) const { return items[item.index()]; }
};

}  // namespace resumec::layout::fit
