#include "indexer/build/known_articles.h"

#include <algorithm>
#include <fstream>
#include <numeric>

#include "common/base/file.h"
#include "common/base/output_file.h"
#include "indexer/build/varint.h"

namespace tracuu {
namespace {

constexpr std::string_view kMagic = "tracuu fingerprints 2\n";
constexpr std::size_t kHeaderBytes = kMagic.size() + kReadingKeySize + 1;
// Of a row, behind the id.
constexpr std::size_t kFixedBytes = 16 + 16 + 8 + 8 + 4 + 2;

void AppendNumber(std::uint64_t number, std::size_t bytes, std::string* row) {
  for (std::size_t i = 0; i < bytes; ++i) {
    *row += static_cast<char>(number >> (8 * i));
  }
}

std::uint64_t ReadNumber(std::string_view bytes) {
  std::uint64_t number = 0;
  for (std::size_t i = bytes.size(); i-- > 0;) {
    number = number << 8 | static_cast<std::uint8_t>(bytes[i]);
  }
  return number;
}

void Append(const Fingerprint& fingerprint, std::string* row) {
  row->append(fingerprint.begin(), fingerprint.end());
}

Fingerprint ReadFingerprint(std::string_view bytes) {
  Fingerprint fingerprint;
  std::copy_n(bytes.begin(), fingerprint.size(), fingerprint.begin());
  return fingerprint;
}

std::string FormatRow(const ArticleEntry& entry) {
  std::string row;
  AppendVarint(entry.id.size(), &row);
  row += entry.id;
  Append(entry.page, &row);
  Append(FromHex({entry.digest.data(), entry.digest.size()}), &row);
  AppendNumber(entry.source, 8, &row);
  AppendNumber(entry.fetched, 8, &row);
  AppendNumber(static_cast<std::uint32_t>(entry.day), 4, &row);
  AppendNumber(static_cast<std::uint16_t>(entry.minute), 2, &row);
  return row;
}

KnownArticle ParseFixed(std::string_view id, std::string_view fixed) {
  return {id,
          ReadFingerprint(fixed.substr(0)),
          ReadFingerprint(fixed.substr(16)),
          ReadNumber(fixed.substr(32, 8)),
          ReadNumber(fixed.substr(40, 8)),
          static_cast<std::int32_t>(ReadNumber(fixed.substr(48, 4))),
          static_cast<std::int16_t>(ReadNumber(fixed.substr(52, 2)))};
}

}  // namespace

std::uint64_t ShortFingerprint(std::string_view bytes) {
  std::uint64_t eight = 0;
  const Fingerprint whole = FingerprintOf(bytes);
  for (std::size_t i = 8; i-- > 0;) eight = eight << 8 | whole[i];
  return eight;
}

Result<KnownArticles> KnownArticles::Read(const std::filesystem::path& path,
                                          std::uint64_t documents) {
  Result<std::string> bytes = ReadFile(path);
  if (!bytes) return bytes.error();
  const Error corrupt{ErrorCode::kCorrupt,
                      path.string() + " is not what the manifest promises",
                      "make the index again with `tracuu-index build`"};
  KnownArticles known;
  known.bytes_ = std::make_unique<const std::string>(*std::move(bytes));
  const std::string_view all = *known.bytes_;
  if (!all.starts_with(kMagic) || all.size() < kHeaderBytes) return corrupt;
  known.reading_key_ = all.substr(kMagic.size(), kReadingKeySize);
  VarintReader reader(all.substr(kHeaderBytes));
  while (reader.left() > 0 && !reader.failed()) {
    const std::string_view id = reader.Bytes(reader.Next());
    const std::string_view fixed = reader.Bytes(kFixedBytes);
    if (fixed.size() != kFixedBytes) return corrupt;
    known.articles_.push_back(ParseFixed(id, fixed));
  }
  if (reader.failed() || known.size() != documents) return corrupt;
  known.by_id_.resize(documents);
  std::iota(known.by_id_.begin(), known.by_id_.end(), 1U);
  std::sort(known.by_id_.begin(), known.by_id_.end(),
            [&](std::uint32_t a, std::uint32_t b) {
              return known.at(a).id < known.at(b).id;
            });
  return known;
}

std::optional<std::uint32_t> KnownArticles::Find(std::string_view id) const {
  const auto found =
      std::lower_bound(by_id_.begin(), by_id_.end(), id,
                       [&](std::uint32_t docid, std::string_view wanted) {
                         return at(docid).id < wanted;
                       });
  if (found == by_id_.end() || at(*found).id != id) return std::nullopt;
  return *found;
}

Status WriteKnownArticles(const std::filesystem::path& path,
                          const std::string& reading_key,
                          const Catalog& catalog) {
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out << kMagic << reading_key << "\n";
  for (const ArticleEntry& entry : catalog.entries) out << FormatRow(entry);
  return CloseWritten(path, &out);
}

}  // namespace tracuu
