#ifndef TRACUU_COMMON_TEXT_SYLLABLE_GRAMMAR_H_
#define TRACUU_COMMON_TEXT_SYLLABLE_GRAMMAR_H_

// Can Vietnamese spelling write this syllable? A closed question: there are 28
// onsets, 162 rimes (and those after qu and gi) and 6 tones, tabled in
// syllable_table.h, and two rules that join them:
//
//   k gh ngh stand before e ê i y, c g ng before all other vowels
//   a rime that ends in c, ch, p or t takes sắc or nặng only
//
// Good for telling keystrokes and misprints from words in bulk; it says nothing
// about abbreviations, numbers and loans. Pure functions, thread-safe.

#include <string_view>

namespace tracuu {

// `exact` as Token::exact has it: lower case, NFC, tone in its classic place.
//
//   true: "nghị", "giếng", "đắk"    false: "bàt", "ngị", "tw", "wifi"
bool IsSyllable(std::string_view exact);

// `folded` as Token::folded has it: is it a syllable without its marks?
//
//   true: "nghi", "dang", "boong"   false: "neenf", "ddang", "tw"
bool IsFoldedSyllable(std::string_view folded);

}  // namespace tracuu

#endif  // TRACUU_COMMON_TEXT_SYLLABLE_GRAMMAR_H_
