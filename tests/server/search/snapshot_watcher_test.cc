#include "server/search/snapshot_watcher.h"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "common/base/log.h"
#include "common/index/paths.h"
#include "server/search/limits.h"
#include "server/search/searcher.h"
#include "tests/support/mini_index.h"

namespace tracuu {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kFast{5};

// Waits until the holder serves `id`, or gives up.
bool Serves(const SnapshotHolder& holder, const std::string& id) {
  for (int i = 0; i < 2000; ++i) {
    const auto current = holder.Current();
    if (current && current->manifest().id == id) return true;
    std::this_thread::sleep_for(milliseconds(5));
  }
  return false;
}

std::vector<test::ArticleSpec> Articles(int n) {
  std::vector<test::ArticleSpec> specs;
  for (int i = 0; i < n; ++i) {
    specs.push_back({.id = "a" + std::to_string(i),
                     .title = "bài số " + std::to_string(n),
                     .body = "chung"});
  }
  return specs;
}

void Spoil(const std::filesystem::path& file) {
  std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
  stream.seekp(9000);
  stream.put('\x7f');
}

}  // namespace

TEST_SUITE_BEGIN("server/search/snapshot_watcher");

TEST_CASE("an index that appears is served, and the next one after it") {
  InitLog("off");
  test::MiniIndex index;
  SnapshotHolder holder;
  const SnapshotWatcher watcher(index.path(), &holder, kFast);
  CHECK(holder.Current() == nullptr);
  CHECK(Serves(holder, index.Publish(Articles(3))));
  CHECK(Serves(holder, index.Publish(Articles(4))));
  CHECK(holder.Current()->documents() == 4);
}

TEST_CASE("a damaged snapshot is refused and the old one stays") {
  InitLog("off");
  test::MiniIndex index;
  const std::string good = index.Publish(Articles(3));
  SnapshotHolder holder;
  SnapshotWatcher watcher(index.path(), &holder, kFast);
  REQUIRE(Serves(holder, good));

  const IndexPaths paths(index.path());
  const std::string bad = index.Publish(Articles(500));
  Spoil(paths.snapshot(bad) / kDatabaseFile);
  // Whoever looked before the damage has seen a sound index.
  if (holder.Current()->manifest().id == good) {
    std::this_thread::sleep_for(milliseconds(50));
    watcher.Nudge();
    std::this_thread::sleep_for(milliseconds(50));
  }
  CHECK(Serves(holder, index.Publish(Articles(5))));
}

TEST_CASE("damage is found by the bytes, not only by the size") {
  test::MiniIndex index;
  const std::string id = index.Publish(Articles(500));
  REQUIRE(Snapshot::Open(index.path(), VerifyDepth::kHashes));
  Spoil(IndexPaths(index.path()).snapshot(id) / kDatabaseFile);
  const auto opened = Snapshot::Open(index.path(), VerifyDepth::kHashes);
  REQUIRE_FALSE(opened);
  CHECK(opened.error().code == ErrorCode::kCorrupt);
}

TEST_CASE("requests never see two snapshots in one answer") {
  InitLog("off");
  test::MiniIndex index;
  const std::string first = index.Publish(Articles(10));
  SnapshotHolder holder;
  SnapshotWatcher watcher(index.path(), &holder, kFast);
  REQUIRE(Serves(holder, first));

  const Limits limits;
  std::atomic<bool> stop = false;
  std::atomic<int> wrong = 0;
  std::atomic<int> answers = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      while (!stop) {
        SearchRequest request;
        request.text = "chung";
        const auto found = Searcher(holder.Current(), limits).Search(request);
        ++answers;
        if (!found || found->total != found->snapshot_documents) {
          ++wrong;
          continue;
        }
        for (const Hit& hit : found->hits) {
          const std::string expected =
              "bài số " + std::to_string(found->snapshot_documents);
          if (hit.article.title != expected) ++wrong;
        }
      }
    });
  }
  for (int i = 0; i < 10; ++i) {
    CHECK(Serves(holder, index.Publish(Articles(10 + i % 3))));
  }
  stop = true;
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == 0);
  CHECK(answers > 0);
}

TEST_SUITE_END();

}  // namespace tracuu
