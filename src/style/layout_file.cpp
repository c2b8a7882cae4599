#include "style/layout_file.hpp"

#include "base/suggest.hpp"
#include "diag/report.hpp"
#include "style/reader.hpp"
#include "unicode/unicode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <variant>

namespace resumec::style {

namespace {

using diag::Kind;

constexpr std::string_view builtin_table[] = {"classic"};

/// What to do about a layout file that is not there.
std::string asset_or_file(std::string_view name, Span asked_at) {
  if (name.starts_with("layouts/")) return "this program is not installed completely: install it again";
  auto const builtin = base::nearest(name.substr(0, name.size() - std::min<std::size_t>(name.size(), 4)), builtin_table);
  if (builtin) return fmt::format("the layout of that name that comes with the program is called without an ending: `{}`", *builtin);
  return fmt::format("its path is that from {} folder; `resumec layouts` lists the layouts that need no file",
                     asked_at.detached() ? "the working" : "the source's");
}

void report_file(FileError const& error, std::string_view name, Span asked_at, Diagnostics& diagnostics) {
  switch (error.reason) {
    case FileError::Reason::NotFound:
      diag::report<Kind::FileNotFound>(diagnostics, asked_at, name).hint(asset_or_file(name, asked_at));
      break;
    case FileError::Reason::OutsideRoot:
      diag::report<Kind::OutsideRoot>(diagnostics, asked_at, name).hint("copy it there, or widen the folder with `--root DIR`");
      break;
    case FileError::Reason::TooLarge:
      diag::report<Kind::SourceTooLarge>(diagnostics, asked_at, name, error.detail);
      break;
    default:
      diag::report<Kind::FileUnreadable>(diagnostics, asked_at, name, error.detail);
      break;
  }
}

/// The first byte that no XML text can have, if there is one.
bool check_bytes(SourceId source, std::string_view text, Diagnostics& diagnostics) {
  auto const at = [&](std::size_t offset) {
    return Span{source, static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(offset + 1)};
  };
  if (auto const offset = unicode::find_invalid_utf8(text)) {
    diag::report<Kind::NotUtf8>(diagnostics, at(*offset), static_cast<unsigned>(static_cast<unsigned char>(text[*offset])));
    return false;
  }
  auto const control = std::find_if(text.begin(), text.end(), [](char c) {
    auto const byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
  });
  if (control == text.end()) return true;
  diag::report<Kind::ControlCharacter>(diagnostics, at(static_cast<std::size_t>(control - text.begin())), static_cast<unsigned>(*control));
  return false;
}

}  // namespace

std::vector<std::string_view> builtin_layouts() { return {std::begin(builtin_table), std::end(builtin_table)}; }

std::optional<SourceId> find_layout(std::string_view name, Span asked_at, World& world, Diagnostics& diagnostics) {
  if (name.ends_with(".xml")) {
    auto const opened = world.open(name);
    if (auto const* const source = std::get_if<SourceId>(&opened)) return *source;
    report_file(std::get<FileError>(opened), name, asked_at, diagnostics);
    return std::nullopt;
  }
  auto const known = builtin_layouts();
  if (std::find(known.begin(), known.end(), name) == known.end()) {
    auto report = diag::report<Kind::UnknownLayout>(diagnostics, asked_at, name);
    if (auto const near = base::nearest(name, known)) {
      report.hint(diag::did_you_mean(*near));
      if (!asked_at.detached()) report.fix(asked_at, std::string{*near});
    } else {
      report.hint(fmt::format("there is `{}`; a layout of your own is named by its file, such as `mine.xml`", fmt::join(known, "`, `")));
    }
    return std::nullopt;
  }
  std::string const path = fmt::format("layouts/{}.xml", name);
  auto const blob = world.asset(path);
  if (auto const* const error = std::get_if<FileError>(&blob)) {
    report_file(*error, path, asked_at, diagnostics);
    return std::nullopt;
  }
  return world.add(path, std::string{std::get<Blob>(blob).bytes});
}

std::shared_ptr<Layout const> read_layout(SourceId source, World const& world, Diagnostics& diagnostics) {
  auto const text = world.text(source);
  if (text.size() > max_layout_bytes) {
    diag::report<Kind::LayoutTooLarge>(diagnostics, Span{source, 0, 0}, text.size(), max_layout_bytes);
    return nullptr;
  }
  return check_bytes(source, text, diagnostics) ? read_layout(source, text, diagnostics) : nullptr;
}

std::shared_ptr<Layout const> load_layout(std::string_view name, Span asked_at, World& world, Diagnostics& diagnostics) {
  auto const source = find_layout(name, asked_at, world, diagnostics);
  return source ? read_layout(*source, world, diagnostics) : nullptr;
}

std::string describe(Layout const& layout) {
  std::string text = fmt::format("{}\n", layout.name);
  auto options = layout.options;
  std::sort(options.begin(), options.end(), [](Option const& a, Option const& b) { return a.name < b.name; });
  for (auto const& option : options) {
    std::string values{name_of(option.type)};
    if (!option.words.empty()) values = fmt::format("{}", fmt::join(option.words, "|"));
    if (option.minimum < option.maximum && option.type != ValueType::Word) {
      bool const lengths = option.type == ValueType::Length || option.type == ValueType::Margins;
      auto const number = [&](std::int64_t bound) {
        return lengths ? format_number(Length::divide(bound * 1000, Length::point) * 1000) + "pt" : format_number(bound);
      };
      values += fmt::format(" {}..{}", number(option.minimum), number(option.maximum));
    }
    text += fmt::format("  {}: {}  ({}){}{}\n", option.name, option.default_value, values, option.help.empty() ? "" : "  ", option.help);
  }
  return text;
}

}  // namespace resumec::style
