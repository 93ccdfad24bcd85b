#ifndef TRACUU_COMMON_INDEX_MANIFEST_H_
#define TRACUU_COMMON_INDEX_MANIFEST_H_

// The manifest says what a snapshot consists of. Only it decides what may be
// served: xapian-check misses corruptions that change answers, and a folder
// left by a full disk opens as a valid, empty database (both measured with
// 1.4.22). Thread-safe.

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"

namespace tracuu {

struct ManifestFile {
  std::string name;  // Relative to the snapshot's folder; no separators.
  std::uint64_t bytes = 0;
  std::string sha256;
};

struct Manifest {
  int schema = 0;
  std::string analyzer;  // kAnalyzerVersion
  std::string tables;    // Fingerprint of the embedded data tables.
  std::string id;
  std::string created;  // UTC, ISO 8601
  std::string program;  // "tracuu-index 0.1.0"
  std::uint64_t documents = 0;
  // SHA-256 over the articles' ids, texts and facets in id order: equal for
  // logically identical indexes, whatever the order of files or threads.
  std::string content_digest;
  std::vector<std::string> sources;  // As given on the command line.
  // SHA-256 of the operator's table of overrides; empty if there was none.
  std::string overrides;
  std::map<std::string, std::uint64_t> rejected;  // Reason code → inputs.
  std::vector<ManifestFile> files;
};

// Writes and reads DIR/manifest.json. Reading fails with kCorrupt when fields
// are missing and with kInvalidArgument, naming both versions and the remedy,
// when the schema is not ours.
std::string FormatManifest(const Manifest& manifest);
Result<Manifest> ReadManifest(const std::filesystem::path& snapshot_dir);

// How much to look at.
enum class VerifyDepth {
  kSizes,   // Names and sizes: microseconds.
  kHashes,  // Every byte: about 2 s a GB.
};

// Compares a snapshot's folder with its manifest. kCorrupt names the file.
Status VerifySnapshot(const std::filesystem::path& snapshot_dir,
                      const Manifest& manifest, VerifyDepth depth);

// The id in DIR/CURRENT. kNotFound if nothing was ever published.
Result<std::string> ReadCurrent(const std::filesystem::path& index_dir);

}  // namespace tracuu

#endif  // TRACUU_COMMON_INDEX_MANIFEST_H_
