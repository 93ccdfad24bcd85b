#ifndef TRACUU_COMMON_DOMAIN_UNIT_WORDS_H_
#define TRACUU_COMMON_DOMAIN_UNIT_WORDS_H_

// The words that the names of bodies are made of, and those that show what a
// body does: common/domain/data/unit_heads.tsv, unit_fields.tsv,
// unit_offices.tsv, unit_verbs.tsv. A closed vocabulary of the party and state
// apparatus; levels and kinds are the codes of unit_vocabulary.h. All of it is
// loaded once and valid for ever. Thread-safe.

#include <cstdint>
#include <span>
#include <string>

namespace tracuu {

// What follows a head to make it the name of one body.
enum class UnitTail : std::uint8_t {
  kComplete,    // "Bộ Chính trị": nothing
  kOwnPlace,    // "Huyện ủy" + the place's bare name
  kArea,        // "UBND" + "tỉnh Quảng Nam", "huyện"
  kOwner,       // "Ban Tuyên giáo" + "Tỉnh ủy …" or "Trung ương"
  kField,       // "Sở" + "Nội vụ" + area
  kSteering,    // "Ban Chỉ đạo" + "35" or its task + owner
  kCommittee,   // "Đảng ủy" + area, or the body whose committee it is
  kCell,        // "Chi bộ" + body
  kProperName,  // "Bệnh viện …": a name of its own, + area
  kOwnName,     // "Đồn Biên phòng …": a name of its own, no area
  kNumbered,    // "Quân khu" + "7"
};

struct UnitHead {
  std::string written;    // As met in text.
  std::string canonical;  // As it stands in the facet.
  std::string kind;
  std::string level;  // Empty: the area or owner decides.
  UnitTail tail = UnitTail::kComplete;
};
std::span<const UnitHead> AllUnitHeads();

// The field of a department or ministry: "LĐTBXH" → "Lao động - Thương binh và
// Xã hội".
struct UnitField {
  std::string written;
  std::string canonical;
};
std::span<const UnitField> AllUnitFields();

// Offices that people hold in a body. A leader speaks for it; a member or a
// building is only connected with it.
enum class OfficeKind : std::uint8_t { kNone, kLeader, kMember, kPlace };
struct UnitOffice {
  std::string words;
  OfficeKind kind = OfficeKind::kNone;
};
std::span<const UnitOffice> AllUnitOffices();

// How strongly a verb shows that its subject holds the event.
enum class VerbKind : std::uint8_t { kNone, kActs, kLeads };
struct UnitVerb {
  std::string words;
  VerbKind kind = VerbKind::kNone;
};
std::span<const UnitVerb> AllUnitVerbs();

}  // namespace tracuu

#endif  // TRACUU_COMMON_DOMAIN_UNIT_WORDS_H_
