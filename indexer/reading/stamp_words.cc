#include "indexer/reading/stamp_words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

namespace tracuu {
namespace {

bool IsNumber(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == ',' || c == ':' ||
           c == '/' || c == '-' || c == '+';
  });
}

template <std::size_t kSize>
bool IsOneOf(std::string_view word,
             const std::array<std::string_view, kSize>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Words that stand around the date of a stamp, folded: of dates and times,
// labels and counters.
constexpr auto kStampWords = std::to_array<std::string_view>(
    {"am",        "at",       "ch",     "sa",       "sang",    "chieu",
     "toi",       "ba",       "ban",    "bai",      "bay",     "binh",
     "by",        "cap",      "chu",    "cn",       "comment", "comments",
     "da",        "dang",     "date",   "doc",      "dua",     "duoc",
     "gian",      "gio",      "gmt",    "gui",      "h",       "hai",
     "hits",      "hoi",      "len",    "lan",      "luan",    "luc",
     "luot",      "nam",      "ngay",   "nguoi",    "nhat",    "on",
     "phan",      "phat",     "phut",   "pm",       "post",    "posted",
     "published", "sau",      "so",     "t",        "tao",     "thang",
     "thoi",      "thu",      "tin",    "tu",       "update",  "updated",
     "last",      "utc",      "vao",    "viet",     "view",    "views",
     "xem",       "xuat",     "z",      "hanh",     "ghi",     "doi",
     "sua",       "bien",     "tap",    "gmt7",     "cuoi",    "cung",
     "g",         "p",        "d",      "phien",    "mon",     "tue",
     "wed",       "fri",      "sat",    "sun",      "monday",  "tuesday",
     "wednesday", "thursday", "friday", "saturday", "sunday",  "admin",
     "editor",    "webmaster"});

// Buttons that stand in the same line.
constexpr auto kToolPhrases = std::to_array<std::string_view>(
    {"in bai viet", "in trang",    "ban in",   "in an",         "gui email",
     "email",       "chia se",     "co chu",   "nghe bai viet", "nghe doc bai",
     "doc bai",     "phan hoi",    "facebook", "zalo",          "twitter",
     "print",       "google news", "theo doi", "luu bai viet",  "phut doc",
     "in",          "mac dinh",    "lon hon",  "nho hon",       "a a",
     "aa",          "quay lai"});

// What stands before a date that says of it that it is the day of publication;
// and of change. Folded.
constexpr auto kPublishedLabels =
    std::to_array<std::string_view>({"dang luc",       "dang ngay",
                                     "dang vao",       "dang tin",
                                     "duoc dang",      "duoc gui",
                                     "da dang",        "ngay dang",
                                     "ngay dang tin",  "ngay dang bai",
                                     "dang bai",       "ngay gui",
                                     "ngay gui bai",   "ngay tao",
                                     "ngay viet",      "duoc viet",
                                     "ngay dua tin",   "ngay dua len",
                                     "dua tin",        "ngay xuat ban",
                                     "ngay phat hanh", "xuat ban",
                                     "thoi gian dang", "thoi gian dang tin",
                                     "gui luc",        "tao luc",
                                     "posted on",      "published",
                                     "published on",   "date posted",
                                     "ngay post",      "post on",
                                     "ngay public",    "publish date",
                                     "posted",         "dang tai",
                                     "ngay dang tai",  "thoi gian xuat ban",
                                     "ngay nhap",      "ngay dua",
                                     "ra ngay",        "so ra ngay"});
constexpr auto kUpdatedLabels = std::to_array<std::string_view>(
    {"cap nhat", "cap nhat luc", "cap nhat ngay", "ngay cap nhat",
     "cap nhat lan cuoi", "cap nhat cuoi", "lan cap nhat cuoi",
     "cap nhat moi nhat", "last updated", "updated", "updated on",
     "sua lan cuoi", "chinh sua lan cuoi", "lan sua cuoi"});
// A document's days, and those of persons and offers.
constexpr auto kOtherLabels = std::to_array<std::string_view>(
    {"ban hanh", "hieu luc", "het han", "ngay sinh", "sinh ngay", "ngay ky",
     "han nop", "ngay hop", "khai giang", "hom nay"});
// What a line begins with that goes on with a name and the day: "Đăng bởi admin
// ngày 29/11/2021".
constexpr auto kPersonLabels = std::to_array<std::string_view>(
    {"dang boi", "duoc dang boi", "nguoi dang", "gui boi", "viet boi",
     "posted by", "submitted by", "post by", "nguoi gui", "nguoi cap nhat",
     "nguoi nhap", "nguoi tao", "nguoi viet", "tac gia"});
// Words that may stand between a label and its date.
constexpr auto kLinkWords = std::to_array<std::string_view>(
    {"luc", "ngay", "vao", "on",  "at",  "thu",  "hai",    "ba",
     "tu",  "nam",  "sau", "bay", "chu", "nhat", "cn",     "h",
     "gio", "phut", "gmt", "tin", "hoi", "moi",  "tin bai"});

template <std::size_t kSize>
bool EndsWithOneOf(std::string_view words,
                   const std::array<std::string_view, kSize>& phrases) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [words](std::string_view phrase) {
                       return words.ends_with(phrase) &&
                              (words.size() == phrase.size() ||
                               words[words.size() - phrase.size() - 1] == ' ');
                     });
}

