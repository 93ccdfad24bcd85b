// Phrases of running text, typed raw in every habit, are read back. Always from
// the sample corpus; from 15,000 real articles too where they lie beside the
// project (tests/support/shared_data.h).

#include <doctest/doctest.h>
#include <stdio.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "common/text/analyze.h"
#include "common/text/keystrokes.h"
#include "common/text/syllable_grammar.h"
#include "tests/common/text/keyboard.h"
#include "tests/support/shared_data.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPhrases = 2'000;

// Runs of four syllables with single spaces between them, as somebody would
// type them, of which two have marks.
void AddPhrases(const std::string& text, std::size_t most,
                std::set<std::string>* phrases) {
  constexpr std::size_t kLength = 4;
  const auto tokens = Analyze(text).tokens;
  const std::size_t wanted = phrases->size() + most;
  for (std::size_t i = 0; i + kLength <= tokens.size(); i += kLength) {
    std::string phrase;
    std::size_t marked = 0;
    bool plain = true;
    for (std::size_t k = i; k < i + kLength; ++k) {
      const Token& token = tokens[k];
      plain = plain && IsSyllable(token.exact);
      if (k > i) plain = plain && token.begin == tokens[k - 1].end + 1;
      if (k > i) plain = plain && text[tokens[k - 1].end] == ' ';
      marked += token.marked ? 1 : 0;
      phrase += (k > i ? " " : "") + token.exact;
    }
    if (plain && marked >= 2) phrases->insert(phrase);
    if (phrases->size() >= wanted) return;
  }
}

std::set<std::string> CorpusPhrases() {
  std::set<std::string> phrases;
  for (const auto& entry :
       fs::directory_iterator(TRACUU_SOURCE_DIR "/corpus/txt")) {
    std::ifstream in(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    AddPhrases(text.str(), kPhrases, &phrases);
  }
  return phrases;
}

// One phrase from each line; JSON is text like any other here.
std::set<std::string> BulkPhrases() {
  std::set<std::string> phrases;
  const fs::path shared = test::SharedDir();
  const fs::path bulk = shared / "real" / "bulk.jsonl.gz";
  if (shared.empty() || !fs::exists(bulk)) return phrases;
  const std::string command = "gzip -dc '" + bulk.string() + "'";
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(
      ::popen(command.c_str(), "r"), ::pclose);
  REQUIRE(pipe);
  std::string line;
  for (int c = 0;
       phrases.size() < kPhrases && (c = ::getc(pipe.get())) != EOF;) {
    if (c != '\n') {
      line += static_cast<char>(c);
      continue;
    }
    AddPhrases(line, 2, &phrases);
    line.clear();
  }
  return phrases;
}

// The share of `phrases` that come back as they were.
double ShareReadBack(const std::set<std::string>& phrases, InputMethod method,
                     test::Habit habit) {
  std::size_t right = 0;
  std::size_t shown = 0;
  for (const std::string& phrase : phrases) {
    const std::string typed = test::TypeRaw(phrase, method, habit);
    const std::string_view piece = typed;
    const auto reading =
        ReadKeystrokes({&piece, 1}, [](std::string_view) { return false; });
    const bool read_back =
        reading && reading->certain && ExactKey(reading->pieces[0]) == phrase;
    if (read_back) {
      ++right;
    } else if (shown++ < 10) {
      MESSAGE(typed << " → "
                    << (reading ? reading->pieces[0] : std::string("as typed"))
                    << ", meant: " << phrase);
    }
  }
  return static_cast<double>(right) / static_cast<double>(phrases.size());
}

void CheckReadBack(const std::set<std::string>& phrases) {
  for (const auto method : {InputMethod::kTelex, InputMethod::kVni}) {
    for (const auto habit : {test::Habit::kInPlace, test::Habit::kToneEarly,
                             test::Habit::kMarksLate}) {
      const double share = ShareReadBack(phrases, method, habit);
      CAPTURE(static_cast<int>(method));
      CAPTURE(static_cast<int>(habit));
      CAPTURE(phrases.size());
      CHECK(share >= 0.99);
    }
  }
}

// The same phrases without any marks are no keystrokes.
void CheckUnmarkedStay(const std::set<std::string>& phrases) {
  for (const std::string& phrase : phrases) {
    const std::string folded = FoldedKey(phrase);
    const std::string_view piece = folded;
    const auto reading =
        ReadKeystrokes({&piece, 1}, [](std::string_view) { return false; });
    CAPTURE(folded);
    CHECK_FALSE(reading);
  }
}

TEST_SUITE_BEGIN("common/text/keystroke_round_trip");

TEST_CASE("phrases of the sample corpus") {
  const auto phrases = CorpusPhrases();
  CHECK(phrases.size() >= 1'000);
  CheckReadBack(phrases);
  CheckUnmarkedStay(phrases);
}

TEST_CASE("2,000 phrases of real articles, where there are some") {
  const auto phrases = BulkPhrases();
  if (phrases.empty()) return;
  CHECK(phrases.size() >= kPhrases);
  CheckReadBack(phrases);
  CheckUnmarkedStay(phrases);
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
