// Cited documents and coverage, held to what the filters of a search give.

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "server/search/cited_document_view.h"
#include "server/search/cited_documents.h"
#include "server/search/coverage.h"
#include "server/search/facet_names.h"
#include "server/search/searcher.h"
#include "tests/support/mini_index.h"

namespace tracuu {
namespace {

constexpr const char* kProvinces[] = {"Lâm Đồng", "Cà Mau", "Bình Thuận"};
constexpr const char* kResolutions[] = {
    "35-CT/TW",      "35-CT/TW:2019", "35-CT/TW:2024", "04-NQ/TW:2016",
    "35-NQ/TW:2018", "05-NQ/TU",      "NQĐH-XIII",     "NQTW4-XIII"};

using Random = std::mt19937;

template <typename T, std::size_t N>
std::vector<std::string> Some(Random* random, const T (&values)[N]) {
  std::set<std::string> some;
  for (std::size_t i = (*random)() % 4; i > 0; --i) {
    some.insert(values[(*random)() % N]);
  }
  return {some.begin(), some.end()};
}

std::vector<test::ArticleSpec> RandomCorpus(Random* random) {
  std::vector<test::ArticleSpec> specs;
  for (int i = 0; i < 80; ++i) {
    test::ArticleSpec spec;
    spec.id = "a" + std::to_string(i);
    spec.title = "Bài số " + std::to_string(i);
    spec.body = (*random)() % 2 == 0 ? "chi bộ" : "đảng bộ";
    if ((*random)() % 5 != 0) {
      spec.date = std::to_string(2019 + (*random)() % 4) + "-0" +
                  std::to_string(1 + (*random)() % 9) + "-15";
    }
    spec.provinces = Some(random, kProvinces);
    spec.resolutions = Some(random, kResolutions);
    if ((*random)() % 3 != 0) spec.host = i % 2 == 0 ? "a.vn" : "b.vn";
    specs.push_back(spec);
  }
  return specs;
}

// A published index and a search over it.
class TestSearch {
 public:
  explicit TestSearch(const std::vector<test::ArticleSpec>& specs)
      : index_(specs) {
    auto opened = Snapshot::Open(index_.path(), VerifyDepth::kSizes);
    REQUIRE(opened);
    snapshot = *opened;
  }

  std::uint64_t Total(std::vector<FacetFilter> filters,
                      const std::string& text = "") const {
    SearchRequest request;
    request.text = text;
    request.filters = std::move(filters);
    const auto found = Searcher(snapshot, limits).Search(request);
    REQUIRE(found);
    return found->total;
  }

  CitedDocumentView View(const std::string& id) const {
    CAPTURE(id);
    auto view = ViewCitedDocument(*snapshot, id, 50);
    REQUIRE(view);
    return *std::move(view);
  }

  std::shared_ptr<const Snapshot> snapshot;
  Limits limits;

