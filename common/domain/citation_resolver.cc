#include "common/domain/citation_resolver.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "common/domain/citation_words.h"
#include "common/domain/known_names.h"

namespace tracuu {
namespace {

using Candidates = std::vector<const Resolution*>;

// The first congress whose documents the search is about (1986).
constexpr int kFirstCongress = 6;
// The XIV, the last so far; an article without a date cannot cite a later one.
constexpr int kLastCongressYear = 2026;

// Congresses meet every five years: the VI in 1986, the XIII in 2021.
int YearOfCongress(int number) { return 1956 + 5 * number; }

std::string CongressId(int number) { return "NQĐH-" + ToRoman(number); }

Citation Outcome(CitationStatus status, std::string rule, std::string reason) {
  Citation citation;
  citation.status = status;
  citation.rule = std::move(rule);
  citation.reason = std::move(reason);
  return citation;
}

// --- Documents of others ---------------------------------------------------

bool IsFacetKind(const DocumentSymbol& symbol, bool says_decision) {
  const std::string& kind = symbol.kind;
  if (symbol.system != SymbolSystem::kParty) return kind == "NQ";
  // A committee's decision (QĐ) is mostly about persons.
  const bool is_regulation = kind == "QĐi" || kind == "QyĐ" || kind == "QC" ||
                             (kind == "QĐ" && !says_decision);
  return kind == "NQ" || kind == "CT" || kind == "KL" || is_regulation;
}

bool IsCentral(const DocumentSymbol& symbol) {
  return symbol.system == SymbolSystem::kParty && symbol.issuer == "TW";
}

// Resolutions of the Government and the National Assembly, documents of other
// committees: known by their symbols, kept apart from the centre's.
Citation OfOtherIssuer(const CitationMention& mention) {
  Citation citation = Outcome(CitationStatus::kOtherIssuer, "other-issuer",
                              "another issuer's document");
  if (!mention.symbol) return citation;
  const DocumentSymbol& symbol = *mention.symbol;
  // "Nghị quyết 202/2025/QH15" has no kind in its symbol.
  const bool is_assembly_resolution =
      symbol.kind.empty() && mention.kind == "NQ";
  if (IsFacetKind(symbol, mention.says_decision) || is_assembly_resolution) {
    citation.values.push_back(FormatSymbol(symbol));
  } else {
    citation.reason = "a document of a kind that is no facet value";
  }
  return citation;
}

// --- Narrowing the candidates ------------------------------------------------

void KeepIf(Candidates* candidates, const auto& keep) {
  Candidates kept;
  std::ranges::copy_if(*candidates, std::back_inserter(kept), keep);
  *candidates = std::move(kept);
}

// Narrows only if something is left.
bool PreferIf(Candidates* candidates, const auto& keep) {
  Candidates kept;
  std::ranges::copy_if(*candidates, std::back_inserter(kept), keep);
  if (kept.empty()) return false;
  *candidates = std::move(kept);
  return true;
}

bool IsNotAfter(const Date& date, const Date& article_date) {
  if (article_date.year == 0) return true;
  Date limit = article_date;
  if (limit.month == 0) limit.month = 12;
  if (limit.day == 0) limit.day = 31;
  return date <= limit;
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

bool HasTerm(const CitationMention& mention, const Resolution& resolution) {
  return std::ranges::find(mention.terms, resolution.term) !=
         mention.terms.end();
}

// Known documents of that kind and number; QĐ and QĐi are mixed up in texts.
Candidates DocumentsWith(const std::string& kind, int number) {
  DocumentSymbol symbol;
  symbol.number = number;
  symbol.kind = kind;
  symbol.issuer = "TW";
  Candidates found = ResolutionsWithSymbol(FormatSymbol(symbol));
  if (!found.empty()) return found;
  if (kind == "QĐ") symbol.kind = "QĐi";
  if (kind == "QĐi" || kind == "QyĐ") symbol.kind = "QĐ";
  if (symbol.kind == kind) return found;
  return ResolutionsWithSymbol(FormatSymbol(symbol));
}

std::vector<std::string> IdsOf(const Candidates& candidates) {
  std::vector<std::string> ids;
  for (const Resolution* candidate : candidates) ids.push_back(candidate->id);
  return ids;
}

// --- Numbers and symbols
// -------------------------------------------------------

class NumberResolver {
 public:
  NumberResolver(const CitationMention& mention, const MentionContext& context)
      : mention_(mention), context_(context) {
    candidates_ = DocumentsWith(mention.kind, mention.number);
  }

  Citation Run() {
    // Younger documents cannot be meant; the others stay for the reader.
    KeepIf(&candidates_, [this](const Resolution* candidate) {
      return IsNotAfter(candidate->date, context_.article_date);
    });
    considered_ = IdsOf(candidates_);
    ApplySubject();
    if (candidates_.empty()) return Unknown("no known document fits");
    if (mention_.date.year != 0) return ByDate();
    if (!mention_.terms.empty()) return ByTerm();
    return ByIssuer();
  }

 private:
  void ApplySubject() {
    if (context_.subject == nullptr) return;
    const Candidates subjects =
        DocumentsWith(context_.subject->kind, context_.subject->number);
    if (subjects.empty()) return;
    PreferIf(&candidates_, [&subjects](const Resolution* candidate) {
      return candidate->date >= subjects.front()->date;
    });
  }

  Citation ByDate() {
    const Date& stated = mention_.date;
    Candidates exact = candidates_;
    KeepIf(&exact, [&stated](const Resolution* candidate) {
      return candidate->date == stated;
    });
    if (exact.size() == 1) {
      return Found(exact, CitationStatus::kResolved, "symbol+date",
                   "number and date are the document's");
    }
    if (!IsAnchored()) {
      return Unknown("no known document of that number and date");
    }
    Candidates same_year = candidates_;
    KeepIf(&same_year, [&stated](const Resolution* candidate) {
      return candidate->date.year == stated.year;
    });
    if (same_year.size() == 1) {
      const bool only_year = !stated.is_day();
      Citation citation =
          Found(same_year,
                only_year ? CitationStatus::kResolved
                          : CitationStatus::kResolvedWithWarning,
                "symbol+year",
                only_year ? "number and year are the document's"
                          : "the year is the document's, the day is not");
      citation.date_mismatch = !only_year;
      return citation;
    }
    Candidates by_topic = candidates_;
    if (!KeepOnTopic(&by_topic, NearBy())) {
      return Unknown("the date beside it is of no known document");
    }
    Citation citation =
        Found(by_topic, CitationStatus::kResolvedWithWarning, "symbol+topic",
              "the subject is the document's, the date is not");
    citation.date_mismatch = true;
    return citation;
  }

  Citation ByTerm() {
    const bool agrees =
        PreferIf(&candidates_, [this](const Resolution* candidate) {
          return HasTerm(mention_, *candidate);
        });
    if (!agrees) {
      if (!KeepOnTopic(&candidates_, After())) {
        return Unknown("no known document of that term");
      }
      Citation citation = Found(
          candidates_, CitationStatus::kResolvedWithWarning, "number+topic",
          "the subject is the document's, the term is not");
      citation.term_mismatch = true;
      return citation;
    }
    PreferIf(&candidates_, [this](const Resolution* candidate) {
      return AgreesWith(*candidate, mention_.issuer);
    });
    const bool issuer_agrees =
        mention_.issuer != StatedIssuer::kNone &&
        AgreesWith(*candidates_.front(), mention_.issuer);
    if (candidates_.size() == 1 && issuer_agrees) {
      return Found(candidates_, CitationStatus::kResolved, "number+issuer+term",
                   "number, issuer and term are the document's");
    }
    return ByTopic();
  }

  Citation ByTopic() {
    Candidates by_topic = candidates_;
    if (KeepOnTopic(&by_topic, NearBy())) {
      return Found(by_topic, CitationStatus::kResolved, "number+topic",
                   "words of its subject stand near by");
    }
    if (candidates_.size() > 1) {
      return Unknown("several documents bear that number");
    }
    const Resolution& only = *candidates_.front();
    if (CountTopicCues(*context_.lexemes, only, 0,
                       context_.lexemes->size() - 1) > 0) {
      return IsAnchored() || IsShortFormOf(only)
                 ? Found(candidates_, CitationStatus::kResolved,
                         "number+article-topic",
                         "the article is about its subject")
                 : Unknown("a number without issuer or symbol");
    }
    // "Quy định" tells a regulation from a decision of the same number.
    if (mention_.symbol && mention_.symbol_is_regular &&
        mention_.says_regulation) {
      return Found(candidates_, CitationStatus::kResolved, "symbol+kind",
                   "the only regulation of that number");
    }
    if (IsAnchored()) {
      return Found(candidates_, CitationStatus::kResolvedWithWarning, "symbol",
                   "the only known document of that number; nothing confirms "
                   "it");
    }
    if (context_.article_date.year != 0 && IsShortFormOf(only)) {
      return Found(candidates_, CitationStatus::kResolvedWithWarning,
                   "number+article-date",
                   "the only known document of that number at the time");
    }
    return Unknown("a number without issuer, subject or symbol");
  }

  // Pages mix up the issuers of a well-known document, but a number alone with
  // another issuer is more likely another document.
  Citation ByIssuer() {
    const bool agrees =
        PreferIf(&candidates_, [this](const Resolution* candidate) {
          return AgreesWith(*candidate, mention_.issuer);
        });
    if (agrees) return ByTopic();
    if (!KeepOnTopic(&candidates_, NearBy())) {
      return Unknown("no known document of that number by that issuer");
    }
    return Found(candidates_, CitationStatus::kResolvedWithWarning,
                 "number+topic",
                 "the subject is the document's, the issuer is not");
  }

  // A symbol of the centre or the name of a central organ.
  bool IsAnchored() const {
    return mention_.symbol.has_value() ||
           mention_.issuer != StatedIssuer::kNone;
  }

  // "Chỉ thị 05" is listed as a short form of its document.
  bool IsShortFormOf(const Resolution& resolution) const {
    return !resolution.aliases.empty();
  }

  using Range = std::pair<int, int>;
  Range After() const { return {mention_.first, context_.after_last}; }
  Range NearBy() const { return {context_.before_first, context_.after_last}; }

  // Keeps the one candidate whose subject is named; words after the mention
  // outrank those before it.
  bool KeepOnTopic(Candidates* candidates, Range widest) const {
    for (const Range& range : {After(), widest}) {
      int best = 0;
      Candidates kept;
      for (const Resolution* candidate : *candidates) {
        const int count = CountTopicCues(*context_.lexemes, *candidate,
                                         range.first, range.second);
        if (count == 0 || count < best) continue;
        if (count > best) kept.clear();
        best = count;
        kept.push_back(candidate);
      }
      if (kept.size() > 1) return false;
      if (kept.empty()) continue;
      *candidates = std::move(kept);
      return true;
    }
    return false;
  }

  Citation Found(const Candidates& candidates, CitationStatus status,
                 std::string rule, std::string reason) const {
    Citation citation = Outcome(status, std::move(rule), std::move(reason));
    citation.values = IdsOf(candidates);
    const Resolution& found = *candidates.front();
    if (!mention_.terms.empty() && !HasTerm(mention_, found)) {
      citation.term_mismatch = true;
      citation.status = CitationStatus::kResolvedWithWarning;
    }
    return citation;
  }

  Citation Unknown(std::string reason) const {
    Citation citation =
        Outcome(CitationStatus::kUnresolved, "unresolved", std::move(reason));
    citation.candidates = considered_;
    if (!IsAnchored()) return citation;
    DocumentSymbol symbol;
    if (mention_.symbol) {
      symbol = *mention_.symbol;
    } else {
      symbol.number = mention_.number;
      symbol.kind = mention_.kind;
      symbol.issuer = "TW";
    }
    const bool is_known = !considered_.empty();
    if (is_known || IsFacetKind(symbol, false)) {
      citation.values.push_back(FormatSymbol(symbol));
    }
    return citation;
  }

  const CitationMention& mention_;
  const MentionContext& context_;
  Candidates candidates_;
  std::vector<std::string> considered_;
};

// --- Plenums
// -------------------------------------------------------------------

Candidates DocumentsOfPlenum(const CitationMention& mention,
                             const std::string& form) {
  Candidates found = ResolutionsOfPlenum(form);
  const bool says_conclusion = mention.kind == "KL";
  if (says_conclusion) {
    KeepIf(&found,
           [](const Resolution* candidate) { return candidate->kind == "KL"; });
  }
  return found;
}

// Documents of one plenum of one term into `citation`.
void AddPlenum(const CitationMention& mention, const MentionContext& context,
               const std::string& term, Citation* citation) {
  const std::string form =
      mention.kind + "TW" + std::to_string(mention.number) + "-" + term;
  Candidates found = DocumentsOfPlenum(mention, form);
  if (found.size() > 1) {
    int best = 0;
    Candidates on_topic;
    for (const Resolution* candidate : found) {
      const int count = CountTopicCues(*context.lexemes, *candidate,
                                       mention.first, context.after_last);
      if (count == 0 || count < best) continue;
      if (count > best) on_topic.clear();
      best = count;
      on_topic.push_back(candidate);
    }
    if (on_topic.size() == 1) found = on_topic;
  }
  if (found.size() == 1) {
    citation->values.push_back(found.front()->id);
    if (found.front()->kind != mention.kind) {
      citation->status = CitationStatus::kResolvedWithWarning;
      citation->reason = "the plenum issued a document of another kind";
    }
    return;
  }
  if (found.size() > 1 && mention.is_plural && mention.terms.size() == 1) {
    for (const std::string& id : IdsOf(found)) citation->values.push_back(id);
    return;
  }
  citation->status = CitationStatus::kUnresolved;
  citation->reason = found.empty() ? "no document of that plenum is known"
                                   : "the plenum issued several";
  citation->values.push_back(form);
  for (const std::string& id : IdsOf(found)) {
    citation->candidates.push_back(id);
  }
}

Citation ResolvePlenum(const CitationMention& mention,
                       const MentionContext& context) {
  Citation citation = Outcome(CitationStatus::kResolved, "plenum",
                              "plenum and term are the document's");
  for (const std::string& term : mention.terms) {
    AddPlenum(mention, context, term, &citation);
  }
  if (!mention.terms.empty()) return citation;

  citation.status = CitationStatus::kUnresolved;
  citation.reason = "a plenum without its term";
  for (const Resolution& resolution : AllResolutions()) {
    if (resolution.plenum != mention.number || !resolution.named_after_plenum ||
        resolution.kind != mention.kind ||
        !IsNotAfter(resolution.date, context.article_date)) {
      continue;
    }
    citation.candidates.push_back(resolution.id);
  }
  return citation;
}

// --- Congresses and names
// --------------------------------------------------------

Citation ResolveCongress(const CitationMention& mention,
                         const MentionContext& context) {
  const int year = YearOfCongress(mention.number);
  const int article_year = context.article_date.year;
  if (mention.number < kFirstCongress || mention.terms.size() > 1 ||
      mention.number > 39 ||
      year > (article_year != 0 ? article_year : kLastCongressYear)) {
    return Outcome(CitationStatus::kOtherIssuer, "other-congress",
                   "no congress of the Party had that number by then");
  }
  // A local congress of the same number names its own years.
  if (mention.term_years.year != 0 && mention.term_years.year != year) {
    return Outcome(CitationStatus::kOtherIssuer, "other-congress",
                   "the years are those of another congress");
  }
  Citation citation =
      Outcome(CitationStatus::kResolved, "congress", "the congress is named");
  citation.values.push_back(CongressId(mention.number));
  if (mention.form == MentionForm::kElliptic) {
    citation.status = CitationStatus::kResolvedWithWarning;
    citation.reason = "\"Đại hội\" is left out";
  }
  return citation;
}

// Each document of a name replaced the one before it.
Citation ResolveName(const CitationMention& mention,
                     const MentionContext& context) {
  Candidates candidates = mention.named;
  KeepIf(&candidates, [&context](const Resolution* candidate) {
    return IsNotAfter(candidate->date, context.article_date);
  });
  const bool is_dated = context.article_date.year != 0;
  if (candidates.size() == 1 || (is_dated && !candidates.empty())) {
    Citation citation =
        Outcome(CitationStatus::kResolved, "name", "known by its name");
    citation.values.push_back(candidates.back()->id);
    return citation;
  }
  Citation citation =
      Outcome(CitationStatus::kUnresolved, "name",
              "several documents bear that name; the article has no date");
  citation.candidates = IdsOf(candidates);
  return citation;
}

}  // namespace

Citation Resolve(const CitationMention& mention,
                 const MentionContext& context) {
  if (mention.symbol && !IsCentral(*mention.symbol)) {
    const Candidates known =
        ResolutionsWithSymbol(FormatSymbol(*mention.symbol));
    if (known.empty()) return OfOtherIssuer(mention);
    Citation citation = Outcome(CitationStatus::kResolved, "symbol",
                                "a known document of a central organ");
    citation.values = IdsOf(known);
    return citation;
  }
  if (!mention.symbol && mention.issuer == StatedIssuer::kOther) {
    return OfOtherIssuer(mention);
  }
  switch (mention.form) {
    case MentionForm::kSymbol:
    case MentionForm::kNumber:
      return NumberResolver(mention, context).Run();
    case MentionForm::kPlenum:
      return ResolvePlenum(mention, context);
    case MentionForm::kCongress:
    case MentionForm::kElliptic:
      return ResolveCongress(mention, context);
    case MentionForm::kName:
      return ResolveName(mention, context);
  }
  return {};
}

}  // namespace tracuu
