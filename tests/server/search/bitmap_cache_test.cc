#include "server/search/bitmap_cache.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>

namespace tracuu {

TEST_SUITE_BEGIN("server/search/bitmap_cache");

TEST_CASE("what was used longest ago goes first") {
  const auto bitmap = [](std::uint32_t docid) {
    auto docs = std::make_shared<DocSet>();
    docs->add(docid);
    return docs;
  };
  BitmapCache cache(500);
  cache.Insert("a", bitmap(1));
  cache.Insert("b", bitmap(2));
  REQUIRE(cache.Find("a") != nullptr);
  for (int i = 0; i < 2; ++i) cache.Insert(std::to_string(i), bitmap(3));
  CHECK(cache.Find("b") == nullptr);
  REQUIRE(cache.Find("a") != nullptr);
  CHECK(cache.Find("a")->contains(1));
}

TEST_CASE("a bitmap larger than the cache is not kept") {
  BitmapCache cache(100);
  cache.Insert("a", std::make_shared<const DocSet>());
  CHECK(cache.Find("a") == nullptr);
}

TEST_SUITE_END();

}  // namespace tracuu
