#include "common/index/terms.h"

#include <doctest/doctest.h>

#include <random>

namespace tracuu {
namespace {

constexpr Field kUnit = FieldNamed("unit");
constexpr std::size_t kLimit = 245;

TEST_SUITE_BEGIN("common/index/terms");

TEST_CASE("a term is the prefix and the value") {
  CHECK(MakeTerm(FieldNamed("exact"), "đảng") == "đảng");
  CHECK(MakeTerm(FieldNamed("id"), "0f") == "Q0f");
  CHECK(MakeTerm(kUnit, "Đảng ủy xã") == "XU:Đảng ủy xã");
  CHECK(MakePairTerm(FieldNamed("pair"), "của", "đảng") == "Bcủa đảng");
  CHECK(MakePairTerm(FieldNamed("pair"), "của", "đảng") == "Bcủa đảng");
}

TEST_CASE("no term is longer than Xapian allows") {
  for (std::size_t size : {0, 1, 241, 242, 243, 500, 100000}) {
    const std::string value(size, 'a');
    CAPTURE(size);
    CHECK(MakeTerm(kUnit, value).size() <= kLimit);
    CHECK(MakePairTerm(kUnit, value, value).size() <= kLimit);
  }
  CHECK(MakeTerm(kUnit, std::string(242, 'a')) ==
        "XU:" + std::string(242, 'a'));
  // A NUL takes two bytes in Xapian's keys.
  const std::string term = MakeTerm(kUnit, std::string(130, '\0'));
  CHECK(term.find('\0') == std::string::npos);
}

TEST_CASE("long values that differ only at the end have different terms") {
  const std::string base(300, 'a');
  CHECK(MakeTerm(kUnit, base + "1") != MakeTerm(kUnit, base + "2"));
  CHECK(MakeTerm(kUnit, base + "1") == MakeTerm(kUnit, base + "1"));
  // What is kept of the value ends between letters.
  std::string letters;
  for (int i = 0; i < 100; ++i) letters += "ệ";
  const std::string term = MakeTerm(kUnit, letters);
  const std::size_t cut = term.find('\xFF');
  REQUIRE(cut != std::string::npos);
  CHECK((cut - kUnit.prefix.size()) % 3 == 0);
}

TEST_CASE("ordinals come back as they were") {
  const std::vector<std::vector<std::uint32_t>> cases = {
      {}, {0}, {127}, {128}, {300, 0, 5}, {16383, 16384, 0xFFFFFFFFU}};
  for (const auto& ordinals : cases) {
    const auto decoded = DecodeOrdinals(EncodeOrdinals(ordinals));
    REQUIRE(decoded);
    CHECK(*decoded == ordinals);
  }
}

TEST_CASE("bytes that are no ordinals are refused") {
  using namespace std::string_literals;
  for (const std::string& bytes :
       {"\x80"s, "\x01\x80"s, "\x80\x00"s, "\x80\x80\x80\x80\x10"s,
        "\x80\x80\x80\x80\x80\x01"s}) {
    CHECK_FALSE(DecodeOrdinals(bytes));
  }
}

TEST_CASE("every accepted spelling of ordinals is the one that is written") {
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    std::string bytes(random() % 8, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    const auto decoded = DecodeOrdinals(bytes);
    if (decoded) REQUIRE(EncodeOrdinals(*decoded) == bytes);
  }
}

TEST_CASE("lists of values come back as they were") {
  const std::vector<std::vector<std::string>> cases = {
      {}, {"a"}, {"a", "b c", "đ"}, {"", "x"}};
  for (const auto& values : cases) {
    CHECK(SplitLines(JoinLines(values)) == values);
  }
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
