#include "common/index/manifest.h"

#include <doctest/doctest.h>

#include <random>

#include "common/base/file.h"
#include "common/base/sha256.h"
#include "common/index/paths.h"
#include "common/index/schema.h"
#include "tests/support/temp_dir.h"

namespace tracuu {
namespace {

constexpr const char* kId = "20261120T021000Z-5c1e";

Manifest ExampleManifest() {
  Manifest manifest;
  manifest.schema = kSchemaVersion;
  manifest.analyzer = "1";
  manifest.tables = "abc";
  manifest.id = kId;
  manifest.created = "2026-11-20T02:10:00Z";
  manifest.program = "tracuu-index 0.1.0";
  manifest.documents = 18342;
  manifest.content_digest = std::string(64, '5');
  manifest.sources = {"crawl", "thêm.jsonl"};
  manifest.overrides = std::string(64, '7');
  manifest.rejected = {{"no-text", 3}};
  manifest.files = {{std::string(kDatabaseFile), 4, Sha256Hex("abcd")}};
  return manifest;
}

// A snapshot's folder whose only file holds "abcd".
void WriteSnapshot(const std::filesystem::path& dir) {
  REQUIRE(ReplaceFile(dir / kDatabaseFile, "abcd"));
  REQUIRE(ReplaceFile(dir / kManifestFile, FormatManifest(ExampleManifest())));
}

TEST_SUITE_BEGIN("common/index/manifest");

TEST_CASE("a manifest comes back as it was") {
  const test::TempDir dir;
  WriteSnapshot(dir.path());
  const auto read = ReadManifest(dir.path());
  REQUIRE(read);
  CHECK(FormatManifest(*read) == FormatManifest(ExampleManifest()));
  CHECK(read->documents == 18342);
  CHECK(read->sources == ExampleManifest().sources);
}

TEST_CASE("another schema is refused with both versions and a remedy") {
  const test::TempDir dir;
  Manifest manifest = ExampleManifest();
  manifest.schema = kSchemaVersion + 1;
  REQUIRE(ReplaceFile(dir.path() / kManifestFile, FormatManifest(manifest)));
  const auto read = ReadManifest(dir.path());
  REQUIRE_FALSE(read);
  CHECK(read.error().code == ErrorCode::kInvalidArgument);
  CHECK(read.error().message.find("version " +
                                  std::to_string(kSchemaVersion + 1)) !=
        std::string::npos);
  CHECK(read.error().message.find("knows " + std::to_string(kSchemaVersion)) !=
        std::string::npos);
  CHECK_FALSE(read.error().hint.empty());
}

TEST_CASE("a missing, empty, cut or foreign manifest is refused") {
  const test::TempDir dir;
  CHECK(ReadManifest(dir.path()).error().code == ErrorCode::kNotFound);
  const std::string good = FormatManifest(ExampleManifest());
  for (const std::string& bytes :
       {std::string(), std::string("[]"), std::string("{}"),
        "{\"schema\":" + std::to_string(kSchemaVersion) + "}",
        good.substr(0, good.size() / 2)}) {
    REQUIRE(ReplaceFile(dir.path() / kManifestFile, bytes));
    const auto read = ReadManifest(dir.path());
    REQUIRE_FALSE(read);
    CHECK(read.error().code == ErrorCode::kCorrupt);
  }
}

TEST_CASE("a file name that leaves the folder is refused") {
  const test::TempDir dir;
  for (const char* name : {"", ".", "..", "a/b", "/etc/passwd"}) {
    Manifest manifest = ExampleManifest();
    manifest.files.push_back({name, 0, ""});
    REQUIRE(ReplaceFile(dir.path() / kManifestFile, FormatManifest(manifest)));
    CAPTURE(name);
    CHECK_FALSE(ReadManifest(dir.path()));
  }
}

TEST_CASE("no change of a byte in a manifest changes what it says") {
  const test::TempDir dir;
  const std::string good = FormatManifest(ExampleManifest());
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string bytes = good;
    bytes[i] = static_cast<char>(bytes[i] ^ 1);
    REQUIRE(ReplaceFile(dir.path() / kManifestFile, bytes));
    const auto read = ReadManifest(dir.path());
    CAPTURE(i);
    // White space may change unseen.
    CHECK((!read || FormatManifest(*read) == good));
  }
}

TEST_CASE("a file that is missing, longer or changed is found") {
  const test::TempDir dir;
  WriteSnapshot(dir.path());
  const Manifest manifest = ExampleManifest();
  const auto database = dir.path() / kDatabaseFile;
  CHECK(VerifySnapshot(dir.path(), manifest, VerifyDepth::kHashes));

  REQUIRE(ReplaceFile(database, "abce"));
  CHECK(VerifySnapshot(dir.path(), manifest, VerifyDepth::kSizes));
  const Status changed =
      VerifySnapshot(dir.path(), manifest, VerifyDepth::kHashes);
  REQUIRE_FALSE(changed);
  CHECK(changed.error().code == ErrorCode::kCorrupt);
  CHECK(changed.error().message.find(database.string()) != std::string::npos);

  REQUIRE(ReplaceFile(database, "abcde"));
  CHECK_FALSE(VerifySnapshot(dir.path(), manifest, VerifyDepth::kSizes));
  std::filesystem::remove(database);
  CHECK_FALSE(VerifySnapshot(dir.path(), manifest, VerifyDepth::kSizes));
}

TEST_CASE("CURRENT names a snapshot or nothing") {
  const test::TempDir dir;
  CHECK(ReadCurrent(dir.path()).error().code == ErrorCode::kNotFound);
  REQUIRE(ReplaceFile(dir.path() / "CURRENT", std::string(kId) + "\n"));
  CHECK(*ReadCurrent(dir.path()) == kId);
  for (const char* content : {"", "\n", "../x\n", "snapshot\n"}) {
    REQUIRE(ReplaceFile(dir.path() / "CURRENT", content));
    CHECK(ReadCurrent(dir.path()).error().code == ErrorCode::kCorrupt);
  }
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
