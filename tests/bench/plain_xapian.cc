// The baseline of the benchmarks: Xapian used as its documentation teaches.
//
//   plain_xapian index CORPUS.jsonl DB
//   plain_xapian query DB QUERIES.jsonl ROUNDS [HITS]
//
// Two text fields by TermGenerator (as written, and folded under XF), facet
// values in slots, QueryParser, ValueCountMatchSpy with check_at_least = all.
// `index` prints {"docs", "seconds", "cpu"}; `query` one line a query with its
// CPU milliseconds, total and facet counts, in the format of search_bench.

#include <xapian.h>

#include <cstdlib>
#include <deque>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "common/text/analyze.h"
#include "tests/bench/bench_query.h"

namespace tracuu::bench {
namespace {

constexpr Xapian::valueno kProvince = 0;
constexpr Xapian::valueno kYear = 1;
constexpr Xapian::valueno kUnits = 2;        // 2, 3, 4: one value a slot
constexpr Xapian::valueno kResolutions = 5;  // 5 … 8
constexpr Xapian::valueno kSlots = 9;

std::vector<std::string> Values(const nlohmann::json& record,
                                std::initializer_list<const char*> names) {
  for (const char* name : names) {
    const auto found = record.find(name);
    if (found == record.end()) continue;
    if (found->is_array()) return found->get<std::vector<std::string>>();
    if (found->is_string()) return {found->get<std::string>()};
  }
  return {};
}

std::string First(const std::vector<std::string>& values) {
  return values.empty() ? "" : values.front();
}

void AddFacets(const nlohmann::json& record, Xapian::Document* document) {
  const auto facet = [&](const std::string& prefix, Xapian::valueno first,
                         Xapian::valueno end,
                         const std::vector<std::string>& values) {
    for (const std::string& value : values) {
      if (first == end || value.empty()) break;
      document->add_boolean_term(prefix + value);
      document->add_value(first++, value);
    }
  };
  facet("XP", kProvince, kYear, Values(record, {"province", "provinces"}));
  facet("Y", kYear, kUnits,
        {First(Values(record, {"published", "date"})).substr(0, 4)});
  facet("XU", kUnits, kResolutions, Values(record, {"unit", "units"}));
  facet("XR", kResolutions, kSlots,
        Values(record, {"resolution", "resolutions"}));
}

int Index(const char* corpus, const char* path) {
  Xapian::WritableDatabase db(path, Xapian::DB_CREATE_OR_OVERWRITE);
  Xapian::TermGenerator generator;
  std::ifstream in(corpus);
  long documents = 0;
  const double wall = WallSeconds();
  const double cpu = ProcessCpuSeconds();
  for (std::string line; std::getline(in, line); ++documents) {
    const auto record = nlohmann::json::parse(line);
    Xapian::Document document;
    generator.set_document(document);
    const std::string body =
        record.value("title", "") + "\n" + record.value("text", "");
    generator.set_termpos(0);
    generator.index_text(body);
    generator.set_termpos(0);
    generator.index_text(FoldedKey(body), 1, "XF");
    AddFacets(record, &document);
    const std::string id = record.value("id", std::to_string(documents));
    document.set_data(id);
    document.add_boolean_term("Q" + id);
    db.add_document(document);
  }
  db.commit();
  std::cout << nlohmann::json{{"docs", documents},
                              {"seconds", WallSeconds() - wall},
                              {"cpu", ProcessCpuSeconds() - cpu}}
            << "\n";
  return 0;
}

Xapian::Query Compile(const BenchQuery& query, const Xapian::Database& db) {
  Xapian::QueryParser parser;
  parser.set_default_op(Xapian::Query::OP_AND);
  parser.set_database(db);
  Xapian::Query compiled = parser.parse_query(
      query.text,
      Xapian::QueryParser::FLAG_PHRASE | Xapian::QueryParser::FLAG_BOOLEAN,
      query.fold ? "XF" : "");
  const auto filter = [&](const Xapian::Query& by) {
    compiled = Xapian::Query(Xapian::Query::OP_FILTER, compiled, by);
  };
  if (!query.province.empty()) filter(Xapian::Query("XP" + query.province));
  if (!query.resolution.empty()) filter(Xapian::Query("XR" + query.resolution));
  if (query.year_from != 0) {
    filter(Xapian::Query(Xapian::Query::OP_VALUE_RANGE, kYear,
                         std::to_string(query.year_from),
                         std::to_string(query.year_to)));
  }
  return compiled;
}

void Answer(const Xapian::Database& db, const BenchQuery& query,
            Xapian::doccount hits, BenchAnswer* answer) {
  Xapian::Enquire enquire(db);
  enquire.set_query(Compile(query, db));
  std::deque<Xapian::ValueCountMatchSpy> spies;
  for (Xapian::valueno slot = 0; slot < kSlots; ++slot) {
    spies.emplace_back(slot);
    enquire.add_matchspy(&spies.back());
  }
  const Xapian::MSet matches = enquire.get_mset(0, hits, db.get_doccount());
  answer->total = matches.get_matches_estimated();
  answer->top.clear();
  for (auto hit = matches.begin(); hit != matches.end(); ++hit) {
    answer->top.push_back(hit.get_document().get_data());
  }
  const auto count = [&](const char* name, Xapian::valueno first,
                         Xapian::valueno end) {
    auto& counts = answer->facets[name];
    counts.clear();
    for (Xapian::valueno slot = first; slot < end; ++slot) {
      for (auto value = spies[slot].values_begin();
           value != spies[slot].values_end(); ++value) {
        counts[*value] += value.get_termfreq();
      }
    }
  };
  count("province", kProvince, kYear);
  count("year", kYear, kUnits);
  count("unit", kUnits, kResolutions);
  count("resolution", kResolutions, kSlots);
}

int Query(const char* path, const char* queries, int rounds,
          Xapian::doccount hits) {
  const Xapian::Database db(path);
  return RunQueries(queries, rounds,
                    [&](const BenchQuery& query, BenchAnswer* answer) {
                      Answer(db, query, hits, answer);
                    });
}

}  // namespace
}  // namespace tracuu::bench

int main(int argc, char** argv) {
  const std::string command = argc > 1 ? argv[1] : "";
  if (command == "index" && argc == 4) {
    return tracuu::bench::Index(argv[2], argv[3]);
  }
  if (command == "query" && (argc == 5 || argc == 6)) {
    const auto hits =
        argc == 6 ? static_cast<Xapian::doccount>(std::atoi(argv[5])) : 10;
    return tracuu::bench::Query(argv[2], argv[3], std::atoi(argv[4]), hits);
  }
  std::cerr << "usage: plain_xapian index CORPUS DB | "
               "query DB QUERIES ROUNDS [HITS]\n";
  return 2;
}
