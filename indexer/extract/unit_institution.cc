#include "indexer/extract/unit_institution.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "indexer/extract/place_name.h"
#include "indexer/extract/unit_lexicon.h"

namespace tracuu::extract {
namespace {

constexpr std::size_t kLongestName = 10;  // Tokens

// Tokens of the word for the sort of institution.
std::size_t SortAt(const ArticleView& view, std::size_t first) {
  static constexpr std::array<std::array<std::string_view, 3>, 40> kSorts = {{
      {"tổng", "công", "ty"}, {"trung", "tâm", ""},    {"trường", "", ""},
      {"bệnh", "viện", ""},   {"công", "ty", ""},      {"nhà", "máy", ""},
      {"ngân", "hàng", ""},   {"trạm", "", ""},        {"đội", "", ""},
      {"phòng", "", ""},      {"viện", "", ""},        {"khoa", "", ""},
      {"hạt", "", ""},        {"đồn", "", ""},         {"chi", "cục", ""},
      {"cục", "", ""},        {"xí", "nghiệp", ""},    {"hợp", "tác", ""},
      {"ban", "quản", ""},    {"học", "viện", ""},     {"chi", "nhánh", ""},
      {"bảo", "tàng", ""},    {"tiểu", "đội", ""},     {"trung", "đội", ""},
      {"đại", "đội", ""},     {"tiểu", "đoàn", ""},    {"tập", "đoàn", ""},
      {"điện", "lực", ""},    {"nông", "trường", ""},  {"lâm", "trường", ""},
      {"cảng", "", ""},       {"vườn", "quốc", "gia"}, {"nhà", "hát", ""},
      {"xưởng", "", ""},      {"hải", "đội", ""},      {"bưu", "điện", ""},
      {"cung", "", ""},       {"ga", "", ""},          {"trại", "", ""},
      {"kho", "", ""},
  }};
  if (first >= view.size() || !view.capital(first)) return 0;
  for (const auto& words : kSorts) {
    std::size_t length = 0;
    while (length < words.size() && !words[length].empty() &&
           (length == 0 ? view.exact(first) == words[0]
                        : view.next_is(first + length, words[length]))) {
      ++length;
    }
    if (length == words.size() || words[length].empty()) return length;
  }
  return 0;
}

// True for either half of a word that stays in lower case inside such names.
bool StaysInName(const ArticleView& view, std::size_t i) {
  static constexpr std::array<std::array<std::string_view, 2>, 9> kWords = {{
      {"khu", "vực"},
      {"thị", "trường"},
      {"liên", "huyện"},
      {"phổ", "thông"},
      {"nội", "trú"},
      {"cửa", "khẩu"},
      {"dân", "tộc"},
      {"quốc", "gia"},
      {"chuyên", "khoa"},
  }};
  return std::any_of(kWords.begin(), kWords.end(), [&](const auto& word) {
    return (view.exact(i) == word[0] && view.next_is(i + 1, word[1])) ||
           (view.exact(i) == word[1] && view.before_is(i, word[0]));
  });
}

// "Phòng Phổ biến |pháp luật| thuộc", "Phòng thí nghiệm Sinh thái |biển|, …":
// how many words in lower case still belong to the name, as shows by what ends
// them.
std::size_t LowerTail(const ArticleView& view, std::size_t first) {
  static constexpr std::array<std::string_view, 14> kAdverbs = {
      "luôn", "cũng", "còn",  "vẫn",   "đang", "sẽ",  "thường",
      "cùng", "phải", "chưa", "không", "chỉ",  "mới", "liền"};
  constexpr std::size_t kLongest = 3;
  for (std::size_t length = 0; length <= kLongest; ++length) {
    const std::size_t i = first + length;
    if (i >= view.size() || !view.joined(i)) return length == 1 ? 1 : 0;
    if (view.exact(i) == "thuộc" || VerbAt(view, i).kind != VerbKind::kNone) {
      return length;
    }
    const bool is_name = view.token(i).letter_case == LetterCase::kLower &&
                         std::find(kAdverbs.begin(), kAdverbs.end(),
                                   view.exact(i)) == kAdverbs.end();
    if (!is_name || HeadAt(view, i).head != nullptr || TypedPlaceAt(view, i)) {
      return 0;
    }
  }
  return 0;
}

// "Kinh |tế|", not "Vinh |và|".
bool MayBeHalf(const ArticleView& view, std::size_t i) {
  static constexpr std::array<std::string_view, 6> kJoints = {
      "và", "của", "về", "các", "hoặc", "như"};
  return std::find(kJoints.begin(), kJoints.end(), view.exact(i)) ==
             kJoints.end() &&
         view.exact(i - 1) != "đảng";
}

// Two syllables of one word, as names write it: "Nhân văn".
bool IsWordOfName(const ArticleView& view, std::size_t i) {
  return i + 1 < view.size() && view.capital(i) && view.joined(i + 1) &&
         view.token(i + 1).letter_case == LetterCase::kLower &&
         HeadAt(view, i).head == nullptr && !TypedPlaceAt(view, i) &&
         !IsFamilyName(view.exact(i));
}

// "Xã hội |và Nhân| văn" joins words, "Trần Phú và Lê Lợi" names.
bool JoinsWords(const ArticleView& view, std::size_t i) {
  return view.exact(i) == "và" && view.joined(i + 1) &&
         view.token(i - 1).letter_case == LetterCase::kLower &&
         IsWordOfName(view, i + 1);
}

// "Kinh tế |- Kỹ| thuật": a dash between two words of one name.
bool JoinsByDash(const ArticleView& view, std::size_t i) {
  return view.gap(i) == Gap::kDash &&
         view.token(i - 1).letter_case == LetterCase::kLower &&
         IsWordOfName(view, i);
}

// "TNHH", "MTV": the sort of a firm, which no name begins with.
bool IsFirmForm(std::string_view word) {
  static constexpr std::array<std::string_view, 9> kForms = {
      "tnhh", "mtv", "cp", "tm", "dv", "sx", "xd", "xnk", "tmdv"};
  return std::find(kForms.begin(), kForms.end(), word) != kForms.end();
}

// Tokens of the name at `first`: words in lower case up to the first capital,
// then capitalised ones; 0 if no capital comes.
std::size_t NameLength(const ArticleView& view, std::size_t first,
                       std::size_t most) {
  std::size_t end = 0;
  std::size_t capitals = 0;  // In a row, up to here.
  bool may_be_lower = true;
  for (std::size_t length = 0; length < most; ++length) {
    const std::size_t here = first + length;
    if (!view.joined(here) &&
        (end == 0 || here >= view.size() || !JoinsByDash(view, here))) {
      break;
    }
    // "Trường THPT Nguyễn Ngày Mai": a capital makes a name of any word.
    const bool named = view.token(here).letter_case == LetterCase::kCapital;
    if (!named && EndsName(view, here)) break;
    // "Học viện Cán |bộ|" is no ministry either.
    const bool half = capitals == 1 &&
                      view.token(here).letter_case == LetterCase::kLower &&
                      MayBeHalf(view, here);
    const bool stays = half || (end != 0 && StaysInName(view, here));
    if (!stays &&
        (TypedPlaceAt(view, here) || HeadAt(view, here).head != nullptr)) {
      break;
    }
    if (IsFirmForm(view.exact(here))) {
      may_be_lower = true;
      capitals = 0;
    } else if (view.capital(here) || view.token(here).numeric) {
      may_be_lower = false;
      ++capitals;
      end = length + 1;
    } else if (stays) {
      capitals = 0;
      end = length + 1;
    } else if (!may_be_lower && !(capitals == 0 && JoinsWords(view, here))) {
      break;
    }
  }
  return end;
}

}  // namespace

SortMatch InstitutionSortAt(const ArticleView& view, std::size_t first) {
  struct Row {
    std::string_view words[2];
    std::string_view sort;
  };
  static constexpr std::array<Row, 8> kRows = {{
      {{"công", "ty"}, "công ty"},
      {{"nhà", "trường"}, "trường"},
      {{"trường", ""}, "trường"},
      {{"bệnh", "viện"}, "bệnh viện"},
      {{"trung", "tâm"}, "trung tâm"},
      {{"nhà", "máy"}, "nhà máy"},
      {{"học", "viện"}, "học viện"},
      {{"hợp", "tác"}, "hợp tác"},
  }};
  if (first >= view.size()) return {};
  for (const Row& row : kRows) {
    if (view.exact(first) != row.words[0]) continue;
    if (row.words[1].empty()) return {row.sort, 1};
    if (view.next_is(first + 1, row.words[1])) return {row.sort, 2};
  }
  return {};
}

std::size_t InstitutionNameAt(const ArticleView& view, std::size_t first) {
  if (!view.joined(first) ||
      (!view.capital(first) && !view.token(first).numeric)) {
    return 0;
  }
  return NameLength(view, first, kLongestName);
}

std::size_t InstitutionAt(const ArticleView& view, std::size_t first) {
  const std::size_t sort = SortAt(view, first);
  if (sort == 0) return 0;
  const std::size_t name = NameLength(view, first + sort, kLongestName - sort);
  if (name == 0) return 0;
  const std::size_t length = sort + name;
  const bool is_room = view.exact(first) == "phòng";
  return is_room ? length + LowerTail(view, first + length) : length;
}

}  // namespace tracuu::extract
