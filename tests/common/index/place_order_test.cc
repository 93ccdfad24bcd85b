#include "common/index/place_order.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "common/base/file.h"
#include "common/index/paths.h"
#include "tests/support/temp_dir.h"

namespace tracuu {
namespace {

constexpr PartDocid Base(std::uint32_t docid) { return {kBasePart, docid}; }
constexpr PartDocid Changed(std::uint32_t docid) {
  return {kChangesPart, docid};
}

// Of five articles of the base the second and the last are gone; two are new.
const std::vector<PartDocid> kRows = {Changed(1), Base(1), Base(3), Changed(2),
                                      Base(4)};

TEST_SUITE_BEGIN("common/index/place_order");

TEST_CASE("in one part a place is a docid") {
  const PlaceOrder order(3);
  CHECK(order.PlacesAreDocids());
  CHECK(order.parts() == 1);
  CHECK(order.documents() == 3);
  CHECK(order.gone() == 0);
  CHECK(order.At(2) == Base(2));
  CHECK(order.PlaceOf(kBasePart, 3) == 3);
}

TEST_CASE("places lead to documents of both parts and back") {
  const auto order = PlaceOrder::Of(kRows, {5, 2});
  REQUIRE(order);
  CHECK(order->parts() == 2);
  CHECK(order->documents() == 5);
  CHECK(order->documents_in(kBasePart) == 5);
  CHECK(order->documents_in(kChangesPart) == 2);
  CHECK(order->gone() == 2);
  for (std::uint32_t place = 1; place <= order->documents(); ++place) {
    const PartDocid at = order->At(place);
    CHECK(at == kRows[place - 1]);
    CHECK(order->PlaceOf(at.part, at.docid) == place);
  }
  CHECK(order->PlaceOf(kBasePart, 2) == 0);
  CHECK(order->PlaceOf(kBasePart, 5) == 0);
}

TEST_CASE("the base alone, without what is gone") {
  const auto order = PlaceOrder::Of({Base(2), Base(3)}, {3, 0});
  REQUIRE(order);
  CHECK_FALSE(order->PlacesAreDocids());
  CHECK(order->parts() == 1);
  CHECK(order->gone() == 1);
  CHECK(order->PlaceOf(kBasePart, 3) == 2);
}

TEST_CASE("rows that cannot be are refused") {
  CHECK_FALSE(PlaceOrder::Of({}, {2, 0}));
  CHECK_FALSE(PlaceOrder::Of({Base(2), Base(1)}, {2, 0}));     // Order.
  CHECK_FALSE(PlaceOrder::Of({Base(1), Base(1)}, {2, 0}));     // Twice.
  CHECK_FALSE(PlaceOrder::Of({Base(3)}, {2, 0}));              // Outside.
  CHECK_FALSE(PlaceOrder::Of({Base(0)}, {2, 0}));              // No docid.
  CHECK_FALSE(PlaceOrder::Of({Base(1), Changed(1)}, {1, 2}));  // Left out.
}

TEST_CASE("what is written is read, and nothing else") {
  const std::string bytes = PlaceOrder::Of(kRows, {5, 2})->Format();
  const auto read = PlaceOrder::Parse(bytes);
  REQUIRE(read);
  CHECK(read->Format() == bytes);
  CHECK(read->gone() == 2);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CAPTURE(size);
    CHECK_FALSE(PlaceOrder::Parse(bytes.substr(0, size)));
  }
  CHECK_FALSE(PlaceOrder::Parse(bytes + "x"));
  // Whatever a byte is changed to: an order of other rows at most, no crash.
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (const char other : {'\0', '\x01', '\x7F', '\xFF'}) {
      std::string damaged = bytes;
      damaged[at] = other;
      const auto order = PlaceOrder::Parse(damaged);
      if (order) CHECK(order->documents() == 5);
    }
  }
}

TEST_CASE("a snapshot without the file has one part; one with it must agree") {
  const test::TempDir dir;
  const auto none = PlaceOrder::Read(dir.path(), 7);
  REQUIRE(none);
  CHECK(none->PlacesAreDocids());
  CHECK(none->documents() == 7);
  REQUIRE(WriteFile(dir.path() / kOrderFile,
                    PlaceOrder::Of(kRows, {5, 2})->Format()));
  CHECK(PlaceOrder::Read(dir.path(), 5));
  const auto other = PlaceOrder::Read(dir.path(), 6);
  REQUIRE_FALSE(other);
  CHECK(other.error().code == ErrorCode::kCorrupt);
  CHECK(other.error().message.find("articles.order") != std::string::npos);
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
