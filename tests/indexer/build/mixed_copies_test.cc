// Copies among articles of which some are spooled and some still lie in the
// served snapshot: the same as among spooled ones alone.

#include <doctest/doctest.h>

#include <atomic>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "common/base/file.h"
#include "common/index/copies_file.h"
#include "common/index/forward_index.h"
#include "common/index/paths.h"
#include "common/text/analyze.h"
#include "indexer/build/builder.h"
#include "indexer/build/find_copies.h"
#include "indexer/build/forward_shingles.h"
#include "indexer/build/sketch_file.h"
#include "indexer/build/stored_articles.h"
#include "tests/indexer/build/spooled_articles.h"
#include "tests/support/temp_dir.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

// What a build of `lines` leaves, opened as an update would open it.
class Built final : public ServedArticles {
 public:
  explicit Built(const std::string& lines) {
    const fs::path crawl = dir_.path() / "crawl.jsonl";
    fs::create_directories(dir_.path() / "work");
    fs::create_directories(Out());
    REQUIRE(ReplaceFile(crawl, lines));
    BuildOptions options;
    options.sources = {crawl.string()};
    BuildProgress progress;
    const auto built =
        BuildDatabase(options, dir_.path() / "work", Out(), &progress);
    REQUIRE(built);
    const auto documents = static_cast<std::uint32_t>(built->documents);
    Open(documents);
    std::uint32_t dated = 0;
    for (std::uint32_t docid = 1; docid <= documents; ++docid) {
      const auto article = stored_->Fetch(docid);
      REQUIRE(article);
      ArticleEntry entry;
      entry.id = article->id;
      entry.digest = DigestOf(*article);
      entry.worker = kInServedSnapshot;
      entry.offset = docid;
      SetDay(article->facets, &entry);
      if (entry.day != kNoDay) ++dated;
      docid_of_[entry.id] = docid;
      entries_.push_back(std::move(entry));
      articles_.push_back(*article);
    }
    dated_ = dated;
    firsts_ = EarliestCopies(members_, documents, dated);
  }

  std::uint32_t documents() const override { return sketches_.documents(); }
  std::uint32_t dated() const override { return dated_; }
  std::optional<Sketch> SketchOf(std::uint32_t docid) const override {
    return sketches_.At(docid);
  }
  std::uint32_t FirstOf(std::uint32_t docid) const override {
    return firsts_[docid];
  }
  std::vector<std::uint64_t> ShinglesOf(std::uint32_t docid) const override {
    ++compared;
    return shingles_->Of(docid);
  }
  Result<Article> Fetch(std::uint32_t docid) const override {
    const std::lock_guard lock(mutex_);
    ++fetched;
    return stored_->Fetch(docid);
  }

  fs::path Out() const { return dir_.path() / "out"; }
  const std::vector<Article>& articles() const { return articles_; }
  const std::vector<ClusterMember>& members() const { return members_; }

  // The entry of the same article; null if there is none or it has changed.
  const ArticleEntry* Find(const Article& article) const {
    const auto docid = docid_of_.find(article.id);
    if (docid == docid_of_.end()) return nullptr;
    const ArticleEntry& entry = entries_[docid->second - 1];
    return entry.digest == DigestOf(article) ? &entry : nullptr;
  }

  mutable std::atomic<int> compared{0};
  mutable std::atomic<int> fetched{0};

 private:
  void Open(std::uint32_t documents) {
    auto sketches = SketchFile::Open(Out() / kSketchesFile, documents);
    REQUIRE(sketches);
    sketches_ = std::move(*sketches);
    auto forward = ForwardIndex::Open(Out() / kForwardFile);
    REQUIRE(forward);
    forward_ = std::move(*forward);
    shingles_.emplace(forward_);
    order_ = PlaceOrder(documents);
    auto stored = StoredArticles::Open(Out(), order_, moved_);
    REQUIRE(stored);
    stored_ = std::move(*stored);
    auto members = ReadCopies(Out() / kCopiesFile, documents);
    REQUIRE(members);
    members_ = *std::move(members);
  }

  test::TempDir dir_;
  PlaceOrder order_;
  const MovedPages moved_;
  SketchFile sketches_;
  ForwardIndex forward_;
  std::optional<ForwardShingles> shingles_;
  mutable std::mutex mutex_;  // Guards stored_.
  std::unique_ptr<StoredArticles> stored_;
  std::vector<ClusterMember> members_;
  std::uint32_t dated_ = 0;
  std::vector<std::uint32_t> firsts_;
  std::vector<ArticleEntry> entries_;
  std::vector<Article> articles_;
  std::map<std::string, std::uint32_t> docid_of_;
};

std::string Word(unsigned number) {
  constexpr const char* kOnsets[] = {"b", "đ", "gi", "h", "l", "ngh", "tr"};
  constexpr const char* kRhymes[] = {"ang", "ây", "ông", "ư", "ình"};
  return std::string(kOnsets[number % 7]) + kRhymes[number / 7 % 5];
}

