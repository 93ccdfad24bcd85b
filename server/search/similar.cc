#include "server/search/similar.h"

#include <xapian.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_set>
#include <utility>

#include "common/index/article_codec.h"
#include "common/index/terms.h"
#include "common/index/xapian_guard.h"
#include "common/text/analyze.h"
#include "server/search/highlighter.h"
#include "server/search/postings.h"
#include "server/search/term_scorer.h"

namespace tracuu {
namespace {

// Articles of the same words that are looked at, copies among them.
constexpr std::size_t kCandidates = 40;

// How soon further occurrences in the article stop adding (BM25's k1).
constexpr double kSaturation = 1.2;

// What the same document, unit or place adds, as a share of the score that the
// article has itself.
constexpr double kSameDocument = 0.15;
constexpr double kSameUnit = 0.10;
constexpr double kSamePlace = 0.05;

unsigned WeightOf(BlockRole role) {
  if (role == BlockRole::kTitle) return kTitleWeight;
  return role == BlockRole::kLead ? kLeadWeight : 1;
}

bool IsSearched(BlockRole role) {
  return role == BlockRole::kTitle || role == BlockRole::kLead ||
         role == BlockRole::kBody || role == BlockRole::kCaption;
}

// A searched block of an article and how much its words weigh.
struct WeighedText {
  unsigned weight = 1;
  Analysis analysis;
};

std::vector<WeighedText> Read(const Article& article) {
  std::vector<WeighedText> read;
  for (const Block& block : article.blocks) {
    if (!IsSearched(block.role)) continue;
    read.push_back(
        {WeightOf(block.role),
         Analyze(std::string_view(article.text)
                     .substr(block.begin, block.end - block.begin))});
  }
  return read;
}

// A word of the article: one syllable, or two neighbours.
struct Word {
  std::string term;
  std::vector<QueryItem> items;
  double frequency = 0;  // Weighted occurrences in the article.
  double score = 0;      // How well it tells the article apart.
};

class WordFinder {
 public:
  WordFinder(const Snapshot& snapshot, const ArticleDatabase& database)
      : snapshot_(snapshot), database_(database) {}

  std::vector<Word> MostTelling(const std::vector<WeighedText>& text) {
    for (const auto& [weight, analysis] : text) {
      const auto& tokens = analysis.tokens;
      for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (!tokens[i].numeric) AddSyllable(tokens[i].exact, weight);
        if (i + 1 < tokens.size()) {
          AddPair(tokens[i].exact, tokens[i + 1].exact, weight);
        }
      }
      for (const Span& span : analysis.spans) {
        if (span.kind != SpanKind::kDocumentSymbol) continue;
        Add(MakeTerm(FieldNamed("symbol"), span.canonical),
            {{ItemKind::kSymbol, span.canonical}}, weight);
      }
    }
    std::vector<Word> telling;
    for (auto& [term, word] : words_) {
      if (Weigh(&word)) telling.push_back(std::move(word));
    }
    std::sort(telling.begin(), telling.end(), [](const Word& a, const Word& b) {
      return a.score != b.score ? a.score > b.score : a.term < b.term;
    });
    if (telling.size() > kTellingWords) telling.resize(kTellingWords);
    return telling;
  }

 private:
  void Add(std::string term, std::vector<QueryItem> items, unsigned weight) {
    Word& word = words_[term];
    if (word.items.empty()) {
      word.term = std::move(term);
      word.items = std::move(items);
    }
    word.frequency += weight;
  }

  void AddSyllable(const std::string& exact, unsigned weight) {
    Add(MakeTerm(FieldNamed("exact"), exact), {{ItemKind::kExact, exact}},
        weight);
  }

  void AddPair(const std::string& first, const std::string& second,
               unsigned weight) {
    if (!snapshot_.HasPairs(first, second)) return;
    Add(MakePairTerm(FieldNamed("pair"), first, second),
        {{ItemKind::kExact, first}, {ItemKind::kExact, second}}, weight);
  }

  // False for what only this article has, and what too many have.
  bool Weigh(Word* word) const {
    const double articles = snapshot_.documents();
    const double having = database_.Frequency(word->term);
    if (having < 2 || having > std::max(2.0, kMostOfArticles * articles)) {
      return false;
    }
    const double saturated = word->frequency / (word->frequency + kSaturation);
    word->score = saturated * std::log((articles + 1) / (having + 0.5));
    return true;
  }

