#include "server/search/postings.h"

#include <algorithm>
#include <utility>

#include "common/index/terms.h"
#include "server/search/phrase_finder.h"
#include "server/search/term_names.h"

namespace tracuu {
namespace {

// A phrase that was looked for in this many articles is worth keeping.
constexpr std::uint64_t kCostlyPhrase = 10'000;

std::string PairTermOf(const QueryItem& first, const QueryItem& second) {
  return MakePairTerm(FieldNamed("pair"), first.form, second.form);
}

std::string PhraseKey(const std::vector<QueryItem>& items, TextScope scope) {
  std::string key = scope == TextScope::kTitle ? "\"S" : "\"";
  for (const QueryItem& item : items) {
    key += item.kind == ItemKind::kFolded ? " ~" : " ";
    key += item.form;
  }
  return key;
}

}  // namespace

DocSet Postings::Decode(const std::string& term) const {
  thread_local std::vector<std::uint32_t> docids;
  docids.clear();
  database_.ForEachPosting(term,
                           [](std::uint32_t docid, const auto& /*posting*/) {
                             docids.push_back(docid);
                           });
  return {docids.size(), docids.data()};
}

std::shared_ptr<const DocSet> Postings::Of(const std::string& term) const {
  if (auto cached = snapshot_.cache().Find(term)) return cached;
  auto docs = std::make_shared<const DocSet>(Decode(term));
  if (IsFrequent(docs->cardinality(), snapshot_)) {
    snapshot_.cache().Insert(term, docs, docs->getSizeInBytes());
  }
  return docs;
}

void Postings::Intersect(const std::string& term, DocSet* docs) const {
  if (auto cached = snapshot_.cache().Find(term)) {
    *docs &= *cached;
    return;
  }
  const std::uint32_t termfreq = database_.Frequency(term);
  if (!IsCheaperToSkip(docs->cardinality(), termfreq)) {
    *docs &= *Of(term);
    return;
  }
  std::vector<std::uint32_t> docids(docs->cardinality());
  docs->toUint32Array(docids.data());
  DocSet left;
  database_.FindPostings(
      term, docids, /*skip=*/true,
      [&](std::size_t i, const auto& /*posting*/) { left.add(docids[i]); });
  *docs = std::move(left);
}

// The rarest first, so that the others only filter.
DocSet Postings::OfPhrase(const std::vector<QueryItem>& items,
                          TextScope scope) const {
  const std::string key = PhraseKey(items, scope);
  if (auto cached = snapshot_.cache().Find(key)) return *cached;

  const bool anywhere = scope == TextScope::kAnywhere;
  if (anywhere && items.size() == 2 && HasPair(items[0], items[1])) {
    return *Of(PairTermOf(items[0], items[1]));
  }

  std::vector<std::pair<std::uint32_t, std::string>> terms;
  for (const QueryItem& item : items) {
    std::string term = TermOf(item, scope);
    terms.emplace_back(database_.Frequency(term), std::move(term));
  }
  std::sort(terms.begin(), terms.end());
  DocSet candidates = *Of(terms.front().second);
  for (const auto& [termfreq, term] : terms) {
    if (candidates.isEmpty()) return candidates;
    Intersect(term, &candidates);
  }
  if (anywhere) IntersectPairs(items, &candidates);
  if (candidates.isEmpty()) return candidates;
  DocSet docs = CheckOrder(items, scope, candidates);
  if (candidates.cardinality() >= kCostlyPhrase) {
    snapshot_.cache().Insert(key, std::make_shared<const DocSet>(docs),
                             docs.getSizeInBytes());
  }
  return docs;
}

bool Postings::HasPair(const QueryItem& first, const QueryItem& second) const {
  return first.kind == ItemKind::kExact && second.kind == ItemKind::kExact &&
         snapshot_.HasPairs(first.form, second.form);
}

void Postings::IntersectPairs(const std::vector<QueryItem>& items,
                              DocSet* docs) const {
  for (std::size_t i = 0; i + 1 < items.size(); ++i) {
    if (HasPair(items[i], items[i + 1])) {
      Intersect(PairTermOf(items[i], items[i + 1]), docs);
    }
  }
}

DocSet Postings::CheckOrder(const std::vector<QueryItem>& items,
                            TextScope scope, const DocSet& candidates) const {
  std::vector<PhraseFinder> finders;  // By part.
  for (const ForwardIndex& forward : snapshot_.forward()) {
    finders.emplace_back(forward, items, scope);
  }
  std::vector<std::uint32_t> docids;
  for (const std::uint32_t docid : candidates) {
    const PartDocid at = snapshot_.order().At(docid);
    if (finders[at.part].IsIn(at.docid)) docids.push_back(docid);
  }
  return {docids.size(), docids.data()};
}

}  // namespace tracuu
