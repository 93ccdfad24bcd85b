#include "indexer/build/builder.h"

#include <doctest/doctest.h>
#include <xapian.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "common/base/file.h"
#include "common/index/article_codec.h"
#include "common/index/forward_index.h"
#include "common/index/paths.h"
#include "common/index/schema.h"
#include "common/index/terms.h"
#include "tests/indexer/build/database_contents.h"
#include "tests/support/temp_dir.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

// One build into a folder of its own.
class TestBuild {
 public:
  explicit TestBuild(std::vector<std::string> sources, unsigned threads = 2,
                     std::size_t segment_articles = 2,
                     std::size_t merge_width = 150) {
    fs::create_directories(dir_.path() / "work");
    fs::create_directories(dir_.path() / "out");
    BuildOptions options;
    options.sources = std::move(sources);
    options.threads = threads;
    options.segment_articles = segment_articles;
    options.merge_width = merge_width;
    BuildProgress progress;
    auto built = BuildDatabase(options, dir_.path() / "work",
                               dir_.path() / "out", &progress);
    REQUIRE(built);
    result = std::move(*built);
    if (result.documents > 0) {
      db = Xapian::Database((dir_.path() / "out" / kDatabaseFile).string());
      auto opened = ForwardIndex::Open(dir_.path() / "out" / kForwardFile);
      REQUIRE(opened);
      forward = std::move(*opened);
    }
    CHECK(fs::is_empty(dir_.path() / "work"));
  }

  std::vector<nlohmann::json> Rejected() const {
    std::vector<nlohmann::json> lines;
    std::ifstream in(dir_.path() / "out" / kRejectedFile);
    for (std::string line; std::getline(in, line);) {
      lines.push_back(nlohmann::json::parse(line));
    }
    return lines;
  }

  std::string Contents() const {
    std::string all = test::DatabaseContents(db);
    for (Xapian::docid d = 1; d <= db.get_doccount(); ++d) all += TextOf(d);
    return all;
  }

  // What the spellings' file says.
  std::string SpellingLines() const {
    return *ReadFile(dir_.path() / "out" / kSpellingsFile);
  }

  // The words of an article by the forward index, its blocks divided by "/".
  std::string TextOf(Xapian::docid docid) const {
    std::string text;
    for (const WordRun& run : forward.Runs(docid)) {
      text += run.role == BlockRole::kTitle ? "/T" : "/";
      for (const std::uint32_t word : run.words) {
        text += " " + std::string(forward.Word(word));
      }
    }
    return text;
  }

  std::string IdAt(Xapian::docid docid) const {
    const auto article = DecodeArticle(db.get_document(docid).get_data());
    REQUIRE(article);
    return article->id;
  }

  BuildResult result;
  Xapian::Database db;
  ForwardIndex forward;

 private:
  test::TempDir dir_;
};

std::string Line(const std::string& id, const std::string& published,
                 const std::string& text, const std::string& title = "Tin") {
  nlohmann::json json = {{"id", id}, {"title", title}, {"text", text}};
  if (!published.empty()) json["published"] = published;
  return json.dump() + "\n";
}

std::set<Xapian::docid> Matches(const Xapian::Database& db,
                                const Xapian::Query& query) {
  Xapian::Enquire enquire(db);
  enquire.set_query(query);
  std::set<Xapian::docid> docids;
  const Xapian::MSet found = enquire.get_mset(0, db.get_doccount());
  for (auto m = found.begin(); m != found.end(); ++m) docids.insert(*m);
  return docids;
}

TEST_SUITE_BEGIN("indexer/build/builder");

TEST_CASE("docids go from the newest article to the undated ones") {
  const test::TempDir dir;
  const fs::path crawl = dir.path() / "crawl.jsonl";
  REQUIRE(ReplaceFile(crawl, Line("b-undated", "", "không ngày") +
                                 Line("old", "2019-05-01", "bài cũ") +
                                 Line("z-new", "2023-05-01", "bài mới") +
                                 Line("a-new", "2023-05-01", "bài mới nữa") +
                                 Line("a-undated", "", "không ngày nữa")));
  const TestBuild build({crawl.string()});
  REQUIRE(build.result.documents == 5);
  std::vector<std::string> ids;
  for (Xapian::docid d = 1; d <= 5; ++d) ids.push_back(build.IdAt(d));
  CHECK(ids == std::vector<std::string>{"a-new", "z-new", "old", "a-undated",
                                        "b-undated"});
  const auto day = static_cast<Xapian::valueno>(FieldNamed("day").slot);
  CHECK(Xapian::sortable_unserialise(build.db.get_document(1).get_value(day)) ==
        19478);
  CHECK(build.db.get_document(4).get_value(day).empty());
}

