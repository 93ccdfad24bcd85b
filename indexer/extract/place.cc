#include "indexer/extract/place.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "indexer/extract/unit_lexicon.h"

namespace tracuu::extract {
namespace {

template <std::size_t kSize>
bool IsOneOf(std::string_view word,
             const std::array<std::string_view, kSize>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool IsHonorific(std::string_view word) {
  static constexpr std::array<std::string_view, 9> kWords = {
      "ông", "bà", "anh", "chị", "chí", "em", "cô", "thị", "văn"};
  return IsOneOf(word, kWords);
}

// Words in front of a bare name after which it is a place.
bool IsStrongLead(std::string_view word) {
  static constexpr std::array<std::string_view, 16> kWords = {
      "tại", "ở",  "đến", "về",  "lên",  "báo", "ubnd", "hđnd",
      "ủy",  "an", "bộ",  "đài", "đoàn", "của", "thăm", "nhcsxh"};
  return IsOneOf(word, kWords);
}

// Numbers make ships and rigs of names: "Hải Dương 981".
bool NumberFollows(const ArticleView& view, std::size_t next) {
  return next < view.size() && view.joined(next) && view.token(next).numeric &&
         view.token(next).exact.size() <= 3;
}

bool HasWordsBefore(const ArticleView& view, std::size_t first,
                    const std::vector<std::string>& phrases) {
  for (const std::string& phrase : phrases) {
    std::size_t end = first;
    std::string_view rest = phrase;
    bool agrees = true;
    while (agrees && !rest.empty()) {
      const std::size_t space = rest.rfind(' ');
      const std::string_view word =
          space == std::string_view::npos ? rest : rest.substr(space + 1);
      agrees = end > 0 && view.joined(end) && view.exact(end - 1) == word;
      --end;
      rest = space == std::string_view::npos ? std::string_view()
                                             : rest.substr(0, space);
    }
    if (agrees) return true;
  }
  return false;
}

bool HasWordAfter(const ArticleView& view, std::size_t next,
                  const std::vector<std::string>& words) {
  if (!view.joined(next)) return false;
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return view.exact(next) == std::string_view(word).substr(0, word.find(' '));
  });
}

// A family name, or a capitalised run that begins with one, in front: the name
// of a person. "Trương Hòa Bình", "Lê Thanh Hóa".
bool IsPersonName(const ArticleView& view, std::size_t first) {
  std::size_t start = first;
  while (start > 0 && view.joined(start) &&
         view.token(start - 1).letter_case == LetterCase::kCapital &&
         first - start < 3) {
    --start;
  }
  for (std::size_t i = start; i < first; ++i) {
    if (IsFamilyName(view.exact(i))) return true;
  }
  return first > 0 && view.joined(first) && IsHonorific(view.exact(first - 1));
}

// "khu phố Bình Dương", "chợ Hòa Bình": something small of that name.
bool IsSmallPlace(const ArticleView& view, std::size_t first) {
  static constexpr std::array<std::string_view, 14> kTypes = {
      "phố",  "đường", "chợ", "cầu", "chùa", "thôn", "ấp",
      "khóm", "xóm",   "hẻm", "ngõ", "đình", "bến",  "làng"};
  if (first == 0 || !view.joined(first)) return false;
  if (view.exact(first - 1) == "phố" && view.before_is(first - 1, "thành")) {
    return false;
  }
  return IsOneOf(view.exact(first - 1), kTypes);
}

// Why the bare province name at the mention is no province; empty if it is.
std::string_view WhyRefused(const ArticleView& view, const PlaceName& place) {
  const std::size_t first = place.first;
  const std::size_t next = first + place.length;
  const ProvinceAmbiguity* ambiguity = AmbiguityOf(place.name);
  if (ambiguity != nullptr) {
    if (HasWordsBefore(view, first, ambiguity->reject_before)) {
      return "the word before makes it something else";
    }
    if (HasWordAfter(view, next, ambiguity->reject_after)) {
      return "the word after makes it something else";
    }
  }
  if (first > 1 && view.before_is(first, "ủy") &&
      (view.exact(first - 2) == "huyện" || view.exact(first - 2) == "thị" ||
       view.exact(first - 2) == "quận")) {
    return "a district of that name";
  }
  if (IsSmallPlace(view, first)) return "a hamlet, a street or the like";
  if (NumberFollows(view, next)) return "a number makes it a ship or a street";
  if (IsPersonName(view, first)) return "a person's name";
  if (view.exact(first) == "hồ" && place.length == 3) return "a person";
  return {};
}

bool IsHometown(const ArticleView& view, std::size_t first) {
  static constexpr std::array<std::string_view, 6> kWords = {
      "quê", "sinh", "quán", "ngụ", "nguyên", "trú"};
  constexpr std::size_t kReach = 14;
  for (std::size_t i = first; i > 0 && first - i < kReach; --i) {
    if (view.context(i - 1).sentence != view.context(first).sentence) {
      return false;
    }
    const std::string_view word = view.exact(i - 1);
    if (word == "nguyên" && !(view.exact(i) == "quán")) continue;
    // "học sinh", "sinh hoạt", "nhân sinh" are no births.
    if (word == "sinh" && !(view.exact(i) == "năm" || view.exact(i) == "ra" ||
                            view.exact(i) == "ngày" || view.exact(i) == "tại" ||
                            view.exact(i) == "ở")) {
      continue;
    }
    if (word == "quán" && view.exact(i >= 2 ? i - 2 : 0) != "quê") continue;
    if (IsOneOf(word, kWords)) return true;
  }
  return false;
}

// "Đại diện một số doanh nghiệp của tỉnh X xin dự thính", "đoàn của huyện Y,
// tỉnh X xuống học": people of the place come to look and listen.
bool IsGuest(const ArticleView& view, std::size_t first, std::size_t next) {
  static constexpr std::array<std::string_view, 4> kComers = {"diện", "đoàn",
                                                              "biểu", "khách"};
  static constexpr std::array<std::array<std::string_view, 2>, 8> kVisits = {
      {{"dự", "thính"},
       {"xuống", "học"},
       {"đến", "học"},
       {"về", "học"},
       {"tham", "quan"},
       {"thăm", "quan"},
       {"học", "hỏi"},
       {"giao", "lưu"}}};
  constexpr std::size_t kReachBefore = 10;
  constexpr std::size_t kReachAfter = 8;
  const std::uint32_t sentence = view.context(first).sentence;
  bool comes = false;
  for (std::size_t i = first; i > 0 && first - i < kReachBefore; --i) {
    if (view.context(i - 1).sentence != sentence) break;
    comes = comes || IsOneOf(view.exact(i - 1), kComers);
  }
  if (!comes) return false;
  for (std::size_t i = next; i + 1 < view.size() && i < next + kReachAfter;
       ++i) {
    if (view.context(i + 1).sentence != sentence) break;
    for (const auto& [verb, object] : kVisits) {
      if (view.exact(i) == verb && view.exact(i + 1) == object) return true;
    }
  }
  return false;
}

// "Ủy viên Bộ Chính trị, Bí thư Thành ủy X": the place of an office that
// somebody holds.
bool IsOfOffice(const ArticleView& view, std::size_t first) {
  constexpr std::size_t kLongestHead = 4;
  for (std::size_t length = 1; length <= std::min(first, kLongestHead);
       ++length) {
    const HeadMatch head = HeadAt(view, first - length);
    if (head.head == nullptr || head.length != length) continue;
    return OfficeBefore(view, first - length).kind != OfficeKind::kNone;
  }
  return false;
}

Frame FrameOf(const ArticleView& view, const PlaceName& place) {
  const std::size_t first = place.first;
  const std::size_t next = first + place.length;
  // "TP.HCM" brings its type word along.
  if (view.exact(first).substr(0, 2) == "tp") return Frame::kCertain;
  if (first > 1 && view.before_is(first, "ủy") &&
      (view.exact(first - 2) == "tỉnh" || view.exact(first - 2) == "thành")) {
    return Frame::kCertain;
  }
  if (first > 0 && view.joined(first) && IsStrongLead(view.exact(first - 1))) {
    return Frame::kStrong;
  }
  const bool starts_line = first == 0 || view.context(first).paragraph !=
                                             view.context(first - 1).paragraph;
  if (starts_line && view.role(first) == BlockRole::kTitle &&
      next < view.size() && view.gap(next) == Gap::kColon) {
    return Frame::kStrong;
  }
  return Frame::kWeak;
}

PlaceMention MakeMention(const ArticleView& view, PlaceName place,
                         Frame frame) {
  PlaceMention mention;
  const std::size_t next = place.first + place.length;
  mention.begin = view.token(place.first).begin;
  mention.end = view.token(next - 1).end;
  mention.frame = frame;
  mention.hometown = IsHometown(view, place.first);
  mention.venue = place.type.empty() && place.first > 0 &&
                  (view.gap(place.first) == Gap::kOpen ||
                   view.exact(place.first - 1) == "tại" ||
                   view.exact(place.first - 1) == "ở" ||
                   (place.first > 1 && view.exact(place.first - 2) == "thủ"));
  if (place.type == "thành phố" && place.first > 0 &&
      (view.before_is(place.first, "tại") ||
       view.before_is(place.first, "ở"))) {
    mention.venue = true;
  }
  mention.guest = IsGuest(view, place.first, next);
  mention.office = IsOfOffice(view, place.first);
  mention.former = next < view.size() && (view.exact(next) == "cũ") &&
                   (view.joined(next) || view.gap(next) == Gap::kOpen);
  mention.place = std::move(place);
  return mention;
}

// "Đắk Song: …" opens the title with the place of the news.
std::optional<PlaceName> HeadlineDistrictAt(const ArticleView& view,
                                            std::size_t i) {
  if (view.role(i) != BlockRole::kTitle || view.gap(i) != Gap::kStop) {
    return std::nullopt;
  }
  std::optional<PlaceName> place = BareDistrictAt(view, i);
  if (!place || place->before == nullptr || place->length < 2) {
    return std::nullopt;
  }
  const std::size_t next = i + place->length;
  if (next >= view.size() || view.gap(next) != Gap::kColon) {
    return std::nullopt;
  }
  return place;
}

// "xã Ba Vinh (Ba Tơ)": the district of the commune, in brackets.
std::optional<PlaceName> BracketedDistrictAt(const ArticleView& view,
                                             std::size_t i) {
  if (i >= view.size() || view.gap(i) != Gap::kOpen) return std::nullopt;
  std::optional<PlaceName> place = BareDistrictAt(view, i);
  if (!place || place->before == nullptr || place->length < 2) {
    return std::nullopt;
  }
  const std::size_t next = i + place->length;
  if (next >= view.size() ||
      (view.gap(next) != Gap::kClose && view.gap(next) != Gap::kComma)) {
    return std::nullopt;
  }
  return place;
}

// Reads one mention at token i; moves i behind it.
// `after_commune`: the mention before ends at i and is a commune's.
std::optional<PlaceMention> MentionAt(const ArticleView& view, std::size_t& i,
                                      bool after_commune,
                                      std::vector<Refusal>& refused) {
  if (std::optional<PlaceName> typed = TypedPlaceAt(view, i)) {
    i += std::max<std::size_t>(typed->length, 1);
    if (typed->name.empty()) return std::nullopt;
    return MakeMention(view, std::move(*typed), Frame::kCertain);
  }
  std::optional<PlaceName> bare = BareProvinceAt(view, i);
  if (!bare) {
    std::optional<PlaceName> headline = HeadlineDistrictAt(view, i);
    if (!headline && after_commune) headline = BracketedDistrictAt(view, i);
    i += headline ? headline->length : 1;
    if (!headline) return std::nullopt;
    return MakeMention(view, std::move(*headline), Frame::kStrong);
  }
  i += bare->length;
  const std::string_view reason = WhyRefused(view, *bare);
  if (!reason.empty()) {
    refused.push_back({"province", view.token(bare->first).begin,
                       view.token(bare->first + bare->length - 1).end,
                       bare->name + ": " + std::string(reason)});
    return std::nullopt;
  }
  const Frame frame = FrameOf(view, *bare);
  return MakeMention(view, std::move(*bare), frame);
}

// True if only a comma, a dash or "và" separates two mentions: members of one
// list. "hai tỉnh X và Y" makes Y as certain as X.
bool SameList(const ArticleView& view, const PlaceMention& a,
              const PlaceMention& b) {
  const std::size_t from = a.place.first + a.place.length;
  const std::size_t to = b.place.first;
  if (to < from || to - from > 1) return false;
  if (to == from) {
    return view.gap(to) == Gap::kComma || view.gap(to) == Gap::kDash;
  }
  const std::string_view word = view.exact(from);
  return word == "và" || word == "đến" || word == "với";
}

void MarkLists(const ArticleView& view, std::vector<PlaceMention>& mentions) {
  constexpr std::size_t kShortestList = 3;
  std::size_t start = 0;
  while (start < mentions.size()) {
    std::size_t end = start + 1;
    while (end < mentions.size() &&
           SameList(view, mentions[end - 1], mentions[end]) &&
           mentions[end].place.level == mentions[start].place.level) {
      if (mentions[start].place.type == "tỉnh" &&
          mentions[end].frame == Frame::kWeak) {
        mentions[end].frame = Frame::kCertain;
      }
      ++end;
    }
    const std::size_t before = mentions[start].place.first;
    const bool range =
        end - start == 2 && before > 0 && view.exact(before - 1) == "từ";
    if (end - start >= kShortestList || range) {
      for (std::size_t i = start; i < end; ++i) mentions[i].listed = true;
    }
    start = end;
  }
}

}  // namespace

std::vector<PlaceMention> FindPlaces(const ArticleView& view,
                                     std::vector<Refusal>& refused) {
  std::vector<PlaceMention> mentions;
  std::size_t i = 0;
  while (i < view.size()) {
    if (!view.searched(i) && !view.identity(i)) {
      ++i;
      continue;
    }
    const bool after_commune =
        !mentions.empty() &&
        mentions.back().place.level == PlaceLevel::kCommune &&
        mentions.back().place.first + mentions.back().place.length == i;
    if (std::optional<PlaceMention> mention =
            MentionAt(view, i, after_commune, refused)) {
      mentions.push_back(std::move(*mention));
    }
  }
  MarkLists(view, mentions);
  return mentions;
}

}  // namespace tracuu::extract
