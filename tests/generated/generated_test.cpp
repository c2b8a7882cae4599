// The pages of docs/reference are what the tables say. RESUMEC_UPDATE=1 writes them anew.
#include "diag/report.hpp"
#include "driver/options.hpp"
#include "resumec/tools.hpp"
#include "resumec/worlds.hpp"
#include "support/places.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>

namespace {

using namespace resumec;

/// A table row; a bar inside a placeholder is escaped, or it would end the cell.
std::string option_row(driver::OptionRow const& option) {
  std::string placeholder{option.placeholder};
  for (std::size_t at = 0; (at = placeholder.find('|', at)) != std::string::npos; at += 2) placeholder.insert(at, "\\");
  return fmt::format("| `{}{}{}` | {} |\n", option.name, placeholder.empty() ? "" : " ", placeholder, option.help);
}

std::string command_line_page() {
  std::string text = "# Command line\n\n| exit status | when |\n|---|---|\n";
  for (auto const& row : driver::exits()) text += fmt::format("| {} | {} |\n", static_cast<int>(row.exit), row.when);
  for (auto const& verb : driver::verbs()) {
    if (verb.status != driver::Status::Ready) continue;
    text += fmt::format("\n## resumec {} {}\n\n{}\n", verb.name, verb.operands, verb.help);
    std::string rows;
    for (auto const& option : driver::options()) {
      if (option.status == driver::Status::Later || !option.belongs_to(verb.verb) || option.global()) continue;
      rows += option_row(option);
    }
    if (!rows.empty()) text += "\n| option | meaning |\n|---|---|\n" + rows;
  }
  text += "\n## Options of every verb\n\n| option | meaning |\n|---|---|\n";
  for (auto const& option : driver::options()) {
    if (option.global()) text += option_row(option);
  }
  return text;
}

/// What the catalogue says of its families, in its order.
std::string fonts_page() {
  DiskOptions options;
  options.share_dir = places::built("share/resumec");
  auto const world = disk_world(std::move(options));
  std::string text =
      "# Fonts\n\nGenerated from `fonts/catalogue.yaml`; do not edit. `resumec fonts` says which of them are installed.\n\n"
      "A layout asks for a family by its name, or for a role (`serif`, `sans`, `mono`, `display`), which the first family of that role "
      "plays. "
      "Families with a script in place of a role give letters of that script to whatever family lacks them, and are not asked for by a "
      "role. `math` and `symbols` give signs.\n\n"
      "Faces are weights, of 400 (regular) and 700 (bold) mostly; what a family lacks is set in the nearest face it has. The x-height, the "
      "height of small letters, is in thousandths of the size: families that meet on a line are matched by it, within 85 and 115 %. "
      "Features are OpenType's: `smcp` are small capitals, `c2sc` the same for capitals, `onum` and `lnum` old-style and lining figures, "
      "`tnum` figures of one width, `case` signs as high as capitals, `liga` ligatures.\n\n"
      "| family | role | faces | x-height | features of every face | licence | Debian package |\n|---|---|---|---|---|---|---|\n";
  std::string family, role, rest, faces;
  auto const row = [&] {
    if (!family.empty()) text += fmt::format("| {} | {} | {} | {} |\n", family, role, faces, rest);
    faces.clear();
  };
  auto const listed = list_fonts(*world);
  for (auto const& face : *listed) {
    if (face.family != family) {
      row();
      family = face.family;
      role = face.role;
      rest = fmt::format("{} | {} | {} | {}", face.x_height != 0 ? std::to_string(face.x_height) : "",
                         face.features == "none" ? "" : face.features, face.licence, face.package);
    }
    faces += fmt::format("{}{}{}", faces.empty() ? "" : ", ", face.weight, face.italic ? " italic" : "");
  }
  row();
  return text;
}

std::string diagnostics_page() {
  std::string text =
      "# Kinds of diagnostics\n\n`resumec explain KIND` prints a kind's page.\n\n| kind | severity | when |\n|---|---|---|\n";
  auto kinds = std::vector<diag::KindInfo>(std::begin(diag::kind_table), std::end(diag::kind_table));
  std::sort(kinds.begin(), kinds.end(), [](auto const& a, auto const& b) { return a.name < b.name; });
  constexpr std::string_view severities[] = {"error", "warning", "lint", "note"};
  for (auto const& kind : kinds) {
    text += fmt::format("| [{0}](../diagnostics/{0}.md) | {1} | {2} |\n", kind.name, severities[static_cast<std::size_t>(kind.severity)],
                        kind.summary);
  }
  return text;
}

std::string layouts_page() {
  DiskOptions options;
  options.root = places::source("");
  options.share_dir = places::built("share/resumec");
  auto const world = disk_world(options);
  std::string text =
      "# Layouts and their options\n\n`resumec layouts show NAME` prints the same; a résumé sets them under `layout:`, a call with `--set "
      "layout.OPTION=VALUE`.\n";
  for (auto const name : layout_names()) {
    auto const description = describe_layout(*world, name);
    text += fmt::format("\n## {}\n\n```\n{}```\n", name, description ? *description : std::string{"unreadable\n"});
  }
  return text;
}

TEST(OptionTable, ListsTheStagesThatDumpKnows) {
  EXPECT_EQ(driver::choices(driver::options()[static_cast<std::size_t>(driver::Option::StageName)]), stage_names());
}

struct Page {
  char const* path;
  std::function<std::string()> make;
};

class Generated : public ::testing::TestWithParam<Page> {};

TEST_P(Generated, IsWhatTheTablesSay) {
  auto const path = std::filesystem::path{places::source("docs/reference")} / GetParam().path;
  auto const made = GetParam().make();
  char const* const update = std::getenv("RESUMEC_UPDATE");
  if (update && *update == '1') std::ofstream{path, std::ios::binary} << made;
  std::ifstream stream{path, std::ios::binary};
  EXPECT_EQ(made, (std::string{std::istreambuf_iterator<char>{stream}, {}})) << "run RESUMEC_UPDATE=1 generated_test";
}

INSTANTIATE_TEST_SUITE_P(Reference, Generated,
                         ::testing::Values(Page{"fields.md", field_reference}, Page{"native.schema.json", source_schema},
                                           Page{"layout.rng", layout_schema}, Page{"command-line.md", command_line_page},
                                           Page{"diagnostics.md", diagnostics_page}, Page{"layouts.md", layouts_page},
                                           Page{"fonts.md", fonts_page}));

}  // namespace
