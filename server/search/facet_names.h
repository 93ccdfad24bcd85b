#ifndef TRACUU_SERVER_SEARCH_FACET_NAMES_H_
#define TRACUU_SERVER_SEARCH_FACET_NAMES_H_

// Which values of a facet does a typed name mean? Everything that takes a
// value from outside (filters, `tỉnh:` in a query, links) asks here. Pure
// functions over a FacetTable; thread-safe.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyze.h"
#include "server/search/facet_table.h"

namespace tracuu {

// Returns the ordinals that `text` means in `table`; none for an unknown name.
//
//   every facet   the value itself; else without regard to case and tone
//                 placement; else to marks — unless two values differ only in
//                 what is disregarded, then nothing
//   province      "TP.HCM", "tỉnh Huế" as well
//   year          "2021..2023", "2021..", "..2023"
//   resolution    "35-NQ/TW" (any year), "35/NQ-TW:2018", plenum forms
//                 ("NQTW4-XII": the documents of that plenum)
std::vector<std::uint32_t> FindFacetValues(const FacetTable& table,
                                           std::string_view text);

// For FacetTable::Widen(): the values that each value of the resolution facet
// stands for besides itself.
std::vector<std::vector<std::uint32_t>> WiderResolutions(
    const FacetTable& resolutions);

// The values whose document symbol is `canonical` (a Span::canonical), of any
// year.
std::vector<std::uint32_t> ResolutionsWithSymbolForm(
    const FacetTable& resolutions, std::string_view canonical);

// True if each syllable of `wanted` begins a syllable of the value; marks
// count where they are typed.
bool ValueContains(const FacetTable& table, std::uint32_t ordinal,
                   std::string_view wanted);
bool ValueContains(const FacetTable& table, std::uint32_t ordinal,
                   const Analysis& wanted);

// The same of any name, given as its ExactKey() and FoldedKey().
bool KeysContain(std::string_view exact_key, std::string_view folded_key,
                 const Analysis& wanted);

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_FACET_NAMES_H_
