// What fitting decided, in words and as JSON: how full the pages are, what was left out and what showing it would cost, what a line more
// would show, and which texts a word or two make longer by a line.

#include "driver/passes.hpp"
#include "model/items.hpp"
#include "resumec/tools.hpp"
#include "unicode/line_index.hpp"
#include "unicode/unicode.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace resumec {

namespace {

namespace fit = layout::fit;
using base::ItemId;
using base::Length;
using Json = nlohmann::ordered_json;

struct Named {
  std::string words;
  Span span;
  unicode::Position place;
};

std::map<ItemId, Named> names_of(model::Resume const& resume, World const& world) {
  std::map<ItemId, Named> names;
  std::map<SourceId, unicode::LineIndex> lines;
  model::ItemWalk{[&](auto const& item, model::Attributes const*) {
    Named& named = names[item.attributes.item];
    named.words = model::in_words(item);
    named.span = item.attributes.span;
    if (named.span.detached()) return;
    auto const source = named.span.source;
    named.place = lines.try_emplace(source, world.text(source)).first->second.position(named.span.begin);
  }}.sections(resume.sections);
  return names;
}

/// Enough of a text to know it by.
std::string excerpt(std::string_view words) {
  constexpr std::size_t most = 60;
  std::size_t end = 0;
  for (std::size_t count = 0; end < words.size() && words[end] != '\n' && count < most; ++count) end = unicode::decode_at(words, end).end;
  if (end == words.size()) return std::string{words};
  return std::string{words.substr(0, end)} + "…" + (words.back() == '`' ? "`" : "");
}

/// Tenths of the worth of a point of the highest priority.
std::string price(fit::Value value) { return fmt::format("{}.{}", value / 1000, value % 1000 / 100); }

std::string points(Length length) {
  auto const hundredths = (length.raw() * 100 + Length::point / 2) / Length::point;
  return fmt::format("{}.{:02}", hundredths / 100, hundredths % 100);
}

std::string millimetres(Length length) {
  auto const tenths = (length.raw() * 254 / 72 + Length::point / 2) / Length::point;
  return fmt::format("{}.{}", tenths / 10, tenths % 10);
}

class Explainer {
 public:
  /// `roomier`: the setting at which everything would fit, if there is one.
  Explainer(driver::Passes const& passes, World const& world, std::optional<style::Metrics> roomier)
      : fitted_{passes.fitted->result},
        everything_at_{roomier},
        natural_{passes.fitted->natural},
        world_{world},
        names_{names_of(passes.fitted->whole, world)},
        pages_{passes.fitted->pages} {}

  std::string text() const {
    std::string out = summary();
    fit::Report const& report = fitted_.report;
    if (!report.omissions.empty()) {
      out += "left out, and what showing it would cost (100: a point of the highest priority):\n";
      std::vector<fit::Omission> cheapest_first = report.omissions;
      std::stable_sort(cheapest_first.begin(), cheapest_first.end(),
                       [](fit::Omission const& a, fit::Omission const& b) { return a.price && (!b.price || *a.price < *b.price); });
      for (fit::Omission const& omission : cheapest_first) {
        out += fmt::format("  {:>6}  {}\n", omission.price ? price(*omission.price) : "never", named(omission.item));
        if (!omission.instead.empty()) out += fmt::format("          would displace {}\n", list(omission.instead));
      }
    }
    if (everything_at_) out += fmt::format("everything would fit at {} (`--fit layout`)\n", setting(*everything_at_));
    if (!fitted_.decisions.shortened.empty()) {
      out += "in a shorter wording:\n";
      for (ItemId const item : fitted_.decisions.shortened) out += fmt::format("  {}\n", named(item));
    }
    if (!fitted_.decisions.tightened.empty()) {
      out += "set in a line less than would be best:\n";
      for (ItemId const item : fitted_.decisions.tightened) out += fmt::format("  {}\n", named(item));
    }
    if (!report.gains.empty()) {
      out += "with more room:\n";
      for (fit::Gain const& gain : report.gains)
        out += fmt::format("  {} line{} more: {}\n", gain.lines, gain.lines == 1 ? "" : "s", list(gain.items));
    }
    if (!report.savings.empty()) {
      out += "a line less each, if shortened:\n";
      for (fit::Saving const& saving : report.savings)
        out += fmt::format("  by {} word{}: {}\n", saving.words, saving.words == 1 ? "" : "s", named(saving.item));
    }
    return out;
  }

