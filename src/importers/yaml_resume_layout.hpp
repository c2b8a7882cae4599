// What `layouts` of a YAMLResume file says about the order and the titles of sections, and about pages.
#pragma once

#include "importers/rewrite.hpp"

#include <string_view>
#include <vector>

namespace resumec::importers {

struct YamlResumeLayout {
  struct Title {
    std::string_view id;  ///< of a section: `work`
    Node title;
  };
  std::vector<std::string_view> order;  ///< ids of sections, which live as long as the source's tree
  std::vector<Title> titles;
  Node options;  ///< of the native layout; nothing where it says nothing
};

/// Of several layouts the first for LaTeX decides, since it makes the PDF there. All of `layouts` is a setting of the other program.
YamlResumeLayout read_yaml_resume_layout(Node const& layouts, Context& context);

}  // namespace resumec::importers
