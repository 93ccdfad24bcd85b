#ifndef TRACUU_INDEXER_OVERRIDES_OVERRIDES_H_
#define TRACUU_INDEXER_OVERRIDES_OVERRIDES_H_

// The operator's corrections: a table that says what a facet of a document, or
// of everything from a host, is. It outranks what a crawl's record states,
// which outranks the text. What it sets is shown as such, with its line.
//
// The file is UTF-8 text, tab-separated, without quoting; lines that begin
// with "#" and empty ones are comments. The first line names the columns:
//
//   target <tab> facet <tab> value [<tab> note]
//   host:baolamdong.vn       province     Lâm Đồng
//   id:62a49b40e5a8b71b      resolution   35-NQ/TW:2018|05-CT/TW:2016
//   source:docs/t001.txt     unit         none
//   url:https://a.vn/1.html  published    2021-11-29
//
// `target` is one document (by its id, URL or source, as `explain` prints
// them) or all of a host. If several targets mean a document, its id decides,
// then the URL, the source, the host. `value` may be several, separated by
// "|", the principal one first; "none" takes away what would be found.

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/base/result.h"
#include "common/domain/article.h"
#include "common/text/analyze.h"

namespace tracuu {

// One line of the table.
struct Override {
  std::string facet;                // One of OverridableFacets().
  std::vector<std::string> values;  // Empty: "none".
  std::string origin;               // "overrides.tsv:12", for people.
};

// Immutable once loaded, then thread-safe.
class Overrides {
 public:
  // No corrections.
  Overrides() = default;

  // Fails with kNotFound or kIo if the file cannot be read, and with
  // kInvalidArgument for a line that is wrong; the message names file and
  // line, the hint the remedy.
  static Result<Overrides> Load(const std::filesystem::path& path);

  // The same for bytes; `name` is the file's name in messages and evidence.
  static Result<Overrides> Parse(std::string_view bytes,
                                 const std::string& name);

  bool empty() const { return by_target_.empty(); }

  // SHA-256 of the file, as the manifest keeps it; empty without a file.
  const std::string& sha256() const { return sha256_; }

  // The lines that hold for `article`, at most one for each facet.
  std::vector<const Override*> For(const Article& article) const;

 private:
  Status Add(std::string_view target, Override line);

  std::unordered_map<std::string, std::vector<Override>> by_target_;
  std::string sha256_;
};

// "published", "event_date", "year", "province", "unit", "unit_level",
// "resolution". The provinces of today follow from `province`.
const std::vector<std::string>& OverridableFacets();

// ExtractFacets() with corrections. `article` is as it was when it returns;
// not const because what is corrected is stated in it meanwhile.
Facets ExtractWithOverrides(const Overrides& overrides,
                            const Analysis& analysis, Article* article);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_OVERRIDES_OVERRIDES_H_
