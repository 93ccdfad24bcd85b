#include "common/domain/synonyms.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iostream>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "common/domain/table.h"
#include "common/domain/unit_vocabulary.h"

namespace tracuu {
namespace {

// When a row holds; all that is set must be so.
struct Condition {
  bool capitals = false;     // Typed in capitals.
  bool marked = false;       // Typed with its marks.
  bool number_next = false;  // A number follows.
  // Exact forms: one of them is elsewhere, stands right in front, right
  // behind; none of them stands right behind.
  std::vector<std::string> near;
  std::vector<std::string> after;
  std::vector<std::string> before;
  std::vector<std::string> not_before;
};

struct Row {
  std::vector<std::string> exact;  // The left side, token by token.
  std::vector<std::string> folded;
  Synonym other;
  Condition condition;
};

[[noreturn]] void Broken(std::string_view cell) {
  std::cerr << "synonyms.tsv: \"" << cell << "\" is not understood\n";
  std::abort();
}

Condition ReadCondition(const Table::Row& row) {
  Condition condition;
  const std::array<std::pair<std::string_view, std::vector<std::string>*>, 4>
      lists{{{"near:", &condition.near},
             {"after:", &condition.after},
             {"before:", &condition.before},
             {"not-before:", &condition.not_before}}};
  for (const std::string& part : row.List("condition")) {
    if (part == "capitals") {
      condition.capitals = true;
    } else if (part == "marked") {
      condition.marked = true;
    } else if (part == "number-next") {
      condition.number_next = true;
    } else {
      const auto* const list = std::find_if(
          lists.begin(), lists.end(),
          [&](const auto& one) { return part.starts_with(one.first); });
      if (list == lists.end()) Broken(part);
      for (Token& token : Analyze(part.substr(list->first.size())).tokens) {
        list->second->push_back(std::move(token.exact));
      }
    }
  }
  return condition;
}

class Index {
 public:
  Index() {
    ReadUnits();
    ReadTable();
    for (auto& [key, rows] : rows_) {
      std::stable_sort(rows.begin(), rows.end(), [](auto& a, auto& b) {
        return a.exact.size() > b.exact.size();
      });
    }
  }

  // Longest first.
  const std::vector<Row>& StartingWith(const std::string& folded) const {
    static const std::vector<Row> kNone;
    const auto found = rows_.find(folded);
    return found == rows_.end() ? kNone : found->second;
  }

  bool IsAbbreviation(const std::string& word) const {
    return abbreviations_.contains(word);
  }

 private:
  void ReadUnits() {
    std::set<std::string> back;
    for (const UnitAbbreviation& unit : UnitAbbreviations()) {
      Add(unit.abbreviation, {unit.expansion, SynonymRelation::kAbbreviation},
          {});
      // The first spelling of an abbreviation is the usual one.
      if (!back.insert(unit.expansion).second) continue;
      Add(unit.expansion, {unit.abbreviation, SynonymRelation::kAbbreviation},
          {});
      NoteAbbreviation(unit.abbreviation);
    }
  }

  void ReadTable() {
    const Table& table = EmbeddedTable("synonyms.tsv");
    for (std::size_t i = 0; i < table.size(); ++i) {
      const Table::Row row = table.row(i);
      const std::string left(row["left"]);
      const std::string right(row["right"]);
      const bool abbreviation = row["relation"] == "abbreviation";
      if (!abbreviation && row["relation"] != "synonym") {
        Broken(row["relation"]);
      }
      const SynonymRelation relation = abbreviation
                                           ? SynonymRelation::kAbbreviation
                                           : SynonymRelation::kSynonym;
      Add(left, {right, relation}, ReadCondition(row));
      if (row["direction"] == "both") {
        Add(right, {left, relation}, {});
      } else if (row["direction"] != "right") {
        Broken(row["direction"]);
      }
      if (abbreviation) NoteAbbreviation(left);
    }
  }

  void Add(std::string_view left, Synonym other, Condition condition) {
    Row row{{}, {}, std::move(other), std::move(condition)};
    for (Token& token : Analyze(left).tokens) {
      row.exact.push_back(std::move(token.exact));
      row.folded.push_back(std::move(token.folded));
    }
    if (row.exact.empty()) Broken(left);
    const std::string key = row.folded.front();
    rows_[key].push_back(std::move(row));
  }

