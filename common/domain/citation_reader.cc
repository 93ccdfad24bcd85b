#include "common/domain/citation_reader.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "common/domain/citation_tail.h"
#include "common/domain/citation_words.h"
#include "common/domain/known_names.h"
#include "common/domain/symbol_reader.h"

namespace tracuu {
namespace {

constexpr int kMostListed = 12;
// Four digits are a year unless "số" says otherwise.
constexpr int kLargestBareNumber = 999;

template <std::size_t kSize>
bool IsOneOf(const Lexeme& lexeme,
             const std::array<std::string_view, kSize>& words) {
  if (!lexeme.is_word()) return false;
  for (const std::string_view word : words) {
    if (lexeme.key == word) return true;
  }
  return false;
}

// "nghị quyết 6 tháng đầu năm", "kết luận 5 vụ việc": the number counts.
bool IsCountedThing(const Lexeme& lexeme) {
  static constexpr std::array<std::string_view, 26> kThings = {
      "tháng", "năm",    "điểm",   "vụ",    "xã",    "tỉnh", "đồng",
      "người", "cuộc",   "tổ",     "nhiệm", "lần",   "kỳ",   "chi",
      "nội",   "chỉ",    "trường", "tập",   "đảng",  "vấn",  "dự",
      "giải",  "chuyên", "nhóm",   "đơn",   "triệu",
  };
  return IsOneOf(lexeme, kThings);
}

constexpr std::array<std::string_view, 4> kNumberedBodies = {
    "ban chỉ đạo", "bcđ", "lực lượng", "tổ công tác"};
constexpr std::array<std::string_view, 2> kVerbs = {"phát biểu kết luận",
                                                    "phát biểu chỉ thị"};

// The first words of all that the reader reads: a filter, since hardly any
// word of a text opens a citation.
bool MayOpenMention(std::string_view key) {
  static const auto* const kFirstWords = [] {
    auto* words = new std::unordered_set<std::string>;
    const auto add = [words](std::string_view phrase) {
      words->emplace(phrase.substr(0, phrase.find(' ')));
    };
    for (const std::string_view body : kNumberedBodies) add(body);
    for (const std::string_view verb : kVerbs) add(verb);
    for (const std::string_view kind : KindPhrases()) add(kind);
    for (const std::string& name : FirstWordsOfNames()) add(name);
    return new std::unordered_set<std::string_view>(words->begin(),
                                                    words->end());
  }();
  return kFirstWords->contains(key);
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
    return Finish(std::move(mention));
  }

  // A symbol without "Nghị quyết số" in front.
  int ReadLoneSymbol(int first) {
    const std::optional<SymbolReading> symbol = ReadSymbol(lexemes_, first);
    if (!symbol) return first + 1;
    CitationMention mention = OfSymbol(first, *symbol);
    return Finish(std::move(mention));
  }

  CitationMention OfSymbol(int first, const SymbolReading& reading) const {
    CitationMention mention;
    mention.form = MentionForm::kSymbol;
    mention.first = first;
    mention.last = reading.last;
    mention.kind = reading.symbol.kind;
    mention.number = reading.symbol.number;
    mention.symbol = reading.symbol;
    mention.symbol_is_regular = reading.is_regular;
    return mention;
  }

  int Finish(CitationMention mention) {
    ReadTail(lexemes_, dates_, &mention);
    const int end = mention.last + 1;
    result_.mentions.push_back(std::move(mention));
    return end;
  }

  // --- After "Nghị quyết" --------------------------------------------------

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

    for (const auto read : {&Reader::ReadPlenum, &Reader::ReadCongress,
                            &Reader::ReadElliptic, &Reader::ReadNumbers}) {
      if (const int end = (this->*read)(head, kind, at); end > 0) return end;
    }
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

  // --- Plenums ---------------------------------------------------------------

