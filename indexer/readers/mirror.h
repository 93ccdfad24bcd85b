#ifndef TRACUU_INDEXER_READERS_MIRROR_H_
#define TRACUU_INDEXER_READERS_MIRROR_H_

// Folders as `wget -r` and HTTrack leave them: one folder a host, below it the
// paths of its pages. The place of a file tells the address of its page.
//
//   www.x.example/tin/index.html         http://www.x.example/tin/
//   www.x.example/bai.aspx?id=5          http://www.x.example/bai.aspx?id=5
//   www.x.example/bai.aspx?id=5.html     the same (wget -E)
//   www.x.example/bai.aspx@id=5.html     the same (wget for Windows)
//   x.example:8080/a.html                http://x.example:8080/a.html
//
// Neither program keeps the scheme; http it is, from where sites lead on to
// https. HTTrack shortens names, so that only its own note in the page counts:
// "<!-- Mirrored from x.example/bai.html by HTTrack Website Copier/3.x …, Tue,
// 03 Mar 2020 05:06:07 GMT -->". Thread-safe.

#include <optional>
#include <string>
#include <string_view>

namespace tracuu {

// The canonical address of the file at `source`; empty if no folder of it is
// named like a host. Only names under common top-level domains are believed:
// "backup.old" is no host.
std::string MirrorUrl(std::string_view source);

// The part of `source` up to the folder of the host, and with it; empty if no
// folder of it is named like a host.
std::string_view MirrorRoot(std::string_view source);

struct HttrackNote {
  std::string url;                        // Canonical.
  std::optional<std::string> fetched_at;  // ISO 8601.
};
// The note near the top of `html`, if there is one.
std::optional<HttrackNote> FindHttrackNote(std::string_view html);

// True if `begin`, the first bytes of a file, are those of an HTML page.
bool BeginsAsHtml(std::string_view begin);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READERS_MIRROR_H_
