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

Status Snapshot::Load() {
  const Lease database = Borrow();
  documents_ = database->get_doccount();
  if (documents_ != manifest_.documents ||
      (documents_ > 0 && database->get_lastdocid() != documents_)) {
    return Corrupt(dir_, "holds " + std::to_string(documents_) +
                             " documents, its manifest says " +
                             std::to_string(manifest_.documents));
  }
  if (const Status days = LoadDays(*database); !days) return days;
  LoadLengths(*database);
  auto clusters = Clusters::Load(dir_ / kCopiesFile, documents_, dated());
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
       SplitLines(database->get_metadata(std::string(kMetaFrequent)))) {
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
  auto forward = ForwardIndex::Open(dir_ / kForwardFile);
  if (!forward) return forward.error();
  if (forward->documents() != documents_) {
    return Corrupt(dir_, "its forward index is of " +
                             std::to_string(forward->documents()) +
                             " documents, not " + std::to_string(documents_));
  }
  forward_ = std::move(*forward);
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

Status Snapshot::LoadDays(const Xapian::Database& database) {
  constexpr auto kSlot = static_cast<Xapian::valueno>(FieldNamed("day").slot);
  for (auto it = database.valuestream_begin(kSlot);
       it != database.valuestream_end(kSlot); ++it) {
    const auto day = static_cast<std::int32_t>(
        std::lround(Xapian::sortable_unserialise(*it)));
    const bool next = it.get_docid() == days_.size() + 1;
    if (!next || (!days_.empty() && day > days_.back())) {
      return Corrupt(dir_, "documents are not in date order");
    }
    days_.push_back(day);
  }
  return Ok{};
}

void Snapshot::LoadLengths(const Xapian::Database& database) {
  relative_lengths_.reserve(documents_);
  const double mean = std::max(database.get_avlength(), 1.0);
  // The postings of no term: every article.
  const auto end = database.postlist_end("");
  for (auto it = database.postlist_begin(""); it != end; ++it) {
    relative_lengths_.push_back(static_cast<float>(it.get_doclength() / mean));
  }
}

Snapshot::Lease Snapshot::Borrow() const {
  std::unique_ptr<Xapian::Database> database = TakeIdle();
  if (!database) {
    database =
        std::make_unique<Xapian::Database>((dir_ / kDatabaseFile).string());
  }
  return Lease(database.release(), [this](Xapian::Database* returned) {
    std::unique_ptr<Xapian::Database> owned(returned);
    const std::lock_guard lock(mutex_);
    if (idle_.size() < kMaxIdle) idle_.push_back(std::move(owned));
  });
}

std::unique_ptr<Xapian::Database> Snapshot::TakeIdle() const {
  const std::lock_guard lock(mutex_);
  if (idle_.empty()) return nullptr;
  std::unique_ptr<Xapian::Database> database = std::move(idle_.back());
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
