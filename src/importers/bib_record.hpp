// One record of a bibliography → an entry of the native format.
#pragma once

#include "importers/rewrite.hpp"

#include <string>
#include <vector>

namespace resumec::importers {

/// `record`: of `syntax::read_bibtex`, with what it inherits. Names that the source marks as the owner's are added to `own`.
Node entry_of_record(Node const& record, Context& context, std::vector<std::string>& own);

/// A DOI without the address of its resolver: a part of the scalar.
Node bare_doi(Node const& scalar);

/// Where the words of a note belong.
enum class NoteSort : std::uint8_t { Note, Status, Award };
NoteSort sort_of_note(std::string_view note);

/// Words parted by commas or semicolons, each a part of the scalar.
Node split_words(Node const& scalar);

}  // namespace resumec::importers
