// Runs that are killed, and those that go on from what they left.

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "common/base/file.h"
#include "indexer/build/checkpoint.h"
#include "indexer/build/work_files.h"
#include "tests/indexer/build/update_runs.h"
#include "tests/indexer/readers/support/warc.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;
using test::Choices;
using test::Line;
using test::Lines;
using test::Runs;

constexpr std::uint64_t kPages = 143;

// ThreadSanitizer takes two minutes for all cases, and sees in the others what
// there is to see: threads that end and begin between saves.
#ifdef __SANITIZE_THREAD__
constexpr bool kTooSlow = true;
#else
constexpr bool kTooSlow = false;
#endif

// Makes several segments, and saves when all is read.
Choices Small() {
  Choices choices;
  choices.segment_articles = 12;
  return choices;
}

// The same, but saves after every page.
Choices Eager() {
  Choices choices = Small();
  choices.save_every = std::chrono::milliseconds(0);
  return choices;
}

// Files with good pages, repaired ones, rejected ones and two of one id.
struct Crawl {
  explicit Crawl(const Runs& runs)
      : sources{runs.dir() / "a.jsonl", runs.dir() / "b.warc",
                runs.dir() / "c.jsonl"} {
    std::string pages;
    for (int i = 0; i < 12; ++i) {
      test::WarcSpec spec;
      spec.url = "https://tinh.example/" + std::to_string(i);
      spec.fields = "WARC-Truncated: length\r\n";
      spec.block = test::Http(
          "Tin\n\nĐảng bộ xã số " + std::to_string(i) + " họp bàn việc.\n",
          "text/plain");
      pages += test::Record(spec);
    }
    REQUIRE(
        ReplaceFile(sources[0], Lines(0, 30) + "{broken\n" + Lines(30, 65)));
    REQUIRE(ReplaceFile(sources[1], pages));
    REQUIRE(ReplaceFile(sources[2], Lines(65, 90) + "{\"id\":\"x\"}\n[]\n" +
                                        Line(7) + Lines(90, 125) + Line(9, 1) +
                                        "{broken\n"));
  }

  std::vector<fs::path> sources;
};

// Everything that a run says and makes, but for how it came to it.
std::string Outcome(const Runs& runs, const std::string& name,
                    const BuildResult& result) {
  std::string text = result.content_digest + " " +
                     std::to_string(result.documents) + " " +
                     std::to_string(result.pages) + "\n";
  for (const auto& [code, summary] : result.rejected) {
    text += code + " " + std::to_string(summary.count);
    for (const Rejection& one : summary.examples) text += " " + one.source;
    text += "\n";
  }
  for (const auto& [kind, summary] : result.repairs) {
    text += kind + " " + std::to_string(summary.count);
    for (const std::string& source : summary.first) text += " " + source;
    text += "\n";
  }
  return text + *ReadFile(runs.Out(name) / kRejectedFile) + runs.Contents(name);
}

// Shows the first line that differs, of thousands.
void CheckSame(const std::string& outcome, const std::string& expected) {
  const auto [a, b] = std::mismatch(outcome.begin(), outcome.end(),
                                    expected.begin(), expected.end());
  const auto line = [](const std::string& text, std::size_t at) {
    const std::size_t begin = text.rfind('\n', at == 0 ? 0 : at - 1) + 1;
    return text.substr(begin, text.find('\n', at) - begin);
  };
  const auto at = static_cast<std::size_t>(a - outcome.begin());
  if (a == outcome.end() && b == expected.end()) return;
  CHECK(line(outcome, at) == line(expected, at));
  CHECK(outcome.size() == expected.size());
}

// What a run begins with.
Collected Begin(const fs::path& work) {
  auto collected = MakeCollected(2, work);
  REQUIRE(collected);
  return std::move(*collected);
}
std::unique_ptr<Spool> RejectionsIn(const fs::path& work) {
  auto spool = Spool::Create(RejectionSpool(work));
  REQUIRE(spool);
  return std::move(*spool);
}

auto Read(std::uint64_t articles) {
  return [=](const BuildProgress& progress) {
    return progress.articles_read >= articles;
  };
}
auto Indexed(std::uint64_t articles) {
  return [=](const BuildProgress& progress) {
    return progress.articles_indexed >= articles;
  };
}
// The last phase that BuildDatabase() enters.
bool IsMerging(const BuildProgress& progress) {
  return progress.phase == BuildPhase::kMerging;
}

TEST_SUITE_BEGIN("indexer/build/resume");

