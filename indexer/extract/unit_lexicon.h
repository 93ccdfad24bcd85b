#ifndef TRACUU_INDEXER_EXTRACT_UNIT_LEXICON_H_
#define TRACUU_INDEXER_EXTRACT_UNIT_LEXICON_H_

// The words that names of bodies are made of: heads ("Ban Chỉ đạo", "Sở"),
// the fields of departments and ministries ("Nội vụ"), titles of office
// ("Phó Trưởng"), verbs that show who acts ("tổ chức"). A closed vocabulary of
// the party and state apparatus, from the hierarchy in docs/facets.md; levels
// and kinds are the codes of common/domain/unit_vocabulary.h.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "indexer/extract/article_view.h"
#include "indexer/extract/phrase_trie.h"

namespace tracuu::extract {

// What follows a head to make it the name of one body.
enum class Tail : std::uint8_t {
  kNothing,     // "Bộ Chính trị": complete.
  kOwnPlace,    // "Huyện ủy" + the place's bare name
  kArea,        // "UBND" + "tỉnh Quảng Nam", "huyện"
  kOwner,       // "Ban Tuyên giáo" + "Tỉnh ủy …" or "Trung ương"
  kField,       // "Sở" + "Nội vụ" + area
  kSteering,    // "Ban Chỉ đạo" + "35" or its task + owner
  kCommittee,   // "Đảng ủy" + area, or the body whose committee it is
  kCell,        // "Chi bộ" + body
  kProperName,  // "Trường …", "Ngân hàng …": a name of its own, + area
};

struct UnitHead {
  std::string_view written;    // As met in text.
  std::string_view canonical;  // As it stands in the facet.
  std::string_view kind;
  std::string_view level;  // Empty: the area or owner decides.
  Tail tail = Tail::kNothing;
};

// The whole vocabulary of heads (unit_heads.cc). Valid for ever.
std::span<const UnitHead> AllUnitHeads();

struct HeadMatch {
  const UnitHead* head = nullptr;
  std::size_t length = 0;
};
// The longest head that starts at token `first`, in any case.
HeadMatch HeadAt(const ArticleView& view, std::size_t first);

// The field of a department or ministry ("Nội vụ", "LĐ-TB&XH") at token
// `first`: its canonical name and length; empty if there is none.
struct FieldMatch {
  std::string_view canonical;
  std::size_t length = 0;
};
FieldMatch FieldAt(const ArticleView& view, std::size_t first);

// Offices that people hold in a body. A leader speaks for it; a member or a
// building is only connected with it.
enum class OfficeKind : std::uint8_t { kNone, kLeader, kMember, kPlace };
struct OfficeMatch {
  OfficeKind kind = OfficeKind::kNone;
  std::size_t length = 0;
};
// The longest office that ends right before token `end`.
OfficeMatch OfficeBefore(const ArticleView& view, std::size_t end);

// How strongly a verb shows that its subject holds the event.
enum class VerbKind : std::uint8_t { kNone, kActs, kLeads };
struct VerbMatch {
  VerbKind kind = VerbKind::kNone;
  std::size_t length = 0;
};
VerbMatch VerbAt(const ArticleView& view, std::size_t first);

// True for a word that cannot belong to a name, so that the name has ended:
// verbs, "và", "về", "đã" …
bool EndsName(const ArticleView& view, std::size_t i);

// The type of district whose committee or union `base` ends with: "thị xã" for
// a Thị ủy; empty for other bodies.
std::string_view TypeOfCommittee(std::string_view base);

// True if the word at `i` is "Trung ương" in any of its spellings; sets
// `length` to its tokens.
bool CentralAt(const ArticleView& view, std::size_t i, std::size_t& length);

}  // namespace tracuu::extract

#endif  // TRACUU_INDEXER_EXTRACT_UNIT_LEXICON_H_
