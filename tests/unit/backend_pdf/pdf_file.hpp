// What other programs make of a PDF. A tool that is not installed skips the test.
#pragma once

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

#define RESUMEC_NEEDS(tool) \
  if (std::string_view{tool}.empty() || std::string_view{tool}.ends_with("NOTFOUND")) GTEST_SKIP() << "a PDF tool is not installed"

namespace resumec::testing {

struct ToolResult {
  int status = -1;
  std::string out;
};

/// A PDF in a temporary file, while it lives.
class PdfFile {
 public:
  explicit PdfFile(std::string_view bytes);
  ~PdfFile();
  PdfFile(PdfFile const&) = delete;
  PdfFile& operator=(PdfFile const&) = delete;

  /// Runs `tool arguments` where `%` in the arguments stands for the file; errors are part of the output unless redirected.
  ToolResult run(std::string_view tool, std::string_view arguments) const;
  std::string text() const;                    ///< pdftotext -raw
  std::string text_in_reading_blocks() const;  ///< pdftotext
  std::string mutool_text() const;

 private:
  std::string path_;
};

/// All objects and streams, read by qpdf.
class PdfObjects {
 public:
  explicit PdfObjects(std::string_view bytes);

  nlohmann::json const& trailer() const;
  /// The value itself, or what a reference "7 0 R" names.
  nlohmann::json const& resolve(nlohmann::json const& value) const;
  nlohmann::json const& catalog() const { return resolve(trailer().at("/Root")); }
  std::vector<nlohmann::json> pages() const;  ///< references
  /// Decoded data of a stream.
  std::string stream(nlohmann::json const& reference) const;
  std::string content(std::size_t page) const { return stream(resolve(pages().at(page)).at("/Contents")); }

 private:
  nlohmann::json objects_;
};

/// Spaces and line ends as single blanks, none at the ends; form feeds are gone.
std::string folded(std::string_view text);

}  // namespace resumec::testing
