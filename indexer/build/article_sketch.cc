#include "indexer/build/article_sketch.h"

#include <algorithm>
#include <limits>

namespace tracuu {
namespace {

// The finalizer of splitmix64.
std::uint64_t Mix(std::uint64_t value) {
  value ^= value >> 30U;
  value *= 0xBF58476D1CE4E5B9U;
  value ^= value >> 27U;
  value *= 0x94D049BB133111EBU;
  value ^= value >> 31U;
  return value;
}

// Is it what portals leave as it is?
bool IsText(BlockRole role) {
  return role == BlockRole::kLead || role == BlockRole::kBody;
}

constexpr std::uint64_t kEmpty = std::numeric_limits<std::uint64_t>::max();
static_assert((kSketchSize & (kSketchSize - 1)) == 0);

// Fills an empty bin with what another one holds. Both articles of a pair look
// for it at the same places, so their bins stay comparable.
std::uint64_t Borrow(const std::array<std::uint64_t, kSketchSize>& least,
                     std::size_t bin) {
  for (std::uint64_t attempt = 1;; ++attempt) {
    const std::size_t other = Mix(attempt << 32U | bin) & (kSketchSize - 1);
    if (least[other] != kEmpty) return least[other];
  }
}

}  // namespace

std::uint64_t HashOf(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325U;  // FNV-1a
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001B3U;
  }
  return Mix(hash);
}

std::vector<std::uint64_t> HashSyllables(const Vocabulary& vocabulary) {
  std::vector<std::uint64_t> hashes;
  hashes.reserve(vocabulary.folded_of_exact.size());
  for (const std::uint32_t folded : vocabulary.folded_of_exact) {
    hashes.push_back(HashOf(vocabulary.folded.at(folded)));
  }
  return hashes;
}

std::vector<std::uint64_t> ShinglesOf(
    const ArticleRecord& record, const std::vector<std::uint64_t>& hashes) {
  std::vector<std::uint64_t> shingles;
  for (const TokenRun& run : record.runs) {
    if (!IsText(run.role) || run.tokens.size() < kShingleSyllables) continue;
    for (std::size_t i = 0; i + kShingleSyllables <= run.tokens.size(); ++i) {
      std::uint64_t shingle = 0;
      for (std::size_t k = 0; k < kShingleSyllables; ++k) {
        shingle = Mix(shingle + hashes[run.tokens[i + k]]);
      }
      shingles.push_back(shingle);
    }
    shingles.insert(shingles.end(), kShingleSyllables - 1, kNoShingle);
  }
  return shingles;
}

double Coverage(const std::vector<std::uint64_t>& shingles,
                const std::vector<std::uint64_t>& others) {
  std::size_t covered = 0;
  std::size_t end = 0;  // Of what is covered so far.
  for (std::size_t i = 0; i < shingles.size(); ++i) {
    if (shingles[i] == kNoShingle ||
        !std::binary_search(others.begin(), others.end(), shingles[i])) {
      continue;
    }
    covered += i + kShingleSyllables - std::max(i, end);
    end = i + kShingleSyllables;
  }
  return static_cast<double>(covered) / static_cast<double>(shingles.size());
}

void MakeSet(std::vector<std::uint64_t>* hashes) {
  std::sort(hashes->begin(), hashes->end());
  hashes->erase(std::unique(hashes->begin(), hashes->end()), hashes->end());
}

std::size_t CountShared(const std::vector<std::uint64_t>& a,
                        const std::vector<std::uint64_t>& b) {
  std::size_t shared = 0;
  auto at_a = a.begin();
  auto at_b = b.begin();
  while (at_a != a.end() && at_b != b.end()) {
    if (*at_a == *at_b) ++shared;
    const bool step_a = *at_a <= *at_b;
    const bool step_b = *at_b <= *at_a;
    at_a += step_a ? 1 : 0;
    at_b += step_b ? 1 : 0;
  }
  return shared;
}

Sketch SketchOf(const std::vector<std::uint64_t>& shingles) {
  std::array<std::uint64_t, kSketchSize> least;
  least.fill(kEmpty);
  for (const std::uint64_t shingle : shingles) {
    if (shingle == kNoShingle) continue;
    // The high bits choose the bin; the rest is compared within it.
    std::uint64_t& bin = least[shingle >> 58U];
    bin = std::min(bin, shingle);
  }
  Sketch sketch{};
  for (std::size_t i = 0; i < kSketchSize; ++i) {
    const std::uint64_t value =
        least[i] == kEmpty ? Borrow(least, i) : least[i];
    sketch[i] = static_cast<std::uint16_t>(Mix(value));
  }
  return sketch;
}

double EstimateResemblance(const Sketch& a, const Sketch& b) {
  int equal = 0;
  for (std::size_t i = 0; i < kSketchSize; ++i) equal += a[i] == b[i] ? 1 : 0;
  return static_cast<double>(equal) / kSketchSize;
}

}  // namespace tracuu