  // "Trung ương 4", "Hội nghị Trung ương 4", "TW4", "T.Ư 4", "Hội nghị lần thứ
  // tư Ban Chấp hành Trung ương"; -1 if it is none.
  int ReadPlenum(const CitationMention& head, const KindWord& kind, int at) {
    if (kind.kind != "NQ" && kind.kind != "KL") return -1;
    // "Nghị quyết, Kết luận Hội nghị lần thứ tám …"
    const int joint = lexemes_[at].is_sign(',') || lexemes_[at].is_word("và");
    if (joint && IsPhrase(lexemes_, at + 1, "kết luận")) at += 3;
    if (IsPhrase(lexemes_, at, "của hội nghị")) ++at;
    if (IsPhrase(lexemes_, at, "hội nghị lần")) {
      return ReadPlenumByOrdinal(head, at + 3);
    }
    if (IsPhrase(lexemes_, at, "hội nghị")) at += 2;
    int number = at;
    if (!kind.names_plenum) {
      const std::optional<IssuerWords> centre = ReadIssuerWords(lexemes_, at);
      if (!centre || lexemes_[at].is_word("đảng") ||
          (centre->issuer != StatedIssuer::kCentral &&
           centre->issuer != StatedIssuer::kCentralCommittee)) {
        return -1;
      }
      number = centre->last + 1;
    }
    if (IsPhrase(lexemes_, number, "lần thứ")) number += 2;
    return ReadPlenumNumbers(head, number);
  }

  // From the number of "Hội nghị lần thứ tư" on.
  int ReadPlenumByOrdinal(const CitationMention& head, int at) {
    if (lexemes_[at].is_word("thứ")) ++at;  // "lần thứ 8", "lần 8"
    const std::optional<Numeral> number = ReadOrdinal(lexemes_, at);
    if (!number) return -1;
    int after = number->last + 1;
    if (lexemes_[after].is_sign(',')) ++after;
    if (lexemes_[after].is_word("của")) ++after;
    const std::optional<IssuerWords> centre = ReadIssuerWords(lexemes_, after);
    if (!centre || lexemes_[after].is_word("đảng") ||
        (centre->issuer != StatedIssuer::kCentral &&
         centre->issuer != StatedIssuer::kCentralCommittee)) {
      return -1;
    }
    CitationMention mention = head;
    mention.form = MentionForm::kPlenum;
    mention.number = number->value;
    mention.last = centre->last;
    return Finish(std::move(mention));
  }

  // "4", "4, 5 và 6", "4 và Trung ương 5"; what follows the last holds for all.
  int ReadPlenumNumbers(const CitationMention& head, int at) {
    std::vector<CitationMention> listed;
    for (int i = 0; i < kMostListed; ++i) {
      const std::optional<Numeral> number = ReadOrdinal(lexemes_, at);
      if (!number || IsCountedThing(lexemes_[number->last + 1])) break;
      CitationMention mention = head;
      if (!listed.empty()) mention.first = at;
      mention.form = MentionForm::kPlenum;
      mention.number = number->value;
      mention.last = number->last;
      listed.push_back(mention);
      at = number->last + 1;
      if (!lexemes_[at].is_sign(',') && !lexemes_[at].is_word("và")) break;
      ++at;
      for (const std::string_view centre : {"trung ương", "tw"}) {
        if (IsPhrase(lexemes_, at, centre)) at += WordCount(centre);
      }
    }
    return FinishList(std::move(listed));
  }

  // --- Congresses
  // --------------------------------------------------------------

  // "Đại hội XIII của Đảng", "Đại hội đại biểu toàn quốc lần thứ XIII", "ĐH
  // XIII"; the congress of another body ("Đại hội Đảng bộ tỉnh lần thứ XX") is
  // another issuer's.
  int ReadCongress(const CitationMention& head, const KindWord& kind, int at) {
    if (kind.kind != "NQ") return -1;
    if (IsPhrase(lexemes_, at, "của đại hội")) ++at;
    if (kind.names_congress) {
      // The congress is part of the kind word.
    } else if (IsPhrase(lexemes_, at, "đại hội")) {
      at += 2;
    } else if (lexemes_[at].is_word("đh")) {
      at += 1;
    } else {
      return -1;
    }
    CitationMention mention = head;
    mention.form = MentionForm::kCongress;
    mention.last = at - 1;
    at = SkipCongressWords(at);
    if (NamesOtherBody(at)) {
      mention.issuer = StatedIssuer::kOther;
      return Finish(std::move(mention));
    }
    return ReadCongressNumbers(std::move(mention), at);
  }