TEST_CASE("a build that was killed goes on where it had come to" *
          doctest::skip(kTooSlow)) {
  Runs runs;
  const Crawl crawl(runs);
  const BuildResult fresh = runs.Run("fresh", crawl.sources, "", Eager());
  CHECK(fresh.pages_resumed == 0);
  CHECK(fresh.pages == kPages);
  const std::string expected = Outcome(runs, "fresh", fresh);
  for (const std::uint64_t read : {1U, 40U, 70U, 100U, 133U}) {
    CAPTURE(read);
    const std::string name = "read" + std::to_string(read);
    runs.Kill(name, crawl.sources, "", Eager(), Read(read));
    const BuildResult result = runs.Run(name, crawl.sources, "", Eager());
    CHECK(result.pages_resumed >= read - 1);
    CHECK(result.pages_resumed <= kPages);
    CheckSame(Outcome(runs, name, result), expected);
  }
  for (const std::uint64_t indexed : {1U, 50U, 130U}) {
    CAPTURE(indexed);
    const std::string name = "indexed" + std::to_string(indexed);
    runs.Kill(name, crawl.sources, "", Eager(), Indexed(indexed));
    const bool any_whole =
        fs::exists(SegmentFolder(runs.Work(name)) / "units-0");
    CHECK((indexed == 1 || any_whole));
    const BuildResult result = runs.Run(name, crawl.sources, "", Eager());
    CHECK(result.pages_resumed == kPages);
    CheckSame(Outcome(runs, name, result), expected);
  }
  runs.Kill("merging", crawl.sources, "", Eager(), IsMerging);
  const BuildResult result = runs.Run("merging", crawl.sources, "", Eager());
  CheckSame(Outcome(runs, "merging", result), expected);
}

TEST_CASE("a build may be killed as often as it likes") {
  Runs runs;
  const Crawl crawl(runs);
  const BuildResult fresh = runs.Run("fresh", crawl.sources, "", Eager());
  Choices choices = Eager();
  for (const std::uint64_t read : {45U, 46U, 90U, 91U, 130U}) {
    runs.Kill("again", crawl.sources, "", choices, Read(read));
  }
  for (const std::uint64_t indexed : {30U, 31U, 70U}) {
    runs.Kill("again", crawl.sources, "", choices, Indexed(indexed));
  }
  const BuildResult result = runs.Run("again", crawl.sources, "", choices);
  CHECK(result.pages_resumed == kPages);
  CheckSame(Outcome(runs, "again", result), Outcome(runs, "fresh", fresh));
}

TEST_CASE("what was left of other inputs or settings is not taken up" *
          doctest::skip(kTooSlow)) {
  Runs runs;
  const Crawl crawl(runs);
  Choices other = Small();
  const auto check = [&](const std::string& name, const auto& change) {
    CAPTURE(name);
    runs.Kill(name, crawl.sources, "", other, Indexed(40));
    change();
    const BuildResult result = runs.Run(name, crawl.sources, "", other);
    CHECK(result.pages_resumed == 0);
    const BuildResult fresh =
        runs.Run(name + " fresh", crawl.sources, "", other);
    CheckSame(Outcome(runs, name, result),
              Outcome(runs, name + " fresh", fresh));
  };
  check("threads", [&] { other.threads = 3; });
  check("reading key",
        [&] { other.reading_key = std::string(kReadingKeySize, '1'); });
  check("content of an input",
        [&] { REQUIRE(ReplaceFile(crawl.sources[2], Lines(65, 120))); });
  check("another file of the name", [&] {
    fs::remove(crawl.sources[1]);
    REQUIRE(ReplaceFile(crawl.sources[1], Lines(2000, 2010)));
  });
}

TEST_CASE("what is not whole is not taken up" * doctest::skip(kTooSlow)) {
  Runs runs;
  const Crawl crawl(runs);
  const BuildResult fresh = runs.Run("fresh", crawl.sources, "", Small());
  const std::string expected = Outcome(runs, "fresh", fresh);
  const fs::path work = runs.Work("cut");
  const auto check = [&](const fs::path& file, auto damage, bool resumes) {
    runs.Kill("cut", crawl.sources, "", Small(), Indexed(70));
    CAPTURE(file);
    REQUIRE(fs::exists(file));
    damage(file);
    const BuildResult result = runs.Run("cut", crawl.sources, "", Small());
    CHECK((result.pages_resumed > 0) == resumes);
    CheckSame(Outcome(runs, "cut", result), expected);
    fs::remove_all(runs.Out("cut"));
  };
  const auto shorten = [](const fs::path& file) {
    fs::resize_file(file, fs::file_size(file) / 2);
  };
  check(CheckpointFile(work), shorten, false);
  check(
      CheckpointFile(work),
      [](const fs::path& file) { fs::resize_file(file, 0); }, false);
  check(
      ArticleSpool(work, 0),
      [&](const fs::path& file) {
        // One worker may have read everything.
        shorten(file);
        shorten(ArticleSpool(work, 1));
      },
      false);
  check(
      ArticleSpool(work, 0), [](const fs::path& file) { fs::remove(file); },
      false);
  check(RejectionSpool(work), shorten, false);
  check(SegmentFolder(work) / "units-0", shorten, true);
}

// Rejections that come before any page is read, and those of fetching.
TEST_CASE("what was rejected before the kill is told once") {
  Runs runs;
  const fs::path folder = runs.dir() / "crawl";
  fs::create_directory(folder);
  REQUIRE(ReplaceFile(folder / "a.txt", "Tin\n\nChi bộ họp bàn việc.\n"));
  fs::create_symlink("nowhere", folder / "b.txt");
  REQUIRE(ReplaceFile(folder / "c.txt.gz", "not packed"));
  REQUIRE(ReplaceFile(folder / "d.jsonl", Lines(0, 30)));
  const BuildResult fresh = runs.Run("fresh", {folder}, "", Eager());
  CHECK(fresh.rejected.size() == 2);
  runs.Kill("killed", {folder}, "", Eager(), Read(15));
  const BuildResult result = runs.Run("killed", {folder}, "", Eager());
  CHECK(result.pages_resumed > 0);
  CheckSame(Outcome(runs, "killed", result), Outcome(runs, "fresh", fresh));
}

