#include "resumec/diagnostics.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace resumec {

namespace {

bool same(Label const& a, Label const& b) { return a.span == b.span && a.text == b.text; }

bool same(FixIt const& a, FixIt const& b) { return a.span == b.span && a.replacement == b.replacement; }

template <class T>
bool same(std::vector<T> const& a, std::vector<T> const& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](T const& x, T const& y) { return same(x, y); });
}

bool same(Diagnostic const& a, Diagnostic const& b) {
  return std::tie(a.kind, a.severity, a.message, a.span, a.caret, a.hints) ==
             std::tie(b.kind, b.severity, b.message, b.span, b.caret, b.hints) &&
         same(a.labels, b.labels) && same(a.fixes, b.fixes);
}

/// Detached last, then source, begin, end; at one place errors before warnings.
auto order(Diagnostic const& d) { return std::tuple{d.span.detached(), d.span, d.severity}; }

}  // namespace

Diagnostic& Diagnostics::add(Diagnostic diagnostic) { return all_.emplace_back(std::move(diagnostic)); }

void Diagnostics::append(Diagnostics const& other) {
  if (&other == this) return;
  all_.insert(all_.end(), other.all_.begin(), other.all_.end());
}

void Diagnostics::sort() {
  std::stable_sort(all_.begin(), all_.end(), [](Diagnostic const& a, Diagnostic const& b) { return order(a) < order(b); });
  // Repetitions stand in the same group of equal places, but not always side by side.
  std::vector<Diagnostic> kept;
  kept.reserve(all_.size());
  std::size_t group = 0;
  for (auto& diagnostic : all_) {
    if (kept.size() > group && order(kept[group]) != order(diagnostic)) group = kept.size();
    // The same text may be set again where its place is lost: a name in a running head.
    bool const placed = diagnostic.span.detached() &&
                        std::any_of(kept.begin(), kept.begin() + static_cast<std::ptrdiff_t>(group),
                                    [&](Diagnostic const& k) { return k.kind == diagnostic.kind && k.message == diagnostic.message; });
    if (placed) continue;
    bool const repeated = std::any_of(kept.begin() + static_cast<std::ptrdiff_t>(group), kept.end(),
                                      [&](Diagnostic const& k) { return same(k, diagnostic); });
    if (!repeated) kept.push_back(std::move(diagnostic));
  }
  all_ = std::move(kept);
}

bool Diagnostics::has_errors() const { return count(Severity::Error) > 0; }

std::size_t Diagnostics::count(Severity severity) const {
  return static_cast<std::size_t>(std::count_if(all_.begin(), all_.end(), [=](Diagnostic const& d) { return d.severity == severity; }));
}

}  // namespace resumec
