#include "common/index/paths.h"

#include <doctest/doctest.h>

namespace tracuu {
namespace {

TEST_SUITE_BEGIN("common/index/paths");

TEST_CASE("only what the indexer names a snapshot is a snapshot's id") {
  CHECK(IsSnapshotId("20261120T021000Z-5c1e"));
  for (const char* id : {"", ".", "..", "20261120T021000Z",
                         "20261120T021000Z-5C1E", "20261120T021000Z-5c1e ",
                         "20261120T021000Z-5c1g", "../../../../../etc/x",
                         "2026112/T021000Z-5c1e", "20261120t021000Z-5c1e"}) {
    CAPTURE(id);
    CHECK_FALSE(IsSnapshotId(id));
  }
}

TEST_CASE("every path lies below the index folder") {
  const IndexPaths paths("/srv/index");
  CHECK(paths.current() == "/srv/index/CURRENT");
  CHECK(paths.lock() == "/srv/index/LOCK");
  CHECK(paths.staging() == "/srv/index/staging");
  CHECK(paths.snapshot("20261120T021000Z-5c1e") ==
        "/srv/index/snapshots/20261120T021000Z-5c1e");
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
