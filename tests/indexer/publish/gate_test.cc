#include "indexer/publish/gate.h"

#include <doctest/doctest.h>

#include <string>

#include "common/base/file.h"
#include "common/index/manifest.h"
#include "indexer/publish/publisher.h"
#include "indexer/publish/staging.h"
#include "tests/indexer/publish/tiny_database.h"
#include "tests/support/temp_dir.h"

namespace tracuu {
namespace {

TEST_SUITE_BEGIN("indexer/publish/gate");

TEST_CASE("percentages are numbers from 0 to 100, with or without the sign") {
  CHECK(ParsePercent("20%") == 20);
  CHECK(ParsePercent("20") == 20);
  CHECK(ParsePercent("0.5%") == 0.5);
  CHECK(ParsePercent("100%") == 100);
  for (const char* wrong :
       {"", "%", "-1", "101", "20%%", "20 %", "nan", "inf", "1e1", "x20"}) {
    CAPTURE(wrong);
    CHECK_FALSE(ParsePercent(wrong));
  }
}

TEST_CASE("a snapshot that lost more than allowed does not pass") {
  const test::TempDir dir;
  const IndexPaths paths(dir.path());
  CHECK(CheckLoss(paths, 1, 0));  // Nothing to compare with.
  {
    const auto staging = Staging::Create(paths);
    REQUIRE(staging);
    test::WriteTinyDatabase(staging->snapshot_dir(), 10, "x");
    Manifest manifest;
    manifest.documents = 10;
    manifest.content_digest = "5c1e0000";
    REQUIRE(PublishSnapshot(paths, staging->snapshot_dir(), manifest));
  }
  CHECK(CheckLoss(paths, 11, 0));
  CHECK(CheckLoss(paths, 10, 0));
  CHECK(CheckLoss(paths, 8, 20));
  CHECK(CheckLoss(paths, 0, 100));
  const Status lost = CheckLoss(paths, 7, 20);
  REQUIRE_FALSE(lost);
  CHECK(lost.error().code == ErrorCode::kInvalidArgument);
  for (const char* figure : {" 7 ", " 10: 30% ", " 20%"}) {
    CAPTURE(figure);
    CHECK(lost.error().message.find(figure) != std::string::npos);
  }
  CHECK(lost.error().hint.find("--max-loss 100%") != std::string::npos);
  // A damaged snapshot is nothing to compare with.
  REQUIRE(ReplaceFile(paths.snapshot(*ReadCurrent(paths.dir())) / kManifestFile,
                      "{"));
  CHECK(CheckLoss(paths, 1, 20));
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
