#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <system_error>
#include <utility>

#include "common/base/log.h"
#include "common/text/utf8.h"
#include "indexer/readers/byte_source.h"
#include "indexer/readers/reader.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

// Deeper folders than any crawl has; bounds the recursion.
constexpr int kMaxFolderDepth = 64;

bool IsReadable(std::string_view name) {
  const std::string_view inner = WithoutPackingSuffix(name);
  return inner.ends_with(".txt") || inner.ends_with(".html") ||
         inner.ends_with(".htm") || inner.ends_with(".jsonl");
}

// A source name goes into JSON and into logs, line by line.
bool IsPlainName(std::string_view name) {
  return !FirstInvalidUtf8(name) &&
         std::none_of(name.begin(), name.end(), [](char c) {
           return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
         });
}

class Lister {
 public:
  void AddFile(const fs::path& path, const std::string& source) {
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
    list_.files.push_back({path, source, error ? 0 : bytes});
  }

  void AddFolder(const fs::path& path, const std::string& source, int depth) {
    std::error_code error;
    if (depth > kMaxFolderDepth) {
      Reject(source, "unreadable", "folders are nested too deep", "");
      return;
    }
    fs::directory_iterator entries(path, error);
    for (; !error && entries != fs::directory_iterator();
         entries.increment(error)) {
      AddEntry(*entries, source, depth);
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
    std::sort(list_.rejected.begin(), list_.rejected.end(), by_source);
    return std::move(list_);
  }

 private:
  void AddEntry(const fs::directory_entry& entry, const std::string& folder,
                int depth) {
    const std::string name = entry.path().filename().native();
    if (name.starts_with('.')) return;
    const std::string source = folder.empty() ? name : folder + "/" + name;
    std::error_code error;
    if (entry.is_symlink(error) && entry.is_directory(error)) return;
    if (entry.is_directory(error)) {
      AddFolder(entry.path(), source, depth + 1);
    } else if (IsReadable(name)) {
      AddFile(entry.path(), source);
    }
  }

  void Reject(const std::string& source, const char* code,
              const std::string& message, const char* hint) {
    const std::string name = Printable(source);
    list_.rejected.push_back({name, 0, code, name + ": " + message, hint});
  }

  InputList list_;
  std::set<std::string> seen_;  // So that no file is read twice.
};

}  // namespace

Result<InputList> ListInputs(const std::vector<std::string>& sources) {
  Lister lister;
  for (const std::string& source : sources) {
    std::error_code error;
    const fs::path path(source);
    const fs::file_status link = fs::symlink_status(path, error);
    if (!fs::exists(link)) {
      return Error{ErrorCode::kNotFound,
                   "no such file or folder: " + Printable(source),
                   "check the SOURCE arguments"};
    }
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
