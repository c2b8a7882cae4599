// What the parts of the importer of JSON Resume share. Inside the importers alone.
#pragma once

#include "importers/item_rules.hpp"

namespace resumec::importers::json_resume {

using namespace items;

/// The rule of a key at the top; nullptr for a section of one's own.
SectionRule const* find_section(std::string_view key);
SectionRule const& custom_section();

/// The parts of the official schema (1.3.1; 1.0.0 is the same in meaning) against the file: each sort of deviation once.
void check_schema(Node const& root, File& file);

}  // namespace resumec::importers::json_resume
