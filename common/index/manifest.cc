#include "common/index/manifest.h"

#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

#include "common/base/file.h"
#include "common/base/sha256.h"
#include "common/index/paths.h"
#include "common/index/schema.h"

namespace tracuu {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxManifestBytes = std::size_t{64} << 20;

std::string Dump(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

// The digest that protects the manifest itself: over the compact form without
// the field that holds it. Keys are in byte order there.
std::string Checksum(const Json& json) {
  Json rest = json;
  rest.erase("checksum");
  return Sha256Hex(Dump(rest, -1));
}

bool IsPlainFileName(std::string_view name) {
  return !name.empty() && name != "." && name != ".." &&
         name.find('/') == std::string_view::npos &&
         name.find('\0') == std::string_view::npos;
}

Manifest FromJson(const Json& json) {
  Manifest manifest;
  manifest.schema = json.at("schema").get<int>();
  manifest.analyzer = json.at("analyzer").get<std::string>();
  manifest.tables = json.at("tables").get<std::string>();
  manifest.id = json.at("id").get<std::string>();
  manifest.created = json.at("created").get<std::string>();
  manifest.program = json.at("program").get<std::string>();
  manifest.documents = json.at("documents").get<std::uint64_t>();
  manifest.content_digest = json.at("content_digest").get<std::string>();
  manifest.sources = json.at("sources").get<std::vector<std::string>>();
  manifest.overrides = json.at("overrides").get<std::string>();
  manifest.rejected =
      json.at("rejected").get<std::map<std::string, std::uint64_t>>();
  for (const Json& file : json.at("files")) {
    manifest.files.push_back({file.at("name").get<std::string>(),
                              file.at("bytes").get<std::uint64_t>(),
                              file.at("sha256").get<std::string>()});
  }
  return manifest;
}

// What a manifest must say beyond having all its fields.
bool IsSound(const Manifest& manifest) {
  bool has_database = false;
  for (const ManifestFile& file : manifest.files) {
    if (!IsPlainFileName(file.name)) return false;
    has_database = has_database || file.name == kDatabaseFile;
  }
  return has_database && IsSnapshotId(manifest.id);
}

Error Corrupt(const std::filesystem::path& path, const std::string& what) {
  return {ErrorCode::kCorrupt, path.string() + " " + what,
          "build the index again, or roll back to an older snapshot"};
}

Status VerifyFile(const std::filesystem::path& path, const ManifestFile& file,
                  VerifyDepth depth) {
  std::error_code failed;
  const auto bytes = std::filesystem::file_size(path, failed);
  if (failed) return Corrupt(path, "cannot be read: " + failed.message());
  if (bytes != file.bytes) {
    return Corrupt(path, "has " + std::to_string(bytes) + " bytes, not " +
                             std::to_string(file.bytes) +
                             " as the manifest says");
  }
  if (depth == VerifyDepth::kSizes) return Ok{};
  const Result<std::string> digest = Sha256OfFile(path);
  if (!digest) return digest.error();
  if (*digest != file.sha256) {
    return Corrupt(path, "has changed: its SHA-256 is not the manifest's");
  }
  return Ok{};
}

}  // namespace

std::string FormatManifest(const Manifest& manifest) {
  Json files = Json::array();
  for (const ManifestFile& file : manifest.files) {
    files.push_back(
        {{"name", file.name}, {"bytes", file.bytes}, {"sha256", file.sha256}});
  }
  Json json = {{"schema", manifest.schema},
               {"analyzer", manifest.analyzer},
               {"tables", manifest.tables},
               {"id", manifest.id},
               {"created", manifest.created},
               {"program", manifest.program},
               {"documents", manifest.documents},
               {"content_digest", manifest.content_digest},
               {"sources", manifest.sources},
               {"overrides", manifest.overrides},
               {"rejected", manifest.rejected},
               {"files", std::move(files)}};
  json["checksum"] = Checksum(json);
  return Dump(json, 2) + "\n";
}

Result<Manifest> ReadManifest(const std::filesystem::path& snapshot_dir) {
  const auto path = snapshot_dir / kManifestFile;
  const Result<std::string> bytes = ReadFile(path, kMaxManifestBytes);
  if (!bytes) return bytes.error();
  const Json json = Json::parse(*bytes, nullptr, false);
  if (!json.is_object()) return Corrupt(path, "is not a JSON object");
  // Before all else: other versions may have other fields.
  const auto schema = json.find("schema");
  if (schema == json.end() || !schema->is_number_integer()) {
    return Corrupt(path, "names no schema version");
  }
  if (*schema != kSchemaVersion) {
    return Error{ErrorCode::kInvalidArgument,
                 path.string() + " has schema version " + schema->dump() +
                     ", this program knows " + std::to_string(kSchemaVersion),
                 "use the program's version that wrote it, or build the index "
                 "again with this one in another folder"};
  }
  try {
    if (json.at("checksum") != Checksum(json)) {
      return Corrupt(path, "has changed: its checksum does not fit");
    }
    Manifest manifest = FromJson(json);
    if (!IsSound(manifest)) return Corrupt(path, "names no database or id");
    return manifest;
  } catch (const Json::exception& error) {
    return Corrupt(path, std::string("lacks a field: ") + error.what());
  }
}

Status VerifySnapshot(const std::filesystem::path& snapshot_dir,
                      const Manifest& manifest, VerifyDepth depth) {
  for (const ManifestFile& file : manifest.files) {
    Status status = VerifyFile(snapshot_dir / file.name, file, depth);
    if (!status) return status;
  }
  return Ok{};
}

Result<std::string> ReadCurrent(const std::filesystem::path& index_dir) {
  const auto path = IndexPaths(index_dir).current();
  Result<std::string> bytes = ReadFile(path, 4096);
  if (!bytes) {
    if (bytes.error().code != ErrorCode::kNotFound) return bytes.error();
    return Error{ErrorCode::kNotFound,
                 index_dir.string() + " holds no published index",
                 "run `tracuu-index build --index " + index_dir.string() +
                     " SOURCE…` first"};
  }
  std::string id = std::move(*bytes);
  if (!id.empty() && id.back() == '\n') id.pop_back();
  if (!IsSnapshotId(id)) return Corrupt(path, "names no snapshot");
  return id;
}

}  // namespace tracuu
