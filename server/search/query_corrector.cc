#include "server/search/query_corrector.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "common/domain/synonyms.h"
#include "common/text/analyze.h"
#include "common/text/letter_case.h"
#include "common/text/syllable_grammar.h"
#include "server/search/query_items.h"
#include "server/search/query_stretches.h"
#include "server/search/syllable_model.h"
#include "server/search/typing_errors.h"

namespace tracuu {
namespace {

// Where more words than these are unknown, no correction is believable.
constexpr std::size_t kMostUnknown = 6;

// The likeliest to be meant; the others lose against these.
constexpr std::size_t kMostCandidates = 12;

// What an unknown word costs that Vietnamese cannot spell: a misprint, if it
// has marks; else perhaps a foreign word.
constexpr double kUnspeltCost = 10.0;
constexpr double kForeignCost = 4.0;

// A syllable that is so many times likelier behind the one in front than
// elsewhere makes a word with it, and is not doubted.
constexpr double kFirmTie = 3.0;

constexpr std::uint32_t kUnknown = Neighbours::kUnknown;

// A reading of some tokens as one or two syllables.
struct Arc {
  std::size_t tokens = 1;
  std::vector<std::uint32_t> syllables;
  double cost = 0;
  bool changes = false;
};

// The best way to a syllable that ends before some token.
struct State {
  std::uint32_t syllable = kUnknown;
  double score = 0;
  std::size_t before = 0;  // Token where the last arc began ...
  std::size_t state = 0;   // ... and the state there.
  const Arc* arc = nullptr;
};

struct Change {
  std::size_t begin;  // Byte range in the stretch.
  std::size_t end;
  std::string text;
};

class StretchCorrector {
 public:
  StretchCorrector(std::string_view text, const CorrectionOptions& options,
                   const Neighbours& neighbours)
      : options_(options),
        neighbours_(neighbours),
        model_(neighbours),
        analysis_(Analyze(text)) {}

  // The changes in text order. Nothing: none, or too much is unknown.
  std::vector<Change> Run(std::size_t* unknown_left) {
    const std::size_t n = analysis_.tokens.size();
    FindFixed();
    for (std::size_t i = 0; i < n; ++i) arcs_.push_back(AsTyped(i));
    std::vector<double> ties;
    for (std::size_t i = 0; i + 1 < n; ++i) ties.push_back(TiedTo(i));
    std::vector<std::size_t> doubted;
    for (std::size_t i = 0; i < n; ++i) {
      if (fixed_[i] || !IsDoubted(i, ties)) continue;
      doubted.push_back(i);
      if (!IsUnknown(i)) continue;
      if (*unknown_left == 0) return {};
      --*unknown_left;
    }
    if (doubted.empty()) return {};
    const double as_typed = BestScore();
    for (const std::size_t i : doubted) AddAlternatives(i);
    if (BestScore() <= as_typed) return {};
    return ReadChanges();
  }

 private:
  // Symbols, dates, numbers, abbreviations and capitals among small letters.
  void FindFixed() {
    const auto& tokens = analysis_.tokens;
    fixed_.assign(tokens.size(), false);
    const bool all_capitals =
        std::all_of(tokens.begin(), tokens.end(), [](const Token& token) {
          return token.letter_case == LetterCase::kUpper || token.numeric;
        });
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const Token& token = tokens[i];
      const bool letters = !SpellingOf(token.exact).letters.empty();
      const bool capitals =
          token.letter_case == LetterCase::kUpper && !all_capitals;
      // "tu" and "tư" are abbreviations in capitals and syllables else.
      const bool abbreviation =
          IsAbbreviation(token.exact) && !IsSyllable(token.exact);
      fixed_[i] = !letters || capitals || abbreviation;
    }
    for (const PlacedItem& word : ReadWords(analysis_, options_.accents)) {
      for (std::size_t k = 0; word.tokens > 1 && k < word.tokens; ++k) {
        fixed_[word.first + k] = true;
      }
    }
  }

  bool MarksOpen(const Token& token) const {
    return !token.marked && options_.accents != AccentMode::kExact;
  }

  // One arc for each spelling that was asked for.
  std::vector<Arc> AsTyped(std::size_t i) const {
    constexpr std::size_t kMostSpellings = 16;
    std::vector<Arc> arcs;
    for (const std::uint32_t reading : ReadingsOf(analysis_.tokens[i])) {
      if (arcs.size() == kMostSpellings) break;
      arcs.push_back({1, {reading}, 0, false});
    }
    if (arcs.empty()) arcs.push_back({1, {kUnknown}, UnknownCost(i), false});
    return arcs;
  }