template <std::size_t kSize>
bool HoldsOneOf(std::string_view words,
                const std::array<std::string_view, kSize>& phrases) {
  const std::string padded = " " + std::string(words) + " ";
  return std::any_of(phrases.begin(), phrases.end(),
                     [&padded](std::string_view phrase) {
                       return padded.find(" " + std::string(phrase) + " ") !=
                              std::string::npos;
                     });
}

// Takes the words of buttons out.
std::string WithoutTools(std::string words) {
  words = " " + words + " ";
  for (const std::string_view tool : kToolPhrases) {
    const std::string phrase = " " + std::string(tool) + " ";
    for (std::size_t at = words.find(phrase); at != std::string::npos;
         at = words.find(phrase)) {
      words.replace(at, phrase.size(), " ");
    }
  }
  return words;
}

}  // namespace

bool IsStampWord(std::string_view word) { return IsOneOf(word, kStampWords); }

bool HoldsOtherLabel(std::string_view words) {
  return HoldsOneOf(words, kOtherLabels);
}

// What the words before a date make of it.
StampShape LabelBefore(std::string_view words) {
  for (;;) {
    // "cap nhat" before "nhat": a label may end like a weekday.
    if (EndsWithOneOf(words, kPublishedLabels)) return StampShape::kPublished;
    if (EndsWithOneOf(words, kUpdatedLabels)) return StampShape::kUpdated;
    const std::size_t space = words.rfind(' ');
    const std::string_view last =
        space == std::string_view::npos ? words : words.substr(space + 1);
    if (last.empty() || (!IsOneOf(last, kLinkWords) && !IsNumber(last))) {
      return StampShape::kNone;
    }
    words = space == std::string_view::npos ? std::string_view()
                                            : words.substr(0, space);
  }
}

bool NamesPerson(std::string_view words) {
  return std::any_of(
      kPersonLabels.begin(), kPersonLabels.end(),
      [words](std::string_view label) {
        return words.starts_with(label) &&
               (words.size() == label.size() || words[label.size()] == ' ');
      });
}

// True if the words are those of stamps, counters and buttons.
bool AreStampWords(std::string words) {
  words = WithoutTools(std::move(words));
  std::size_t at = 0;
  while (at < words.size()) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    const std::string_view word = std::string_view(words).substr(at, end - at);
    if (!word.empty() && !IsNumber(word) && !IsOneOf(word, kStampWords)) {
      return false;
    }
    at = end + 1;
  }
  return true;
}

}  // namespace tracuu
