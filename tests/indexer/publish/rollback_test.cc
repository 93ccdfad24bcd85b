#include "indexer/publish/rollback.h"

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

namespace fs = std::filesystem;

std::string Publish(const IndexPaths& paths, int documents) {
  const auto staging = Staging::Create(paths);
  REQUIRE(staging);
  test::WriteTinyDatabase(staging->snapshot_dir(), documents, "x");
  Manifest manifest;
  manifest.documents = static_cast<std::uint64_t>(documents);
  manifest.content_digest = "5c1e0000";
  const auto id = PublishSnapshot(paths, staging->snapshot_dir(), manifest);
  REQUIRE(id);
  return *id;
}

void Damage(const IndexPaths& paths, const std::string& id) {
  const auto database = paths.snapshot(id) / kDatabaseFile;
  std::string bytes = *ReadFile(database);
  bytes[bytes.size() / 2] ^= 1;
  REQUIRE(ReplaceFile(database, bytes));
}

TEST_SUITE_BEGIN("indexer/publish/rollback");

TEST_CASE("the one before the served snapshot is served again, then forward") {
  const test::TempDir dir;
  const IndexPaths paths(dir.path());
  CHECK(RollBack(paths, "").error().code == ErrorCode::kNotFound);
  const std::string first = Publish(paths, 1);
  CHECK(RollBack(paths, "").error().code == ErrorCode::kNotFound);
  const std::string second = Publish(paths, 2);
  const std::string third = Publish(paths, 3);
  CHECK(*RollBack(paths, "") == second);
  CHECK(*ReadCurrent(paths.dir()) == second);
  CHECK(*RollBack(paths, "") == first);
  CHECK(*RollBack(paths, third) == third);
  CHECK(*ReadCurrent(paths.dir()) == third);
}

TEST_CASE("a damaged snapshot is passed over, and refused when named") {
  const test::TempDir dir;
  const IndexPaths paths(dir.path());
  const std::string first = Publish(paths, 1);
  const std::string second = Publish(paths, 2);
  const std::string third = Publish(paths, 3);
  Damage(paths, second);
  const auto named = RollBack(paths, second);
  REQUIRE_FALSE(named);
  CHECK(named.error().code == ErrorCode::kCorrupt);
  CHECK(*ReadCurrent(paths.dir()) == third);
  CHECK(*RollBack(paths, "") == first);
}

TEST_CASE("what is no snapshot of the index is refused by its name") {
  const test::TempDir dir;
  const IndexPaths paths(dir.path());
  const std::string id = Publish(paths, 1);
  for (const char* name : {"../../etc", "20200101T000000Z-0000", "x"}) {
    CAPTURE(name);
    const auto refused = RollBack(paths, name);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.find(name) != std::string::npos);
  }
  fs::rename(paths.snapshot(id), paths.snapshot("20200101T000000Z-0000"));
  CHECK(RollBack(paths, "20200101T000000Z-0000").error().code ==
        ErrorCode::kCorrupt);
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
