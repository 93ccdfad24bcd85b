#include "indexer/extract/stated_unit.h"

#include <string>
#include <string_view>
#include <utility>

#include "indexer/extract/unit_place.h"

namespace tracuu::extract {
namespace {

std::string Trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  const std::size_t last = text.find_last_not_of(kBlanks);
  return std::string(text.substr(first, last - first + 1));
}

// Reads a name as if it were the body of an article.
RankedUnit ReadUnit(const std::string& name, const Date& date) {
  RankedUnit unit;
  unit.value.name = name;
  unit.value.level = "khong-ro";
  unit.value.kind = "khac";
  Article article;
  article.text = name;
  article.blocks = {
      {BlockRole::kBody, 0, static_cast<std::uint32_t>(name.size())}};
  const Analysis analysis = Analyze(article.text);
  const ArticleView view(article, analysis);
  for (std::size_t i = 0; i < view.size(); ++i) {
    const std::optional<UnitName> read = UnitNameAt(view, i);
    if (!read) continue;
    unit.value.level = LevelOf(*read);
    unit.value.kind = read->kind;
    if (read->place) unit.place = *read->place;
    if (i == 0 && read->length == view.size() && read->sort.empty()) {
      unit.value.name = FullName(*read, date);
    }
    unit.name = read;
    break;
  }
  unit.central = unit.value.level == "trung-uong";
  return unit;
}

}  // namespace

std::vector<RankedUnit> StatedUnits(const StatedFields& stated,
                                    const Date& date) {
  std::vector<RankedUnit> units;
  for (const std::string& written : stated.units) {
    const std::string name = Trimmed(written);
    if (name.empty()) continue;
    RankedUnit unit = ReadUnit(name, date);
    unit.value.role = units.empty() ? "principal" : "mentioned";
    Evidence evidence;
    evidence.kind = EvidenceKind::kRecord;
    evidence.rule = "unit.record";
    evidence.detail = units.empty() ? "unit" : "units";
    unit.value.evidence.push_back(std::move(evidence));
    units.push_back(std::move(unit));
  }
  return units;
}

}  // namespace tracuu::extract
