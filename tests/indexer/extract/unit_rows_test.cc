// One check per row of unit_heads.tsv, unit_fields.tsv, unit_offices.tsv and
// unit_verbs.tsv: each is put into an invented sentence and must be read.

#include <doctest/doctest.h>

#include <string>

#include "common/domain/unit_words.h"
#include "common/text/analyze.h"
#include "tests/indexer/extract/support/page.h"

namespace tracuu {
namespace {

using test::Page;
using test::Principal;

// The name of a body that the head makes, as text.
std::string Named(const UnitHead& head) {
  switch (head.tail) {
    case UnitTail::kComplete:
      return head.written;
    case UnitTail::kOwnPlace:
      if (head.level == "tinh") return head.written + " Sơn La";
      if (head.canonical.starts_with("Thị")) return head.written + " Sa Pa";
      if (head.canonical.starts_with("Quận")) return head.written + " Ba Đình";
      if (head.canonical.starts_with("Thành")) return head.written + " Vinh";
      return head.written + " Phú Lương";
    case UnitTail::kArea:
      if (head.level == "huyen") return head.written + " huyện Phú Lương";
      [[fallthrough]];
    case UnitTail::kCommittee:
      return head.written + (head.written == "Đoàn Khối"
                                 ? " các cơ quan tỉnh Sơn La"
                                 : " tỉnh Sơn La");
    case UnitTail::kOwner:
      return head.written + " Tỉnh ủy Sơn La";
    case UnitTail::kField:
      return head.written + " Tư pháp" +
             (head.level == "huyen" ? " huyện Phú Lương" : "");
    case UnitTail::kSteering:
      return head.written + " 35 tỉnh Sơn La";
    case UnitTail::kCell:
      return head.written + " Văn phòng Tỉnh ủy Sơn La";
    case UnitTail::kProperName:
      return head.written + (head.level == "trung-uong"
                                 ? " Chuyển đổi số"
                                 : " Đa khoa Mây Mưa tỉnh Sơn La");
    case UnitTail::kOwnName:
      return head.written + " Mây Mưa";
    case UnitTail::kNumbered:
      return head.written + " 4";
  }
  return {};
}

TEST_CASE("every head of the table begins a body's name") {
  for (const UnitHead& head : AllUnitHeads()) {
    const std::string title = Named(head) + " tổ chức hội nghị";
    CAPTURE(title);
    const Facets facets = Page().Title(title).Extract();
    CHECK_FALSE(facets.units.empty());
    if (facets.units.empty()) continue;
    // The committee and the union of an area have names of their own.
    const std::string name =
        head.canonical == "Ban Chấp hành Đảng bộ" ? "Tỉnh ủy"
        : head.canonical == "Đoàn Thanh niên"     ? "Tỉnh đoàn"
                                                  : head.canonical;
    CHECK(ExactKey(Principal(facets)).starts_with(ExactKey(name)));
    if (head.written != "Đảng ủy") CHECK_FALSE(facets.units[0].kind.empty());
    if (!head.level.empty()) CHECK(facets.units[0].level == head.level);
  }
}

TEST_CASE("every field of the table names a department") {
  for (const UnitField& field : AllUnitFields()) {
    const std::string title =
        "Sở " + field.written + " tỉnh Sơn La tổ chức hội nghị";
    CAPTURE(title);
    CHECK(Principal(Page().Title(title).Extract()) ==
          "Sở " + field.canonical + " tỉnh Sơn La");
  }
}

TEST_CASE("every verb of the table has a subject") {
  for (const UnitVerb& verb : AllUnitVerbs()) {
    const std::string title = "Tỉnh ủy Sơn La " + verb.words + " hai việc";
    CAPTURE(title);
    CHECK(Principal(Page().Title(title).Extract()) == "Tỉnh ủy Sơn La");
  }
}

TEST_CASE("every office of the table is held in the body behind it") {
  for (const UnitOffice& office : AllUnitOffices()) {
    const std::string title =
        office.words + " Tỉnh ủy Sơn La và công tác cán bộ";
    CAPTURE(title);
    const Facets facets = Page().Title(title).Extract();
    if (facets.units.empty()) continue;  // A member alone holds no event.
    CHECK(Principal(facets) == "Tỉnh ủy Sơn La");
    CHECK(facets.units[0].evidence[0].certainty == Certainty::kMedium);
  }
}

}  // namespace
}  // namespace tracuu