  const Snapshot& snapshot_;
  const ArticleDatabase& database_;
  std::map<std::string, Word> words_;
};

// The articles with most of the words and none of `without`; the given one is
// among them.
std::vector<RankedDoc> WithTheseWords(const std::vector<Word>& words,
                                      const DocSet& without,
                                      const Snapshot& snapshot,
                                      const ArticleDatabase& database) {
  const Postings postings(snapshot, database);
  std::vector<ScoredTerm> terms;
  DocSet docs;
  for (const Word& word : words) {
    terms.push_back(
        {word.term, word.frequency / (word.frequency + kSaturation)});
    docs |= *postings.Of(word.term);
  }
  return TermScorer(snapshot, database)
      .Best(terms, docs - without, kCandidates);
}

bool SharesValue(const Snapshot& snapshot, std::string_view facet,
                 Xapian::docid a, Xapian::docid b) {
  const FacetTable& table = *snapshot.FindFacet(facet);
  const auto own = table.OrdinalsOf(a);
  const auto other = table.OrdinalsOf(b);
  return std::find_first_of(own.begin(), own.end(), other.begin(),
                            other.end()) != own.end();
}

// Adds what the facets say, takes the article itself out, leaves the similar.
void Compare(const Snapshot& snapshot, Xapian::docid docid,
             std::vector<RankedDoc>* candidates) {
  double own = 0;
  for (const RankedDoc& candidate : *candidates) {
    if (candidate.docid == docid) own = candidate.score;
  }
  std::erase_if(*candidates, [&](RankedDoc& candidate) {
    return candidate.docid == docid || candidate.score < own * kLeastSimilarity;
  });
  for (RankedDoc& candidate : *candidates) {
    const auto shares = [&](std::string_view facet) {
      return SharesValue(snapshot, facet, docid, candidate.docid);
    };
    if (shares("resolution")) candidate.score += own * kSameDocument;
    if (shares("unit")) candidate.score += own * kSameUnit;
    if (shares("province_now")) candidate.score += own * kSamePlace;
  }
  std::sort(candidates->begin(), candidates->end(),
            [](const RankedDoc& a, const RankedDoc& b) {
              return a.score != b.score ? a.score > b.score : a.docid < b.docid;
            });
}

// What marks the words in common.
QueryNode TreeOf(const std::vector<Word>& words) {
  QueryNode tree;
  tree.kind = NodeKind::kOr;
  for (const Word& word : words) {
    QueryNode node;
    node.kind = word.items.size() > 1 ? NodeKind::kPhrase : NodeKind::kWords;
    node.items = word.items;
    tree.children.push_back(std::move(node));
  }
  return tree;
}

Result<std::vector<Hit>> Find(const Snapshot& snapshot, std::string_view id,
                              std::size_t count, const Limits& limits) {
  const Snapshot::Lease database = snapshot.Borrow();
  const auto found = database->Find(id);
  if (!found) {
    return Error{ErrorCode::kNotFound, "no article with this id", ""};
  }
  const Xapian::docid docid = *found;
  auto article = database->Fetch(docid);
  if (!article) return article.error();
  const auto words =
      WordFinder(snapshot, *database).MostTelling(Read(*article));
  std::vector<Hit> similar;
  if (words.empty()) return similar;

  DocSet copies = snapshot.clusters().CopiesOf(DocSet::bitmapOf(1, docid));
  copies.remove(docid);
  auto candidates = WithTheseWords(words, copies, snapshot, *database);
  Compare(snapshot, docid, &candidates);
  const Highlighter highlighter(TreeOf(words), {}, limits.max_snippet_chars);
  std::unordered_set<std::uint32_t> seen;  // Clusters.
  for (const RankedDoc& candidate : candidates) {
    if (similar.size() == count) break;
    const std::uint32_t cluster = snapshot.clusters().Of(candidate.docid);
    if (cluster != 0 && !seen.insert(cluster).second) continue;
    auto other = database->Fetch(candidate.docid);
    if (!other) return other.error();
    Hit hit;
    Highlights shown = highlighter.Show(*other);
    hit.article = *std::move(other);
    hit.score = candidate.score;
    hit.cluster = snapshot.ClusterOf(candidate.docid);
    hit.title = std::move(shown.title);
    hit.snippet = std::move(shown.snippet);
    similar.push_back(std::move(hit));
  }
  return similar;
}

}  // namespace

Result<std::vector<Hit>> FindSimilar(const Snapshot& snapshot,
                                     std::string_view id, std::size_t count,
                                     const Limits& limits) {
  return GuardXapian([&] { return Find(snapshot, id, count, limits); });
}

}  // namespace tracuu
