#include "indexer/readers/docx_reader.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>
#include <utility>

#include "indexer/readers/docx_text.h"

namespace tracuu {
namespace {

constexpr std::string_view kDocumentEntry = "word/document.xml";
constexpr std::size_t kBlockBytes = std::size_t{64} << 10;
// Marked-up text takes some ten times its own bytes, and few documents come
// near the limit of a page.
constexpr std::uint64_t kMarkupShare = 4;
// Far more than the parts of any document.
constexpr int kMaxEntries = 10'000;

using Archive = std::unique_ptr<archive, int (*)(archive*)>;

Error NoDocument() {
  return {ErrorCode::kCorrupt,
          "no Word document: an archive without word/document.xml, or none "
          "at all",
          "old .doc files and those with a password are not .docx; save the "
          "document as one"};
}

// The text of the entry at which `zip` stands.
Result<std::string> ReadDocument(archive* zip, const ReadLimits& limits) {
  const std::uint64_t max_xml_bytes = kMarkupShare * limits.max_page_bytes;
  DocxText text(limits.max_page_bytes);
  std::string block(kBlockBytes, '\0');
  std::uint64_t read = 0;
  for (;;) {
    const la_ssize_t n = archive_read_data(zip, block.data(), block.size());
    if (n < 0) {
      return Error{ErrorCode::kCorrupt, "the document is damaged",
                   "fetch the file again"};
    }
    if (n == 0) return text.Finish();
    read += static_cast<std::uint64_t>(n);
    if (read > max_xml_bytes) {
      return Error{ErrorCode::kTooLarge,
                   "the document's XML inflates to more than " +
                       std::to_string(max_xml_bytes) +
                       " bytes; this may be an archive bomb",
                   "the document was left out"};
    }
    const Status added = text.Add(
        std::string_view(block).substr(0, static_cast<std::size_t>(n)));
    if (!added) return added.error();
  }
}

Result<std::string> ReadText(const InputDescriptor& fd,
                             const ReadLimits& limits) {
  const Archive zip(archive_read_new(), &archive_read_free);
  if (!zip ||
      archive_read_support_format_zip_seekable(zip.get()) != ARCHIVE_OK) {
    return Error{ErrorCode::kIo, "libarchive cannot read .zip",
                 "install a libarchive that does"};
  }
  if (archive_read_open_fd(zip.get(), fd.get(), kBlockBytes) != ARCHIVE_OK) {
    return NoDocument();
  }
  for (int i = 0; i < kMaxEntries; ++i) {
    archive_entry* entry = nullptr;
    const int state = archive_read_next_header(zip.get(), &entry);
    if (state != ARCHIVE_OK && state != ARCHIVE_WARN) return NoDocument();
    const char* const name = archive_entry_pathname(entry);
    if (name == nullptr || name != kDocumentEntry) continue;
    if (archive_entry_is_data_encrypted(entry) != 0) {
      return Error{ErrorCode::kInvalidArgument,
                   "the document is protected by a password",
                   "save it without one"};
    }
    return ReadDocument(zip.get(), limits);
  }
  return NoDocument();
}

}  // namespace

std::variant<std::string, Rejection> ReadDocx(const InputDescriptor& fd,
                                              const ReadLimits& limits) {
  Result<std::string> text = ReadText(fd, limits);
  if (text) return *std::move(text);
  const Error& error = text.error();
  const char* code = "bad-docx";
  if (error.code == ErrorCode::kTooLarge) code = "too-large";
  if (error.code == ErrorCode::kInvalidArgument) code = "encrypted";
  return Rejection{"", 0, code, error.message, error.hint};
}

}  // namespace tracuu
