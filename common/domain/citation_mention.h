#ifndef TRACUU_COMMON_DOMAIN_CITATION_MENTION_H_
#define TRACUU_COMMON_DOMAIN_CITATION_MENTION_H_

// A place that names a document, as it stands in the text: what the reader
// (citation_reader.h) found and the resolver (citation_resolver.h) looks up.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/domain/date.h"
#include "common/domain/document_symbol.h"
#include "common/domain/resolution.h"

namespace tracuu {

// Who is said to have issued it.
enum class StatedIssuer : std::uint8_t {
  kNone,
  kCentral,  // "Trung ương", "Đảng": one of the next three.
  kCentralCommittee,
  kPolitburo,
  kSecretariat,
  kOther,  // A province's committee, the Government, a union …
};

enum class MentionForm : std::uint8_t {
  kSymbol,    // 35-NQ/TW, with or without "Nghị quyết số"
  kNumber,    // Nghị quyết 35
  kPlenum,    // Nghị quyết Trung ương 4
  kCongress,  // Nghị quyết Đại hội XIII
  kElliptic,  // Nghị quyết XIII của Đảng: "Đại hội" left out
  kName,      // Quy định những điều đảng viên không được làm
};

struct CitationMention {
  MentionForm form = MentionForm::kNumber;
  int first = 0;  // Lexemes from the kind word to the last thing said.
  int last = 0;
  std::string kind;              // "NQ", "CT", "KL", "QĐ" …
  bool says_regulation = false;  // "Quy định"; QĐ alone may be a decision.
  bool says_decision = false;    // "Quyết định"
  bool is_plural = false;        // "các Nghị quyết"
  int number = 0;                // Of the document, plenum or congress.
  std::optional<DocumentSymbol> symbol;
  bool symbol_is_regular = false;
  std::vector<const Resolution*> named;  // kName: those of that name.
  std::vector<std::string> terms;        // "khóa XI, XII"
  StatedIssuer issuer = StatedIssuer::kNone;
  int plenum = 0;   // "của Hội nghị Trung ương 7"; 0 if none is named.
  Date date;        // As stated beside it; year 0 if none.
  Date term_years;  // "nhiệm kỳ 2020 - 2025": its first year.
  // "Nghị quyết 18 và Nghị quyết 19 của Trung ương": what is said after the
  // second holds for the first unless it says otherwise.
  bool shares_what_follows = false;
};

}  // namespace tracuu

#endif  // TRACUU_COMMON_DOMAIN_CITATION_MENTION_H_
