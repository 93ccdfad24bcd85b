#ifndef TRACUU_INDEXER_EXTRACT_PHRASE_TRIE_H_
#define TRACUU_INDEXER_EXTRACT_PHRASE_TRIE_H_

// A set of phrases, each with a number, matched against tokens: finding the
// longest phrase at a position costs one hash lookup a token. Built once,
// immutable then, thread-safe.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/extract/article_view.h"

namespace tracuu::extract {

// Makes one spelling of the highland names that every page spells its own way:
// "đăk", "đak", "đắc", "dak" → "đắk"; "ĐăkNông" written together likewise.
// Other tokens come back unchanged. The result views `exact` or `buffer`.
std::string_view PlaceKey(std::string_view exact, std::string& buffer);

class PhraseTrie {
 public:
  struct Match {
    int value = -1;          // -1: nothing matches.
    std::size_t length = 0;  // In tokens.
    explicit operator bool() const { return value >= 0; }
  };

  // Adds `phrase` (any spelling; Analyze() splits it) with a value >= 0. An
  // earlier value of the same phrase stays.
  void Add(std::string_view phrase, int value);

  // The longest phrase that starts at token `first`. Commas, slashes and
  // ampersands may stand between its tokens; with `strict` only blanks and
  // dashes.
  Match Longest(const ArticleView& view, std::size_t first,
                bool strict = false) const {
    return LongestUpTo(view, first, view.size(), strict);
  }
  // The same, of at most `most` tokens.
  Match LongestUpTo(const ArticleView& view, std::size_t first,
                    std::size_t most, bool strict) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view key) const {
      return std::hash<std::string_view>()(key);
    }
  };
  struct Node {
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> next;
    int value = -1;
  };
  std::vector<Node> nodes_{1};
};

}  // namespace tracuu::extract

#endif  // TRACUU_INDEXER_EXTRACT_PHRASE_TRIE_H_
