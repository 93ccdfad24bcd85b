#include "server/search/searcher.h"

#include <algorithm>
#include <utility>

#include "common/index/article_codec.h"
#include "common/index/terms.h"
#include "common/index/xapian_guard.h"
#include "server/search/facet_counter.h"
#include "server/search/facet_names.h"
#include "server/search/filters.h"
#include "server/search/highlighter.h"
#include "server/search/match_evaluator.h"
#include "server/search/near_matches.h"
#include "server/search/query_reader.h"
#include "server/search/ranker.h"

namespace tracuu {
namespace {

constexpr char kNearNote[] =
    "Không có bài nào có đủ các từ; dưới đây là những bài có gần đủ.";

void Append(std::vector<std::string>&& more, std::vector<std::string>* notes) {
  for (std::string& note : more) notes->push_back(std::move(note));
}

// The query as it was read and what it matches, before and after the filters.
struct Matched {
  ParsedQuery query;
  std::vector<ReadAs> read_as;
  std::optional<Suggested> did_you_mean;
  DocSet by_text;  // No filter applied.
  DocSet docs;     // Every filter applied.
  DocSet shown;    // Of these, what is a hit: all, or one of each cluster.
};

// Works for the duration of one request, with a borrowed database.
class Search {
 public:
  Search(const Snapshot& snapshot, const ArticleDatabase& database,
         const Limits& limits, const RankingOptions& ranking,
         const SearchRequest& request)
      : snapshot_(snapshot),
        database_(database),
        limits_(limits),
        request_(request),
        filters_(snapshot, request),
        ranking_{snapshot, database, ranking} {}

  Result<Matched> Match() const {
    auto reading = QueryReader(snapshot_, database_, limits_)
                       .Read(request_.text, request_.accents, request_.reading);
    if (!reading) return reading.error();
    Matched matched{
        std::move(reading->query),        std::move(reading->read_as),
        std::move(reading->did_you_mean), reading->docs,
        std::move(reading->docs),         {}};
    filters_.Apply("", &matched.docs);
    matched.shown = request_.collapse ? snapshot_.clusters().Fold(matched.docs)
                                      : matched.docs;
    Append(std::vector<std::string>(filters_.notes()), &matched.query.notes);
    return matched;
  }

  // Facets without a selection of their own share one pass.
  std::vector<OrdinalCounts> Count(const std::vector<const FacetTable*>& tables,
                                   const Matched& matched) const {
    std::vector<const FacetTable*> shared;
    for (const FacetTable* table : tables) {
      if (!filters_.Has(table->name())) shared.push_back(table);
    }
    auto common = CountIn(shared, matched.docs);
    std::vector<OrdinalCounts> counts;
    std::size_t next = 0;
    for (const FacetTable* table : tables) {
      if (!filters_.Has(table->name())) {
        counts.push_back(std::move(common[next++]));
        continue;
      }
      DocSet docs = matched.by_text;
      filters_.Apply(table->name(), &docs);
      counts.push_back(std::move(CountIn({&table, 1}, docs).front()));
    }
    return counts;
  }

  const Filters& filters() const { return filters_; }

  Scoring Compile(const Matched& matched) const {
    return CompileScoring(matched.query.tree, ranking_);
  }

  // The page of hits, in the order asked for; near matches among them where
  // there is room.
  std::vector<NearMatch> RankAll(const Matched& matched,
                                 const Scoring& scoring) const {
    std::vector<NearMatch> hits;
    for (const RankedDoc& doc : Rank(matched, scoring)) {
      hits.push_back({doc, {}, 1});
    }
    for (NearMatch& near : RankNear(matched, scoring))
      hits.push_back(std::move(near));
    if (request_.sort == SortOrder::kRelevance) {
      std::stable_sort(hits.begin(), hits.end(),
                       [](const NearMatch& a, const NearMatch& b) {
                         return a.doc.score > b.doc.score;
                       });
    }
    return hits;
  }

  Result<Hit> ReadHit(const RankedDoc& ranked,
                      const Highlighter& highlighter) const {
    auto article = database_.Fetch(ranked.docid);
    if (!article) return article.error();
    Hit hit;
    hit.article = *std::move(article);
    hit.score = ranked.score;
    hit.cluster = snapshot_.ClusterOf(ranked.docid);
    Highlights shown = highlighter.Show(hit.article);
    hit.title = std::move(shown.title);
    hit.snippet = std::move(shown.snippet);
    return hit;
  }

