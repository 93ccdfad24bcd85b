#include "server/search/ranking.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>
#include <utility>

#include "common/index/terms.h"
#include "server/search/facet_names.h"
#include "server/search/mark_restorer.h"
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
  Compiler(const RankingContext& context, Matching matching)
      : joined_(matching == Matching::kAll ? Query::OP_AND : Query::OP_OR),
        snapshot_(context.snapshot),
        database_(context.database),
        options_(context.options) {}

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
  std::vector<WordGroup>& groups() { return groups_; }

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
    if (required.empty())
      return {Join(Query::OP_OR, boosts), false, {}, {}, {}};
    return {WithBoosts(Join(joined_, required), boosts), true, {}, {}, {}};
  }

  Scoring CompileOr(const QueryNode& node) {
    Queries parts;
    bool covers = true;
    for (const QueryNode& child : node.children) {
      const Scoring part = Compile(child);
      covers = covers && part.covers;
      if (!part.query.empty()) parts.push_back(part.query);
    }
    return {Join(Query::OP_OR, parts), covers, {}, {}, {}};
  }

  Scoring CompileWords(const QueryNode& node) {
    const WordGroup& group = AddGroup(node);
    NoteReading(node, group);
    Queries required;
    Queries boosts;
    for (std::size_t i = 0; i < group.items.size(); ++i) {
      required.push_back(ItemQuery(group.items[i], group.scope));
      if (!IsText(group.items[i])) continue;
      AddSpelling(group.items[i], group.forms[i], group.scope, &boosts);
      if (options_.pairs && HasNeighbour(group, i)) {
        AddNeighbours(group.items[i], group.items[i + 1], &boosts);
        AddReadPair(group, i, &boosts);
      }
    }
    if (required.empty()) return {};
    return {WithBoosts(Join(joined_, required), boosts), true, {}, {}, {}};
  }

  // The neighbours of a run whose words are asked for elsewhere in the tree.
  Scoring CompileBoost(const QueryNode& node) {
    AddGroup(node);
    WordGroup& group = groups_.back();
    group.is_whole_run = true;
    Queries boosts;
    for (std::size_t i = 0; i < group.items.size(); ++i) {
      if (!options_.pairs || !HasNeighbour(group, i)) continue;
      AddNeighbours(group.items[i], group.items[i + 1], &boosts);
      AddReadPair(group, i, &boosts);
    }
    return {Join(Query::OP_OR, boosts), false, {}, {}, {}};
  }

  static bool HasNeighbour(const WordGroup& group, std::size_t i) {
    return group.scope == TextScope::kAnywhere && i + 1 < group.items.size() &&
           IsText(group.items[i]) && IsText(group.items[i + 1]);
  }

  const WordGroup& AddGroup(const QueryNode& node) {
    WordGroup group;
    group.scope = node.scope;
    group.items = ItemsIn(node);
    group.forms = FormsOf(group.items);
    for (std::size_t i = 0; i < group.items.size(); ++i) {
      group.weights.push_back(IdfOf(TermOf(group.items[i], group.scope)));
      group.weight += group.weights.back();
    }
    for (std::size_t i = 0; i + 1 < group.items.size(); ++i) {
      group.pair_weights.push_back(HasNeighbour(group, i) ? PairIdf(group, i)
                                                          : 0.0);
    }
    groups_.push_back(std::move(group));
    return groups_.back();
  }

  std::vector<std::string> FormsOf(const std::vector<QueryItem>& items) const {
    if (options_.reading) return RestoreMarks(items, snapshot_.neighbours());
    std::vector<std::string> forms;
    for (const QueryItem& item : items) {
      forms.push_back(item.kind == ItemKind::kExact ? item.form : "");
    }
    return forms;
  }

  double IdfOf(const std::string& term) const {
    return std::log((snapshot_.documents() + 1.0) /
                    (database_.get_termfreq(term) + 0.5));
  }

  // Two syllables side by side are at least as rare as the rarer one.
  double PairIdf(const WordGroup& group, std::size_t i) const {
    const std::string& first = group.forms[i];
    const std::string& second = group.forms[i + 1];
    if (!first.empty() && !second.empty() &&
        snapshot_.HasPairs(first, second)) {
      return IdfOf(MakePairTerm(FieldNamed("pair"), first, second));
    }
    return std::max(group.weights[i], group.weights[i + 1]);
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
    if (scope == TextScope::kTitle || !options_.title) return;
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
    if (first.kind != ItemKind::kExact || second.kind != ItemKind::kExact ||
        !snapshot_.HasPairs(first.form, second.form)) {
      return;
    }
    boosts->push_back(Scaled(
        kPairShare,
        Query(MakePairTerm(FieldNamed("pair"), first.form, second.form))));
  }

  // The likeliest spellings side by side.
  void AddReadPair(const WordGroup& group, std::size_t i,
                   Queries* boosts) const {
    const bool typed_exactly = group.items[i].kind == ItemKind::kExact &&
                               group.items[i + 1].kind == ItemKind::kExact;
    const std::string& first = group.forms[i];
    const std::string& second = group.forms[i + 1];
    if (typed_exactly || first.empty() || second.empty()) return;
    if (!snapshot_.HasPairs(first, second)) return;
    boosts->push_back(
        Scaled(kPairShare * kReadingShare,
               Query(MakePairTerm(FieldNamed("pair"), first, second))));
  }

  void NoteReading(const QueryNode& node, const WordGroup& group) {
    std::string as;
    bool differs = false;
    bool known = true;
    for (std::size_t i = 0; i < group.items.size(); ++i) {
      const QueryItem& item = group.items[i];
      if (item.kind == ItemKind::kSymbol) {
        read_as_.push_back({node.typed, item.form, "symbol"});
      }
      if (!IsText(item)) continue;
      known = known && !group.forms[i].empty();
      differs = differs || group.forms[i] != item.form;
      as += (as.empty() ? "" : " ") + group.forms[i];
    }
    if (known && differs) read_as_.push_back({node.typed, as, "unaccented"});
  }

  const Query::op joined_;  // Between the words.
  const Snapshot& snapshot_;
  const Xapian::Database& database_;
  const RankingOptions& options_;
  std::vector<ReadAs> read_as_;
  std::vector<WordGroup> groups_;
};

}  // namespace

MeantSpellings SpellingsMeant(const std::vector<WordGroup>& groups) {
  MeantSpellings spellings;
  for (const WordGroup& group : groups) {
    for (std::size_t i = 0; i < group.items.size(); ++i) {
      const QueryItem& item = group.items[i];
      if (item.kind != ItemKind::kFolded || group.forms[i].empty()) continue;
      spellings[item.form].insert(group.forms[i]);
    }
  }
  return spellings;
}

Scoring CompileScoring(const QueryNode& tree, const RankingContext& context,
                       Matching matching) {
  Compiler compiler(context, matching);
  Scoring scoring = compiler.Compile(tree);
  scoring.read_as = std::move(compiler.read_as());
  scoring.groups = std::move(compiler.groups());
  std::copy_if(scoring.groups.begin(), scoring.groups.end(),
               std::back_inserter(scoring.runs),
               [](const WordGroup& group) { return group.is_whole_run; });
  if (scoring.runs.empty()) scoring.runs = scoring.groups;
  return scoring;
}

}  // namespace tracuu
