#ifndef TRACUU_COMMON_INDEX_FORWARD_INDEX_H_
#define TRACUU_COMMON_INDEX_FORWARD_INDEX_H_

// The forward index of a snapshot: the words of each article in their order,
// where the database's inverted index has the articles of each word. Phrases
// and nearness are read off it, and what an article is about.
//
// Xapian's positions would do the first of these, at 5.5 kB an article of 450
// syllables and 3 µs of CPU for each when the index is built; this takes 1 kB
// and next to nothing, and looking for a phrase in an article takes a tenth of
// a microsecond (docs/decisions/0005-forward-index.md).

#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

#include "common/base/file.h"
#include "common/base/result.h"
#include "common/domain/article.h"
#include "common/index/forward_format.h"

namespace tracuu {

// Numbers [first, last) of words. The spellings of one folded form have
// consecutive numbers.
struct WordRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  bool empty() const { return first == last; }
  bool Holds(std::uint32_t number) const {
    return number >= first && number < last;
  }
  friend bool operator==(const WordRange&, const WordRange&) = default;
};

// The words of one searched block of an article.
struct WordRun {
  BlockRole role = BlockRole::kBody;
  std::vector<std::uint32_t> words;

  friend bool operator==(const WordRun&, const WordRun&) = default;
};

// Reads the file in place. Immutable and thread-safe. Damage that Open() does
// not see gives wrong words, never a crash; the manifest's digest tells of it.
class ForwardIndex {
 public:
  ForwardIndex() = default;  // Of no article.

  // Fails with kCorrupt if the parts do not add up, else as
  // MappedFile::Open() does.
  static Result<ForwardIndex> Open(const std::filesystem::path& path);

  std::uint32_t documents() const { return documents_; }
  std::uint32_t words() const { return words_; }

  // The canonical syllable (Token::exact) of a number; empty for one that is
  // not below words(). Valid as long as the object.
  std::string_view Word(std::uint32_t number) const;

  // The spellings of Token::folded, and the one number of Token::exact; empty
  // if no article holds it.
  WordRange SpellingsOf(std::string_view folded) const;
  WordRange Find(std::string_view exact) const;

  // The units of an article (token_units.h); none for a docid that is not
  // among 1 … documents().
  std::span<const std::uint16_t> Units(std::uint32_t docid) const;

  // The same as numbers, block by block.
  std::vector<WordRun> Runs(std::uint32_t docid) const;

 private:
  std::string_view FoldedOf(const ForwardGroup& group) const;
  Status CheckParts(const std::filesystem::path& path) const;

  MappedFile file_;
  std::uint32_t documents_ = 0;
  std::uint32_t words_ = 0;
  std::span<const std::uint16_t> units_;
  std::span<const std::uint64_t> starts_;  // By docid - 1; one more at the end.
  std::span<const std::uint32_t> word_at_;  // In `letters_`; one more.
  std::span<const char> letters_;
  std::span<const ForwardGroup> groups_;  // By the bytes of the folded form.
  std::span<const char> folded_letters_;
};

}  // namespace tracuu

#endif  // TRACUU_COMMON_INDEX_FORWARD_INDEX_H_
