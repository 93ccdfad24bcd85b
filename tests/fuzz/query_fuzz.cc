// Any bytes as a query: reading, matching, ranking and highlighting end with an
// answer or a plain refusal, the same whichever way one asks, and never in a
// crash or a stall.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>

#include "common/text/utf8.h"
#include "server/search/explainer.h"
#include "server/search/searcher.h"
#include "tests/support/mini_index.h"

namespace {

using tracuu::AccentMode;
using tracuu::ErrorCode;
using tracuu::ReadingMode;

void Require(bool holds, const char* what) {
  if (holds) return;
  std::cerr << "broken: " << what << '\n';
  std::abort();
}

// Articles with what queries are made of; opened once.
std::shared_ptr<const tracuu::Snapshot> TheSnapshot() {
  static const auto* const kIndex = new tracuu::test::MiniIndex(
      {{.id = "a",
        .title = "Bảo vệ nền tảng tư tưởng của Đảng",
        .body = "BCĐ 35 tỉnh Quảng Trị học Nghị quyết 35-NQ/TW ngày "
                "22/10/2018. Ủy ban nhân dân, Lê-nin, hòa bình, thủy lợi.",
        .date = "2021-11-29",
        .provinces = {"Quảng Trị"},
        .units = {"Tỉnh ủy Quảng Trị"},
        .unit_level = "tinh",
        .resolutions = {"35-NQ/TW:2018"},
        .host = "a.vn"},
       {.id = "b",
        .title = "Đang dâng hoa",
        .body = "tưởng tư tảng nền xây dựng chỉnh đốn Đảng bộ vững mạnh",
        .date = "2022-05-01",
        .provinces = {"Lâm Đồng", "Cà Mau"},
        .resolutions = {"36-NQ/TW:2018", "35-KL/TW:2022"}},
       {.id = "c", .title = "Không ngày", .body = "đảng đảng đảng"}});
  static const auto snapshot = [] {
    auto opened =
        tracuu::Snapshot::Open(kIndex->path(), tracuu::VerifyDepth::kHashes);
    Require(bool(opened), "the index opens");
    return *opened;
  }();
  return snapshot;
}

}  // namespace

// The name is libFuzzer's.
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  if (size == 0) return 0;
  // The first byte chooses the modes.
  const std::uint8_t modes = data[0];
  tracuu::SearchRequest request;
  request.text.assign(reinterpret_cast<const char*>(data) + 1, size - 1);
  request.accents = static_cast<AccentMode>(modes % 3);
  request.reading =
      (modes & 4U) != 0 ? ReadingMode::kLiteral : ReadingMode::kAuto;
  request.facets = {"province", "year"};
  if ((modes & 8U) != 0) request.filters = {{"province", {"Quảng Trị"}, {}}};

  static const tracuu::Limits kLimits;
  const tracuu::Searcher searcher(TheSnapshot(), kLimits);
  const auto found = searcher.Search(request);
  const tracuu::ViewRequest view{request.text, request.accents,
                                 request.reading};
  const auto explained = tracuu::Explain(*TheSnapshot(), kLimits, view, "a");
  const auto seen = searcher.View("a", view);
  Require(bool(found) == bool(explained), "search and explain agree");
  Require(bool(found) == bool(seen), "search and view agree");
  if (!found) {
    Require(found.error().code == ErrorCode::kTooLarge, "refusals say why");
    return 0;
  }
  if (request.filters.empty()) {
    Require(found->total == explained->total, "one total");
  }
  Require(found->total <= found->snapshot_documents, "no more than there are");
  if (request.reading == ReadingMode::kLiteral) {
    Require(explained->asked == request.text, "literal is as typed");
    Require(!found->did_you_mean, "literal offers nothing");
  }
  if (found->did_you_mean) {
    std::string joined;
    for (const auto& segment : found->did_you_mean->segments) {
      joined += segment.text;
    }
    Require(joined == found->did_you_mean->query, "segments are the query");
  }
  return 0;
}
