#include "indexer/extract/place_name.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "indexer/extract/phrase_trie.h"

namespace tracuu::extract {
namespace {

constexpr std::string_view kHoChiMinh = "Hồ Chí Minh";

// A name that one or both lists of provinces have.
struct ProvinceEntry {
  const Province* before = nullptr;
  const Province* from = nullptr;
};

// All province and district names, ready to match. Built once.
class Gazetteer {
 public:
  static const Gazetteer& Get() {
    static const auto* const kGazetteer = new Gazetteer;
    return *kGazetteer;
  }

  PhraseTrie provinces;        // Names that may stand without type word.
  PhraseTrie typed_provinces;  // Names that need one: "Hồ Chí Minh".
  PhraseTrie districts;
  PhraseTrie types;
  std::vector<ProvinceEntry> province_entries;
  std::vector<std::string> district_keys;

 private:
  Gazetteer();
  int EntryOf(const Province* before, const Province* from);
  void AddProvince(const Province& province, int entry);
};

struct TypeWord {
  std::string_view written;
  std::string_view type;
  PlaceLevel level;
};

constexpr std::array<TypeWord, 17> kTypeWords = {{
    {"tỉnh", "tỉnh", PlaceLevel::kProvince},
    {"thủ đô", "thành phố", PlaceLevel::kProvince},
    {"thành phố", "thành phố", PlaceLevel::kDistrict},
    {"tp", "thành phố", PlaceLevel::kDistrict},
    {"t.p", "thành phố", PlaceLevel::kDistrict},
    {"huyện", "huyện", PlaceLevel::kDistrict},
    {"h", "huyện", PlaceLevel::kDistrict},
    {"quận", "quận", PlaceLevel::kDistrict},
    {"q", "quận", PlaceLevel::kDistrict},
    {"thị xã", "thị xã", PlaceLevel::kDistrict},
    {"tx", "thị xã", PlaceLevel::kDistrict},
    {"xã", "xã", PlaceLevel::kCommune},
    {"phường", "phường", PlaceLevel::kCommune},
    {"p", "phường", PlaceLevel::kCommune},
    {"thị trấn", "thị trấn", PlaceLevel::kCommune},
    {"đặc khu", "đặc khu", PlaceLevel::kCommune},
    {"tt", "thị trấn", PlaceLevel::kCommune},
}};

// The names are also written as one word: "ĐắkNông", "ĐăkR'Lấp".
std::string Glued(std::string_view name) {
  std::string glued(name);
  std::erase(glued, ' ');
  return glued;
}

Gazetteer::Gazetteer() {
  for (std::size_t i = 0; i < kTypeWords.size(); ++i) {
    types.Add(kTypeWords[i].written, static_cast<int>(i));
  }
  for (const Province& province : ProvincesBefore2025()) {
    const Province* same = FindProvince(province.name, ProvinceEra::kFrom2025);
    AddProvince(province, EntryOf(&province, same));
  }
  for (const Province& province : ProvincesFrom2025()) {
    const Province* same =
        FindProvince(province.name, ProvinceEra::kBefore2025);
    AddProvince(province, EntryOf(same, &province));
  }
  for (const District& district : AllDistricts()) {
    const int key = static_cast<int>(district_keys.size());
    district_keys.push_back(ExactKey(district.name));
    districts.Add(district.name, key);
    districts.Add(Glued(district.name), key);
    for (const std::string& alias : district.aliases) {
      districts.Add(alias, key);
    }
  }
}

int Gazetteer::EntryOf(const Province* before, const Province* from) {
  province_entries.push_back({before, from});
  return static_cast<int>(province_entries.size()) - 1;
}

void Gazetteer::AddProvince(const Province& province, int entry) {
  if (province.name == kHoChiMinh) {
    typed_provinces.Add(province.name, entry);
  } else {
    provinces.Add(province.name, entry);
    provinces.Add(Glued(province.name), entry);
  }
  for (const std::string& alias : province.strong_aliases) {
    provinces.Add(alias, entry);
  }
}

PlaceName ProvincePlace(const ProvinceEntry& entry, std::size_t first,
                        std::size_t length) {
  PlaceName place;
  place.level = PlaceLevel::kProvince;
  place.before = entry.before;
  place.from = entry.from;
  place.name = entry.before != nullptr ? entry.before->name : entry.from->name;
  // The city is not called by the province's name.
  if (length == 1 && entry.from != nullptr) place.name = entry.from->name;
  place.first = first;
  place.length = length;
  return place;
}

// True if the tokens are written as a name: the first has a capital, and a
// bare name all of them.
bool WrittenAsName(const ArticleView& view, std::size_t first,
                   std::size_t length, bool bare) {
  for (std::size_t i = first; i < first + length; ++i) {
    if (i > first && !bare) return true;
    if (!view.capital(i) && !view.token(i).numeric) return false;
  }
  return true;
}

std::optional<PlaceName> ProvinceAt(const ArticleView& view, std::size_t first,
                                    bool bare) {
  if (first >= view.size()) return std::nullopt;
  const Gazetteer& gazetteer = Gazetteer::Get();
  PhraseTrie::Match match = gazetteer.provinces.Longest(view, first, true);
  if (!match && !bare) {
    match = gazetteer.typed_provinces.Longest(view, first, true);
  }
  if (!match || !WrittenAsName(view, first, match.length, bare)) {
    return std::nullopt;
  }
  return ProvincePlace(
      gazetteer.province_entries[static_cast<std::size_t>(match.value)], first,
      match.length);
}

// The district that `key` names, with its type if one has it; fills what is
// certain about its province.
void ResolveDistrict(const std::string& key, PlaceName& place) {
  std::vector<const District*> named;
  for (const District* district : DistrictsNamed(key)) {
    if (place.type.empty() || district->type == place.type) {
      named.push_back(district);
    }
  }
  if (named.empty()) {
    // The table knows a district under its last type only.
    const auto all = DistrictsNamed(key);
    named.assign(all.begin(), all.end());
  }
  if (named.empty()) return;
  const bool one_province =
      std::all_of(named.begin(), named.end(), [&named](const District* d) {
        return d->province == named.front()->province;
      });
  place.name = named.front()->name;
  if (!one_province) return;
  place.district = named.front();
  place.before =
      FindProvince(named.front()->province, ProvinceEra::kBefore2025);
}

std::optional<PlaceName> DistrictAt(const ArticleView& view, std::size_t first,
                                    const std::string& type) {
  if (first >= view.size()) return std::nullopt;
  const Gazetteer& gazetteer = Gazetteer::Get();
  const PhraseTrie::Match match =
      gazetteer.districts.Longest(view, first, true);
  if (!match || !WrittenAsName(view, first, match.length, type.empty())) {
    return std::nullopt;
  }
  PlaceName place;
  place.level = PlaceLevel::kDistrict;
  place.type = type;
  place.first = first;
  place.length = match.length;
  ResolveDistrict(
      gazetteer.district_keys[static_cast<std::size_t>(match.value)], place);
  if (place.type.empty() && place.district != nullptr) {
    place.type = place.district->type;
  }
  return place;
}

// Capitalised, or a letter alone: "Ô Môn", "Ý Yên".
bool IsNameToken(const ArticleView& view, std::size_t i) {
  constexpr std::size_t kLongestLetter = 3;  // Bytes of "Ộ"
  if (!view.joined(i) || !view.capital(i)) return false;
  const LetterCase letter_case = view.token(i).letter_case;
  return letter_case == LetterCase::kCapital ||
         (letter_case == LetterCase::kUpper &&
          view.exact(i).size() <= kLongestLetter &&
          (static_cast<unsigned char>(view.exact(i).front()) >= 0x80 ||
           view.exact(i).size() == 1));
}

// The name of a commune: the run of capitalised tokens, at most four; nothing
// if it is a person's ("Chủ tịch UBND xã Trần Văn An").
std::size_t CommuneRun(const ArticleView& view, std::size_t first) {
  constexpr std::size_t kLongestName = 4;
  std::size_t run = 0;
  while (IsNameToken(view, first + run)) ++run;
  std::size_t length = std::min(run, kLongestName);
  // "HĐND phường Việt Hưng |Nguyễn Hữu Khoát": its chairman.
  constexpr std::size_t kFewestOfPerson = 2;
  for (std::size_t i = 2; i + kFewestOfPerson <= run && i <= length; ++i) {
    if (IsFamilyName(view.exact(first + i))) length = i;
  }
  if (length >= 3 && IsFamilyName(view.exact(first))) return 0;
  // "Phường 12", "phường Mỹ Đình 2"
  constexpr std::size_t kMostDigits = 2;
  const std::size_t next = first + length;
  const bool ward = view.before_is(first, "phường");
  if (ward && view.joined(next) && view.token(next).numeric &&
      view.exact(next).size() <= kMostDigits) {
    ++length;
  }
  return length;
}

// "tỉnh ủy", "huyện đoàn", "xã hội": the type word at `first` is part of
// another word. "thành phố Hội An" and "xã Đoàn Kết" are places.
bool ContinuesAsWord(const ArticleView& view, std::size_t first,
                     std::size_t next) {
  if (view.next_is(next, "ủy") || view.next_is(next, "viên")) return true;
  static constexpr std::array<std::string_view, 3> kWords = {"đoàn", "hội",
                                                             "đội"};
  const bool other = std::any_of(
      kWords.begin(), kWords.end(),
      [&](std::string_view word) { return view.next_is(next, word); });
  return other && !(view.token(first).letter_case == LetterCase::kLower &&
                    view.token(next).letter_case == LetterCase::kCapital);
}

// Whether a "thành phố" is one of those the central government runs.
bool IsCity(const PlaceName& place) {
  return (place.before != nullptr && place.before->is_city) ||
         (place.from != nullptr && place.from->is_city);
}

}  // namespace

namespace {

// What parts token i from the one before inside a name, in one spelling.
std::string_view JointBefore(const ArticleView& view, std::size_t i) {
  switch (view.gap(i)) {
    case Gap::kComma:
      return ", ";
    case Gap::kDash:
      return view.token(i).begin > view.token(i - 1).end + 3 ||
                     view.article().text[view.token(i - 1).end] == ' '
                 ? " - "
                 : "-";
    default:
      return " ";
  }
}

}  // namespace

std::string WrittenText(const ArticleView& view, std::size_t first,
                        std::size_t length) {
  std::string text;
  for (std::size_t i = first; i < first + length; ++i) {
    if (!text.empty()) text += JointBefore(view, i);
    const Token& token = view.token(i);
    text += view.article().text.substr(token.begin, token.end - token.begin);
  }
  return text;
}

bool IsFamilyName(std::string_view word) {
  static constexpr std::array<std::string_view, 40> kNames = {
      "nguyễn", "trần",   "lê",    "phạm", "hoàng", "huỳnh", "phan",  "vũ",
      "võ",     "đặng",   "bùi",   "đỗ",   "hồ",    "ngô",   "dương", "lý",
      "đinh",   "trương", "trịnh", "đoàn", "mai",   "lương", "tô",    "đào",
      "cao",    "lâm",    "phùng", "chu",  "tạ",    "thái",  "hà",    "lưu",
      "từ",     "vương",  "quách", "tống", "triệu", "nông",  "vi",    "giàng"};
  return std::find(kNames.begin(), kNames.end(), word) != kNames.end();
}

const std::string& PlaceName::province_name() const {
  static const auto* const kNone = new std::string;
  if (before != nullptr) return before->name;
  if (from != nullptr) return from->name;
  return *kNone;
}

std::optional<PlaceName> TypedPlaceAt(const ArticleView& view,
                                      std::size_t first) {
  if (first >= view.size()) return std::nullopt;
  const PhraseTrie::Match type =
      Gazetteer::Get().types.Longest(view, first, true);
  if (!type) return std::nullopt;
  // "TP.HCM" is one name, type word and all.
  const PhraseTrie::Match whole =
      Gazetteer::Get().provinces.Longest(view, first, true);
  if (whole && whole.length > type.length && view.capital(first)) {
    const auto entry = static_cast<std::size_t>(whole.value);
    PlaceName place = ProvincePlace(Gazetteer::Get().province_entries[entry],
                                    first, whole.length);
    place.type = kTypeWords[static_cast<std::size_t>(type.value)].type;
    return place;
  }
  const TypeWord& word = kTypeWords[static_cast<std::size_t>(type.value)];
  const std::size_t start = first + type.length;
  if (word.type != "thành phố" && ContinuesAsWord(view, first, start)) {
    return std::nullopt;
  }
  // One-letter abbreviations count in front of a name only.
  const bool abbreviated = word.written.size() <= 2 && word.written != "tp";
  const bool named = start < view.size() && view.joined(start);

  std::optional<PlaceName> place;
  if (named && word.level == PlaceLevel::kProvince) {
    place = ProvinceAt(view, start, false);
  } else if (named && word.type == "thành phố") {
    place = ProvinceAt(view, start, false);
    if (place && !IsCity(*place)) place.reset();
    if (!place) place = DistrictAt(view, start, std::string(word.type));
  } else if (named && word.level == PlaceLevel::kDistrict) {
    place = DistrictAt(view, start, std::string(word.type));
  }
  if (!place) {
    place.emplace();
    place->level = word.level;
    place->first = start;
    // Every district is in the table; what else follows "huyện" is a person.
    place->length = named && word.level == PlaceLevel::kCommune
                        ? CommuneRun(view, start)
                        : 0;
    place->name = WrittenText(view, start, place->length);
  }
  if (abbreviated && (place->name.empty() || !view.capital(first))) {
    return std::nullopt;
  }
  place->type = word.type;
  place->length += place->first - first;
  place->first = first;
  return place;
}

std::optional<PlaceName> BareProvinceAt(const ArticleView& view,
                                        std::size_t first) {
  return ProvinceAt(view, first, true);
}

std::optional<PlaceName> BareDistrictAt(const ArticleView& view,
                                        std::size_t first,
                                        std::string_view type) {
  return DistrictAt(view, first, std::string(type));
}

std::string WithTypeWord(const PlaceName& place) {
  if (place.name == kHoChiMinh) return "Thành phố Hồ Chí Minh";
  const bool city =
      (place.before != nullptr && place.before->is_city) ||
      (place.before == nullptr && place.from != nullptr && place.from->is_city);
  if (place.level == PlaceLevel::kProvince) {
    return (city ? "thành phố " : "tỉnh ") + place.name;
  }
  return place.type.empty() ? place.name : place.type + " " + place.name;
}

}  // namespace tracuu::extract
