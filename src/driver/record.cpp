#include "driver/record.hpp"

#include "base/hash.hpp"
#include "driver/byte_writer.hpp"
#include "driver/input_digest.hpp"
#include "fonts/font_digest.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace resumec::driver {

namespace {

constexpr std::size_t digits = 2 * sizeof(base::Digest);

std::string hex(base::Digest const& digest) {
  std::string text;
  for (auto const byte : digest) text += fmt::format("{:02x}", byte);
  return text;
}

std::string_view as_text(base::Digest const& digest) { return {reinterpret_cast<char const*>(digest.data()), digest.size()}; }

// Every option. A new one makes the binding refuse to compile: add it, unless it changes neither an output nor what is said of it.
void add_options(ByteWriter& writer, CompileOptions const& options) {
  auto const& [layout, lang, settings, strictness, from, fix_encoding, variant, output, profile, max_pages, fit, fit_mode, freeze_lines,
               fit_exact, on_pass] = options;
  writer.text(layout);
  writer.text(lang);
  writer.number(settings.size());
  for (auto const& setting : settings) {
    writer.text(setting.path);
    writer.text(setting.value);
  }
  writer.number(static_cast<std::uint64_t>(strictness));
  writer.number(from ? 1 + static_cast<std::uint64_t>(*from) : 0);
  writer.number(fix_encoding ? 1 : 0);
  writer.text(variant);
  writer.number(output ? *output + 1 : 0);
  writer.number(static_cast<std::uint64_t>(profile));
  writer.number(max_pages ? 1 : 0);
  writer.number(static_cast<std::uint64_t>(max_pages.value_or(0)));
  writer.number(fit ? 1 + static_cast<std::uint64_t>(fit->pages) : 0);
  writer.number(fit ? static_cast<std::uint64_t>(fit->count) : 0);
  writer.number(static_cast<std::uint64_t>(fit_mode));
  writer.number(freeze_lines ? 1 : 0);
  writer.number(fit_exact ? 1 : 0);
}

/// The bytes that the world answers with; a refusal is an answer, too.
void add_answer(ByteWriter& writer, World& world, Question const& question) {
  auto const refused = [&](FileError const& error) {
    writer.number(1 + static_cast<std::uint64_t>(error.reason));
    writer.text(error.detail);
  };
  auto const bytes = [&](std::string_view content) {
    writer.number(0);
    writer.text(as_text(base::digest(content)));
  };
  if (question.kind == Question::Kind::Open) {
    auto const answer = world.open(question.path);
    if (auto const* const error = std::get_if<FileError>(&answer)) return refused(*error);
    return bytes(world.text(std::get<SourceId>(answer)));
  }
  auto const answer = question.kind == Question::Kind::Asset ? world.asset(question.path) : world.read(question.path);
  if (auto const* const error = std::get_if<FileError>(&answer)) return refused(*error);
  bytes(std::get<Blob>(answer).bytes);
}

std::string digest_of(World& world, SourceId source, PlannedOutput const& planned, std::string_view output, std::string_view note,
                      std::vector<Question> const& questions) {
  ByteWriter writer;
  writer.number(program_fingerprint());
  add_options(writer, planned.options);
  writer.number(static_cast<std::uint64_t>(planned.format));
  auto const epoch = world.source_date_epoch();
  writer.number(epoch ? 1 : 0);
  writer.number(static_cast<std::uint64_t>(epoch.value_or(0)));
  writer.text(as_text(fonts::FontDigests{}.of(world)));
  writer.text(as_text(base::digest(world.text(source))));
  writer.text(as_text(base::digest(output)));
  writer.text(note);
  for (auto const& question : questions) {
    writer.number(static_cast<std::uint64_t>(question.kind));
    writer.text(question.path);
    add_answer(writer, world, question);
  }
  return hex(base::digest(writer.bytes()));
}

/// The text up to a line end, which is taken off together with it.
std::string_view take_line(std::string_view& text) {
  auto const line = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(line.size() + 1, text.size()));
  return line;
}

std::optional<std::vector<Question>> read_questions(std::string_view text) {
  std::vector<Question> questions;
  while (!text.empty()) {
    auto const line = take_line(text);
    if (line.size() < 3 || line[1] != ' ') return std::nullopt;
    auto const kind = static_cast<Question::Kind>(line[0]);
    if (kind != Question::Kind::Open && kind != Question::Kind::Read && kind != Question::Kind::Asset) return std::nullopt;
    questions.push_back({kind, std::string{line.substr(2)}});
  }
  return questions;
}

}  // namespace

void AskedWorld::note(Question::Kind kind, std::string_view path) {
  Question question{kind, std::string{path}};
  if (std::find(questions_.begin(), questions_.end(), question) == questions_.end()) questions_.push_back(std::move(question));
}

FileResult<SourceId> AskedWorld::open(std::string_view path) {
  note(Question::Kind::Open, path);
  return world_.open(path);
}

FileResult<Blob> AskedWorld::read(std::string_view path) {
  note(Question::Kind::Read, path);
  return world_.read(path);
}

FileResult<Blob> AskedWorld::asset(std::string_view path) {
  if (!path.starts_with("fonts/")) note(Question::Kind::Asset, path);
  return world_.asset(path);
}

std::string make_record(World& world, SourceId source, PlannedOutput const& planned, std::string_view output, PageFacts const& facts,
                        std::vector<Question> const& questions) {
  auto const note = to_note(facts);
  auto record = fmt::format("{} {}\n", digest_of(world, source, planned, output, note, questions), note);
  for (auto const& question : questions) {
    if (question.path.find('\n') != std::string::npos) return {};
    record += fmt::format("{} {}\n", static_cast<char>(question.kind), question.path);
  }
  return record;
}

std::optional<PageFacts> check_record(World& world, SourceId source, PlannedOutput const& planned, Existing const& existing) {
  auto rest = existing.record;
  auto const head = take_line(rest);
  auto const questions = read_questions(rest);
  if (head.size() <= digits || head[digits] != ' ' || !questions) return std::nullopt;
  auto const note = head.substr(digits + 1);
  if (digest_of(world, source, planned, existing.bytes, note, *questions) != head.substr(0, digits)) return std::nullopt;
  return from_note(note);
}

}  // namespace resumec::driver
