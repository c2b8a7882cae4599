// The model as text: one value a line, two blanks a level, only what is given. Texts in the notation of syntax::dump, words in quotes.

#include "model/resume.hpp"
#include "model/schema.hpp"

#include <fmt/format.h>

namespace resumec::model {
namespace {

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    if (c == '\n')
      result += "\\n";
    else
      result += c;
  }
  return result + '"';
}

std::string when_notation(When const& when) {
  std::string spans;
  for (DateSpan const& span : when.spans) {
    if (!spans.empty()) spans += ", ";
    if (span.start) spans += iso(*span.start);
    if (span.range) spans += "..";
    if (span.end) spans += iso(*span.end);
    if (span.present) spans += "now";
  }
  return fmt::format("{}{} {}", when.free_text ? "text " : "", spans.empty() ? "-" : spans, quoted(when.literal));
}

class Writer {
 public:
  std::string text;

  void line(std::string_view name, std::string_view value = {}) {
    text.append(depth_ * 2, ' ');
    text += name;
    if (!value.empty()) {
      text += ' ';
      text += value;
    }
    text += '\n';
  }
  template <class F>
  void inside(F body) {
    ++depth_;
    body();
    --depth_;
  }

  void word(std::string_view name, std::string_view value) {
    if (!value.empty()) line(name, quoted(value));
  }
  void literal(std::string_view name, Literal const& value) { word(name, value.value); }
  void words(std::string_view name, std::vector<std::string> const& values) {
    std::string list;
    for (std::string const& value : values) list += (list.empty() ? "" : ", ") + quoted(value);
    if (!list.empty()) line(name, list);
  }
  void inline_text(std::string_view name, Text const& value) {
    if (!value.base.empty()) line(name, syntax::dump(value.base));
    for (auto const& [lang, inlines] : value.by_lang) line(fmt::format("{} [{}]", name, lang), syntax::dump(inlines));
  }
  void texts(std::string_view name, std::vector<Text> const& values) {
    for (Text const& value : values) inline_text(name, value);
  }
  void blocks(std::string_view name, syntax::Blocks const& value) {
    line(name);
    std::string const dumped = syntax::dump(value);
    inside([&] {
      for (std::size_t at = 0; at < dumped.size();) {
        std::size_t const end = std::min(dumped.find('\n', at), dumped.size());
        line(std::string_view{dumped}.substr(at, end - at));
        at = end + 1;
      }
    });
  }
  void rich(std::string_view name, RichText const& value) {
    if (!value.base.empty()) blocks(name, value.base);
    for (auto const& [lang, inner] : value.by_lang) blocks(fmt::format("{} [{}]", name, lang), inner);
  }
  void when(std::string_view name, When const& value) {
    if (!value.empty()) line(name, when_notation(value));
  }

  void node(std::string_view key, syntax::Node const& value) {
    switch (value.kind) {
      case syntax::Node::Kind::Null:
      case syntax::Node::Kind::Error:
        line(key);
        break;
      case syntax::Node::Kind::Scalar:
        line(key, quoted(value.text()));
        break;
      case syntax::Node::Kind::List:
        line(key);
        inside([&] {
          for (syntax::Node const& item : value.items) node("-", item);
        });
        break;
      case syntax::Node::Kind::Map:
        line(key);
        inside([&] {
          for (syntax::Member const& member : value.members) node(member.key + ":", member.value);
        });
        break;
    }
  }
  void members(std::string_view name, std::vector<syntax::Member> const& values) {
    if (values.empty()) return;
    line(name);
    inside([&] {
      for (syntax::Member const& member : values) node(member.key + ":", member.value);
    });
  }

  void attributes(Attributes const& value) {
    literal("id", value.id);
    words("tags", value.tags);
    if (value.priority != 0) line("priority", std::to_string(value.priority));
    if (value.hide) line("hide");
    if (value.required) line("required");
    for (Literal const& need : value.needs) literal("requires", need);
    if (value.minimum > 0) line("min", std::to_string(value.minimum));
    if (value.maximum > 0) line("max", std::to_string(value.maximum));
    if (value.page_break != PageBreak::Free)
      line("page-break " + std::string{choices(FieldType::PageBreak)[static_cast<std::size_t>(value.page_break) - 1]});
    word("lang", value.lang);
    word("icon", value.icon);
    word("comment", value.comment);
    rich("short", value.short_wording);
    for (Wording const& wording : value.wordings) rich("wording " + quoted(wording.variant.value), wording.text);
    members("extra", value.extra);
  }

