#include "server/search/facet_table.h"

#include <algorithm>
#include <utility>

#include "common/index/terms.h"
#include "common/text/analyze.h"

namespace tracuu {
namespace {

std::span<const std::uint32_t> FindKey(
    const std::unordered_map<std::string, std::vector<std::uint32_t>>& map,
    const std::string& key) {
  const auto found = map.find(key);
  if (found == map.end()) return {};
  return found->second;
}

// The ordinals of each article, ascending, as the part has them that it lies
// in; by docid.
using Rows = std::vector<std::vector<std::uint32_t>>;

Result<Rows> ReadRows(const ArticleDatabase& database, const Field& field,
                      const std::vector<std::vector<std::string>>& values) {
  Rows rows(std::size_t{database.order().documents()} + 1);
  std::optional<std::uint32_t> damaged;
  for (std::size_t part = 0; part < values.size(); ++part) {
    database.ForEachValue(
        part, static_cast<Xapian::valueno>(field.slot),
        [&](std::uint32_t docid, const std::string& bytes) {
          auto ordinals = DecodeOrdinals(bytes);
          if (!ordinals ||
              std::any_of(ordinals->begin(), ordinals->end(),
                          [&](auto o) { return o >= values[part].size(); })) {
            damaged = docid;
            return;
          }
          std::sort(ordinals->begin(), ordinals->end());
          ordinals->erase(std::unique(ordinals->begin(), ordinals->end()),
                          ordinals->end());
          rows[docid] = *std::move(ordinals);
        });
  }
  if (!damaged) return rows;
  return Error{ErrorCode::kCorrupt,
               "facet " + std::string(field.name) + " of document " +
                   std::to_string(*damaged) +
                   " does not agree with its dictionary",
               "build the index again"};
}

// One list of the values that some article has, sorted by bytes as those of the
// parts are; brings the ordinals of `rows` over to it.
std::vector<std::string> JoinValues(
    const std::vector<std::vector<std::string>>& values,
    const PlaceOrder& order, Rows* rows) {
  std::vector<std::vector<bool>> used;
  for (const auto& part : values) used.emplace_back(part.size());
  for (std::uint32_t docid = 1; docid < rows->size(); ++docid) {
    for (const std::uint32_t ordinal : (*rows)[docid]) {
      used[order.At(docid).part][ordinal] = true;
    }
  }
  std::vector<std::string> joined;
  for (std::size_t part = 0; part < values.size(); ++part) {
    for (std::size_t i = 0; i < values[part].size(); ++i) {
      if (used[part][i]) joined.push_back(values[part][i]);
    }
  }
  std::sort(joined.begin(), joined.end());
  joined.erase(std::unique(joined.begin(), joined.end()), joined.end());
  std::vector<std::vector<std::uint32_t>> moved_to;
  for (const auto& part : values) {
    std::vector<std::uint32_t>& to = moved_to.emplace_back();
    for (const std::string& value : part) {
      to.push_back(static_cast<std::uint32_t>(
          std::lower_bound(joined.begin(), joined.end(), value) -
          joined.begin()));
    }
  }
  // Both lists ascend, so the ordinals of a row still do.
  for (std::uint32_t docid = 1; docid < rows->size(); ++docid) {
    for (std::uint32_t& ordinal : (*rows)[docid]) {
      ordinal = moved_to[order.At(docid).part][ordinal];
    }
  }
  return joined;
}

}  // namespace

Result<FacetTable> FacetTable::Load(const ArticleDatabase& database,
                                    const Field& field) {
  FacetTable table;
  table.name_ = std::string(field.name);
  std::vector<std::vector<std::string>> values;  // By part.
  for (std::size_t part = 0; part < database.order().parts(); ++part) {
    values.push_back(SplitLines(
        database.Metadata(part, std::string(kMetaFacetPrefix) + table.name_)));
  }
  Result<Rows> rows = ReadRows(database, field, values);
  if (!rows) return rows.error();
  if (database.order().PlacesAreDocids()) {
    table.values_ = std::move(values.front());
  } else {
    table.values_ = JoinValues(values, database.order(), &*rows);
  }
  table.BuildKeys();
  table.BuildColumns(*rows);
  return table;
}

void FacetTable::BuildKeys() {
  for (std::uint32_t ordinal = 0; ordinal < size(); ++ordinal) {
    const std::string& value = values_[ordinal];
    exact_keys_.push_back(ExactKey(value));
    folded_keys_.push_back(FoldedKey(value));
    by_value_[value].push_back(ordinal);
    by_exact_[exact_keys_.back()].push_back(ordinal);
    by_folded_[folded_keys_.back()].push_back(ordinal);
    by_stem_[ExactKey(value.substr(0, value.find(':')))].push_back(ordinal);
  }
}

void FacetTable::BuildColumns(
    const std::vector<std::vector<std::uint32_t>>& rows) {
  starts_.assign(rows.size() + 1, 0);
  ordinals_.clear();
  without_ = DocSet();
  for (std::size_t docid = 0; docid < rows.size(); ++docid) {
    starts_[docid] = static_cast<std::uint32_t>(ordinals_.size());
    ordinals_.insert(ordinals_.end(), rows[docid].begin(), rows[docid].end());
    if (docid > 0 && rows[docid].empty()) {
      without_.add(static_cast<std::uint32_t>(docid));
    }
  }
  starts_.back() = static_cast<std::uint32_t>(ordinals_.size());
  without_.runOptimize();
  total_missing_ = static_cast<std::uint32_t>(without_.cardinality());
  InvertColumns();
}

void FacetTable::InvertColumns() {
  value_starts_.assign(values_.size() + 1, 0);
  for (const std::uint32_t ordinal : ordinals_) ++value_starts_[ordinal + 1];
  for (std::size_t i = 1; i < value_starts_.size(); ++i) {
    value_starts_[i] += value_starts_[i - 1];
  }
  value_docs_.resize(ordinals_.size());
  std::vector<std::uint32_t> next(value_starts_.begin(),
                                  value_starts_.end() - 1);
  for (std::uint32_t docid = 1; docid + 1 < starts_.size(); ++docid) {
    for (const std::uint32_t ordinal : OrdinalsOf(docid)) {
      value_docs_[next[ordinal]++] = docid;
    }
  }
}

DocSet FacetTable::DocsWith(std::uint32_t ordinal) const {
  return {total(ordinal), value_docs_.data() + value_starts_[ordinal]};
}

std::optional<std::uint32_t> FacetTable::FindVerbatim(
    std::string_view text) const {
  const auto found = FindKey(by_value_, std::string(text));
  if (found.empty()) return std::nullopt;
  return found.front();
}

std::span<const std::uint32_t> FacetTable::FindExactKey(
    std::string_view text) const {
  return FindKey(by_exact_, ExactKey(text));
}

std::span<const std::uint32_t> FacetTable::FindFoldedKey(
    std::string_view text) const {
  return FindKey(by_folded_, FoldedKey(text));
}

std::span<const std::uint32_t> FacetTable::FindBeforeColon(
    std::string_view text) const {
  return FindKey(by_stem_, ExactKey(text));
}

void FacetTable::Widen(const std::vector<std::vector<std::uint32_t>>& wider) {
  std::vector<std::vector<std::uint32_t>> rows(starts_.size() - 1);
  for (std::uint32_t docid = 1; docid < rows.size(); ++docid) {
    const auto own = OrdinalsOf(docid);
    rows[docid].assign(own.begin(), own.end());
  }
  for (std::uint32_t ordinal = 0; ordinal < wider.size(); ++ordinal) {
    for (const std::uint32_t narrow : wider[ordinal]) {
      for (std::uint32_t i = value_starts_[narrow];
           i < value_starts_[narrow + 1]; ++i) {
        rows[value_docs_[i]].push_back(ordinal);
      }
    }
  }
  for (auto& row : rows) {
    std::sort(row.begin(), row.end());
    row.erase(std::unique(row.begin(), row.end()), row.end());
  }
  BuildColumns(rows);
}

}  // namespace tracuu
