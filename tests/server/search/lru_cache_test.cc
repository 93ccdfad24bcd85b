#include "server/search/lru_cache.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>

namespace tracuu {

TEST_SUITE_BEGIN("server/search/lru_cache");

TEST_CASE("what was used longest ago goes first") {
  LruCache<int> cache(500);
  cache.Insert("a", std::make_shared<int>(1), 10);
  cache.Insert("b", std::make_shared<int>(2), 10);
  REQUIRE(cache.Find("a") != nullptr);
  for (int i = 0; i < 2; ++i) {
    cache.Insert(std::to_string(i), std::make_shared<int>(3), 10);
  }
  CHECK(cache.Find("b") == nullptr);
  REQUIRE(cache.Find("a") != nullptr);
  CHECK(*cache.Find("a") == 1);
}

TEST_CASE("a value larger than the cache is not kept") {
  LruCache<int> cache(1000);
  cache.Insert("a", std::make_shared<int>(1), 1000);
  CHECK(cache.Find("a") == nullptr);
}

TEST_SUITE_END();

}  // namespace tracuu
