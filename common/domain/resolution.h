#ifndef TRACUU_COMMON_DOMAIN_RESOLUTION_H_
#define TRACUU_COMMON_DOMAIN_RESOLUTION_H_

// The central documents we know: common/domain/data/resolutions.tsv. Symbols
// restart with each congress term, so the id is symbol and year,
// "35-NQ/TW:2018"; congress resolutions have no number, "NQĐH-XIII".
// Immutable after the first call and thread-safe.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/domain/date.h"

namespace tracuu {

struct Resolution {
  std::string id;      // "35-NQ/TW:2018", "NQĐH-XIII"
  std::string symbol;  // "35-NQ/TW"; empty for congress resolutions
  int number = 0;
  std::string kind;  // "NQ", "CT", "KL", "QĐ", "QĐi", "NQĐH"
  Date date;
  std::string term;    // Congress term (khóa) in Roman digits: "XII"
  std::string issuer;  // "Bộ Chính trị"
  int plenum = 0;      // Number of the plenum that issued it, or 0.
  std::string title;   // Short title, Vietnamese
  // The document the plenum's name stands for when nothing else is said:
  // "Nghị quyết Trung ương 4 khóa XII" is 04-NQ/TW:2016.
  bool named_after_plenum = false;
  std::vector<std::string> names;  // Said instead of a number: "Quy định
                                   // những điều đảng viên không được làm"
  std::vector<std::string> aliases;  // Short forms: "NQ 35", "Chỉ thị 05"
  std::vector<std::string> topic_cues;  // Words of its subject.
  bool verified = false;  // Number and date seen in a source; unverified rows
                          // serve suggestions and never overrule a text.
};

std::span<const Resolution> AllResolutions();

// Null if there is none. `id` without regard to case ("35-nq/tw:2018").
const Resolution* FindResolution(std::string_view id);

// All documents with this symbol, oldest first. `symbol` as FormatSymbol()
// writes it, without regard to case.
std::vector<const Resolution*> ResolutionsWithSymbol(std::string_view symbol);

// The documents of one plenum, oldest first: "NQTW4-XII" → 04-NQ/TW:2016 (the
// one named after it), "NQTW6-XII" → its four resolutions, "KLTW4-XIII" → its
// conclusion. A plenum without a document of that kind gives those it has.
// Empty for a text that is no plenum form or names an unknown plenum.
std::vector<const Resolution*> ResolutionsOfPlenum(std::string_view form);

}  // namespace tracuu

#endif  // TRACUU_COMMON_DOMAIN_RESOLUTION_H_
