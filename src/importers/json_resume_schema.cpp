// The official schema (1.3.1) as a table, and what of it a file does not keep. Every value is read all the same; `--strict` refuses it.
#include "base/ascii.hpp"
#include "diag/report.hpp"
#include "importers/json_resume.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace resumec::importers::json_resume {

namespace {

enum class Expected : std::uint8_t { Text, Texts, Map, Maps, Date, Url, Email };

constexpr std::string_view words[] = {"a text",          "a list of texts",  "a map", "a list of maps", "a date such as `2014-06`",
                                      "a whole address", "an e-mail address"};

/// A key of a place, and the place that its maps are.
struct Row {
  std::string_view place, key;
  Expected expected;
  std::string_view inner = {};
};

constexpr Row rows[] = {
    {"", "$schema", Expected::Text},
    {"", "basics", Expected::Map, "basics"},
    {"", "work", Expected::Maps, "work"},
    {"", "volunteer", Expected::Maps, "volunteer"},
    {"", "education", Expected::Maps, "education"},
    {"", "awards", Expected::Maps, "award"},
    {"", "certificates", Expected::Maps, "certificate"},
    {"", "publications", Expected::Maps, "publication"},
    {"", "skills", Expected::Maps, "skill"},
    {"", "languages", Expected::Maps, "language"},
    {"", "interests", Expected::Maps, "interest"},
    {"", "references", Expected::Maps, "reference"},
    {"", "projects", Expected::Maps, "project"},
    {"", "meta", Expected::Map, "meta"},
    {"basics", "name", Expected::Text},
    {"basics", "label", Expected::Text},
    {"basics", "image", Expected::Text},
    {"basics", "email", Expected::Email},
    {"basics", "phone", Expected::Text},
    {"basics", "url", Expected::Url},
    {"basics", "summary", Expected::Text},
    {"basics", "location", Expected::Map, "location"},
    {"basics", "profiles", Expected::Maps, "profile"},
    {"location", "address", Expected::Text},
    {"location", "postalCode", Expected::Text},
    {"location", "city", Expected::Text},
    {"location", "countryCode", Expected::Text},
    {"location", "region", Expected::Text},
    {"profile", "network", Expected::Text},
    {"profile", "username", Expected::Text},
    {"profile", "url", Expected::Url},
    {"work", "name", Expected::Text},
    {"work", "location", Expected::Text},
    {"work", "description", Expected::Text},
    {"work", "position", Expected::Text},
    {"work", "url", Expected::Url},
    {"work", "startDate", Expected::Date},
    {"work", "endDate", Expected::Date},
    {"work", "summary", Expected::Text},
    {"work", "highlights", Expected::Texts},
    {"volunteer", "organization", Expected::Text},
    {"volunteer", "position", Expected::Text},
    {"volunteer", "url", Expected::Url},
    {"volunteer", "startDate", Expected::Date},
    {"volunteer", "endDate", Expected::Date},
    {"volunteer", "summary", Expected::Text},
    {"volunteer", "highlights", Expected::Texts},
    {"education", "institution", Expected::Text},
    {"education", "url", Expected::Url},
    {"education", "area", Expected::Text},
    {"education", "studyType", Expected::Text},
    {"education", "startDate", Expected::Date},
    {"education", "endDate", Expected::Date},
    {"education", "score", Expected::Text},
    {"education", "courses", Expected::Texts},
    {"award", "title", Expected::Text},
    {"award", "date", Expected::Date},
    {"award", "awarder", Expected::Text},
    {"award", "summary", Expected::Text},
    {"certificate", "name", Expected::Text},
    {"certificate", "date", Expected::Date},
    {"certificate", "url", Expected::Url},
    {"certificate", "issuer", Expected::Text},
    {"publication", "name", Expected::Text},
    {"publication", "publisher", Expected::Text},
    {"publication", "releaseDate", Expected::Date},
    {"publication", "url", Expected::Url},
    {"publication", "summary", Expected::Text},
    {"skill", "name", Expected::Text},
    {"skill", "level", Expected::Text},
    {"skill", "keywords", Expected::Texts},
    {"language", "language", Expected::Text},
    {"language", "fluency", Expected::Text},
    {"interest", "name", Expected::Text},
    {"interest", "keywords", Expected::Texts},
    {"reference", "name", Expected::Text},
    {"reference", "reference", Expected::Text},
    {"project", "name", Expected::Text},
    {"project", "description", Expected::Text},
    {"project", "highlights", Expected::Texts},
    {"project", "keywords", Expected::Texts},
    {"project", "startDate", Expected::Date},
    {"project", "endDate", Expected::Date},
    {"project", "url", Expected::Url},
    {"project", "roles", Expected::Texts},
    {"project", "entity", Expected::Text},
    {"project", "type", Expected::Text},
    {"meta", "canonical", Expected::Url},
    {"meta", "version", Expected::Text},
    {"meta", "lastModified", Expected::Text},
};

/// `2014`, `2014-06`, `2014-06-29`: the schema's pattern, which has a month 19 and a day 39.
bool is_date(std::string_view text) {
  constexpr std::string_view shape = "0000-00-00";
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (shape[i] == '0' ? !base::is_ascii_digit(text[i]) : text[i] != '-') return false;
  return (text[0] == '1' || text[0] == '2') && (text.size() < 7 || text[5] <= '1') && (text.size() < 10 || text[8] <= '3');
}

/// A scheme, a colon and no blanks.
bool is_url(std::string_view text) {
  auto const colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon + 1 == text.size() || text.find(' ') != std::string_view::npos) return false;
  return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || base::is_ascii_digit(c) || c == '+' || c == '-' || c == '.';
  });
}

