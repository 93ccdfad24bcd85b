#ifndef TRACUU_COMMON_INDEX_PATHS_H_
#define TRACUU_COMMON_INDEX_PATHS_H_

// Every file name of an index:
//
//   DIR/CURRENT                        one line: the id of the served snapshot
//   DIR/LOCK                           held while a program writes
//   DIR/snapshots/<id>/manifest.json   what the snapshot consists of
//   DIR/snapshots/<id>/articles.glass  the Xapian database, one file,
//                                      never written again
//   DIR/snapshots/<id>/articles.fwd    the forward index
//   DIR/snapshots/<id>/neighbours.tsv  how often syllables stand side by side
//   DIR/snapshots/<id>/spellings.tsv   how articles write what they cite
//   DIR/snapshots/<id>/copies.bin      which articles are copies of which
//   DIR/snapshots/<id>/articles.sketch  by what copies of them are found
//   DIR/snapshots/<id>/rejected.jsonl  what was not indexed, and why
//   DIR/snapshots/<id>/report.json     how the run went that made it
//   DIR/snapshots/<id>/fingerprints.bin  by what an update knows its pages
//   DIR/snapshots/<id>/changes.glass, .fwd, .sketch  what an update put beside
//                                      an older snapshot's articles.*,
//   DIR/snapshots/<id>/gone.glass      the terms of what is gone of these,
//   DIR/snapshots/<id>/articles.order  which of both are shown, in which order,
//   DIR/snapshots/<id>/moved.bin       and where unchanged pages now lie
//   DIR/staging/                       work of the running build, or of one
//                                      that was killed, for the next

#include <array>
#include <filesystem>
#include <string>
#include <string_view>

namespace tracuu {

class IndexPaths {
 public:
  explicit IndexPaths(std::filesystem::path dir) : dir_(std::move(dir)) {}

  const std::filesystem::path& dir() const { return dir_; }
  std::filesystem::path current() const { return dir_ / "CURRENT"; }
  std::filesystem::path lock() const { return dir_ / "LOCK"; }
  std::filesystem::path staging() const { return dir_ / "staging"; }
  std::filesystem::path snapshots() const { return dir_ / "snapshots"; }
  std::filesystem::path snapshot(std::string_view id) const {
    return snapshots() / id;
  }

 private:
  std::filesystem::path dir_;
};

inline constexpr std::string_view kManifestFile = "manifest.json";
inline constexpr std::string_view kDatabaseFile = "articles.glass";
inline constexpr std::string_view kForwardFile = "articles.fwd";
inline constexpr std::string_view kRejectedFile = "rejected.jsonl";
inline constexpr std::string_view kNeighboursFile = "neighbours.tsv";
inline constexpr std::string_view kSpellingsFile = "spellings.tsv";
inline constexpr std::string_view kCopiesFile = "copies.bin";
inline constexpr std::string_view kSketchesFile = "articles.sketch";
inline constexpr std::string_view kReportFile = "report.json";
inline constexpr std::string_view kFingerprintsFile = "fingerprints.bin";
inline constexpr std::string_view kChangesDatabaseFile = "changes.glass";
inline constexpr std::string_view kChangesForwardFile = "changes.fwd";
inline constexpr std::string_view kChangesSketchesFile = "changes.sketch";
inline constexpr std::string_view kGoneFile = "gone.glass";
inline constexpr std::string_view kOrderFile = "articles.order";
inline constexpr std::string_view kMovedFile = "moved.bin";
// What every snapshot consists of, beside its manifest.
inline constexpr std::array kSnapshotFiles = {
    kDatabaseFile,  kForwardFile, kNeighboursFile,
    kSpellingsFile, kCopiesFile,  kSketchesFile,
    kRejectedFile,  kReportFile,  kFingerprintsFile};
// What one has besides after an update; see place_order.h.
inline constexpr std::array kChangesFiles = {
    kChangesDatabaseFile, kChangesForwardFile, kChangesSketchesFile, kGoneFile,
    kOrderFile,           kMovedFile};

// By part: what is called so in the base, and in the changes.
inline constexpr std::array kDatabaseFiles = {kDatabaseFile,
                                              kChangesDatabaseFile};
inline constexpr std::array kForwardFiles = {kForwardFile, kChangesForwardFile};
inline constexpr std::array kSketchesFiles = {kSketchesFile,
                                              kChangesSketchesFile};

// True for ids as the indexer makes them ("20261120T021000Z-5c1e"): nothing
// else is ever joined to a path.
bool IsSnapshotId(std::string_view id);

}  // namespace tracuu

#endif  // TRACUU_COMMON_INDEX_PATHS_H_
