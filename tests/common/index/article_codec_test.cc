#include "common/index/article_codec.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

namespace tracuu {
namespace {

Evidence TextEvidence(std::uint32_t begin, std::uint32_t end) {
  return {EvidenceKind::kText, begin, end,
          "province.frame-a",  "",    Certainty::kMedium};
}

Article FullArticle() {
  Article article;
  article.id = "0123456789abcdef";
  article.source = "docs/crawl.jsonl#3";
  article.url = "https://tin.example.vn/a";
  article.host = "tin.example.vn";
  article.title = "Đảng ủy xã họp";
  article.text = "Đảng ủy xã họp\nNgày 5/3/2021, Đảng ủy xã đã họp.\n";
  article.blocks = {{BlockRole::kTitle, 0, 20},
                    {BlockRole::kBody, 21, 50},
                    {BlockRole::kChrome, 52, 52}};
  Facets& facets = article.facets;
  facets.published =
      DateValue{{2021, 3, 6}, 662, {EvidenceKind::kUrl, 0, 0, "r", "d", {}}};
  facets.event_date = DateValue{{0, 3, 5}, -1, TextEvidence(21, 30)};
  facets.year = FacetValue{"2021", "", {TextEvidence(21, 30)}};
  facets.provinces = {{"Nam Định", "principal", {TextEvidence(1, 4)}}};
  facets.provinces_now = {
      {"Ninh Bình",
       "",
       {{EvidenceKind::kDerived, 0, 0, "merge", "Nam Định", Certainty::kLow}}}};
  facets.units = {
      {"Đảng ủy xã", "xa", "cap-uy", "principal", {TextEvidence(0, 9)}}};
  facets.resolutions = {{"35-NQ/TW:2018", "", {TextEvidence(2, 5)}}};
  facets.host = FacetValue{
      "tin.example.vn", "", {{EvidenceKind::kUrl, 0, 0, "", "", {}}}};
  StatedFields& stated = article.stated;
  stated.title = "Tiêu đề";
  stated.published = Date{2021, 3, 6};
  stated.published_minute = 0;
  stated.fetched_at = "2024-01-01T00:00:00Z";
  stated.provinces = {"Nam Định"};
  stated.units = {"Đảng ủy xã"};
  stated.resolutions = {"35-NQ/TW"};
  stated.year = 2021;
  stated.publisher = "Báo mẫu";
  article.repairs = {"tcvn3", "cut off by the crawler"};
  return article;
}

void CheckEqual(const Article& a, const Article& b) {
  CHECK(a.id == b.id);
  CHECK(a.source == b.source);
  CHECK(a.url == b.url);
  CHECK(a.host == b.host);
  CHECK(a.title == b.title);
  CHECK(a.repairs == b.repairs);
  CHECK(a.text == b.text);
  REQUIRE(a.blocks.size() == b.blocks.size());
  for (std::size_t i = 0; i < a.blocks.size(); ++i) {
    CHECK(a.blocks[i].role == b.blocks[i].role);
    CHECK(a.blocks[i].begin == b.blocks[i].begin);
    CHECK(a.blocks[i].end == b.blocks[i].end);
  }
  CHECK(a.facets.published == b.facets.published);
  CHECK(a.facets.event_date == b.facets.event_date);
  CHECK(a.facets.year == b.facets.year);
  CHECK(a.facets.provinces == b.facets.provinces);
  CHECK(a.facets.provinces_now == b.facets.provinces_now);
  CHECK(a.facets.units == b.facets.units);
  CHECK(a.facets.resolutions == b.facets.resolutions);
  CHECK(a.facets.host == b.facets.host);
  CHECK(a.stated.title == b.stated.title);
  CHECK(a.stated.published == b.stated.published);
  CHECK(a.stated.published_minute == b.stated.published_minute);
  CHECK(a.stated.fetched_at == b.stated.fetched_at);
  CHECK(a.stated.provinces == b.stated.provinces);
  CHECK(a.stated.units == b.stated.units);
  CHECK(a.stated.resolutions == b.stated.resolutions);
  CHECK(a.stated.year == b.stated.year);
  CHECK(a.stated.publisher == b.stated.publisher);
}

bool IsInside(std::uint32_t begin, std::uint32_t end, const Article& article) {
  return begin <= end && end <= article.text.size();
}

// Everything a reader of a decoded article may rely on.
bool RangesAreSafe(const Article& article) {
  bool safe = true;
  std::uint32_t last = 0;
  for (const Block& block : article.blocks) {
    safe = safe && IsInside(block.begin, block.end, article);
    safe = safe && block.begin >= last;
    last = block.end;
  }
  const auto check = [&](const auto& values) {
    for (const auto& value : values) {
      for (const Evidence& e : value.evidence) {
        safe = safe && IsInside(e.begin, e.end, article);
      }
    }
  };
  check(article.facets.provinces);
  check(article.facets.provinces_now);
  check(article.facets.units);
  check(article.facets.resolutions);
  return safe;
}

TEST_SUITE_BEGIN("common/index/article_codec");

TEST_CASE("an article comes back as it was, with the first refusals") {
  Article article = FullArticle();
  article.facets.refused.assign(kMaxStoredRefusals + 5,
                                {"province", 0, 4, "peace"});
  const Result<Article> decoded = DecodeArticle(EncodeArticle(article));
  REQUIRE(decoded);
  CheckEqual(article, *decoded);
  REQUIRE(decoded->facets.refused.size() == kMaxStoredRefusals);
  CHECK(decoded->facets.refused.front() == article.facets.refused.front());
}

TEST_CASE("an empty article comes back empty") {
  const Result<Article> decoded = DecodeArticle(EncodeArticle(Article()));
  REQUIRE(decoded);
  CheckEqual(Article(), *decoded);
}

TEST_CASE("bytes that are no article are refused") {
  const std::string good = EncodeArticle(FullArticle());
  const std::string cases[] = {
      "",
      "x",
      "\x80",
      good + "x",
      good.substr(0, good.size() / 2),
      std::string(1 << 20, '\x81'),            // Arrays in arrays.
      std::string("\x9a\xff\xff\xff\xff", 5),  // An array of 2^32 items.
      std::string("\x9b\xff\xff\xff\xff\xff\xff\xff\xff", 9),
  };
  for (const std::string& bytes : cases) {
    CAPTURE(bytes.size());
    const Result<Article> decoded = DecodeArticle(bytes);
    REQUIRE_FALSE(decoded);
    CHECK(decoded.error().code == ErrorCode::kCorrupt);
  }
}

TEST_CASE("ranges outside the text are refused") {
  const std::vector<std::vector<Block>> cases = {
      {{BlockRole::kBody, 0, 1000}},
      {{BlockRole::kBody, 5, 4}},
      {{BlockRole::kBody, 0, 5}, {BlockRole::kBody, 4, 6}},
  };
  for (const std::vector<Block>& blocks : cases) {
    Article article = FullArticle();
    article.blocks = blocks;
    CHECK_FALSE(DecodeArticle(EncodeArticle(article)));
  }
  Article article = FullArticle();
  article.facets.units[0].evidence[0].end = 1000;
  CHECK_FALSE(DecodeArticle(EncodeArticle(article)));
  article = FullArticle();
  article.facets.refused = {{"province", 0, 1000, "peace"}};
  CHECK_FALSE(DecodeArticle(EncodeArticle(article)));
}

TEST_CASE("the heading alone is that of the article") {
  const Article full = FullArticle();
  const auto heading = DecodeHeading(EncodeArticle(full));
  REQUIRE(heading);
  CHECK(heading->id == full.id);
  CHECK(heading->title == full.title);
  const auto bare = DecodeHeading(EncodeArticle(Article()));
  REQUIRE(bare);
  CHECK(bare->title.empty());
  CHECK_FALSE(DecodeHeading(""));
  CHECK_FALSE(DecodeHeading("no article"));
  CHECK_FALSE(DecodeHeading(std::string(100000, '\x81')));  // [[[[[…
}

TEST_CASE("whatever bytes are damaged, ranges stay inside the text") {
  const std::string good = EncodeArticle(FullArticle());
  std::mt19937 random(20211129);
  int accepted = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string bytes = good;
    for (int flips = 1 + static_cast<int>(random() % 3); flips > 0; --flips) {
      bytes[random() % bytes.size()] = static_cast<char>(random());
    }
    if (random() % 8 == 0) bytes.resize(random() % bytes.size());
    const Result<Article> decoded = DecodeArticle(bytes);
    if (!decoded) continue;
    ++accepted;
    REQUIRE(RangesAreSafe(*decoded));
  }
  CHECK(accepted > 0);  // Letters of the text may change unseen.
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