TEST_CASE("words, marks and titles find their articles") {
  const test::TempDir dir;
  const fs::path crawl = dir.path() / "crawl.jsonl";
  REQUIRE(ReplaceFile(
      crawl,
      Line("one", "2023-01-03", "Đảng ủy xã học nghị quyết mới.") +
          Line("two", "2023-01-02", "Trường dạy đang học vẽ.", "Học vẽ") +
          Line("three", "2023-01-01", "Nghị quyết số 35-NQ/TW đã học.")));
  const TestBuild build({crawl.string()});
  REQUIRE(build.result.documents == 3);
  const auto find = [&](const Xapian::Query& query) {
    std::set<std::string> ids;
    for (const Xapian::docid d : Matches(build.db, query)) {
      ids.insert(build.IdAt(d));
    }
    return ids;
  };
  using Ids = std::set<std::string>;
  CHECK(find(Xapian::Query(std::string("đảng"))) == Ids{"one"});
  CHECK(find(Xapian::Query(std::string("Fdang"))) == Ids{"one", "two"});
  CHECK(find(Xapian::Query(std::string("Svẽ"))) == Ids{"two"});
  CHECK(find(Xapian::Query(std::string("XS:ve"))) == Ids{"two"});
  CHECK(find(Xapian::Query(MakeTerm(FieldNamed("symbol"), "35-nq/tw"))) ==
        Ids{"three"});
  CHECK(find(Xapian::Query(MakeTerm(FieldNamed("id"), "two"))) == Ids{"two"});
  CHECK(build.TextOf(1) == "/T tin/ đảng ủy xã học nghị quyết mới");
  CHECK(build.TextOf(2) == "/T học vẽ/ trường dạy đang học vẽ");
  const WordRange quyet = build.forward.Find("quyết");
  CHECK(build.forward.Word(quyet.first) == "quyết");
  CHECK(build.forward.SpellingsOf("dang").last -
            build.forward.SpellingsOf("dang").first ==
        2);
}

TEST_CASE("a title counts four times, and pairs are of frequent neighbours") {
  const test::TempDir dir;
  std::string lines;
  for (int i = 0; i < 40; ++i) {
    lines += Line("id" + std::to_string(i), "2023-01-01",
                  "chi bộ họp bàn " + std::string(i == 7 ? "hiếm chi" : "việc"),
                  i == 7 ? "họp" : "tin");
  }
  const fs::path crawl = dir.path() / "crawl.jsonl";
  REQUIRE(ReplaceFile(crawl, lines));
  const TestBuild build({crawl.string()}, 2, 7);
  CHECK(build.db.get_termfreq("Bchi bộ") == 40);
  CHECK(build.db.get_termfreq("Bbàn hiếm") == 0);
  CHECK(build.db.get_termfreq("Bhiếm chi") == 0);
  const std::string q7 = "Qid7";
  const Xapian::docid seven = *build.db.postlist_begin(q7);
  const auto wdf = [&](const std::string& term) {
    auto posting = build.db.postlist_begin(term);
    posting.skip_to(seven);
    return posting.get_wdf();
  };
  CHECK(wdf("họp") == kTitleWeight + 1);
  CHECK(wdf("Fhop") == kTitleWeight + 1);
  CHECK(wdf("Shọp") == 1);
  CHECK(wdf("bàn") == 1);
  const auto frequent =
      SplitLines(build.db.get_metadata(std::string(kMetaFrequent)));
  CHECK(std::is_sorted(frequent.begin(), frequent.end()));
  CHECK(std::count(frequent.begin(), frequent.end(), "chi") == 1);
  CHECK(std::count(frequent.begin(), frequent.end(), "hiếm") == 0);
}

