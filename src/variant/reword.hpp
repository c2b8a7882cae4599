// Another wording of an item: it stands for all that the item says below its header.
#pragma once

#include "model/resume.hpp"

namespace resumec::variant {

/// True if items went with what the wording stands for.
bool reword(model::Contact& contact, model::RichText wording);
bool reword(model::SkillItem& item, model::RichText wording);
bool reword(model::Point& point, model::RichText wording);
bool reword(model::Entry& entry, model::RichText wording);
bool reword(model::Section& section, model::RichText wording);

}  // namespace resumec::variant
