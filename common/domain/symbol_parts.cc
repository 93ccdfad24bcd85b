#include "common/domain/symbol_parts.h"

#include <map>
#include <utility>

#include "common/domain/table.h"

namespace tracuu {
namespace {

std::string_view NameOf(std::string_view part, std::string_view code) {
  using Key = std::pair<std::string_view, std::string_view>;
  static const auto* const kNames = [] {
    auto* names = new std::map<Key, std::string_view>;
    const Table& table = EmbeddedTable("symbol_parts.tsv");
    for (std::size_t i = 0; i < table.size(); ++i) {
      const Table::Row row = table.row(i);
      names->emplace(Key{row["part"], row["code"]}, row["name"]);
    }
    return names;
  }();
  const auto found = kNames->find({part, code});
  return found == kNames->end() ? std::string_view() : found->second;
}

// 15 → "XV". Terms of the National Assembly: two digits at most.
std::string RomanOf(int number) {
  constexpr std::pair<int, const char*> kDigits[] = {
      {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"},
      {5, "V"},  {4, "IV"},  {1, "I"}};
  std::string roman;
  for (const auto& [value, letters] : kDigits) {
    for (; number >= value; number -= value) roman += letters;
  }
  return roman;
}

}  // namespace

std::string DocumentKindName(std::string_view kind) {
  return std::string(NameOf("kind", kind));
}

std::string IssuerName(std::string_view issuer) {
  const std::size_t letters = issuer.find_last_not_of("0123456789") + 1;
  std::string name(NameOf("issuer", issuer.substr(0, letters)));
  const std::string_view digits = issuer.substr(letters);
  if (name.empty() || digits.empty()) return name;
  // Only the assemblies number their terms: "QH15".
  if (digits.size() > 2 || !issuer.substr(0, letters).ends_with("QH")) {
    return "";
  }
  return name + " khóa " + RomanOf(std::stoi(std::string(digits)));
}

}  // namespace tracuu