 private:
  test::MiniIndex index_;
};

// Holds each total and cell of `counts` to the filters, on top of `base`.
void CheckTable(const TestSearch& search, const CrossCounts& counts,
                const std::vector<FacetFilter>& base, const std::string& text) {
  const FacetTable& provinces = *search.snapshot->FindFacet("province");
  const FacetTable& years = *search.snapshot->FindFacet("year");
  const auto name = [](const FacetTable& table,
                       const std::vector<std::uint32_t>& ordinals,
                       std::size_t place) {
    return place < ordinals.size() ? table.value(ordinals[place])
                                   : std::string(kNoneValue);
  };
  const auto with = [&](std::vector<FacetFilter> more) {
    more.insert(more.begin(), base.begin(), base.end());
    return search.Total(std::move(more), text);
  };
  for (std::size_t c = 0; c <= counts.columns.size(); ++c) {
    const std::string year = name(years, counts.columns, c);
    CHECK(counts.column_totals[c] == with({{"year", {year}, {}}}));
  }
  for (std::size_t r = 0; r <= counts.rows.size(); ++r) {
    const std::string province = name(provinces, counts.rows, r);
    CAPTURE(province);
    CHECK(counts.row_totals[r] == with({{"province", {province}, {}}}));
    for (std::size_t c = 0; c <= counts.columns.size(); ++c) {
      const std::string year = name(years, counts.columns, c);
      CAPTURE(year);
      CHECK(counts.at(r, c) ==
            with({{"province", {province}, {}}, {"year", {year}, {}}}));
    }
  }
  // What is not listed has no article.
  for (const char* province : kProvinces) {
    const auto ordinal = provinces.FindVerbatim(province);
    const bool listed =
        ordinal && std::count(counts.rows.begin(), counts.rows.end(), *ordinal);
    if (!listed) CHECK(with({{"province", {province}, {}}}) == 0);
  }
}

}  // namespace

TEST_SUITE_BEGIN("server/search/entities");

TEST_CASE("a cited document counts what its filter finds, cell by cell") {
  for (unsigned seed = 1; seed <= 3; ++seed) {
    Random random(seed);
    const TestSearch search(RandomCorpus(&random));
    for (const char* id : kResolutions) {
      CAPTURE(seed);
      CAPTURE(id);
      const CitedDocumentView view = search.View(id);
      const std::vector<FacetFilter> filter = {
          {"resolution", {view.facts.id}, {}}};
      CHECK(view.articles == search.Total(filter));
      CheckTable(search, view.by_province, filter, "");
      for (const CountedDocument& other : view.cited_with) {
        CAPTURE(other.facts.id);
        CHECK(other.articles ==
              search.Total(filter, "nq:\"" + other.facts.id + "\""));
      }
      for (const CountedDocument& meaning : view.meanings) {
        CHECK(meaning.articles ==
              search.Total({{"resolution", {meaning.facts.id}, {}}}));
      }
    }
  }
}

TEST_CASE("the list has every cited document once, with its filter's total") {
  Random random(7);
  const TestSearch search(RandomCorpus(&random));
  const FacetTable& table = *search.snapshot->FindFacet("resolution");
  const auto found = search.snapshot->cited().Find(table, {});
  CHECK(found.size() == table.size());
  for (const std::uint32_t ordinal : found) {
    CAPTURE(table.value(ordinal));
    CHECK(table.total(ordinal) ==
          search.Total({{"resolution", {table.value(ordinal)}, {}}}));
  }
}

TEST_CASE("coverage counts what the filters find, under any query") {
  Random random(11);
  const TestSearch search(RandomCorpus(&random));
  for (const char* text : {"", "chi", "=đảng"}) {
    for (const bool filtered : {false, true}) {
      CAPTURE(text);
      SearchRequest request;
      request.text = text;
      if (filtered) {
        request.filters = {{"resolution", {"35-CT/TW"}, {}},
                           {"host", {}, {"b.vn"}}};
      }
      const auto coverage =
          ReadCoverage(search.snapshot, search.limits, request, 100);
      REQUIRE(coverage);
      CHECK(coverage->total == search.Total(request.filters, text));
      CheckTable(search, coverage->by_province, request.filters, text);
      for (const HostCoverage& host : coverage->hosts) {
        auto filters = request.filters;
        filters.push_back({"host", {host.host}, {}});
        if (!filtered) CHECK(host.articles == search.Total(filters, text));
      }
      auto filters = request.filters;
      filters.push_back({"unit", {kNoneValue}, {}});
      CHECK(coverage->missing.at("unit") == search.Total(filters, text));
    }
  }
}

TEST_CASE("days of coverage are the first and the last of each host") {
  const TestSearch search({
      {.id = "a", .body = "một", .date = "2021-05-01", .host = "a.vn"},
      {.id = "b", .body = "hai", .date = "2019-02-03", .host = "a.vn"},
      {.id = "c", .body = "ba", .host = "a.vn"},
      {.id = "d", .body = "bốn", .host = "b.vn"},
  });
  const auto coverage = ReadCoverage(search.snapshot, search.limits, {}, 1);
  REQUIRE(coverage);
  CHECK(coverage->undated == 2);
  REQUIRE(coverage->days);
  CHECK(FormatIso(FromDayNumber(coverage->days->first)) == "2019-02-03");
  CHECK(FormatIso(FromDayNumber(coverage->days->last)) == "2021-05-01");
  CHECK(coverage->hosts_distinct == 2);
  REQUIRE(coverage->hosts.size() == 1);
  CHECK(coverage->hosts[0].articles == 3);
  CHECK(FormatIso(FromDayNumber(coverage->hosts[0].days->first)) ==
        "2019-02-03");
}

TEST_CASE("a document is found by any spelling that the filter takes") {
  const TestSearch search({
      {.id = "a",
       .title = "Mới nhất",
       .body = "x",
       .date = "2022-01-01",
       .resolutions = {"35-NQ/TW:2018", "35-CT/TW:2019"}},
      {.id = "b",
       .title = "Cũ nhất",
       .body = "x",
       .date = "2020-01-01",
       .resolutions = {"35-NQ/TW:2018", "35-CT/TW:2024"}},
      {.id = "c", .body = "x", .resolutions = {"35-NQ/TW:2018"}},
  });
  for (const char* id : {"35-NQ/TW:2018", "35-nq/tw:2018", "35-NQ/TW",
                         "35/NQ-TW:2018", "Số 35-NQ/TW"}) {
    CAPTURE(id);
    const CitedDocumentView view = search.View(id);
    CHECK(view.facts.id == "35-NQ/TW:2018");
    CHECK(view.articles == 3);
    CHECK(view.undated == 1);
    REQUIRE((view.first && view.latest));
    CHECK(view.first->id == "b");
    CHECK(view.latest->title == "Mới nhất");
  }
  // Two documents bear this number.
  const CitedDocumentView number = search.View("35-CT/TW");
  CHECK(number.facts.id == "35-CT/TW");
  CHECK(number.articles == 2);
  CHECK(number.meanings.size() == 2);
  CHECK(number.cited_with.size() == 1);
  // Known, but nobody cites it.
  const CitedDocumentView uncited = search.View("05-CT/TW:2016");
  CHECK(uncited.articles == 0);
  CHECK_FALSE(uncited.first);
  CHECK(uncited.facts.known != nullptr);
  for (const char* id : {"", "đảng", "35-NQ/TW:1999", "77-NQ/TU"}) {
    CAPTURE(id);
    const auto none = ViewCitedDocument(*search.snapshot, id, 50);
    REQUIRE_FALSE(none.has_value());
    CHECK(none.error().code == ErrorCode::kNotFound);
  }
}

TEST_CASE(
    "spellings are those of the texts; the plenum's documents are named") {
  Article article = test::MakeArticle(
      {.id = "a", .title = "Tin", .body = "theo NQ35 và NQ35; Nghị quyết 35"});
  const auto cite = [&](std::size_t from, const char* words) {
    Evidence evidence;
    evidence.begin = static_cast<std::uint32_t>(article.text.find(words, from));
    evidence.end =
        evidence.begin + static_cast<std::uint32_t>(std::string(words).size());
    evidence.rule = "resolution.number";
    return evidence;
  };
  article.facets.resolutions = {
      {"35-NQ/TW:2018",
       "",
       {cite(0, "NQ35"), cite(article.text.find("NQ35") + 4, "NQ35"),
        cite(0, "Nghị quyết 35")}},
      test::Stated("04-NQ/TW:2016")};
  test::MiniIndex index;
  index.PublishArticles({article});
  const auto snapshot = Snapshot::Open(index.path(), VerifyDepth::kSizes);
  REQUIRE(snapshot);
  const auto view = ViewCitedDocument(**snapshot, "35-NQ/TW:2018", 50);
  REQUIRE(view);
  CHECK(view->spellings.spellings ==
        std::vector<CitedSpelling>{{"NQ35", 2}, {"Nghị quyết 35", 1}});
  const auto stated = ViewCitedDocument(**snapshot, "04-NQ/TW:2016", 50);
  REQUIRE(stated);
  CHECK(stated->spellings.spellings.empty());
  CHECK(stated->facts.plenum == 4);
  CHECK(std::any_of(
      stated->plenum.begin(), stated->plenum.end(), [](const auto& one) {
        return one.facts.id == "04-NQ/TW:2016" && one.articles == 1;
      }));
}

TEST_CASE("documents are listed by number, title, kind, issuer and term") {
  const TestSearch search({
      {.id = "a",
       .body = "x",
       .resolutions = {"35-NQ/TW:2018", "05-CT/TW:2016"}},
      {.id = "b", .body = "x", .resolutions = {"05-NQ/TU", "35-NQ/TW:2018"}},
      {.id = "c", .body = "x", .resolutions = {"NQĐH-XIII"}},
  });
  const FacetTable& table = *search.snapshot->FindFacet("resolution");
  const auto list = [&](const CitedListRequest& request) {
    std::string ids;
    for (const auto ordinal : search.snapshot->cited().Find(table, request)) {
      ids += table.value(ordinal) + " ";
    }
    return ids;
  };
  using Sort = CitedListRequest::Sort;
  CHECK(list({}) == "35-NQ/TW:2018 05-CT/TW:2016 05-NQ/TU NQĐH-XIII ");
  CHECK(list({.text = "35-NQ"}) == "35-NQ/TW:2018 ");
  CHECK(list({.text = "nen tang tu tuong"}) == "35-NQ/TW:2018 ");
  CHECK(list({.text = "nèn tảng"}) == "");
  CHECK(list({.kind = "nq"}) == "35-NQ/TW:2018 05-NQ/TU ");
  CHECK(list({.kind = "Chi thi"}) == "05-CT/TW:2016 ");
  CHECK(list({.issuer = "bo chinh tri"}) == "35-NQ/TW:2018 05-CT/TW:2016 ");
  CHECK(list({.issuer = "tỉnh ủy"}) == "05-NQ/TU ");
  CHECK(list({.term = "xiii"}) == "NQĐH-XIII ");
  CHECK(list({.sort = Sort::kNewest}) ==
        "NQĐH-XIII 35-NQ/TW:2018 05-CT/TW:2016 05-NQ/TU ");
  CHECK(list({.sort = Sort::kOldest}) ==
        "05-CT/TW:2016 35-NQ/TW:2018 NQĐH-XIII 05-NQ/TU ");
}

TEST_SUITE_END();

}  // namespace tracuu
