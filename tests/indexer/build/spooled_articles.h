#ifndef TRACUU_TESTS_INDEXER_BUILD_SPOOLED_ARTICLES_H_
#define TRACUU_TESTS_INDEXER_BUILD_SPOOLED_ARTICLES_H_

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "common/domain/article.h"
#include "common/text/analyze.h"
#include "indexer/build/catalog.h"
#include "indexer/build/collect.h"

namespace tracuu::test {

// Articles as the first half of a build leaves them, dealt out to several
// workers; `entries` are joined to theirs in the catalog.
struct SpooledArticles {
  SpooledArticles(const std::vector<Article>& articles, std::size_t workers,
                  const std::filesystem::path& dir,
                  std::vector<ArticleEntry> entries = {}) {
    outputs.resize(workers);
    for (std::size_t w = 0; w < workers; ++w) {
      auto spool = Spool::Create(dir / ("spool" + std::to_string(w)));
      REQUIRE(spool);
      outputs[w].spool = std::move(*spool);
    }
    for (std::size_t i = 0; i < articles.size(); ++i) {
      ArticleEntry entry;
      entry.sequence = i + 1;
      const std::size_t w = i % workers;
      REQUIRE(SpoolArticle(articles[i], Analyze(articles[i].text),
                           static_cast<std::uint16_t>(w), &outputs[w], &entry));
      entries.push_back(std::move(entry));
    }
    for (const WorkerOutput& output : outputs) REQUIRE(output.spool->Flush());
    catalog = MakeCatalog(std::move(entries));
  }

  std::vector<WorkerOutput> outputs;
  Catalog catalog;
};

}  // namespace tracuu::test

#endif  // TRACUU_TESTS_INDEXER_BUILD_SPOOLED_ARTICLES_H_