// The file behind an input may be another than was listed, or be unreadable by
// then: what is read of it is not what the numbers of a killed run mean.
TEST_CASE("an input that gives less than before ends the run") {
  Runs runs;
  const fs::path crawl = runs.dir() / "crawl.jsonl";
  REQUIRE(ReplaceFile(crawl, Lines(0, 20)));
  const auto collect = [&](std::uint64_t next, std::uint64_t rejected) {
    const fs::path work = runs.dir() / "collect";
    fs::remove_all(work);
    fs::create_directory(work);
    Collected collected = Begin(work);
    RejectionLog log(RejectionsIn(work));
    BuildProgress progress;
    const ReadLimits limits;
    const Overrides overrides;
    ReadSoFar from;
    from.next = next;
    from.rejected_of_input = rejected;
    const Status status =
        CollectArticles({{crawl, "crawl.jsonl", 1}},
                        {limits, overrides, 2, nullptr, false, {}, kSaveEvery},
                        from, &log, &progress, &collected);
    if (status) CHECK(collected.entries.size() == 21 - next);
    return status.has_value();
  };
  CHECK(collect(1, 0));
  CHECK(collect(15, 0));
  CHECK(collect(21, 0));
  CHECK_FALSE(collect(22, 0));
  CHECK_FALSE(collect(15, 1));
  CHECK_FALSE(collect(21, 1));
}

TEST_CASE("a checkpoint that cannot be written costs nothing else") {
  Runs runs;
  const fs::path work = runs.dir() / "work";
  fs::create_directory(work);
  Collected collected = Begin(work);
  RejectionLog log(RejectionsIn(work));
  const fs::path nowhere = runs.dir() / "nowhere";
  CHECK(Checkpoint(nowhere, RunKey{"key"}).Save({}, collected, &log));
  CHECK_FALSE(fs::exists(nowhere));
  const RunKey key{std::string(kReadingKeySize, 'k'), 1};
  CHECK(Checkpoint(work, key).Save({}, collected, &log));
  CHECK(fs::exists(CheckpointFile(work)));
  REQUIRE(Checkpoint(work, key).Remove());
  // Nor is what the machine has cost kept for the next run.
  REQUIRE(log.Add(0, {"b.txt", 0, "unreadable", "when it was listed", ""}));
  CHECK(Checkpoint(work, key).Save({}, collected, &log));
  CHECK(fs::exists(CheckpointFile(work)));
  REQUIRE(Checkpoint(work, key).Remove());
  REQUIRE(log.Add(1, {"a.html", 0, "html-parser", "cannot start it", ""}));
  CHECK(Checkpoint(work, key).Save({}, collected, &log));
  CHECK_FALSE(fs::exists(CheckpointFile(work)));
}

TEST_CASE("an update that finds nothing new leaves nothing") {
  Runs runs;
  const Crawl crawl(runs);
  runs.Run("first", crawl.sources, "", Small());
  runs.Kill("same", crawl.sources, "first", Eager(), Read(70));
  auto update = runs.Run("same", crawl.sources, "first", Eager());
  CHECK(update.pages_resumed > 0);
  CHECK_FALSE(update.differences->any());
}

TEST_CASE("an update that was killed goes on, whichever way it went" *
          doctest::skip(kTooSlow)) {
  Runs runs;
  const Crawl crawl(runs);
  runs.Run("first", crawl.sources, "", Small());
  REQUIRE(ReplaceFile(crawl.sources[2],
                      Lines(65, 115) + Lines(115, 120, 1) + Lines(125, 130)));
  Choices choices = Eager();
  SUBCASE("beside the base") { choices.most_changes = 1; }
  SUBCASE("as a build") {}
  SUBCASE("every page anew") {
    choices.reading_key = std::string(kReadingKeySize, '1');
  }
  SUBCASE("every page anew, keeping what is gone") {
    choices.reading_key = std::string(kReadingKeySize, '1');
    choices.prune = false;
  }
  SUBCASE("keeping what is gone") { choices.prune = false; }
  const BuildResult fresh = runs.Run("fresh", crawl.sources, "first", choices);
  const std::string expected = Outcome(runs, "fresh", fresh);
  runs.Kill("killed", crawl.sources, "first", choices, Read(110));
  runs.Kill("killed", crawl.sources, "first", choices, Indexed(5));
  const BuildResult result =
      runs.Run("killed", crawl.sources, "first", choices);
  CHECK(result.pages_resumed > 0);
  CHECK(result.differences->added == fresh.differences->added);
  CHECK(result.differences->kept == fresh.differences->kept);
  CheckSame(Outcome(runs, "killed", result), expected);
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
