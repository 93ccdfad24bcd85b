#include "indexer/encoding/doctor.h"

#include <doctest/doctest.h>

#include <string>

#include "indexer/encoding/windows_1252.h"
#include "tests/indexer/encoding/support/encode.h"

namespace tracuu {
namespace {

const std::string kText =
    "Bảo vệ nền tảng tư tưởng của Đảng, đấu tranh phản bác các quan điểm sai "
    "trái.\nHội nghị đã thống nhất chương trình hành động năm 2021.";

std::string Mojibake(std::string text, int rounds) {
  for (int i = 0; i < rounds; ++i) text = ReadAsWindows1252(text);
  return text;
}

// As ISO-8859-1 has it: bytes 80 to 9F are control characters.
std::string Latin1Mojibake(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      out += c;
    } else {
      out += static_cast<char>(0xC0 | byte >> 6);
      out += static_cast<char>(0x80 | (byte & 0x3F));
    }
  }
  return out;
}

}  // namespace

TEST_CASE("text that was read in the wrong encoding is read again") {
  struct Case {
    std::string ill;
    std::string well;
    const char* name;
  };
  const std::string tcvn3 = test::Carriable(kText, LegacyCharset::kTcvn3);
  const std::string bytes = test::Encode(tcvn3, LegacyCharset::kTcvn3);
  const Case cases[] = {
      {"B¶o vÖ nÒn t¶ng t­ t­ëng cña §¶ng", "Bảo vệ nền tảng tư tưởng của Đảng",
       "tcvn3"},
      {"Baûo veä neàn taûng tö töôûng cuûa Ñaûng",
       "Bảo vệ nền tảng tư tưởng của Đảng", "vni"},
      {Mojibake(kText, 1), kText, "utf-8 as windows-1252"},
      {Latin1Mojibake(kText), kText, "utf-8 as windows-1252"},
      {Mojibake(kText, 2), kText, "utf-8 as windows-1252 (2 times)"},
      {Mojibake(kText, 3), kText, "utf-8 as windows-1252 (3 times)"},
      {Mojibake(bytes, 1), tcvn3, "tcvn3"},
      {Mojibake(bytes, 2), tcvn3, "utf-8 as windows-1252 + tcvn3"},
  };
  for (const Case& c : cases) {
    const Treatment treatment = Diagnose(c.ill);
    CHECK(treatment.Name() == c.name);
    CHECK(Treat(c.ill, treatment) == c.well);
  }
}

TEST_CASE("text that is well, foreign or too short is left alone") {
  for (const std::string& text :
       {std::string(), kText, std::string("plain ASCII text, nothing else"),
        std::string("Müller, Ångström, Curaçao, naïve, façade, Straße, Åse "
                    "ließ Größe über Äpfel, Öl, Übung, señor, mañana, año"),
        std::string("B¶o vÖ"), std::string("\x01\x02\x03\x04\x05"),
        std::string("¶ ¶ ¶ ¶ ¶ ¶ Ö Ö Ö Ö"),
        std::string("Привет, мир, как дела"),
        std::string("© 2020 ® ™ ½ ¾ § 5 ¶ 3 ± 2 µm ÷ × ¿qué? ¡sí! ß")}) {
    CHECK_MESSAGE(Diagnose(text).is_none(), text);
    CHECK(Treat(text, Diagnose(text)) == text);
  }
}

TEST_CASE("lines that are well stay so on a page that is ill") {
  const std::string menu =
      "Trang chủ\nGiới thiệu\nTin tức – Sự kiện\nVăn bản mới\nCông dân\n";
  const std::string body =
      "B¶o vÖ nÒn t¶ng t­ t­ëng cña §¶ng\n"
      "Héi nghÞ ®· thèng nhÊt ch­¬ng tr×nh hµnh ®éng n¨m nay\n"
      "C¸c ®¹i biÓu ®· th¶o luËn s«i næi, ®ãng gãp nhiÒu ý kiÕn\n";
  const Treatment treatment = Diagnose(menu + body);
  CHECK(treatment.Name() == "tcvn3");
  CHECK(Treat(menu + body + menu, treatment) ==
        menu +
            "Bảo vệ nền tảng tư tưởng của Đảng\n"
            "Hội nghị đã thống nhất chương trình hành động năm nay\n"
            "Các đại biểu đã thảo luận sôi nổi, đóng góp nhiều ý kiến\n" +
            menu);
}

}  // namespace tracuu
