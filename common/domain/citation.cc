#include "common/domain/citation.h"

#include <algorithm>
#include <string>
#include <utility>

#include "common/domain/citation_mention.h"
#include "common/domain/citation_reader.h"
#include "common/domain/citation_resolver.h"
#include "common/domain/known_names.h"
#include "common/domain/lexed_dates.h"
#include "common/domain/lexer.h"
#include "common/domain/scanned_numbers.h"

namespace tracuu {
namespace {

// How far from a mention the words of its subject may stand.
constexpr std::uint32_t kTopicWindowBytes = 260;  // About 200 characters.
// "về việc tiếp tục thực hiện" between a mention and its subject.
constexpr int kMostSubjectWords = 7;

// What the last of "Nghị quyết 18 và Nghị quyết 19 của Trung ương" says holds
// for those before it; a date is only kept where it is known to be theirs.
void ShareWhatFollows(std::vector<CitationMention>* mentions) {
  for (std::size_t i = mentions->size(); i-- > 1;) {
    CitationMention& mention = (*mentions)[i - 1];
    const CitationMention& next = (*mentions)[i];
    if (!mention.shares_what_follows) continue;
    if (mention.issuer == StatedIssuer::kNone) mention.issuer = next.issuer;
    if (mention.terms.empty()) mention.terms = next.terms;
    if (mention.date.year != 0) continue;
    for (const Resolution& resolution : AllResolutions()) {
      if (resolution.number == mention.number &&
          resolution.kind == mention.kind && resolution.date == next.date) {
        mention.date = next.date;
      }
    }
  }
}

class Context {
 public:
  Context(const Lexemes& lexemes, const std::vector<CitationMention>& mentions,
          const Date& article_date)
      : lexemes_(lexemes), mentions_(mentions), article_date_(article_date) {}

  MentionContext Of(std::size_t index) const {
    const CitationMention& mention = mentions_[index];
    MentionContext context;
    context.lexemes = &lexemes_;
    context.article_date = article_date_;
    const int floor = index > 0 ? mentions_[index - 1].last + 1 : 0;
    const int ceiling = index + 1 < mentions_.size()
                            ? mentions_[index + 1].first - 1
                            : lexemes_.size() - 1;
    const std::uint32_t begin = lexemes_[mention.first].begin;
    const std::uint32_t end = lexemes_[mention.last].end;
    context.before_first = mention.first;
    while (context.before_first > floor &&
           lexemes_[context.before_first - 1].begin + kTopicWindowBytes >=
               begin) {
      --context.before_first;
    }
    context.after_last = mention.last;
    while (context.after_last < ceiling &&
           lexemes_[context.after_last + 1].end <= end + kTopicWindowBytes) {
      ++context.after_last;
    }
    if (index + 1 < mentions_.size() &&
        IsAbout(mention, mentions_[index + 1])) {
      context.subject = &mentions_[index + 1];
    }
    context.others_issue_kind =
        std::ranges::any_of(mentions_, [&mention](const CitationMention& m) {
          return m.kind == mention.kind && m.issuer == StatedIssuer::kOther;
        });
    return context;
  }

 private:
  // "Kết luận 21-KL/TW về tiếp tục thực hiện Chỉ thị 05"
  bool IsAbout(const CitationMention& mention,
               const CitationMention& next) const {
    const int between = next.first - mention.last - 1;
    if (between < 2 || between > kMostSubjectWords) return false;
    bool says_about = false;
    for (int i = mention.last + 1; i < next.first; ++i) {
      if (!lexemes_[i].is_word()) return false;
      says_about = says_about || lexemes_[i].is_word("về");
    }
    return says_about && lexemes_[next.first - 2].is_word("thực") &&
           lexemes_[next.first - 1].is_word("hiện");
  }

