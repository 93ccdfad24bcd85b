#ifndef TRACUU_SERVER_SEARCH_HIGHLIGHTER_H_
#define TRACUU_SERVER_SEARCH_HIGHLIGHTER_H_

// Shows where an article matches: its title, and the passage that says most
// about the query. Works on the stored text through Analyze()'s offsets, so a
// syllable is never cut and what is marked is what matched: syllables typed
// with marks mark only that spelling; those without marks the spelling that
// was meant if the article has it, else any. Immutable, thread-safe.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "common/domain/article.h"
#include "common/text/analyze.h"
#include "server/search/query_tree.h"
#include "server/search/ranking.h"
#include "server/search/search_request.h"
#include "server/search/snippet_window.h"

namespace tracuu {

// What a hit shows.
struct Highlights {
  std::vector<Segment> title;
  // At most the highlighter's max_chars code points of lead, body and captions,
  // and the punctuation that clings to them, with "…" where text is left out;
  // the beginning of the text if nothing in it matches. Runs of blanks are one
  // blank; nothing else differs from the text.
  std::vector<Segment> snippet;
};

class Highlighter {
 public:
  // Marks what `tree` asks for, not what it excludes. `groups` are those of
  // the tree's Scoring; without them any spelling is meant and all words are
  // equal. `max_chars`: length of a snippet in code points.
  Highlighter(const QueryNode& tree, const std::vector<WordGroup>& groups,
              std::size_t max_chars);

  Highlights Show(const Article& article) const;

  // The byte ranges of Article::text that match, in order, disjoint.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> Matches(
      const Article& article) const;

 private:
  // What one token of a text matches: bits of the query's items; 0: nothing.
  using Bits = std::uint64_t;
  struct Forms {
    std::unordered_map<std::string, Bits> exact;
    std::unordered_map<std::string, Bits> folded;
    std::vector<std::pair<QueryItem, Bits>> prefixes;
    std::unordered_map<std::string, Bits> spans;
  };

  // A stretch of an article that is searched: its title, or a block.
  struct Part {
    std::string_view text;
    std::uint32_t begin = 0;  // Where it begins in Article::text.
    bool is_title = false;
    Analysis analysis;
    std::vector<Bits> bits;  // Of each token.
  };

  struct Phrase {
    std::vector<QueryItem> items;
    bool title_only;
    Bits bit;
  };

  void Collect(const QueryNode& node);
  void Add(const QueryItem& item, NodeKind kind, Forms* forms);
  Bits NextBit(double weight);
  double WeightOf(const QueryItem& item) const;

  void Mark(std::vector<Part>* parts) const;
  std::unordered_set<std::string> FormsWithMeantSpelling(
      const std::vector<Part>& parts) const;
  void MarkForms(const Forms& forms,
                 const std::unordered_set<std::string>& only_meant,
                 Part* part) const;
  void MarkPhrases(Part* part) const;
  bool IsMeant(const Token& token) const;
  std::vector<Segment> Snippet(const std::vector<Part>& parts) const;

  Forms anywhere_;
  Forms title_only_;
  std::vector<Phrase> phrases_;
  MeantSpellings meant_;
  std::map<std::string, double> known_weights_;  // Of groups' items.
  ItemWeights weights_{};
  unsigned bits_used_ = 0;
  const std::size_t max_chars_;
};

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_HIGHLIGHTER_H_
