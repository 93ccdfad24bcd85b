// A table of corrections is read whole, or refused with the line at fault; what
// was read holds for a document at most once a facet.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>

#include "common/text/analyze.h"
#include "indexer/overrides/overrides.h"

namespace {

void Require(bool holds) {
  if (!holds) std::abort();
}

// The target that the table's second line names, whatever its kind.
tracuu::Article ArticleOf(std::string_view table) {
  tracuu::Article article;
  article.title = "Tin";
  article.text = "Tin\n\nTỉnh ủy Lạng Sơn họp ngày 5/7/2022.";
  article.blocks = {{tracuu::BlockRole::kTitle, 0, 3},
                    {tracuu::BlockRole::kBody, 5,
                     static_cast<std::uint32_t>(article.text.size())}};
  std::string_view line = table.substr(0, table.find('\t'));
  if (const std::size_t end = table.find('\n'); end != std::string_view::npos) {
    line = table.substr(end + 1);
    line = line.substr(0, line.find('\t'));
  }
  const std::string name(line.substr(
      line.find(':') == std::string_view::npos ? 0 : line.find(':') + 1));
  article.id = name;
  article.url = name;
  article.source = name;
  article.host = name;
  return article;
}

}  // namespace

// The name is libFuzzer's.
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::string_view table(reinterpret_cast<const char*>(data), size);
  const auto overrides = tracuu::Overrides::Parse(table, "table.tsv");
  if (!overrides) {
    Require(overrides.error().message.find("table.tsv") != std::string::npos);
    Require(!overrides.error().hint.empty());
    return 0;
  }
  tracuu::Article article = ArticleOf(table);
  const auto& known = tracuu::OverridableFacets();
  std::set<std::string> facets;
  for (const tracuu::Override* line : overrides->For(article)) {
    Require(std::find(known.begin(), known.end(), line->facet) != known.end());
    Require(facets.insert(line->facet).second);
    Require(line->origin.starts_with("table.tsv:"));
  }
  const std::string text = article.text;
  tracuu::ExtractWithOverrides(*overrides, tracuu::Analyze(text), &article);
  Require(article.text == text && !article.stated.published &&
          article.stated.units.empty());
  return 0;
}
