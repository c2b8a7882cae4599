// The tools of importers that rewrite one tree into another: taking members from a foreign map, and putting them into a native one.
#pragma once

#include "importers/importer.hpp"
#include "syntax/mapped_builder.hpp"

#include <initializer_list>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace resumec::importers {

using syntax::Member;
using syntax::Node;

/// What all functions of one import share.
struct Context {
  SourceFormat format;
  Diagnostics& diagnostics;
  std::vector<Span> ignored = {};
};

/// Null, an empty text, list or map: as if it were not written.
bool is_absent(Node const& node);

Node make_map(Span span);
Node make_list(Span span);
/// A text that stands at `span` of the source, but not letter for letter.
Node make_scalar(std::string text, Span span);
/// A part of a scalar's text, from byte `begin` to `end`, which keeps its places.
Node slice(Node const& scalar, std::size_t begin, std::size_t end);

/// Appends a member, unless the value is absent. `key_span`: where the source names it; detached where the key is ours.
void put(Node& map, std::string_view key, Node value, Span key_span = {});
/// Appends the items of `more`, or `more` itself where it is no list, to the list under `key`, which is made if it is not there; a single
/// value there becomes its first item.
void append(Node& map, std::string_view key, Node more, Span key_span = {});

/// Two scalars as one, with `between` between their texts.
Node joined(Node const& first, std::string_view between, Node const& second);

/// Writes a scalar's text anew, in pieces that keep their places and pieces of our own.
class TextBuilder {
 public:
  explicit TextBuilder(Node const& from) : from_{from} {}
  /// Bytes `begin` to `end` of the old text.
  void keep(std::size_t begin, std::size_t end);
  /// Something that stands for what was at byte `place` of the old text.
  void insert(std::string_view text, std::size_t place);
  Node build() &&;

 private:
  Node const& from_;
  syntax::MappedBuilder text_;
};

/// The members of one foreign map, taken one by one. Whoever has taken all that it knows calls `keep_rest`, so that nothing is lost.
class Fields {
 public:
  /// `place`: what the map is, for messages: "a position", "`basics`".
  Fields(Node const& map, std::string place, Context& context);

  /// The member of the first of these keys that is there and not absent, and not yet taken; nullptr if none is. It is taken with this.
  Member const* take(std::initializer_list<std::string_view> keys);
  /// Takes this one of several members with the same key. False if it was taken.
  bool take(Member const& member);
  /// Takes it and puts it under a native name. True if it was there.
  bool move(Node& to, std::string_view name, std::initializer_list<std::string_view> keys);
  /// Takes it: it is nothing to print, only a setting of the other program.
  void ignore(std::initializer_list<std::string_view> keys);
  /// What nobody took goes to `to` under `x-KEY`, each with a warning [foreign-field] and, where `take` was asked for a key like it, a
  /// hint.
  void keep_rest(Node& to);

 private:
  std::vector<Member const*> left_;
  std::set<std::string, std::less<>> asked_, taken_;
  std::string place_;
  Context& context_;
};

}  // namespace resumec::importers
