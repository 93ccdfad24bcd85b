#include "server/http/static_files.h"

#include <array>
#include <system_error>
#include <utility>

#include "common/base/file.h"
#include "common/base/sha256.h"

namespace tracuu {
namespace {

// Larger files have no place in a page.
constexpr std::size_t kMaxFileBytes = std::size_t{8} << 20;

constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kTypes{{
    {".html", "text/html; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".json", "application/json; charset=utf-8"},
    {".webmanifest", "application/manifest+json; charset=utf-8"},
    {".xml", "application/xml; charset=utf-8"},
    {".txt", "text/plain; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
}};

std::string_view TypeOf(const std::filesystem::path& path) {
  for (const auto& [suffix, type] : kTypes) {
    if (path.extension() == suffix) return type;
  }
  return {};
}

bool IsHidden(const std::filesystem::path& relative) {
  for (const auto& part : relative) {
    if (part.string().starts_with('.')) return true;
  }
  return false;
}

}  // namespace

Result<StaticFiles> StaticFiles::Load(const std::filesystem::path& dir) {
  std::error_code error;
  StaticFiles files;
  std::filesystem::recursive_directory_iterator it(dir, error);
  for (; !error && it != std::filesystem::recursive_directory_iterator();
       it.increment(error)) {
    const std::filesystem::path& path = it->path();
    const auto relative = path.lexically_relative(dir);
    const std::string_view type = TypeOf(path);
    if (type.empty() || IsHidden(relative) || !it->is_regular_file()) continue;
    auto bytes = ReadFile(path, kMaxFileBytes);
    if (!bytes) return bytes.error();
    const std::string etag = '"' + Sha256Hex(*bytes).substr(0, 32) + '"';
    files.files_["/" + relative.generic_string()] = {*std::move(bytes),
                                                     std::string(type), etag};
  }
  if (error) {
    return Error{ErrorCode::kNotFound, dir.string() + ": " + error.message(),
                 "--web names the folder of the page"};
  }
  return files;
}

const StaticFiles::File* StaticFiles::Find(std::string_view path) const {
  const auto found = files_.find(path == "/" ? "/index.html" : path);
  return found == files_.end() ? nullptr : &found->second;
}

HttpResponse StaticFiles::Answer(std::string_view path,
                                 std::string_view if_none_match) const {
  const File& file = *Find(path);
  HttpResponse response;
  response.content_type = file.type;
  response.headers.emplace_back("ETag", file.etag);
  // Always asks, so that a new version of the page is never mixed with an old
  // one.
  response.headers.emplace_back("Cache-Control", "no-cache");
  if (if_none_match.find(file.etag) != std::string_view::npos) {
    response.status = 304;
    return response;
  }
  response.body = file.bytes;
  return response;
}

}  // namespace tracuu
