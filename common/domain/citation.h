#ifndef TRACUU_COMMON_DOMAIN_CITATION_H_
#define TRACUU_COMMON_DOMAIN_CITATION_H_

// Which documents does a text cite?
//
// "Nghị quyết số 35-NQ/TW ngày 22/10/2018", "NQ35", "Chỉ thị 05 của Bộ Chính
// trị (khóa XII)", "Nghị quyết Trung ương 4 khóa XII", "Nghị quyết Đại hội
// XIII" are citations. "Ban Chỉ đạo 35", "phát biểu kết luận hội nghị", a
// theme that repeats a document's title without its name are not. A bare
// number is resolved by issuer, term, topic words near by, an earlier full
// mention and the article's date, or stays unresolved; nothing is guessed.
// docs/facets.md tells the rules; tests/common/domain has a table of cases.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/domain/date.h"
#include "common/text/analyze.h"

namespace tracuu {

enum class CitationStatus : std::uint8_t {
  kResolved,             // One known document, and something confirms it.
  kResolvedWithWarning,  // One candidate, but text and table disagree, or
                         // nothing near by confirms it.
  kUnresolved,           // Several candidates, or none we know.
  kOtherIssuer,          // A province's, a ministry's, the Government's …
};

struct Citation {
  CitationStatus status = CitationStatus::kUnresolved;
  // The facet values: ids for what is resolved ("35-NQ/TW:2018"), the bare
  // symbol when the document is unknown or ambiguous ("35-CT/TW"), the plenum
  // form ("NQTW4-XIII") when no document of it is known. Empty for a bare
  // number without issuer ("Nghị quyết 35"), which enters no facet.
  std::vector<std::string> values;
  std::vector<std::string> candidates;  // Ids considered, if unresolved.
  std::uint32_t begin = 0;     // Byte range in the text: from the kind word to
  std::uint32_t end = 0;       // the symbol, issuer, term and date if adjacent.
  std::string rule;            // "symbol+date", "number+issuer", "plenum", …
  std::string reason;          // For people, English: why this status.
  bool term_mismatch = false;  // "(khóa XI)" on a document of term XII.
  bool date_mismatch = false;  // The date beside it is not the document's.
};

// What is refused and why: "Ban Chỉ đạo 35" → "name of a committee".
struct NotCitation {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string reason;
};

struct Citations {
  std::vector<Citation> found;  // In text order; later bare mentions take
                                // the id of an earlier full one.
  std::vector<NotCitation> refused;
};

// Finds the citations of `text`. `analysis` must be Analyze(text).
// `article_date` (year 0 if unknown) excludes documents younger than the
// article. Linear in the text; thread-safe.
Citations FindCitations(std::string_view text, const Analysis& analysis,
                        const Date& article_date);

}  // namespace tracuu

#endif  // TRACUU_COMMON_DOMAIN_CITATION_H_
