#ifndef TRACUU_INDEXER_READERS_READER_H_
#define TRACUU_INDEXER_READERS_READER_H_

// Turns SOURCE arguments into pages. One Reader reads one file; different
// readers may run in different threads.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/base/result.h"
#include "indexer/readers/page.h"

namespace tracuu {

// What reading an input may cost.
struct ReadLimits {
  std::size_t max_page_bytes = std::size_t{16} << 20;  // One page or record.
  // A PDF or Word document in a WARC, with its pictures.
  std::size_t max_document_bytes = std::size_t{64} << 20;
  std::size_t max_line_bytes = std::size_t{32} << 20;  // One JSONL line.
  std::size_t max_json_depth = 64;
  // Inflated size of a .gz or .zst file against its size on disk; crawls of
  // text reach 10-20, bombs 1,000 and more.
  double max_inflate_ratio = 200;
};

// What the name of a file says about what is in it.
enum class FileKind : std::uint8_t {
  kText,
  kHtml,
  kJsonl,
  kWarc,
  kDocx,
  kPdf,
};

// By suffix, in any case: .txt, .html, .htm, .jsonl (.jl, .jsonlines), .warc,
// each also with .gz or .zst behind it, .docx and .pdf. Nothing if it is none
// of them.
std::optional<FileKind> KindOfFile(std::string_view name);

// A file to read.
struct InputFile {
  std::filesystem::path path;
  std::string source;  // Path below the SOURCE folder's parent.
  std::uint64_t bytes = 0;
  // Of a page in a mirror of a site (mirror.h), as its place there tells.
  std::string url = {};
  // See Page::fetched_after.
  std::optional<std::int64_t> fetched_after = {};
};

// Fails with kNotFound if a SOURCE does not exist.
Status CheckSources(const std::vector<std::string>& sources);

// Walks the SOURCE arguments: a file is taken as it is, a folder recursively
// (symlinks to folders are not followed, hidden files are skipped), in byte
// order of the source name whatever the file system's order. What has a name
// we do not read (.jpg) is ignored, unless it begins as HTML and lies in the
// mirror of a site, where pages have all kinds of names; what we should read
// and cannot (unreadable, a pipe, a broken link) becomes a rejection. A
// mirror's robots.txt and what HTTrack writes for itself are ignored. Its
// sitemaps are read for their dates (sitemap.h); one that is broken becomes a
// rejection.
struct InputList {
  std::vector<InputFile> files;
  std::vector<Rejection> rejected;
  // The ignored files by the end of their names: ".jpg", ".doc"; "" for names
  // without one, and for those beyond the first hundred kinds.
  std::map<std::string, std::uint64_t> ignored = {};
};
// Fails as CheckSources() does.
Result<InputList> ListInputs(const std::vector<std::string>& sources);

struct EndOfInput {};

// A page whose bytes are in memory or, of a document, in their file. What is
// left is most of the work: parsing the record, telling the charset, converting
// the document.
struct FetchedPage {
  std::string source;     // As in Page::source.
  std::size_t bytes = 0;  // About what it holds, or will have to.
  // Does that work. Call once, from any thread, while the reader goes on or
  // after it is gone.
  std::function<std::variant<Page, Rejection>()> finish;
};

// What was fetched, a rejected record, or the end.
using FetchStep = std::variant<FetchedPage, Rejection, EndOfInput>;
// The next page, a rejected record, or the end.
using ReadStep = std::variant<Page, Rejection, EndOfInput>;

class Reader {
 public:
  virtual ~Reader() = default;

  // After EndOfInput it must not be called again. A rejection does not end
  // the reading unless EndOfInput follows.
  virtual FetchStep Fetch() = 0;

  // The same, with the page finished.
  ReadStep Next();

  // Bytes of the file on disk consumed so far, for progress.
  virtual std::uint64_t bytes_read() const = 0;
};

// Opens the reader for a file by its KindOfFile(); in a mirror, what has no
// such name is HTML. A file that cannot be opened yields one rejection and the
// end.
std::unique_ptr<Reader> OpenReader(const InputFile& file,
                                   const ReadLimits& limits);

// The stable key of a page: the record's own id; else, for a crawl file named
// <number>_<16 hex digits>.<suffix>, those digits; else the first 16 digits of
// the SHA-256 of the URL, or of the source where there is no URL.
std::string PageId(std::string_view record_id, std::string_view url,
                   std::string_view source);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READERS_READER_H_