  void place(std::string_view name, Place const& value) {
    if (value.empty()) return;
    inline_text(name, value.text);
    if (!value.text.empty()) return;
    line(name);
    inside([&] {
      literal("street", value.street);
      literal("city", value.city);
      literal("region", value.region);
      literal("postcode", value.postcode);
      literal("country", value.country);
      if (value.remote) line("remote");
    });
  }

  void cites(std::vector<Cite> const& values) {
    for (Cite const& cite : values) line("cite", quoted(cite.id.value) + (cite.number.empty() ? "" : " [" + cite.number + "]"));
  }

  void points(std::string_view name, std::vector<Point> const& values) {
    for (Point const& point : values) {
      line(name);
      inside([&] {
        attributes(point.attributes);
        rich("text", point.text);
        cites(point.cites);
        points("point", point.points);
      });
    }
  }

  void level(Level const& value) {
    inline_text("level", value.text);
    if (value.thousandths) inside([&] { line("scale", fmt::format("{} {}", value.scale, *value.thousandths)); });
  }

  void authors(std::string_view name, std::vector<Author> const& values) {
    for (Author const& author : values)
      line(name, fmt::format("{}{}{}{}", quoted(author.name), author.marks.empty() ? "" : " marks " + quoted(author.marks),
                             author.me ? " me" : "", author.others ? " others" : ""));
  }

  void operator()(std::monostate) {}
  void operator()(EducationDetail const& detail) {
    inline_text("degree", detail.degree);
    inline_text("field", detail.field);
    inline_text("minor", detail.minor);
    inline_text(detail.score_is_verbatim ? "score verbatim" : "score", detail.score);
    texts("honours", detail.honours);
    inline_text(detail.thesis_is_verbatim ? "thesis verbatim" : "thesis", detail.thesis);
    texts(detail.advisors_are_verbatim ? "advisor verbatim" : "advisor", detail.advisors);
    points("course", detail.courses);
  }
  void operator()(PublicationDetail const& detail) {
    literal("type", detail.type);
    authors("author", detail.authors);
    authors("editor", detail.editors);
    inline_text("venue", detail.venue);
    inline_text("publisher", detail.publisher);
    inline_text("status", detail.status);
    inline_text("award", detail.award);
    literal("volume", detail.volume);
    literal("issue", detail.issue);
    literal("pages", detail.pages);
    literal("doi", detail.doi);
    literal("arxiv", detail.arxiv);
    literal("isbn", detail.isbn);
    literal("cited", detail.cited);
  }
  void operator()(TalkDetail const& detail) {
    inline_text("event", detail.event);
    literal("type", detail.type);
  }
  void operator()(AwardDetail const& detail) { inline_text("amount", detail.amount); }
  void operator()(CertificateDetail const& detail) {
    literal("number", detail.number);
    when("expires", detail.expires);
  }
  void operator()(SkillsDetail const& detail) {
    level(detail.level);
    for (SkillItem const& item : detail.items) {
      line("item");
      inside([&] {
        attributes(item.attributes);
        inline_text("name", item.name);
        level(item.level);
        texts("keyword", item.keywords);
      });
    }
  }
  void operator()(LanguageDetail const& detail) { level(detail.level); }
  void operator()(ReferenceDetail const& detail) {
    inline_text("relation", detail.relation);
    literal("email", detail.email);
    literal("phone", detail.phone);
    rich("quote", detail.quote);
    if (detail.is_private) line("private");
  }

  void entry(Entry const& value) {
    line(fmt::format("entry {}{}", name_of(value.kind), value.number.empty() ? "" : " number " + quoted(value.number)));
    inside([&] {
      attributes(value.attributes);
      inline_text("title", value.title);
      inline_text("role", value.role);
      inline_text("org", value.org);
      inline_text("department", value.department);
      inline_text("about", value.about);
      place("place", value.place);
      when("when", value.when);
      literal("url", value.url);
      std::visit(*this, value.detail);
      for (Link const& link : value.links) {
        line("link", quoted(link.url.value));
        inside([&] {
          inline_text("label", link.label);
          word("relation", link.relation);
          word("network", link.network);
          word("icon", link.icon);
        });
      }
      cites(value.cites);
      rich("text", value.text);
      points("point", value.points);
      rich("note", value.note);
      texts("keyword", value.keywords);
      rich("abstract", value.abstract);
      for (Entry const& inner : value.entries) entry(inner);
    });
  }

