#include "backend/pdf/metadata.hpp"

#include "base/append.hpp"
#include "unicode/unicode.hpp"

#include <fmt/format.h>

#include <chrono>

namespace resumec::backend::pdf {

namespace {

/// Escapes markup; what XML 1.0 cannot hold (controls, halves of pairs, U+FFFE) becomes a blank.
std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t offset = 0; offset < text.size();) {
    auto const point = unicode::decode_at(text, offset);
    offset = point.end;
    switch (point.value) {
      case U'&':
        out += "&amp;";
        break;
      case U'<':
        out += "&lt;";
        break;
      case U'>':
        out += "&gt;";
        break;
      case U'"':
        out += "&quot;";
        break;
      default: {
        bool const forbidden = point.value < 0x20 || point.value == 0x7F || (point.value & 0xFFFE) == 0xFFFE;
        unicode::append(out, forbidden ? U' ' : point.value);
      }
    }
  }
  return out;
}

void alternative(std::string& out, std::string_view property, std::string_view value) {
  if (value.empty()) return;
  base::append(out, "<{0}><rdf:Alt><rdf:li xml:lang=\"x-default\">{1}</rdf:li></rdf:Alt></{0}>\n", property, escaped(value));
}

void plain(std::string& out, std::string_view property, std::string_view value) {
  if (value.empty()) return;
  base::append(out, "<{0}>{1}</{0}>\n", property, escaped(value));
}

std::string joined(std::vector<std::string> const& words) {
  std::string out;
  for (auto const& word : words) {
    if (!out.empty()) out += ", ";
    out += word;
  }
  return out;
}

std::string xmp_date(Moment const& m) {
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", m.year, m.month, m.day, m.hour, m.minute, m.second);
}

std::string pdf_date(Moment const& m) {
  return fmt::format("D:{:04}{:02}{:02}{:02}{:02}{:02}Z", m.year, m.month, m.day, m.hour, m.minute, m.second);
}

// ISO 19005-2, 6.6.2.3: a property that is not predefined needs its schema, or the file could never be PDF/A as well.
constexpr std::string_view ua_schema = R"(<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
)";

constexpr std::string_view packet_begin =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n";
constexpr std::string_view packet_end = "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n";

}  // namespace

std::optional<Moment> to_moment(std::int64_t seconds) {
  constexpr std::int64_t first = -62'135'596'800, last = 253'402'300'799;  // 0001-01-01 and 9999-12-31 23:59:59
  if (seconds < first || seconds > last) return std::nullopt;
  using namespace std::chrono;
  sys_seconds const point{std::chrono::seconds{seconds}};
  auto const midnight = floor<days>(point);
  year_month_day const date{midnight};
  hh_mm_ss const time{point - midnight};
  auto const part = [](auto duration) { return static_cast<unsigned>(duration.count()); };
  return Moment{static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()),
                part(time.hours()),
                part(time.minutes()),
                part(time.seconds())};
}

std::string_view language_of(display::Metadata const& metadata) {
  return metadata.lang.empty() ? std::string_view{"und"} : std::string_view{metadata.lang};
}

std::string xmp_packet(display::Metadata const& metadata, MetadataOptions const& options) {
  std::string out{packet_begin};
  plain(out, "dc:format", "application/pdf");
  alternative(out, "dc:title", metadata.title);
  if (!metadata.author.empty()) {
    base::append(out, "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>\n", escaped(metadata.author));
  }
  alternative(out, "dc:description", metadata.subject);
  base::append(out, "<dc:language><rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag></dc:language>\n", escaped(language_of(metadata)));
  if (!metadata.keywords.empty()) {
    out += "<dc:subject><rdf:Bag>";
    for (auto const& word : metadata.keywords) base::append(out, "<rdf:li>{}</rdf:li>", escaped(word));
    out += "</rdf:Bag></dc:subject>\n";
  }
  plain(out, "pdf:Keywords", joined(metadata.keywords));
  plain(out, "pdf:Producer", options.producer);
  plain(out, "xmp:CreatorTool", options.producer);
  if (auto const moment = options.date ? to_moment(*options.date) : std::nullopt) {
    for (auto const* property : {"xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"}) plain(out, property, xmp_date(*moment));
  }
  plain(out, "pdfuaid:part", "1");
  return out.append(ua_schema).append(packet_end);
}

void write_metadata(haru::Doc& doc, display::Metadata const& metadata, MetadataOptions const& options) {
  auto info = doc.info();
  auto const add = [&info](char const* key, std::string_view value) {
    if (!value.empty()) info.set(key, haru::Text{value});
  };
  info.set("Producer", haru::Text{options.producer});  // replaces libharu's own
  add("Title", metadata.title);
  add("Author", metadata.author);
  add("Subject", metadata.subject);
  add("Keywords", joined(metadata.keywords));
  add("Creator", options.producer);
  if (auto const moment = options.date ? to_moment(*options.date) : std::nullopt) {
    for (auto const* key : {"CreationDate", "ModDate"}) info.set(key, haru::Ascii{pdf_date(*moment)});
  }
  auto packet = doc.stream(xmp_packet(metadata, options), haru::Filter::None);
  packet.set("Type", haru::Name{"Metadata"}).set("Subtype", haru::Name{"XML"});
  auto catalog = doc.catalog();
  catalog.set("Metadata", packet).set("Lang", haru::Text{language_of(metadata)});
  catalog.dict("ViewerPreferences").set("DisplayDocTitle", true);
}

}  // namespace resumec::backend::pdf
