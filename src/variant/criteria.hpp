// What `keep`, `only` and `drop` say of one item.
//
// What an item does not say for itself, what holds it says: its tags, its kind, its date and its id are its own or, if it has none, those
// of the entry or section around it. Its priority is its own alone; none counts as 3. An item that says nothing about a criterion stays by
// `keep`; by `only` it stays if something within it does.
#pragma once

#include "model/resume.hpp"
#include "variant/order.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace resumec::variant {

/// What the criteria ask of an item. Refers to the résumé.
struct Facts {
  std::vector<std::string> const* tags = nullptr;  ///< none: nothing in the item or around it has tags
  int priority = 0;
  std::optional<model::Kind> kind;
  model::When const* when = nullptr;
  std::vector<std::string_view> ids;  ///< from the outermost to the item's own
  std::optional<NamedBy> section;     ///< of the section that it is or stands in
  bool is_cited = true;               ///< publications: something that is shown cites it

  /// The facts of an item inside.
  Facts within(model::Attributes const& attributes) const;
};

enum class Rule : std::uint8_t { Keep, Only };
enum class Answer : std::uint8_t {
  No,
  Open,  ///< stays if something within it stays
  Yes,
};

struct Verdict {
  Answer answer = Answer::Yes;
  std::string reason;  ///< what the item has that the criteria ask for; or what it lacks
};

Verdict judge(model::Criteria const& criteria, Rule rule, Facts const& facts);

/// The same for `drop`: No takes the item out, and the reason says why.
Verdict judge_drop(model::Criteria const& criteria, Facts const& facts);

}  // namespace resumec::variant
