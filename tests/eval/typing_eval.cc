// How well queries are understood that were typed without marks or with errors.
//
//   typing_eval NEIGHBOURS [LEAST_GAIN] < TEXTS    (a text a line; typing.py)
//
// The counts of neighbours are those of one set of articles, the texts are
// others. Prints one JSON object: shares between 0 and 1, and how many cases
// each stands on.

#include <algorithm>
#include <array>
#include <cstdint>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "common/base/file.h"
#include "common/index/neighbours.h"
#include "common/text/analyze.h"
#include "common/text/syllable_grammar.h"
#include "server/search/mark_restorer.h"
#include "server/search/query_corrector.h"
#include "server/search/query_items.h"

namespace tracuu {
namespace {

struct Share {
  std::uint64_t right = 0;
  std::uint64_t all = 0;

  void Add(bool is_right) {
    ++all;
    right += is_right ? 1 : 0;
  }
  nlohmann::ordered_json ToJson() const {
    const double share =
        all == 0 ? 0 : static_cast<double>(right) / static_cast<double>(all);
    return {{"share", share}, {"cases", all}};
  }
};

// Strips `tokens` of their marks and restores them, `length` at a time.
void Restore(const std::vector<Token>& tokens, std::size_t length,
             const Neighbours& neighbours, Share* share) {
  for (std::size_t begin = 0; begin < tokens.size(); begin += length) {
    const std::size_t end = std::min(begin + length, tokens.size());
    std::vector<QueryItem> items;
    for (std::size_t i = begin; i < end; ++i) {
      items.push_back({ItemKind::kFolded, tokens[i].folded});
    }
    const auto forms = RestoreMarks(items, neighbours);
    for (std::size_t i = begin; i < end; ++i) {
      if (!IsFoldedSyllable(tokens[i].folded)) continue;
      const std::string& form = forms[i - begin];
      share->Add((form.empty() ? tokens[i].folded : form) == tokens[i].exact);
    }
  }
}

// Runs of five syllables without punctuation between them.
std::vector<std::vector<std::string>> PhrasesOf(std::string_view text) {
  constexpr std::size_t kLength = 5;
  const auto tokens = Analyze(text).tokens;
  std::vector<std::vector<std::string>> phrases;
  for (std::size_t i = 0; i + kLength <= tokens.size(); i += kLength) {
    std::vector<std::string> phrase;
    for (std::size_t k = i; k < i + kLength; ++k) {
      const bool joined = k == i || (tokens[k].begin == tokens[k - 1].end + 1 &&
                                     text[tokens[k - 1].end] == ' ');
      const bool small = tokens[k].letter_case != LetterCase::kUpper;
      if (!joined || !small || !IsSyllable(tokens[k].exact)) break;
      phrase.push_back(tokens[k].exact);
    }
    if (phrase.size() == kLength) phrases.push_back(std::move(phrase));
  }
  return phrases;
}

std::string Join(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    text += (text.empty() ? "" : " ") + word;
  }
  return text;
}

using Random = std::mt19937;

std::size_t Below(std::size_t bound, Random* random) {
  return bound == 0 ? 0 : (*random)() % bound;
}

// Replaces the first `from` of a word by `to`, or back; empty if it has none.
std::string Swap(const std::string& word, std::string_view from,
                 std::string_view to, bool at_start) {
  for (const auto& [a, b] : {std::pair(from, to), std::pair(to, from)}) {
    const std::size_t at = word.find(a);
    if (at == std::string::npos || (at_start && at != 0)) continue;
    std::string other = word;
    return other.replace(at, a.size(), b);
  }
  return "";
}

// Hỏi for ngã and back, on any vowel.
std::string SwapTones(const std::string& word) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 12>
      kPairs{{{"ả", "ã"},
              {"ẳ", "ẵ"},
              {"ẩ", "ẫ"},
              {"ẻ", "ẽ"},
              {"ể", "ễ"},
              {"ỉ", "ĩ"},
              {"ỏ", "õ"},
              {"ổ", "ỗ"},
              {"ở", "ỡ"},
              {"ủ", "ũ"},
              {"ử", "ữ"},
              {"ỷ", "ỹ"}}};
  for (const auto& [question, tumbling] : kPairs) {
    auto other = Swap(word, question, tumbling, false);
    if (!other.empty()) return other;
  }
  return "";
}

