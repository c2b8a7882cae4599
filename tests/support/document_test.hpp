// Document tests: a Markdown file whose fences hold a source and what each stage must make of it. Adding one needs no C++.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace resumec::testing {

struct Fence {
  std::string info;  ///< `yaml cv.yaml`, `text`, `lines width=200pt`
  std::string content;
  std::size_t begin, end;  ///< bytes of the content in the file
};

/// The fences below one heading.
struct DocumentTest {
  std::string name;
  std::vector<Fence> fences;
};

std::vector<DocumentTest> parse_document_tests(std::string_view markdown);

struct Expectation {
  Fence const* fence;
  std::string actual;
};

/// Runs one test: the first fence with a file name is the source. Gives every expectation with what really came out. Findings are
/// expected in `diagnostics` fences, or in `human` ones as a terminal without colour shows them; one that no such fence mentions
/// comes as an expectation of none (`fence` is null).
std::vector<Expectation> run_document_test(DocumentTest const& test);

}  // namespace resumec::testing
