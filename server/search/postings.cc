#include "server/search/postings.h"

#include <algorithm>
#include <utility>

#include "common/index/terms.h"
#include "server/search/bitmap_source.h"
#include "server/search/term_names.h"

namespace tracuu {
namespace {

// Terms in more than this share of the articles have their bitmaps kept.
constexpr Xapian::doccount kFrequentOneIn = 32;

// A phrase that cost this many position checks is worth keeping.
constexpr std::uint64_t kCostlyPhrase = 1'000;

// Decoding a posting takes ~20 ns and skipping to one ~600: below this ratio
// of documents left to postings, skipping wins.
constexpr std::uint64_t kSkipRatio = 32;

// Collects what a match passes, without ranking it.
class CollectingSpy : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& document, double) override {
    docids_.push_back(document.get_docid());
  }
  DocSet Take() const { return {docids_.size(), docids_.data()}; }

 private:
  std::vector<std::uint32_t> docids_;
};

std::string PhraseKey(const std::vector<QueryItem>& items, TextScope scope) {
  std::string key = scope == TextScope::kTitle ? "\"S" : "\"";
  for (const QueryItem& item : items) {
    key += item.kind == ItemKind::kFolded ? " ~" : " ";
    key += item.form;
  }
  return key;
}

}  // namespace

bool Postings::IsFrequent(Xapian::doccount termfreq) const {
  return termfreq > snapshot_.documents() / kFrequentOneIn;
}

DocSet Postings::Decode(const std::string& term) const {
  thread_local std::vector<std::uint32_t> docids;
  docids.clear();
  for (auto it = database_.postlist_begin(term);
       it != database_.postlist_end(term); ++it) {
    docids.push_back(*it);
  }
  return {docids.size(), docids.data()};
}

std::shared_ptr<const DocSet> Postings::Of(const std::string& term) const {
  if (auto cached = snapshot_.cache().Find(term)) return cached;
  auto docs = std::make_shared<const DocSet>(Decode(term));
  if (IsFrequent(static_cast<Xapian::doccount>(docs->cardinality()))) {
    snapshot_.cache().Insert(term, docs);
  }
  return docs;
}

void Postings::Intersect(const std::string& term, DocSet* docs) const {
  if (auto cached = snapshot_.cache().Find(term)) {
    *docs &= *cached;
    return;
  }
  const Xapian::doccount termfreq = database_.get_termfreq(term);
  if (docs->cardinality() * kSkipRatio >= termfreq) {
    *docs &= *Of(term);
    return;
  }
  DocSet left;
  auto posting = database_.postlist_begin(term);
  const auto end = database_.postlist_end(term);
  for (const std::uint32_t docid : *docs) {
    if (posting == end) break;
    posting.skip_to(docid);
    if (posting != end && *posting == docid) left.add(docid);
  }
  *docs = std::move(left);
}

// The rarest first, so that the others only filter.
DocSet Postings::OfPhrase(const std::vector<QueryItem>& items,
                          TextScope scope) const {
  const std::string key = PhraseKey(items, scope);
  if (auto cached = snapshot_.cache().Find(key)) return *cached;

  const bool anywhere = scope == TextScope::kAnywhere;
  if (anywhere && items.size() == 2 && items[0].kind == items[1].kind) {
    const bool exact = items[0].kind == ItemKind::kExact;
    const bool paired =
        exact ? snapshot_.HasPairs(items[0].form, items[1].form)
              : snapshot_.HasFoldedPairs(items[0].form, items[1].form);
    if (paired) {
      return *Of(
          MakePairTerm(exact ? FieldNamed("pair") : FieldNamed("folded_pair"),
                       items[0].form, items[1].form));
    }
  }

  std::vector<std::pair<Xapian::doccount, std::string>> terms;
  for (const QueryItem& item : items) {
    std::string term = TermOf(item, scope);
    terms.emplace_back(database_.get_termfreq(term), std::move(term));
  }
  std::sort(terms.begin(), terms.end());
  DocSet candidates = *Of(terms.front().second);
  for (const auto& [termfreq, term] : terms) {
    if (candidates.isEmpty()) return candidates;
    Intersect(term, &candidates);
  }
  if (anywhere) IntersectPairs(items, &candidates);
  if (candidates.isEmpty()) return candidates;
  DocSet docs = CheckPositions(items, scope, candidates);
  if (candidates.cardinality() >= kCostlyPhrase) {
    snapshot_.cache().Insert(key, std::make_shared<const DocSet>(docs));
  }
  return docs;
}

void Postings::IntersectPairs(const std::vector<QueryItem>& items,
                              DocSet* docs) const {
  for (std::size_t i = 0; i + 1 < items.size(); ++i) {
    const QueryItem& first = items[i];
    const QueryItem& second = items[i + 1];
    if (first.kind != second.kind) continue;
    if (first.kind == ItemKind::kExact &&
        snapshot_.HasPairs(first.form, second.form)) {
      Intersect(MakePairTerm(FieldNamed("pair"), first.form, second.form),
                docs);
    }
    if (first.kind == ItemKind::kFolded &&
        snapshot_.HasFoldedPairs(first.form, second.form)) {
      Intersect(
          MakePairTerm(FieldNamed("folded_pair"), first.form, second.form),
          docs);
    }
  }
}

// Folded terms have no positions; the spellings they stand for have.
Xapian::Query Postings::PositionQuery(const QueryItem& item,
                                      TextScope scope) const {
  const Field field = FieldOf(ItemKind::kExact, scope);
  const Xapian::Query plain(MakeTerm(field, item.form));
  if (item.kind == ItemKind::kExact) return plain;
  const auto variants = snapshot_.MarkedVariants(item.form);
  if (variants.empty()) return plain;
  std::vector<Xapian::Query> spellings{plain};
  for (const std::string& variant : variants) {
    spellings.emplace_back(MakeTerm(field, variant));
  }
  return {Xapian::Query::OP_OR, spellings.begin(), spellings.end()};
}

DocSet Postings::CheckPositions(const std::vector<QueryItem>& items,
                                TextScope scope,
                                const DocSet& candidates) const {
  std::vector<Xapian::Query> places;
  for (const QueryItem& item : items) {
    places.push_back(PositionQuery(item, scope));
  }
  const Xapian::Query phrase(Xapian::Query::OP_PHRASE, places.begin(),
                             places.end(),
                             static_cast<Xapian::termcount>(places.size()));
  BitmapSource source(candidates);
  Xapian::Enquire enquire(database_);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(
      Xapian::Query(Xapian::Query::OP_FILTER, phrase, Xapian::Query(&source)));
  CollectingSpy spy;
  enquire.add_matchspy(&spy);
  enquire.get_mset(0, 0, database_.get_doccount());
  return spy.Take();
}

}  // namespace tracuu
