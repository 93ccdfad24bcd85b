#ifndef TRACUU_INDEXER_READERS_HTTP_BODY_H_
#define TRACUU_INDEXER_READERS_HTTP_BODY_H_

// From the bytes of an HTTP body as a crawler kept them to those of the page.
//
// A WARC should hold the body as it was sent, chunk sizes and compression and
// all. Crawlers that drive a browser keep the decoded body under the old head,
// and a connection may end early. So the head only proposes: a body that is
// not in the coding it names is taken as it is, and of a coding that breaks
// off what came before counts.

#include <cstddef>
#include <string>

#include "common/base/result.h"
#include "indexer/readers/header_fields.h"

namespace tracuu {

// Undoes chunks, gzip, deflate (with or without zlib's wrapper) and brotli.
// Fails with kTooLarge if the page is larger than `max_bytes`, whatever it was
// before, and with kInvalidArgument, naming it, for a coding it does not know.
// Thread-safe.
Result<std::string> DecodeHttpBody(const HttpHead& head, std::string body,
                                   std::size_t max_bytes);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READERS_HTTP_BODY_H_
