#include "indexer/build/sketch_file.h"

#include <bit>
#include <cstring>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>

#include "common/base/output_file.h"

namespace tracuu {
namespace {

constexpr std::string_view kMagic = "tracuu sketch 1\n";

static_assert(std::endian::native == std::endian::little,
              "sketches are written as they lie in memory");

constexpr std::size_t kBitsOfByte = 8;

constexpr std::size_t BytesOfBits(std::size_t documents) {
  return (documents + kBitsOfByte - 1) / kBitsOfByte;
}

}  // namespace

Status WriteSketches(const std::filesystem::path& path,
                     const std::vector<std::optional<Sketch>>& all,
                     std::span<const std::uint32_t> places) {
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out << kMagic;
  std::string has(BytesOfBits(places.size()), '\0');
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::optional<Sketch>& sketch = all[places[i]];
    const Sketch written = sketch.value_or(Sketch{});
    out.write(reinterpret_cast<const char*>(written.data()), sizeof written);
    if (!sketch) continue;
    char& byte = has[i / kBitsOfByte];
    byte = static_cast<char>(byte | 1U << i % kBitsOfByte);
  }
  out << has;
  return CloseWritten(path, &out);
}

Result<SketchFile> SketchFile::Open(const std::filesystem::path& path,
                                    std::uint32_t documents) {
  auto file = MappedFile::Open(path);
  if (!file) return file.error();
  const std::size_t expected = kMagic.size() +
                               std::size_t{documents} * sizeof(Sketch) +
                               BytesOfBits(documents);
  const auto bytes = file->bytes();
  if (bytes.size() != expected ||
      std::memcmp(bytes.data(), kMagic.data(), kMagic.size()) != 0) {
    return Error{ErrorCode::kCorrupt,
                 path.string() + " does not hold the sketches of " +
                     std::to_string(documents) + " documents",
                 "make the index again with `tracuu-index build`"};
  }
  SketchFile sketches;
  sketches.file_ = std::move(*file);
  sketches.documents_ = documents;
  return sketches;
}

std::optional<Sketch> SketchFile::At(std::uint32_t docid) const {
  if (docid == 0 || docid > documents_) return std::nullopt;
  const std::size_t i = docid - 1;
  const std::byte* const sketches = file_.bytes().data() + kMagic.size();
  const std::byte* const has =
      sketches + std::size_t{documents_} * sizeof(Sketch);
  const auto byte = std::to_integer<unsigned>(has[i / kBitsOfByte]);
  if ((byte >> i % kBitsOfByte & 1U) == 0) return std::nullopt;
  Sketch sketch;
  std::memcpy(sketch.data(), sketches + i * sizeof(Sketch), sizeof sketch);
  return sketch;
}

}  // namespace tracuu
