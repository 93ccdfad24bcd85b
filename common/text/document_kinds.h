#ifndef TRACUU_COMMON_TEXT_DOCUMENT_KINDS_H_
#define TRACUU_COMMON_TEXT_DOCUMENT_KINDS_H_

// Abbreviations in the numbers of documents. Internal to common/text.
// All are lower case with marks, as Token::exact has them.

#include <algorithm>
#include <array>
#include <string_view>

namespace tracuu {

// Kinds of documents: nghị quyết, kết luận, chỉ thị, quyết định or quy định,
// quy chế, hướng dẫn, kế hoạch, thông báo, công văn, báo cáo, chương trình,
// đề án, tờ trình, quy trình; of the state also nghị định, thông tư, joint
// ones and lệnh công bố.
inline constexpr std::array<std::string_view, 22> kDocumentKinds{
    "nq", "kl", "ct",  "qđ",  "qđi", "qyđ", "qc", "hd", "kh",  "tb",   "cv",
    "bc", "đa", "ctr", "ttr", "qt",  "nđ",  "tt", "pl", "lct", "ttlt", "nqlt"};

constexpr bool IsDocumentKind(std::string_view exact) {
  return std::find(kDocumentKinds.begin(), kDocumentKinds.end(), exact) !=
         kDocumentKinds.end();
}

// True for what is written without a space before or after a number: NQ35,
// 35NQ, TW4. None of them can be a syllable typed in raw VNI (bo65): they
// hold no vowel, or a mark that raw VNI would type as a digit.
constexpr bool IsNumberedLabel(std::string_view exact) {
  constexpr std::array<std::string_view, 6> kMore{"tw",   "tư", "nqtw",
                                                  "nqtư", "qd", "nd"};
  return IsDocumentKind(exact) ||
         std::find(kMore.begin(), kMore.end(), exact) != kMore.end();
}

}  // namespace tracuu

#endif  // TRACUU_COMMON_TEXT_DOCUMENT_KINDS_H_
