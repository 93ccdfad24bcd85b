#include "indexer/overrides/override_value.h"

#include <algorithm>
#include <charconv>

#include "common/domain/date.h"
#include "common/domain/document_symbol.h"
#include "common/domain/province.h"
#include "common/domain/resolution.h"
#include "common/domain/unit_vocabulary.h"

namespace tracuu {
namespace {

constexpr int kFirstYear = 1930;  // The Party was founded in it.
constexpr int kLastYear = 2100;

Error Wrong(std::string what, std::string hint) {
  return {ErrorCode::kInvalidArgument, std::move(what), std::move(hint)};
}

Result<std::string> ReadDay(const std::string& value) {
  const auto date = ParseIso(value);
  if (date && date->is_day()) return FormatIso(*date);
  return Wrong("\"" + value + "\" is no day", "write it as 2021-11-29");
}

Result<std::string> ReadYear(const std::string& value) {
  int year = 0;
  const char* const end = value.data() + value.size();
  const auto [stop, error] = std::from_chars(value.data(), end, year);
  if (error == std::errc() && stop == end && year >= kFirstYear &&
      year <= kLastYear) {
    return value;
  }
  return Wrong("\"" + value + "\" is no year",
               "write a year from " + std::to_string(kFirstYear) + " to " +
                   std::to_string(kLastYear));
}

Result<std::string> ReadProvince(const std::string& value) {
  for (const ProvinceEra era :
       {ProvinceEra::kBefore2025, ProvinceEra::kFrom2025}) {
    if (const Province* province = FindProvince(value, era)) {
      return province->name;
    }
  }
  return Wrong("\"" + value + "\" is no province",
               "write one of the 63 or 34 names, such as Lâm Đồng");
}

Result<std::string> ReadUnitLevel(const std::string& value) {
  std::string codes;
  for (const UnitLevel& level : UnitLevels()) {
    if (level.code == value) return value;
    codes += (codes.empty() ? "" : ", ") + level.code;
  }
  return Wrong("\"" + value + "\" is no level of a unit",
               "write one of " + codes);
}

Result<std::string> ReadResolution(const std::string& value) {
  const std::size_t colon = value.find(':');
  const std::string year =
      colon == std::string::npos ? "" : value.substr(colon + 1);
  const bool good_year =
      colon == std::string::npos ||
      (year.size() == 4 &&
       year.find_first_not_of("0123456789") == std::string::npos);
  if (const Resolution* known = FindResolution(value)) return known->id;
  const auto symbol = ParseSymbol(value.substr(0, colon));
  if (symbol && good_year) {
    return FormatSymbol(*symbol) + (year.empty() ? "" : ":" + year);
  }
  const bool plenum = !ResolutionsOfPlenum(value).empty();
  if (plenum || value.starts_with("NQĐH-")) return value;
  return Wrong("\"" + value + "\" is no number of a document",
               "write it as 35-NQ/TW:2018, 05-NQ/TU or NQĐH-XIII");
}

}  // namespace

bool TakesOneValue(std::string_view facet) {
  return facet != "province" && facet != "unit" && facet != "resolution";
}

Result<std::string> ReadOverrideValue(std::string_view facet,
                                      const std::string& value) {
  if (facet == "published" || facet == "event_date") return ReadDay(value);
  if (facet == "year") return ReadYear(value);
  if (facet == "province") return ReadProvince(value);
  if (facet == "unit_level") return ReadUnitLevel(value);
  if (facet == "resolution") return ReadResolution(value);
  return value;  // A unit is called what it is called.
}

}  // namespace tracuu
