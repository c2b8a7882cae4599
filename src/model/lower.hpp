// Node → Resume. One table (schema.def) drives it: lowering, did-you-mean, the JSON Schema and the reference page.
#pragma once

#include "model/resume.hpp"
#include "resumec/diagnostics.hpp"
#include "syntax/node.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace resumec::model {

/// What an unknown key is in a native file.
enum class UnknownKeys : std::uint8_t { Error, Warn };

/// A key of the source that was read as a field, and the format's own name for it, of which it may be an alias.
struct FieldName {
  Span key;
  std::string_view name;
};

/// Whether the source's format has documents without a name.
enum class NameRule : std::uint8_t { Required, Optional };

struct LowerOptions {
  UnknownKeys unknown_keys = UnknownKeys::Error;
  NameRule name = NameRule::Required;
  std::string_view name_hint = "begin the file with `name: Your Name`";  ///< where a required name belongs that is missing
  std::vector<FieldName>* names = nullptr;                               ///< where to note every key that was read as a field
};

/// Always returns a résumé, with every problem reported; every scalar of the tree is in it, in `extra`, or reported.
Resume lower(syntax::Node const& root, SourceId source, Diagnostics& diagnostics, LowerOptions const& options = {});

/// The forms of its owner's name that a native tree gives by `name` and `me`, folded for matching (unicode::fold_for_matching).
std::vector<std::string> forms_of_own_name(syntax::Node const& root);

/// JSON Schema 2020-12 of native schema 1, and the Markdown reference of its fields, both from the table.
std::string json_schema();
std::string reference_page();

}  // namespace resumec::model