TEST_CASE("slots hold the ordinals of the facet values, and terms filter") {
  const test::TempDir dir;
  const fs::path crawl = dir.path() / "crawl.jsonl";
  nlohmann::json one = {{"id", "one"},
                        {"text", "bài một về chi bộ"},
                        {"year", 2020},
                        {"province", "Nam Định"}};
  nlohmann::json two = {{"id", "two"}, {"text", "bài hai về chi bộ"}};
  nlohmann::json three = {{"id", "three"},
                          {"text", "bài ba về chi bộ"},
                          {"year", 2019},
                          {"province", "Hà Nội"}};
  REQUIRE(ReplaceFile(
      crawl, one.dump() + "\n" + two.dump() + "\n" + three.dump() + "\n"));
  const TestBuild build({crawl.string()});
  for (const char* name : {"year", "province"}) {
    const Field field = *FindField(name);
    const auto values = SplitLines(build.db.get_metadata(
        std::string(kMetaFacetPrefix) + std::string(name)));
    CAPTURE(name);
    REQUIRE(values.size() == 2);
    CHECK(values[0] < values[1]);
    for (std::uint32_t ordinal = 0; ordinal < 2; ++ordinal) {
      const std::string term = MakeTerm(field, values[ordinal]);
      REQUIRE(build.db.get_termfreq(term) == 1);
      const std::string slot =
          build.db.get_document(*build.db.postlist_begin(term))
              .get_value(static_cast<Xapian::valueno>(field.slot));
      CHECK(*DecodeOrdinals(slot) == std::vector<std::uint32_t>{ordinal});
    }
    CHECK(build.db.get_value_freq(static_cast<Xapian::valueno>(field.slot)) ==
          2);
  }
}

TEST_CASE("threads, segments and the order of sources change nothing") {
  const test::TempDir dir;
  std::string a;
  std::string b;
  for (int i = 0; i < 60; ++i) {
    std::string& lines = i % 2 == 0 ? a : b;
    lines +=
        Line("id" + std::to_string(i), "2021-01-" + std::to_string(10 + i % 15),
             "chi bộ số " + std::to_string(i % 7) + " họp bàn việc");
  }
  b += Line("id0", "", "khác hẳn bài kia");  // The first stands in a.jsonl.
  const std::string path_a = (dir.path() / "a.jsonl").string();
  const std::string path_b = (dir.path() / "b.jsonl").string();
  REQUIRE(ReplaceFile(path_a, a));
  REQUIRE(ReplaceFile(path_b, b));
  const TestBuild reference({path_a, path_b}, 1, 1000);
  CHECK(reference.result.documents == 60);
  for (const unsigned threads : {1U, 2U, 7U}) {
    const TestBuild other({path_b, path_a}, threads, 7);
    CAPTURE(threads);
    CHECK(other.result.content_digest == reference.result.content_digest);
    CHECK(other.Contents() == reference.Contents());
    CHECK(other.Rejected() == reference.Rejected());
  }
  CHECK(reference.Rejected().at(0)["reason"] == "duplicate-id");
}

TEST_CASE("a merge in several levels gives what one merge gives") {
  const test::TempDir dir;
  std::string lines;
  for (int i = 0; i < 50; ++i) {
    lines +=
        Line("id" + std::to_string(i), "2021-01-" + std::to_string(10 + i % 15),
             "chi bộ số " + std::to_string(i % 7) + " họp bàn việc");
  }
  const std::string crawl = (dir.path() / "crawl.jsonl").string();
  REQUIRE(ReplaceFile(crawl, lines));
  const TestBuild one({crawl}, 1, 1000);
  for (const std::size_t merge_width : {2U, 3U, 7U, 49U, 50U}) {
    const TestBuild levels({crawl}, 2, 1, merge_width);
    CAPTURE(merge_width);
    CHECK(levels.db.get_doccount() == 50);
    CHECK(levels.Contents() == one.Contents());
    CHECK(levels.db.get_metadata(std::string(kMetaFrequent)) ==
          one.db.get_metadata(std::string(kMetaFrequent)));
  }
}

TEST_CASE("a changed text or facet changes the content digest") {
  const test::TempDir dir;
  const fs::path crawl = dir.path() / "crawl.jsonl";
  std::set<std::string> digests;
  for (const std::string& line :
       {Line("x", "2021-01-01", "bài một"), Line("x", "2021-01-01", "bài hai"),
        Line("x", "2021-01-02", "bài một"),
        Line("y", "2021-01-01", "bài một")}) {
    REQUIRE(ReplaceFile(crawl, line));
    digests.insert(TestBuild({crawl.string()}).result.content_digest);
  }
  CHECK(digests.size() == 4);
}

