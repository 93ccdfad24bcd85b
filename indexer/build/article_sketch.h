#ifndef TRACUU_INDEXER_BUILD_ARTICLE_SKETCH_H_
#define TRACUU_INDEXER_BUILD_ARTICLE_SKETCH_H_

// What an article's text looks like from afar, so that a million of them can be
// compared: its shingles (runs of three syllables without marks, so that a copy
// that has lost its marks is the same), and of these a sketch of 128 bytes that
// says how much two sets of shingles resemble each other (one-permutation
// MinHash: Li, Owen, Zhang 2012; empty bins filled as Shrivastava 2017 does).
//
// Only lead and body count: title, captions and frame are what portals change.
// The same on every machine and in every run. Pure, thread-safe.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/build/article_record.h"

namespace tracuu {

// Syllables to a shingle. Of a text in which each twentieth syllable was
// changed, 0.95³ = 86 % of the shingles stay.
inline constexpr std::size_t kShingleSyllables = 3;

// Spreads `text` over 64 bits.
std::uint64_t HashOf(std::string_view text);

// The hashes of a worker's syllables without marks, by the number of their
// exact forms: numbers of two workers do not compare, these do.
std::vector<std::uint64_t> HashSyllables(const Vocabulary& vocabulary);

// For each syllable of an article the hash of the shingle that begins there, or
// kNoShingle at the end of a block: none reaches from one block into the next.
// Blocks shorter than a shingle are left out. `hashes` is of the record's
// worker.
inline constexpr std::uint64_t kNoShingle = 0;
std::vector<std::uint64_t> ShinglesOf(const ArticleRecord& record,
                                      const std::vector<std::uint64_t>& hashes);

// The share of the syllables of `shingles` that lie in a shingle of `others`, a
// set. Where single syllables differ here and there, it falls by little more
// than their share; where a passage differs, by the length of that.
double Coverage(const std::vector<std::uint64_t>& shingles,
                const std::vector<std::uint64_t>& others);

// Sorts, and leaves one of each.
void MakeSet(std::vector<std::uint64_t>* hashes);

// How many are in both of two sets.
std::size_t CountShared(const std::vector<std::uint64_t>& a,
                        const std::vector<std::uint64_t>& b);

inline constexpr std::size_t kSketchSize = 64;
using Sketch = std::array<std::uint16_t, kSketchSize>;

// REQUIRES: `shingles` holds others than kNoShingle.
Sketch SketchOf(const std::vector<std::uint64_t>& shingles);

// Estimates shared ÷ all shingles of two articles, with a standard deviation
// of at most 0.0625.
double EstimateResemblance(const Sketch& a, const Sketch& b);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_ARTICLE_SKETCH_H_
