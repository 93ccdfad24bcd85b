#ifndef TRACUU_COMMON_INDEX_SCHEMA_H_
#define TRACUU_COMMON_INDEX_SCHEMA_H_

// The schema of the index: what each article leaves behind in Xapian.
//
// This table is the only place where a term prefix or a value slot is written
// down. The indexer walks it to build documents, the server to compile queries
// and count facets, and docs/index-format.md is checked against it by a test.
//
// The numbers are part of the format on disk. To change the meaning of a row,
// add a new row and raise kSchemaVersion; never reuse a prefix or a slot.
//
// Docids are in date order, newest first, undated articles last (of one day:
// by minute, latest first, unknown minutes last, then by article id): ascending
// docid order is the date order that Xapian can stop early in (0.03 ms at a
// million articles; descending: 96-250 ms), and a date range is a range of
// docids. Positions are not kept: the order of an article's words is in the
// forward index (forward_index.h). Why, and why pairs exist only for frequent
// syllables: docs/index-format.md, with measurements.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace tracuu {

inline constexpr int kSchemaVersion = 4;

enum class FieldKind : std::uint8_t {
  kText,   // Terms from Analyze(); ranked.
  kFacet,  // One boolean term for each value, and ordinals in a slot.
  kKey,    // Exactly one boolean term for each article.
  kSlot,   // A value slot only.
};

inline constexpr std::int32_t kNoSlot = -1;

struct Field {
  std::string_view name;  // In code, in the API and in docs.
  FieldKind kind;
  std::string_view prefix;  // Put before each term of this field.
  std::int32_t slot;        // Value slot, or kNoSlot.
};

// Multi-letter prefixes end in ":" so that no prefix is the start of another's
// term whatever letter the value begins with.
inline constexpr std::array<Field, 17> kFields{{
    {"id", FieldKind::kKey, "Q", kNoSlot},
    // Title, lead, body and captions, as canonical syllables.
    {"exact", FieldKind::kText, "", kNoSlot},
    // The same tokens without marks.
    {"folded", FieldKind::kText, "F", kNoSlot},
    // "a b" for adjacent syllables that are both frequent.
    {"pair", FieldKind::kText, "B", kNoSlot},
    // Title alone.
    {"title", FieldKind::kText, "S", kNoSlot},
    {"folded_title", FieldKind::kText, "XS:", kNoSlot},
    // Document symbols and dates in title, lead, body and captions:
    // Span::canonical.
    {"symbol", FieldKind::kText, "XD:", kNoSlot},
    {"date", FieldKind::kText, "XT:", kNoSlot},
    // The facets, in the order pages show them.
    {"province", FieldKind::kFacet, "XP:", 0},
    {"province_now", FieldKind::kFacet, "XN:", 1},
    {"unit", FieldKind::kFacet, "XU:", 2},
    {"unit_level", FieldKind::kFacet, "XL:", 3},
    {"year", FieldKind::kFacet, "Y", 4},
    {"resolution", FieldKind::kFacet, "XR:", 5},
    {"host", FieldKind::kFacet, "H", 6},
    // Day of publication, else of the event (days since 1970-01-01, as
    // Xapian::sortable_serialise); empty if unknown.
    {"day", FieldKind::kSlot, "", 7},
    // Minute of the day of publication; sortable_serialise; may be empty.
    {"minute", FieldKind::kSlot, "", 8},
}};

constexpr std::optional<Field> FindField(std::string_view name) {
  for (const Field& field : kFields) {
    if (field.name == name) return field;
  }
  return std::nullopt;
}

// FindField() for a name known at compile time; does not compile for others.
consteval Field FieldNamed(std::string_view name) {
  return FindField(name).value();
}

// True if no two rows share a name, a term prefix or a slot.
constexpr bool IsUnambiguous(const decltype(kFields)& fields) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    for (std::size_t j = i + 1; j < fields.size(); ++j) {
      if (fields[i].name == fields[j].name) return false;
      if (fields[i].prefix == fields[j].prefix &&
          fields[i].kind != FieldKind::kSlot &&
          fields[j].kind != FieldKind::kSlot) {
        return false;
      }
      if (fields[i].slot != kNoSlot && fields[i].slot == fields[j].slot) {
        return false;
      }
    }
  }
  return true;
}
static_assert(IsUnambiguous(kFields));

// How often a title token counts, against one in the body (wdf increment of
// the exact and folded terms). Small on purpose: one absurd wdf loosens
// Xapian's pruning bounds for every query.
inline constexpr unsigned kTitleWeight = 4;
inline constexpr unsigned kLeadWeight = 2;

// A syllable is frequent if it stands in more than this share of the articles;
// the list is frozen per build and kept in the database's metadata.
inline constexpr double kFrequentShare = 0.30;

// Metadata keys of the Xapian database.
inline constexpr std::string_view kMetaSchema = "tracuu.schema";
inline constexpr std::string_view kMetaAnalyzer = "tracuu.analyzer";
// Frequent syllables, one a line, sorted.
inline constexpr std::string_view kMetaFrequent = "tracuu.frequent";
// kMetaFacetPrefix + field name: the values, one a line; the line number (from
// 0) is the ordinal in the slot. Sorted by bytes.
inline constexpr std::string_view kMetaFacetPrefix = "tracuu.facet.";

}  // namespace tracuu

#endif  // TRACUU_COMMON_INDEX_SCHEMA_H_