TEST_CASE("a duplicate is indexed once and told by its kind") {
  const test::TempDir dir;
  const fs::path crawl = dir.path() / "crawl.jsonl";
  REQUIRE(ReplaceFile(crawl, Line("x", "", "bài một") +
                                 Line("x", "", "bài một") +
                                 Line("x", "", "bài khác") + "{broken\n"));
  const TestBuild build({crawl.string()});
  CHECK(build.result.documents == 1);
  const auto rejected = build.Rejected();
  REQUIRE(rejected.size() == 3);
  CHECK(rejected[0]["reason"] == "duplicate");
  CHECK(rejected[0]["source"] == "crawl.jsonl#2");
  CHECK(rejected[1]["reason"] == "duplicate-id");
  CHECK(std::string(rejected[1]["message"]).find("crawl.jsonl#1") !=
        std::string::npos);
  CHECK(rejected[2]["source"] == "crawl.jsonl#4");
  CHECK(build.result.rejected.at("duplicate").count == 1);
  CHECK(build.result.rejected.at("duplicate").examples.size() == 1);
}

TEST_CASE("the newest capture of a page wins, whatever the order of files") {
  const auto capture = [](const char* when, const char* text) {
    return std::string(R"({"url":"https://x.example/a",)") +
           (*when == '\0' ? ""
                          : R"("fetched_at":")" + std::string(when) + "\",") +
           R"("text":")" + text + "\"}\n";
  };
  const std::string old = capture("2024-05-01T10:00:00Z", "bài cũ");
  const std::string newer = capture("2024-05-02T10:00:00Z", "bài sau cùng");
  // An hour earlier, though the clock says later.
  const std::string local = capture("2024-05-02T16:00:00+07:00", "bài giữa");
  const std::string undated = capture("", "bài không rõ ngày");
  std::set<std::string> digests;
  for (const auto& [a, b] : {std::pair(old + newer + local, undated),
                             std::pair(undated + newer, local + old),
                             std::pair(local + old, newer + undated)}) {
    const test::TempDir dir;
    REQUIRE(ReplaceFile(dir.path() / "a.jsonl", a));
    REQUIRE(ReplaceFile(dir.path() / "b.jsonl", b));
    const TestBuild build({dir.path().string()});
    CHECK(build.result.documents == 1);
    digests.insert(build.result.content_digest);
    CHECK(build.result.rejected.at("superseded").count == 2);
    CHECK(build.result.rejected.at("duplicate-id").count == 1);
    CHECK(build.db.get_doccount() == 1);
    CHECK(build.db.term_exists("cùng"));
  }
  CHECK(digests.size() == 1);
}

TEST_CASE("nothing to index leaves no database") {
  const test::TempDir dir;
  const TestBuild build({dir.path().string()});
  CHECK(build.result.documents == 0);
}

TEST_CASE("an id of any length and any letters finds its article") {
  const test::TempDir dir;
  const fs::path crawl = dir.path() / "crawl.jsonl";
  const std::string ids[] = {std::string(400, 'x') + "1",
                             std::string(400, 'x') + "2", "đảng 😀"};
  std::string lines;
  for (const std::string& id : ids) lines += Line(id, "", "bài " + id);
  REQUIRE(ReplaceFile(crawl, lines));
  const TestBuild build({crawl.string()});
  REQUIRE(build.result.documents == 3);
  for (const std::string& id : ids) {
    const std::string term = MakeTerm(FieldNamed("id"), id);
    REQUIRE(build.db.get_termfreq(term) == 1);
    CHECK(build.IdAt(*build.db.postlist_begin(term)) == id);
  }
}

TEST_CASE("the ways in which articles write what they cite are counted") {
  const test::TempDir dir;
  const std::string once = "Quán triệt Nghị quyết số 35-NQ/TW ngày 22/10/2018.";
  const std::string lines =
      Line("a", "2021-01-01", once + " Thực hiện NQ35.\n") +
      Line("b", "2021-02-01", once) +
      // The same article once more is not indexed and does not count.
      Line("b", "2021-02-01", once) +
      Line("c", "2021-03-01", "Không dẫn văn bản nào, chỉ là bản tin.");
  const std::string file = (dir.path() / "crawl.jsonl").string();
  REQUIRE(ReplaceFile(file, lines));
  const TestBuild one({file}, 1);
  CHECK(one.SpellingLines() ==
        "35-NQ/TW:2018\t2\tNghị quyết số 35-NQ/TW ngày 22/10/2018\n"
        "35-NQ/TW:2018\t1\tNQ35\n");
  CHECK(TestBuild({file}, 3).SpellingLines() == one.SpellingLines());
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
