#include "unit/backend_pdf/pdf_file.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>

namespace resumec::testing {

namespace {

std::string from_base64(std::string_view text) {
  std::string out;
  unsigned bits = 0;
  int count = 0;
  for (char const c : text) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    auto const digit = alphabet.find(c);
    if (digit == std::string_view::npos) continue;
    bits = bits << 6 | static_cast<unsigned>(digit);
    if (count += 6; count >= 8) out += static_cast<char>(bits >> (count -= 8) & 0xFF);
  }
  return out;
}

nlohmann::json const& value_of(nlohmann::json const& object) {
  return object.contains("stream") ? object.at("stream").at("dict") : object.at("value");
}

}  // namespace

PdfFile::PdfFile(std::string_view bytes) : path_{::testing::TempDir() + "resumec-pdf-XXXXXX"} {
  int const descriptor = ::mkstemp(path_.data());
  if (descriptor < 0) std::abort();
  ::close(descriptor);
  std::ofstream{path_, std::ios::binary}.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

PdfFile::~PdfFile() { std::remove(path_.c_str()); }

ToolResult PdfFile::run(std::string_view tool, std::string_view arguments) const {
  std::string command{tool};
  command += ' ';
  for (char const c : arguments) {
    if (c == '%')
      command += path_;
    else
      command += c;
  }
  if (command.find("2>") == std::string::npos) command += " 2>&1";
  ToolResult result;
  std::FILE* const pipe = ::popen(command.c_str(), "r");
  if (!pipe) return result;
  std::array<char, 4096> buffer;
  while (auto const size = std::fread(buffer.data(), 1, buffer.size(), pipe)) result.out.append(buffer.data(), size);
  int const status = ::pclose(pipe);
  result.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return result;
}

std::string PdfFile::text() const { return run(RESUMEC_PDFTOTEXT, "-raw -enc UTF-8 % -").out; }
std::string PdfFile::text_in_reading_blocks() const { return run(RESUMEC_PDFTOTEXT, "-enc UTF-8 % -").out; }
std::string PdfFile::mutool_text() const { return run(RESUMEC_MUTOOL, "draw -q -F txt % 2>/dev/null").out; }

PdfObjects::PdfObjects(std::string_view bytes) {
  auto const result = PdfFile{bytes}.run(RESUMEC_QPDF, "--json --json-key=qpdf --json-stream-data=inline --decode-level=generalized %");
  auto const parsed = nlohmann::json::parse(result.out, nullptr, false);
  if (parsed.is_discarded()) throw std::runtime_error{"qpdf says: " + result.out};
  objects_ = parsed.at("qpdf").at(1);
}

nlohmann::json const& PdfObjects::trailer() const { return value_of(objects_.at("trailer")); }

nlohmann::json const& PdfObjects::resolve(nlohmann::json const& value) const {
  if (!value.is_string()) return value;
  auto const key = "obj:" + value.get<std::string>();
  return objects_.contains(key) ? value_of(objects_.at(key)) : value;
}

std::vector<nlohmann::json> PdfObjects::pages() const {
  auto const& kids = resolve(catalog().at("/Pages")).at("/Kids");
  return {kids.begin(), kids.end()};
}

std::string PdfObjects::stream(nlohmann::json const& reference) const {
  return from_base64(objects_.at("obj:" + reference.get<std::string>()).at("stream").at("data").get<std::string>());
}

std::string folded(std::string_view text) {
  std::string out;
  for (char const c : text) {
    bool const blank = c == ' ' || c == '\n' || c == '\f' || c == '\r';
    if (!blank)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace resumec::testing
