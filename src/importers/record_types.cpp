#include "importers/record_types.hpp"

#include "base/ascii.hpp"
#include "model/names.hpp"

namespace resumec::importers {

namespace {

struct Type {
  std::string_view word, others;
};
constexpr Type types[] = {
    {"article", "article-journal article-magazine article-newspaper review review-book suppperiodical journal"},
    {"paper", "inproceedings conference paper-conference poster"},
    {"book", "mvbook booklet monograph"},
    {"chapter", "incollection inbook bookinbook suppbook suppcollection inreference entry entry-dictionary entry-encyclopedia"},
    {"proceedings", "mvproceedings collection mvcollection periodical reference mvreference"},
    {"thesis", "phdthesis mastersthesis bachelorsthesis dissertation"},
    {"report", "techreport whitepaper standard"},
    {"manual", "documentation"},
    {"software", "program"},
    {"dataset", "data"},
    {"patent", ""},
    {"preprint", "eprint"},
    {"talk", "speech presentation lecture"},
    {"web", "online electronic www webpage post post-weblog"},
    {"manuscript", "unpublished"},
    {"misc", "document other"},
};

}  // namespace

std::string_view record_type(std::string_view word) {
  for (Type const& type : types) {
    if (model::is_same_name(type.word, word)) return type.word;
    if (model::any_word(type.others, [&](std::string_view other) { return model::is_same_name(other, word); })) return type.word;
  }
  // `PhD thesis`, `Doctoral dissertation`
  auto const lower = base::ascii_lower(word);
  if (lower.find("thesis") != std::string::npos || lower.find("dissertation") != std::string::npos) return "thesis";
  return word;
}

}  // namespace resumec::importers
