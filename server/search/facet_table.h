#ifndef TRACUU_SERVER_SEARCH_FACET_TABLE_H_
#define TRACUU_SERVER_SEARCH_FACET_TABLE_H_

// One facet of a snapshot in memory: which values there are, and which article
// has which. Filters and counts both come from here, so a count is the total
// one gets by choosing the value.
//
// Counting from a bitmap of matches over such columns takes 4-19 ns an
// article; Xapian's own ValueCountMatchSpy 3,400 (measured, four facets, a
// million articles). Immutable after Load(); thread-safe.

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/base/result.h"
#include "common/index/article_database.h"
#include "common/index/schema.h"
#include "server/search/doc_set.h"

namespace tracuu {

class FacetTable {
 public:
  // Reads the dictionary and the value slot of `field`, of all parts; values
  // that no article has any more are left out. Fails with kCorrupt if an
  // ordinal has no value. Throws Xapian::Error.
  static Result<FacetTable> Load(const ArticleDatabase& database,
                                 const Field& field);

  std::string_view name() const { return name_; }
  std::uint32_t size() const {
    return static_cast<std::uint32_t>(values_.size());
  }
  const std::string& value(std::uint32_t ordinal) const {
    return values_[ordinal];
  }
  // ExactKey() and FoldedKey() of a value.
  const std::string& exact_key(std::uint32_t ordinal) const {
    return exact_keys_[ordinal];
  }
  const std::string& folded_key(std::uint32_t ordinal) const {
    return folded_keys_[ordinal];
  }

  // Articles in the whole snapshot with that value; without any.
  std::uint32_t total(std::uint32_t ordinal) const {
    return value_starts_[ordinal + 1] - value_starts_[ordinal];
  }
  std::uint32_t total_missing() const { return total_missing_; }

  // The ordinals of an article. REQUIRES: 1 <= docid <= last docid.
  std::span<const std::uint32_t> OrdinalsOf(Xapian::docid docid) const {
    return {ordinals_.data() + starts_[docid],
            starts_[docid + 1] - starts_[docid]};
  }

  // Articles with the value; without any value.
  DocSet DocsWith(std::uint32_t ordinal) const;
  const DocSet& DocsWithout() const { return without_; }

  // The value that is `text` byte by byte.
  std::optional<std::uint32_t> FindVerbatim(std::string_view text) const;
  // The values that are `text` but for case, tone placement and Unicode form;
  // but for marks as well.
  std::span<const std::uint32_t> FindExactKey(std::string_view text) const;
  std::span<const std::uint32_t> FindFoldedKey(std::string_view text) const;
  // The values whose part before a ":" is `text` but for case: the documents
  // with one symbol, "35-NQ/TW:2018" and its like.
  std::span<const std::uint32_t> FindBeforeColon(std::string_view text) const;

  // Adds to each value the articles of the values it stands for: the bare
  // symbol "35-CT/TW" means "35-CT/TW:2019" as well. `wider[ordinal]` lists
  // them; call once, after Load().
  void Widen(const std::vector<std::vector<std::uint32_t>>& wider);

 private:
  using KeyMap = std::unordered_map<std::string, std::vector<std::uint32_t>>;

  void BuildKeys();
  void BuildColumns(const std::vector<std::vector<std::uint32_t>>& rows);
  void InvertColumns();

  std::string name_;
  std::vector<std::string> values_;
  std::vector<std::string> exact_keys_;
  std::vector<std::string> folded_keys_;
  KeyMap by_value_;
  KeyMap by_exact_;
  KeyMap by_folded_;
  KeyMap by_stem_;
  // Ordinals of docid d: ordinals_[starts_[d]] … ordinals_[starts_[d + 1]].
  std::vector<std::uint32_t> starts_;
  std::vector<std::uint32_t> ordinals_;
  // Docids of ordinal o: value_docs_[value_starts_[o]] …, ascending.
  std::vector<std::uint32_t> value_starts_;
  std::vector<std::uint32_t> value_docs_;
  DocSet without_;
  std::uint32_t total_missing_ = 0;
};

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_FACET_TABLE_H_
