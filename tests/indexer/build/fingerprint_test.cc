#include "indexer/build/fingerprint.h"

#include <doctest/doctest.h>

#include <functional>
#include <set>
#include <string>

namespace tracuu {
namespace {

TEST_SUITE_BEGIN("indexer/build/fingerprint");

TEST_CASE("whatever can change the article changes the fingerprint") {
  using Change = std::function<void(Page*)>;
  const Change changes[] = {
      [](Page*) {},
      [](Page* p) { p->id = "x"; },
      [](Page* p) { p->url = "x"; },
      [](Page* p) { p->format = PageFormat::kHtml; },
      [](Page* p) { p->content = "x"; },
      [](Page* p) { p->content = "xy"; },
      [](Page* p) { p->stated.title = ""; },
      [](Page* p) { p->stated.title = "x"; },
      [](Page* p) {
        p->stated.published = Date{2021, 1, 1};
      },
      [](Page* p) {
        p->stated.published = Date{2021, 1, 0};
      },
      [](Page* p) { p->stated.published_minute = 1; },
      [](Page* p) {
        p->stated.provinces = {"a", "b"};
      },
      [](Page* p) { p->stated.provinces = {"a:1:b"}; },
      [](Page* p) {
        p->stated.units = {"a", "b"};
      },
      [](Page* p) {
        p->stated.resolutions = {"a", "b"};
      },
      [](Page* p) { p->stated.year = 0; },
      [](Page* p) { p->stated.year = 2021; },
      [](Page* p) { p->stated.publisher = "x"; },
  };
  std::set<Fingerprint> seen;
  for (const Change& change : changes) {
    Page page;
    change(&page);
    seen.insert(FingerprintOf(page));
  }
  CHECK(seen.size() == std::size(changes));
}

TEST_CASE("where a page lies and when it was fetched does not") {
  Page page;
  page.content = "bài";
  const Fingerprint before = FingerprintOf(page);
  page.source = "elsewhere.jsonl#3";
  page.stated.fetched_at = "2026-01-01T00:00:00Z";
  page.fetched_after = 1'600'000'000;
  CHECK(FingerprintOf(page) == before);
}

TEST_CASE("digits and bytes say the same") {
  const std::string digits = "00ff10a9c3000000000000000000beef";
  CHECK(ToHex(FromHex(digits)) == digits);
}

TEST_CASE("the key of reading depends on the settings and on nothing random") {
  CHECK(ReadingKey("a") == ReadingKey("a"));
  CHECK(ReadingKey("a") != ReadingKey("b"));
  CHECK(ReadingKey("a").size() == kReadingKeySize);
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
