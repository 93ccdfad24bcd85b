// The small parts of a build: queue, numbers, spool, record, log.

#include <doctest/doctest.h>

#include <atomic>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "common/base/file.h"
#include "indexer/build/article_record.h"
#include "indexer/build/bounded_queue.h"
#include "indexer/build/rejection_log.h"
#include "indexer/build/repair_counts.h"
#include "indexer/build/spool.h"
#include "indexer/build/string_table.h"
#include "indexer/build/varint.h"
#include "tests/support/temp_dir.h"

namespace tracuu {
namespace {

TEST_SUITE_BEGIN("indexer/build/parts");

TEST_CASE("a bounded queue hands every item over once") {
  BoundedQueue<int> queue(3);
  constexpr int kItems = 2000;
  std::vector<long> sums(3);
  std::vector<std::thread> readers;
  for (std::size_t i = 0; i < sums.size(); ++i) {
    readers.emplace_back([&, i] {
      while (const auto item = queue.Pop()) sums[i] += *item;
    });
  }
  for (int i = 1; i <= kItems; ++i) REQUIRE(queue.Push(i));
  queue.Close();
  for (std::thread& reader : readers) reader.join();
  CHECK(sums[0] + sums[1] + sums[2] == kItems * (kItems + 1) / 2);
  CHECK_FALSE(queue.Push(1));
}

TEST_CASE("a bounded queue weighs what is inside") {
  BoundedQueue<int> queue(10);
  REQUIRE(queue.Push(1, 9));
  REQUIRE(queue.Push(2, 1000));  // There was room for some of it.
  std::atomic<bool> pushed{false};
  std::thread producer([&] { pushed = queue.Push(3, 1); });
  CHECK(*queue.Pop() == 1);
  CHECK_FALSE(pushed);
  CHECK(*queue.Pop() == 2);
  CHECK(*queue.Pop() == 3);
  producer.join();
  CHECK(pushed);
}

TEST_CASE("a cancelled queue frees a producer that waits for room") {
  BoundedQueue<int> queue(1);
  REQUIRE(queue.Push(1));
  std::thread canceller([&] { queue.Cancel(); });
  CHECK_FALSE(queue.Push(2));
  canceller.join();
  CHECK_FALSE(queue.Pop());
}

TEST_CASE("varints come back as they were and never read past the end") {
  std::string bytes;
  const std::uint64_t values[] = {0, 127, 128, 300, ~std::uint64_t{0}};
  for (const std::uint64_t value : values) AppendVarint(value, &bytes);
  VarintReader reader(bytes);
  for (const std::uint64_t value : values) CHECK(reader.Next() == value);
  CHECK_FALSE(reader.failed());
  CHECK(reader.left() == 0);
  CHECK(reader.Next() == 0);
  CHECK(reader.failed());
  VarintReader endless(
      std::string_view("\xff\xff\xff\xff\xff\xff\xff\xff\xff"
                       "\xff\xff\xff"));
  CHECK(endless.Next() == 0);
  CHECK(endless.failed());
}

TEST_CASE("a string table numbers strings in the order of their coming") {
  StringTable table;
  for (int round = 0; round < 2; ++round) {
    for (int i = 0; i < 1000; ++i) {
      CHECK(table.Intern("chữ " + std::to_string(i)) ==
            static_cast<std::uint32_t>(i));
    }
  }
  CHECK(table.size() == 1000);
  CHECK(table.at(7) == "chữ 7");
  CHECK(table.Find("chữ 999") == 999U);
  CHECK_FALSE(table.Find("chữ"));
}

TEST_CASE("a byte order leads from numbers to ranks and back") {
  StringTable table;
  for (const char* text : {"họp", "ban", "đảng", "Z", "", "bàn"}) {
    table.Intern(text);
  }
  const ByteOrder order(table);
  REQUIRE(order.number_at.size() == table.size());
  for (std::uint32_t rank = 0; rank < table.size(); ++rank) {
    CHECK(order.rank_of[order.number_at[rank]] == rank);
    if (rank == 0) continue;
    CHECK(table.at(order.number_at[rank - 1]) <
          table.at(order.number_at[rank]));
  }
  CHECK(ByteOrder(StringTable()).rank_of.empty());
}

TEST_CASE("a record comes back as it was; damaged ones are safe to read") {
  ArticleRecord record;
  record.runs = {{BlockRole::kTitle, {1, 2, 300}}, {BlockRole::kBody, {70000}}};
  record.symbols = {"35-nq/tw"};
  record.dates = {"2018-10-22", ""};
  record.facets[0] = {3, 1};
  record.cited = {{2, 80000}, {2, 0}};
  const std::string good = EncodeRecord(record);
  const auto decoded = DecodeRecord(good);
  REQUIRE(decoded);
  CHECK(EncodeRecord(*decoded) == good);
  CHECK(decoded->runs[1].tokens[0] == 70000);
  CHECK(decoded->cited[0].spelling == 80000);
  CHECK_FALSE(DecodeRecord(good + "x"));
  CHECK_FALSE(DecodeRecord(good.substr(1)));
  std::mt19937 random(3);
  for (int round = 0; round < 5000; ++round) {
    std::string bytes = good;
    bytes[random() % bytes.size()] = static_cast<char>(random());
    bytes.resize(random() % (bytes.size() + 1));
    (void)DecodeRecord(bytes);
  }
}

TEST_CASE("values lose their line breaks, and empty ones go") {
  Facets facets;
  facets.provinces = {{"Nam\nĐịnh", "", {}}, {"", "", {}}};
  facets.year = FacetValue{"", "", {}};
  facets.units = {{"", "xa", "", "", {}}, {"Chi bộ\nmột", "co-so", "", "", {}}};
  CleanFacetValues(&facets);
  CHECK(FacetValuesOf(facets, "province") ==
        std::vector<std::string>{"Nam Định"});
  CHECK(FacetValuesOf(facets, "unit") ==
        std::vector<std::string>{"Chi bộ một"});
  CHECK(FacetValuesOf(facets, "unit_level") ==
        std::vector<std::string>{"co-so"});
  CHECK(FacetValuesOf(facets, "year").empty());
}

TEST_CASE("every facet of the schema is read from an article") {
  Facets facets;
  facets.provinces = facets.provinces_now =
      facets.resolutions = {{"v", "", {}}};
  facets.year = facets.host = FacetValue{"v", "", {}};
  facets.units = {{"v", "xa", "", "", {}}};
  for (const Field& field : kFacetFields) {
    CAPTURE(field.name);
    CHECK(FacetValuesOf(facets, field.name).size() == 1);
  }
}

TEST_CASE("a spool gives back what was appended, and goes with its object") {
  const test::TempDir dir;
  const auto path = dir.path() / "spool";
  {
    const auto spool = Spool::Create(path);
    REQUIRE(spool);
    std::vector<std::uint64_t> offsets;
    for (int i = 0; i < 5000; ++i) {
      offsets.push_back(
          *(*spool)->Append(std::string(500, 'a') + std::to_string(10000 + i)));
    }
    REQUIRE((*spool)->Flush());
    for (const int i : {4999, 0, 2500}) {
      const auto read =
          (*spool)->Read(offsets[static_cast<std::size_t>(i)] + 500, 5);
      REQUIRE(read);
      CHECK(*read == std::to_string(10000 + i));
    }
    CHECK((*spool)->Read(offsets.back(), 5000).error().code ==
          ErrorCode::kCorrupt);
    CHECK_FALSE(Spool::Create(path));
  }
  CHECK_FALSE(std::filesystem::exists(path));
}

TEST_CASE("repairs are counted by kind, with the first sources of each") {
  RepairCounts all;
  // As two workers meet them.
  for (const std::uint64_t worker : {1, 0}) {
    RepairCounts counts;
    for (std::uint64_t i = 20; i > 0; --i) {
      const std::uint64_t sequence = 2 * i + worker;
      counts.Add(sequence, "s" + std::to_string(sequence), {"tcvn3"});
    }
    counts.Add(1, "s1", {});
    counts.Add(50 + worker, "s5" + std::to_string(worker),
               {"vni", "cut off by the crawler"});
    all.Merge(counts);
  }
  const auto summary = all.Summary();
  REQUIRE(summary.size() == 3);
  CHECK(summary.at("tcvn3").count == 40);
  CHECK(summary.at("tcvn3").first ==
        std::vector<std::string>{"s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9",
                                 "s10", "s11"});
  CHECK(summary.at("vni").count == 2);
  CHECK(summary.at("vni").first == std::vector<std::string>{"s50", "s51"});
  CHECK(RepairCounts().Summary().empty());
}

TEST_CASE("rejections are written in the order of the inputs") {
  const test::TempDir dir;
  auto spool = Spool::Create(dir.path() / "spool");
  REQUIRE(spool);
  RejectionLog log(std::move(*spool));
  for (const std::uint64_t sequence : {5, 1, 4, 2, 3}) {
    Rejection rejection;
    rejection.source = "s" + std::to_string(sequence);
    rejection.code = "no-text";
    rejection.message = "b\xff";  // Not UTF-8, as a file's name need not be.
    REQUIRE(log.Add(sequence, rejection));
  }
  REQUIRE(log.WriteTo(dir.path() / "rejected"));
  const std::string text = *ReadFile(dir.path() / "rejected");
  std::size_t last = 0;
  for (const char* source : {"s1", "s2", "s3", "s4", "s5"}) {
    const std::size_t at = text.find(source);
    REQUIRE(at != std::string::npos);
    CHECK(at >= last);
    last = at;
  }
  const auto summary = log.Summary();
  CHECK(summary.at("no-text").count == 5);
  REQUIRE(summary.at("no-text").examples.size() == 3);
  CHECK(summary.at("no-text").examples[0].source == "s1");
  CHECK(summary.at("no-text").examples[2].source == "s3");
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
