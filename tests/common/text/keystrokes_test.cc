#include "common/text/keystrokes.h"

#include <doctest/doctest.h>

#include <array>
#include <fstream>
#include <string>
#include <vector>

#include "common/text/analyze.h"
#include "common/text/syllable_grammar.h"
#include "tests/common/text/keyboard.h"
#include "tests/common/text/syllables.h"

namespace tracuu {
namespace {

bool IsOwn(std::string_view word) {
  return word == "ubnd" || word == "hđnd" || word == "tw" || word == "nq";
}

std::string Read(const std::vector<std::string_view>& pieces) {
  const auto reading = ReadKeystrokes(pieces, IsOwn);
  if (!reading) return "as typed";
  std::string text = reading->certain ? "" : "perhaps: ";
  for (std::size_t i = 0; i < reading->pieces.size(); ++i) {
    text += (i == 0 ? "" : " | ") + reading->pieces[i];
  }
  return text;
}

std::string Telex(std::string_view word) {
  return DecodeSyllable(word, InputMethod::kTelex).value_or("");
}
std::string Vni(std::string_view word) {
  return DecodeSyllable(word, InputMethod::kVni).value_or("");
}

TEST_SUITE_BEGIN("common/text/keystrokes");

TEST_CASE("the grammar knows syllables") {
  for (const char* yes :
       {"nghị", "giếng", "gì", "gìn", "quyết", "quý", "thuở", "ngoằn", "kỷ",
        "yêu", "đắk", "oanh", "khuỷu", "hươu", "bác", "bạc", "ý", "rượu"}) {
    CAPTURE(yes);
    CHECK(IsSyllable(yes));
    CHECK(IsFoldedSyllable(FoldedKey(yes)));
  }
  for (const char* no : {"bàt", "ngị", "kanh", "cí", "tw", "wifi", "mp3", "",
                         "nnền", "hòaa", "biêt", "môtj", "ghá"}) {
    CAPTURE(no);
    CHECK_FALSE(IsSyllable(no));
  }
  for (const char* no : {"neenf", "ddang", "tw", "xiii", "bo65", "text"}) {
    CAPTURE(no);
    CHECK_FALSE(IsFoldedSyllable(no));
  }
}

TEST_CASE("keys make syllables") {
  struct Case {
    const char* telex;
    const char* vni;
    const char* syllable;
  };
  constexpr std::array<Case, 26> kCases{{
      {"baor", "bao3", "bảo"},
      {"veej", "ve65", "vệ"},
      {"neenf", "ne62n", "nền"},
      {"neefn", "nen62", "nền"},
      {"tangr", "ta3ng", "tảng"},
      {"tuw", "tu7", "tư"},
      {"tuowngr", "tu7o7ng3", "tưởng"},
      {"tuwowngr", "tuo7ng3", "tưởng"},
      {"tuongwr", "tuong73", "tưởng"},
      {"ddangr", "d9ang3", "đảng"},
      {"dangrd", "dang39", "đảng"},
      {"dangdr", "dang93", "đảng"},
      {"thuowr", "thuo73", "thuở"},
      {"quys", "quy1", "quý"},
      {"quawng", "qua8ng", "quăng"},
      {"muaw", "mua7", "mưa"},
      {"hoawcj", "hoa85c", "hoặc"},
      {"hoaf", "hoa2", "hòa"},
      {"giuwx", "giu74", "giữ"},
      {"gif", "gi2", "gì"},
      {"nghieepj", "nghie6p5", "nghiệp"},
      {"tanaf", "tan62", "tần"},
      {"thwcj", "thu75c", "thực"},
      {"khuyur", "khuyu3", "khuỷu"},
      {"hwowngs", "hu7o7ng1", "hướng"},
      {"lawks", "la81k", "lắk"},
  }};
  for (const Case& c : kCases) {
    CAPTURE(std::string(c.telex));
    CHECK(Telex(c.telex) == std::string(c.syllable));
    CAPTURE(std::string(c.vni));
    CHECK(Vni(c.vni) == std::string(c.syllable));
  }
}

TEST_CASE("words that are none stay none") {
  for (const char* word :
       {"text", "dang", "class", "cheers", "here", "windows", "jazz", "zoo",
        "ddd", "baass", "tooo", "s", "w", "www", "free",
        "aaaaaaaaaaaaaaaaaaaaaaaaa", "covid19", ""}) {
    CAPTURE(std::string(word));
    CHECK(Telex(word) == "");
  }
  for (const char* word : {"h5n1", "covid19", "mp3", "2021", "t10", "khoa12",
                           "dang", "a45", "ba1t2", "9d"}) {
    CAPTURE(std::string(word));
    CHECK(Vni(word) == "");
  }
}

TEST_CASE("all syllables are read back, however they were typed") {
  std::size_t tried = 0;
  for (const std::string_view onset : test::kOnsets) {
    for (const test::Rime& rime : test::kRimes) {
      for (const std::string_view letters : {rime.letters, rime.with_acute}) {
        const std::string syllable =
            ExactKey(std::string(onset) + std::string(letters));
        if (!IsSyllable(syllable)) continue;
        // "ngoongs" is ngống to everybody but an input method.
        if (rime.letters == "ooc" || rime.letters == "oong") continue;
        for (const test::Habit habit :
             {test::Habit::kInPlace, test::Habit::kToneEarly,
              test::Habit::kMarksLate}) {
          const std::string telex =
              test::TypeRaw(syllable, InputMethod::kTelex, habit);
          const std::string vni =
              test::TypeRaw(syllable, InputMethod::kVni, habit);
          if (telex != syllable) {
            CAPTURE(telex);
            CHECK(Telex(telex) == syllable);
          }
          if (vni != syllable) {
            CAPTURE(vni);
            CHECK(Vni(vni) == syllable);
          }
          ++tried;
        }
      }
    }
  }
  CHECK(tried > 10'000);
}

TEST_CASE("a query is keystrokes as a whole or not at all") {
  struct Case {
    std::vector<std::string_view> pieces;
    const char* reading;
  };
  const std::vector<Case> cases{
      {{"baor veej neenf tangr tuw tuowngr"}, "bảo vệ nền tảng tư tưởng"},
      {{"bao3 ve65 ne62n ta3ng"}, "bảo vệ nền tảng"},
      {{"D9ang3 bo65"}, "Đảng bộ"},
      {{"DDANGR BOOJ"}, "ĐẢNG BỘ"},
      {{"tinhr uyr laof cai"}, "tỉnh ủy lào cai"},
      {{"quang3 tri5"}, "quảng trị"},
      {{"coong tacs"}, "công tác"},
      {{"tw tuowngr"}, "tư tưởng"},
      {{"chieens six"}, "chiến sĩ"},
      {{"nghij quyeets tw 4 khoas XII"}, "nghị quyết tw 4 khóa XII"},
      {{"nghij quyeets 35-nq/tw"}, "nghị quyết 35-nq/tw"},
      {{"hddnd tinhr"}, "hđnd tỉnh"},
      {{"ubnd tinhr ddawks lawks"}, "ubnd tỉnh đắk lắk"},
      {{"neenf tangr", "Ddangr"}, "nền tảng | Đảng"},
      {{"ngafy 22/10/2018 hocj"}, "ngày 22/10/2018 học"},
      {{"neenf"}, "perhaps: nền"},
      {{"neenf tang"}, "perhaps: nền tang"},
      {{"đảng booj"}, "as typed"},
      {{"text box"}, "as typed"},
      {{"this is his box"}, "as typed"},
      {{"khoa IX"}, "as typed"},
      {{"dai hoi ix xix"}, "as typed"},
      {{"to1 lop5"}, "as typed"},
      {{"lop5"}, "as typed"},
      {{"ban35 quy1"}, "as typed"},
      {{"phuong1 quan3"}, "as typed"},
      {{"neenf tangr windows"}, "as typed"},
      {{""}, "as typed"},
      {{}, "as typed"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.pieces.empty() ? "" : std::string(c.pieces[0]));
    CHECK(Read(c.pieces) == std::string(c.reading));
  }
}

// Every line of a file of queries, but for remarks.
std::size_t CheckUnread(const std::string& file) {
  std::ifstream in(TRACUU_SOURCE_DIR "/tests/" + file);
  std::size_t queries = 0;
  for (std::string query; std::getline(in, query);) {
    if (query.starts_with('#')) continue;
    CAPTURE(query);
    CHECK(Read({query}) == "as typed");
    ++queries;
  }
  return queries;
}

TEST_CASE("English, unmarked Vietnamese and labels are never keystrokes") {
  CHECK(CheckUnread("common/text/unread_queries.txt") >= 500);
  CHECK(CheckUnread("eval/not_keystrokes.txt") >= 500);
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
