#include "tests/indexer/readers/support/files.h"

#include <archive.h>
#include <archive_entry.h>

#include <fstream>
#include <stdexcept>
#include <variant>

#include "tests/support/temp_dir.h"

namespace tracuu::test {

void WriteFile(const std::filesystem::path& path, std::string_view bytes) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out) throw std::runtime_error("cannot write " + path.string());
}

std::string Pack(std::string_view bytes, bool zstd) {
  std::string packed(bytes.size() + (std::size_t{1} << 20), '\0');
  std::size_t used = 0;
  archive* const writer = archive_write_new();
  if (zstd) {
    archive_write_add_filter_zstd(writer);
  } else {
    archive_write_add_filter_gzip(writer);
  }
  archive_write_set_format_raw(writer);
  archive_write_set_bytes_per_block(writer, 0);
  archive_write_open_memory(writer, packed.data(), packed.size(), &used);
  archive_entry* const entry = archive_entry_new();
  archive_entry_set_filetype(entry, AE_IFREG);
  archive_write_header(writer, entry);
  archive_write_data(writer, bytes.data(), bytes.size());
  archive_entry_free(entry);
  archive_write_close(writer);
  archive_write_free(writer);
  packed.resize(used);
  return packed;
}

Steps ReadBytes(const std::string& name, std::string_view bytes,
                const ReadLimits& limits) {
  const TempDir dir;
  const std::filesystem::path path = dir.path() / name;
  WriteFile(path, bytes);
  const auto reader = OpenReader({path, "docs/" + name, bytes.size()}, limits);
  Steps steps;
  for (;;) {
    ReadStep step = reader->Next();
    if (auto* page = std::get_if<Page>(&step)) {
      steps.pages.push_back(std::move(*page));
    } else if (auto* rejection = std::get_if<Rejection>(&step)) {
      steps.rejected.push_back(std::move(*rejection));
    } else {
      return steps;
    }
  }
}

}  // namespace tracuu::test
