#include "server/search/query_expander.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "common/domain/synonyms.h"
#include "common/text/analyze.h"
#include "server/search/query_items.h"

namespace tracuu {
namespace {

QueryNode TextNode(NodeKind kind, TextScope scope,
                   std::vector<QueryItem> items) {
  QueryNode node;
  node.kind = kind;
  node.scope = scope;
  node.items = std::move(items);
  return node;
}

// Works on one run of words.
class RunExpander {
 public:
  RunExpander(const QueryNode& run, const ExpansionOptions& options)
      : run_(run),
        options_(options),
        analysis_(Analyze(run.typed)),
        words_(ReadWords(analysis_, options.accents)) {}

  // The stretches with another name; none overlaps a symbol or a date.
  std::vector<SynonymMatch> Find() const {
    std::vector<SynonymMatch> matches =
        FindSynonyms(analysis_.tokens, options_.meanings);
    std::erase_if(matches, [&](const SynonymMatch& match) {
      return std::any_of(words_.begin(), words_.end(), [&](const auto& word) {
        return word.tokens > 1 && word.first < match.first + match.count &&
               match.first < word.first + word.tokens;
      });
    });
    return matches;
  }

  QueryNode Expand(const std::vector<SynonymMatch>& matches,
                   std::vector<ReadAs>* read_as) const {
    QueryNode all;
    all.kind = NodeKind::kAnd;
    QueryNode boost = TextNode(NodeKind::kBoost, run_.scope, {});
    boost.typed = run_.typed;
    std::size_t at = 0;
    for (const SynonymMatch& match : matches) {
      AddStretch(at, match.first, &all, &boost);
      all.children.push_back(Either(match, &boost, read_as));
      at = match.first + match.count;
    }
    AddStretch(at, analysis_.tokens.size(), &all, &boost);
    if (all.children.size() == 1) return std::move(all.children.front());
    all.children.push_back(std::move(boost));
    return all;
  }

 private:
  std::string Typed(std::size_t first, std::size_t last) const {
    if (first == last) return "";
    const std::uint32_t begin = analysis_.tokens[first].begin;
    return run_.typed.substr(begin, analysis_.tokens[last - 1].end - begin);
  }

  std::vector<QueryItem> Items(std::size_t first, std::size_t last) const {
    std::vector<QueryItem> items;
    for (const PlacedItem& word : words_) {
      if (word.first >= first && word.first < last) items.push_back(word.item);
    }
    return items;
  }

  // Tokens without another name.
  void AddStretch(std::size_t first, std::size_t last, QueryNode* all,
                  QueryNode* boost) const {
    QueryNode words =
        TextNode(NodeKind::kWords, run_.scope, Items(first, last));
    if (words.items.empty()) return;
    words.typed = Typed(first, last);
    Append(words.items, boost);
    all->children.push_back(std::move(words));
  }

  static void Append(const std::vector<QueryItem>& items, QueryNode* boost) {
    boost->items.insert(boost->items.end(), items.begin(), items.end());
  }

  // As typed, or any of the other names.
  QueryNode Either(const SynonymMatch& match, QueryNode* boost,
                   std::vector<ReadAs>* read_as) const {
    const std::size_t last = match.first + match.count;
    QueryNode either;
    either.kind = NodeKind::kOr;
    either.children.push_back(
        TextNode(NodeKind::kWords, run_.scope, Items(match.first, last)));
    either.children.back().typed = Typed(match.first, last);
    std::vector<QueryItem> said = either.children.back().items;
    for (const Synonym& other : match.others) {
      const bool abbreviation =
          other.relation == SynonymRelation::kAbbreviation;
      read_as->push_back({Typed(match.first, last), other.text,
                          abbreviation ? "abbreviation" : "synonym"});
      const bool ignored = options_.accents == AccentMode::kIgnore;
      std::vector<QueryItem> items = ReadTokens(
          other.text, ignored ? AccentMode::kIgnore : AccentMode::kExact);
      // The full name ranks by its neighbours, not the abbreviation.
      if (abbreviation && &other == &match.others.front() &&
          items.size() > said.size()) {
        said = items;
      }
      const NodeKind kind =
          items.size() == 1 ? NodeKind::kWords : NodeKind::kPhrase;
      either.children.push_back(TextNode(kind, run_.scope, std::move(items)));
      either.children.back().typed = other.text;
    }
    Append(said, boost);
    return either;
  }

  const QueryNode& run_;
  const ExpansionOptions& options_;
  const Analysis analysis_;
  const std::vector<PlacedItem> words_;
};

void Expand(const ExpansionOptions& options, std::size_t* left, QueryNode* node,
            std::vector<ReadAs>* read_as) {
  if (node->kind == NodeKind::kAnd || node->kind == NodeKind::kOr) {
    for (QueryNode& child : node->children) {
      Expand(options, left, &child, read_as);
    }
    return;
  }
  if (node->kind != NodeKind::kWords || node->literal || node->typed.empty()) {
    return;
  }
  const RunExpander run(*node, options);
  std::vector<SynonymMatch> matches = run.Find();
  if (matches.size() > *left) matches.resize(*left);
  if (matches.empty()) return;
  *left -= matches.size();
  *node = run.Expand(matches, read_as);
}

}  // namespace

void ExpandSynonyms(const ExpansionOptions& options, const Limits& limits,
                    QueryNode* tree, std::vector<ReadAs>* read_as) {
  std::size_t left = limits.max_synonyms;
  Expand(options, &left, tree, read_as);
}

}  // namespace tracuu
