#ifndef TRACUU_SERVER_SEARCH_LIMITS_H_
#define TRACUU_SERVER_SEARCH_LIMITS_H_

// What one request may cost. Every bound the server enforces is a field here,
// with its unit and its default. Nothing is cut silently: a request over a
// bound is refused, because half a query means something else and half a
// count is wrong. Measured on 20,000 articles: one unbounded prefix took 4.3 s
// and nothing in Xapian 1.4 ends a match midway, so bounds act before matching.

#include <cstddef>

namespace tracuu {

struct Limits {
  // Longest query text, in bytes of UTF-8.
  std::size_t max_query_bytes = 4096;

  // Most syllables, numbers and prefixes in one query.
  std::size_t max_terms = 64;

  // Prefixes ("tập*") in one query, letters each must have, and terms of the
  // index one may stand for.
  std::size_t max_prefixes = 3;
  std::size_t min_prefix_letters = 2;
  std::size_t max_expansions = 100;

  // Stretches of one query that are widened by another name ("UBND").
  std::size_t max_synonyms = 8;

  // Parentheses within parentheses.
  std::size_t max_nesting = 20;

  // Hits that paging can reach: page × per_page.
  std::size_t max_depth = 10'000;

  std::size_t max_per_page = 100;
  std::size_t default_per_page = 10;

  // Values of one facet in one answer.
  std::size_t max_facet_limit = 1'000;
  std::size_t default_facet_limit = 20;

  // Values of all filters of one request.
  std::size_t max_filter_values = 200;

  // Longest snippet, in code points.
  std::size_t max_snippet_chars = 240;

  std::size_t max_suggestions = 10;

  // Articles similar to one.
  std::size_t max_similar = 20;
  std::size_t default_similar = 5;

  // Documents cited beside one, and hosts of a coverage that names no limit.
  std::size_t max_cited_with = 50;
  std::size_t default_coverage_hosts = 100;
};

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_LIMITS_H_
