#include "server/search/query_reader.h"

#include <array>
#include <utility>

#include "common/domain/synonyms.h"
#include "common/text/keystrokes.h"
#include "server/search/facet_names.h"
#include "server/search/match_evaluator.h"
#include "server/search/query_expander.h"
#include "server/search/query_stretches.h"

namespace tracuu {
namespace {

struct KeysRead {
  std::string query;
  bool certain;
  const char* via;
};

std::optional<KeysRead> ReadKeys(std::string_view query) {
  const std::vector<Stretch> stretches = FindStretches(query);
  std::vector<std::string_view> pieces;
  for (const Stretch& stretch : stretches) {
    pieces.push_back(query.substr(stretch.begin, stretch.end - stretch.begin));
  }
  const auto reading = ReadKeystrokes(pieces, IsAbbreviation);
  if (!reading) return std::nullopt;
  return KeysRead{ReplaceStretches(query, stretches, reading->pieces),
                  reading->certain,
                  reading->method == InputMethod::kTelex ? "telex" : "vni"};
}

std::string OtherwiseNote(std::string_view typed, std::string_view asked) {
  return "Không có bài nào với “" + std::string(typed) +
         "”; đang xem kết quả cho “" + std::string(asked) + "”.";
}

// The whole query as one change.
Suggested AllOf(const std::string& query) { return {query, {{query, true}}}; }

}  // namespace

Result<QueryReading> QueryReader::Ask(std::string_view text, AccentMode accents,
                                      std::optional<Meanings> meanings) const {
  const IsFacetValue is_value = [&](auto facet, auto value) {
    const FacetTable* table = snapshot_.FindFacet(facet);
    return table != nullptr && !FindFacetValues(*table, value).empty();
  };
  auto query = ParseQuery(text, accents, limits_, is_value);
  if (!query) return query.error();
  QueryReading reading{std::string(text), *std::move(query), {}, {}, {}};
  if (meanings) {
    ExpandSynonyms({accents, *meanings}, limits_, &reading.query.tree,
                   &reading.read_as);
  }
  MatchEvaluator evaluator(snapshot_, database_, limits_);
  auto docs = evaluator.Evaluate(reading.query.tree);
  if (!docs) return docs.error();
  reading.docs = *std::move(docs);
  for (std::string& note : evaluator.notes()) {
    reading.query.notes.push_back(std::move(note));
  }
  return reading;
}

Result<QueryReading> QueryReader::Read(std::string_view text,
                                       AccentMode accents,
                                       ReadingMode mode) const {
  if (mode == ReadingMode::kLiteral || text.size() > limits_.max_query_bytes) {
    return Ask(text, accents, std::nullopt);
  }
  const auto keys = ReadKeys(text);
  if (keys && keys->certain) {
    auto reading = Read(keys->query, accents, mode);
    if (!reading) return reading;
    reading->read_as.insert(reading->read_as.begin(),
                            {std::string(text), keys->query, keys->via});
    return reading;
  }
  auto reading = Ask(text, accents, Meanings::kSupported);
  if (!reading) return reading;
  std::optional<std::string> perhaps;
  if (keys) perhaps = keys->query;
  if (reading->docs.isEmpty()) {
    auto other = AskOtherwise(text, accents, perhaps, *std::move(reading));
    if (other && keys && other->asked == keys->query) {
      other->read_as.front().via = keys->via;
    }
    return other;
  }
  if (perhaps) {
    reading->did_you_mean = AllOf(*perhaps);
    return reading;
  }
  const auto correction =
      CorrectQuery(text, {.accents = accents}, snapshot_.neighbours());
  if (!correction) return reading;
  const auto offered = Offer(*correction, accents, &*reading);
  if (!offered) return offered.error();
  return reading;
}

// Nothing matches as typed: the first reading that finds something.
Result<QueryReading> QueryReader::AskOtherwise(
    std::string_view text, AccentMode accents,
    const std::optional<std::string>& keys, QueryReading reading) const {
  auto all_meanings = Ask(text, accents, Meanings::kAll);
  if (!all_meanings || !all_meanings->docs.isEmpty()) return all_meanings;
  struct Other {
    std::optional<Suggested> correction;
    const char* via;
  };
  const auto correct = [&](CorrectionKind kind) {
    return CorrectQuery(text, {accents, kind, kNothingFoundGain},
                        snapshot_.neighbours());
  };
  auto marks = correct(CorrectionKind::kMarks);
  auto errors = correct(CorrectionKind::kErrors);
  const bool only_marks = marks && errors && marks->query == errors->query;
  const std::array<Other, 3> others{{
      {keys ? std::optional(AllOf(*keys)) : std::nullopt, "telex"},
      {std::move(errors), only_marks ? "partly-marked" : "spelling"},
      {std::move(marks), "partly-marked"},
  }};
  for (const Other& other : others) {
    if (!other.correction) continue;
    auto found = Ask(other.correction->query, accents, Meanings::kSupported);
    if (!found) return found;
    if (found->docs.isEmpty()) continue;
    found->read_as.insert(found->read_as.begin(),
                          {std::string(text), found->asked, other.via});
    found->query.notes.push_back(OtherwiseNote(text, found->asked));
    return found;
  }
  return reading;
}

// Offers a correction that finds more than what was typed.
Result<bool> QueryReader::Offer(const Suggested& correction, AccentMode accents,
                                QueryReading* reading) const {
  const auto found = Ask(correction.query, accents, Meanings::kSupported);
  if (!found) return found.error();
  const bool better = found->docs.cardinality() > reading->docs.cardinality();
  if (better) reading->did_you_mean = correction;
  return better;
}

}  // namespace tracuu