// ư typed as u, ơ as o, keeping the tone.
std::string DropHorn(const std::string& word) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 12>
      kPairs{{{"ư", "u"},
              {"ừ", "ù"},
              {"ứ", "ú"},
              {"ử", "ủ"},
              {"ữ", "ũ"},
              {"ự", "ụ"},
              {"ơ", "o"},
              {"ờ", "ò"},
              {"ớ", "ó"},
              {"ở", "ỏ"},
              {"ỡ", "õ"},
              {"ợ", "ọ"}}};
  for (const auto& [horned, plain] : kPairs) {
    const std::size_t at = word.find(horned);
    if (at == std::string::npos) continue;
    std::string other = word;
    return other.replace(at, horned.size(), plain);
  }
  return "";
}

// Byte offsets of the letters of `word`, and its end.
std::vector<std::size_t> LettersOf(const std::string& word) {
  std::vector<std::size_t> offsets;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if ((word[i] & 0xC0) != 0x80) offsets.push_back(i);
  }
  offsets.push_back(word.size());
  return offsets;
}

std::string Slip(const std::string& word, std::string_view kind,
                 Random* random) {
  const auto at = LettersOf(word);
  const std::size_t letters = at.size() - 1;
  if (letters < 3) return "";
  const std::size_t i = Below(letters - 1, random);
  const std::string first = word.substr(at[i], at[i + 1] - at[i]);
  const std::string second = word.substr(at[i + 1], at[i + 2] - at[i + 1]);
  const std::string before = word.substr(0, at[i]);
  const std::string rest = word.substr(at[i + 2]);
  if (kind == "letter missing") return before + second + rest;
  if (kind == "letter doubled") return before + first + first + second + rest;
  if (first == second) return "";
  return before + second + first + rest;
}

// An error of `kind` in one word; the phrase itself if none of its words can
// have it.
std::vector<std::string> Spoil(std::vector<std::string> words,
                               std::string_view kind, Random* random) {
  const std::size_t start = Below(words.size(), random);
  for (std::size_t k = 0; k < words.size(); ++k) {
    const std::size_t i = (start + k) % words.size();
    std::string& word = words[i];
    std::string other;
    if (kind == "hỏi/ngã") other = SwapTones(word);
    if (kind == "s/x") other = Swap(word, "s", "x", true);
    if (kind == "tr/ch") other = Swap(word, "tr", "ch", true);
    if (kind == "l/n") {
      if (!word.starts_with("ng") && !word.starts_with("nh")) {
        other = Swap(word, "l", "n", true);
      }
    }
    if (kind == "d/gi") other = Swap(word, "gi", "d", true);
    if (kind == "ư/u, ơ/o") other = DropHorn(word);
    if (kind.starts_with("letter")) other = Slip(word, kind, random);
    if (kind == "blank missing" && i + 1 < words.size()) {
      words[i] += words[i + 1];
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(i) + 1);
      return words;
    }
    if (other.empty() || ExactKey(other) == word) continue;
    word = other;
    return words;
  }
  return words;
}

constexpr std::array<std::string_view, 10> kErrors{"hỏi/ngã",
                                                   "s/x",
                                                   "tr/ch",
                                                   "l/n",
                                                   "d/gi",
                                                   "ư/u, ơ/o",
                                                   "letter missing",
                                                   "letter doubled",
                                                   "letters exchanged",
                                                   "blank missing"};

class Evaluation {
 public:
  Evaluation(const Neighbours& neighbours, double least_gain)
      : neighbours_(neighbours), options_{.least_gain = least_gain} {}

