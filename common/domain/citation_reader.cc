#include "common/domain/citation_reader.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "common/domain/citation_tail.h"
#include "common/domain/citation_words.h"
#include "common/domain/congress_reader.h"
#include "common/domain/known_names.h"
#include "common/domain/number_reader.h"
#include "common/domain/plenum_reader.h"
#include "common/domain/scanned_numbers.h"
#include "common/domain/symbol_reader.h"

namespace tracuu {
namespace {

constexpr std::array<std::string_view, 4> kNumberedBodies = {
    "ban chỉ đạo", "bcđ", "lực lượng", "tổ công tác"};
constexpr std::array<std::string_view, 2> kVerbs = {"phát biểu kết luận",
                                                    "phát biểu chỉ thị"};

// The first words of all that the reader reads: a filter, since hardly any
// word of a text opens a citation.
bool MayOpenMention(std::string_view key) {
  static const auto* const kFirstWords = [] {
    auto* words = new std::unordered_set<std::string_view>;
    const auto add = [words](std::string_view phrase) {
      words->insert(phrase.substr(0, phrase.find(' ')));
    };
    for (const std::string_view body : kNumberedBodies) add(body);
    for (const std::string_view verb : kVerbs) add(verb);
    add("số");
    for (const std::string_view kind : KindPhrases()) add(kind);
    for (const std::string_view name : FirstWordsOfNames()) add(name);
    return words;
  }();
  return kFirstWords->contains(key);
}

// What stands after the last of a list holds for all: symbol, issuer, term,
// date.
void ShareTail(std::vector<CitationMention>* listed) {
  // "các Nghị quyết Trung ương 4, 5" is plural for being two.
  if (listed->size() > 1) {
    for (CitationMention& mention : *listed) mention.is_plural = false;
  }
  const CitationMention& last = listed->back();
  for (std::size_t i = 0; i + 1 < listed->size(); ++i) {
    CitationMention& mention = (*listed)[i];
    if (!mention.symbol && last.symbol &&
        last.symbol->system != SymbolSystem::kLaw) {
      mention.form = MentionForm::kSymbol;
      mention.symbol = last.symbol;
      mention.symbol->number = mention.number;
      mention.kind = last.symbol->kind;
      mention.symbol_is_regular = last.symbol_is_regular;
    }
    if (mention.terms.empty()) mention.terms = last.terms;
    if (mention.issuer == StatedIssuer::kNone) mention.issuer = last.issuer;
    if (mention.date.year == 0) mention.date = last.date;
  }
}

class Reader {
 public:
  Reader(const Lexemes& lexemes, const std::vector<DateMention>& dates)
      : lexemes_(lexemes), dates_(dates) {}

  ReadCitations Run() {
    for (int i = 0; i < lexemes_.size();) i = ReadAt(i);
    return std::move(result_);
  }

 private:
  // Reads whatever begins at `first` and returns where to go on.
  int ReadAt(int first) {
    const Lexeme& lexeme = lexemes_[first];
    if (lexeme.is_number()) {
      const int end = ReadName(first);
      return end > first ? end : ReadLoneSymbol(first);
    }
    if (!lexeme.is_word() || !MayOpenMention(lexeme.key)) return first + 1;
    if (const int end = ReadCommittee(first); end > first) return end;
    if (const int end = ReadVerb(first); end > first) return end;
    if (const int end = ReadName(first); end > first) return end;
    if (lexeme.is_word("số")) return ReadLoneList(first);
    const std::optional<KindWord> kind = ReadKindWord(lexemes_, first);
    return kind ? ReadAfterKind(first, *kind) : first + 1;
  }

  void Refuse(int first, int last, std::string reason) {
    result_.refused.push_back(
        {lexemes_[first].begin, lexemes_[last].end, std::move(reason)});
  }

  // Ban Chỉ đạo 35, BCĐ 35, lực lượng 35
  int ReadCommittee(int first) {
    for (const std::string_view body : kNumberedBodies) {
      if (!IsPhrase(lexemes_, first, body)) continue;
      int number = first + WordCount(body);
      if (lexemes_[number].is_sign('-')) ++number;
      if (!lexemes_[number].is_number()) return first;
      Refuse(first, number, "the number belongs to a body's name");
      return number + 1;
    }
    return first;
  }

  // "phát biểu kết luận hội nghị"
  int ReadVerb(int first) {
    for (const std::string_view verb : kVerbs) {
      if (!IsPhrase(lexemes_, first, verb)) continue;
      const int last = first + WordCount(verb) - 1;
      Refuse(first, last, "kết luận is a verb here");
      return last + 1;
    }
    return first;
  }

