#include "common/domain/number_resolver.h"

#include <string>
#include <utility>

#include "common/domain/candidates.h"
#include "common/domain/known_names.h"

namespace tracuu {
namespace {

bool HasTerm(const CitationMention& mention, const Resolution& resolution) {
  return std::ranges::find(mention.terms, resolution.term) !=
         mention.terms.end();
}

class NumberResolver {
 public:
  NumberResolver(const CitationMention& mention, const MentionContext& context)
      : mention_(mention), context_(context) {
    candidates_ = DocumentsWith(mention.kind, mention.number);
  }

  Citation Run() {
    // Younger documents cannot be meant; the others stay for the reader.
    KeepIf(&candidates_, [this](const Resolution* candidate) {
      return ExistsBy(*candidate, context_.article_date);
    });
    considered_ = IdsOf(candidates_);
    if (mention_.plenum != 0) {
      PreferIf(&candidates_, [this](const Resolution* candidate) {
        return candidate->plenum == mention_.plenum;
      });
    }
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
      // The text knows the day better than an unverified document.
      if (!stated.is_day() || !same_year.front()->verified) {
        return Found(same_year, CitationStatus::kResolved, "symbol+year",
                     "number and year are the document's");
      }
      Citation citation =
          Found(same_year, CitationStatus::kResolvedWithWarning, "symbol+year",
                "the year is the document's, the day is not");
      citation.date_mismatch = true;
      return citation;
    }
    Candidates by_topic = candidates_;
    if (!MayOverrule(&by_topic, NearBy())) {
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
      if (!MayOverrule(&candidates_, After())) {
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
    if (NarrowByTopic(&by_topic, NearBy())) {
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
    if (!only.verified) {
      return IsStatedOf(only)
                 ? Found(candidates_, CitationStatus::kResolvedWithWarning,
                         "symbol",
                         "the only known document of that number, by its "
                         "issuer or term; it is not verified")
                 : Unknown(
                       "the only known document of that number is not "
                       "verified");
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
    if (context_.article_date.year != 0 && IsShortFormOf(only) &&
        !context_.others_issue_kind) {
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
    if (!MayOverrule(&candidates_, NearBy())) {
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

  // The whole symbol, and its issuer or term as the document has them.
  bool IsStatedOf(const Resolution& resolution) const {
    const bool names_issuer = mention_.issuer != StatedIssuer::kNone &&
                              mention_.issuer != StatedIssuer::kCentral;
    return mention_.symbol &&
           (HasTerm(mention_, resolution) ||
            (names_issuer && AgreesWith(resolution, mention_.issuer)));
  }

  // "Chỉ thị 05" is listed as a short form of its document.
  bool IsShortFormOf(const Resolution& resolution) const {
    return !resolution.aliases.empty();
  }

  using Range = std::pair<int, int>;
  Range After() const { return {mention_.first, context_.after_last}; }
  Range NearBy() const { return {context_.before_first, context_.after_last}; }

  // Words after the mention outrank those before it.
  bool NarrowByTopic(Candidates* candidates, Range widest) const {
    for (const Range& range : {After(), widest}) {
      const TopicMatch match =
          KeepOnTopic(*context_.lexemes, range.first, range.second, candidates);
      if (match != TopicMatch::kNone) return match == TopicMatch::kOne;
    }
    return false;
  }

  // Keeps the one verified candidate whose subject is named: only that outranks
  // a date, a term or an issuer the text states.
  bool MayOverrule(Candidates* candidates, Range widest) const {
    return NarrowByTopic(candidates, widest) && candidates->front()->verified;
  }

  Citation Found(const Candidates& candidates, CitationStatus status,
                 std::string rule, std::string reason) const {
    Citation citation = Outcome(status, std::move(rule), std::move(reason));
    citation.values = IdsOf(candidates);
    const Resolution& found = *candidates.front();
    if (!mention_.terms.empty() && !HasTerm(mention_, found) &&
        found.verified) {
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

}  // namespace

Citation ResolveNumber(const CitationMention& mention,
                       const MentionContext& context) {
  return NumberResolver(mention, context).Run();
}

}  // namespace tracuu
