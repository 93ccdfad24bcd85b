#ifndef TRACUU_COMMON_INDEX_ARTICLE_JSON_H_
#define TRACUU_COMMON_INDEX_ARTICLE_JSON_H_

// How an article's facets and their evidence look in JSON: the same whether
// `tracuu-index explain` prints them or the server sends them. The plain fields
// ("year": 2021) are what a search returns; the evidence has every value with
// its role and each proof.
//
// All ranges ("start", "end") count code points of the article's text, from 0,
// the end exclusive, so that text[start:end] is the passage in languages whose
// strings are code points. Pure functions, thread-safe.

#include <nlohmann/json_fwd.hpp>

#include "common/domain/article.h"
#include "common/text/code_points.h"

namespace tracuu {

// Adds "published", "event_date", "year", "provinces", "provinces_now",
// "units", "unit_level", "resolutions" and "host" to `json`; what is unknown
// is null or an empty list.
void AddFacetFields(const Article& article, nlohmann::ordered_json* json);

// {"published": [{"value", "evidence": […]}], "province": […], "unit": […], …}:
// each facet a list, of one for those that have at most one value.
// `code_points` must be made of the article's text, here and below.
nlohmann::ordered_json EvidenceToJson(const Article& article,
                                      const CodePoints& code_points);

// [{"role", "start", "end"}]
nlohmann::ordered_json BlocksToJson(const Article& article,
                                    const CodePoints& code_points);

// [{"facet", "start", "end", "text", "reason"}]
nlohmann::ordered_json RefusedToJson(const Article& article,
                                     const CodePoints& code_points);

}  // namespace tracuu

#endif  // TRACUU_COMMON_INDEX_ARTICLE_JSON_H_
