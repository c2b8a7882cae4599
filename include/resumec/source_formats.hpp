// The formats of sources: the native one, and those of other programs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace resumec {

enum class SourceFormat : std::uint8_t { Native, RenderCv, JsonResume, YamlResume, Markdown, Bibtex, CslJson, Fresh, ReactiveResume };

struct SourceFormatInfo {
  SourceFormat format;
  std::string_view id;    ///< the word of `--from`
  std::string_view name;  ///< for people
};

inline constexpr SourceFormatInfo source_formats[] = {
    {SourceFormat::Native, "native", "resumec"},
    {SourceFormat::RenderCv, "rendercv", "RenderCV"},
    {SourceFormat::JsonResume, "json-resume", "JSON Resume"},
    {SourceFormat::YamlResume, "yamlresume", "YAMLResume"},
    {SourceFormat::Markdown, "markdown", "Markdown"},
    {SourceFormat::Bibtex, "bibtex", "BibTeX"},
    {SourceFormat::CslJson, "csl-json", "CSL-JSON"},
    {SourceFormat::Fresh, "fresh", "FRESH"},
    {SourceFormat::ReactiveResume, "reactive-resume", "Reactive Resume"},
};

constexpr SourceFormatInfo const& info(SourceFormat format) { return source_formats[static_cast<std::size_t>(format)]; }
constexpr std::optional<SourceFormat> source_format_named(std::string_view id) {
  for (auto const& known : source_formats)
    if (known.id == id) return known.format;
  return std::nullopt;
}

}  // namespace resumec
