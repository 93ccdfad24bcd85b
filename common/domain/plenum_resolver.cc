#include "common/domain/plenum_resolver.h"

#include <string>

#include "common/domain/candidates.h"

namespace tracuu {
namespace {

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

// A citation of several terms is as good as the worst of them.
void Worsen(CitationStatus status, const char* reason, Citation* citation) {
  if (status <= citation->status) return;
  citation->status = status;
  citation->reason = reason;
}

// Documents of one plenum of one term into `citation`.
void AddPlenum(const CitationMention& mention, const MentionContext& context,
               const std::string& term, Citation* citation) {
  const std::string form =
      mention.kind + "TW" + std::to_string(mention.number) + "-" + term;
  Candidates found = DocumentsOfPlenum(mention, form);
  const TopicMatch topic =
      KeepOnTopic(*context.lexemes, mention.first, context.after_last, &found);
  if (found.size() == 1) {
    const Resolution& only = *found.front();
    citation->values.push_back(only.id);
    if (only.kind != mention.kind) {
      Worsen(CitationStatus::kResolvedWithWarning,
             "the plenum issued a document of another kind", citation);
    } else if (!only.verified && topic == TopicMatch::kNone) {
      Worsen(CitationStatus::kResolvedWithWarning,
             "the only known document of that plenum; it is not verified",
             citation);
    }
    return;
  }
  if (found.size() > 1 && mention.is_plural && mention.terms.size() == 1) {
    for (const std::string& id : IdsOf(found)) citation->values.push_back(id);
    return;
  }
  Worsen(CitationStatus::kUnresolved,
         found.empty() ? "no document of that plenum is known"
                       : "the plenum issued several",
         citation);
  citation->values.push_back(form);
  for (const std::string& id : IdsOf(found)) {
    citation->candidates.push_back(id);
  }
}

}  // namespace

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
  Candidates possible;
  for (const Resolution& resolution : AllResolutions()) {
    if (resolution.plenum != mention.number || !resolution.named_after_plenum ||
        resolution.kind != mention.kind ||
        !ExistsBy(resolution, context.article_date)) {
      continue;
    }
    citation.candidates.push_back(resolution.id);
    possible.push_back(&resolution);
  }
  // Its subject tells which, if it is said right behind.
  if (KeepOnTopic(*context.lexemes, mention.first, context.after_last,
                  &possible) == TopicMatch::kOne &&
      possible.front()->verified) {
    citation.status = CitationStatus::kResolvedWithWarning;
    citation.rule = "plenum+topic";
    citation.reason =
        "a plenum without its term; the subject is the document's";
    citation.values.push_back(possible.front()->id);
  }
  return citation;
}

}  // namespace tracuu
