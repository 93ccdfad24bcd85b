#ifndef TRACUU_SERVER_SEARCH_DOCUMENT_FACTS_H_
#define TRACUU_SERVER_SEARCH_DOCUMENT_FACTS_H_

// What a value of the facet `resolution` names, and what is known of it: a row
// of our table of central documents, or what the letters of its number say.
// Plain data; pure functions, thread-safe.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/domain/date.h"
#include "common/domain/resolution.h"

namespace tracuu {

enum class DocumentType : std::uint8_t {
  kDocument,  // One document: "35-NQ/TW:2018", "202/2025/QH15"
  kSymbol,    // A number that several documents bear or whose year nobody
              // says: "35-CT/TW", "05-NQ/TU"
  kPlenum,    // The documents of a plenum: "NQTW4-XIII"
  kCongress,  // "NQĐH-XIII"
  kOther,     // What a crawl's record says and we cannot read.
};

struct DocumentFacts {
  std::string id;
  DocumentType type = DocumentType::kOther;
  std::string symbol;       // "35-NQ/TW"; empty if it has no number.
  int year = 0;             // 0 if it is not known.
  std::string kind;         // "NQ"; empty if it is not known.
  std::string kind_name;    // "Nghị quyết"; may be empty, as all below.
  std::string issuer;       // "Bộ Chính trị"
  std::string issuer_code;  // "TW", "TU"
  std::string term;         // Khóa, in Roman digits: "XII"
  Date date;                // Year 0 if it is not known.
  std::string title;
  int plenum = 0;  // Number of the plenum, or 0.
  // The row of our table, or null: then all there is was read off the number.
  const Resolution* known = nullptr;
};

// `value` as the facet has it.
DocumentFacts DescribeDocument(std::string_view value);

// All known documents of one plenum, oldest first.
std::vector<const Resolution*> DocumentsOfPlenum(int plenum,
                                                 std::string_view term);

// "document", "symbol", "plenum", "congress", "other"
const char* DocumentTypeName(DocumentType type);

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_DOCUMENT_FACTS_H_