  std::string json() const {
    fit::Report const& report = fitted_.report;
    style::Metrics const& metrics = fitted_.decisions.metrics;
    Json root;
    root["pages"] = pages_;
    root["outcome"] = outcome();
    root.update(setting_json(metrics));
    root["columns"] = Json::array();
    for (fit::ColumnFit const& column : report.columns)
      root["columns"].push_back({{"filled_permille", column.capacity > 0 ? column.end * 1000 / column.capacity : 0}});
    root["value"] = report.value;
    root["upper_bound"] = report.everything;
    root["harm"] = report.harm;
    root["certificate"] = {{"solver", "sequential dynamic program over positions"},
                           {"optimal", report.proven},
                           {"settings_tried", report.levels_tried},
                           {"settings", report.levels},
                           {"states", report.states}};
    root["left_out"] = Json::array();
    for (fit::Omission const& omission : report.omissions) {
      Json one = item(omission.item);
      one["price"] = omission.price ? Json(*omission.price) : Json();
      one["displaces"] = items(omission.instead);
      root["left_out"].push_back(std::move(one));
    }
    root["everything_fits_at"] = everything_at_ ? setting_json(*everything_at_) : Json();
    root["shortened"] = items(fitted_.decisions.shortened);
    root["tightened"] = items(fitted_.decisions.tightened);
    root["gains"] = Json::array();
    for (fit::Gain const& gain : report.gains) root["gains"].push_back({{"lines", gain.lines}, {"shows", items(gain.items)}});
    root["savings"] = Json::array();
    for (fit::Saving const& saving : report.savings) {
      Json one = item(saving.item);
      one["words"] = saving.words;
      root["savings"].push_back(std::move(one));
    }
    return root.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
  }

 private:
  static std::string setting(style::Metrics const& metrics) {
    return fmt::format("size {} pt, leading {} pt, margins {} mm, gaps {} %", points(metrics.body_size), points(metrics.line_height),
                       millimetres(metrics.margin_left), metrics.gaps);
  }
  static Json setting_json(style::Metrics const& metrics) {
    Json json;
    json["size_pt"] = points(metrics.body_size);
    json["leading_pt"] = points(metrics.line_height);
    json["margins_mm"] = {millimetres(metrics.margin_top), millimetres(metrics.margin_right), millimetres(metrics.margin_bottom),
                          millimetres(metrics.margin_left)};
    json["gaps_percent"] = metrics.gaps;
    return json;
  }

  std::string_view outcome() const {
    switch (fitted_.report.outcome) {
      case fit::Outcome::Natural:
        return "natural";
      case fit::Outcome::Loosened:
        return "loosened";
      default:
        return "fitted";
    }
  }

