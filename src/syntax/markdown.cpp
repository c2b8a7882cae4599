#include "syntax/markdown.hpp"

#include "diag/report.hpp"
#include "syntax/markdown_spans.hpp"
#include "syntax/yaml_chars.hpp"

#include <md4c.h>

#include <algorithm>
#include <utility>

namespace resumec::syntax {

namespace {

using diag::Kind;

constexpr unsigned parser_flags = MD_FLAG_PERMISSIVEAUTOLINKS | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_NOHTMLBLOCKS;
/// A paragraph is parsed behind this character, which no block mark begins with and emphasis may follow.
constexpr char paragraph_guard = '(';

std::string attribute_text(MD_ATTRIBUTE const& attribute) {
  std::string out;
  for (unsigned i = 0; attribute.substr_offsets != nullptr && attribute.substr_offsets[i] < attribute.size; ++i) {
    std::string_view const piece{attribute.text + attribute.substr_offsets[i],
                                 attribute.substr_offsets[i + 1] - attribute.substr_offsets[i]};
    std::string const decoded = attribute.substr_types[i] == MD_TEXT_ENTITY ? decode_entity(piece) : std::string{};
    out += decoded.empty() ? piece : std::string_view{decoded};
  }
  return out;
}

void join(Span& all, Span const& more) {
  if (all.detached()) {
    all = more;
  } else if (!more.detached()) {
    all.begin = std::min(all.begin, more.begin);
    all.end = std::max(all.end, more.end);
  }
}

/// md4c's callbacks, with the tree under construction.
class Reader {
 public:
  Reader(MappedText const& source, MaskedText const& masked, std::size_t begin, std::size_t end, std::size_t guard,
         Diagnostics& diagnostics)
      : source_{source}, diagnostics_{diagnostics}, begin_{begin}, end_{end}, guard_{guard}, spans_{source, masked, begin, diagnostics} {
    buffer_.assign(guard, paragraph_guard);
    buffer_ += masked.mask;
  }