  double UnknownCost(std::size_t i) const {
    const Token& token = analysis_.tokens[i];
    if (fixed_[i]) return 0;
    if (token.marked) return IsSyllable(token.exact) ? 0 : kUnspeltCost;
    return IsFoldedSyllable(token.folded) ? 0 : kForeignCost;
  }

  bool IsUnknown(std::size_t i) const {
    return arcs_[i][0].syllables[0] == kUnknown;
  }

  // How many times likelier than elsewhere the next syllable is behind this
  // one, in the spellings that suit each other best; no more than needed.
  double TiedTo(std::size_t i) const {
    double ratio = 0;
    for (const Arc& first : arcs_[i]) {
      for (const Arc& second : arcs_[i + 1]) {
        const std::uint32_t a = first.syllables[0];
        const std::uint32_t b = second.syllables[0];
        if (a == kUnknown || b == kUnknown) continue;
        ratio = std::max(ratio, model_.ChanceAfter(a, b) / model_.Chance(b));
        if (ratio >= kFirmTie) return ratio;
      }
    }
    return ratio;
  }

  // Never counted, or seldom beside what is beside it here, or in no word with
  // either of its neighbours.
  bool IsDoubted(std::size_t i, const std::vector<double>& ties) const {
    if (IsUnknown(i)) return true;
    if (ties.empty()) return false;
    const double before = i > 0 ? ties[i - 1] : ties[i];
    const double after = i < ties.size() ? ties[i] : ties[i - 1];
    return std::min(before, after) <= 1 || std::max(before, after) < kFirmTie;
  }

  // How likely `syllable` is between the likeliest readings of the tokens
  // beside token `i`.
  double ChanceThere(std::size_t i, std::uint32_t syllable) const {
    constexpr std::size_t kLikeliest = 3;
    double before = i == 0 ? model_.Chance(syllable) : 0;
    for (std::size_t k = 0; i > 0 && k < arcs_[i - 1].size(); ++k) {
      if (k == kLikeliest) break;
      before = std::max(
          before, model_.ChanceAfter(arcs_[i - 1][k].syllables[0], syllable));
    }
    double after = i + 1 == arcs_.size() ? 1 : 0;
    for (std::size_t k = 0; i + 1 < arcs_.size() && k < arcs_[i + 1].size();
         ++k) {
      if (k == kLikeliest) break;
      after = std::max(
          after, model_.ChanceAfter(syllable, arcs_[i + 1][k].syllables[0]));
    }
    return before * after;
  }

  // Each change must be worth its own: a sure one takes no doubtful one along.
  Arc Changed(std::size_t tokens, std::vector<std::uint32_t> syllables,
              double cost) const {
    return {tokens, std::move(syllables), cost + options_.least_gain, true};
  }

  void AddAlternatives(std::size_t i) {
    const Token& token = analysis_.tokens[i];
    const TypedSyllable typed{SpellingOf(token.exact), MarksOpen(token)};
    std::vector<std::pair<double, Arc>> found;
    for (std::uint32_t s = 0; s < neighbours_.size(); ++s) {
      const Spelling& meant = neighbours_.LettersOf(s);
      if (!MayBeOneError(typed.spelling, meant)) continue;
      if (options_.kind == CorrectionKind::kMarks &&
          !OnlyAddsMarks(typed.spelling, meant)) {
        continue;
      }
      const auto cost = ErrorCost(typed, meant);
      if (!cost || *cost == 0) continue;
      found.push_back(
          {*cost - std::log(ChanceThere(i, s)), Changed(1, {s}, *cost)});
    }
    const std::size_t kept = std::min(found.size(), kMostCandidates);
    std::partial_sort(
        found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept),
        found.end(),
        [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t k = 0; k < kept; ++k) {
      arcs_[i].push_back(std::move(found[k].second));
    }
    if (options_.kind == CorrectionKind::kErrors) {
      AddSplits(i);
      if (i > 0) AddJoin(i - 1);
      AddJoin(i);
    }
  }

  std::vector<std::uint32_t> ReadingsOf(const Token& token) const {
    if (MarksOpen(token)) return neighbours_.SpellingsOf(token.folded);
    const std::uint32_t number = neighbours_.Find(token.exact);
    if (number == kUnknown) return {};
    return {number};
  }

  // "quảngtrị". Without marks there are too many readings to try those that
  // never stand together.
  void AddSplits(std::size_t i) {
    const Token& token = analysis_.tokens[i];
    const std::string& form = token.exact;
    if (!IsUnknown(i)) return;
    for (std::size_t cut = 1; cut < form.size(); ++cut) {
      const bool inside_letter = (form[cut] & 0xC0) == 0x80;
      if (inside_letter) continue;
      const auto start = Analyze(form.substr(0, cut)).tokens;
      const auto rest = Analyze(form.substr(cut)).tokens;
      if (start.size() != 1 || rest.size() != 1) continue;
      for (const std::uint32_t first : ReadingsOf(start[0])) {
        for (const std::uint32_t second : ReadingsOf(rest[0])) {
          if (!token.marked && neighbours_.Count(first, second) == 0) continue;
          arcs_[i].push_back(Changed(1, {first, second}, kBlankCost));
        }
      }
    }
  }