  std::string summary() const {
    fit::Report const& report = fitted_.report;
    style::Metrics const& metrics = fitted_.decisions.metrics;
    std::string out = fmt::format("{} page{}", pages_, pages_ == 1 ? "" : "s");
    for (fit::ColumnFit const& column : report.columns) {
      auto const permille = column.capacity > 0 ? column.end * 1000 / column.capacity : 0;
      out += fmt::format("{} {}.{} % full", column.role == flow::ColumnRole::Side ? ", side column" : ",", permille / 10, permille % 10);
    }
    out += "\n";
    out += fmt::format("size {} pt{}, leading {} pt{}, margins {} mm{}, gaps {} %\n", points(metrics.body_size),
                       was(metrics.body_size, natural_.body_size, points), points(metrics.line_height),
                       was(metrics.line_height, natural_.line_height, points), millimetres(metrics.margin_left),
                       was(metrics.margin_left, natural_.margin_left, millimetres), metrics.gaps);
    bool const all = fitted_.decisions.dropped.empty() && fitted_.decisions.shortened.empty();
    out += all ? "everything is shown\n" : fmt::format("shown: worth {} of {}\n", price(report.value), price(report.everything));
    if (report.outcome == fit::Outcome::Fitted)
      out += fmt::format("the best {}, less a harm of {} for the setting: {} of {} settings were tried{}\n",
                         report.proven ? "there is" : "found", price(report.harm), report.levels_tried, report.levels,
                         report.proven ? "" : "; the others lose even with the lines of a wider measure");
    return out;
  }

  template <class Format>
  static std::string was(Length now, Length before, Format format) {
    return now == before ? std::string{} : fmt::format(" (was {})", format(before));
  }

  std::string named(ItemId item) const {
    auto const found = names_.find(item);
    if (found == names_.end()) return {};
    Named const& named = found->second;
    if (named.span.detached()) return excerpt(named.words);
    return fmt::format("{} ({}:{}:{})", excerpt(named.words), world_.name(named.span.source), named.place.line, named.place.column);
  }
  std::string list(std::vector<ItemId> const& items) const {
    constexpr std::size_t most = 4;
    std::string out;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (i == most) return out + fmt::format(" and {} more", items.size() - most);
      if (i > 0) out += ", ";
      if (auto const found = names_.find(items[i]); found != names_.end()) out += excerpt(found->second.words);
    }
    return out;
  }
  Json item(ItemId id) const {
    Json one;
    auto const found = names_.find(id);
    if (found == names_.end()) return one;
    one["item"] = found->second.words;
    if (!found->second.span.detached()) {
      one["file"] = world_.name(found->second.span.source);
      one["line"] = found->second.place.line;
      one["column"] = found->second.place.column;
      one["begin"] = found->second.span.begin;
      one["end"] = found->second.span.end;
    }
    return one;
  }
  Json items(std::vector<ItemId> const& ids) const {
    Json list = Json::array();
    for (ItemId const id : ids) list.push_back(item(id));
    return list;
  }

  fit::Result const& fitted_;
  std::optional<style::Metrics> const everything_at_;
  style::Metrics const natural_;
  World const& world_;
  std::map<ItemId, Named> const names_;
  std::size_t pages_;
};

/// The setting at which everything fits into as many pages, where something was left out.
std::optional<style::Metrics> setting_for_everything(Engine& engine, World& world, SourceId source, CompileOptions options,
                                                     driver::Passes const& passes) {
  if (options.fit_mode != FitMode::Balanced || passes.fitted->result.decisions.dropped.empty()) return std::nullopt;
  options.fit_mode = FitMode::Layout;
  driver::Passes other{engine, world, source, options};
  if (!other.run(Stage::Flow) || !other.fitted) return std::nullopt;
  return other.fitted->result.decisions.metrics;
}

}  // namespace

Outcome<std::string> explain_fit(Engine& engine, World& world, SourceId source, FitFormat format, CompileOptions const& options) {
  Outcome<std::string> outcome;
  driver::Passes passes{engine, world, source, options, driver::FitDetail::Reasons};
  if (passes.run(Stage::Flow)) {
    if (!passes.fitted) {
      outcome.value = format == FitFormat::Json ? "{}\n" : "nothing was fitted: no number of pages is asked for\n";
    } else {
      Explainer const explainer{passes, world, setting_for_everything(engine, world, source, options, passes)};
      outcome.value = format == FitFormat::Json ? explainer.json() : explainer.text();
    }
  }
  outcome.diagnostics = std::move(passes.diagnostics);
  outcome.diagnostics.sort();
  return outcome;
}

}  // namespace resumec
