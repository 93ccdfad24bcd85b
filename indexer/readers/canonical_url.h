#ifndef TRACUU_INDEXER_READERS_CANONICAL_URL_H_
#define TRACUU_INDEXER_READERS_CANONICAL_URL_H_

// The one spelling of a page's address. Crawls meet a page under several:
// shared on a social network, with a fragment, with a session number. All of
// them are one article, so the address decides only after this:
//
//   scheme and host in lower case, no dot behind the host
//   no default port, no user and password
//   "." and ".." resolved; an empty path is "/"
//   %-escapes in capitals, and only where RFC 3986 needs them
//   no index.html, index.htm, index.php or default.aspx at the end of a path,
//   unless a query follows
//   no fragment, no ";jsessionid="
//   no parameters that only say where the reader came from (utm_…, fbclid …)
//
// http and https stay two addresses, as do hosts with and without "www.": that
// they serve the same page is likely, not certain.

#include <string>
#include <string_view>

namespace tracuu {

// Returns `url` itself if it is no http or https address with a host: what a
// crawl uses as a key is not ours to change. Thread-safe.
std::string CanonicalUrl(std::string_view url);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READERS_CANONICAL_URL_H_
