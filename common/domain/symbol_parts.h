#ifndef TRACUU_COMMON_DOMAIN_SYMBOL_PARTS_H_
#define TRACUU_COMMON_DOMAIN_SYMBOL_PARTS_H_

// What the letters in a document's number stand for, from
// common/domain/data/symbol_parts.tsv: all that is known of a document that is
// cited but not in our table ("05-NQ/TU"). Thread-safe.

#include <string>
#include <string_view>

namespace tracuu {

// "NQ" → "Nghị quyết"; empty for letters we do not know.
std::string DocumentKindName(std::string_view kind);

// "TU" → "Tỉnh ủy hoặc thành ủy trực thuộc Trung ương", "QH15" → "Quốc hội khóa
// XV"; empty for an issuer we do not know. It says what kind of body it is,
// not which one: every province has its TU.
std::string IssuerName(std::string_view issuer);

}  // namespace tracuu

#endif  // TRACUU_COMMON_DOMAIN_SYMBOL_PARTS_H_