// An article of one of a few families: the same text but for some syllables,
// and with facts of its own or of the others.
std::string RandomLine(std::mt19937* random, int id) {
  const auto pick = [&](unsigned below) {
    return static_cast<unsigned>((*random)() % below);
  };
  const unsigned family = pick(8);
  std::mt19937 words(family);
  std::string text;
  for (int i = 0; i < 120; ++i) {
    text += Word(static_cast<unsigned>(words())) + " ";
  }
  const unsigned changed = pick(3) * 6;
  for (unsigned i = 0; i < changed; ++i) {
    text.insert(text.find(' ', pick(400)), " ghế");
  }
  text += ".\nNgày " + std::to_string(1 + pick(2)) +
          "/3/2021, chi bộ họp có ông Lê " + (pick(4) == 0 ? "Nam" : "Bình") +
          " dự cùng " + std::to_string(20 + 7 * pick(2)) + " đảng viên ở xã " +
          (pick(3) == 0 ? "Hải Lăng" : "Gio Linh") + " theo kế hoạch đã định.";
  if (pick(10) == 0) text = "Tin ngắn " + Word(family) + ".";
  nlohmann::json json = {{"id", "id" + std::to_string(id)},
                         {"title", "Tin " + std::to_string(pick(3))},
                         {"text", text}};
  const unsigned day = pick(12);
  if (day > 0) json["published"] = "2021-01-" + std::to_string(10 + day);
  return json.dump() + "\n";
}

using Crawl = std::map<int, std::string>;

std::string Join(const Crawl& crawl) {
  std::string lines;
  for (const auto& [id, line] : crawl) lines += line;
  return lines;
}

Crawl Changed(Crawl crawl, std::mt19937* random) {
  for (int id = 0; id < 70; ++id) {
    const auto fate = (*random)() % 10;
    if (fate == 0) crawl.erase(id);
    if (fate == 1) crawl[id] = RandomLine(random, id);
  }
  return crawl;
}

// Looks for the copies among the articles of `now`, those that `served` has
// left there.
FoundCopies FindMixed(const Built& served, const Built& now, unsigned threads) {
  std::vector<ArticleEntry> left;
  std::vector<Article> others;
  for (const Article& article : now.articles()) {
    const ArticleEntry* entry = served.Find(article);
    if (entry != nullptr) {
      left.push_back(*entry);
    } else {
      others.push_back(article);
    }
  }
  const test::TempDir dir;
  const test::SpooledArticles spooled(others, 2, dir.path(), left);
  auto found = FindCopies({spooled.outputs, spooled.catalog, &served}, threads);
  REQUIRE(found);
  return std::move(*found);
}

TEST_SUITE_BEGIN("indexer/build/mixed_copies");

TEST_CASE("served and spooled articles together give what a build gives") {
  std::mt19937 random(17);
  Crawl crawl;
  for (int id = 0; id < 60; ++id) crawl[id] = RandomLine(&random, id);
  auto served = std::make_unique<Built>(Join(crawl));
  int compared = 0;
  int fetched = 0;
  for (int round = 0; round < 12; ++round) {
    CAPTURE(round);
    crawl = Changed(std::move(crawl), &random);
    auto now = std::make_unique<Built>(Join(crawl));
    CHECK(now->members().size() > 10);
    for (const unsigned threads : {1U, 3U}) {
      const FoundCopies found = FindMixed(*served, *now, threads);
      CHECK(found.members == now->members());
      REQUIRE(found.sketches.size() == now->articles().size());
      for (std::uint32_t place = 0; place < found.sketches.size(); ++place) {
        CHECK(found.sketches[place] == now->SketchOf(place + 1));
      }
    }
    compared += served->compared;
    fetched += served->fetched;
    served = std::move(now);
  }
  CHECK(compared > 100);
  CHECK(fetched > 20);
}

TEST_CASE("what the snapshot has compared is not compared again") {
  std::mt19937 random(23);
  Crawl crawl;
  for (int id = 0; id < 80; ++id) crawl[id] = RandomLine(&random, id);
  const Built served(Join(crawl));
  const FoundCopies found = FindMixed(served, served, 2);
  CHECK(found.members == served.members());
  CHECK(served.compared == 0);
  CHECK(served.fetched == 0);
}

TEST_CASE("shingles off the forward index are those of the text") {
  std::mt19937 random(29);
  Crawl crawl;
  for (int id = 0; id < 30; ++id) crawl[id] = RandomLine(&random, id);
  crawl[30] =
      R"({"id":"marks","title":"Hòa bình","text":"HÒA hoà Hoà 35-NQ/TW )"
      R"(ngày 2/9/1945 ĐẢNG đảng Dang lý lí thuý thúy COVID-19 x² ﬁ."})"
      "\n";
  const Built built(Join(crawl));
  const auto forward = ForwardIndex::Open(built.Out() / kForwardFile);
  REQUIRE(forward);
  const ForwardShingles shingles(*forward);
  for (std::uint32_t docid = 1; docid <= built.articles().size(); ++docid) {
    const Article& article = built.articles()[docid - 1];
    Vocabulary vocabulary;
    const auto record = MakeRecord(article, Analyze(article.text), &vocabulary);
    CHECK(shingles.Of(docid) == ShinglesOf(record, HashSyllables(vocabulary)));
  }
  CHECK(shingles.Of(0).empty());
  CHECK(shingles.Of(1000).empty());
}

TEST_CASE("the earliest of a cluster is the last with a day") {
  // Places 1 to 4 have a day.
  const std::vector<ClusterMember> members{
      {1, 1}, {3, 1}, {5, 1}, {6, 2}, {7, 2}};
  CHECK(EarliestCopies(members, 8, 4) ==
        std::vector<std::uint32_t>{0, 3, 2, 3, 4, 3, 6, 6, 8});
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
