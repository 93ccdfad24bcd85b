#include "server/search/phrase_book.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "server/search/syllable_model.h"

namespace tracuu {
namespace {

// Followers kept of each syllable: only the first can pass
// kLeastContinuation with three others.
constexpr std::size_t kFollowersKept = 4;

// Ways kept while the spellings of what was typed are tried.
constexpr std::size_t kPathsKept = 24;

}  // namespace

PhraseBook::PhraseBook(const Neighbours& neighbours)
    : neighbours_(&neighbours), followers_(neighbours.size()) {
  neighbours.ForEachPair(
      [&](std::uint32_t first, std::uint32_t second, std::uint64_t count) {
        if (count >= kLeastOccurrences) {
          followers_[first].push_back({second, count});
        }
      });
  for (auto& followers : followers_) {
    std::sort(followers.begin(), followers.end(),
              [](const Follower& a, const Follower& b) {
                return a.count != b.count ? a.count > b.count
                                          : a.number < b.number;
              });
    if (followers.size() > kFollowersKept) followers.resize(kFollowersKept);
    followers.shrink_to_fit();
  }
  for (std::uint32_t number = 0; number < neighbours.size(); ++number) {
    by_folded_.emplace_back(FoldedKey(neighbours.Syllable(number)), number);
  }
  std::sort(by_folded_.begin(), by_folded_.end());
}

// The syllables that are the token, or begin with it.
std::vector<std::uint32_t> PhraseBook::Beginning(const Token& token,
                                                 bool whole) const {
  std::vector<std::uint32_t> numbers;
  const auto first =
      std::lower_bound(by_folded_.begin(), by_folded_.end(),
                       std::pair<std::string, std::uint32_t>(token.folded, 0));
  for (auto at = first;
       at != by_folded_.end() && at->first.starts_with(token.folded); ++at) {
    const std::string& exact = neighbours_->Syllable(at->second);
    const bool fits = whole ? at->first == token.folded &&
                                  (!token.marked || exact == token.exact)
                            : !token.marked || exact.starts_with(token.exact);
    if (fits) numbers.push_back(at->second);
  }
  return numbers;
}

std::vector<PhraseBook::Path> PhraseBook::Walk(const Analysis& typed) const {
  const SyllableModel model(*neighbours_);
  std::vector<Path> paths;
  for (std::size_t i = 0; i < typed.tokens.size(); ++i) {
    const bool last = i + 1 == typed.tokens.size();
    const auto numbers = Beginning(typed.tokens[i], !last);
    std::vector<Path> longer;
    for (const std::uint32_t number : numbers) {
      if (i == 0) {
        longer.push_back(
            {{number}, std::log(model.Chance(number)), UINT64_MAX});
        continue;
      }
      for (const Path& path : paths) {
        const std::uint32_t before = path.numbers.back();
        const std::uint64_t together = neighbours_->Count(before, number);
        if (together < kLeastOccurrences) continue;
        Path next = path;
        next.numbers.push_back(number);
        next.score += std::log(model.ShareAfter(before, number));
        next.rarest = std::min(next.rarest, together);
        longer.push_back(std::move(next));
      }
    }
    std::sort(longer.begin(), longer.end(),
              [](const Path& a, const Path& b) { return a.score > b.score; });
    if (longer.size() > kPathsKept) longer.resize(kPathsKept);
    paths = std::move(longer);
  }
  return paths;
}

// As long as one syllable usually follows, and none comes back: the counts of
// pairs would go round in circles.
void PhraseBook::GoOn(Path* path) const {
  const SyllableModel model(*neighbours_);
  while (path->numbers.size() < kMaxPhraseSyllables) {
    const std::uint32_t last = path->numbers.back();
    if (followers_[last].empty()) return;
    const Follower& next = followers_[last].front();
    const bool seldom =
        model.ShareAfter(last, next.number) < kLeastContinuation;
    const bool comes_back =
        std::find(path->numbers.begin(), path->numbers.end(), next.number) !=
        path->numbers.end();
    if (seldom || comes_back) return;
    path->numbers.push_back(next.number);
    path->rarest = std::min(path->rarest, next.count);
  }
}

std::string PhraseBook::TextOf(const Path& path) const {
  std::string text;
  for (const std::uint32_t number : path.numbers) {
    text += (text.empty() ? "" : " ") + neighbours_->Syllable(number);
  }
  return text;
}

std::vector<std::string> PhraseBook::Complete(const Analysis& typed,
                                              std::size_t count) const {
  if (neighbours_ == nullptr || typed.tokens.empty() ||
      typed.tokens.size() > kMaxPhraseSyllables) {
    return {};
  }
  std::vector<std::pair<std::uint64_t, std::string>> found;
  for (Path& path : Walk(typed)) {
    const std::size_t typed_length = path.numbers.size();
    // A single syllable is no phrase; its best followers may begin one.
    std::vector<Path> begun;
    if (typed_length == 1) {
      for (const Follower& next : followers_[path.numbers.back()]) {
        Path longer = path;
        longer.numbers.push_back(next.number);
        longer.rarest = next.count;
        begun.push_back(std::move(longer));
      }
    } else {
      begun.push_back(std::move(path));
    }
    for (Path& one : begun) {
      GoOn(&one);
      found.emplace_back(one.rarest, TextOf(one));
    }
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  std::string as_typed;
  for (const Token& token : typed.tokens) {
    as_typed += (as_typed.empty() ? "" : " ") + token.exact;
  }
  std::vector<std::string> phrases;
  for (auto& one : found) {
    std::string& text = one.second;  // clang 14 captures no binding.
    if (phrases.size() == count) break;
    if (text == as_typed) continue;
    const bool known = std::any_of(
        phrases.begin(), phrases.end(), [&](const std::string& phrase) {
          return phrase == text || phrase.starts_with(text + " ");
        });
    if (!known) phrases.push_back(std::move(text));
  }
  return phrases;
}

}  // namespace tracuu