  void Add(const std::string& text) {
    const auto tokens = Analyze(text).tokens;
    Restore(tokens, tokens.size() + 1, neighbours_, &restored_);
    Restore(tokens, 6, neighbours_, &restored_queries_);
    auto phrases = PhrasesOf(text);
    std::shuffle(phrases.begin(), phrases.end(), random_);
    // A few from each text, so that no text outweighs the others.
    if (phrases.size() > 10) phrases.resize(10);
    for (const auto& phrase : phrases) AddPhrase(phrase);
  }

  nlohmann::ordered_json ToJson() const {
    nlohmann::ordered_json json;
    json["marks restored, whole texts"] = restored_.ToJson();
    json["marks restored, six syllables at a time"] =
        restored_queries_.ToJson();
    json["correct queries left alone"] = silent_.ToJson();
    json["correct unmarked queries left alone"] = silent_folded_.ToJson();
    json["errors corrected, first offer"] = corrected_.ToJson();
    for (const auto& [kind, share] : by_kind_) {
      json["errors: " + std::string(kind)] = share.ToJson();
    }
    json["wrong offers among them"] = misled_.ToJson();
    return json;
  }

 private:
  void AddPhrase(const std::vector<std::string>& phrase) {
    const std::string meant = Join(phrase);
    silent_.Add(!Correct(meant));
    silent_folded_.Add(!Correct(FoldedKey(meant)));
    // One kind for each phrase, in turn.
    for (std::size_t tries = 0; tries < kErrors.size(); ++tries) {
      const std::string_view kind = kErrors[next_++ % kErrors.size()];
      const std::string typed = Join(Spoil(phrase, kind, &random_));
      if (ExactKey(typed) == meant) continue;
      const auto offer = Correct(typed);
      // A syllable that lost all its marks is open to any, and needs no offer
      // where the right ones are restored.
      const bool right =
          offer == meant || ReadingOf(offer.value_or(typed)) == meant;
      corrected_.Add(right);
      by_kind_[kind].Add(right);
      misled_.Add(offer && !right);
      if (!right) {
        std::cerr << kind << ": " << typed << " → "
                  << (offer ? *offer : "nothing") << ", meant: " << meant
                  << '\n';
      }
      return;
    }
  }

  std::string ReadingOf(const std::string& query) const {
    std::vector<std::string> forms =
        RestoreMarks(ReadWords(query, AccentMode::kAuto), neighbours_);
    std::erase(forms, "");
    return Join(forms);
  }

  std::optional<std::string> Correct(const std::string& query) const {
    const auto offer = CorrectQuery(query, options_, neighbours_);
    if (!offer) return std::nullopt;
    return offer->query;
  }

  const Neighbours& neighbours_;
  const CorrectionOptions options_;
  Random random_{20251125};
  std::size_t next_ = 0;
  Share restored_;
  Share restored_queries_;
  Share silent_;
  Share silent_folded_;
  Share corrected_;
  Share misled_;
  std::map<std::string_view, Share> by_kind_;
};

int Run(const char* path, double least_gain) {
  const auto bytes = ReadFile(path);
  if (!bytes) {
    std::cerr << bytes.error().message << '\n';
    return 1;
  }
  const auto neighbours = Neighbours::Parse(*bytes);
  if (!neighbours) {
    std::cerr << neighbours.error().message << '\n';
    return 1;
  }
  Evaluation evaluation(*neighbours, least_gain);
  for (std::string text; std::getline(std::cin, text);) evaluation.Add(text);
  std::cout << evaluation.ToJson().dump(1) << '\n';
  return 0;
}

}  // namespace
}  // namespace tracuu

int main(int argc, char** argv) {
  if (argc < 2 || argc > 3) {
    std::cerr << "usage: typing_eval NEIGHBOURS [LEAST_GAIN] < TEXTS\n";
    return 2;
  }
  return tracuu::Run(argv[1],
                     argc == 3 ? std::stod(argv[2]) : tracuu::kOfferGain);
}
