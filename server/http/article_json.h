#ifndef TRACUU_SERVER_HTTP_ARTICLE_JSON_H_
#define TRACUU_SERVER_HTTP_ARTICLE_JSON_H_

// The parts of JSON that describe one article. Pure, thread-safe.

#include "common/domain/article.h"
#include "server/http/json.h"

namespace tracuu {

// Id, source, url and the facet values: what a hit and a document share.
void AddArticle(const Article& article, Json* json);

// "2021-11-29", or null.
Json DateToJson(const std::optional<DateValue>& date);

// Each facet value with its evidence. `chars_at[byte]`: code points before
// that byte of the text.
Json EvidenceToJson(const Article& article,
                    const std::vector<std::uint32_t>& chars_at);

}  // namespace tracuu

#endif  // TRACUU_SERVER_HTTP_ARTICLE_JSON_H_
