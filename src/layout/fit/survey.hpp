// What there is to choose from, at any setting: asks the layout for heights, and remembers what it said.
#pragma once

#include "layout/fit/ceiling.hpp"
#include "layout/fit/contents.hpp"
#include "layout/inline/prepared_texts.hpp"

#include <deque>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace resumec::layout::fit {

/// One column at one setting.
struct Asked {
  flow::ColumnRole role = flow::ColumnRole::Main;
  Question question;
};

class Survey {
 public:
  /// `brief` as in `fit`. `pages`: how many there are. The flow, the facts, the shaper and the world outlive it.
  Survey(flow::Document const& full, flow::Document const* brief, Facts const& facts, std::uint32_t pages, Units kept_free,
         text::Shaper& shaper, World& world);

  std::vector<Asked> ask(style::Metrics const& metrics) { return ask(metrics, metrics); }
  /// With the lines of the setting `like`, on the pages of the setting `metrics`.
  std::vector<Asked> ask(style::Metrics const& like, style::Metrics const& metrics);

  /// Units on the pages of a setting together.
  Position units(style::Metrics const& metrics);
  /// What so many units can show at most with the lines of the setting `like` and these gaps; nothing where not even what is required
  /// fits. `highest`: no setting has more units.
  std::optional<Value> ceiling(style::Metrics const& like, int gaps, Position units, Position highest);

  style::Metrics const& natural() const { return natural_; }
  Em x_height();
  Parts const& parts() const { return parts_; }
  /// The boxes of the columns at a setting.
  std::vector<std::pair<flow::ColumnRole, PartBoxes>> const& columns(style::Metrics const& metrics) { return heights(metrics).columns; }

 private:
  struct Heights {
    style::Metrics metrics;
    PartBoxes masthead;
    bool has_masthead = false;
    std::vector<std::pair<flow::ColumnRole, PartBoxes>> columns;
    Variants variants;
    std::map<int, std::vector<Ceiling>> ceilings;  ///< of the columns, by gaps
  };

  Heights& heights(style::Metrics const& metrics);
  static OtherHeights by_item(Measured const& measured, Parts const& parts, std::size_t items);
  Measured measured(flow::Document& document, PreparedTexts& texts, style::Metrics const& metrics);
  std::vector<Asked> questions(Heights const& made, int gaps) const;
  Pages pages_of(style::Metrics const& metrics);

  flow::Document full_;
  std::optional<flow::Document> brief_;
  style::Metrics natural_;
  Facts const& facts_;
  std::uint32_t pages_;
  Units kept_free_;
  text::Shaper& shaper_;
  World& world_;
  Parts parts_;
  std::optional<Parts> brief_parts_;
  PreparedTexts full_texts_, brief_texts_;
  std::deque<Heights> measured_;
};

}  // namespace resumec::layout::fit