  // The parts of "KT-XH" are none: "kt quả" lacks a letter.
  void NoteAbbreviation(std::string_view text) {
    const auto tokens = Analyze(text).tokens;
    if (tokens.size() != 1) return;
    abbreviations_.insert(tokens[0].exact);
    abbreviations_.insert(tokens[0].folded);
  }

  std::unordered_map<std::string, std::vector<Row>> rows_;
  std::unordered_set<std::string> abbreviations_;
};

const Index& TheIndex() {
  static const Index* const kIndex = new Index();
  return *kIndex;
}

bool Means(const Token& token, const std::string& exact,
           const std::string& folded) {
  return token.marked ? token.exact == exact : token.exact == folded;
}

bool StandsAt(const Row& row, const std::vector<Token>& tokens,
              std::size_t first) {
  if (first + row.exact.size() > tokens.size()) return false;
  for (std::size_t i = 0; i < row.exact.size(); ++i) {
    if (!Means(tokens[first + i], row.exact[i], row.folded[i])) return false;
  }
  return true;
}

// Is one of `words` among the tokens [begin, end)?
bool HasOneOf(const std::vector<std::string>& words,
              const std::vector<Token>& tokens, std::size_t begin,
              std::size_t end) {
  for (const std::string& word : words) {
    const std::string folded = FoldedKey(word);
    for (std::size_t i = begin; i < end; ++i) {
      if (Means(tokens[i], word, folded)) return true;
    }
  }
  return false;
}

bool IsSupported(const Condition& condition, const std::vector<Token>& tokens,
                 std::size_t first, std::size_t last) {
  return condition.near.empty() || HasOneOf(condition.near, tokens, 0, first) ||
         HasOneOf(condition.near, tokens, last, tokens.size());
}

bool FitsNeighbours(const Condition& condition,
                    const std::vector<Token>& tokens, std::size_t first,
                    std::size_t last) {
  const std::size_t front = first == 0 ? 0 : first - 1;
  const std::size_t behind = std::min(last + 1, tokens.size());
  return (condition.after.empty() ||
          HasOneOf(condition.after, tokens, front, first)) &&
         (condition.before.empty() ||
          HasOneOf(condition.before, tokens, last, behind)) &&
         !HasOneOf(condition.not_before, tokens, last, behind);
}

bool Holds(const Row& row, const std::vector<Token>& tokens, std::size_t first,
           Meanings meanings) {
  const Condition& condition = row.condition;
  const std::size_t last = first + row.exact.size();
  for (std::size_t i = first; i < last; ++i) {
    if (condition.capitals && tokens[i].letter_case != LetterCase::kUpper) {
      return false;
    }
  }
  if (condition.marked && row.exact != row.folded) {
    bool marked = false;
    for (std::size_t i = first; i < last; ++i) {
      marked = marked || tokens[i].marked;
    }
    if (!marked) return false;
  }
  if (condition.number_next &&
      (last == tokens.size() || !tokens[last].numeric)) {
    return false;
  }
  return FitsNeighbours(condition, tokens, first, last) &&
         (meanings == Meanings::kAll ||
          IsSupported(condition, tokens, first, last));
}

// The longest match that begins at `first`; count 0 if there is none.
SynonymMatch MatchAt(const std::vector<Token>& tokens, std::size_t first,
                     Meanings meanings) {
  SynonymMatch match{first, 0, {}};
  for (const Row& row : TheIndex().StartingWith(tokens[first].folded)) {
    if (row.exact.size() < match.count) break;
    if (!StandsAt(row, tokens, first) || !Holds(row, tokens, first, meanings)) {
      continue;
    }
    match.count = row.exact.size();
    // Two spellings of one abbreviation fold to the same.
    const bool known = std::any_of(
        match.others.begin(), match.others.end(),
        [&](const Synonym& other) { return other.text == row.other.text; });
    if (!known) match.others.push_back(row.other);
  }
  return match;
}

}  // namespace

std::vector<SynonymMatch> FindSynonyms(const std::vector<Token>& tokens,
                                       Meanings meanings) {
  std::vector<SynonymMatch> matches;
  for (std::size_t i = 0; i < tokens.size();) {
    SynonymMatch match = MatchAt(tokens, i, meanings);
    i += std::max<std::size_t>(match.count, 1);
    if (match.count > 0) matches.push_back(std::move(match));
  }
  return matches;
}

bool IsAbbreviation(std::string_view word) {
  return TheIndex().IsAbbreviation(std::string(word));
}

}  // namespace tracuu
