#include "cli/session.hpp"

#include "cli/find_source.hpp"
#include "diag/report.hpp"
#include "resumec/outputs.hpp"
#include "resumec/worlds.hpp"
#include "source/file_error.hpp"

#include <fmt/format.h>

#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>

namespace resumec::cli {

namespace fs = std::filesystem;
using driver::Option;

namespace {

/// `share/resumec` beside the folder of the program, wherever the tree was moved.
std::string share_directory() {
  std::error_code error;
  auto const program = fs::read_symlink("/proc/self/exe", error);
  return error ? "share/resumec" : (program.parent_path().parent_path() / "share" / "resumec").string();
}

std::optional<std::int64_t> source_date_epoch() {
  char const* const text = std::getenv("SOURCE_DATE_EPOCH");
  if (!text) return std::nullopt;
  std::int64_t seconds = 0;
  auto const end = text + std::strlen(text);
  auto const [stop, error] = std::from_chars(text, end, seconds);
  if (error != std::errc{} || stop != end || seconds < 0) return std::nullopt;
  return seconds;
}

bool says_utf8() {
  for (char const* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    char const* const value = std::getenv(name);
    if (value && *value) return std::strstr(value, "UTF-8") || std::strstr(value, "utf8") || std::strstr(value, "UTF8");
  }
  return false;
}

bool wants_color(std::string_view when) {
  if (when == "always") return true;
  if (when == "never" || std::getenv("NO_COLOR") || !::isatty(STDERR_FILENO)) return false;
  char const* const terminal = std::getenv("TERM");
  return terminal && std::strcmp(terminal, "dumb") != 0;
}

DiagnosticFormat format_named(std::string_view name) {
  if (name == "short") return DiagnosticFormat::Short;
  if (name == "json") return DiagnosticFormat::Json;
  if (name == "github") return DiagnosticFormat::Github;
  return DiagnosticFormat::Human;
}

std::optional<std::string> read_standard_input() {
  std::string text;
  char buffer[65536];
  while (std::size_t const count = std::fread(buffer, 1, sizeof buffer, stdin)) text.append(buffer, count);
  if (std::ferror(stdin)) return std::nullopt;
  return text;
}

/// What a file is by its first bytes; empty for what may be a text.
std::string_view name_of_binary(std::string_view text) {
  constexpr std::pair<std::string_view, std::string_view> heads[] = {
      {"%PDF-", "a PDF"},         {"PK\x03\x04", "a ZIP archive or a word processor's document"},
      {"\x89PNG", "a picture"},   {"\xFF\xD8\xFF", "a picture"},
      {"GIF8", "a picture"},      {"\xD0\xCF\x11\xE0", "a word processor's document"},
      {"\x1F\x8B", "an archive"}, {"{\\rtf", "a word processor's document"}};
  for (auto const& [head, name] : heads) {
    if (text.starts_with(head)) return name;
  }
  return {};
}

std::string plural(std::size_t count, std::string_view word) { return fmt::format("{} {}{}", count, word, count == 1 ? "" : "s"); }

}  // namespace

std::optional<std::string> date_error() {
  char const* const text = std::getenv("SOURCE_DATE_EPOCH");
  if (!text || !*text || source_date_epoch()) return std::nullopt;
  return fmt::format("SOURCE_DATE_EPOCH is `{}`: it takes a number of seconds since 1970", text);
}

Session::Session(Arguments const& arguments, std::shared_ptr<Engine> engine) : arguments_{arguments}, engine_{std::move(engine)} {
  make_world(".");
  for (auto const& folder : arguments.many(Option::FontDir)) {
    std::error_code error;
    if (!fs::is_directory(folder, error)) diag::report<diag::Kind::FileUnreadable>(diagnostics_, Span{}, folder, "there is no such folder");
  }
}

void Session::make_world(std::string const& root) {
  DiskOptions options;
  options.root = arguments_.has(Option::Root) ? std::string{arguments_.one(Option::Root)} : root;
  if (options.root != ".") options.display_prefix = options.root + "/";
  options.font_dirs = arguments_.many(Option::FontDir);
  if (auto const layout = arguments_.one(Option::Layout); layout.ends_with(".xml")) options.named.emplace_back(layout);
  options.share_dir = share_directory();
  options.source_date_epoch = source_date_epoch();
  world_ = disk_world(std::move(options));
}

std::optional<SourceId> Session::open_source() {
  auto const path = arguments_.operands.empty() ? find_source(arguments_.verb, diagnostics_) : arguments_.operands.front();
  if (!path) return std::nullopt;
  if (*path == "-") {
    source_path_ = "resume";
    auto text = read_standard_input();
    if (text) return world_->add("<stdin>", std::move(*text));
    diag::report<diag::Kind::FileUnreadable>(diagnostics_, Span{}, "-", std::strerror(errno));
    return std::nullopt;
  }
  source_path_ = *path;
  // A source that is a link is where the link leads: its folder is that of the file.
  std::error_code error;
  auto const real = fs::is_symlink(*path, error) ? fs::canonical(*path, error) : fs::path{*path};
  fs::path const file = error ? fs::path{*path} : real;
  make_world(file.has_parent_path() ? file.parent_path().string() : ".");
  auto const within = arguments_.has(Option::Root) ? fs::relative(file, arguments_.one(Option::Root), error) : file.filename();
  auto result = world_->open(within.string());
  if (auto const* id = std::get_if<SourceId>(&result)) return refuse_binary(*id, file.string()) ? std::nullopt : std::optional{*id};
  auto const& problem = std::get<FileError>(result);
  auto report = source::report_file_error(diagnostics_, Span{}, *path, problem);
  bool const leads_nowhere = problem.reason == FileError::Reason::NotFound || problem.reason == FileError::Reason::NotAFile;
  if (leads_nowhere) hint_at_source(report, *path, arguments_.verb);
  return std::nullopt;
}

/// A PDF or a picture would be read as a text full of errors.
bool Session::refuse_binary(SourceId source, std::string const& path) {
  auto const what = name_of_binary(world_->text(source));
  if (what.empty()) return false;
  auto report = diag::report<diag::Kind::NotASource>(diagnostics_, Span{}, source_path_, what);
  for (char const* ending : {".yaml", ".yml"}) {
    auto const beside = fs::path{path}.replace_extension(ending);
    std::error_code error;
    if (fs::is_regular_file(beside, error)) return report.hint(diag::did_you_mean(beside.string())), true;
  }
  report.hint("`resumec new` writes a source to start from");
  return true;
}

CompileOptions Session::compile_options() const {
  CompileOptions options;
  options.layout = arguments_.one(Option::Layout);
  options.lang = arguments_.one(Option::Lang);
  options.variant = arguments_.one(Option::VariantName);
  for (auto const& setting : arguments_.many(Option::Set)) {
    auto const equals = setting.find('=');
    options.settings.push_back({setting.substr(0, equals), equals == std::string::npos ? std::string{} : setting.substr(equals + 1)});
  }
  if (arguments_.one(Option::Profile) == "print") options.profile = Profile::Print;
  auto const number = [&](Option option) -> std::optional<int> {
    auto const text = arguments_.one(option);
    int value = 0;
    if (std::from_chars(text.data(), text.data() + text.size(), value).ec != std::errc{}) return std::nullopt;
    return value;
  };
  options.max_pages = number(Option::MaxPages);
  if (arguments_.verb != driver::Verb::Check) {
    if (options.max_pages) options.fit = FitRequest{*options.max_pages, FitRequest::Pages::AtMost};
    if (auto const pages = number(Option::Pages)) options.fit = FitRequest{*pages, FitRequest::Pages::Exactly};
  }
  if (arguments_.one(Option::Fit) == "content") options.fit_mode = FitMode::Content;
  if (arguments_.one(Option::Fit) == "layout") options.fit_mode = FitMode::Layout;
  options.freeze_lines = arguments_.has(Option::FreezeLines);
  options.fit_exact = arguments_.has(Option::FitExact);
  options.from = source_format_named(arguments_.one(Option::From));
  options.fix_encoding = !arguments_.has(Option::NoFixEncoding);
  if (arguments_.has(Option::Strict)) options.strictness = Strictness::Strict;
  if (arguments_.has(Option::Lenient)) options.strictness = Strictness::Lenient;
  return options;
}

ExitStatus Session::print_diagnostics() {
  RenderOptions options;
  options.format = format_named(arguments_.one(Option::Diagnostics));
  options.color = wants_color(arguments_.one(Option::Color));
  options.unicode = says_utf8();
  Diagnostics shown;
  for (auto const& diagnostic : diagnostics_) {
    if (diagnostic.severity == Severity::Error || !arguments_.has(Option::Quiet)) shown.add(diagnostic);
  }
  auto text = render(shown, *world_, options);
  auto const errors = shown.count(Severity::Error);
  auto const warnings = shown.count(Severity::Warning) + shown.count(Severity::Lint);
  if (options.format == DiagnosticFormat::Human && errors + warnings > 0) {
    auto const counts = errors == 0     ? plural(warnings, "warning")
                        : warnings == 0 ? plural(errors, "error")
                                        : plural(errors, "error") + ", " + plural(warnings, "warning");
    text += fmt::format("{}{}\n", counts, errors > 0 ? "; `resumec explain KIND` says more about the kind in brackets" : "");
  }
  std::fwrite(text.data(), 1, text.size(), stderr);
  if (!diagnostics_.has_errors()) return Done;
  bool const limits = std::all_of(diagnostics_.begin(), diagnostics_.end(),
                                  [](Diagnostic const& finding) { return finding.severity != Severity::Error || is_limit(finding); });
  return limits ? OverLimit : Failed;
}

std::optional<std::string> print(std::string_view text) {
  errno = 0;
  std::fwrite(text.data(), 1, text.size(), stdout);
  if (std::fflush(stdout) != 0 || std::ferror(stdout)) return std::strerror(errno);
  return std::nullopt;
}

}  // namespace resumec::cli
