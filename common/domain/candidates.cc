#include "common/domain/candidates.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "common/domain/document_symbol.h"
#include "common/domain/known_names.h"

namespace tracuu {

bool ExistsBy(const Resolution& resolution, const Date& article_date) {
  if (article_date.year == 0) return true;
  if (!resolution.verified) return resolution.date.year <= article_date.year;
  Date limit = article_date;
  if (limit.month == 0) limit.month = 12;
  if (limit.day == 0) limit.day = 31;
  return resolution.date <= limit;
}

bool AgreesWith(const Resolution& resolution, StatedIssuer issuer) {
  switch (issuer) {
    case StatedIssuer::kNone:
    case StatedIssuer::kCentral:
      return true;
    case StatedIssuer::kPolitburo:
      return resolution.issuer == "Bộ Chính trị";
    case StatedIssuer::kSecretariat:
      return resolution.issuer == "Ban Bí thư";
    case StatedIssuer::kCentralCommittee:
      return resolution.issuer == "Ban Chấp hành Trung ương";
    case StatedIssuer::kOther:
      return false;
  }
  return false;
}

Candidates DocumentsWith(const std::string& kind, int number) {
  DocumentSymbol symbol;
  symbol.number = number;
  symbol.kind = kind;
  symbol.issuer = "TW";
  Candidates found = ResolutionsWithSymbol(FormatSymbol(symbol));
  // Three ways to abbreviate a regulation, which pages mix up.
  static constexpr std::array<std::string_view, 3> kRegulations = {"QĐ", "QĐi",
                                                                   "QyĐ"};
  if (std::ranges::find(kRegulations, kind) == kRegulations.end()) return found;
  for (const std::string_view other : kRegulations) {
    if (!found.empty()) break;
    symbol.kind = other;
    found = ResolutionsWithSymbol(FormatSymbol(symbol));
  }
  return found;
}

std::vector<std::string> IdsOf(const Candidates& candidates) {
  std::vector<std::string> ids;
  for (const Resolution* candidate : candidates) ids.push_back(candidate->id);
  return ids;
}

namespace {

// Keeps the one candidate whose title is quoted there.
bool KeepQuoted(const Lexemes& lexemes, int first, int last,
                Candidates* candidates) {
  for (int at = first; at <= last; ++at) {
    const std::optional<KnownName> title = ReadKnownTitle(lexemes, at);
    if (!title || title->last > last) continue;
    Candidates quoted = *candidates;
    KeepIf(&quoted, [&title](const Resolution* candidate) {
      return std::ranges::find(title->resolutions, candidate) !=
             title->resolutions.end();
    });
    if (quoted.size() != 1) continue;
    *candidates = std::move(quoted);
    return true;
  }
  return false;
}

}  // namespace

TopicMatch KeepOnTopic(const Lexemes& lexemes, int first, int last,
                       Candidates* candidates) {
  if (candidates->size() > 1 && KeepQuoted(lexemes, first, last, candidates)) {
    return TopicMatch::kOne;
  }
  int best = 0;
  Candidates kept;
  for (const Resolution* candidate : *candidates) {
    const int count = CountTopicCues(lexemes, *candidate, first, last);
    if (count == 0 || count < best) continue;
    if (count > best) kept.clear();
    best = count;
    kept.push_back(candidate);
  }
  if (kept.empty()) return TopicMatch::kNone;
  if (kept.size() > 1) return TopicMatch::kSeveral;
  *candidates = std::move(kept);
  return TopicMatch::kOne;
}

bool IsFacetKind(const DocumentSymbol& symbol, bool says_decision) {
  const std::string& kind = symbol.kind;
  if (symbol.system != SymbolSystem::kParty) return kind == "NQ";
  // A committee's decision (QĐ) is mostly about persons.
  const bool is_regulation = kind == "QĐi" || kind == "QyĐ" || kind == "QC" ||
                             (kind == "QĐ" && !says_decision);
  return kind == "NQ" || kind == "CT" || kind == "KL" || is_regulation;
}

Citation Outcome(CitationStatus status, std::string rule, std::string reason) {
  Citation citation;
  citation.status = status;
  citation.rule = std::move(rule);
  citation.reason = std::move(reason);
  return citation;
}

}  // namespace tracuu
