// Near-duplicates: the small parts, and the clusters of a whole build.

#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "common/base/file.h"
#include "common/index/copies_file.h"
#include "common/index/paths.h"
#include "indexer/build/article_sketch.h"
#include "indexer/build/builder.h"
#include "indexer/build/copy_candidates.h"
#include "indexer/build/particulars.h"
#include "indexer/build/stored_articles.h"
#include "tests/support/temp_dir.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

Article Body(const std::string& text, const std::string& unit = "") {
  Article article;
  article.text = text;
  article.blocks = {
      {BlockRole::kBody, 0, static_cast<std::uint32_t>(text.size())}};
  if (!unit.empty()) article.facets.units.push_back({unit, "", "", "", {}});
  return article;
}

std::vector<std::uint64_t> ShinglesOfText(const std::string& text) {
  Vocabulary vocabulary;
  const Article article = Body(text);
  const auto record = MakeRecord(article, Analyze(article.text), &vocabulary);
  return ShinglesOf(record, HashSyllables(vocabulary));
}

std::vector<std::uint64_t> SetOf(std::vector<std::uint64_t> shingles) {
  std::erase(shingles, kNoShingle);
  MakeSet(&shingles);
  return shingles;
}

// Syllables without any sense, the same for the same seed.
std::vector<std::string> Syllables(unsigned seed, int count) {
  constexpr const char* kOnsets[] = {"b", "c",  "d",  "đ",  "g",  "h",
                                     "l", "m",  "n",  "ph", "qu", "r",
                                     "s", "th", "tr", "v",  "x",  "kh"};
  constexpr const char* kRhymes[] = {"a",   "ang", "ân",  "ây", "o",
                                     "ông", "ư",   "ình", "ơi", "uyên"};
  std::mt19937 random(seed);
  std::vector<std::string> syllables;
  for (int i = 0; i < count; ++i) {
    syllables.push_back(std::string(kOnsets[random() % std::size(kOnsets)]) +
                        kRhymes[random() % std::size(kRhymes)]);
  }
  return syllables;
}

std::string Join(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words)
    text += (text.empty() ? "" : " ") + word;
  return text + ".";
}

std::string LongText(unsigned seed) { return Join(Syllables(seed, 160)); }

// The text with each twentieth syllable exchanged.
std::string Edited(unsigned seed) {
  auto syllables = Syllables(seed, 160);
  for (std::size_t i = 10; i < syllables.size(); i += 20) syllables[i] = "ghế";
  return Join(syllables);
}

// A build of `lines`; the clusters as sets of ids.
struct TestBuild {
  TestBuild(const std::vector<std::string>& files, unsigned threads) {
    const test::TempDir dir;
    fs::create_directories(dir.path() / "work");
    fs::create_directories(dir.path() / "out");
    BuildOptions options;
    for (std::size_t i = 0; i < files.size(); ++i) {
      const fs::path file = dir.path() / ("f" + std::to_string(i) + ".jsonl");
      REQUIRE(ReplaceFile(file, files[i]));
      options.sources.push_back(file.string());
    }
    options.threads = threads;
    options.segment_articles = 3;
    BuildProgress progress;
    auto built = BuildDatabase(options, dir.path() / "work", dir.path() / "out",
                               &progress);
    REQUIRE(built);
    counts = built->copies;
    const auto copies =
        ReadCopies(dir.path() / "out" / kCopiesFile, built->documents);
    REQUIRE(copies);
    const PlaceOrder order(static_cast<std::uint32_t>(built->documents));
    const MovedPages none;
    const auto stored = StoredArticles::Open(dir.path() / "out", order, none);
    REQUIRE(stored);
    for (const auto& [place, cluster] : *copies) {
      const auto article = (*stored)->Fetch(place);
      REQUIRE(article);
      clusters[cluster].insert(article->id);
    }
  }

  std::map<std::uint32_t, std::set<std::string>> clusters;
  CopyCounts counts;
};

std::string Line(const std::string& id, const std::string& published,
                 const std::string& text) {
  nlohmann::json json = {{"id", id}, {"title", "Tin " + id}, {"text", text}};
  if (!published.empty()) json["published"] = published;
  return json.dump() + "\n";
}

