#include "common/domain/province.h"

#include <array>
#include <cstddef>
#include <unordered_map>

#include "common/domain/table.h"
#include "common/text/analyze.h"

namespace tracuu {
namespace {

// Both tables have these columns; the others belong to one era.
Province ReadProvince(const Table::Row& row, ProvinceEra era) {
  Province province;
  province.name = row["name"];
  province.official_name = row["official_name"];
  province.era = era;
  province.is_city = row["is_city"] == "yes";
  province.strong_aliases = row.List("strong_aliases");
  province.weak_aliases = row.List("weak_aliases");
  if (era == ProvinceEra::kBefore2025) {
    province.capital = row["capital"];
    province.successor = row["successor"];
  } else {
    province.parts = row.List("parts");
  }
  return province;
}

std::vector<Province> LoadProvinces(std::string_view file, ProvinceEra era) {
  const Table& table = EmbeddedTable(file);
  std::vector<Province> provinces;
  for (std::size_t i = 0; i < table.size(); ++i) {
    provinces.push_back(ReadProvince(table.row(i), era));
  }
  return provinces;
}

// "tỉnh Quảng Nam" and "TP. Huế" are looked up without their first words.
std::vector<Token> TokensWithoutTypeWord(std::string_view name) {
  std::vector<Token> tokens = Analyze(name).tokens;
  std::size_t drop = 0;
  if (tokens.size() >= 2 &&
      (tokens[0].folded == "tinh" || tokens[0].exact == "tp")) {
    drop = 1;
  } else if (tokens.size() >= 3 && tokens[0].folded == "thanh" &&
             tokens[1].folded == "pho") {
    drop = 2;
  }
  tokens.erase(tokens.begin(), tokens.begin() + static_cast<long>(drop));
  return tokens;
}

std::string FoldedOf(const std::vector<Token>& tokens) {
  std::string key;
  for (const Token& token : tokens) {
    if (!key.empty()) key += ' ';
    key += token.folded;
  }
  return key;
}

// A form under which a province may be looked up.
struct NameEntry {
  const Province* province;
  std::vector<std::string> exact;  // Of each token.
};

// Names and strong aliases of one era, by folded form.
using NameIndex = std::unordered_map<std::string, std::vector<NameEntry>>;

NameIndex BuildNameIndex(std::span<const Province> provinces) {
  NameIndex index;
  const auto add = [&index](const Province& province, std::string_view form) {
    const std::vector<Token> tokens = TokensWithoutTypeWord(form);
    NameEntry entry{&province, {}};
    for (const Token& token : tokens) entry.exact.push_back(token.exact);
    index[FoldedOf(tokens)].push_back(std::move(entry));
  };
  for (const Province& province : provinces) {
    add(province, province.name);
    for (const std::string& alias : province.strong_aliases) {
      add(province, alias);
    }
  }
  return index;
}

// What is written without marks may be any spelling; what has marks must have
// the right ones, so that the given name "Huệ" does not find Huế.
bool MarksAgree(const std::vector<Token>& tokens, const NameEntry& entry) {
  if (tokens.size() != entry.exact.size()) return false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].marked && tokens[i].exact != entry.exact[i]) return false;
  }
  return true;
}

// The row that holds for every province, and rows for what is no province by
// itself (weak aliases such as "Sài Gòn").
constexpr std::string_view kEveryProvince = "*";

using AmbiguityIndex = std::unordered_map<std::string, ProvinceAmbiguity>;

AmbiguityIndex LoadAmbiguities() {
  const Table& table = EmbeddedTable("province_ambiguity.tsv");
  ProvinceAmbiguity common;
  AmbiguityIndex index;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const Table::Row row = table.row(i);
    ProvinceAmbiguity ambiguity;
    ambiguity.name = row["name"];
    ambiguity.risk = row["risk"];
    ambiguity.other_readings = row["other_readings"];
    ambiguity.reject_before = row.List("reject_before");
    ambiguity.reject_after = row.List("reject_after");
    ambiguity.alone_is_enough = row["alone_is_enough"] == "yes";
    if (ambiguity.name == kEveryProvince) {
      common = ambiguity;
    } else {
      index.emplace(ambiguity.name, std::move(ambiguity));
    }
  }
  for (const auto provinces : {ProvincesBefore2025(), ProvincesFrom2025()}) {
    for (const Province& province : provinces) {
      ProvinceAmbiguity plain = common;
      plain.name = province.name;
      plain.reject_before.clear();
      plain.reject_after.clear();
      index.emplace(province.name, std::move(plain));
    }
  }
  for (auto& [name, ambiguity] : index) {
    ambiguity.reject_before.insert(ambiguity.reject_before.end(),
                                   common.reject_before.begin(),
                                   common.reject_before.end());
    ambiguity.reject_after.insert(ambiguity.reject_after.end(),
                                  common.reject_after.begin(),
                                  common.reject_after.end());
  }
  return index;
}

