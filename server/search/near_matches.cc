#include "server/search/near_matches.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tracuu {
namespace {

// Candidates of which the missing words are looked up.
constexpr std::size_t kCandidates = 40;

// Something that an article may lack.
struct Part {
  std::string typed;
  QueryNode node;
  DocSet docs;
  double weight = 0;
};

// The query, taken apart.
struct Parts {
  QueryNode required;  // kAnd.
  std::vector<Part> optional;
};

bool IsNumber(const std::string& form) {
  return form.find_first_of("0123456789") != std::string::npos;
}

void TakeWords(const QueryNode& node, Parts* parts) {
  for (const QueryItem& item : node.items) {
    QueryNode one;
    one.kind = NodeKind::kWords;
    one.scope = node.scope;
    one.items = {item};
    const bool word =
        item.kind == ItemKind::kExact || item.kind == ItemKind::kFolded;
    if (word && !IsNumber(item.form) && node.scope == TextScope::kAnywhere) {
      parts->optional.push_back({item.form, std::move(one), {}, 0});
    } else {
      parts->required.children.push_back(std::move(one));
    }
  }
}

// May an article lack all of these names of one thing?
bool IsWord(const QueryNode& node) {
  if (node.kind == NodeKind::kOr || node.kind == NodeKind::kAnd) {
    return std::all_of(node.children.begin(), node.children.end(), IsWord);
  }
  const bool words =
      node.kind == NodeKind::kWords || node.kind == NodeKind::kPhrase;
  return words && node.scope == TextScope::kAnywhere &&
         std::all_of(node.items.begin(), node.items.end(),
                     [](const QueryItem& item) {
                       return (item.kind == ItemKind::kExact ||
                               item.kind == ItemKind::kFolded) &&
                              !IsNumber(item.form);
                     });
}

// The first of several names: the one typed.
std::string NameOf(const QueryNode& node) {
  if (!node.children.empty()) return NameOf(node.children.front());
  std::string name;
  for (const QueryItem& item : node.items) {
    name += (name.empty() ? "" : " ") + item.form;
  }
  return name;
}

Parts TakeApart(const QueryNode& tree) {
  Parts parts;
  parts.required.kind = NodeKind::kAnd;
  const auto take = [&](const QueryNode& node) {
    if (node.kind == NodeKind::kWords) {
      TakeWords(node, &parts);
    } else if (node.kind == NodeKind::kOr && IsWord(node)) {
      parts.optional.push_back({NameOf(node), node, {}, 0});
    } else if (node.kind != NodeKind::kBoost) {
      parts.required.children.push_back(node);
    }
  };
  if (tree.kind == NodeKind::kAnd) {
    for (const QueryNode& child : tree.children) take(child);
  } else {
    take(tree);
  }
  return parts;
}

// A word that no article has, a misprint most often, says nothing about which
// of them is meant.
double WeightOf(const DocSet& docs, const Snapshot& snapshot) {
  const auto having = static_cast<double>(docs.cardinality());
  if (having == 0) return 0;
  return std::log((snapshot.documents() + 1.0) / (having + 0.5));
}

}  // namespace

std::vector<NearMatch> FindNearMatches(const QueryNode& tree,
                                       const Scoring& scoring,
                                       const DocSet& docs,
                                       const RankingContext& context,
                                       MatchEvaluator* evaluator) {
  if (scoring.terms.empty()) return {};
  Parts parts = TakeApart(tree);
  if (parts.optional.size() < kLeastNearWords) return {};
  DocSet candidates = docs;
  if (!parts.required.children.empty()) {
    const auto required = evaluator->Evaluate(parts.required);
    if (!required) return {};
    candidates &= *required;
  }
  if (candidates.isEmpty()) return {};
  double all = 0;
  for (Part& part : parts.optional) {
    auto having = evaluator->Evaluate(part.node);
    if (!having) return {};
    part.docs = *std::move(having);
    part.weight = WeightOf(part.docs, context.snapshot);
    all += part.weight;
  }

  std::vector<NearMatch> found;
  for (const RankedDoc& doc :
       Rank(scoring, candidates, {0, kCandidates}, context)) {
    if (found.size() == kMostNearMatches) break;
    NearMatch match{doc, {}, 1};
    double weight = 0;
    for (const Part& part : parts.optional) {
      if (part.docs.contains(doc.docid)) {
        weight += part.weight;
      } else {
        match.missing.push_back(part.typed);
      }
    }
    const std::size_t present = parts.optional.size() - match.missing.size();
    if (weight < kNearShare * all || 2 * present < parts.optional.size()) {
      continue;
    }
    match.share = weight / all;
    match.doc.score *= match.share;
    found.push_back(std::move(match));
  }
  return found;
}

}  // namespace tracuu