  void section(Section const& value) {
    line("section", quoted(value.key));
    inside([&] {
      word("role", value.role);
      inline_text("title", value.title);
      if (value.untitled) line("untitled");
      if (value.kind) line("kind", name_of(*value.kind));
      attributes(value.attributes);
      constexpr std::string_view numberings[] = {"none", "up", "down", "label"};
      if (value.numbering_is_set || value.numbering != Numbering::None)
        line("numbering", numberings[static_cast<std::size_t>(value.numbering)]);
      word("style", value.style);
      if (value.columns != 0) line("columns", std::to_string(value.columns));
      word("sort", value.sort);
      inline_text("legend", value.legend);
      rich("intro", value.intro);
      for (Entry const& inner : value.entries) entry(inner);
    });
  }

  void contact(Contact const& value) {
    constexpr std::string_view kinds[] = {"email", "phone", "website", "location", "network", "custom"};
    line("contact", fmt::format("{} {}", kinds[static_cast<std::size_t>(value.kind)], quoted(value.value.value)));
    inside([&] {
      attributes(value.attributes);
      inline_text("label", value.label);
      word("network", value.network);
      word("name", value.network_name);
      word("handle", value.handle);
      word("url", value.url);
      place("place", value.place);
    });
  }

  void header(Header const& value) {
    word("name", full_name(value.name));
    inside([&] {
      literal("prefix", value.name.prefix);
      literal("given", value.name.given);
      literal("middle", value.name.middle);
      literal("particle", value.name.particle);
      literal("family", value.name.family);
      literal("suffix", value.name.suffix);
      literal("native", value.name.native);
      literal("pronouns", value.name.pronouns);
    });
    texts("headline", value.headline);
    for (Contact const& item : value.contacts) contact(item);
    place("location", value.location);
    literal("photo", value.photo);
    when("birth", value.birth);
    texts("nationality", value.nationality);
  }

  void limit(std::string_view name, Limit const& value, std::string_view unit = "") {
    if (value.value > 0) line(name, fmt::format("{}{}", value.value, unit));
  }

  void settings(Settings const& value) {
    if (value.today) line("today", iso(*value.today));
    word("date_style", value.date_style);
    if (value.raw_typography) line("typography raw");
    constexpr std::string_view abstracts[] = {"hide", "fold", "show"};
    if (value.abstracts != Settings::Abstracts::Hide) line("abstracts", abstracts[static_cast<std::size_t>(value.abstracts)]);
    words("bold", value.bold);
    words("hyphenation", value.hyphenation);
    for (auto const& [id, label] : value.labels) line("label", fmt::format("{} {}", id, quoted(label)));
    limit("pages", value.pages);
    limit("budget max_pages", value.budget.max_pages);
    limit("budget min_fill", value.budget.min_fill, " per mille");
    if (!value.budget.stranded_span.detached()) line("budget stranded_headings", value.budget.may_strand_headings ? "allow" : "error");
  }

  void output(OutputRequest const& value) {
    line("output");
    inside([&] {
      literal("file", value.file);
      for (Literal const& variant : value.variants) literal("variant", variant);
      for (Literal const& layout : value.layouts) literal("layout", layout);
      for (Literal const& format : value.formats) literal("format", format);
      for (Literal const& lang : value.langs) literal("lang", lang);
      limit("pages", value.pages);
      limit("max_pages", value.max_pages);
    });
  }

 private:
  std::size_t depth_ = 0;
};

}  // namespace

std::string dump(Resume const& resume) {
  Writer out;
  out.line("resume", fmt::format("{} lang {}", resume.format, resume.lang));
  out.inside([&] {
    out.words("langs", resume.langs);
    out.header(resume.header);
    for (Literal const& form : resume.me_forms) out.literal("me", form);
    out.literal("layout", resume.layout.name);
    out.members("layout options", resume.layout.options);
    out.settings(resume.settings);
    out.members("extra", resume.extra);
    for (Section const& section : resume.sections) out.section(section);
    for (OutputRequest const& output : resume.outputs) out.output(output);
    for (Variant const& variant : resume.variants) out.node("variant " + quoted(variant.name.value), variant.body);
  });
  return out.text;
}

}  // namespace resumec::model
