#include "indexer/encoding/legacy_charset.h"

#include <doctest/doctest.h>
#include <iconv.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "common/base/file.h"
#include "tests/indexer/encoding/support/encode.h"
#include "tests/support/temp_dir.h"

namespace tracuu {
namespace {

// glibc's converter; empty if it has none of that name.
std::string ByIconv(const char* charset, std::string bytes) {
  const iconv_t converter = ::iconv_open("UTF-8", charset);
  if (converter == reinterpret_cast<iconv_t>(-1)) return {};
  std::string text(bytes.size() * 4 + 16, '\0');
  char* in = bytes.data();
  char* out = text.data();
  std::size_t in_left = bytes.size();
  std::size_t out_left = text.size();
  ::iconv(converter, &in, &in_left, &out, &out_left);
  ::iconv(converter, nullptr, nullptr, &out, &out_left);
  ::iconv_close(converter);
  text.resize(text.size() - out_left);
  return text;
}

// GNU recode, a program; empty if it is not installed.
std::string ByRecode(const std::string& charset, const std::string& bytes) {
  const test::TempDir dir;
  const std::filesystem::path file = dir.path() / "text";
  REQUIRE(ReplaceFile(file, bytes));
  const std::string command =
      "recode -f " + charset + "/..UTF-8 '" + file.string() + "' 2>/dev/null";
  if (std::system(command.c_str()) != 0) return {};
  const auto text = ReadFile(file);
  return text ? *text : std::string();
}

}  // namespace

TEST_CASE("each encoding decodes what it is known for") {
  struct Case {
    LegacyCharset charset;
    const char* bytes;
    const char* text;
  };
  const Case cases[] = {
      {LegacyCharset::kTcvn3,
       "B\xB6o v\xD6 n\xD2n t\xB6ng t\xAD t\xAD\xEBng c\xF1\x61 \xA7\xB6ng",
       "Bảo vệ nền tảng tư tưởng của Đảng"},
      {LegacyCharset::kVni,
       "Ba\xFBo ve\xE4 ne\xE0n ta\xFBng t\xF6 t\xF6\xF4\xFBng cu\xFB\x61 "
       "\xD1\x61\xFBng",
       "Bảo vệ nền tảng tư tưởng của Đảng"},
      {LegacyCharset::kViscii, "B\xE4o v\xAE n\xABn t\xE4ng",
       "Bảo vệ nền tảng"},
      {LegacyCharset::kVps, "B\xE4o v\x8C n\x8An t\xE4ng", "Bảo vệ nền tảng"},
      {LegacyCharset::kWindows1258, "Ba\xD2o v\xEA\xF2 n\xEA\xCCn",
       "Bảo vệ nền"},
      // What an encoding does not use stays what Windows has there.
      {LegacyCharset::kTcvn3, "\x93\x61\x94 \x96 30\xB0", "“a” – 30°"},
      {LegacyCharset::kVni, "\x93x\x85", "“x…"},
  };
  for (const Case& c : cases) {
    CHECK(DecodeLegacy(c.bytes, c.charset) == c.text);
  }
}

TEST_CASE("all letters come back from each encoding") {
  for (const LegacyCharset charset : kLegacyCharsets) {
    std::size_t carried = 0;
    for (const std::string& letter : test::VietnameseLetters()) {
      const std::string typed = test::Carriable(letter, charset);
      CHECK_MESSAGE(
          DecodeLegacy(test::Encode(typed, charset), charset) == typed, letter);
      if (typed == letter) ++carried;
    }
    // The fonts of TCVN3 draw 60 capitals with tones as small letters.
    CHECK(carried == (charset == LegacyCharset::kTcvn3 ? 74 : 134));
  }
}

TEST_CASE("the tables agree with glibc's converters") {
  struct Case {
    LegacyCharset charset;
    const char* name;
  };
  const Case cases[] = {{LegacyCharset::kTcvn3, "TCVN5712-1"},
                        {LegacyCharset::kViscii, "VISCII"},
                        {LegacyCharset::kWindows1258, "CP1258"}};
  for (const Case& c : cases) {
    if (ByIconv(c.name, "a").empty()) {
      MESSAGE("skipped: this system's iconv has no ", c.name);
      continue;
    }
    for (const std::string& letter : test::VietnameseLetters()) {
      const std::string typed = test::Carriable(letter, c.charset);
      const std::string bytes = test::Encode(typed, c.charset);
      CHECK_MESSAGE(ByIconv(c.name, bytes) == typed, c.name, " ", typed);
    }
  }
}

TEST_CASE("the tables agree with GNU recode") {
  struct Case {
    LegacyCharset charset;
    const char* name;
  };
  const Case cases[] = {{LegacyCharset::kTcvn3, "TCVN"},
                        {LegacyCharset::kViscii, "VISCII"},
                        {LegacyCharset::kVni, "VNI"},
                        {LegacyCharset::kVps, "VPS"}};
  if (ByRecode("VISCII", "a").empty()) {
    MESSAGE("skipped: no program recode");
    return;
  }
  for (const Case& c : cases) {
    std::string bytes;
    std::string text;
    for (std::string letter : test::VietnameseLetters()) {
      // recode has no code for this one.
      if (c.charset == LegacyCharset::kVps && letter == "Ỗ") continue;
      letter = test::Carriable(letter, c.charset);
      bytes += test::Encode(letter, c.charset) + "\n";
      // recode 3.6 has these two the wrong way round.
      if (c.charset == LegacyCharset::kVni && letter == "Ằ") {
        letter = "Ắ";
      } else if (c.charset == LegacyCharset::kVni && letter == "Ắ") {
        letter = "Ằ";
      }
      text += letter + "\n";
    }
    CHECK_MESSAGE(ByRecode(c.name, bytes) == text, c.name);
  }
}

}  // namespace tracuu
