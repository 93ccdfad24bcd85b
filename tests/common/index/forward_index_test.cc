#include "common/index/forward_index.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <fstream>
#include <string>
#include <vector>

#include "common/index/forward_writer.h"
#include "common/index/token_units.h"
#include "tests/support/temp_dir.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;
using Units = std::vector<std::uint16_t>;

// đang and đảng are in eight articles together, tin in five, ba in one.
std::vector<ForwardWord> FourWords() {
  std::vector<ForwardWord> words{{"ba", "ba", 1},
                                 {"đảng", "dang", 6},
                                 {"tin", "tin", 5},
                                 {"đang", "dang", 2}};
  SortForwardWords(&words);
  return words;
}

Units UnitsOf(const std::vector<WordRun>& runs) {
  Units units;
  for (const WordRun& run : runs) {
    AppendRole(run.role, &units);
    for (const std::uint32_t word : run.words) AppendWord(word, &units);
  }
  return units;
}

void Write(const fs::path& path, const std::vector<ForwardWord>& words,
           const std::vector<std::vector<WordRun>>& articles) {
  auto writer = ForwardWriter::Create(path, words);
  REQUIRE(writer);
  for (const auto& runs : articles) {
    const Units units = UnitsOf(runs);
    const auto count = static_cast<std::uint32_t>(units.size());
    REQUIRE(writer->Append({&count, 1}, units));
  }
  REQUIRE(writer->Finish());
}

TEST_SUITE_BEGIN("common/index/forward_index");

TEST_CASE("words are numbered by the frequency of their folded form") {
  std::vector<std::string> order;
  for (const ForwardWord& word : FourWords()) order.push_back(word.exact);
  CHECK(order == std::vector<std::string>{"đang", "đảng", "tin", "ba"});
}

TEST_CASE("what is written is read") {
  const test::TempDir dir;
  const std::vector<std::vector<WordRun>> articles{
      {{BlockRole::kTitle, {2, 0}}, {BlockRole::kBody, {1, 1, 3}}},
      {},
      {{BlockRole::kCaption, {3}}},
  };
  Write(dir.path() / "f", FourWords(), articles);
  const auto index = ForwardIndex::Open(dir.path() / "f");
  REQUIRE(index);
  CHECK(index->documents() == 3);
  CHECK(index->words() == 4);
  for (std::uint32_t docid = 1; docid <= 3; ++docid) {
    CHECK(index->Runs(docid) == articles[docid - 1]);
  }
  CHECK(index->Runs(0).empty());
  CHECK(index->Runs(4).empty());
  CHECK(index->Word(1) == "đảng");
  CHECK(index->Word(4).empty());
  CHECK(index->Find("đảng") == WordRange{1, 2});
  CHECK(index->SpellingsOf("dang") == WordRange{0, 2});
  CHECK(index->Find("dang").empty());
  CHECK(index->SpellingsOf("đảng").empty());
  CHECK(index->SpellingsOf("").empty());
}

TEST_CASE("numbers of one and of two units are walked in both directions") {
  const std::vector<std::uint32_t> numbers{0,
                                           1,
                                           kFirstLead - 1,
                                           kFirstLead,
                                           kFirstLead + 1,
                                           2 * kFirstLead - 1,
                                           2 * kFirstLead,
                                           kMaxWords - 1};
  Units units;
  AppendRole(BlockRole::kTitle, &units);
  for (const std::uint32_t number : numbers) AppendWord(number, &units);
  AppendRole(BlockRole::kBody, &units);
  CHECK(units.size() == 2 + 3 + 2 * 5);

  UnitCursor forward(units, 1);
  for (const std::uint32_t number : numbers) CHECK(forward.Next() == number);
  CHECK(forward.Next() == UnitCursor::kNoWord);
  UnitCursor backward(units, units.size() - 1);
  for (auto it = numbers.rbegin(); it != numbers.rend(); ++it) {
    CHECK(backward.Previous() == *it);
  }
  CHECK(backward.Previous() == UnitCursor::kNoWord);
  CHECK(RoleOf(units[0]) == BlockRole::kTitle);
  CHECK(RoleOf(units.back()) == BlockRole::kBody);
}

TEST_CASE("a file that does not add up is refused") {
  const test::TempDir dir;
  const fs::path path = dir.path() / "f";
  Write(path, FourWords(), {{{BlockRole::kBody, {0, 1, 2}}}});
  const auto whole = ReadFile(path);
  REQUIRE(whole);
  for (std::size_t size = 0; size < whole->size(); ++size) {
    REQUIRE(ReplaceFile(path, whole->substr(0, size)));
    CHECK_FALSE(ForwardIndex::Open(path));
  }
  REQUIRE(ReplaceFile(path, *whole + "12345678"));
  CHECK_FALSE(ForwardIndex::Open(path));
}

// The manifest's digest tells of damage; whatever slips by must not crash.
TEST_CASE("any damaged byte is refused or read without harm") {
  const test::TempDir dir;
  const fs::path path = dir.path() / "f";
  Write(path, FourWords(),
        {{{BlockRole::kTitle, {0, 1}}, {BlockRole::kBody, {3, 2, 1}}},
         {{BlockRole::kBody, {1, 1, 0}}}});
  const auto whole = ReadFile(path);
  REQUIRE(whole);
  for (std::size_t i = 0; i < whole->size(); ++i) {
    for (const char damage : {'\x01', '\x80', '\xFF'}) {
      std::string bytes = *whole;
      bytes[i] = static_cast<char>(bytes[i] ^ damage);
      REQUIRE(WriteFile(path, bytes));
      const auto index = ForwardIndex::Open(path);
      if (!index) continue;
      std::size_t letters = 0;
      for (std::uint32_t docid = 0; docid <= index->documents(); ++docid) {
        for (const WordRun& run : index->Runs(docid)) {
          for (const auto word : run.words) letters += index->Word(word).size();
        }
      }
      letters += index->SpellingsOf("dang").last + index->Find("tin").first;
      CHECK(letters < 10'000'000'000);
    }
  }
}

TEST_CASE("a missing file is not found") {
  const test::TempDir dir;
  const auto index = ForwardIndex::Open(dir.path() / "none");
  REQUIRE_FALSE(index);
  CHECK(index.error().code == ErrorCode::kNotFound);
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
