#ifndef TRACUU_INDEXER_BUILD_ARTICLE_RECORD_H_
#define TRACUU_INDEXER_BUILD_ARTICLE_RECORD_H_

// What indexing needs to know of an article once it is read: its tokens and
// facet values as numbers. It is spooled between the two halves of a build, as
// which pairs and ordinals there will be is known only when every article has
// been read; indexing then needs neither the text nor the analyzer again.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/domain/article.h"
#include "common/index/schema.h"
#include "common/text/analyze.h"
#include "indexer/build/string_table.h"

namespace tracuu {

// The facets of the schema, in its order.
inline constexpr std::size_t kFacetCount = std::count_if(
    kFields.begin(), kFields.end(),
    [](const Field& field) { return field.kind == FieldKind::kFacet; });
inline constexpr std::array<Field, kFacetCount> kFacetFields = [] {
  std::array<Field, kFacetCount> facets{};
  std::copy_if(
      kFields.begin(), kFields.end(), facets.begin(),
      [](const Field& field) { return field.kind == FieldKind::kFacet; });
  return facets;
}();

// The place of the cited documents among them.
inline constexpr std::size_t kResolutionFacet = [] {
  std::size_t facet = 0;
  while (kFacetFields[facet].name != "resolution") ++facet;
  return facet;
}();

// The strings that one worker met. Each worker has its own; numbers of one
// mean nothing in another.
struct Vocabulary {
  StringTable exact;
  StringTable folded;
  std::vector<std::uint32_t> folded_of_exact;  // By number of the exact form.
  std::array<StringTable, kFacetCount> facet_values;
  StringTable spellings;  // Of cited documents, as CleanSpelling() has them.
};

// The tokens of one searched block.
struct TokenRun {
  BlockRole role = BlockRole::kBody;
  std::vector<std::uint32_t> tokens;  // Numbers in Vocabulary::exact.
};

// One passage that cites a document.
struct CitedAs {
  std::uint32_t value = 0;     // In Vocabulary::facet_values[kResolutionFacet].
  std::uint32_t spelling = 0;  // In Vocabulary::spellings.
};

struct ArticleRecord {
  std::vector<TokenRun> runs;        // In text order.
  std::vector<std::string> symbols;  // Span::canonical, in text order.
  std::vector<std::string> dates;
  // Numbers in Vocabulary::facet_values, principal value first, none twice.
  std::array<std::vector<std::uint32_t>, kFacetCount> facets;
  std::vector<CitedAs> cited;
};

// True for the blocks that readers search in.
bool IsSearched(BlockRole role);

// Makes the values fit for the index, where a value is a line of a list: line
// breaks become spaces; empty values go.
void CleanFacetValues(Facets* facets);

// The values of one article under a facet of the schema.
std::vector<std::string> FacetValuesOf(const Facets& facets,
                                       std::string_view field_name);

// `analysis` must be Analyze(article.text); the facets must be clean.
ArticleRecord MakeRecord(const Article& article, const Analysis& analysis,
                         Vocabulary* vocabulary);

// The form in the spool. Decoding finds nothing if the bytes are not what
// EncodeRecord() wrote.
std::string EncodeRecord(const ArticleRecord& record);
std::optional<ArticleRecord> DecodeRecord(std::string_view bytes);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_ARTICLE_RECORD_H_
