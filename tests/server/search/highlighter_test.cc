#include "server/search/highlighter.h"

#include <doctest/doctest.h>

#include <string>

#include "common/text/utf8.h"
#include "server/search/query_parser.h"
#include "tests/support/mini_index.h"

namespace tracuu {
namespace {

QueryNode Tree(const char* query) {
  return ParseQuery(query, AccentMode::kAuto, Limits{}, nullptr)->tree;
}

// Matches in brackets: "một [nền tảng] chung".
std::string Print(const std::vector<Segment>& segments) {
  std::string out;
  for (const Segment& segment : segments) {
    out += segment.match ? "[" + segment.text + "]" : segment.text;
  }
  return out;
}

Article ArticleOf(const std::string& title, const std::string& body) {
  return test::MakeArticle({.id = "a", .title = title, .body = body});
}

}  // namespace

TEST_SUITE_BEGIN("server/search/highlighter");

TEST_CASE("titles mark what matches, neighbours as one") {
  struct Case {
    const char* query;
    const char* title;
    const char* marked;
  };
  static constexpr Case kCases[] = {
      {"nền tảng", "Bảo vệ nền tảng chung", "Bảo vệ [nền tảng] chung"},
      {"nen tang", "Bảo vệ nền tảng chung", "Bảo vệ [nền tảng] chung"},
      {"đảng", "Đảng đang dâng", "[Đảng] đang dâng"},
      {"dang", "Đảng đang dâng hoa", "[Đảng đang dâng] hoa"},
      {"=dang", "Đảng đang dâng", "Đảng đang dâng"},
      {"hòa", "Nhà máy hoà phát", "Nhà máy [hoà] phát"},
      {"\"nền tảng\"", "tảng nền nền tảng", "tảng nền [nền tảng]"},
      {"nền -tảng", "nền tảng", "[nền] tảng"},
      {"tap*", "tập thể, tạp chí", "[tập] thể, [tạp] chí"},
      {"35-NQ/TW", "Nghị quyết 35/NQ-TW và 36-NQ/TW",
       "Nghị quyết [35/NQ-TW] và 36-NQ/TW"},
      {"", "nền tảng", "nền tảng"},
      {"a", "b, a; a", "b, [a]; [a]"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.query);
    const Highlighter highlighter(Tree(c.query), {}, 240);
    CHECK(Print(highlighter.Show(ArticleOf(c.title, "")).title) == c.marked);
  }
}

TEST_CASE("without marks the spelling that was meant is marked, if there") {
  const auto meaning = [](const char* folded, const char* exact) {
    WordGroup group;
    group.items = {{ItemKind::kFolded, folded}};
    group.forms = {exact};
    group.weights = {1.0};
    return std::vector<WordGroup>{group};
  };
  const Highlighter highlighter(Tree("tu"), meaning("tu", "tư"), 240);
  CHECK(Print(highlighter.Show(ArticleOf("Tự tu, tư tưởng", "tú tư")).title) ==
        "Tự tu, [tư] tưởng");
  CHECK(Print(highlighter.Show(ArticleOf("Tự tu", "tú tư")).snippet) ==
        "tú [tư]");
  CHECK(Print(highlighter.Show(ArticleOf("Tự tu", "tú từ")).title) ==
        "[Tự tu]");
}

TEST_CASE("the snippet is the passage with most of the query") {
  std::string body = "Mở đầu nói về nền kinh tế. ";
  for (int i = 0; i < 60; ++i)
    body += "Câu đệm thứ " + std::to_string(i) + ". ";
  body += "Bảo vệ nền tảng tư tưởng là nhiệm vụ chung. ";
  for (int i = 0; i < 60; ++i)
    body += "Câu đệm thứ " + std::to_string(i) + ". ";
  const Highlighter highlighter(Tree("bảo vệ nền tảng"), {}, 120);
  const auto snippet = Print(highlighter.Show(ArticleOf("x", body)).snippet);
  CHECK(snippet.find("[Bảo vệ nền tảng]") != std::string::npos);
  CHECK(snippet.starts_with("… "));
  CHECK(snippet.ends_with(" …"));
}

TEST_CASE("a snippet without a match is the beginning of the text") {
  const Highlighter highlighter(Tree(""), {}, 20);
  const Article article = ArticleOf("x", "Một hai ba bốn năm sáu bảy tám");
  CHECK(Print(highlighter.Show(article).snippet) == "Một hai ba bốn năm …");
}

TEST_CASE("snippets never cut a syllable, lose a character or grow too long") {
  const std::string body =
      "Hội nghị (lần thứ 5) ngày 22/10/2018, theo Nghị quyết số 35-NQ/TW: "
      "“bảo vệ nền tảng tư tưởng”; đấu tranh phản bác… Đồng chí bí thư nói:\n"
      "– Phải giữ vững! Tỷ lệ đạt 95,5 %.\nHết.";
  const Article article = ArticleOf("Tiêu đề", body);
  for (const char* query : {"", "bảo vệ", "tư", "35-NQ/TW", "hết", "%", "95,5",
                            "phai giu", "22/10/2018", "\"đồng chí\""}) {
    for (std::size_t max = 10; max < 200; max += 7) {
      CAPTURE(query);
      CAPTURE(max);
      const auto segments =
          Highlighter(Tree(query), {}, max).Show(article).snippet;
      std::string text;
      for (const Segment& segment : segments) {
        CHECK_FALSE(segment.text.empty());
        text += segment.text;
      }
      CHECK_FALSE(FirstInvalidUtf8(text));
      CHECK(CountCodePoints(text) <= max + 24);
      std::string inside = text;
      if (inside.starts_with("… ")) inside.erase(0, 4);
      if (inside.ends_with(" …")) inside.erase(inside.size() - 4);
      std::string flat = body;
      for (char& c : flat) c = c == '\n' ? ' ' : c;
      CHECK(flat.find(inside) != std::string::npos);
    }
  }
}

TEST_CASE("ranges of matches point at what matched") {
  const Article article = ArticleOf("Nền tảng", "một nền, hai nền tảng");
  const Highlighter highlighter(Tree("nen tang"), {}, 240);
  std::vector<std::string> found;
  for (const auto& [begin, end] : highlighter.Matches(article)) {
    found.push_back(article.text.substr(begin, end - begin));
  }
  CHECK(found == std::vector<std::string>{"Nền tảng", "nền", "nền tảng"});
}

TEST_SUITE_END();

}  // namespace tracuu
