// The property behind the promise "nothing is lost": every leaf that is given reaches the flow's text, exactly once, for every kind of
// entry, for many combinations of given and absent leaves, in a rich layout and in one that names few slots.
#include "style/grammar.hpp"
#include "unit/flow/flow_fixture.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <functional>

namespace resumec::flow {
namespace {

/// Gives a leaf a word of its own where the dice say so, and remembers it.
class Filler {
 public:
  explicit Filler(std::uint64_t seed) : state_{seed * 2862933555777941757U + 3037000493U} {}

  std::vector<std::string> words;

  bool given() {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return (state_ >> 60U) % 3 != 0;
  }
  std::string word() {
    words.push_back(fmt::format("w{}x", words.size() + 100));
    return words.back();
  }
  void fill(model::Text& leaf) {
    if (given()) leaf = text(word());
  }
  void fill(model::Literal& leaf) {
    if (given()) leaf = literal(word());
  }
  void fill(model::RichText& leaf) {
    if (given()) leaf = given() ? rich({word(), word()}) : rich({word()});
  }
  void fill(std::vector<model::Text>& leaves) {
    while (given() && leaves.size() < 3) leaves.push_back(text(word()));
  }
  void fill(std::vector<model::Point>& points, int depth = 0) {
    while (given() && points.size() < 3) {
      points.emplace_back();
      fill(points.back().text);
      if (depth < 3) fill(points.back().points, depth + 1);
      if (given()) points.back().cites = {{literal("id"), word()}};
    }
  }
  void fill(std::vector<model::Author>& authors) {
    while (given() && authors.size() < 3) authors.push_back({word(), "", given(), false, {}});
  }

