#include "server/search/snapshot.h"

#include <algorithm>
#include <cmath>
#include <system_error>
#include <utility>

#include "common/base/file.h"
#include "common/index/paths.h"
#include "common/index/terms.h"
#include "common/index/xapian_guard.h"
#include "common/text/analyze.h"
#include "server/search/facet_names.h"

namespace tracuu {
namespace {

// Bitmaps kept for frequent terms and phrases. A realistic log of queries over
// a million articles needed 25 MB.
constexpr std::size_t kCacheBytes = std::size_t{64} << 20;

// Terms whose occurrences are kept, of one byte an article. The 512 most
// frequent terms are what broad queries consist of.
constexpr std::size_t kOccurrencesKept = 512;
constexpr std::size_t kMaxOccurrenceBytes = std::size_t{256} << 20;

// Databases kept open for later searches; each holds a few descriptors and
// one block per B-tree level.
constexpr std::size_t kMaxIdle = 64;

constexpr std::size_t kMaxReportBytes = std::size_t{16} << 20;

Error Corrupt(const std::filesystem::path& dir, const std::string& what) {
  return {ErrorCode::kCorrupt, dir.string() + ": " + what,
          "build the index again"};
}

Status CheckVersions(const Manifest& manifest,
                     const std::filesystem::path& dir) {
  if (manifest.analyzer != kAnalyzerVersion) {
    return Error{ErrorCode::kInvalidArgument,
                 dir.string() + ": was analysed by version " +
                     manifest.analyzer + ", this program has version " +
                     std::string(kAnalyzerVersion),
                 "build the index again with this version's tracuu-index"};
  }
  return Ok{};
}

}  // namespace

Snapshot::Snapshot(std::filesystem::path dir, Manifest manifest)
    : dir_(std::move(dir)),
      manifest_(std::move(manifest)),
      cache_(kCacheBytes),
      occurrences_(std::min(kMaxOccurrenceBytes,
                            kOccurrencesKept * manifest_.documents)) {}

Result<std::shared_ptr<const Snapshot>> Snapshot::Open(
    const std::filesystem::path& index_dir, VerifyDepth depth) {
  const auto id = ReadCurrent(index_dir);
  if (!id) return id.error();
  std::error_code error;
  const std::filesystem::path dir =
      std::filesystem::canonical(IndexPaths(index_dir).snapshot(*id), error);
  if (error) {
    return Error{ErrorCode::kIo, *id + ": " + error.message(), ""};
  }
  auto manifest = ReadManifest(dir);
  if (!manifest) return manifest.error();
  if (const Status same = CheckVersions(*manifest, dir); !same) {
    return same.error();
  }
  if (const Status whole = VerifySnapshot(dir, *manifest, depth); !whole) {
    return whole.error();
  }
  const std::shared_ptr<Snapshot> snapshot(
      new Snapshot(dir, *std::move(manifest)));
  const Status loaded = GuardXapian([&] { return snapshot->Load(); });
  if (!loaded) return loaded.error();
  return std::shared_ptr<const Snapshot>(snapshot);
}

Status Snapshot::LoadParts() {
  auto order = PlaceOrder::Read(dir_, manifest_.documents);
  if (!order) return order.error();
  order_ = std::move(*order);
  auto moved = MovedPages::Read(dir_);
  if (!moved) return moved.error();
  moved_ = std::move(*moved);
  const Lease database = Borrow();
  for (std::size_t part = 0; part < order_.parts(); ++part) {
    if (database->CountIn(part) == order_.documents_in(part)) continue;
    return Corrupt(dir_, "a database holds " +
                             std::to_string(database->CountIn(part)) +
                             " documents, not " +
                             std::to_string(order_.documents_in(part)));
  }
  return Ok{};
}

Status Snapshot::Load() {
  if (const Status parts = LoadParts(); !parts) return parts;
  const Lease database = Borrow();
  if (const Status days = LoadDays(*database); !days) return days;
  LoadLengths(*database);
  auto clusters = Clusters::Load(dir_ / kCopiesFile, documents(), dated());
  if (!clusters) return clusters.error();
  clusters_ = *std::move(clusters);
  for (const Field& field : kFields) {
    if (field.kind != FieldKind::kFacet) continue;
    auto table = FacetTable::Load(*database, field);
    if (!table) return table.error();
    if (field.name == "resolution") {
      table->Widen(WiderResolutions(*table));
      cited_ = CitedDocuments(*table);
    }
    facets_.push_back(*std::move(table));
  }
  for (std::string& syllable :
       SplitLines(database->Metadata(kBasePart, kMetaFrequent))) {
    frequent_.insert(std::move(syllable));
  }
  if (const Status forward = LoadForwardIndex(); !forward) return forward;
  if (const Status read = LoadReport(); !read) return read;
  if (const Status neighbours = LoadNeighbours(); !neighbours) {
    return neighbours;
  }
  return LoadSpellings();
}

Status Snapshot::LoadForwardIndex() {
  for (std::size_t part = 0; part < order_.parts(); ++part) {
    auto forward = ForwardIndex::Open(dir_ / kForwardFiles[part]);
    if (!forward) return forward.error();
    const std::uint32_t documents = order_.documents_in(part);
    if (forward->documents() != documents) {
      return Corrupt(dir_, "a forward index is of " +
                               std::to_string(forward->documents()) +
                               " documents, not " + std::to_string(documents));
    }
    forward_.push_back(std::move(*forward));
  }
  return Ok{};
}

Status Snapshot::LoadReport() {
  const auto named = [](const ManifestFile& f) {
    return f.name == kReportFile;
  };
  if (std::none_of(manifest_.files.begin(), manifest_.files.end(), named)) {
    return Ok{};
  }
  auto bytes = ReadFile(dir_ / kReportFile, kMaxReportBytes);
  if (!bytes) return bytes.error();
  report_ = *std::move(bytes);
  return Ok{};
}

Status Snapshot::LoadNeighbours() {
  const auto bytes = ReadFile(dir_ / kNeighboursFile);
  if (!bytes) return bytes.error();
  auto neighbours = Neighbours::Parse(*bytes);
  if (!neighbours) return neighbours.error();
  neighbours_ = *std::move(neighbours);
  phrases_ = PhraseBook(neighbours_);
  return Ok{};
}

Status Snapshot::LoadSpellings() {
  const auto bytes = ReadFile(dir_ / kSpellingsFile);
  if (!bytes) return bytes.error();
  auto spellings = Spellings::Parse(*bytes);
  if (!spellings) return spellings.error();
  spellings_ = *std::move(spellings);
  return Ok{};
}

Status Snapshot::LoadDays(const ArticleDatabase& database) {
  constexpr auto kSlot = static_cast<Xapian::valueno>(FieldNamed("day").slot);
  std::vector<std::optional<std::int32_t>> days(documents());
  for (std::size_t part = 0; part < order_.parts(); ++part) {
    database.ForEachValue(part, kSlot,
                          [&](std::uint32_t docid, const std::string& day) {
                            days[docid - 1] = static_cast<std::int32_t>(
                                std::lround(Xapian::sortable_unserialise(day)));
                          });
  }
  for (std::size_t i = 0; i < days.size(); ++i) {
    if (!days[i]) continue;  // From here on, none may have one.
    const bool next = i == days_.size();
    if (!next || (!days_.empty() && *days[i] > days_.back())) {
      return Corrupt(dir_, "documents are not in date order");
    }
    days_.push_back(*days[i]);
  }
  return Ok{};
}

void Snapshot::LoadLengths(const ArticleDatabase& database) {
  std::vector<Xapian::termcount> lengths(documents());
  double sum = 0;
  database.ForEachLength([&](std::uint32_t docid, Xapian::termcount length) {
    lengths[docid - 1] = length;
    sum += length;
  });
  const double mean = std::max(sum / std::max<double>(1, documents()), 1.0);
  relative_lengths_.reserve(lengths.size());
  for (const Xapian::termcount length : lengths) {
    relative_lengths_.push_back(static_cast<float>(length / mean));
  }
}

Snapshot::Lease Snapshot::Borrow() const {
  std::unique_ptr<ArticleDatabase> database = TakeIdle();
  if (!database) {
    database = std::make_unique<ArticleDatabase>(dir_, order_, moved_);
  }
  return Lease(database.release(), [this](ArticleDatabase* returned) {
    std::unique_ptr<ArticleDatabase> owned(returned);
    const std::lock_guard lock(mutex_);
    if (idle_.size() < kMaxIdle) idle_.push_back(std::move(owned));
  });
}

std::unique_ptr<ArticleDatabase> Snapshot::TakeIdle() const {
  const std::lock_guard lock(mutex_);
  if (idle_.empty()) return nullptr;
  std::unique_ptr<ArticleDatabase> database = std::move(idle_.back());
  idle_.pop_back();
  return database;
}

DocSet Snapshot::DocsBetween(std::int32_t from_day, std::int32_t to_day) const {
  // Newest first: [first, last) have day <= to_day and day >= from_day.
  const auto first =
      std::lower_bound(days_.begin(), days_.end(), to_day, std::greater<>());
  const auto last =
      std::upper_bound(days_.begin(), days_.end(), from_day, std::greater<>());
  DocSet docs;
  if (first < last) {
    docs.addRange(static_cast<std::uint64_t>(first - days_.begin()) + 1,
                  static_cast<std::uint64_t>(last - days_.begin()) + 1);
  }
  return docs;
}

const FacetTable* Snapshot::FindFacet(std::string_view name) const {
  for (const FacetTable& table : facets_) {
    if (table.name() == name) return &table;
  }
  return nullptr;
}

std::optional<ClusterOfHit> Snapshot::ClusterOf(Xapian::docid docid) const {
  const std::uint32_t number = clusters_.Of(docid);
  if (number == 0) return std::nullopt;
  return ClusterOfHit{ClusterName(number), clusters_.MembersOf(number).size()};
}

bool Snapshot::HasPairs(std::string_view first, std::string_view second) const {
  return frequent_.contains(std::string(first)) &&
         frequent_.contains(std::string(second));
}

}  // namespace tracuu
