#include "server/search/query_parser.h"

#include <doctest/doctest.h>

#include <string>

namespace tracuu {
namespace {

bool IsTwoWordProvince(std::string_view facet, std::string_view value) {
  return facet == "province" && (value == "Lâm Đồng" || value == "Huế");
}

std::string Tree(std::string_view query, AccentMode mode = AccentMode::kAuto) {
  const auto parsed = ParseQuery(query, mode, Limits{}, IsTwoWordProvince);
  REQUIRE(parsed);
  return PrintTree(parsed->tree);
}

struct Case {
  const char* query;
  const char* tree;
};

}  // namespace

TEST_SUITE_BEGIN("server/search/query_parser");

TEST_CASE("queries become the trees their readers mean") {
  static constexpr Case kCases[] = {
      {"", "(all)"},
      {"   ", "(all)"},
      {"xây dựng đảng", "(words xây dựng đảng)"},
      {"xay dung", "(words ~xay ~dung)"},
      {"Đảng bo", "(words đảng ~bo)"},
      {"\"nền tảng\"", "(phrase nền tảng)"},
      {"\"tảng\"", "(words tảng)"},
      {"=dang", "(words dang)"},
      {"=\"dang bo\"", "(phrase dang bo)"},
      {"tập huấn -bóng", "(and (words tập huấn) (not (words bóng)))"},
      {"-bóng -đá", "(and (not (words bóng)) (not (words đá)))"},
      {"xây dựng OR chỉnh đốn", "(or (words xây dựng) (words chỉnh đốn))"},
      {"xây dựng HOẶC chỉnh đốn", "(or (words xây dựng) (words chỉnh đốn))"},
      {"(a OR b) c", "(and (or (words ~a) (words ~b)) (words ~c))"},
      {"a AND b", "(and (words ~a) (words ~b))"},
      {"tập*", "(prefix tập)"},
      {"tap*", "(prefix ~tap)"},
      {"tỉnh:Huế", "(facet province \"Huế\")"},
      {"tỉnh:Lâm Đồng hội nghị",
       "(and (facet province \"Lâm Đồng\") (words hội nghị))"},
      {"tỉnh:\"Lâm Đồng\"", "(facet province \"Lâm Đồng\")"},
      {"năm:2021..2023", "(facet year \"2021..2023\")"},
      {"nq:35-NQ/TW", "(facet resolution \"35-NQ/TW\")"},
      {"nguồn:vi.vn", "(facet host \"vi.vn\")"},
      {"-tỉnh:Huế", "(not (facet province \"Huế\"))"},
      {"tiêu-đề:đảng ủy", "(and (words/title đảng) (words ủy))"},
      {"title:\"đảng ủy\"", "(phrase/title đảng ủy)"},
      {"title:(đảng ủy)", "(words/title đảng ủy)"},
      {"2021", "(words 2021)"},
      {"a , b", "(words ~a ~b)"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.query);
    CHECK(Tree(c.query) == c.tree);
  }
}

TEST_CASE("every spelling of a document symbol is the same one item") {
  for (const char* query : {"35-NQ/TW", "35/NQ-TW", "35 NQ TW", "35-nq/tw",
                            "35 - NQ / TW", "\"35-NQ/TW\"", "35-NQ/TƯ"}) {
    CAPTURE(query);
    CHECK(Tree(query) == "(words #35-nq/tw)");
  }
  CHECK(Tree("nghị quyết 35-NQ/TW") == "(words nghị quyết #35-nq/tw)");
  CHECK(Tree("36-NQ/TW") != Tree("35-NQ/TW"));
}

TEST_CASE("accents say how marks are read") {
  CHECK(Tree("dang bộ", AccentMode::kExact) == "(words dang bộ)");
  CHECK(Tree("dang bộ", AccentMode::kIgnore) == "(words ~dang ~bo)");
}

TEST_CASE("the same words in any Unicode form give the same tree") {
  const std::string expected = Tree("Đảng ủy hòa bình");
  CHECK(Tree("ĐẢNG UỶ HOÀ BÌNH") == expected);
  CHECK(Tree("\u00D0ảng uỷ hoà bình") == expected);
  CHECK(Tree("đa\u0309ng u\u0309y ho\u0300a bi\u0300nh") == expected);
  CHECK(Tree("đảng\u00A0ủy\u00A0hòa\u00A0bình") == expected);
}

TEST_CASE("what cannot be parsed is searched for literally, with a note") {
  for (const char* query :
       {"\"mở", "(mở", "mở)", "mở OR", "OR mở", "mở -)", "()mở", "AND mở",
        "mở = -", "\"\" mở", "mở OR OR mở", "title:-", "tỉnh:(mở)"}) {
    CAPTURE(query);
    const auto parsed = ParseQuery(query, AccentMode::kAuto, Limits{}, nullptr);
    REQUIRE(parsed);
    if (parsed->notes.empty()) continue;  // It had a reading after all.
    CHECK((parsed->tree.kind == NodeKind::kWords ||
           parsed->tree.kind == NodeKind::kAll));  // Nothing but signs.
    CHECK(parsed->notes.size() == 1);
  }
  const auto parsed =
      ParseQuery("\"mở đầu", AccentMode::kAuto, Limits{}, nullptr);
  CHECK(PrintTree(parsed->tree) == "(words mở đầu)");
  CHECK(parsed->notes.size() == 1);
}

TEST_CASE("a query over a limit is refused") {
  const auto refused = [](const std::string& query) {
    const auto parsed = ParseQuery(query, AccentMode::kAuto, Limits{}, nullptr);
    return !parsed && parsed.error().code == ErrorCode::kTooLarge;
  };
  std::string words;
  for (int i = 0; i < 65; ++i) words += "từ ";
  CHECK(refused(words));
  CHECK(refused(std::string(5000, 'a')));
  CHECK(refused("ab* cd* ef* gh*"));
  CHECK(refused(std::string(40, '(') + "a" + std::string(40, ')')));
  CHECK_FALSE(refused(std::string(10, '(') + "a" + std::string(10, ')')));
  CHECK_FALSE(refused("ab* cd* ef*"));
}

TEST_CASE("a prefix that is too short is a word") {
  const auto parsed = ParseQuery("t*", AccentMode::kAuto, Limits{}, nullptr);
  REQUIRE(parsed);
  CHECK(PrintTree(parsed->tree) == "(words ~t)");
  CHECK(parsed->notes.size() == 1);
}

TEST_SUITE_END();

}  // namespace tracuu
