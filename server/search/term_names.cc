#include "server/search/term_names.h"

#include "common/index/terms.h"
#include "common/text/analyze.h"

namespace tracuu {

std::string TermOf(const QueryItem& item, TextScope scope) {
  return MakeTerm(FieldOf(item.kind, scope), item.form);
}

std::vector<QueryItem> ItemsIn(const QueryNode& node) {
  if (node.scope == TextScope::kAnywhere) return node.items;
  std::vector<QueryItem> tokens;
  for (const QueryItem& item : node.items) {
    if (item.kind == ItemKind::kExact || item.kind == ItemKind::kFolded) {
      tokens.push_back(item);
      continue;
    }
    for (const Token& token : Analyze(item.form).tokens) {
      tokens.push_back({ItemKind::kExact, token.exact});
    }
  }
  return tokens;
}

}  // namespace tracuu
