#ifndef TRACUU_TESTS_INDEXER_BUILD_UPDATE_RUNS_H_
#define TRACUU_TESTS_INDEXER_BUILD_UPDATE_RUNS_H_

// Builds and updates of small crawls, to be compared.

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdint>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "common/index/paths.h"
#include "indexer/build/builder.h"
#include "tests/indexer/build/snapshot_contents.h"
#include "tests/support/temp_dir.h"

namespace tracuu::test {

struct Choices {
  bool prune = true;
  bool dry_run = false;
  unsigned threads = 2;
  double most_changes = 0;  // Everything is made anew.
  std::string reading_key = std::string(kReadingKeySize, '0');
  std::size_t segment_articles = 7;
  std::chrono::milliseconds save_every = kSaveEvery;
};

// Builds of one crawl, each into a folder of its own below `dir`.
class Runs {
 public:
  // A build if `base` is empty, else an update of the run of that name.
  BuildResult Run(const std::string& name,
                  const std::vector<std::filesystem::path>& sources,
                  const std::string& base = "", const Choices& choices = {}) {
    std::filesystem::create_directories(Work(name));
    std::filesystem::create_directories(Out(name));
    BuildProgress progress;
    auto built = BuildDatabase(Options(sources, base, choices), Work(name),
                               Out(name), &progress);
    REQUIRE(built);
    CHECK(std::filesystem::is_empty(Work(name)));
    documents_[name] = static_cast<std::uint32_t>(built->documents);
    return std::move(*built);
  }

  // The same in a process that is killed once `is_time` says so of its
  // progress, or after a minute. What it leaves in Out() is removed, as the
  // next run does.
  template <typename IsTime>
  void Kill(const std::string& name,
            const std::vector<std::filesystem::path>& sources,
            const std::string& base, const Choices& choices,
            const IsTime& is_time) {
    std::filesystem::create_directories(Work(name));
    std::filesystem::create_directories(Out(name));
    const BuildOptions options = Options(sources, base, choices);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      BuildProgress progress;
      std::thread killer([&] {
        const auto start = std::chrono::steady_clock::now();
        while (!is_time(progress) && std::chrono::steady_clock::now() - start <
                                         std::chrono::minutes(1)) {
          std::this_thread::yield();
        }
        ::raise(SIGKILL);
      });
      static_cast<void>(
          BuildDatabase(options, Work(name), Out(name), &progress));
      killer.join();
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
    REQUIRE(WTERMSIG(status) == SIGKILL);
    std::filesystem::remove_all(Out(name));
  }

  // Everything a server can see of it.
  std::string Contents(const std::string& name, bool pairs = true) const {
    return SnapshotContents(Out(name), documents_.at(name)).Text(pairs);
  }

  UpdateBase Base(const std::string& name, const Choices& choices) const {
    const std::uint32_t documents = documents_.at(name);
    auto known = KnownArticles::Read(Out(name) / kFingerprintsFile, documents);
    REQUIRE(known);
    auto order = PlaceOrder::Read(Out(name), documents);
    REQUIRE(order);
    auto moved = MovedPages::Read(Out(name));
    REQUIRE(moved);
    UpdateBase base;
    base.snapshot_dir = Out(name);
    base.same_reading = known->reading_key() == choices.reading_key;
    base.known = std::move(*known);
    base.order = std::move(*order);
    base.moved = std::move(*moved);
    base.keep_gone = !choices.prune;
    return base;
  }

  std::filesystem::path Out(const std::string& name) const {
    return dir_.path() / name / "out";
  }
  std::filesystem::path Work(const std::string& name) const {
    return dir_.path() / name / "work";
  }
  std::filesystem::path dir() const { return dir_.path(); }

 private:
  BuildOptions Options(const std::vector<std::filesystem::path>& sources,
                       const std::string& base, const Choices& choices) const {
    BuildOptions options;
    for (const std::filesystem::path& source : sources) {
      options.sources.push_back(source.string());
    }
    options.threads = choices.threads;
    options.segment_articles = choices.segment_articles;
    options.reading_key = choices.reading_key;
    options.dry_run = choices.dry_run;
    options.most_changes = choices.most_changes;
    options.save_every = choices.save_every;
    if (!base.empty()) options.base = Base(base, choices);
    return options;
  }

  TempDir dir_;
  std::map<std::string, std::uint32_t> documents_;
};

// A text that articles of the same remainder share, so that there are copies.
inline std::string SharedText(int number) {
  std::string text;
  for (int i = 0; i < 60; ++i) {
    text += " vần" + std::string(1, static_cast<char>('a' + number % 20)) +
            static_cast<char>('a' + i % 25) + static_cast<char>('a' + i / 25);
  }
  return text;
}

// Facets of all kinds; some without a day; what a page says of itself changes
// with the version.
inline std::string Line(int number, int version = 0) {
  constexpr const char* kProvinces[] = {"Nam Định", "Hà Nội", "Cà Mau"};
  nlohmann::json json = {
      {"id", "id" + std::to_string(number)},
      {"url", "https://tinh" + std::to_string(number % 4) + ".example/" +
                  std::to_string(number)},
      {"title", "Tin " + std::to_string(number)},
      {"text", "Chi bộ số " + std::to_string(number % 7) +
                   " họp bàn việc lần " + std::to_string(version) +
                   (version == 0 ? ", thực hiện Nghị quyết số 3"
                                 : ", thực hiện nghị quyết 3") +
                   std::to_string(number % 9) + "-NQ/TW." + SharedText(number)},
      {"province", kProvinces[(number + version) % 3]},
      {"unit", "Chi bộ số " + std::to_string(number % 7 + version)},
      {"fetched_at", "2026-01-01T00:00:0" + std::to_string(version) + "Z"}};
  if (number % 9 != 0) {
    json["published"] = "2021-01-" + std::to_string(10 + number % 15);
  }
  return json.dump() + "\n";
}

inline std::string Lines(int first, int last, int version = 0) {
  std::string lines;
  for (int i = first; i < last; ++i) lines += Line(i, version);
  return lines;
}

// The crawl of two nights: files, and what a build made of the second.
struct TwoNights {
  std::filesystem::path a;
  std::filesystem::path b;
  BuildResult built;
};

// Builds the first night as "first" and the second as "built". By then articles
// of `a` have changed, gone, come, moved to another line and come twice.
inline TwoNights RunTwoNights(Runs* runs) {
  TwoNights nights;
  nights.a = runs->dir() / "a.jsonl";
  nights.b = runs->dir() / "b.jsonl";
  REQUIRE(ReplaceFile(nights.a, Lines(0, 30)));
  REQUIRE(ReplaceFile(nights.b, Lines(30, 60)));
  runs->Run("first", {nights.a, nights.b});
  REQUIRE(ReplaceFile(nights.a, Lines(60, 64) + Lines(0, 10) +
                                    Lines(10, 14, 1) + Lines(18, 30) + Line(3) +
                                    Line(4, 2)));
  nights.built = runs->Run("built", {nights.a, nights.b});
  return nights;
}

}  // namespace tracuu::test

#endif  // TRACUU_TESTS_INDEXER_BUILD_UPDATE_RUNS_H_