using Ids = std::set<std::string>;

}  // namespace

TEST_SUITE_BEGIN("indexer/build/copies");

TEST_CASE("shingles are the same without marks, and end with their block") {
  const auto marked = ShinglesOfText("Đảng ủy xã họp bàn.");
  CHECK(marked == ShinglesOfText("dang uy XA, hop ban"));
  REQUIRE(marked.size() == 5);
  CHECK(marked[3] == kNoShingle);
  CHECK(marked[4] == kNoShingle);
  CHECK(SetOf(marked).size() == 3);
  CHECK(ShinglesOfText("hai từ").empty());
}

TEST_CASE("coverage counts syllables, overlap shingles") {
  const auto one = ShinglesOfText("a b c d e g h i k l");
  const auto other = SetOf(ShinglesOfText("a b c d u g h i k l"));
  CHECK(Coverage(one, other) == doctest::Approx(0.9));
  CHECK(CountShared(SetOf(one), other) == 5);
  CHECK(Coverage(one, SetOf(one)) == doctest::Approx(1));
  CHECK(Coverage(one, {}) == doctest::Approx(0));
}

TEST_CASE("a sketch estimates how much two texts share") {
  for (unsigned seed = 1; seed < 30; ++seed) {
    const auto a = SetOf(ShinglesOfText(LongText(seed)));
    const auto b = SetOf(ShinglesOfText(Edited(seed)));
    const auto c = SetOf(ShinglesOfText(LongText(seed + 100)));
    const auto shared = static_cast<double>(CountShared(a, b));
    const double all = static_cast<double>(a.size() + b.size()) - shared;
    CAPTURE(seed);
    CHECK(EstimateResemblance(SketchOf(a), SketchOf(b)) ==
          doctest::Approx(shared / all).epsilon(0.35));
    CHECK(EstimateResemblance(SketchOf(a), SketchOf(c)) < 0.15);
    CHECK(EstimateResemblance(SketchOf(a), SketchOf(a)) == 1);
  }
  // Fewer shingles than bins.
  const auto few = SetOf(ShinglesOfText("một hai ba bốn năm"));
  CHECK(EstimateResemblance(SketchOf(few), SketchOf(few)) == 1);
}

TEST_CASE("candidates are found whatever the number of threads") {
  std::vector<std::optional<Sketch>> sketches;
  for (unsigned i = 0; i < 200; ++i) {
    const auto text = i < 100 ? LongText(i) : Edited(i - 100);
    sketches.emplace_back(SketchOf(SetOf(ShinglesOfText(text))));
  }
  sketches[7].reset();
  const auto pairs = FindCandidates(sketches, 1);
  CHECK(pairs == FindCandidates(sketches, 3));
  CHECK(pairs.size() >= 99);
  CHECK(pairs.size() < 130);
  const auto found = [&](std::uint32_t later, std::uint32_t earlier) {
    return std::count(pairs.begin(), pairs.end(),
                      CandidatePair{later, earlier}) == 1;
  };
  for (std::uint32_t i = 0; i < 100; ++i) CHECK(found(i + 100, i) == (i != 7));
  CHECK(FindCandidates({}, 2).empty());
}