  // "đ ảng".
  void AddJoin(std::size_t i) {
    const auto& tokens = analysis_.tokens;
    if (i + 1 >= tokens.size() || fixed_[i] || fixed_[i + 1]) return;
    const auto joined = Analyze(tokens[i].exact + tokens[i + 1].exact).tokens;
    if (joined.size() != 1) return;
    for (const std::uint32_t syllable : ReadingsOf(joined[0])) {
      arcs_[i].push_back(Changed(2, {syllable}, kBlankCost));
    }
  }

  double Follow(const State& state, bool first, const Arc& arc) const {
    double score = state.score - arc.cost;
    std::uint32_t before = state.syllable;
    for (const std::uint32_t syllable : arc.syllables) {
      const double chance = first ? model_.Chance(syllable)
                                  : model_.ChanceAfter(before, syllable);
      score += std::log(chance);
      before = syllable;
      first = false;
    }
    return score;
  }

  // The likeliest path through the arcs.
  double BestScore() {
    const std::size_t n = arcs_.size();
    states_.assign(n + 1, {});
    states_[0].push_back({});
    for (std::size_t i = 0; i < n; ++i) {
      for (const Arc& arc : arcs_[i]) {
        State next;
        next.score = -HUGE_VAL;
        for (std::size_t s = 0; s < states_[i].size(); ++s) {
          const double score = Follow(states_[i][s], i == 0, arc);
          if (score <= next.score) continue;
          next = {arc.syllables.back(), score, i, s, &arc};
        }
        if (next.arc != nullptr) states_[i + arc.tokens].push_back(next);
      }
    }
    return BestEnd().score;
  }

  const State& BestEnd() const {
    return *std::max_element(
        states_.back().begin(), states_.back().end(),
        [](const State& a, const State& b) { return a.score < b.score; });
  }

  std::vector<Change> ReadChanges() const {
    std::vector<Change> changes;
    const State* state = &BestEnd();
    while (state->arc != nullptr) {
      if (state->arc->changes) {
        changes.push_back(ChangeOf(*state->arc, state->before));
      }
      state = &states_[state->before][state->state];
    }
    std::reverse(changes.begin(), changes.end());
    return changes;
  }

  // In the manner of the writer: without marks where he types none.
  Change ChangeOf(const Arc& arc, std::size_t first) const {
    const auto& tokens = analysis_.tokens;
    const bool any_marked =
        std::any_of(tokens.begin(), tokens.end(),
                    [](const Token& token) { return token.marked; });
    std::string form;
    for (const std::uint32_t syllable : arc.syllables) {
      const std::string& exact = neighbours_.Syllable(syllable);
      form +=
          (form.empty() ? "" : " ") + (any_marked ? exact : FoldedKey(exact));
    }
    return {tokens[first].begin, tokens[first + arc.tokens - 1].end,
            InCase(form, tokens[first].letter_case)};
  }

  const CorrectionOptions& options_;
  const Neighbours& neighbours_;
  const SyllableModel model_;
  const Analysis analysis_;
  std::vector<bool> fixed_;
  std::vector<std::vector<Arc>> arcs_;
  std::vector<std::vector<State>> states_;
};

void AddSegment(std::string_view text, bool match, Suggested* correction) {
  if (text.empty()) return;
  correction->query += text;
  correction->segments.push_back({std::string(text), match});
}

}  // namespace

std::optional<Suggested> CorrectQuery(std::string_view query,
                                      const CorrectionOptions& options,
                                      const Neighbours& neighbours) {
  Suggested correction;
  std::size_t unknown_left = kMostUnknown;
  std::size_t at = 0;
  bool changed = false;
  for (const Stretch& stretch : FindStretches(query)) {
    if (stretch.kind != StretchKind::kWords &&
        stretch.kind != StretchKind::kPhrase) {
      continue;
    }
    const std::string_view text =
        query.substr(stretch.begin, stretch.end - stretch.begin);
    StretchCorrector corrector(text, options, neighbours);
    for (const Change& change : corrector.Run(&unknown_left)) {
      const std::size_t begin = stretch.begin + change.begin;
      AddSegment(query.substr(at, begin - at), false, &correction);
      AddSegment(change.text, true, &correction);
      at = stretch.begin + change.end;
      changed = true;
    }
  }
  if (!changed) return std::nullopt;
  AddSegment(query.substr(at), false, &correction);
  return correction;
}

}  // namespace tracuu
