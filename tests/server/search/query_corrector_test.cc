#include "server/search/query_corrector.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

#include "server/search/typing_errors.h"
#include "tests/support/counted_text.h"

namespace tracuu {
namespace {

constexpr char kText[] =
    "bảo vệ nền tảng tư tưởng của đảng. xây dựng đảng bộ trong sạch vững mạnh. "
    "bảo vệ nền tảng tư tưởng. xây dựng nông thôn mới. kiểm tra giám sát kỷ "
    "luật đảng. chủ nghĩa xã hội. giữ gìn trật tự. sẵn sàng chiến đấu. trang "
    "trại chăn nuôi. lãnh đạo toàn diện. quảng trị. nghị quyết 35. nền tảng";

std::string Correct(const std::string& query,
                    CorrectionOptions options = {.least_gain = 0}) {
  const Neighbours neighbours = test::CountsOf(kText);
  const auto offer = CorrectQuery(query, options, neighbours);
  if (!offer) return "";
  std::string joined;
  for (const Segment& segment : offer->segments) joined += segment.text;
  CHECK(joined == offer->query);
  return offer->query;
}

double Cost(std::string_view typed, std::string_view meant,
            bool marks_open = false) {
  return ErrorCost({SpellingOf(typed), marks_open}, SpellingOf(meant))
      .value_or(-1);
}

TEST_SUITE_BEGIN("server/search/query_corrector");

TEST_CASE("likely errors cost less than unlikely ones") {
  CHECK(Cost("đảng", "đảng") == 0);
  CHECK(Cost("dang", "đảng", true) == 0);
  CHECK(Cost("đãng", "đảng") < Cost("đáng", "đảng"));
  CHECK(Cost("sây", "xây") < Cost("mây", "xây"));
  CHECK(Cost("chung", "trung") > 0);
  CHECK(Cost("lông", "nông") < Cost("công", "nông"));
  CHECK(Cost("dữ", "giữ") > 0);
  CHECK(Cost("đag", "đang") > 0);
  CHECK(Cost("đangg", "đang") > 0);
  CHECK(Cost("đagn", "đang") > 0);
  CHECK(Cost("dảng", "đảng") > 0);
  CHECK(Cost("dâng", "đảng") == -1);
  CHECK(Cost("hoa", "đảng") == -1);
  CHECK(Cost("nghiêng", "an") == -1);
  CHECK(Cost("", "an") == -1);
}

TEST_CASE("marks that were typed bind when only marks are added") {
  const auto adds = [](std::string_view typed, std::string_view meant) {
    return OnlyAddsMarks(SpellingOf(typed), SpellingOf(meant));
  };
  CHECK(adds("đang", "đảng"));
  CHECK(adds("dảng", "đảng"));
  CHECK(adds("nên", "nền"));
  CHECK_FALSE(adds("đáng", "đảng"));
  CHECK_FALSE(adds("nền", "nên"));
  CHECK_FALSE(adds("đan", "đang"));
}

TEST_CASE("errors are corrected by what stands in the articles") {
  struct Case {
    const char* typed;
    const char* meant;
  };
  constexpr std::array<Case, 18> kCases{{
      {"sây dựng đảng", "xây dựng đảng"},
      {"kỹ luật đảng", "kỷ luật đảng"},
      {"chủ nghỉa xã hội", "chủ nghĩa xã hội"},
      {"lông thôn mới", "nông thôn mới"},
      {"dữ gìn trật tự", "giữ gìn trật tự"},
      {"xẵn sàng chiến đấu", "sẵn sàng chiến đấu"},
      {"tư tuởng của đảng", "tư tưởng của đảng"},
      {"trang chại chăn nuôi", "trang trại chăn nuôi"},
      {"nền tảg tư tưởng", "nền tảng tư tưởng"},
      {"nền tảngg tư tưởng", "nền tảng tư tưởng"},
      {"nền tảgn tư tưởng", "nền tảng tư tưởng"},
      {"nềntảng tư tưởng", "nền tảng tư tưởng"},
      {"nền tả ng tư tưởng", "nền tảng tư tưởng"},
      {"nen tanng tu tuong", "nen tang tu tuong"},
      {"Sây Dựng Đảng", "Xây Dựng Đảng"},
      {"quảngtrị", "quảng trị"},
      {"\"nền tãng\" -bóng tỉnh:Huế", "\"nền tảng\" -bóng tỉnh:Huế"},
      {"nghị quyêt 35-NQ/TW", "nghị quyết 35-NQ/TW"},
  }};
  for (const Case& c : kCases) {
    CAPTURE(std::string(c.typed));
    CHECK(Correct(c.typed) == std::string(c.meant));
  }
}

TEST_CASE("what is right, or nothing to be sure of, stays") {
  for (const char* query :
       {"bảo vệ nền tảng tư tưởng", "bao ve nen tang tu tuong", "đảng", "",
        "nghị quyết 36", "36-NQ/TW", "nghị quyết 53", "UBNĐ", "=nềntảng",
        "-nềntảng", "nềntản*", "nguồn:nềntảng.vn", "tỉnh:\"Quảng Trj\"",
        "zzzz yyyy xxxx wwww vvvv uuuu tttt ssss", "22/10/2018", "covid19"}) {
    CAPTURE(std::string(query));
    CHECK(Correct(query) == "");
  }
}

TEST_CASE("only marks are added where only marks may be") {
  const CorrectionOptions marks{.kind = CorrectionKind::kMarks,
                                .least_gain = 0};
  CHECK(Correct("dảng bộ", marks) == "đảng bộ");
  CHECK(Correct("nên tảng tư tưởng", marks) == "nền tảng tư tưởng");
  CHECK(Correct("sây dựng", marks) == "");
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
