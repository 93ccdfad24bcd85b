// Kills the publisher at each system call that could leave a mark on disk, and
// checks after each death that a server would still find a whole snapshot.
//
// The calls are intercepted by the linker (see --wrap in CMakeLists.txt), so
// the code under test is the code we ship.

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <limits>
#include <string>

#include "common/base/file.h"
#include "common/index/manifest.h"
#include "common/text/analyze.h"
#include "indexer/publish/publisher.h"
#include "indexer/publish/staging.h"
#include "indexer/publish/verifier.h"
#include "tests/indexer/publish/tiny_database.h"
#include "tests/support/temp_dir.h"

namespace {

constexpr int kKilled = 42;
constexpr int kRefused = 1;
int calls_until_fault = std::numeric_limits<int>::max();
// Whether a fault is the process's death or a failure of the call.
bool fault_is_death = true;

// Returns true if the call is to fail.
bool FaultNow() {
  if (calls_until_fault-- != 0) return false;
  if (fault_is_death) ::_exit(kKilled);
  errno = ENOSPC;
  return true;
}

}  // namespace

// The names are the linker's, not ours.
// NOLINTBEGIN(bugprone-reserved-identifier,readability-identifier-naming)
extern "C" {
int __real_rename(const char* from, const char* to);
int __real_fsync(int fd);
ssize_t __real_write(int fd, const void* bytes, size_t count);
int __wrap_rename(const char* from, const char* to);
int __wrap_fsync(int fd);
ssize_t __wrap_write(int fd, const void* bytes, size_t count);

int __wrap_rename(const char* from, const char* to) {
  return FaultNow() ? -1 : __real_rename(from, to);
}
int __wrap_fsync(int fd) { return FaultNow() ? -1 : __real_fsync(fd); }
ssize_t __wrap_write(int fd, const void* bytes, size_t count) {
  return FaultNow() ? -1 : __real_write(fd, bytes, count);
}
}
// NOLINTEND(bugprone-reserved-identifier,readability-identifier-naming)

namespace tracuu {
namespace {

Manifest ManifestOf(int documents) {
  Manifest manifest;
  manifest.analyzer = kAnalyzerVersion;
  manifest.program = "test";
  manifest.documents = static_cast<std::uint64_t>(documents);
  manifest.content_digest = "00" + std::to_string(10 + documents);
  return manifest;
}

// Publishes a snapshot of `documents` articles.
Status PublishTiny(const IndexPaths& paths, int documents) {
  const auto staging = Staging::Create(paths);
  if (!staging) return staging.error();
  test::WriteTinyDatabase(staging->snapshot_dir(), documents, "x");
  const auto id =
      PublishSnapshot(paths, staging->snapshot_dir(), ManifestOf(documents));
  if (!id) return id.error();
  return Ok{};
}

// The same in a child, with a fault at the given call. Returns its exit code.
int PublishWithFault(const IndexPaths& paths, int documents, int calls,
                     bool death) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    calls_until_fault = calls;
    fault_is_death = death;
    ::_exit(PublishTiny(paths, documents) ? 0 : kRefused);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(WIFEXITED(status));
  return WEXITSTATUS(status);
}

// Opens what CURRENT names as a server would. Returns its document count, or
// -1 if anything is not whole.
int ServedDocuments(const IndexPaths& paths) {
  const auto id = ReadCurrent(paths.dir());
  if (!id) return -1;
  const auto dir = paths.snapshot(*id);
  const auto manifest = ReadManifest(dir);
  if (!manifest) return -1;
  if (!VerifySnapshot(dir, *manifest, VerifyDepth::kHashes)) return -1;
  const auto faults =
      CheckDatabases(dir, manifest->documents, DatabaseCheck::kEverything);
  if (!faults || !faults->empty()) return -1;
  return static_cast<int>(manifest->documents);
}

TEST_SUITE_BEGIN("indexer/publish/publish_crash");

TEST_CASE("a publisher killed at any point leaves a whole snapshot current") {
  const test::TempDir dir;
  const IndexPaths paths(dir.path());
  REQUIRE(PublishTiny(paths, 1));
  int deaths = 0;
  while (PublishWithFault(paths, 2, deaths, /*death=*/true) == kKilled) {
    CAPTURE(deaths);
    const int served = ServedDocuments(paths);
    CHECK((served == 1 || served == 2));
    // Nothing but the index's own names is left lying about.
    for (const auto& entry :
         std::filesystem::directory_iterator(paths.snapshots())) {
      CHECK(IsSnapshotId(entry.path().filename().string()));
    }
    ++deaths;
  }
  // Database, rejections and manifest synced; folder renamed; CURRENT written.
  CHECK(deaths >= 10);
  CHECK(ServedDocuments(paths) == 2);
}

TEST_CASE("a publisher that is refused a call reports it and keeps the old") {
  const test::TempDir dir;
  const IndexPaths paths(dir.path());
  REQUIRE(PublishTiny(paths, 1));
  int refusals = 0;
  while (PublishWithFault(paths, 2, refusals, /*death=*/false) == kRefused) {
    CAPTURE(refusals);
    const int served = ServedDocuments(paths);
    CHECK((served == 1 || served == 2));
    ++refusals;
  }
  CHECK(refusals >= 10);
  CHECK(ServedDocuments(paths) == 2);
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