TEST_CASE("names and numbers tell reports by one formula apart") {
  const std::string report =
      "Ngày 5/3/2021, tại nhà văn hóa, Đảng ủy xã Hải Lăng tổ chức hội nghị "
      "cho 120 đảng viên do ông Lê Văn Bình chủ trì theo kế hoạch đề ra.";
  struct Case {
    const char* what;
    std::string text;
    bool differs;
  };
  const Case cases[] = {
      {"the same", report, false},
      {"without marks",
       "Ngay 5/3/2021, tai nha van hoa, Dang uy xa Hai Lang to chuc hoi nghi "
       "cho 120 dang vien do ong Le Van Binh chu tri theo ke hoach de ra.",
       false},
      {"another week",
       "Ngày 12/3/2021, tại nhà văn hóa, Đảng ủy xã Hải Lăng tổ chức hội nghị "
       "cho 98 đảng viên do ông Lê Văn Bình chủ trì theo kế hoạch đề ra.",
       true},
      {"another commune and chair",
       "Ngày 5/3/2021, tại nhà văn hóa, Đảng ủy xã Triệu Phong tổ chức hội "
       "nghị "
       "cho 120 đảng viên do ông Trần Minh Đức chủ trì theo kế hoạch đề ra.",
       true},
      {"a misprint in one number",
       "Ngày 5/3/2021, tại nhà văn hóa, Đảng ủy xã Hải Lăng tổ chức hội nghị "
       "cho 125 đảng viên do ông Lê Văn Bình chủ trì theo kế hoạch đề ra.",
       false},
      {"other words, names left out",
       "Ngày 5/3/2021, ở nhà văn hóa, Đảng ủy xã Hải Lăng đã mở hội nghị "
       "cho 120 đảng viên do ông Bình chủ trì theo kế hoạch đề ra.",
       false},
      {"a line that is no sentence", report + "\nTrần Thị Hoa, 77 88 99",
       false},
  };
  for (const Case& one : cases) {
    CAPTURE(one.what);
    CHECK(DifferInFacts(ParticularsOf(Body(report)),
                        ParticularsOf(Body(one.text))) == one.differs);
    CHECK(DifferInFacts(ParticularsOf(Body(one.text)),
                        ParticularsOf(Body(report))) == one.differs);
  }
}

TEST_CASE("two bodies are two reports, even if nothing else differs") {
  const std::string before = "Sáng nay, trong không khí vui tươi, Đảng bộ xã ";
  const std::string after =
      " khai mạc đại hội với sự có mặt của đông đảo bà con.";
  const auto of = [&](const std::string& name, const std::string& unit) {
    return ParticularsOf(Body(before + name + after, unit));
  };
  CHECK(DifferInFacts(of("Hải Lăng", "Đảng bộ xã Hải Lăng"),
                      of("Gio Linh", "Đảng bộ xã Gio Linh")));
  // A name that only our own list of bodies adds proves nothing.
  CHECK_FALSE(DifferInFacts(of("Hải Lăng", "Đảng bộ xã Hải Lăng, Quảng Trị"),
                            of("Hải Lăng", "Đảng bộ xã Hải Lăng, Huế")));
  // Nor does a text in which no body was found.
  CHECK_FALSE(
      DifferInFacts(of("Hải Lăng", "Đảng bộ xã Hải Lăng"), of("Gio Linh", "")));
}

TEST_CASE("a cluster is an article and its copies, whatever the order") {
  const std::string first = Line("first", "2021-03-01", LongText(1)) +
                            Line("edited", "2021-03-02", Edited(1)) +
                            Line("other", "2021-03-02", LongText(2));
  const std::string second =
      Line("undated", "", "Bài này của cổng khác. " + LongText(1)) +
      Line("other-copy", "2021-02-01", LongText(2)) +
      Line("alone", "2021-03-03", LongText(3)) +
      Line("teaser", "2021-03-01", Join(Syllables(1, 60))) +
      Line("short", "2021-03-01", "tin ngắn một câu") +
      Line("short too", "2021-03-01", "tin ngắn một câu");
  for (const unsigned threads : {1U, 3U}) {
    const TestBuild build({first, second}, threads);
    REQUIRE(build.clusters.size() == 2);
    CHECK(build.clusters.at(2) == Ids{"other", "other-copy"});
    CHECK(build.clusters.at(1) == Ids{"edited", "first", "undated"});
    CHECK(build.counts.clusters == 2);
    CHECK(build.counts.articles == 5);
    CHECK(TestBuild({second, first}, threads).clusters == build.clusters);
  }
}

TEST_CASE("small differences do not chain articles together") {
  // Each text has the last three quarters of the one before.
  std::string lines;
  const auto syllables = Syllables(5, 800);
  for (int i = 0; i < 10; ++i) {
    const auto begin = syllables.begin() + 40 * i;
    lines += Line("a" + std::to_string(i), "2021-01-" + std::to_string(10 + i),
                  Join({begin, begin + 240}));
  }
  const TestBuild build({lines}, 2);
  for (const auto& [number, ids] : build.clusters) CHECK(ids.size() <= 2);
}

TEST_SUITE_END();

}  // namespace tracuu
