#ifndef TRACUU_INDEXER_READING_STAMP_WORDS_H_
#define TRACUU_INDEXER_READING_STAMP_WORDS_H_

// The words that content systems print around the day of an article: labels,
// counters, buttons. All arguments are folded words, parted by single blanks.
// Thread-safe.

#include <string>
#include <string_view>

#include "indexer/reading/stamp_line.h"

namespace tracuu {

bool IsStampWord(std::string_view word);

// True if there are no words but those of stamps, counters and buttons.
bool AreStampWords(std::string words);

// What the words before a day make of it: "ngay dang", "cap nhat luc".
StampShape LabelBefore(std::string_view words);

// "nguoi dang …", "dang boi …": a person's name and the day follow.
bool NamesPerson(std::string_view words);

// "ban hanh", "ngay sinh", "hom nay": the day is a document's, a person's, the
// visitor's.
bool HoldsOtherLabel(std::string_view words);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READING_STAMP_WORDS_H_
