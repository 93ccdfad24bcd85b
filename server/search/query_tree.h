#ifndef TRACUU_SERVER_SEARCH_QUERY_TREE_H_
#define TRACUU_SERVER_SEARCH_QUERY_TREE_H_

// The query tree: what a query asks for, before the index is looked at.
// Plain data; PrintTree() shows it.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tracuu {

// Something that stands at one place of a text.
enum class ItemKind : std::uint8_t {
  kExact,   // A syllable with exactly these marks; `form` is Token::exact.
  kFolded,  // A syllable with any marks; `form` is Token::folded.
  kSymbol,  // A document symbol; `form` is Span::canonical.
  kDate,    // A day; `form` is Span::canonical.
};

struct QueryItem {
  ItemKind kind = ItemKind::kExact;
  std::string form;

  friend bool operator==(const QueryItem&, const QueryItem&) = default;
};

enum class NodeKind : std::uint8_t {
  kAll,     // Every article: the empty query.
  kAnd,     // All children.
  kOr,      // Any child.
  kNot,     // Not its one child.
  kWords,   // All items, in any order; the order typed ranks.
  kPhrase,  // All items, adjacent, in order. kExact and kFolded only.
  kPrefix,  // One item: a syllable that begins so.
  kFacet,   // Articles with `value` of `facet`.
  kBoost,   // Asks for nothing: its items side by side only rank.
};

// Where words are looked for.
enum class TextScope : std::uint8_t { kAnywhere, kTitle };

struct QueryNode {
  NodeKind kind = NodeKind::kAll;
  std::vector<QueryNode> children;  // kAnd, kOr, kNot.
  TextScope scope = TextScope::kAnywhere;
  std::vector<QueryItem> items;  // kWords, kPhrase, kPrefix, kBoost.
  std::string typed;             // kWords: the stretch of the query.
  bool literal = false;          // Typed with "=": no other name for it.
  std::string facet;             // kFacet: Field::name …
  std::string value;             // … and the value as typed.
};

// For tests and for people: (and (words ~xay đảng) (not (words bóng))).
// "~" marks folded forms, "#" symbols, "@" dates.
std::string PrintTree(const QueryNode& node);

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_QUERY_TREE_H_