bool is_email(std::string_view text) {
  auto const at = text.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < text.size() && text.find('@', at + 1) == std::string_view::npos &&
         text.find(' ') == std::string_view::npos;
}

class Checker {
 public:
  explicit Checker(File& file) : file_{file} {}

  /// The table is three places deep, so this is too.
  void check(Node const& map, std::string_view place) {
    for (Member const& member : map.members) {
      auto const* const row =
          std::find_if(std::begin(rows), std::end(rows), [&](Row const& one) { return one.place == place && one.key == member.key; });
      if (row != std::end(rows)) check_value(*row, member.value);
    }
  }

  void finish() {
    for (auto& [row, sort] : sorts_) {
      std::string hint = hint_of(*row, sort.was_null);
      if (sort.count > 1) hint += fmt::format("; so in {} more places", sort.count - 1);
      sort.report.hint(std::move(hint));
    }
  }

 private:
  struct Sort {
    diag::Report report;
    std::size_t count = 0;
    bool was_null = false;
  };

  void check_value(Row const& row, Node const& value) {
    switch (row.expected) {
      case Expected::Map:
        if (value.is_map())
          check(value, row.inner);
        else
          report(row, value);
        break;
      case Expected::Maps:
      case Expected::Texts:
        if (!value.is_list()) return report(row, value);
        for (Node const& item : value.items) {
          if (row.expected == Expected::Texts ? !item.is_scalar() : !item.is_map())
            report(row, item);
          else
            check(item, row.inner);
        }
        break;
      default:
        if (!value.is_scalar() || !has_form(row.expected, value.text())) report(row, value);
    }
  }

  /// An empty address is one that is not given; an empty date is what the schema refuses most often.
  static bool has_form(Expected expected, std::string_view text) {
    switch (expected) {
      case Expected::Date:
        return is_date(text);
      case Expected::Url:
        return text.empty() || is_url(text);
      case Expected::Email:
        return text.empty() || is_email(text);
      default:
        return true;
    }
  }

  static std::string found(Node const& value) {
    if (value.is_null()) return "`null`";
    if (value.is_list()) return "a list";
    if (value.is_map()) return "a map";
    return value.text().empty() ? "an empty text" : fmt::format("`{}`", value.text().substr(0, value.text().find('\n')));
  }

  static std::string hint_of(Row const& row, bool was_null) {
    if (was_null) return "it is passed over; leave the key out";
    if (row.expected == Expected::Date) return "it is read all the same; what has no end has no `endDate` there";
    if (row.expected == Expected::Url) return "it is read all the same; an address begins with `https://` there";
    return "it is read all the same";
  }

  void report(Row const& row, Node const& value) {
    if (value.kind == Node::Kind::Error) return;
    file_.reported.insert(value.span);
    auto const known = sorts_.find(&row);
    if (known != sorts_.end()) {
      ++known->second.count;
      return;
    }
    sorts_.emplace(&row, Sort{diag::report<diag::Kind::ForeignValue>(file_.context.diagnostics, value.span, row.key,
                                                                     words[static_cast<std::size_t>(row.expected)],
                                                                     info(file_.context.format).name, found(value)),
                              1, value.is_null()});
  }

  File& file_;
  std::map<Row const*, Sort> sorts_ = {};  ///< by the table's order: the rows are of one array
};

}  // namespace

void check_schema(Node const& root, File& file) {
  Checker checker{file};
  if (root.is_map()) checker.check(root, "");
  checker.finish();
}

}  // namespace resumec::importers::json_resume
