#ifndef TRACUU_COMMON_TEXT_LETTER_READER_H_
#define TRACUU_COMMON_TEXT_LETTER_READER_H_

// Reads text letter by letter, whatever its Unicode form. Internal to
// common/text: the analyzer and the repairer both read through it, and so
// cannot disagree on what a letter is.
//
// Crawled Vietnamese text has letters composed (ế), decomposed (e and two
// marks), half composed (ê and a mark), with the tone before the circumflex
// (which NFC does not mend) and with marks typed twice. All of these are one
// Letter. What is not of the Vietnamese alphabet is handled by ICU's NFC.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/letter_table.h"

namespace tracuu {

// A base character with the marks that follow it.
struct Cluster {
  CharInfo info;         // kind is never kUnknown, kToneMark or kVowelMark.
  std::size_t size = 0;  // Bytes in the text. Invisible characters before a
                         // mark are in it, those after the last mark are not.
};

// Not thread-safe; keeps a reference to the text.
class LetterReader {
 public:
  // A letter keeps at most this many code points; what is piled up on top is
  // dropped, so that no letter outgrows a token (nor ICU slows down).
  static constexpr std::size_t kMaxCodePoints = 16;

  explicit LetterReader(std::string_view text);

  std::string_view text() const { return text_; }

  // Reads the cluster at `pos`. For kForeignLetter and for separators that
  // have marks, raw() is then the NFC of the cluster in its original case.
  // REQUIRES: pos < text().size().
  Cluster Read(std::size_t pos) {
    const auto byte = static_cast<unsigned char>(text_[pos]);
    if (byte < 0x80 && !MayContinue(pos + 1)) return {kCharTable[byte], 1};
    return ReadSlowly(pos);
  }

  const std::u32string& raw() const { return raw_; }

  // Returns the offset of the next visible character, from `pos` on.
  std::size_t SkipIgnored(std::size_t pos) const;

 private:
  struct Range {
    std::size_t begin;
    std::size_t end;
  };

  // False if no mark and no invisible character can start at `pos`: a quick
  // look at the bytes of what Vietnamese text consists of.
  bool MayContinue(std::size_t pos) const {
    if (pos + 1 >= text_.size()) return false;
    const auto byte = static_cast<unsigned char>(text_[pos]);
    if (byte < 0x80) return false;
    const auto next = static_cast<unsigned char>(text_[pos + 1]);
    if (byte < 0xCC) return byte == 0xC2 && next == 0xAD;   // U+00AD
    if (byte == 0xE1) return next != 0xBA && next != 0xBB;  // U+1E80-U+1EFF
    return true;
  }
  Cluster ReadSlowly(std::size_t pos);
  std::size_t CollectMarks(std::size_t pos);
  bool ApplyMarks(CharInfo* letter) const;
  Cluster ReadForeign(std::size_t pos, std::size_t size, CharInfo base);
  void NormalizeRaw();
  void FindDisguisedWords();
  bool IsInDisguisedWord(std::size_t pos) const;

  std::string_view text_;
  std::u32string raw_;
  std::vector<Range> disguised_words_;
};

}  // namespace tracuu

#endif  // TRACUU_COMMON_TEXT_LETTER_READER_H_
