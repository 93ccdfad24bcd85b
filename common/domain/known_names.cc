#include "common/domain/known_names.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "common/text/analyze.h"

namespace tracuu {
namespace {

constexpr std::size_t kTitleWords = 8;

using Words = std::vector<std::string>;

struct Name {
  Words words;
  std::vector<const Resolution*> resolutions;
};

// Lets a view into the text be looked up without a copy.
struct ViewHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};

// By first word.
using NameIndex = std::unordered_map<std::string, std::vector<Name>, ViewHash,
                                     std::equal_to<>>;

Words WordsOf(std::string_view text) {
  Words words;
  for (const Token& token : Analyze(text).tokens) words.push_back(token.exact);
  return words;
}

void Add(Words words, const Resolution& resolution, NameIndex* index) {
  if (words.empty()) return;
  std::vector<Name>& names = (*index)[words.front()];
  for (Name& name : names) {
    if (name.words != words) continue;
    name.resolutions.push_back(&resolution);
    return;
  }
  names.push_back({std::move(words), {&resolution}});
}

NameIndex IndexNames() {
  NameIndex index;
  for (const Resolution& resolution : AllResolutions()) {
    for (const std::string& name : resolution.names) {
      Add(WordsOf(name), resolution, &index);
    }
  }
  return index;
}

const NameIndex& Names() {
  static const auto* const kNames = new NameIndex(IndexNames());
  return *kNames;
}

NameIndex IndexTitles() {
  NameIndex index;
  for (const Resolution& resolution : AllResolutions()) {
    Words words = WordsOf(resolution.title);
    if (words.size() < kTitleWords) continue;
    words.resize(kTitleWords);
    Add(std::move(words), resolution, &index);
  }
  return index;
}

bool IsWord(const Lexeme& lexeme, const std::string& word) {
  if (lexeme.is_word()) return lexeme.key == word;
  return lexeme.is_number() && std::to_string(lexeme.number) == word;
}

// The index of the last lexeme of `words`, which begin at `first`; commas and
// quotes between them do not count. -1 if they do not stand there.
int MatchWords(const Lexemes& lexemes, int first, const Words& words) {
  int at = first;
  for (std::size_t i = 0; i < words.size(); ++i, ++at) {
    while (i > 0 && (lexemes[at].is_sign(',') || lexemes[at].is_sign('"') ||
                     lexemes[at].is_sign('-'))) {
      ++at;
    }
    if (!IsWord(lexemes[at], words[i])) return -1;
  }
  return at - 1;
}

std::optional<KnownName> ReadFrom(const NameIndex& index,
                                  const Lexemes& lexemes, int first) {
  const Lexeme& lexeme = lexemes[first];
  if (!lexeme.is_word() && !lexeme.is_number()) return std::nullopt;
  const auto found = lexeme.is_word()
                         ? index.find(lexeme.key)
                         : index.find(std::to_string(lexeme.number));
  if (found == index.end()) return std::nullopt;
  for (const Name& name : found->second) {
    const int last = MatchWords(lexemes, first, name.words);
    if (last >= 0) return KnownName{name.resolutions, last};
  }
  return std::nullopt;
}

using CueIndex = std::unordered_map<const Resolution*, std::vector<Words>>;

CueIndex IndexCues() {
  CueIndex index;
  for (const Resolution& resolution : AllResolutions()) {
    for (const std::string& cue : resolution.topic_cues) {
      index[&resolution].push_back(WordsOf(cue));
    }
  }
  return index;
}

}  // namespace

std::optional<KnownName> ReadKnownName(const Lexemes& lexemes, int first) {
  return ReadFrom(Names(), lexemes, first);
}

std::vector<std::string_view> FirstWordsOfNames() {
  std::vector<std::string_view> words;
  for (const auto& [word, names] : Names()) words.push_back(word);
  return words;
}

std::optional<KnownName> ReadKnownTitle(const Lexemes& lexemes, int first) {
  static const auto* const kTitles = new NameIndex(IndexTitles());
  return ReadFrom(*kTitles, lexemes, first);
}

int CountTopicCues(const Lexemes& lexemes, const Resolution& resolution,
                   int first, int last) {
  static const auto* const kCues = new CueIndex(IndexCues());
  const auto cues = kCues->find(&resolution);
  if (cues == kCues->end()) return 0;
  int count = 0;
  for (const Words& words : cues->second) {
    for (int at = first; at <= last; ++at) {
      if (!IsWord(lexemes[at], words.front())) continue;
      const int end = MatchWords(lexemes, at, words);
      if (end < 0 || end > last) continue;
      ++count;
      break;
    }
  }
  return count;
}

}  // namespace tracuu
