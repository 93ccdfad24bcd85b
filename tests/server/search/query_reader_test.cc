#include "server/search/query_reader.h"

#include <doctest/doctest.h>

#include <array>
#include <set>
#include <string>
#include <vector>

#include "common/domain/article.h"
#include "common/index/article_codec.h"
#include "server/search/query_expander.h"
#include "server/search/query_stretches.h"
#include "tests/support/mini_index.h"

namespace tracuu {
namespace {

const Limits kLimits;

std::vector<test::ArticleSpec> Corpus() {
  return {
      {.id = "bcd",
       .title = "BCĐ 35 họp",
       .body = "BCĐ 35 tỉnh kiểm điểm công tác quý I. Đảng bộ xây dựng đảng.",
       .date = "2021-03-01"},
      {.id = "full",
       .title = "Ban Chỉ đạo 35 tập huấn",
       .body = "Ban Chỉ đạo 35 tỉnh Quảng Trị tập huấn. Đảng bộ vững mạnh.",
       .date = "2021-04-01",
       .provinces = {"Quảng Trị"}},
      {.id = "scattered",
       .title = "Đạo của ban nhạc",
       .body = "Họ chỉ 35 cách chơi đàn ở tỉnh. Xây dựng đội hình.",
       .date = "2021-05-01"},
      {.id = "nq",
       .title = "Học tập nghị quyết",
       .body = "Bảo vệ nền tảng tư tưởng của Đảng theo Nghị quyết 35-NQ/TW. "
               "Bảo vệ nền tảng tư tưởng là việc của toàn Đảng.",
       .date = "2022-01-01",
       .resolutions = {"35-NQ/TW:2018"}},
      {.id = "other",
       .title = "Kinh tế",
       .body = "Nghị quyết 36-NQ/TW và Kết luận 35-KL/TW.",
       .date = "2022-02-01",
       .resolutions = {"36-NQ/TW:2018", "35-KL/TW:2022"}},
      {.id = "school",
       .title = "Mở một khóa",
       .body = "Trung tâm Chính trị mở khóa bồi dưỡng ở Yên Định.",
       .date = "2022-03-01"},
      {.id = "homes",
       .title = "Xóa nhà tạm",
       .body = "Xóa nhà tạm ở thôn Một, xóa nhà tạm ở thôn Hai, xóa nhà tạm ở "
               "thôn Ba. Nhà tạm sẽ hết, nhà tạm nào cũng xóa, nhà tạm cuối "
               "cùng ở nhà tận cuối thôn. Xóa nhà tạm xong, ai mừng nhà tạm "
               "nữa, nhà tạm thôi.",
       .date = "2022-04-01"},
  };
}

class Fixture {
 public:
  Fixture() : index_(Corpus()) {
    auto opened = Snapshot::Open(index_.path(), VerifyDepth::kHashes);
    REQUIRE(opened);
    snapshot_ = *opened;
    database_ = std::make_unique<Snapshot::Lease>(snapshot_->Borrow());
  }

  QueryReading Read(const std::string& text,
                    ReadingMode mode = ReadingMode::kAuto,
                    AccentMode accents = AccentMode::kAuto) const {
    auto reading =
        QueryReader(*snapshot_, **database_, kLimits).Read(text, accents, mode);
    REQUIRE(reading);
    return *std::move(reading);
  }

  std::set<std::string> Ids(const QueryReading& reading) const {
    std::set<std::string> ids;
    for (const std::uint32_t docid : reading.docs) {
      auto article = (*database_)->Fetch(docid);
      REQUIRE(article);
      ids.insert(article->id);
    }
    return ids;
  }