 private:
  std::vector<OrdinalCounts> CountIn(std::span<const FacetTable* const> tables,
                                     const DocSet& docs) const {
    auto counts = CountOrdinals(tables, docs, snapshot_.documents());
    if (request_.collapse) {
      snapshot_.clusters().CountOnce(tables, docs, &counts);
    }
    return counts;
  }

  std::vector<RankedDoc> Rank(const Matched& matched,
                              const Scoring& scoring) const {
    const std::uint64_t total = matched.shown.cardinality();
    const std::size_t offset = (request_.page - 1) * request_.per_page;
    if (request_.sort != SortOrder::kRelevance || scoring.terms.empty()) {
      return InDateOrder(matched.shown, total, offset);
    }
    return tracuu::Rank(scoring, matched.shown, {offset, request_.per_page},
                        ranking_);
  }

  // Not under filters: who narrows relies on the counts, and chose them.
  std::vector<NearMatch> RankNear(const Matched& matched,
                                  const Scoring& scoring) const {
    const std::size_t wanted = std::min(request_.per_page, kMostNearMatches);
    const auto total = static_cast<std::size_t>(matched.shown.cardinality());
    if (!request_.near || !ranking_.options.near || request_.page != 1 ||
        request_.sort != SortOrder::kRelevance || filters_.Any() ||
        total >= wanted) {
      return {};
    }
    MatchEvaluator evaluator(snapshot_, database_, limits_);
    DocSet docs = evaluator.All() - matched.by_text;
    if (request_.collapse) {
      docs -= snapshot_.clusters().CopiesOf(matched.docs);
      docs = snapshot_.clusters().Fold(docs);
    }
    auto near = FindNearMatches(matched.query.tree, scoring, docs, ranking_,
                                &evaluator);
    if (near.size() > wanted - total) near.resize(wanted - total);
    return near;
  }

  // Docids are newest first, undated last; undated ones stay last when the
  // oldest come first.
  std::vector<RankedDoc> InDateOrder(const DocSet& docs, std::uint64_t total,
                                     std::size_t offset) const {
    const std::uint64_t dated = docs.rank(snapshot_.dated());
    const bool oldest_first = request_.sort == SortOrder::kOldestFirst;
    std::vector<RankedDoc> page;
    for (std::uint64_t i = offset;
         i < std::min<std::uint64_t>(total, offset + request_.per_page); ++i) {
      const std::uint64_t index = oldest_first && i < dated ? dated - 1 - i : i;
      std::uint32_t docid = 0;
      docs.select(static_cast<std::uint32_t>(index), &docid);
      page.push_back({docid, 0});
    }
    return page;
  }

