#include "server/search/ranking.h"

#include <string>
#include <utility>

#include "common/index/terms.h"
#include "server/search/bitmap_source.h"
#include "server/search/facet_names.h"
#include "server/search/mark_restorer.h"
#include "server/search/phrase_finder.h"
#include "server/search/term_names.h"

namespace tracuu {
namespace {

using Xapian::Query;
using Queries = std::vector<Query>;

Query Scaled(double share, const Query& query) { return {share, query}; }

Query Join(Query::op op, const Queries& parts) {
  if (parts.empty()) return {};
  if (parts.size() == 1) return parts.front();
  return {op, parts.begin(), parts.end()};
}

Query WithBoosts(const Query& base, const Queries& boosts) {
  if (boosts.empty()) return base;
  return {Query::OP_AND_MAYBE, base, Join(Query::OP_OR, boosts)};
}

bool IsText(const QueryItem& item) {
  return item.kind == ItemKind::kExact || item.kind == ItemKind::kFolded;
}

class Compiler {
 public:
  Compiler(const Snapshot& snapshot, const DocSet& matches)
      : snapshot_(snapshot),
        matches_(matches),
        look_at_words_(matches.cardinality() <= kPhraseMatches) {}

  Scoring Compile(const QueryNode& node) {
    switch (node.kind) {
      case NodeKind::kAnd:
        return CompileAnd(node);
      case NodeKind::kOr:
        return CompileOr(node);
      case NodeKind::kWords:
      case NodeKind::kPhrase:
        return CompileWords(node);
      case NodeKind::kBoost:
        return CompileBoost(node);
      default:
        return {};  // Nothing to rank by.
    }
  }

  std::vector<ReadAs>& read_as() { return read_as_; }

 private:
  // Every matching article is in each part, so those that cover are required
  // (which lets the matcher skip) and the others add weight.
  Scoring CompileAnd(const QueryNode& node) {
    Queries required;
    Queries boosts;
    for (const QueryNode& child : node.children) {
      const Scoring part = Compile(child);
      if (part.query.empty()) continue;
      (part.covers ? required : boosts).push_back(part.query);
    }
    if (required.empty()) return {Join(Query::OP_OR, boosts), false, {}};
    return {WithBoosts(Join(Query::OP_AND, required), boosts), true, {}};
  }

  Scoring CompileOr(const QueryNode& node) {
    Queries parts;
    bool covers = true;
    for (const QueryNode& child : node.children) {
      const Scoring part = Compile(child);
      covers = covers && part.covers;
      if (!part.query.empty()) parts.push_back(part.query);
    }
    return {Join(Query::OP_OR, parts), covers, {}};
  }

  Scoring CompileWords(const QueryNode& node) {
    const std::vector<QueryItem> items = ItemsIn(node);
    const std::vector<std::string> reading =
        RestoreMarks(items, snapshot_.neighbours());
    NoteReading(node, items, reading);

    Queries required;
    Queries boosts;
    for (std::size_t i = 0; i < items.size(); ++i) {
      required.push_back(ItemQuery(items[i], node.scope));
      if (!IsText(items[i])) continue;
      AddSpelling(items[i], reading[i], node.scope, &boosts);
      if (node.scope == TextScope::kTitle || i + 1 == items.size() ||
          !IsText(items[i + 1])) {
        continue;
      }
      AddNeighbours(items[i], items[i + 1], &boosts);
      AddReadPair(items, reading, i, &boosts);
    }
    if (required.empty()) return {};
    return {WithBoosts(Join(Query::OP_AND, required), boosts), true, {}};
  }

  // The neighbours of a run whose words are asked for elsewhere in the tree.
  Scoring CompileBoost(const QueryNode& node) {
    const std::vector<QueryItem> items = ItemsIn(node);
    const std::vector<std::string> reading =
        RestoreMarks(items, snapshot_.neighbours());
    Queries boosts;
    for (std::size_t i = 0; i + 1 < items.size(); ++i) {
      if (node.scope == TextScope::kTitle || !IsText(items[i]) ||
          !IsText(items[i + 1])) {
        continue;
      }
      AddNeighbours(items[i], items[i + 1], &boosts);
      AddReadPair(items, reading, i, &boosts);
    }
    return {Join(Query::OP_OR, boosts), false, {}};
  }