  const Lexemes& lexemes_;
  const std::vector<CitationMention>& mentions_;
  Date article_date_;
};

bool IsResolved(const Citation& citation) {
  return citation.status == CitationStatus::kResolved ||
         citation.status == CitationStatus::kResolvedWithWarning;
}

bool NamesSameNumber(const CitationMention& a, const CitationMention& b) {
  const bool a_is_plenum = a.form == MentionForm::kPlenum;
  const bool b_is_plenum = b.form == MentionForm::kPlenum;
  const auto family = [](const std::string& kind) {
    return kind == "QĐi" || kind == "QyĐ" ? "QĐ" : kind;
  };
  return a_is_plenum == b_is_plenum && a.number == b.number &&
         family(a.kind) == family(b.kind);
}

// True if the mention says nothing by itself that could point elsewhere.
bool IsBare(const CitationMention& mention, const Citation& citation) {
  const bool has_number = mention.form == MentionForm::kNumber ||
                          mention.form == MentionForm::kSymbol ||
                          mention.form == MentionForm::kPlenum;
  return has_number && citation.status == CitationStatus::kUnresolved &&
         mention.terms.empty() && mention.date.year == 0;
}

// The mention a bare one repeats: the nearest before it, else the first after
// it, that names the same number and is known. An issuer that contradicts
// ("Nghị quyết 35 của Chính phủ") never comes here: it is not unresolved.
const Citation* FullMention(const std::vector<CitationMention>& mentions,
                            const std::vector<Citation>& citations,
                            std::size_t bare) {
  const auto is_full = [&](std::size_t i) {
    return i != bare && NamesSameNumber(mentions[i], mentions[bare]) &&
           !citations[i].values.empty() &&
           (IsResolved(citations[i]) ||
            mentions[bare].issuer == StatedIssuer::kNone) &&
           (!mentions[bare].symbol || IsResolved(citations[i]));
  };
  for (std::size_t i = bare; i-- > 0;) {
    if (is_full(i)) return &citations[i];
  }
  for (std::size_t i = bare + 1; i < citations.size(); ++i) {
    if (is_full(i)) return &citations[i];
  }
  return nullptr;
}

void TakeFullMentions(const std::vector<CitationMention>& mentions,
                      std::vector<Citation>* citations) {
  const std::vector<Citation> before = *citations;
  for (std::size_t i = 0; i < citations->size(); ++i) {
    Citation& citation = (*citations)[i];
    if (!IsBare(mentions[i], citation)) continue;
    const Citation* full = FullMention(mentions, before, i);
    if (full == nullptr) continue;
    citation.status = full->status;
    citation.values = full->values;
    citation.candidates = full->candidates;
    citation.rule = "full-mention";
    citation.reason = "named in full elsewhere in the article";
  }
}

// "18-NQ/TW và 19-NQ/TW, Hội nghị Trung ương 6 khóa XII": of several documents
// of one number the one of the plenum that the article names.
void TakePlenums(const std::vector<CitationMention>& mentions,
                 std::vector<Citation>* citations) {
  std::vector<std::string> of_plenums;
  for (std::size_t i = 0; i < citations->size(); ++i) {
    const Citation& citation = (*citations)[i];
    if (mentions[i].form != MentionForm::kPlenum || mentions[i].terms.empty()) {
      continue;
    }
    for (const auto* ids : {&citation.values, &citation.candidates}) {
      of_plenums.insert(of_plenums.end(), ids->begin(), ids->end());
    }
  }
  if (of_plenums.empty()) return;
  for (std::size_t i = 0; i < citations->size(); ++i) {
    Citation& citation = (*citations)[i];
    if (citation.status != CitationStatus::kUnresolved || !mentions[i].symbol) {
      continue;
    }
    std::vector<std::string> shared;
    for (const std::string& id : citation.candidates) {
      if (std::ranges::find(of_plenums, id) != of_plenums.end()) {
        shared.push_back(id);
      }
    }
    if (shared.size() != 1) continue;
    citation.status = CitationStatus::kResolvedWithWarning;
    citation.values = std::move(shared);
    citation.rule = "symbol+plenum";
    citation.reason = "of the plenum that the article names";
  }
}

// Themes and committees' names that repeat a document's title.
void RefuseTitles(const Lexemes& lexemes,
                  const std::vector<CitationMention>& mentions,
                  std::vector<NotCitation>* refused) {
  std::size_t next = 0;
  for (int i = 0; i < lexemes.size(); ++i) {
    while (next < mentions.size() && mentions[next].last < i) ++next;
    const std::optional<KnownName> title = ReadKnownTitle(lexemes, i);
    if (!title) continue;
    // Right after a mention the title belongs to it.
    const bool is_cited = next > 0 && i - mentions[next - 1].last <= 8;
    if (!is_cited) {
      refused->push_back({lexemes[i].begin, lexemes[title->last].end,
                          "repeats the title of " +
                              title->resolutions.front()->id +
                              " without naming it"});
    }
    i = title->last;
  }
}

}  // namespace

Citations FindCitations(std::string_view text, const Analysis& analysis,
                        const Date& article_date) {
  Lexemes lexemes(text, analysis);
  RepairScannedNumbers(&lexemes);
  ReadCitations read = FindMentions(lexemes, FindDates(lexemes));
  std::vector<CitationMention>& mentions = read.mentions;
  ShareWhatFollows(&mentions);

  Citations citations;
  const Context context(lexemes, mentions, article_date);
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    Citation citation = Resolve(mentions[i], context.Of(i));
    citation.begin = lexemes[mentions[i].first].begin;
    citation.end = lexemes[mentions[i].last].end;
    citations.found.push_back(std::move(citation));
  }
  TakeFullMentions(mentions, &citations.found);
  TakePlenums(mentions, &citations.found);

  citations.refused = std::move(read.refused);
  RefuseTitles(lexemes, mentions, &citations.refused);
  std::ranges::stable_sort(citations.refused, {}, &NotCitation::begin);
  return citations;
}

}  // namespace tracuu