 private:
  std::uint64_t state_;
};

void fill_detail(Filler& filler, model::Entry& entry) {
  switch (entry.kind) {
    case model::Kind::Education: {
      model::EducationDetail d;
      filler.fill(d.degree), filler.fill(d.field), filler.fill(d.minor), filler.fill(d.thesis), filler.fill(d.score);
      filler.fill(d.honours), filler.fill(d.advisors), filler.fill(d.courses);
      entry.detail = d;
      return;
    }
    case model::Kind::Publication: {
      model::PublicationDetail d;
      filler.fill(d.authors), filler.fill(d.editors), filler.fill(d.venue), filler.fill(d.publisher), filler.fill(d.status),
          filler.fill(d.award);
      filler.fill(d.volume), filler.fill(d.issue), filler.fill(d.pages), filler.fill(d.doi), filler.fill(d.arxiv), filler.fill(d.isbn),
          filler.fill(d.cited);
      entry.detail = d;
      return;
    }
    case model::Kind::Talk: {
      model::TalkDetail d;
      filler.fill(d.event), filler.fill(d.type);
      entry.detail = d;
      return;
    }
    case model::Kind::Award:
    case model::Kind::Grant: {
      model::AwardDetail d;
      filler.fill(d.amount);
      entry.detail = d;
      return;
    }
    case model::Kind::Certificate:
    case model::Kind::Patent:
    case model::Kind::Course:
    case model::Kind::Membership: {
      model::CertificateDetail d;
      filler.fill(d.number);
      if (filler.given()) {
        d.expires.literal = filler.word();
        d.expires.free_text = true;
      }
      entry.detail = d;
      return;
    }
    case model::Kind::Skills: {
      model::SkillsDetail d;
      while (filler.given() && d.items.size() < 3) {
        d.items.emplace_back();
        filler.fill(d.items.back().name), filler.fill(d.items.back().level.text), filler.fill(d.items.back().keywords);
      }
      filler.fill(d.level.text);
      entry.detail = d;
      return;
    }
    case model::Kind::Language: {
      model::LanguageDetail d;
      filler.fill(d.level.text);
      entry.detail = d;
      return;
    }
    case model::Kind::Reference: {
      model::ReferenceDetail d;
      filler.fill(d.relation), filler.fill(d.email), filler.fill(d.phone), filler.fill(d.quote);
      entry.detail = d;
      return;
    }
    default:
      return;
  }
}

model::Entry filled(Filler& filler, model::Kind kind, int depth) {
  model::Entry result;
  result.kind = kind;
  filler.fill(result.title), filler.fill(result.role), filler.fill(result.org), filler.fill(result.department), filler.fill(result.about);
  filler.fill(result.place.text);
  if (result.place.empty()) filler.fill(result.place.city), filler.fill(result.place.country), filler.fill(result.place.postcode);
  if (filler.given()) {
    result.when.literal = filler.word();
    result.when.free_text = true;
  }
  if (filler.given()) result.url = literal("https://" + filler.word());
  while (filler.given() && result.links.size() < 3) {
    model::Link link;
    filler.fill(link.label);
    link.url = literal(link.label.empty() ? "https://" + filler.word() : "https://a.example");
    result.links.push_back(link);
  }
  filler.fill(result.text), filler.fill(result.note), filler.fill(result.abstract), filler.fill(result.points),
      filler.fill(result.keywords);
  while (filler.given() && result.cites.size() < 3) result.cites.push_back({literal("id"), filler.word()});
  if (filler.given()) result.number = filler.word();
  fill_detail(filler, result);
  while (depth > 0 && filler.given() && result.entries.size() < 2)
    result.entries.push_back(filled(filler, filler.given() ? kind : model::Kind::Other, depth - 1));
  return result;
}

std::size_t count(std::string_view text, std::string_view word) {
  std::size_t found = 0;
  for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) ++found;
  return found;
}

void expect_all(model::Resume const& resume, Filler const& filler, std::shared_ptr<style::Layout const> const& layout,
                std::string const& what) {
  Diagnostics diagnostics;
  auto const document = realize(resume, *layout, diagnostics);
  std::string all;
  for (auto const& one : texts(document)) all += one + "\n";
  for (auto const& word : filler.words) {
    ASSERT_EQ(count(all, word), 1U) << what << " " << word << " in\n" << all << dump(document);
  }
}

TEST(Leaves, of_every_kind_of_entry_are_printed_once) {
  for (std::size_t index = 0; index < style::entry_kinds().size(); ++index) {
    auto const kind = static_cast<model::Kind>(index);
    auto const kind_name = style::entry_kinds()[index];
    ASSERT_EQ(model::name_of(kind), kind_name);
    for (std::uint64_t seed = 0; seed < 12; ++seed) {
      Filler filler{seed * 977 + static_cast<std::uint64_t>(kind)};
      std::vector<model::Entry> entries{filled(filler, kind, 2), filled(filler, kind, 0),
                                        filled(filler, filler.given() ? kind : model::Kind::Project, 0)};
      auto one = section("Title", std::move(entries));
      filler.fill(one.intro), filler.fill(one.legend);
      if (filler.given()) one.columns = 2;
      auto whole = resume({one});
      whole.settings.abstracts = model::Settings::Abstracts::Show;
      auto const what = fmt::format("{} {}", kind_name, seed);
      expect_all(whole, filler, classic(), what);
      expect_all(whole, filler, two_column(), what);
      if (HasFatalFailure()) return;
    }
  }
}

TEST(Leaves, of_the_masthead_are_printed_once) {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    Filler filler{seed};
    model::Resume whole;
    whole.header.name.display = literal(filler.word());
    filler.fill(whole.header.name.native), filler.fill(whole.header.name.pronouns), filler.fill(whole.header.headline),
        filler.fill(whole.header.nationality);
    filler.fill(whole.header.location.text);
    if (filler.given()) {
      whole.header.birth.literal = filler.word();
      whole.header.birth.free_text = true;
    }
    while (filler.given() && whole.header.contacts.size() < 5) {
      model::Contact contact;
      filler.fill(contact.label);
      contact.value = literal(filler.word());
      whole.header.contacts.push_back(contact);
    }
    auto const what = fmt::format("masthead {}", seed);
    expect_all(whole, filler, classic(), what);
    expect_all(whole, filler, two_column(), what);
    if (HasFatalFailure()) return;
  }
}

TEST(Leaves, of_markup_are_printed_whatever_surrounds_them) {
  using syntax::InlineKind;
  Filler filler{1};
  syntax::Inlines inlines;
  for (auto const kind : {InlineKind::Strong, InlineKind::Emphasis, InlineKind::Underline, InlineKind::Strike, InlineKind::SmallCaps,
                          InlineKind::Superscript, InlineKind::Subscript, InlineKind::Span, InlineKind::Link}) {
    inlines.push_back(around(kind, {run(filler.word()), around(InlineKind::Emphasis, {run(filler.word())})}));
    inlines.back().target = "https://a.example";
    inlines.back().lang = "fr";
  }
  auto code = run(filler.word());
  code.kind = InlineKind::Code;
  inlines.push_back(code);
  syntax::Block paragraph, heading, list, quote, code_block;
  paragraph.inlines = inlines;
  heading.kind = syntax::BlockKind::Heading;
  heading.inlines = {run(filler.word())};
  list.kind = syntax::BlockKind::List;
  list.ordered = true;
  list.items.resize(2);
  for (auto& item : list.items) item.blocks = rich({filler.word()}).base;
  quote.kind = syntax::BlockKind::Quote;
  quote.children = rich({filler.word()}).base;
  code_block.kind = syntax::BlockKind::Code;
  code_block.inlines = {run(filler.word() + "\n\n" + filler.word())};
  auto one = entry(model::Kind::Text);
  one.text.base = {paragraph, heading, list, quote, code_block};
  expect_all(resume({section("A", {one})}), filler, classic(), "markup");
}

}  // namespace
}  // namespace resumec::flow
