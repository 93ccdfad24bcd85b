#ifndef TRACUU_SERVER_SEARCH_TERM_NAMES_H_
#define TRACUU_SERVER_SEARCH_TERM_NAMES_H_

// From items of a query tree to terms of the schema. Pure, thread-safe.

#include <string>
#include <vector>

#include "common/index/schema.h"
#include "server/search/query_tree.h"

namespace tracuu {

// The field in which an item is looked up.
constexpr Field FieldOf(ItemKind kind, TextScope scope) {
  const bool title = scope == TextScope::kTitle;
  switch (kind) {
    case ItemKind::kExact:
      return title ? FieldNamed("title") : FieldNamed("exact");
    case ItemKind::kFolded:
      return title ? FieldNamed("folded_title") : FieldNamed("folded");
    case ItemKind::kSymbol:
      return FieldNamed("symbol");
    case ItemKind::kDate:
      return FieldNamed("date");
  }
  return FieldNamed("exact");
}

// The one term of an item.
std::string TermOf(const QueryItem& item, TextScope scope);

// The items of a node as its scope can look them up: in a title, a symbol or a
// date is looked for token by token, because the schema keeps their terms for
// whole articles only.
std::vector<QueryItem> ItemsIn(const QueryNode& node);

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_TERM_NAMES_H_