 private:
  test::MiniIndex index_;
  std::shared_ptr<const Snapshot> snapshot_;
  std::unique_ptr<Snapshot::Lease> database_;
};

// "telex: bảo vệ; abbreviation: Ban Chỉ đạo"
std::string ReadAsOf(const QueryReading& reading) {
  std::string text;
  for (const ReadAs& one : reading.read_as) {
    text += (text.empty() ? "" : "; ") + one.via + ": " + one.as;
  }
  return text;
}

using Set = std::set<std::string>;

TEST_SUITE_BEGIN("server/search/query_reader");

TEST_CASE_FIXTURE(Fixture, "raw keystrokes are read, and can be left alone") {
  const QueryReading telex = Read("baor veej neenf tangr");
  CHECK(telex.asked == "bảo vệ nền tảng");
  CHECK(ReadAsOf(telex) == "telex: bảo vệ nền tảng");
  CHECK(Ids(telex) == Set{"nq"});
  CHECK(Ids(Read("bao3 ve65 ne62n ta3ng")) == Set{"nq"});
  CHECK(Ids(Read("\"neenf tangr\"")) == Set{"nq"});
  CHECK(Read("\"neenf tangr\" -baor").asked == "\"nền tảng\" -bảo");

  const QueryReading literal =
      Read("baor veej neenf tangr", ReadingMode::kLiteral);
  CHECK(literal.docs.isEmpty());
  CHECK(literal.read_as.empty());
  CHECK(literal.query.notes.empty());
}

TEST_CASE_FIXTURE(Fixture, "fields, symbols and operators stay what they are") {
  CHECK(Read("neenf tangr nq:35-NQ/TW").asked == "nền tảng nq:35-NQ/TW");
  CHECK(Read("neenf tangr nguồn:baox.vn").asked == "nền tảng nguồn:baox.vn");
  CHECK(Read("neenf tangr host:baox.vn").asked == "nền tảng host:baox.vn");
  CHECK(Read("neenf tangr 35-nq/tw").asked == "nền tảng 35-nq/tw");
  CHECK(Read("neenf OR tangr").asked == "nền OR tảng");
  CHECK(Read("tinh:quangr trij").asked == "tinh:quảng trị");
  CHECK(Read("title:hocj taapj").asked == "title:học tập");
  CHECK(Ids(Read("tinh:quangr trij")) == Set{"full"});
}

TEST_CASE_FIXTURE(Fixture, "one word is decoded only if nothing is found") {
  const QueryReading found = Read("neenf");
  CHECK(ReadAsOf(found) == "telex: nền");
  CHECK(found.query.notes.size() == 1);
  CHECK(Ids(found) == Set{"nq"});
}

TEST_CASE_FIXTURE(Fixture, "abbreviations find what is written out") {
  const QueryReading reading = Read("BCĐ 35");
  CHECK(Ids(reading) == Set{"bcd", "full"});
  CHECK(ReadAsOf(reading) == "abbreviation: Ban Chỉ đạo");
  CHECK(Ids(Read("bcd 35")) == Set{"bcd", "full"});
  // Words, not a phrase: as typed it means what it always meant.
  CHECK(Ids(Read("ban chỉ đạo 35")) == Set{"bcd", "full", "scattered"});
  CHECK(Ids(Read("BCĐ 35", ReadingMode::kLiteral)) == Set{"bcd"});
  CHECK(Ids(Read("=BCĐ")) == Set{"bcd"});
  CHECK(Ids(Read("\"BCĐ 35\"")) == Set{"bcd"});
  CHECK(Ids(Read("tập -BCĐ")) == Set{"full", "nq"});
}

TEST_CASE_FIXTURE(Fixture,
                  "a doubtful abbreviation is read if nothing else is") {
  const QueryReading reading = Read("TTCT Yên Định");
  CHECK(Ids(reading) == Set{"school"});
  CHECK(ReadAsOf(reading) == "abbreviation: Trung tâm Chính trị");
  CHECK(reading.asked == "TTCT Yên Định");
  CHECK(reading.query.notes.empty());
  CHECK(Ids(Read("TTCT Yên Định", ReadingMode::kLiteral)).empty());
}

TEST_CASE_FIXTURE(Fixture, "marks that were left out are added if need be") {
  const QueryReading reading = Read("dảng bộ");
  CHECK(reading.asked == "đảng bộ");
  CHECK(ReadAsOf(reading) == "partly-marked: đảng bộ");
  CHECK(reading.query.notes.size() == 1);
  CHECK(Ids(reading) == Set{"bcd", "full"});
  // "đàn" is a word of these articles: it is found as typed.
  CHECK(Ids(Read("đàn")) == Set{"scattered"});
}

TEST_CASE_FIXTURE(Fixture, "errors are corrected if nothing is found") {
  struct Case {
    const char* typed;
    const char* asked;
  };
  constexpr std::array<Case, 9> kCases{{
      {"sây dựng", "xây dựng"},
      {"nền tảg tư tưởng", "nền tảng tư tưởng"},
      {"nền tãng", "nền tảng"},
      {"nềntảng tư tưởng", "nền tảng tư tưởng"},
      {"nen tanng tu tuong", "nen tang tu tuong"},
      {"bảo vệ nền tảgn", "bảo vệ nền tảng"},
      {"\"nền tãng\" 35-NQ/TW", "\"nền tảng\" 35-NQ/TW"},
      {"xyzxyz", "xyzxyz"},
      {"37-NQ/TW", "37-NQ/TW"},
  }};
  for (const Case& c : kCases) {
    CAPTURE(std::string(c.typed));
    CHECK(Read(c.typed).asked == std::string(c.asked));
    CHECK(Read(c.typed, ReadingMode::kLiteral).asked == std::string(c.typed));
  }
  CHECK(ReadAsOf(Read("nền tãng")) == "spelling: nền tảng");
  // Of two errors the likelier, even if the other only adds marks ("tận").
  CHECK(ReadAsOf(Read("xóa nhà tạn")) == "spelling: xóa nhà tạm");
}

TEST_CASE_FIXTURE(Fixture, "a correct query is left in peace") {
  for (const char* query :
       {"bảo vệ nền tảng tư tưởng", "bao ve nen tang", "nghị quyết", "35-NQ/TW",
        "tỉnh", "tỉnh:\"Quảng Trị\"", "", "-đảng", "đàn"}) {
    CAPTURE(std::string(query));
    const QueryReading reading = Read(query);
    CHECK(reading.asked == std::string(query));
    CHECK_FALSE(reading.did_you_mean);
  }
}

TEST_CASE_FIXTURE(Fixture, "a number never becomes another number") {
  for (const char* query : {"35-NQ/TW", "35/NQ-TW", "35 NQ TW", "35-nq/tw"}) {
    CAPTURE(std::string(query));
    CHECK(Ids(Read(query)) == Set{"nq"});
  }
  CHECK(Ids(Read("NQ35")) == Ids(Read("NQ 35")));
  CHECK(Ids(Read("nq:35-NQ/TW")) == Set{"nq"});
  CHECK(Ids(Read("38-NQ/TW")).empty());
}

TEST_CASE("stretches of a query") {
  const std::string query =
      "xây \"nền tảng\" -bóng =đảng tỉnh:Huế cũ nq:35-NQ/TW a tập* title:b c";
  std::string found;
  for (const Stretch& s : FindStretches(query)) {
    found += std::to_string(static_cast<int>(s.kind)) +
             query.substr(s.begin, s.end - s.begin) + "|";
  }
  CHECK(found == "0xây|1nền tảng|3bóng|2đảng|4Huế cũ|0a|0b|0c|");
}

TEST_CASE("widening keeps what was typed and ranks by the whole") {
  const auto expanded = [](std::string_view text) {
    auto parsed = ParseQuery(text, AccentMode::kAuto, kLimits, nullptr);
    REQUIRE(parsed);
    std::vector<ReadAs> read_as;
    ExpandSynonyms({}, kLimits, &parsed->tree, &read_as);
    return PrintTree(parsed->tree);
  };
  CHECK(expanded("BCĐ 35") ==
        "(and (or (words bcđ) (phrase ban chỉ đạo)) (words 35) "
        "(boost ban chỉ đạo 35))");
  CHECK(expanded("bcd") == "(or (words ~bcd) (phrase ban chỉ đạo))");
  CHECK(expanded("UBND") == "(or (words ~ubnd) (phrase ủy ban nhân dân))");
  CHECK(expanded("Lê-nin") == "(or (words lê ~nin) (words lênin))");
  CHECK(expanded("-UBND") == "(not (words ~ubnd))");
  CHECK(expanded("35-NQ/TW") == "(words #35-nq/tw)");
  CHECK(expanded("QĐ") == "(words qđ)");
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
