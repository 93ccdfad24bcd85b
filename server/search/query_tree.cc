#include "server/search/query_tree.h"

#include <array>
#include <string_view>

namespace tracuu {
namespace {

void Print(const QueryNode& node, std::string* out) {
  constexpr std::array<std::string_view, 9> kNames{
      "all",    "and",    "or",    "not",  "words",
      "phrase", "prefix", "facet", "boost"};
  constexpr std::array<std::string_view, 4> kSigns{"", "~", "#", "@"};

  *out += '(';
  *out += kNames[static_cast<std::size_t>(node.kind)];
  if (node.scope == TextScope::kTitle) *out += "/title";
  for (const QueryItem& item : node.items) {
    *out += ' ';
    *out += kSigns[static_cast<std::size_t>(item.kind)];
    *out += item.form;
  }
  if (node.kind == NodeKind::kFacet) {
    *out += ' ' + node.facet + " \"" + node.value + '"';
  }
  for (const QueryNode& child : node.children) {
    *out += ' ';
    Print(child, out);
  }
  *out += ')';
}

}  // namespace

std::string PrintTree(const QueryNode& node) {
  std::string out;
  Print(node, &out);
  return out;
}

}  // namespace tracuu
