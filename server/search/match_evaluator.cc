#include "server/search/match_evaluator.h"

#include <algorithm>
#include <utility>

#include "server/search/facet_names.h"
#include "server/search/search_request.h"
#include "server/search/term_names.h"

namespace tracuu {
std::string UnknownValueNote(std::string_view facet, std::string_view value) {
  return "Không có giá trị “" + std::string(value) + "” trong bộ lọc " +
         std::string(facet) + ".";
}

DocSet MatchEvaluator::All() const {
  DocSet docs;
  docs.addRange(1, std::uint64_t{snapshot_.documents()} + 1);
  return docs;
}

Result<DocSet> MatchEvaluator::Evaluate(const QueryNode& node) {
  switch (node.kind) {
    case NodeKind::kAll:
    case NodeKind::kBoost:
      return All();
    case NodeKind::kAnd:
      return EvaluateAnd(node);
    case NodeKind::kOr:
      return EvaluateOr(node);
    case NodeKind::kNot: {
      auto excluded = Evaluate(node.children.front());
      if (!excluded) return excluded.error();
      return All() - *excluded;
    }
    case NodeKind::kWords:
      return EvaluateWords(node);
    case NodeKind::kPhrase:
      return postings_.OfPhrase(node.items, node.scope);
    case NodeKind::kPrefix:
      return EvaluatePrefix(node);
    case NodeKind::kFacet:
      return EvaluateFacet(node);
  }
  return All();
}

Result<DocSet> MatchEvaluator::EvaluateAnd(const QueryNode& node) {
  DocSet docs = All();
  for (const QueryNode& child : node.children) {
    auto matched = Evaluate(child);
    if (!matched) return matched.error();
    docs &= *matched;
  }
  return docs;
}

Result<DocSet> MatchEvaluator::EvaluateOr(const QueryNode& node) {
  DocSet docs;
  for (const QueryNode& child : node.children) {
    auto matched = Evaluate(child);
    if (!matched) return matched.error();
    docs |= *matched;
  }
  return docs;
}

Result<DocSet> MatchEvaluator::EvaluatePrefix(const QueryNode& node) {
  const std::string prefix = TermOf(node.items.front(), node.scope);
  std::vector<std::string> terms;
  database_.ForEachTerm(prefix, [&](const std::string& term) {
    terms.push_back(term);
    return terms.size() <= limits_.max_expansions;
  });
  if (terms.size() > limits_.max_expansions) {
    return Error{ErrorCode::kTooLarge,
                 "Tiền tố “" + node.items.front().form + "*” ứng với quá " +
                     std::to_string(limits_.max_expansions) +
                     " từ; xin gõ thêm chữ.",
                 ""};
  }
  DocSet docs;
  for (const std::string& term : terms) docs |= *postings_.Of(term);
  return docs;
}

// The rarest term is decoded, the others filter it.
DocSet MatchEvaluator::EvaluateWords(const QueryNode& node) {
  std::vector<std::pair<std::uint32_t, std::string>> terms;
  DocSet docs = All();
  for (const QueryItem& item : ItemsIn(node)) {
    if (item.kind == ItemKind::kSymbol) {
      docs &= EvaluateSymbol(item.form);
      continue;
    }
    std::string term = TermOf(item, node.scope);
    terms.emplace_back(database_.Frequency(term), std::move(term));
  }
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  for (const auto& [termfreq, term] : terms) {
    if (docs.isEmpty()) break;
    postings_.Intersect(term, &docs);
  }
  return docs;
}

// Articles that write the symbol, or cite the document in other words.
DocSet MatchEvaluator::EvaluateSymbol(const std::string& canonical) {
  DocSet docs = *postings_.Of(
      TermOf({ItemKind::kSymbol, canonical}, TextScope::kAnywhere));
  const FacetTable* resolutions = snapshot_.FindFacet("resolution");
  for (const std::uint32_t ordinal :
       ResolutionsWithSymbolForm(*resolutions, canonical)) {
    docs |= resolutions->DocsWith(ordinal);
  }
  return docs;
}

DocSet MatchEvaluator::EvaluateFacet(const QueryNode& node) {
  const FacetTable& table = *snapshot_.FindFacet(node.facet);
  if (node.value == kNoneValue) return table.DocsWithout();
  const auto ordinals = FindFacetValues(table, node.value);
  if (ordinals.empty()) {
    notes_.push_back(UnknownValueNote(node.facet, node.value));
  }
  DocSet docs;
  for (const std::uint32_t ordinal : ordinals) docs |= table.DocsWith(ordinal);
  return docs;
}

}  // namespace tracuu
