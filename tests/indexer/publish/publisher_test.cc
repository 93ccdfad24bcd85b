#include "indexer/publish/publisher.h"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <string>

#include "common/base/file.h"
#include "common/index/schema.h"
#include "indexer/publish/index_lock.h"
#include "indexer/publish/retention.h"
#include "indexer/publish/staging.h"
#include "indexer/publish/verifier.h"
#include "tests/indexer/publish/tiny_database.h"
#include "tests/support/temp_dir.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;
using std::chrono::seconds;
using std::chrono::system_clock;

Result<std::string> Publish(const IndexPaths& paths, int documents,
                            int promised) {
  const auto staging = Staging::Create(paths);
  REQUIRE(staging);
  test::WriteTinyDatabase(staging->snapshot_dir(), documents, "x");
  Manifest manifest;
  manifest.documents = static_cast<std::uint64_t>(promised);
  manifest.content_digest = "5c1e0000";
  return PublishSnapshot(paths, staging->snapshot_dir(), manifest);
}

TEST_SUITE_BEGIN("indexer/publish/publisher");

TEST_CASE("a published snapshot is current, verified and out of staging") {
  const test::TempDir dir;
  const IndexPaths paths(dir.path() / "new" / "index");
  const auto id = Publish(paths, 3, 3);
  REQUIRE(id);
  CHECK(IsSnapshotId(*id));
  CHECK(id->ends_with("-5c1e"));
  CHECK(*ReadCurrent(paths.dir()) == *id);
  const auto manifest = ReadManifest(paths.snapshot(*id));
  REQUIRE(manifest);
  CHECK(manifest->documents == 3);
  CHECK(VerifySnapshot(paths.snapshot(*id), *manifest, VerifyDepth::kHashes));
  CHECK_FALSE(fs::exists(paths.staging()));
}

TEST_CASE(
    "a file that an older snapshot's manifest describes is taken at that") {
  const test::TempDir dir;
  const IndexPaths paths(dir.path());
  const auto staging = Staging::Create(paths);
  REQUIRE(staging);
  test::WriteTinyDatabase(staging->snapshot_dir(), 2, "x");
  const auto size = fs::file_size(staging->snapshot_dir() / kForwardFile);
  Manifest manifest;
  manifest.documents = 2;
  manifest.content_digest = "5c1e0000";
  manifest.files = {{std::string(kForwardFile), size, "as it was hashed then"}};
  const auto id = PublishSnapshot(paths, staging->snapshot_dir(), manifest);
  REQUIRE(id);
  const auto published = ReadManifest(paths.snapshot(*id));
  REQUIRE(published);
  CHECK(published->files.size() == kSnapshotFiles.size());
  for (const ManifestFile& file : published->files) {
    CAPTURE(file.name);
    CHECK((file.sha256 == "as it was hashed then") ==
          (file.name == kForwardFile));
  }
}

TEST_CASE("two snapshots of one second have two names") {
  const test::TempDir dir;
  const IndexPaths paths(dir.path());
  const auto first = Publish(paths, 1, 1);
  const auto second = Publish(paths, 1, 1);
  REQUIRE(first);
  REQUIRE(second);
  CHECK(*first != *second);
  CHECK(*ReadCurrent(paths.dir()) == *second);
}

TEST_CASE("a database that is not what the manifest says is not published") {
  const test::TempDir dir;
  const IndexPaths paths(dir.path());
  REQUIRE(Publish(paths, 1, 1));
  const std::string before = *ReadCurrent(paths.dir());
  const auto id = Publish(paths, 2, 3);
  REQUIRE_FALSE(id);
  CHECK(id.error().code == ErrorCode::kCorrupt);
  CHECK(*ReadCurrent(paths.dir()) == before);
  CHECK(ListSnapshots(paths)->size() == 1);
}

TEST_CASE("of what a killed run left in staging only its work stays") {
  const test::TempDir dir;
  const IndexPaths paths(dir.path());
  const fs::path work = paths.staging() / "work" / "x";
  const fs::path others[] = {paths.staging() / "snapshot" / "x",
                             paths.staging() / "aside" / "x",
                             paths.staging() / "20261120T021000Z-5c1e" / "x"};
  const auto leave = [&] {
    for (const fs::path& path : {work, others[0], others[1], others[2]}) {
      fs::create_directories(path);
    }
  };
  leave();
  {
    const auto aside = Staging::Create(paths, StagingUse::kAside);
    REQUIRE(aside);
    CHECK(fs::is_empty(aside->work_dir()));
    CHECK(fs::is_empty(aside->snapshot_dir()));
    CHECK_FALSE(fs::exists(others[2]));
    fs::create_directory(aside->work_dir() / "more");
  }
  CHECK(fs::exists(work));
  for (const fs::path& path : others) CHECK_FALSE(fs::exists(path));
  leave();
  {
    const auto staging = Staging::Create(paths);
    REQUIRE(staging);
    CHECK(staging->work_dir() / "x" == work);
    CHECK(fs::exists(work));
    CHECK(fs::is_empty(staging->snapshot_dir()));
  }
  CHECK_FALSE(fs::exists(paths.staging()));
  { REQUIRE(Staging::Create(paths, StagingUse::kAside)); }
  CHECK_FALSE(fs::exists(paths.staging()));
}

