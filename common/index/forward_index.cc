#include "common/index/forward_index.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>

#include "common/index/token_units.h"
#include "common/text/analyze.h"

namespace tracuu {
namespace {

Error Corrupt(const std::filesystem::path& path, const std::string& what) {
  return {ErrorCode::kCorrupt, path.string() + ": " + what,
          "build the index again"};
}

// Hands out the parts of the file one after another.
class PartReader {
 public:
  explicit PartReader(std::span<const std::byte> bytes) : bytes_(bytes) {}

  // `count` objects; none, and failed(), if the file does not hold them.
  template <typename T>
  std::span<const T> Take(std::uint64_t count) {
    const std::uint64_t left = bytes_.size() - at_;
    if (failed_ || count > left / sizeof(T)) {
      failed_ = true;
      return {};
    }
    const std::span<const T> part(
        reinterpret_cast<const T*>(bytes_.data() + at_),
        static_cast<std::size_t>(count));
    at_ = std::min<std::uint64_t>(bytes_.size(),
                                  AlignForward(at_ + count * sizeof(T)));
    return part;
  }

  bool failed() const { return failed_; }
  bool at_end() const { return at_ == bytes_.size(); }

 private:
  std::span<const std::byte> bytes_;
  std::uint64_t at_ = 0;
  bool failed_ = false;
};

// Do `starts` begin at 0, never descend and end at `end`?
template <typename T>
bool Partition(std::span<const T> starts, std::uint64_t end) {
  return !starts.empty() && starts.front() == 0 && starts.back() == end &&
         std::is_sorted(starts.begin(), starts.end());
}

}  // namespace

Result<ForwardIndex> ForwardIndex::Open(const std::filesystem::path& path) {
  auto file = MappedFile::Open(path);
  if (!file) return file.error();
  PartReader parts(file->bytes());
  const auto headers = parts.Take<ForwardHeader>(1);
  if (parts.failed() || headers[0].magic != kForwardMagic) {
    return Corrupt(path, "is no forward index");
  }
  const ForwardHeader& header = headers[0];
  ForwardIndex index;
  index.documents_ = header.documents;
  index.words_ = header.words;
  index.letters_ = parts.Take<char>(header.letters);
  index.word_at_ = parts.Take<std::uint32_t>(std::uint64_t{header.words} + 1);
  index.folded_letters_ = parts.Take<char>(header.folded_letters);
  index.groups_ = parts.Take<ForwardGroup>(header.groups);
  index.units_ = parts.Take<std::uint16_t>(header.units);
  index.starts_ =
      parts.Take<std::uint64_t>(std::uint64_t{header.documents} + 1);
  if (parts.failed() || !parts.at_end()) {
    return Corrupt(path, "its parts do not add up to its size");
  }
  if (const Status whole = index.CheckParts(path); !whole) {
    return whole.error();
  }
  index.file_ = std::move(*file);
  return index;
}

Status ForwardIndex::CheckParts(const std::filesystem::path& path) const {
  if (!Partition(word_at_, letters_.size()) ||
      !Partition(starts_, units_.size())) {
    return Corrupt(path, "its words or articles overlap");
  }
  for (const ForwardGroup& group : groups_) {
    if (std::uint64_t{group.folded_at} + group.folded_bytes >
            folded_letters_.size() ||
        group.first > group.last || group.last > words_) {
      return Corrupt(path, "a folded form has no words");
    }
  }
  return Ok{};
}

std::string_view ForwardIndex::Word(std::uint32_t number) const {
  if (number >= words_) return {};
  return {letters_.data() + word_at_[number],
          word_at_[number + 1] - word_at_[number]};
}

std::string_view ForwardIndex::FoldedOf(const ForwardGroup& group) const {
  return {folded_letters_.data() + group.folded_at, group.folded_bytes};
}

WordRange ForwardIndex::SpellingsOf(std::string_view folded) const {
  const auto found =
      std::partition_point(groups_.begin(), groups_.end(),
                           [&](const auto& g) { return FoldedOf(g) < folded; });
  if (found == groups_.end() || FoldedOf(*found) != folded) return {};
  return {found->first, found->last};
}

WordRange ForwardIndex::Find(std::string_view exact) const {
  const WordRange spellings = SpellingsOf(FoldedKey(exact));
  for (std::uint32_t i = spellings.first; i < spellings.last; ++i) {
    if (Word(i) == exact) return {i, i + 1};
  }
  return {};
}

std::span<const std::uint16_t> ForwardIndex::Units(std::uint32_t docid) const {
  if (docid == 0 || docid > documents_) return {};
  const std::uint64_t begin = starts_[docid - 1];
  return units_.subspan(static_cast<std::size_t>(begin),
                        static_cast<std::size_t>(starts_[docid] - begin));
}

std::vector<WordRun> ForwardIndex::Runs(std::uint32_t docid) const {
  const auto units = Units(docid);
  std::vector<WordRun> runs;
  for (std::size_t at = 0; at < units.size();) {
    if (!IsRole(units[at])) return runs;  // Damaged.
    runs.push_back({RoleOf(units[at]), {}});
    UnitCursor cursor(units, at + 1);
    for (auto word = cursor.Next(); word != UnitCursor::kNoWord;
         word = cursor.Next()) {
      runs.back().words.push_back(word);
    }
    at = cursor.at();
  }
  return runs;
}

}  // namespace tracuu
