#include <algorithm>
#include <array>
#include <cstddef>
#include <ctime>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "common/base/ascii.h"
#include "common/base/log.h"
#include "common/text/utf8.h"
#include "indexer/readers/byte_source.h"
#include "indexer/readers/input_descriptor.h"
#include "indexer/readers/mirror.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/sitemap.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

// Deeper folders than any crawl has; bounds the recursion.
constexpr int kMaxFolderDepth = 64;

// A source name goes into JSON and into logs, line by line.
bool IsPlainName(std::string_view name) {
  return !FirstInvalidUtf8(name) &&
         std::none_of(name.begin(), name.end(), [](char c) {
           return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
         });
}

class Lister {
 public:
  // `url`: see InputFile.
  void AddFile(const fs::path& path, const std::string& source,
               std::string url = {}) {
    if (!IsPlainName(source)) {
      Reject(source, "bad-name",
             "the name holds control characters or is not UTF-8",
             "rename the file");
      return;
    }
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (error || !fs::exists(status)) {
      Reject(source, "unreadable",
             error ? error.message() : "a link that leads nowhere",
             "check the link and the permissions");
      return;
    }
    if (!fs::is_regular_file(status)) {
      Reject(source, "unreadable", "not a regular file",
             "pipes, devices and folders cannot be read as a page");
      return;
    }
    const fs::path real = fs::canonical(path, error);
    if (!error && !seen_.insert(real.native()).second) return;
    const std::uintmax_t bytes = fs::file_size(path, error);
    list_.files.push_back({path, source, error ? 0 : bytes, std::move(url)});
  }

  // `in_httrack`: in a project of HTTrack, where names tell no address.
  void AddFolder(const fs::path& path, const std::string& source, int depth,
                 bool in_httrack = false) {
    std::error_code error;
    const Folder folder{source, depth, in_httrack,
                        fs::exists(path / "hts-cache", error) ||
                            fs::exists(path / "hts-log.txt", error)};
    error.clear();
    if (depth > kMaxFolderDepth) {
      Reject(source, "unreadable", "folders are nested too deep", "");
      return;
    }
    fs::directory_iterator entries(path, error);
    for (; !error && entries != fs::directory_iterator();
         entries.increment(error)) {
      AddEntry(*entries, folder);
    }
    if (error) {
      Reject(source, "unreadable", error.message(),
             "check the permissions of the folder");
    }
  }

  InputList Finish() {
    const auto by_source = [](const auto& a, const auto& b) {
      return a.source < b.source;
    };
    std::sort(list_.files.begin(), list_.files.end(), by_source);
    std::sort(sitemaps_.begin(), sitemaps_.end(), by_source);
    for (Rejection& broken :
         ApplySitemaps(sitemaps_, std::time(nullptr), &list_.files)) {
      list_.rejected.push_back(std::move(broken));
    }
    std::sort(list_.rejected.begin(), list_.rejected.end(), by_source);
    return std::move(list_);
  }

 private:
  struct Folder {
    const std::string& source;
    int depth;
    bool in_httrack;
    bool is_httrack;  // The project's own folder.
  };

  void AddEntry(const fs::directory_entry& entry, const Folder& folder) {
    const std::string name = entry.path().filename().native();
    if (name.starts_with('.')) return;
    const std::string source =
        folder.source.empty() ? name : folder.source + "/" + name;
    std::error_code error;
    if (entry.is_symlink(error) && entry.is_directory(error)) return;
    if (entry.is_directory(error)) {
      if (folder.is_httrack && name == "hts-cache") return;
      AddFolder(entry.path(), source, folder.depth + 1,
                folder.in_httrack || folder.is_httrack);
      return;
    }
    if (folder.is_httrack) return Ignore(name);
    AddPage(entry.path(), name, source, folder.in_httrack);
  }

  void AddPage(const fs::path& path, const std::string& name,
               const std::string& source, bool in_httrack) {
    std::string url = MirrorUrl(source);
    const std::optional<FileKind> kind = KindOfFile(name);
    if (kind == FileKind::kWarc || kind == FileKind::kJsonl) url.clear();
    if (!url.empty() && name == "robots.txt") return Ignore(name);
    const bool is_named_page = kind && name.find('?') == std::string::npos;
    if (!is_named_page && (url.empty() || !IsHtmlFile(path))) {
      if (!url.empty() && !in_httrack && MayBeSitemap(name)) {
        sitemaps_.push_back({path, source});
        return;
      }
      if (!kind || !url.empty()) return Ignore(name);
    }
    if (in_httrack) url.clear();
    AddFile(path, source, std::move(url));
  }

  void Ignore(std::string_view name) {
    constexpr std::size_t kMaxKinds = 100;
    constexpr std::size_t kMaxSuffixBytes = 8;
    name = WithoutPackingSuffix(name);
    const std::size_t dot = std::min(name.rfind('.'), name.size());
    std::string suffix = LowerAscii(name.substr(dot));
    const bool is_plain =
        suffix.size() <= kMaxSuffixBytes &&
        std::all_of(suffix.begin(), suffix.end(), [](char c) {
          return c == '.' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        });
    const bool has_room =
        list_.ignored.size() < kMaxKinds || list_.ignored.count(suffix) > 0;
    if (!is_plain || !has_room) suffix.clear();
    ++list_.ignored[suffix];
  }

  static bool IsHtmlFile(const fs::path& path) {
    const Result<InputDescriptor> fd = OpenInput({path, path.string()});
    if (!fd) return false;
    std::array<char, 1024> begin;
    const Result<std::size_t> n =
        ReadInput(*fd, {}, begin.data(), begin.size());
    return n && BeginsAsHtml({begin.data(), *n});
  }

  void Reject(const std::string& source, const char* code,
              const std::string& message, const char* hint) {
    const std::string name = Printable(source);
    list_.rejected.push_back({name, 0, code, name + ": " + message, hint});
  }

  InputList list_;
  std::vector<InputFile> sitemaps_;
  std::set<std::string> seen_;  // So that no file is read twice.
};

}  // namespace

Status CheckSources(const std::vector<std::string>& sources) {
  for (const std::string& source : sources) {
    std::error_code error;
    if (fs::exists(fs::symlink_status(source, error))) continue;
    return Error{ErrorCode::kNotFound,
                 "no such file or folder: " + Printable(source),
                 "check the SOURCE arguments"};
  }
  return Ok{};
}

Result<InputList> ListInputs(const std::vector<std::string>& sources) {
  const Status named = CheckSources(sources);
  if (!named) return named.error();
  Lister lister;
  for (const std::string& source : sources) {
    std::error_code error;
    const fs::path path(source);
    fs::path absolute = fs::absolute(path, error).lexically_normal();
    if (!absolute.has_filename()) absolute = absolute.parent_path();
    const std::string name = absolute.filename().native();
    if (fs::is_directory(path, error)) {
      lister.AddFolder(path, name, 0);
    } else {
      lister.AddFile(path, name);
    }
  }
  return lister.Finish();
}

}  // namespace tracuu
