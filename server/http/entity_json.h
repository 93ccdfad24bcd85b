#ifndef TRACUU_SERVER_HTTP_ENTITY_JSON_H_
#define TRACUU_SERVER_HTTP_ENTITY_JSON_H_

// Cited documents, provinces and coverage as JSON; see json.h. Pure,
// thread-safe.

#include <cstdint>
#include <span>
#include <vector>

#include "common/domain/date.h"
#include "server/http/json.h"
#include "server/search/cited_document_view.h"
#include "server/search/cited_documents.h"
#include "server/search/coverage.h"
#include "server/search/search_request.h"

namespace tracuu {

// The page of `found` (see CitedDocuments::Find()) that `request` asks for.
Json CitedListToJson(const Snapshot& snapshot, const CitedListRequest& request,
                     const std::vector<std::uint32_t>& found);

Json ToJson(const CitedDocumentView& view, const Snapshot& snapshot);

// The units of `day` with what they came from and what became of them.
Json ProvincesToJson(const Snapshot& snapshot, const Date& day);

Json ToJson(const SearchRequest& request, const Coverage& coverage,
            const Snapshot& snapshot);

}  // namespace tracuu

#endif  // TRACUU_SERVER_HTTP_ENTITY_JSON_H_
