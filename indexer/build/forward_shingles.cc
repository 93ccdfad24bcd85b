#include "indexer/build/forward_shingles.h"

#include <algorithm>

#include "common/text/analyze.h"
#include "indexer/build/article_record.h"

namespace tracuu {

ForwardShingles::ForwardShingles(const ForwardIndex& index) : index_(index) {
  hashes_.reserve(std::size_t{index.words()} + 1);
  for (std::uint32_t word = 0; word < index.words(); ++word) {
    hashes_.push_back(HashOf(FoldedKey(index.Word(word))));
  }
  hashes_.push_back(0);
}

std::vector<std::uint64_t> ForwardShingles::Of(std::uint32_t docid) const {
  ArticleRecord record;
  for (const WordRun& run : index_.Runs(docid)) {
    TokenRun& tokens = record.runs.emplace_back();
    tokens.role = run.role;
    for (const std::uint32_t word : run.words) {
      tokens.tokens.push_back(std::min(word, index_.words()));
    }
  }
  return ShinglesOf(record, hashes_);
}

}  // namespace tracuu
