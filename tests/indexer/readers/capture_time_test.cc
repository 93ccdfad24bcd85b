#include "indexer/readers/capture_time.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>

namespace tracuu {

TEST_CASE("times of capture are read as crawlers write them") {
  struct Case {
    const char* text;
    std::optional<std::int64_t> seconds;
  };
  const Case cases[] = {
      {"1970-01-01T00:00:00Z", 0},
      {"2024-05-01T10:00:00Z", 1'714'557'600},
      {"2024-05-01T10:00:00.123456Z", 1'714'557'600},
      {"2024-05-01T17:00:00+07:00", 1'714'557'600},
      {"2024-05-01T17:00:00+0700", 1'714'557'600},
      {"2024-05-01T06:00:00-04", 1'714'557'600},
      {"2024-05-01 10:00:00", 1'714'557'600},
      {"2024-05-01T10:00", 1'714'557'600},
      {"2024-05-01", 1'714'521'600},
      {"1714557600", 1'714'557'600},
      {"1714557600.75", 1'714'557'600},
      {"1714557600750", 1'714'557'600},
      {"", std::nullopt},
      {"2024", std::nullopt},
      {"2024-05", std::nullopt},
      {"2024-02-30", std::nullopt},
      {"2024-05-01T", std::nullopt},
      {"2024-05-01T25:00:00Z", std::nullopt},
      {"2024-05-01T10:61:00Z", std::nullopt},
      {"2024-05-01T10:00:00 GMT", std::nullopt},
      {"2024-05-01T10:00:00+7", std::nullopt},
      {"yesterday", std::nullopt},
      {"99999999999999999999", std::nullopt},
      {"9999999999999999", std::nullopt},
      {"12345x", std::nullopt},
  };
  for (const Case& c : cases) {
    CHECK_MESSAGE(CaptureSeconds(c.text) == c.seconds, std::string(c.text));
  }
}

TEST_CASE("a time comes back from its ISO form") {
  for (const std::int64_t seconds :
       {std::int64_t{0}, std::int64_t{86'399}, std::int64_t{1'714'557'600},
        std::int64_t{253'402'300'799}}) {
    CHECK(CaptureSeconds(FormatCapture(seconds)) == seconds);
  }
  CHECK(FormatCapture(1'714'557'600) == "2024-05-01T10:00:00Z");
}

}  // namespace tracuu
