#include "indexer/build/catalog.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

#include "common/base/sha256.h"
#include "indexer/build/field_digest.h"
#include "indexer/readers/capture_time.h"

namespace tracuu {
namespace {

// Digests what an article consists of.
class ArticleDigest {
 public:
  void Add(std::string_view field) { fields_.Add(field); }

  void Add(const std::optional<DateValue>& value) {
    Add(value ? FormatIso(value->date) + "T" +
                    std::to_string(value->minute_of_day)
              : "");
  }

  void Add(const std::optional<FacetValue>& value) {
    Add(value ? value->value : "");
  }

  void Add(const std::vector<FacetValue>& values) {
    Add(std::to_string(values.size()));
    for (const FacetValue& value : values) {
      Add(value.value);
      Add(value.role);
    }
  }

  void Add(const std::vector<UnitValue>& units) {
    Add(std::to_string(units.size()));
    for (const UnitValue& unit : units) {
      Add(unit.name);
      Add(unit.level);
      Add(unit.kind);
      Add(unit.role);
    }
  }

  std::string Finish() { return fields_.Finish(); }

 private:
  FieldDigest fields_;
};

// Newest first: day, then minute; what is unknown comes behind.
bool ComesFirst(const ArticleEntry& a, const ArticleEntry& b) {
  return std::tie(b.day, b.minute, a.id) < std::tie(a.day, a.minute, b.id);
}

DuplicateKind KindOf(const ArticleEntry& entry, const ArticleEntry& first) {
  if (first.digest == entry.digest) return DuplicateKind::kSameContent;
  const bool is_older =
      entry.captured != kNoCapture && entry.captured < first.captured;
  return is_older ? DuplicateKind::kSuperseded : DuplicateKind::kOtherContent;
}

}  // namespace

ContentDigest DigestOf(const Article& article) {
  ArticleDigest digest;
  digest.Add(article.id);
  digest.Add(article.url);
  digest.Add(article.title);
  digest.Add(article.text);
  const Facets& facets = article.facets;
  digest.Add(facets.published);
  digest.Add(facets.event_date);
  digest.Add(facets.year);
  digest.Add(facets.provinces);
  digest.Add(facets.provinces_now);
  digest.Add(facets.units);
  digest.Add(facets.resolutions);
  digest.Add(facets.host);
  ContentDigest half;
  const std::string whole = digest.Finish();
  std::copy_n(whole.begin(), half.size(), half.begin());
  return half;
}

void SetDay(const Facets& facets, ArticleEntry* entry) {
  for (const auto* value : {&facets.published, &facets.event_date}) {
    if (!*value || !(*value)->date.is_day()) continue;
    if (!IsRealDay((*value)->date)) continue;
    entry->day = ToDayNumber((*value)->date);
    entry->minute = (*value)->minute_of_day;
    return;
  }
}

void SetCapture(const StatedFields& stated,
                std::optional<std::int64_t> fetched_after,
                ArticleEntry* entry) {
  std::optional<std::int64_t> seconds;
  if (stated.fetched_at) seconds = CaptureSeconds(*stated.fetched_at);
  if (!seconds) seconds = fetched_after;
  entry->captured = seconds.value_or(kNoCapture);
}

Catalog MakeCatalog(std::vector<ArticleEntry> entries) {
  std::sort(entries.begin(), entries.end(),
            [](const ArticleEntry& a, const ArticleEntry& b) {
              return std::tie(a.id, b.captured, a.sequence) <
                     std::tie(b.id, a.captured, b.sequence);
            });
  Catalog catalog;
  Sha256 digest;
  std::size_t kept = 0;
  for (ArticleEntry& entry : entries) {
    if (kept > 0 && entries[kept - 1].id == entry.id) {
      const ArticleEntry& first = entries[kept - 1];
      const DuplicateKind kind = KindOf(entry, first);
      catalog.duplicates.push_back({std::move(entry), first, kind});
      continue;
    }
    digest.Update({entry.digest.data(), entry.digest.size()});
    // Guarded, as moving a string onto itself empties it.
    if (&entries[kept] != &entry) entries[kept] = std::move(entry);
    ++kept;
  }
  entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(kept),
                entries.end());
  catalog.content_digest = digest.Finish();
  std::sort(entries.begin(), entries.end(), ComesFirst);
  catalog.entries = std::move(entries);
  std::sort(catalog.duplicates.begin(), catalog.duplicates.end(),
            [](const Duplicate& a, const Duplicate& b) {
              return a.entry.sequence < b.entry.sequence;
            });
  return catalog;
}

}  // namespace tracuu
