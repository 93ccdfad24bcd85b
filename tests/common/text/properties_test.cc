// What must hold for all syllables, and for any bytes at all.

#include <doctest/doctest.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/file.h"
#include "common/text/analyze.h"
#include "tests/common/text/syllables.h"
#include "tests/fuzz/analysis_properties.h"
#include "tests/support/shared_data.h"

namespace tracuu {
namespace {

constexpr char32_t kTones[] = {0x300, 0x301, 0x309, 0x303, 0x323};

icu::UnicodeString FromUtf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::string ToUtf8(const icu::UnicodeString& text) {
  std::string utf8;
  return text.toUTF8String(utf8);
}

std::string Nfc(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  return ToUtf8(
      icu::Normalizer2::getNFCInstance(status)->normalize(text, status));
}

icu::UnicodeString Nfd(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Normalizer2::getNFDInstance(status)->normalize(FromUtf8(text),
                                                             status);
}

std::string Upper(std::string_view text) {
  return ToUtf8(FromUtf8(text).toUpper());
}

// `syllable` with the acute replaced by `tone`.
std::string WithTone(std::string_view syllable, char32_t tone) {
  icu::UnicodeString decomposed = Nfd(syllable);
  decomposed.findAndReplace(icu::UnicodeString(UChar32{0x301}),
                            icu::UnicodeString(static_cast<UChar32>(tone)));
  return Nfc(decomposed);
}

bool IsVowel(UChar32 c) {
  return icu::UnicodeString(u"aeiouy").indexOf(c) >= 0;
}

// All ways to put `tone` on one of the vowels of `syllable`: after the letter
// and its own mark, or before that mark.
std::vector<icu::UnicodeString> AllPlacements(std::string_view syllable,
                                              char32_t tone) {
  const icu::UnicodeString decomposed = Nfd(syllable);
  const auto mark = static_cast<UChar32>(tone);
  std::vector<icu::UnicodeString> placements;
  for (std::int32_t i = 0; i < decomposed.length(); ++i) {
    if (!IsVowel(decomposed.char32At(i))) continue;
    icu::UnicodeString before(decomposed);
    placements.push_back(before.insert(i + 1, icu::UnicodeString(mark)));
    const bool has_mark = u_getCombiningClass(decomposed.char32At(i + 1)) != 0;
    if (!has_mark) continue;
    icu::UnicodeString after(decomposed);
    placements.push_back(after.insert(i + 2, icu::UnicodeString(mark)));
  }
  return placements;
}

// Checks every way of writing `syllable` with `tone`, which in the classic
// placement is `classic`. Returns false at the first that is not understood.
bool IsUnderstood(std::string_view syllable, char32_t tone,
                  const std::string& classic) {
  if (ExactKey(classic) != classic) return false;
  if (ExactKey(Upper(classic)) != classic) return false;
  for (const icu::UnicodeString& placement : AllPlacements(syllable, tone)) {
    if (ExactKey(ToUtf8(placement)) != classic) return false;
    if (ExactKey(Nfc(placement)) != classic) return false;
    if (ExactKey(Upper(ToUtf8(placement))) != classic) return false;
  }
  const std::string folded = FoldedKey(classic);
  return FoldedKey(folded) == folded && ExactKey(folded) == folded &&
         folded == FoldedKey(syllable);
}

}  // namespace

TEST_SUITE_BEGIN("common/text/properties");

TEST_CASE("every syllable is the same however it is written") {
  int count = 0;
  for (const std::string_view onset : test::kOnsets) {
    for (const test::Rime& rime : test::kRimes) {
      const std::string syllable =
          std::string(onset) + std::string(rime.letters);
      // "gi" before a vowel is another onset: see the next test.
      if (onset == "g" && rime.letters.starts_with("i")) continue;
      for (const char32_t tone : kTones) {
        const std::string classic =
            std::string(onset) + WithTone(rime.with_acute, tone);
        if (!IsUnderstood(syllable, tone, classic)) FAIL_CHECK(classic);
        ++count;
      }
    }
  }
  CHECK(count > 20000);
}

TEST_CASE("the u of qu and the i of gi bear no tone") {
  for (const std::string_view syllable : test::kQuGiSyllables) {
    for (const char32_t tone : kTones) {
      const std::string classic =
          ExactKey(ToUtf8(AllPlacements(syllable, tone).back()));
      CAPTURE(classic);
      CHECK(IsUnderstood(syllable, tone, classic));
      const UChar32 second = Nfd(classic).char32At(2);
      const bool has_more_vowels = AllPlacements(syllable, tone).size() > 1;
      if (has_more_vowels) CHECK(u_getCombiningClass(second) == 0);
    }
  }
}

TEST_CASE("no two syllables fall together") {
  std::vector<std::string> keys;
  for (const std::string_view onset : test::kOnsets) {
    for (const test::Rime& rime : test::kRimes) {
      keys.push_back(ExactKey(std::string(onset) + std::string(rime.letters)));
      for (const char32_t tone : kTones) {
        keys.push_back(
            ExactKey(std::string(onset) + WithTone(rime.with_acute, tone)));
      }
    }
  }
  std::sort(keys.begin(), keys.end());
  // "ng" + "..." never equals "n" + "g...": no rime starts with g.
  CHECK(std::adjacent_find(keys.begin(), keys.end()) == keys.end());
}

TEST_CASE("any bytes keep the promises of the header") {
  std::mt19937 random(20260101);
  for (int round = 0; round < 3000; ++round) {
    std::string bytes(random() % 80, '\0');
    for (char& c : bytes) c = static_cast<char>(random() & 0xFF);
    CAPTURE(round);
    CHECK(test::BrokenProperty(bytes) == "");
  }
}

TEST_CASE("any mixture of letters, marks and separators keeps them too") {
  static constexpr std::string_view kPieces[] = {
      "a",      "ê",        "ư",      "ơ",      "ộ",      "Đ",      "\u00D0",
      "q",      "gi",       "h",      "NQ",     "35",     "18",     "2021",
      "TW",     "TƯ",       ".",      ",",      "-",      "/",      " ",
      "\n",     "\r",       "'",      "\u2019", "\u0301", "\u0302", "\u0306",
      "\u031B", "\u0323",   "\u0308", "\u200B", "\u00AD", "\u00A0", "\u2013",
      "\xFF",   "\xE1\xBA", "с",      "ж",      "\u03BF", "é",      "中",
      "\u1100", "\u1161",   "\uFF11", "\uFF0F", "ﬁ",      "İ"};
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (auto n = random() % 24; n > 0; --n) {
      text += kPieces[random() % std::size(kPieces)];
    }
    CAPTURE(text);
    CHECK(test::BrokenProperty(text) == "");
  }
}

TEST_CASE("real pages keep them too") {
  const auto shared = test::SharedDir();
  if (shared.empty()) return;
  for (const char* folder : {"seeds", "real/docs"}) {
    const auto dir = shared / folder;
    if (!std::filesystem::is_directory(dir)) continue;
    for (const auto& entry : std::filesystem::directory_iterator(dir)) {
      if (!entry.is_regular_file()) continue;
      const auto page = ReadFile(entry.path());
      REQUIRE(page);
      CAPTURE(entry.path().string());
      CHECK(test::BrokenProperty(*page) == "");
    }
  }
}

TEST_SUITE_END();

}  // namespace tracuu
