#include "server/search/cited_documents.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "common/text/analyze.h"
#include "server/search/facet_names.h"

namespace tracuu {
namespace {

// Everything by which a reader may look a document up.
std::string SearchedText(const DocumentFacts& facts) {
  std::string text = facts.id;
  const auto add = [&text](const std::string& more) {
    if (!more.empty()) text += "\n" + more;
  };
  add(facts.symbol);
  add(facts.kind_name);
  add(facts.issuer);
  add(facts.title);
  if (facts.known == nullptr) return text;
  for (const std::string& name : facts.known->names) add(name);
  for (const std::string& alias : facts.known->aliases) add(alias);
  return text;
}

bool IsKind(const DocumentFacts& facts, const std::string& folded) {
  return FoldedKey(facts.kind) == folded ||
         FoldedKey(facts.kind_name) == folded;
}

}  // namespace

CitedDocuments::CitedDocuments(const FacetTable& resolutions) {
  for (std::uint32_t ordinal = 0; ordinal < resolutions.size(); ++ordinal) {
    Entry entry;
    entry.facts = DescribeDocument(resolutions.value(ordinal));
    const std::string text = SearchedText(entry.facts);
    entry.exact_key = ExactKey(text);
    entry.folded_key = FoldedKey(text);
    entry.issuer_exact_key = ExactKey(entry.facts.issuer);
    entry.issuer_folded_key = FoldedKey(entry.facts.issuer);
    entries_.push_back(std::move(entry));
  }
}

std::vector<std::uint32_t> CitedDocuments::Find(
    const FacetTable& resolutions, const CitedListRequest& request) const {
  const Analysis text = Analyze(request.text);
  const Analysis issuer = Analyze(request.issuer);
  const std::string kind = FoldedKey(request.kind);
  const std::string term = FoldedKey(request.term);
  std::vector<std::uint32_t> found;
  for (std::uint32_t o = 0; o < entries_.size(); ++o) {
    const Entry& entry = entries_[o];
    if (!request.kind.empty() && !IsKind(entry.facts, kind)) continue;
    if (!request.term.empty() && FoldedKey(entry.facts.term) != term) continue;
    if (!KeysContain(entry.issuer_exact_key, entry.issuer_folded_key, issuer) ||
        !KeysContain(entry.exact_key, entry.folded_key, text)) {
      continue;
    }
    found.push_back(o);
  }
  using Sort = CitedListRequest::Sort;
  const auto date = [&](std::uint32_t o) { return entries_[o].facts.date; };
  std::stable_sort(found.begin(), found.end(), [&](auto a, auto b) {
    if (request.sort == Sort::kMostCited || date(a) == date(b)) {
      return resolutions.total(a) > resolutions.total(b);
    }
    if (date(a).year == 0 || date(b).year == 0) return date(b).year == 0;
    return request.sort == Sort::kNewest ? date(b) < date(a)
                                         : date(a) < date(b);
  });
  return found;
}

}  // namespace tracuu
