#include "common/index/moved_pages.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstring>
#include <fstream>
#include <utility>

#include "common/base/output_file.h"
#include "common/index/paths.h"

namespace tracuu {
namespace {

constexpr std::array<char, 8> kMagic{'T', 'R', 'A', 'C', 'M', 'O', 'V', '1'};

struct MovedHeader {
  std::array<char, 8> magic = kMagic;
  std::uint64_t rows = 0;
};
static_assert(sizeof(MovedHeader) == 16);
static_assert(std::endian::native == std::endian::little,
              "snapshots are read in place");

constexpr std::size_t kAlignment = alignof(std::uint64_t);

constexpr std::uint64_t Padded(std::uint64_t bytes) {
  return (bytes + kAlignment - 1) / kAlignment * kAlignment;
}

template <typename T>
void Write(const std::vector<T>& part, std::ofstream* out) {
  const std::uint64_t bytes = part.size() * sizeof(T);
  out->write(reinterpret_cast<const char*>(part.data()),
             static_cast<std::streamsize>(bytes));
  const std::string padding(Padded(bytes) - bytes, '\0');
  *out << padding;
}

Error Corrupt(const std::filesystem::path& path) {
  return {ErrorCode::kCorrupt, path.string() + ": its parts do not add up",
          "build the index again"};
}

}  // namespace

Status WriteMovedPages(const std::filesystem::path& path,
                       const std::vector<MovedPage>& pages) {
  MovedHeader header;
  header.rows = pages.size();
  std::vector<std::uint32_t> places;
  std::vector<std::uint64_t> starts{0};
  for (const MovedPage& page : pages) {
    places.push_back(page.place);
    starts.push_back(starts.back() + page.source.size() +
                     (page.fetched_at ? page.fetched_at->size() + 1 : 0));
  }
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out.write(reinterpret_cast<const char*>(&header), sizeof header);
  Write(places, &out);
  Write(starts, &out);
  for (const MovedPage& page : pages) {
    out << page.source;
    if (page.fetched_at) out << '\0' << *page.fetched_at;
  }
  return CloseWritten(path, &out);
}

Result<MovedPages> MovedPages::Read(const std::filesystem::path& snapshot_dir) {
  const std::filesystem::path path = snapshot_dir / kMovedFile;
  auto file = MappedFile::Open(path);
  MovedPages moved;
  if (!file && file.error().code == ErrorCode::kNotFound) return moved;
  if (!file) return file.error();
  const std::string_view bytes(
      reinterpret_cast<const char*>(file->bytes().data()),
      file->bytes().size());
  MovedHeader header;
  if (bytes.size() < sizeof header) return Corrupt(path);
  std::memcpy(&header, bytes.data(), sizeof header);
  if (header.magic != kMagic || header.rows > bytes.size()) {
    return Corrupt(path);
  }
  const std::uint64_t starts_at =
      sizeof header + Padded(header.rows * sizeof(std::uint32_t));
  const std::uint64_t letters_at =
      starts_at + (header.rows + 1) * sizeof(std::uint64_t);
  if (letters_at > bytes.size()) return Corrupt(path);
  moved.places_ = {
      reinterpret_cast<const std::uint32_t*>(bytes.data() + sizeof header),
      static_cast<std::size_t>(header.rows)};
  moved.starts_ = {
      reinterpret_cast<const std::uint64_t*>(bytes.data() + starts_at),
      static_cast<std::size_t>(header.rows + 1)};
  moved.letters_ = bytes.substr(static_cast<std::size_t>(letters_at));
  if (moved.starts_.front() != 0 ||
      moved.starts_.back() != moved.letters_.size() ||
      !std::is_sorted(moved.starts_.begin(), moved.starts_.end()) ||
      !std::is_sorted(moved.places_.begin(), moved.places_.end())) {
    return Corrupt(path);
  }
  moved.file_ = std::move(*file);
  return moved;
}

std::optional<MovedPage> MovedPages::Find(std::uint32_t place) const {
  const auto found = std::lower_bound(places_.begin(), places_.end(), place);
  if (found == places_.end() || *found != place) return std::nullopt;
  const auto row = static_cast<std::size_t>(found - places_.begin());
  const std::string_view letters =
      letters_.substr(starts_[row], starts_[row + 1] - starts_[row]);
  const std::size_t end = letters.find('\0');
  MovedPage page{place, std::string(letters.substr(0, end)), std::nullopt};
  if (end != std::string_view::npos) page.fetched_at = letters.substr(end + 1);
  return page;
}

void MovedPages::Apply(std::uint32_t place, Article* article) const {
  auto page = Find(place);
  if (!page) return;
  article->source = std::move(page->source);
  article->stated.fetched_at = std::move(page->fetched_at);
}

}  // namespace tracuu