TEST_CASE("a snapshot of another schema is not replaced") {
  const test::TempDir dir;
  const IndexPaths paths(dir.path());
  CHECK(CheckReplaceable(paths));
  const auto id = Publish(paths, 1, 1);
  REQUIRE(id);
  CHECK(CheckReplaceable(paths));
  Manifest manifest = *ReadManifest(paths.snapshot(*id));
  manifest.schema = kSchemaVersion + 1;
  REQUIRE(ReplaceFile(paths.snapshot(*id) / kManifestFile,
                      FormatManifest(manifest)));
  CHECK(CheckReplaceable(paths).error().code == ErrorCode::kInvalidArgument);
  // A damaged one may be.
  REQUIRE(ReplaceFile(paths.snapshot(*id) / kManifestFile, "{"));
  CHECK(CheckReplaceable(paths));
}

TEST_CASE("the lock excludes others and ends with its process") {
  const test::TempDir dir;
  const IndexPaths paths(dir.path());
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    const auto lock = IndexLock::Acquire(paths);
    ::_exit(lock ? 0 : 1);  // Dies with the lock held.
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK(status == 0);
  CHECK(fs::exists(paths.lock()));
  {
    const auto lock = IndexLock::Acquire(paths);
    REQUIRE(lock);
    const auto second = IndexLock::Acquire(paths);
    REQUIRE_FALSE(second);
    CHECK(second.error().code == ErrorCode::kUnavailable);
  }
  CHECK(IndexLock::Acquire(paths));
}

TEST_CASE("a folder that cannot be made is named") {
  const auto lock = IndexLock::Acquire(IndexPaths("/proc/no/index"));
  REQUIRE_FALSE(lock);
  CHECK(lock.error().code == ErrorCode::kIo);
  CHECK(lock.error().message.find("/proc/no/index") != std::string::npos);
}

TEST_CASE("old snapshots go, the served and the young ones stay") {
  const test::TempDir dir;
  const IndexPaths paths(dir.path());
  const std::string ids[] = {"20200101T000000Z-0001", "20200102T000000Z-0002",
                             "20200103T000000Z-0003", "20200104T000000Z-0004"};
  for (const std::string& id : ids) fs::create_directories(paths.snapshot(id));
  fs::create_directories(paths.snapshots() / "not-ours");
  REQUIRE(ReplaceFile(paths.current(), ids[1] + "\n"));
  // A second after the newest: it is too young, and the second is served.
  const auto newest = system_clock::from_time_t(1578096000);  // 4 Jan 2020
  const auto removed = RemoveOldSnapshots(paths, 1, newest + seconds(1));
  REQUIRE(removed);
  CHECK(*removed == std::vector<std::string>{ids[2], ids[0]});
  CHECK(fs::exists(paths.snapshot(ids[1])));
  CHECK(fs::exists(paths.snapshot(ids[3])));
  CHECK(fs::exists(paths.snapshots() / "not-ours"));

  fs::create_directories(paths.snapshot("20200104T000001Z-0005"));
  CHECK(RemoveOldSnapshots(paths, 1, newest + seconds(30))->empty());
  CHECK(RemoveOldSnapshots(paths, 1, newest + seconds(61))->size() == 1);
}

TEST_CASE("a truncated or overwritten database is told as a fault") {
  const test::TempDir dir;
  test::WriteTinyDatabase(dir.path(), 5, "x");
  const auto database = dir.path() / kDatabaseFile;
  const auto check = [&] {
    return *CheckDatabases(dir.path(), 5, DatabaseCheck::kEverything);
  };
  CHECK(check().empty());
  CHECK_FALSE(CheckDatabases(dir.path(), 6, DatabaseCheck::kSample)->empty());
  fs::resize_file(database, fs::file_size(database) / 2);
  CHECK_FALSE(check().empty());
  REQUIRE(ReplaceFile(database, "not a database"));
  CHECK_FALSE(check().empty());
  fs::remove(database);
  CHECK_FALSE(check().empty());
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