  Query ItemQuery(const QueryItem& item, TextScope scope) const {
    const Query term(TermOf(item, scope));
    if (item.kind == ItemKind::kFolded) return Scaled(kFoldedShare, term);
    if (item.kind != ItemKind::kSymbol) return term;
    Queries either{Scaled(kSymbolShare, term)};
    const FacetTable& resolutions = *snapshot_.FindFacet("resolution");
    for (const std::uint32_t ordinal :
         ResolutionsWithSymbolForm(resolutions, item.form)) {
      either.push_back(
          Scaled(0.0, Query(MakeTerm(FieldNamed("resolution"),
                                     resolutions.value(ordinal)))));
    }
    return Join(Query::OP_OR, either);
  }

  // The spelling meant, and the title.
  void AddSpelling(const QueryItem& item, const std::string& read,
                   TextScope scope, Queries* boosts) const {
    const bool folded = item.kind == ItemKind::kFolded;
    if (folded && !read.empty()) {
      boosts->push_back(Scaled(kReadingShare,
                               Query(TermOf({ItemKind::kExact, read}, scope))));
    }
    if (scope == TextScope::kTitle) return;
    const double share = folded ? kTitleShare * kFoldedShare : kTitleShare;
    boosts->push_back(Scaled(share, Query(TermOf(item, TextScope::kTitle))));
    if (folded && !read.empty()) {
      boosts->push_back(
          Scaled(kTitleShare * kReadingShare,
                 Query(TermOf({ItemKind::kExact, read}, TextScope::kTitle))));
    }
  }

  // Two items as typed, side by side.
  void AddNeighbours(const QueryItem& first, const QueryItem& second,
                     Queries* boosts) const {
    const bool exact =
        first.kind == ItemKind::kExact && second.kind == ItemKind::kExact;
    if (exact && snapshot_.HasPairs(first.form, second.form)) {
      boosts->push_back(Scaled(
          kPairShare,
          Query(MakePairTerm(FieldNamed("pair"), first.form, second.form))));
    } else if (exact && look_at_words_) {
      boosts->push_back(Phrase(first.form, second.form, 1.0));
    }
  }

  // The likeliest spellings side by side.
  void AddReadPair(const std::vector<QueryItem>& items,
                   const std::vector<std::string>& reading, std::size_t i,
                   Queries* boosts) const {
    const bool typed_exactly = items[i].kind == ItemKind::kExact &&
                               items[i + 1].kind == ItemKind::kExact;
    const std::string& first = reading[i];
    const std::string& second = reading[i + 1];
    if (typed_exactly || first.empty() || second.empty()) return;
    if (snapshot_.HasPairs(first, second)) {
      boosts->push_back(
          Scaled(kPairShare * kReadingShare,
                 Query(MakePairTerm(FieldNamed("pair"), first, second))));
    } else if (look_at_words_) {
      boosts->push_back(Phrase(first, second, kReadingShare));
    }
  }

  Query Phrase(const std::string& first, const std::string& second,
               double share) const {
    const std::vector<QueryItem> items{{ItemKind::kExact, first},
                                       {ItemKind::kExact, second}};
    const PhraseFinder finder(snapshot_.forward(), items, TextScope::kAnywhere);
    DocSet docs;
    for (const std::uint32_t docid : matches_) {
      if (finder.IsIn(docid)) docs.add(docid);
    }
    const Query both(Query::OP_AND, Query(TermOf(items[0], {})),
                     Query(TermOf(items[1], {})));
    auto* const source = new BitmapSource(std::move(docs));
    return Scaled(share * kPhraseShare,
                  Query(Query::OP_FILTER, both, Query(source->release())));
  }

  void NoteReading(const QueryNode& node, const std::vector<QueryItem>& items,
                   const std::vector<std::string>& reading) {
    std::string as;
    bool differs = false;
    bool known = true;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (items[i].kind == ItemKind::kSymbol) {
        read_as_.push_back({node.typed, items[i].form, "symbol"});
      }
      if (!IsText(items[i])) continue;
      known = known && !reading[i].empty();
      differs = differs || reading[i] != items[i].form;
      as += (as.empty() ? "" : " ") + reading[i];
    }
    if (known && differs) read_as_.push_back({node.typed, as, "unaccented"});
  }

  const Snapshot& snapshot_;
  const DocSet& matches_;
  const bool look_at_words_;
  std::vector<ReadAs> read_as_;
};

}  // namespace

Scoring CompileScoring(const QueryNode& tree, const DocSet& matches,
                       const Snapshot& snapshot) {
  Compiler compiler(snapshot, matches);
  Scoring scoring = compiler.Compile(tree);
  scoring.read_as = std::move(compiler.read_as());
  return scoring;
}

}  // namespace tracuu
