#include "server/search/ranking.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <iterator>
#include <string>
#include <utility>

#include "common/index/terms.h"
#include "server/search/mark_restorer.h"
#include "server/search/term_names.h"

namespace tracuu {
namespace {

bool IsText(const QueryItem& item) {
  return item.kind == ItemKind::kExact || item.kind == ItemKind::kFolded;
}

class Compiler {
 public:
  explicit Compiler(const RankingContext& context)
      : snapshot_(context.snapshot),
        database_(context.database),
        options_(context.options) {}

  void Compile(const QueryNode& node) {
    switch (node.kind) {
      case NodeKind::kAnd:
      case NodeKind::kOr:
        for (const QueryNode& child : node.children) Compile(child);
        return;
      case NodeKind::kWords:
      case NodeKind::kPhrase:
        return CompileWords(node);
      case NodeKind::kBoost:
        return CompileBoost(node);
      default:
        return;  // Nothing to rank by.
    }
  }

  Scoring Take() { return std::move(scoring_); }

 private:
  void Add(double factor, const std::string& term) {
    std::vector<ScoredTerm>& terms = scoring_.terms;
    const auto known =
        std::find_if(terms.begin(), terms.end(),
                     [&](const ScoredTerm& t) { return t.term == term; });
    if (known == terms.end()) {
      terms.push_back({term, factor});
    } else {
      known->factor += factor;
    }
  }

  void CompileWords(const QueryNode& node) {
    const WordGroup& group = AddGroup(node);
    NoteReading(node, group);
    for (std::size_t i = 0; i < group.items.size(); ++i) {
      AddItem(group.items[i], group.scope);
      if (!IsText(group.items[i])) continue;
      AddSpelling(group.items[i], group.forms[i], group.scope);
    }
    AddPairs(group);
  }

  // The neighbours of a run whose words are asked for elsewhere in the tree.
  void CompileBoost(const QueryNode& node) {
    WordGroup& group = AddGroup(node);
    group.is_whole_run = true;
    AddPairs(group);
  }

  void AddPairs(const WordGroup& group) {
    for (std::size_t i = 0; i < group.items.size(); ++i) {
      if (!options_.pairs || !HasNeighbour(group, i)) continue;
      AddNeighbours(group.items[i], group.items[i + 1]);
      AddReadPair(group, i);
    }
  }

  static bool HasNeighbour(const WordGroup& group, std::size_t i) {
    return group.scope == TextScope::kAnywhere && i + 1 < group.items.size() &&
           IsText(group.items[i]) && IsText(group.items[i + 1]);
  }

  WordGroup& AddGroup(const QueryNode& node) {
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
    scoring_.groups.push_back(std::move(group));
    return scoring_.groups.back();
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
                    (database_.Frequency(term) + 0.5));
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

  void AddItem(const QueryItem& item, TextScope scope) {
    const double factor = item.kind == ItemKind::kFolded   ? kFoldedShare
                          : item.kind == ItemKind::kSymbol ? kSymbolShare
                                                           : 1.0;
    Add(factor, TermOf(item, scope));
  }

  // The spelling meant, and the title.
  void AddSpelling(const QueryItem& item, const std::string& read,
                   TextScope scope) {
    const bool folded = item.kind == ItemKind::kFolded;
    if (folded && !read.empty()) {
      Add(kReadingShare, TermOf({ItemKind::kExact, read}, scope));
    }
    if (scope == TextScope::kTitle || !options_.title) return;
    Add(folded ? kTitleShare * kFoldedShare : kTitleShare,
        TermOf(item, TextScope::kTitle));
    if (folded && !read.empty()) {
      Add(kTitleShare * kReadingShare,
          TermOf({ItemKind::kExact, read}, TextScope::kTitle));
    }
  }

  // Two items as typed, side by side.
  void AddNeighbours(const QueryItem& first, const QueryItem& second) {
    if (first.kind != ItemKind::kExact || second.kind != ItemKind::kExact ||
        !snapshot_.HasPairs(first.form, second.form)) {
      return;
    }
    Add(kPairShare, MakePairTerm(FieldNamed("pair"), first.form, second.form));
  }

  // The likeliest spellings side by side.
  void AddReadPair(const WordGroup& group, std::size_t i) {
    const bool typed_exactly = group.items[i].kind == ItemKind::kExact &&
                               group.items[i + 1].kind == ItemKind::kExact;
    const std::string& first = group.forms[i];
    const std::string& second = group.forms[i + 1];
    if (typed_exactly || first.empty() || second.empty()) return;
    if (!snapshot_.HasPairs(first, second)) return;
    Add(kPairShare * kReadingShare,
        MakePairTerm(FieldNamed("pair"), first, second));
  }

  void NoteReading(const QueryNode& node, const WordGroup& group) {
    std::string as;
    bool differs = false;
    bool known = true;
    for (std::size_t i = 0; i < group.items.size(); ++i) {
      const QueryItem& item = group.items[i];
      if (item.kind == ItemKind::kSymbol) {
        scoring_.read_as.push_back({node.typed, item.form, "symbol"});
      }
      if (!IsText(item)) continue;
      known = known && !group.forms[i].empty();
      differs = differs || group.forms[i] != item.form;
      as += (as.empty() ? "" : " ") + group.forms[i];
    }
    if (known && differs)
      scoring_.read_as.push_back({node.typed, as, "unaccented"});
  }

  const Snapshot& snapshot_;
  const ArticleDatabase& database_;
  const RankingOptions& options_;
  Scoring scoring_;
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

Scoring CompileScoring(const QueryNode& tree, const RankingContext& context) {
  Compiler compiler(context);
  compiler.Compile(tree);
  Scoring scoring = compiler.Take();
  std::copy_if(scoring.groups.begin(), scoring.groups.end(),
               std::back_inserter(scoring.runs),
               [](const WordGroup& group) { return group.is_whole_run; });
  if (scoring.runs.empty()) scoring.runs = scoring.groups;
  return scoring;
}

std::string PrintTerms(const std::vector<ScoredTerm>& terms) {
  std::string text;
  for (const ScoredTerm& term : terms) {
    if (!text.empty()) text += " + ";
    if (term.factor != 1) {
      std::array<char, 32> factor{};
      std::snprintf(factor.data(), factor.size(), "%.3g × ", term.factor);
      text += factor.data();
    }
    text += term.term;
  }
  return text;
}

}  // namespace tracuu
