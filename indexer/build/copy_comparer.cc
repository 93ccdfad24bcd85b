#include "indexer/build/copy_comparer.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/index/article_codec.h"
#include "indexer/build/article_record.h"
#include "indexer/build/article_sketch.h"

namespace tracuu {
namespace {

// Articles that are kept as they were read for comparing: about 8 kB each.
constexpr std::size_t kMostKept = 2048;

}  // namespace

Result<bool> CopyComparer::AreCopies(std::uint32_t earlier,
                                     std::uint32_t later) {
  if (const auto known = FindKnown(earlier, later)) return *known;
  const auto first = Read(earlier);
  if (!first) return first.error();
  const auto second = Read(later);
  if (!second) return second.error();
  if (!AreAlike(**first, **second)) return false;
  for (const auto& [place, text] :
       {std::pair(earlier, *first), {later, *second}}) {
    const Status read = ReadParticulars(place, text.get());
    if (!read) return read.error();
  }
  return !DifferInFacts(*(*first)->particulars, *(*second)->particulars);
}

// What the served snapshot found out about the same two.
std::optional<bool> CopyComparer::FindKnown(std::uint32_t earlier,
                                            std::uint32_t later) const {
  const ArticleEntry& first = input_.catalog.entries[earlier];
  const ArticleEntry& second = input_.catalog.entries[later];
  if (first.worker != kInServedSnapshot || second.worker != kInServedSnapshot) {
    return std::nullopt;
  }
  const auto a = static_cast<std::uint32_t>(first.offset);
  const auto b = static_cast<std::uint32_t>(second.offset);
  if (input_.served->FirstOf(b) == a) return true;
  if (std::binary_search(different_.begin(), different_.end(),
                         std::pair(a, b))) {
    return false;
  }
  return std::nullopt;
}

bool CopyComparer::AreAlike(const Text& a, const Text& b) {
  const bool first = a.shingles.size() <= b.shingles.size();
  const Text& shorter = first ? a : b;
  const Text& longer = first ? b : a;
  const std::size_t size = shorter.shingles.size();
  if (static_cast<double>(longer.shingles.size()) >
      kMostLonger * static_cast<double>(size)) {
    return false;
  }
  const bool is_short = size < kShortText;
  const double shared =
      static_cast<double>(CountShared(shorter.set, longer.set)) /
      static_cast<double>(shorter.set.size());
  return shared >= (is_short ? kShortCopyOverlap : kCopyOverlap) &&
         Coverage(shorter.shingles, longer.set) >=
             (is_short ? kShortCopyOverlap : kCopyCoverage);
}

Result<std::shared_ptr<CopyComparer::Text>> CopyComparer::Read(
    std::uint32_t place) {
  if (const auto kept = kept_.find(place); kept != kept_.end()) {
    return kept->second;
  }
  auto shingles = ReadShingles(input_.catalog.entries[place]);
  if (!shingles) return shingles.error();
  auto text = std::make_shared<Text>();
  text->shingles = std::move(*shingles);
  std::copy_if(text->shingles.begin(), text->shingles.end(),
               std::back_inserter(text->set),
               [](std::uint64_t s) { return s != kNoShingle; });
  MakeSet(&text->set);
  if (kept_.size() == kMostKept) kept_.clear();
  kept_[place] = text;
  return text;
}

Result<std::vector<std::uint64_t>> CopyComparer::ReadShingles(
    const ArticleEntry& entry) const {
  if (entry.worker == kInServedSnapshot) {
    return input_.served->ShinglesOf(static_cast<std::uint32_t>(entry.offset));
  }
  const auto bytes = input_.outputs[entry.worker].spool->Read(
      entry.offset, entry.record_bytes);
  if (!bytes) return bytes.error();
  const auto record = DecodeRecord(*bytes);
  if (record) return ShinglesOf(*record, hashes_[entry.worker]);
  return Error{ErrorCode::kCorrupt, "a spooled article is damaged",
               "check the disk and run again"};
}

Status CopyComparer::ReadParticulars(std::uint32_t place, Text* text) const {
  if (text->particulars) return Ok{};
  const auto article = ReadArticle(input_.catalog.entries[place]);
  if (!article) return article.error();
  text->particulars = ParticularsOf(*article);
  return Ok{};
}

Result<Article> CopyComparer::ReadArticle(const ArticleEntry& entry) const {
  if (entry.worker == kInServedSnapshot) {
    return input_.served->Fetch(static_cast<std::uint32_t>(entry.offset));
  }
  const auto bytes = input_.outputs[entry.worker].spool->Read(
      entry.offset + entry.record_bytes, entry.article_bytes);
  if (!bytes) return bytes.error();
  return DecodeArticle(*bytes);
}

}  // namespace tracuu