  const Snapshot& snapshot_;
  const ArticleDatabase& database_;
  const Limits& limits_;
  const SearchRequest& request_;
  const Filters filters_;
  const RankingContext ranking_;
};

// Orders by letters first, then by marks, as a reader looks names up.
void SortByName(const FacetTable& table, std::vector<std::uint32_t>* ordinals) {
  std::sort(ordinals->begin(), ordinals->end(), [&](auto a, auto b) {
    return std::tie(table.folded_key(a), table.exact_key(a), a) <
           std::tie(table.folded_key(b), table.exact_key(b), b);
  });
}

}  // namespace

Searcher::Searcher(std::shared_ptr<const Snapshot> snapshot,
                   const Limits& limits, const RankingOptions& ranking)
    : snapshot_(std::move(snapshot)), limits_(limits), ranking_(ranking) {}

Result<SearchResponse> Searcher::Search(const SearchRequest& request) const {
  return GuardXapian([&]() -> Result<SearchResponse> {
    const Snapshot::Lease database = snapshot_->Borrow();
    const class Search search(*snapshot_, *database, limits_, ranking_,
                              request);
    auto matched = search.Match();
    if (!matched) return matched.error();

    SearchResponse response;
    response.snapshot_id = snapshot_->manifest().id;
    response.snapshot_documents = snapshot_->documents();
    response.total = matched->shown.cardinality();
    std::vector<const FacetTable*> tables;
    for (const std::string& name : request.facets) {
      tables.push_back(snapshot_->FindFacet(name));
    }
    const auto counts = search.Count(tables, *matched);
    for (std::size_t i = 0; i < tables.size(); ++i) {
      response.facets[request.facets[i]] = TopValues(
          *tables[i], counts[i], search.filters().SelectedIn(request.facets[i]),
          request.facet_limit);
    }
    Scoring scoring = search.Compile(*matched);
    const Highlighter highlighter(matched->query.tree, scoring.groups,
                                  limits_.max_snippet_chars);
    for (const NearMatch& ranked : search.RankAll(*matched, scoring)) {
      auto hit = search.ReadHit(ranked.doc, highlighter);
      if (!hit) return hit.error();
      hit->missing = ranked.missing;
      response.hits.push_back(*std::move(hit));
    }
    response.read_as = std::move(matched->read_as);
    for (ReadAs& reading : scoring.read_as) {
      response.read_as.push_back(std::move(reading));
    }
    response.did_you_mean = std::move(matched->did_you_mean);
    response.notes = std::move(matched->query.notes);
    if (response.total == 0 && !response.hits.empty()) {
      response.notes.emplace_back(kNearNote);
    }
    return response;
  });
}

Result<MatchSet> Searcher::Match(const SearchRequest& request) const {
  return GuardXapian([&]() -> Result<MatchSet> {
    const Snapshot::Lease database = snapshot_->Borrow();
    const class Search search(*snapshot_, *database, limits_, ranking_,
                              request);
    auto matched = search.Match();
    if (!matched) return matched.error();
    return MatchSet{std::move(matched->docs), std::move(matched->query.notes)};
  });
}

Result<FacetPage> Searcher::ListFacet(const SearchRequest& request,
                                      const FacetPageRequest& page) const {
  return GuardXapian([&]() -> Result<FacetPage> {
    const Snapshot::Lease database = snapshot_->Borrow();
    const class Search search(*snapshot_, *database, limits_, ranking_,
                              request);
    auto matched = search.Match();
    if (!matched) return matched.error();
    const FacetTable& table = *snapshot_->FindFacet(page.facet);
    OrdinalCounts counts = std::move(search.Count({&table}, *matched).front());

    FacetPage result;
    result.snapshot_id = snapshot_->manifest().id;
    result.snapshot_documents = snapshot_->documents();
    result.notes = std::move(matched->query.notes);
    result.counts.missing = counts.missing;
    const Analysis contains = Analyze(page.contains);
    std::vector<std::uint32_t> found;
    for (std::uint32_t o = 0; o < table.size(); ++o) {
      if (counts.counts[o] == 0) continue;
      ++result.counts.distinct;
      if (ValueContains(table, o, contains)) found.push_back(o);
    }
    result.matching = found.size();
    if (page.alphabetical) {
      SortByName(table, &found);
    } else {
      std::stable_sort(found.begin(), found.end(), [&](auto a, auto b) {
        return counts.counts[a] > counts.counts[b];
      });
    }
    const auto& selected = search.filters().SelectedIn(page.facet);
    const std::size_t begin =
        std::min(found.size(), (page.page - 1) * page.per_page);
    const std::size_t end = std::min(found.size(), begin + page.per_page);
    for (std::size_t i = begin; i < end; ++i) {
      const bool chosen = std::find(selected.begin(), selected.end(),
                                    found[i]) != selected.end();
      result.counts.values.push_back(
          {table.value(found[i]), counts.counts[found[i]], chosen});
    }
    return result;
  });
}

Result<ArticleView> Searcher::View(std::string_view id,
                                   const ViewRequest& request) const {
  return GuardXapian([&]() -> Result<ArticleView> {
    const Snapshot::Lease database = snapshot_->Borrow();
    const auto docid = database->Find(id);
    if (!docid) {
      return Error{ErrorCode::kNotFound, "no article with this id", ""};
    }
    auto article = database->Fetch(*docid);
    if (!article) return article.error();
    ArticleView view{*std::move(article), {}, snapshot_->ClusterOf(*docid)};
    if (request.text.empty()) return view;
    const auto reading =
        QueryReader(*snapshot_, *database, limits_)
            .Read(request.text, request.accents, request.reading);
    if (!reading) return reading.error();
    const Scoring scoring =
        CompileScoring(reading->query.tree, {*snapshot_, *database, ranking_});
    view.matches = Highlighter(reading->query.tree, scoring.groups,
                               limits_.max_snippet_chars)
                       .Matches(view.article);
    return view;
  });
}

}  // namespace tracuu
