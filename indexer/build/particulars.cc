#include "indexer/build/particulars.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "common/text/analyze.h"
#include "indexer/build/article_sketch.h"

namespace tracuu {
namespace {

// A line of fewer syllables is no sentence of a report.
constexpr std::size_t kLeastSentence = 12;

// One name or number in the place of another is a misprint.
constexpr double kLeastExchanged = 2;
// Of two reports that tell of different things, this share of the facts is
// exchanged however much of the wording is;
constexpr double kMostExchanged = 0.35;
// or more than an editor would have hit by chance who changed names like other
// words: this many standard deviations (of a Poisson distribution) above it.
constexpr double kDeviations = 3.0;

class Finder {
 public:
  explicit Finder(std::string_view text)
      : text_(text), analysis_(Analyze(text)) {
    in_symbol_.resize(analysis_.tokens.size());
    for (const Span& span : analysis_.spans) {
      if (span.kind != SpanKind::kDocumentSymbol) continue;
      std::fill_n(in_symbol_.begin() + span.first, span.count, true);
    }
  }

  // Lines of fewer syllables than `least` are left out.
  void AddTo(std::size_t least, Particulars* found) const {
    const std::size_t size = analysis_.tokens.size();
    for (std::size_t begin = 0; begin < size;) {
      std::size_t end = begin + 1;
      while (end < size && GapBefore(end).find('\n') == GapBefore(end).npos) {
        ++end;
      }
      if (end - begin >= least) AddLine(begin, end, found);
      begin = end;
    }
  }

 private:
  std::string_view GapBefore(std::size_t i) const {
    const std::uint32_t from = analysis_.tokens[i - 1].end;
    return text_.substr(from, analysis_.tokens[i].begin - from);
  }

  bool BeginsSentence(std::size_t i, std::size_t line_begin) const {
    return i == line_begin ||
           GapBefore(i).find_first_of(".!?:;\"") != std::string_view::npos;
  }

  void AddLine(std::size_t begin, std::size_t end, Particulars* found) const {
    for (std::size_t i = begin; i < end;) {
      const Token& token = analysis_.tokens[i];
      if (token.numeric && !in_symbol_[i]) {
        const auto number = HashOf(WithoutZeros(token.folded));
        found->facts.push_back({number});
        found->known.push_back(number);
      } else if (IsName(i) && !BeginsSentence(i, begin)) {
        i = AddName(i, end, found);
        continue;
      } else if (!in_symbol_[i]) {
        const std::uint64_t word = HashOf(token.folded);
        found->words.push_back(word);
        found->known.push_back(word);
        if (IsName(i) && i + 1 < end && IsName(i + 1)) {
          found->known.push_back(HashOfPair(i));
        }
      }
      ++i;
    }
  }

  bool IsName(std::size_t i) const {
    return !in_symbol_[i] &&
           analysis_.tokens[i].letter_case == LetterCase::kCapital;
  }

  std::uint64_t HashOfPair(std::size_t i) const {
    return HashOf(analysis_.tokens[i].folded + " " +
                  analysis_.tokens[i + 1].folded);
  }

  // Returns where the name ends that begins at `begin`.
  std::size_t AddName(std::size_t begin, std::size_t end,
                      Particulars* found) const {
    Particulars::Fact name;
    std::size_t i = begin;
    do {
      const std::string& syllable = analysis_.tokens[i].folded;
      found->known.push_back(HashOf(syllable));
      if (i > begin) name.push_back(HashOfPair(i - 1));
      ++i;
    } while (i < end && IsName(i) && GapBefore(i) == " ");
    if (name.empty()) name.push_back(found->known.back());
    found->known.insert(found->known.end(), name.begin(), name.end());
    found->facts.push_back(std::move(name));
    return i;
  }

  // "05" is 5.
  static std::string_view WithoutZeros(std::string_view number) {
    const std::size_t first = number.find_first_not_of('0');
    return number.substr(first == number.npos ? number.size() - 1 : first);
  }

  std::string_view text_;
  Analysis analysis_;
  std::vector<bool> in_symbol_;
};

bool IsKnown(const Particulars::Fact& fact,
             const std::vector<std::uint64_t>& known) {
  return std::any_of(fact.begin(), fact.end(), [&](std::uint64_t part) {
    return std::binary_search(known.begin(), known.end(), part);
  });
}

// How many of the facts are not known there.
std::size_t CountUnknown(const std::vector<Particulars::Fact>& facts,
                         const std::vector<std::uint64_t>& known) {
  return static_cast<std::size_t>(std::count_if(
      facts.begin(), facts.end(),
      [&](const Particulars::Fact& fact) { return !IsKnown(fact, known); }));
}

// Is each about a body of which the other has never heard?
bool AreOfTwoUnits(const Particulars& a, const Particulars& b) {
  return CountUnknown(a.unit, b.known) > 0 && CountUnknown(b.unit, a.known) > 0;
}

// The share of the words that each has in the place of the other's.
double ShareExchanged(const std::vector<std::uint64_t>& a,
                      const std::vector<std::uint64_t>& b) {
  const std::size_t smaller = std::min(a.size(), b.size());
  if (smaller == 0) return 0;
  return static_cast<double>(smaller - CountShared(a, b)) /
         static_cast<double>(smaller);
}

}  // namespace

Particulars ParticularsOf(const Article& article) {
  Particulars found;
  for (const Block& block : article.blocks) {
    const Finder finder(std::string_view(article.text)
                            .substr(block.begin, block.end - block.begin));
    if (block.role == BlockRole::kTitle) {
      Particulars title;
      finder.AddTo(1, &title);
      found.known.insert(found.known.end(), title.known.begin(),
                         title.known.end());
    } else if (block.role == BlockRole::kLead ||
               block.role == BlockRole::kBody) {
      finder.AddTo(kLeastSentence, &found);
    }
  }
  MakeSet(&found.known);
  if (!article.facets.units.empty()) {
    Particulars unit;
    Finder(article.facets.units.front().name).AddTo(1, &unit);
    // What the list of bodies adds to the text's words does not count.
    std::copy_if(unit.facts.begin(), unit.facts.end(),
                 std::back_inserter(found.unit),
                 [&](const auto& name) { return IsKnown(name, found.known); });
  }
  MakeSet(&found.words);
  return found;
}

bool DifferInFacts(const Particulars& a, const Particulars& b) {
  if (AreOfTwoUnits(a, b)) return true;
  const auto exchanged = static_cast<double>(
      std::min(CountUnknown(a.facts, b.known), CountUnknown(b.facts, a.known)));
  if (exchanged < kLeastExchanged) return false;
  const auto facts =
      static_cast<double>(std::min(a.facts.size(), b.facts.size()));
  if (exchanged >= kMostExchanged * facts) return true;
  const double by_chance = facts * ShareExchanged(a.words, b.words);
  return exchanged > by_chance + kDeviations * std::sqrt(by_chance);
}

}  // namespace tracuu