  int SkipCongressWords(int at) const {
    for (int i = 0; i < 6; ++i) {
      int words = 0;
      for (const std::string_view phrase :
           {"đại biểu", "toàn quốc", "lần thứ", "lần", "đảng", "của đảng",
            "đảng cộng sản việt nam", "cấp cao"}) {
        if (NamesOtherBody(at)) return at;
        if (IsPhrase(lexemes_, at, phrase) && WordCount(phrase) > words) {
          words = WordCount(phrase);
        }
      }
      if (words == 0) break;
      at += words;
    }
    return at;
  }

  // "Đảng bộ tỉnh", "Đoàn TNCS", "Công đoàn" …
  bool NamesOtherBody(int at) const {
    if (lexemes_[at].is_word("của")) ++at;
    if (IsPhrase(lexemes_, at, "đảng bộ") ||
        IsPhrase(lexemes_, at, "đảng ủy") || IsPhrase(lexemes_, at, "chi bộ") ||
        IsPhrase(lexemes_, at, "chi đoàn") ||
        IsPhrase(lexemes_, at, "đảng các cấp") ||
        IsPhrase(lexemes_, at, "mặt trận")) {
      return true;
    }
    static constexpr std::array<std::string_view, 12> kBodies = {
        "đoàn", "công",  "hội", "liên", "tỉnh", "huyện",
        "xã",   "thành", "thị", "quận", "khối", "hđnd"};
    return IsOneOf(lexemes_[at], kBodies);
  }

  int ReadCongressNumbers(CitationMention head, int at) {
    std::vector<CitationMention> listed;
    for (int i = 0; i < kMostListed; ++i) {
      const std::optional<Numeral> number = ReadOrdinal(lexemes_, at);
      if (!number) break;
      CitationMention mention = head;
      if (!listed.empty()) mention.first = at;
      mention.number = number->value;
      mention.last = number->last;
      listed.push_back(mention);
      at = number->last + 1;
      if (NamesOtherBody(at)) {
        for (CitationMention& one : listed) one.issuer = StatedIssuer::kOther;
        break;
      }
      const bool is_joint =
          lexemes_[at].is_sign(',') || lexemes_[at].is_word("và");
      if (!is_joint || !ReadRoman(lexemes_, at + 1)) break;
      ++at;
    }
    return FinishList(std::move(listed));
  }

  // "Nghị quyết XIII của Đảng"
  int ReadElliptic(const CitationMention& head, const KindWord& kind, int at) {
    if (kind.kind != "NQ") return -1;
    const std::optional<Numeral> number = ReadRoman(lexemes_, at);
    if (!number || !IsPhrase(lexemes_, number->last + 1, "của đảng") ||
        NamesOtherBody(number->last + 1)) {
      return -1;
    }
    CitationMention mention = head;
    mention.form = MentionForm::kElliptic;
    mention.number = number->value;
    mention.last = number->last + 2;
    return Finish(std::move(mention));
  }

  // --- Numbers
  // -------------------------------------------------------------------

  // "số 35-NQ/TW", "35", "18, 19-NQ/TW", "số 18 và 19 của Trung ương", "của Bộ
  // Chính trị số 35"
  int ReadNumbers(const CitationMention& head, const KindWord& kind, int at) {
    CitationMention start = head;
    if (lexemes_[at].is_word("của") || lexemes_[at].is_word("bộ") ||
        lexemes_[at].is_word("ban")) {
      const int issuer_at = lexemes_[at].is_word("của") ? at + 1 : at;
      const std::optional<IssuerWords> issuer =
          ReadIssuerWords(lexemes_, issuer_at);
      if (!issuer || !lexemes_[issuer->last + 1].is_word("số")) return -1;
      start.issuer = issuer->issuer;
      at = issuer->last + 1;
    }
    bool says_number = false;
    at = SkipNumberWord(at, kind, &says_number);
    std::vector<CitationMention> listed;
    for (int i = 0; i < kMostListed; ++i) {
      std::optional<CitationMention> item =
          ReadItem(start, at, says_number, !listed.empty());
      if (!item) break;
      if (!listed.empty()) item->first = at;
      at = item->last + 1;
      listed.push_back(*std::move(item));
      const bool is_joint = lexemes_[at].is_sign(',') ||
                            lexemes_[at].is_sign(';') ||
                            lexemes_[at].is_word("và");
      if (!is_joint) break;
      ++at;
      says_number = false;
      at = SkipNumberWord(at, kind, &says_number);
    }
    return FinishList(std::move(listed));
  }