Date DateOrNone(std::string_view text) {
  return ParseIso(text).value_or(Date{});
}

std::vector<District> LoadDistricts() {
  const Table& table = EmbeddedTable("districts.tsv");
  std::vector<District> districts;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const Table::Row row = table.row(i);
    District district;
    district.name = row["name"];
    district.type = row["type"];
    district.province = row["province"];
    district.is_provincial_seat = row["is_provincial_seat"] == "yes";
    district.last_day = DateOrNone(row["last_day"]);
    district.aliases = row.List("aliases");
    districts.push_back(std::move(district));
  }
  return districts;
}

using DistrictIndex =
    std::unordered_map<std::string, std::vector<const District*>>;

DistrictIndex BuildDistrictIndex() {
  DistrictIndex index;
  const auto add = [&index](const District& district, std::string_view form) {
    std::vector<const District*>& named = index[ExactKey(form)];
    // A district that changed its type stands in the table once for each; an
    // alias may have the key of the name.
    if (named.empty() || named.back() != &district) named.push_back(&district);
  };
  for (const District& district : AllDistricts()) {
    add(district, district.name);
    for (const std::string& alias : district.aliases) add(district, alias);
  }
  return index;
}

}  // namespace

std::span<const Province> ProvincesBefore2025() {
  static const auto* const kProvinces = new std::vector<Province>(
      LoadProvinces("provinces.tsv", ProvinceEra::kBefore2025));
  return *kProvinces;
}

std::span<const Province> ProvincesFrom2025() {
  static const auto* const kProvinces = new std::vector<Province>(
      LoadProvinces("provinces_2025.tsv", ProvinceEra::kFrom2025));
  return *kProvinces;
}

const Province* FindProvince(std::string_view name, ProvinceEra era) {
  static const auto* const kBefore =
      new NameIndex(BuildNameIndex(ProvincesBefore2025()));
  static const auto* const kFrom =
      new NameIndex(BuildNameIndex(ProvincesFrom2025()));
  const NameIndex& index = era == ProvinceEra::kBefore2025 ? *kBefore : *kFrom;

  const std::vector<Token> tokens = TokensWithoutTypeWord(name);
  const auto found = index.find(FoldedOf(tokens));
  if (found == index.end()) return nullptr;
  const Province* province = nullptr;
  for (const NameEntry& entry : found->second) {
    if (!MarksAgree(tokens, entry)) continue;
    if (province != nullptr && province != entry.province) return nullptr;
    province = entry.province;
  }
  return province;
}

const Province* SuccessorOf(std::string_view name_before_2025) {
  const Province* before =
      FindProvince(name_before_2025, ProvinceEra::kBefore2025);
  if (before == nullptr) return nullptr;
  return FindProvince(before->successor, ProvinceEra::kFrom2025);
}

const ProvinceAmbiguity* AmbiguityOf(std::string_view province_name) {
  static const auto* const kAmbiguities = new AmbiguityIndex(LoadAmbiguities());
  const auto found = kAmbiguities->find(std::string(province_name));
  return found == kAmbiguities->end() ? nullptr : &found->second;
}

std::span<const District> AllDistricts() {
  static const auto* const kDistricts =
      new std::vector<District>(LoadDistricts());
  return *kDistricts;
}

std::span<const District* const> DistrictsNamed(std::string_view exact_key) {
  static const auto* const kIndex = new DistrictIndex(BuildDistrictIndex());
  const auto found = kIndex->find(std::string(exact_key));
  if (found == kIndex->end()) return {};
  return found->second;
}

}  // namespace tracuu
