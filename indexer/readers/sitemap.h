#ifndef TRACUU_INDEXER_READERS_SITEMAP_H_
#define TRACUU_INDEXER_READERS_SITEMAP_H_

// The dates in a site's sitemap (sitemaps.org): which page was changed when.
//
// Most systems write into <lastmod> the time at which the sitemap was made,
// not the page: as a date of publication it would be wrong. What it does say in
// either case is that the page was fetched later, if it was fetched together
// with the sitemap; so in a mirror, whose files keep no time, it tells the
// newer of two captures. A capture in a WARC has a time of its own.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "indexer/readers/reader.h"

namespace tracuu {

// True for names under which a sitemap may lie: .xml, also packed.
bool MayBeSitemap(std::string_view name);

// Calls `take` with the canonical address (and its scheme) and the time in
// seconds since 1970 for each page that has both. Returns false if the file is
// none: other XML, or nothing that can be read. Fails for one that breaks
// off, with kTooLarge behind 64 MiB (the standard allows 50 MB); what came
// before was taken. Thread-safe.
Result<bool> ReadSitemap(const InputFile& file,
                         const std::function<void(const std::string& url,
                                                  std::int64_t seconds)>& take);

// Reads `sitemaps` and sets InputFile::fetched_after of those of `files` that
// lie in the mirror of the same host. Times later than `now` are no times. Of
// several for a page the latest counts. Returns what is broken.
std::vector<Rejection> ApplySitemaps(const std::vector<InputFile>& sitemaps,
                                     std::int64_t now,
                                     std::vector<InputFile>* files);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READERS_SITEMAP_H_