  int SkipNumberWord(int at, const KindWord& kind, bool* says_number) const {
    if (lexemes_[at].is_sign('(') && lexemes_[at + 1].is_word("số")) ++at;
    if (lexemes_[at].is_word("số") || IsPhrase(lexemes_, at, "số hiệu")) {
      *says_number = true;
      at += lexemes_[at + 1].is_word("hiệu") ? 2 : 1;
      if (lexemes_[at].is_sign(':') || lexemes_[at].is_sign('.')) ++at;
    } else if (kind.is_abbreviation && lexemes_[at].is_sign('-') &&
               lexemes_.Touches(at)) {
      ++at;  // "NQ-35"
    }
    return at;
  }

  // One number of a list, with its symbol if it has one.
  std::optional<CitationMention> ReadItem(const CitationMention& head, int at,
                                          bool says_number, bool is_next) {
    if (!lexemes_[at].is_number()) return std::nullopt;
    CitationMention mention = head;
    if (const std::optional<SymbolReading> symbol = ReadSymbol(lexemes_, at)) {
      mention = OfSymbol(head.first, *symbol);
      if (mention.kind.empty()) mention.kind = head.kind;
      mention.issuer = head.issuer;
      mention.says_regulation = head.says_regulation;
      mention.says_decision = head.says_decision;
      return mention;
    }
    if (!IsBareNumber(at, says_number, is_next)) return std::nullopt;
    mention.form = MentionForm::kNumber;
    mention.number = lexemes_[at].number;
    mention.last = at;
    return mention;
  }

  bool IsBareNumber(int at, bool says_number, bool is_next) const {
    const Lexeme& number = lexemes_[at];
    if (number.number < 1 || number.digits > 4) return false;
    if (!says_number && number.number > kLargestBareNumber) return false;
    const Lexeme& after = lexemes_[at + 1];
    if (IsCountedThing(after)) return false;
    if (lexemes_.Touches(at + 1) && lexemes_.Touches(at + 2) &&
        (after.is_sign('/') || after.is_sign('.') || after.is_sign('-'))) {
      return false;
    }
    if (after.sign == '?' || (after.is_word() && lexemes_.Touches(at + 1))) {
      return false;
    }
    if (says_number || !is_next) return true;
    // "Nghị quyết 35 và 3 chuyên đề": a further number needs what makes it one.
    static constexpr std::array<std::string_view, 6> kGoesOn = {
        "của", "khóa", "ngày", "và", "về", "bộ"};
    return IsOneOf(after, kGoesOn) || after.is_sign(',') ||
           after.is_sign('(') || after.is_sign('-') || after.is_sign('/') ||
           after.is_sign('.');
  }

  // --- Lists
  // -----------------------------------------------------------------------

  // What stands after the last holds for all: symbol, issuer, term, date.
  int FinishList(std::vector<CitationMention> listed) {
    if (listed.empty()) return -1;
    // "các Nghị quyết Trung ương 4, 5" is plural for being two.
    if (listed.size() > 1) {
      for (CitationMention& mention : listed) mention.is_plural = false;
    }
    CitationMention& last = listed.back();
    ReadTail(lexemes_, dates_, &last);
    for (std::size_t i = 0; i + 1 < listed.size(); ++i) {
      CitationMention& mention = listed[i];
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
    const int end = last.last + 1;
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
