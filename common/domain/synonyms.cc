#include "common/domain/synonyms.h"

#include <algorithm>
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
  bool capitals = false;          // Typed in capitals.
  bool marked = false;            // Typed with its marks.
  bool number_next = false;       // A number follows.
  std::vector<std::string> near;  // One of these exact forms is elsewhere.
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
  constexpr std::string_view kNear = "near:";
  Condition condition;
  for (const std::string& part : row.List("condition")) {
    if (part == "capitals") {
      condition.capitals = true;
    } else if (part == "marked") {
      condition.marked = true;
    } else if (part == "number-next") {
      condition.number_next = true;
    } else if (part.starts_with(kNear)) {
      for (Token& token : Analyze(part.substr(kNear.size())).tokens) {
        condition.near.push_back(std::move(token.exact));
      }
    } else {
      Broken(part);
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

  void NoteAbbreviation(std::string_view text) {
    for (const Token& token : Analyze(text).tokens) {
      abbreviations_.insert(token.exact);
      abbreviations_.insert(token.folded);
    }
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

bool IsNear(const std::string& word, const std::vector<Token>& tokens,
            std::size_t first, std::size_t last) {
  const std::string folded = FoldedKey(word);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (i >= first && i < last) continue;
    if (Means(tokens[i], word, folded)) return true;
  }
  return false;
}

bool Holds(const Row& row, const std::vector<Token>& tokens,
           std::size_t first) {
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
  return condition.near.empty() ||
         std::any_of(condition.near.begin(), condition.near.end(),
                     [&](const std::string& word) {
                       return IsNear(word, tokens, first, last);
                     });
}

// The longest match that begins at `first`; count 0 if there is none.
SynonymMatch MatchAt(const std::vector<Token>& tokens, std::size_t first) {
  SynonymMatch match{first, 0, {}};
  for (const Row& row : TheIndex().StartingWith(tokens[first].folded)) {
    if (row.exact.size() < match.count) break;
    if (!StandsAt(row, tokens, first) || !Holds(row, tokens, first)) continue;
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

std::vector<SynonymMatch> FindSynonyms(const std::vector<Token>& tokens) {
  std::vector<SynonymMatch> matches;
  for (std::size_t i = 0; i < tokens.size();) {
    SynonymMatch match = MatchAt(tokens, i);
    i += std::max<std::size_t>(match.count, 1);
    if (match.count > 0) matches.push_back(std::move(match));
  }
  return matches;
}

bool IsAbbreviation(std::string_view word) {
  return TheIndex().IsAbbreviation(std::string(word));
}

}  // namespace tracuu
