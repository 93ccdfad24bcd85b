#ifndef TRACUU_SERVER_SEARCH_HIGHLIGHTER_H_
#define TRACUU_SERVER_SEARCH_HIGHLIGHTER_H_

// Shows where an article matches: its title, and the passage that says most
// about the query. Works on the stored text through Analyze()'s offsets, so a
// syllable is never cut and what is marked is what matched: syllables typed
// with marks mark only that spelling, those without mark any. Immutable,
// thread-safe.

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/domain/article.h"
#include "common/text/analyze.h"
#include "server/search/query_tree.h"
#include "server/search/search_request.h"
#include "server/search/snippet_window.h"

namespace tracuu {

class Highlighter {
 public:
  // Marks what `tree` asks for, not what it excludes. `max_chars`: length of a
  // snippet in code points.
  Highlighter(const QueryNode& tree, std::size_t max_chars);

  std::vector<Segment> Title(const Article& article) const;

  // At most max_chars of lead, body and captions, with "…" where text is left
  // out; the beginning of the text if nothing in it matches.
  std::vector<Segment> Snippet(const Article& article) const;

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

  // The lead, body and captions of one article as one run of tokens.
  struct SearchedText {
    std::vector<WindowToken> tokens;
    std::vector<Block> blocks;
    std::uint32_t chars = 0;
  };

  void Collect(const QueryNode& node);
  void AddBlock(std::string_view text, const Block& block,
                SearchedText* out) const;
  void Add(const QueryItem& item, NodeKind kind, Forms* forms);
  Bits NextBit();
  std::vector<Bits> Mark(const Analysis& analysis, bool in_title) const;
  void MarkForms(const Analysis& analysis, const Forms& forms,
                 std::vector<Bits>* bits) const;
  void MarkPhrases(const Analysis& analysis, bool in_title,
                   std::vector<Bits>* bits) const;

  struct Phrase {
    std::vector<QueryItem> items;
    bool title_only;
    Bits bit;
  };

  Forms anywhere_;
  Forms title_only_;
  std::vector<Phrase> phrases_;
  unsigned bits_used_ = 0;
  const std::size_t max_chars_;
};

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_HIGHLIGHTER_H_
