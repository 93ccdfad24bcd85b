#ifndef TRACUU_SERVER_SEARCH_TYPING_ERRORS_H_
#define TRACUU_SERVER_SEARCH_TYPING_ERRORS_H_

// How unlikely is it that somebody who means one syllable types another? The
// errors that Vietnamese writers make: tones (hỏi for ngã most of all), marks
// left out, initials that sound alike in some regions (s x, tr ch, l n, d gi
// r), and the slips of every keyboard. Pure, thread-safe.

#include <optional>

#include "common/text/spelling_letters.h"

namespace tracuu {

// How the typed syllable is to be read.
struct TypedSyllable {
  Spelling spelling;
  // Typed without any mark, where that leaves the marks open: they cost
  // nothing.
  bool marks_open = false;
};

// The cost of typing `typed` for `meant`, as a natural logarithm of the odds
// against it: 0 if they agree. Nothing if more than one slip of the keyboard
// lies between them.
std::optional<double> ErrorCost(const TypedSyllable& typed,
                                const Spelling& meant);

// A quick look: false only if ErrorCost() has nothing.
bool MayBeOneError(const Spelling& typed, const Spelling& meant);

// Is `meant` what was typed with further marks: "đang" → "đảng", "dảng" →
// "đảng"? No mark that was typed is changed.
bool OnlyAddsMarks(const Spelling& typed, const Spelling& meant);

// A blank left out or put in: "nềntảng", "n ền".
inline constexpr double kBlankCost = 5.0;

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_TYPING_ERRORS_H_
