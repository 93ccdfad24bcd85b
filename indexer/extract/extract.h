#ifndef TRACUU_INDEXER_EXTRACT_EXTRACT_H_
#define TRACUU_INDEXER_EXTRACT_EXTRACT_H_

// Who did what about which resolution, where, when: finds the facets of an
// article, each with its evidence, and keeps silent rather than guess.

#include "common/domain/article.h"
#include "common/text/analyze.h"

namespace tracuu {

// Returns the facets of `article`, whose text, blocks, url, host and stated
// fields are filled. `analysis` must be Analyze(article.text). What the record
// states outranks the text. Every value has evidence; text evidence lies in
// the article's text. Thread-safe, never throws for what a text holds.
Facets ExtractFacets(const Article& article, const Analysis& analysis);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_EXTRACT_EXTRACT_H_
