// `$…$` as far as a résumé needs it: symbols, Greek, super- and subscripts, names of fonts left out. What has no plain
// Unicode form stays as written, with a warning.
#include "diag/report.hpp"
#include "syntax/inline_parts.hpp"
#include "syntax/yaml_chars.hpp"

#include <algorithm>
#include <array>

namespace resumec::syntax {

namespace {

using diag::Kind;

constexpr std::size_t nesting_limit = 8;

struct Symbol {
  std::string_view name, text;
};

// Sorted by name (checked below).
constexpr std::array symbols = std::to_array<Symbol>({
    {"Alpha", "Α"},
    {"Beta", "Β"},
    {"Chi", "Χ"},
    {"Delta", "Δ"},
    {"Epsilon", "Ε"},
    {"Eta", "Η"},
    {"Gamma", "Γ"},
    {"Im", "ℑ"},
    {"Iota", "Ι"},
    {"Kappa", "Κ"},
    {"Lambda", "Λ"},
    {"Leftarrow", "⇐"},
    {"Leftrightarrow", "⇔"},
    {"Mu", "Μ"},
    {"Nu", "Ν"},
    {"Omega", "Ω"},
    {"Phi", "Φ"},
    {"Pi", "Π"},
    {"Psi", "Ψ"},
    {"Re", "ℜ"},
    {"Rho", "Ρ"},
    {"Rightarrow", "⇒"},
    {"Sigma", "Σ"},
    {"Tau", "Τ"},
    {"Theta", "Θ"},
    {"Uparrow", "⇑"},
    {"Upsilon", "Υ"},
    {"Xi", "Ξ"},
    {"Zeta", "Ζ"},
    {"aleph", "ℵ"},
    {"alpha", "α"},
    {"angle", "∠"},
    {"approx", "≈"},
    {"ast", "∗"},
    {"asymp", "≍"},
    {"beta", "β"},
    {"bigcap", "⋂"},
    {"bigcup", "⋃"},
    {"bot", "⊥"},
    {"bullet", "•"},
    {"cap", "∩"},
    {"cdot", "⋅"},
    {"cdots", "⋯"},
    {"checkmark", "✓"},
    {"chi", "χ"},
    {"circ", "∘"},
    {"colon", ":"},
    {"cong", "≅"},
    {"cos", "cos"},
    {"cup", "∪"},
    {"dagger", "†"},
    {"ddagger", "‡"},
    {"degree", "°"},
    {"delta", "δ"},
    {"det", "det"},
    {"diamond", "⋄"},
    {"div", "÷"},
    {"dots", "…"},
    {"downarrow", "↓"},
    {"ell", "ℓ"},
    {"emptyset", "∅"},
    {"epsilon", "ϵ"},
    {"equiv", "≡"},
    {"eta", "η"},
    {"euro", "€"},
    {"exists", "∃"},
    {"exp", "exp"},
    {"forall", "∀"},
    {"gamma", "γ"},
    {"ge", "≥"},
    {"geq", "≥"},
    {"gets", "←"},
    {"gg", "≫"},
    {"gtrsim", "≳"},
    {"hbar", "ℏ"},
    {"hookrightarrow", "↪"},
    {"iff", "⟺"},
    {"imath", "ı"},
    {"implies", "⟹"},
    {"in", "∈"},
    {"infty", "∞"},
    {"int", "∫"},
    {"iota", "ι"},
    {"kappa", "κ"},
    {"lambda", "λ"},
    {"land", "∧"},
    {"langle", "⟨"},
    {"lceil", "⌈"},
    {"ldots", "…"},
    {"le", "≤"},
    {"leftarrow", "←"},
    {"leftrightarrow", "↔"},
    {"leq", "≤"},
    {"lesssim", "≲"},
    {"lfloor", "⌊"},
    {"lim", "lim"},
    {"ll", "≪"},
    {"ln", "ln"},
    {"lnot", "¬"},
    {"log", "log"},
    {"longrightarrow", "⟶"},
    {"lor", "∨"},
    {"mapsto", "↦"},
    {"max", "max"},
    {"mid", "∣"},
    {"min", "min"},
    {"mp", "∓"},
    {"mu", "μ"},
    {"nabla", "∇"},
    {"ne", "≠"},
    {"neg", "¬"},
    {"neq", "≠"},
    {"ni", "∋"},
    {"notin", "∉"},
    {"nu", "ν"},
    {"odot", "⊙"},
    {"omega", "ω"},
    {"omicron", "ο"},
    {"oplus", "⊕"},
    {"otimes", "⊗"},
    {"parallel", "∥"},
    {"partial", "∂"},
    {"perp", "⊥"},
    {"phi", "ϕ"},
    {"pi", "π"},
    {"pm", "±"},
    {"pounds", "£"},
    {"prec", "≺"},
    {"prime", "′"},
    {"prod", "∏"},
    {"propto", "∝"},
    {"psi", "ψ"},
    {"rangle", "⟩"},
    {"rceil", "⌉"},
    {"rfloor", "⌋"},
    {"rho", "ρ"},
    {"rightarrow", "→"},
    {"setminus", "∖"},
    {"sigma", "σ"},
    {"sim", "∼"},
    {"simeq", "≃"},
    {"sin", "sin"},
    {"sqcap", "⊓"},
    {"sqcup", "⊔"},
    {"star", "⋆"},
    {"subset", "⊂"},
    {"subseteq", "⊆"},
    {"succ", "≻"},
    {"sum", "∑"},
    {"supset", "⊃"},
    {"supseteq", "⊇"},
    {"tan", "tan"},
    {"tau", "τ"},
    {"textasciitilde", "~"},
    {"textbullet", "•"},
    {"textdegree", "°"},
    {"theta", "θ"},
    {"tilde", "~"},
    {"times", "×"},
    {"to", "→"},
    {"top", "⊤"},
    {"triangle", "△"},
    {"uparrow", "↑"},
    {"upsilon", "υ"},
    {"varepsilon", "ε"},
    {"varnothing", "∅"},
    {"varphi", "φ"},
    {"vartheta", "ϑ"},
    {"vdash", "⊢"},
    {"vee", "∨"},
    {"wedge", "∧"},
    {"wp", "℘"},
    {"xi", "ξ"},
    {"zeta", "ζ"},
});
static_assert(std::is_sorted(symbols.begin(), symbols.end(), [](Symbol const& a, Symbol const& b) { return a.name < b.name; }));

/// Commands whose argument is printed in its own right.
constexpr std::array<std::string_view, 12> transparent{"bm",     "boldsymbol", "ensuremath", "hbox", "mathbf",       "mathcal",
                                                       "mathit", "mathrm",     "mathsf",     "mbox", "operatorname", "text"};
/// Commands without a printed form.
constexpr std::array<std::string_view, 6> silent{"big", "displaystyle", "left", "limits", "right", "textstyle"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

template <std::size_t N>
bool contains(std::array<std::string_view, N> const& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class TexReader {
 public:
  TexReader(MappedText const& source, Diagnostics& diagnostics) : source_{source}, text_{source.text}, diagnostics_{diagnostics} {}

  Parts read(std::size_t begin, std::size_t end, std::size_t depth) {
    Parts parts;
    std::size_t at = begin;
    while (at < end) {
      char const c = text_[at];
      if (c == '\\') {
        at = command(parts, at, end, depth);
      } else if ((c == '^' || c == '_') && at + 1 < end && depth < nesting_limit) {
        std::size_t const argument = at + 1;
        std::size_t const stop = argument_end(argument, end);
        Part part;
        part.kind = c == '^' ? InlineKind::Superscript : InlineKind::Subscript;
        part.begin = at;
        part.end = stop;
        part.children = argument_parts(argument, stop, depth);
        for (Part const& child : part.children) part.height = std::max(part.height, child.height);
        ++part.height;
        parts.push_back(std::move(part));
        at = stop;
      } else if (c == '{' || c == '}') {
        ++at;
      } else if (is_break(c)) {
        std::size_t stop = at;
        while (stop < end && is_white(text_[stop])) ++stop;
        append_text(parts, " ", at, stop);
        at = stop;
      } else if (c == '-') {
        append_text(parts, "−", at, at + 1);
        ++at;
      } else if (c == '\'') {
        append_text(parts, "′", at, at + 1);
        ++at;
      } else if (c == '~') {
        append_text(parts, "\xC2\xA0", at, at + 1);
        ++at;
      } else {
        append_text(parts, text_.substr(at, 1), at, at + 1);
        ++at;
      }
    }
    return parts;
  }

 private:
  /// One argument: a group in braces, a command, or one character.
  std::size_t argument_end(std::size_t at, std::size_t end) const {
    if (text_[at] == '{') {
      std::size_t depth = 0;
      for (std::size_t i = at; i < end; ++i) {
        if (text_[i] == '\\')
          ++i;
        else if (text_[i] == '{')
          ++depth;
        else if (text_[i] == '}' && --depth == 0)
          return i + 1;
      }
      return end;
    }
    if (text_[at] == '\\') {
      std::size_t i = at + 1;
      while (i < end && is_letter(text_[i])) ++i;
      return std::max(i, std::min(end, at + 2));
    }
    std::size_t i = at + 1;
    while (i < end && (static_cast<unsigned char>(text_[i]) & 0xC0U) == 0x80U) ++i;
    return i;
  }
  Parts argument_parts(std::size_t begin, std::size_t end, std::size_t depth) {
    bool const group = text_[begin] == '{';
    return read(begin + (group ? 1 : 0), end - (group && end > begin + 1 && text_[end - 1] == '}' ? 1 : 0), depth + 1);
  }
  void splice(Parts& parts, Parts more) {
    for (Part& part : more) {
      if (part.kind == InlineKind::Text)
        append_text(parts, part.text, part.begin, part.end);
      else
        parts.push_back(std::move(part));
    }
  }

  /// An argument on one line: in brackets if it is more than one atom.
  void append_operand(Parts& parts, std::size_t begin, std::size_t end, std::size_t depth) {
    Parts operand = argument_parts(begin, end, depth);
    bool const named = starts_with_at(text_, begin + (text_[begin] == '{' ? 1 : 0), "\\");
    bool const atom = is_atom(operand, named);
    if (!atom) append_text(parts, "(", begin, begin);
    splice(parts, std::move(operand));
    if (!atom) append_text(parts, ")", end, end);
  }
  /// A number, a letter, or the word that a command stands for (`ab` of letters is a product), with its exponent.
  static bool is_atom(Parts const& parts, bool named) {
    if (parts.empty() || parts.front().kind != InlineKind::Text) return parts.empty();
    std::string_view const text = parts.front().text;
    bool const number = std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == '.'; });
    std::size_t letters = 0;
    for (char const c : text) letters += (static_cast<unsigned char>(c) & 0xC0U) == 0x80U ? 0U : 1U;
    bool const word = named && std::all_of(text.begin(), text.end(), is_letter);
    return (number || letters == 1 || word) &&
           std::all_of(parts.begin() + 1, parts.end(), [](Part const& part) { return part.kind != InlineKind::Text; });
  }

  std::size_t command(Parts& parts, std::size_t at, std::size_t end, std::size_t depth) {
    std::size_t stop = at + 1;
    while (stop < end && is_letter(text_[stop])) ++stop;
    if (stop == at + 1) {
      if (stop >= end) {
        append_text(parts, "\\", at, stop);
        return stop;
      }
      char const c = text_[stop];
      std::string_view const shown = c == ',' || c == ';' || c == ':' ? "\xE2\x80\xAF"
                                     : c == '!'                       ? ""
                                     : c == ' '                       ? "\xC2\xA0"
                                                                      : text_.substr(stop, 1);
      append_text(parts, shown, at, stop + 1);
      return stop + 1;
    }
    std::string_view const name = text_.substr(at + 1, stop - at - 1);
    std::string_view const symbol = tex_symbol(name);
    if (!symbol.empty()) {
      append_text(parts, symbol, at, stop);
      // A blank that only ends the command's name is not printed; beside a sign it is what the writer sees.
      bool const letter = static_cast<unsigned char>(symbol[0]) == 0xCE || static_cast<unsigned char>(symbol[0]) == 0xCF;
      return letter ? skip_blanks(text_, stop, end) : stop;
    }
    std::size_t const argument = skip_blanks(text_, stop, end);
    if (contains(silent, name)) return argument;
    if (contains(transparent, name) && argument < end && depth < nesting_limit) {
      std::size_t const close = argument_end(argument, end);
      splice(parts, argument_parts(argument, close, depth));
      return close;
    }
    if (name == "frac" && argument < end && depth < nesting_limit) {
      std::size_t const middle = argument_end(argument, end);
      append_operand(parts, argument, middle, depth);
      append_text(parts, "/", middle, middle);
      std::size_t const below = skip_blanks(text_, middle, end);
      if (below >= end) return below;
      std::size_t const close = argument_end(below, end);
      append_operand(parts, below, close, depth);
      return close;
    }
    if (name == "sqrt") {
      append_text(parts, "√", at, stop);
      if (argument >= end || text_[argument] != '{' || depth >= nesting_limit) return argument;
      std::size_t const close = argument_end(argument, end);
      append_operand(parts, argument, close, depth);
      return close;
    }
    diag::report<Kind::UnknownTexCommand>(diagnostics_, source_.at(at, stop), text_.substr(at, stop - at))
        .hint("write the character itself; a dollar sign that opens no formula is written `\\$`");
    append_text(parts, text_.substr(at, stop - at), at, stop);
    return stop;
  }

  MappedText const& source_;
  std::string_view text_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::string_view tex_symbol(std::string_view name) {
  auto const found = std::lower_bound(symbols.begin(), symbols.end(), name,
                                      [](Symbol const& symbol, std::string_view value) { return symbol.name < value; });
  return found != symbols.end() && found->name == name ? found->text : std::string_view{};
}

Parts read_tex(MappedText const& source, std::size_t begin, std::size_t end, Diagnostics& diagnostics) {
  return TexReader{source, diagnostics}.read(begin, end, 0);
}

}  // namespace resumec::syntax
