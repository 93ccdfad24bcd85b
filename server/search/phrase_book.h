#ifndef TRACUU_SERVER_SEARCH_PHRASE_BOOK_H_
#define TRACUU_SERVER_SEARCH_PHRASE_BOOK_H_

// Completes what somebody types to phrases that are frequent in the snapshot:
// "bao ve n" → "bảo vệ nền tảng tư tưởng". Phrases are not stored: they are
// walked along the counts of neighbouring syllables, as long as one syllable
// usually follows the last ones. Immutable, thread-safe.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/neighbours.h"
#include "common/text/analyze.h"

namespace tracuu {

// A syllable goes on a phrase if it follows in this share of the cases.
inline constexpr double kLeastContinuation = 0.25;

// A pair seen less often than this is no phrase.
inline constexpr std::uint64_t kLeastOccurrences = 3;

inline constexpr std::size_t kMaxPhraseSyllables = 8;

class PhraseBook {
 public:
  PhraseBook() = default;
  // `neighbours` must outlive the book.
  explicit PhraseBook(const Neighbours& neighbours);

  // At most `count` phrases, the most frequent first, that begin with the
  // typed syllables; the last one may be unfinished. Marks count where they
  // are typed. None if nothing was typed, or a syllable is in no pair.
  std::vector<std::string> Complete(const Analysis& typed,
                                    std::size_t count) const;

 private:
  struct Follower {
    std::uint32_t number;
    std::uint64_t count;
  };
  // A way through the spellings of what was typed.
  struct Path {
    std::vector<std::uint32_t> numbers;
    double score = 0;          // Logarithm of its likelihood.
    std::uint64_t rarest = 0;  // Occurrences of its rarest pair.
  };

  std::vector<std::uint32_t> Beginning(const Token& token, bool whole) const;
  std::vector<Path> Walk(const Analysis& typed) const;
  void GoOn(Path* path) const;
  std::string TextOf(const Path& path) const;

  const Neighbours* neighbours_ = nullptr;
  // Of each syllable, the most frequent that follow it, best first.
  std::vector<std::vector<Follower>> followers_;
  // Numbers in the order of the folded forms, for prefixes.
  std::vector<std::pair<std::string, std::uint32_t>> by_folded_;
};

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_PHRASE_BOOK_H_