  // "Quy định những điều đảng viên không được làm"
  int ReadName(int first) {
    const std::optional<KnownName> name = ReadKnownName(lexemes_, first);
    if (!name) return first;
    CitationMention mention;
    mention.form = MentionForm::kName;
    mention.first = first;
    mention.last = name->last;
    mention.kind = name->resolutions.front()->kind;
    mention.named = name->resolutions;
    return Finish({std::move(mention)});
  }

  // A symbol without "Nghị quyết số" in front.
  int ReadLoneSymbol(int first) {
    const std::optional<SymbolReading> symbol = ReadSymbol(lexemes_, first);
    if (!symbol) {
      const int end = RefuseGarbled(first, first);
      return end > first ? end : first + 1;
    }
    CitationMention mention = MentionOfSymbol(first, *symbol);
    return Finish({std::move(mention)});
  }

  // "3S-NQ/TW": better no document than another one. Returns where to go on,
  // `first` if there is no such symbol at `number`.
  int RefuseGarbled(int first, int number) {
    const int last = GarbledSymbolAt(lexemes_, number);
    if (last < 0) return first;
    Refuse(first, last, "a symbol that cannot be read: garbled by a scan?");
    return last + 1;
  }

  // "gồm các số 42, 43 và 44-NQ/TW": the symbol tells the kind of all.
  int ReadLoneList(int first) {
    CitationMention head;
    head.first = first;
    std::vector<CitationMention> listed =
        ReadNumbers(lexemes_, head, KindWord{"NQ", first}, first);
    if (listed.size() < 2 || listed.back().form != MentionForm::kSymbol) {
      return first + 1;
    }
    for (CitationMention& mention : listed) mention.kind = listed.back().kind;
    return Finish(std::move(listed));
  }

  // What follows "Nghị quyết".
  int ReadAfterKind(int first, const KindWord& kind) {
    int at = kind.last + 1;
    if (IsPhrase(lexemes_, at, "kết luận")) at += 2;  // "Thông báo kết luận"
    CitationMention head;
    head.first = first;
    head.kind = kind.kind;
    head.says_regulation = IsPhrase(lexemes_, first, "quy định");
    head.says_decision = IsPhrase(lexemes_, first, "quyết định");
    head.is_plural = lexemes_[first - 1].is_word("các") ||
                     lexemes_[first - 1].is_word("những");

    for (const auto read : {ReadPlenums, ReadCongresses, ReadNumbers}) {
      std::vector<CitationMention> listed = read(lexemes_, head, kind, at);
      if (!listed.empty()) return Finish(std::move(listed));
    }
    const int number = lexemes_[at].is_word("số") ? at + 1 : at;
    if (const int end = RefuseGarbled(first, number); end > first) return end;
    NoteUnnumbered(first, kind);
    return kind.last + 1;
  }

  // "nghị quyết của Đảng", "tinh thần nghị quyết": for `explain` only.
  void NoteUnnumbered(int first, const KindWord& kind) {
    if (kind.is_abbreviation) return;
    if (kind.kind == "NQ" || kind.kind == "CT") {
      Refuse(first, kind.last, "names no document: no number, no title");
    } else if (kind.kind == "KL" &&
               IsPhrase(lexemes_, kind.last + 1, "hội nghị")) {
      Refuse(first, kind.last, "kết luận is a verb here");
    }
  }

  // Reads on after the last of a list and returns where to go on.
  int Finish(std::vector<CitationMention> listed) {
    ReadTail(lexemes_, dates_, &listed.back());
    ShareTail(&listed);
    const int end = listed.back().last + 1;
    for (CitationMention& mention : listed) {
      result_.mentions.push_back(std::move(mention));
    }
    return end;
  }

  const Lexemes& lexemes_;
  const std::vector<DateMention>& dates_;
  ReadCitations result_;
};

// "Nghị quyết 18 và Nghị quyết 19 của Trung ương"
void MarkCoordinated(const Lexemes& lexemes,
                     std::vector<CitationMention>* mentions) {
  for (std::size_t i = 0; i + 1 < mentions->size(); ++i) {
    CitationMention& mention = (*mentions)[i];
    const CitationMention& next = (*mentions)[i + 1];
    const bool is_joint = lexemes[mention.last + 1].is_sign(',') ||
                          lexemes[mention.last + 1].is_word("và");
    mention.shares_what_follows = is_joint && mention.kind == next.kind &&
                                  mention.form == next.form &&
                                  next.first == mention.last + 2;
  }
}

}  // namespace

ReadCitations FindMentions(const Lexemes& lexemes,
                           const std::vector<DateMention>& dates) {
  ReadCitations read = Reader(lexemes, dates).Run();
  MarkCoordinated(lexemes, &read.mentions);
  return read;
}

}  // namespace tracuu