  void run() {
    MD_PARSER parser{};
    parser.flags = parser_flags;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) { return static_cast<Reader*>(self)->enter_block(type, detail); };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) { return static_cast<Reader*>(self)->leave_block(type); };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) { return static_cast<Reader*>(self)->enter_span(type, detail); };
    parser.leave_span = [](MD_SPANTYPE, void*, void* self) { return static_cast<Reader*>(self)->leave_span(); };
    parser.text = [](MD_TEXTTYPE type, MD_CHAR const* text, MD_SIZE size, void* self) {
      return static_cast<Reader*>(self)->text(type, text, size);
    };
    md_parse(buffer_.data(), static_cast<MD_SIZE>(buffer_.size()), &parser, this);
  }

  Parts finish_paragraph() { return spans_.finish(); }
  Blocks finish_blocks() {
    close_paragraph();
    return std::move(blocks_);
  }

 private:
  struct Open {
    Block block;
    ListItem item;
    bool is_item = false;
  };

  // A paragraph's guard is no text; everything is one paragraph there and blocks are not built.
  bool paragraph_only() const { return guard_ > 0; }

  int enter_block(MD_BLOCKTYPE type, void* detail) {
    if (paragraph_only()) return 0;
    switch (type) {
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
      case MD_BLOCK_QUOTE: {
        close_paragraph();
        if (skipped_ > 0 || stack_.size() + 2 > block_depth_limit) {
          ++skipped_;
          return 0;
        }
        Open open;
        open.block.kind = type == MD_BLOCK_QUOTE ? BlockKind::Quote : BlockKind::List;
        open.block.ordered = type == MD_BLOCK_OL;
        if (type == MD_BLOCK_OL) open.block.start = static_cast<int>(static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start);
        stack_.push_back(std::move(open));
        return 0;
      }
      case MD_BLOCK_LI: {
        close_paragraph();
        if (skipped_ > 0) {
          ++skipped_;
          return 0;
        }
        Open open;
        open.is_item = true;
        stack_.push_back(std::move(open));
        return 0;
      }
      case MD_BLOCK_HR: {
        close_paragraph();
        Block rule;
        rule.kind = BlockKind::Rule;
        rule.span = source_.at(spans_.cursor(), spans_.cursor());
        add(std::move(rule));
        return 0;
      }
      case MD_BLOCK_H:
        heading_ = static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
        return 0;
      case MD_BLOCK_CODE: {
        close_paragraph();
        raw_.clear();
        raw_begin_ = end_;
        raw_end_ = begin_;
        // A word after the fence names a language elsewhere; nothing here has a use for it, so it stays as text.
        auto const& info = static_cast<MD_BLOCK_CODE_DETAIL*>(detail)->info;
        if (info.size > 0) raw_.append(info.text, info.size).push_back('\n');
        return 0;
      }
      default:
        return 0;
    }
  }

  int leave_block(MD_BLOCKTYPE type) {
    if (paragraph_only()) return 0;
    switch (type) {
      case MD_BLOCK_P:
      case MD_BLOCK_H:
        close_paragraph();
        return 0;
      case MD_BLOCK_CODE:
        close_code();
        return 0;
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
      case MD_BLOCK_QUOTE:
      case MD_BLOCK_LI: {
        close_paragraph();
        if (skipped_ > 0) {
          --skipped_;
          return 0;
        }
        if (stack_.empty()) return 0;
        Open open = std::move(stack_.back());
        stack_.pop_back();
        if (open.is_item) {
          close_item(std::move(open.item));
        } else {
          for (Block const& child : open.block.children) join(open.block.span, child.span);
          for (ListItem const& item : open.block.items) join(open.block.span, item.span);
          if (open.block.span.detached()) open.block.span = source_.at(spans_.cursor(), spans_.cursor());
          add(std::move(open.block));
        }
        return 0;
      }
      default:
        return 0;
    }
  }

  void close_item(ListItem item) {
    for (Block& block : item.blocks) {
      if (block.kind != BlockKind::Paragraph) continue;
      item.attributes = std::exchange(block.attributes, {});
      break;
    }
    for (Block const& block : item.blocks) join(item.span, block.span);
    if (item.span.detached()) item.span = source_.at(spans_.cursor(), spans_.cursor());
    if (!stack_.empty()) stack_.back().block.items.push_back(std::move(item));
  }

  int enter_span(MD_SPANTYPE type, void* detail) {
    switch (type) {
      case MD_SPAN_EM:
        spans_.enter(InlineKind::Emphasis, '*', 1);
        break;
      case MD_SPAN_STRONG:
        spans_.enter(InlineKind::Strong, '*', 2);
        break;
      case MD_SPAN_CODE:
        spans_.enter(InlineKind::Code, '`', 1);
        break;
      case MD_SPAN_A:
        spans_.enter_link(attribute_text(static_cast<MD_SPAN_A_DETAIL*>(detail)->href), false);
        break;
      case MD_SPAN_IMG:
        spans_.enter_link(attribute_text(static_cast<MD_SPAN_IMG_DETAIL*>(detail)->src), true);
        break;
      default:
        spans_.enter(InlineKind::Span, '\0', 0);
        break;  // switched off by the flags
    }
    return 0;
  }
  int leave_span() {
    spans_.leave();
    return 0;
  }

  int text(MD_TEXTTYPE type, MD_CHAR const* text, MD_SIZE size) {
    bool const literal = text < buffer_.data() || text + size > buffer_.data() + buffer_.size();  // md4c's own "\n" or " "
    auto const offset = literal ? 0 : static_cast<std::size_t>(text - buffer_.data());
    std::size_t const from = begin_ + (offset > guard_ ? offset - guard_ : 0);
    std::size_t const to = begin_ + (offset + size > guard_ ? offset + size - guard_ : 0);
    if (type == MD_TEXT_BR) {
      spans_.hard_break();
    } else if (type == MD_TEXT_SOFTBR) {
      spans_.soft_break();
    } else if (raw_begin_ != none) {
      add_raw(literal ? std::string_view{text, size} : std::string_view{source_.text}.substr(from, to - from), literal, from, to);
    } else if (literal) {
      spans_.soft_break();
    } else if (type == MD_TEXT_ENTITY) {
      spans_.entity(from, to);
    } else if (type == MD_TEXT_HTML) {
      spans_.html(from, to);
    } else {
      spans_.text(from, to);
    }
    return 0;
  }

  void add_raw(std::string_view text, bool literal, std::size_t from, std::size_t to) {
    raw_ += text;
    if (literal) return;
    raw_begin_ = std::min(raw_begin_, from);
    raw_end_ = std::max(raw_end_, to);
    spans_.advance(to);
  }

  void close_paragraph() {
    int const level = std::exchange(heading_, 0);
    if (spans_.empty()) return;
    Parts parts = spans_.finish();
    if (parts.empty()) return;
    Block block;
    block.kind = level > 0 ? BlockKind::Heading : BlockKind::Paragraph;
    block.level = level;
    block.span = source_.at(parts.front().begin, parts.back().end);
    block.attributes = take_attributes(parts, source_, diagnostics_);
    block.inlines = to_inlines(parts, source_);
    add(std::move(block));
  }

  void close_code() {
    std::size_t const from = std::exchange(raw_begin_, none);
    std::size_t const to = std::max(raw_end_, std::min(from, raw_end_));
    while (!raw_.empty() && is_break(raw_.back())) raw_.pop_back();
    Block block;
    block.kind = BlockKind::Code;
    block.span = source_.at(std::min(from, to), to);
    Inline only;
    only.span = block.span;
    only.text = raw_;
    block.inlines.push_back(std::move(only));
    add(std::move(block));
  }

  void add(Block block) {
    if (stack_.empty()) {
      blocks_.push_back(std::move(block));
    } else if (stack_.back().is_item) {
      stack_.back().item.blocks.push_back(std::move(block));
    } else {
      stack_.back().block.children.push_back(std::move(block));
    }
  }

  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  MappedText const& source_;
  Diagnostics& diagnostics_;
  std::size_t begin_, end_, guard_;
  std::string buffer_;
  SpanReader spans_;
  Blocks blocks_;
  std::vector<Open> stack_;
  std::size_t skipped_ = 0;
  int heading_ = 0;
  std::string raw_;
  std::size_t raw_begin_ = none, raw_end_ = 0;
};

}  // namespace

Parts read_paragraph(MappedText const& source, std::size_t begin, std::size_t end, Diagnostics& diagnostics) {
  MaskedText const masked = mask_text(source.text, begin, end, Lines::Join);
  Reader reader{source, masked, begin, end, 1, diagnostics};
  reader.run();
  return reader.finish_paragraph();
}

Blocks read_blocks(MappedText const& source, std::size_t begin, std::size_t end, Diagnostics& diagnostics) {
  MaskedText const masked = mask_text(source.text, begin, end, Lines::Keep);
  Reader reader{source, masked, begin, end, 0, diagnostics};
  reader.run();
  return reader.finish_blocks();
}

}  // namespace resumec::syntax
