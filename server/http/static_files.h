#ifndef TRACUU_SERVER_HTTP_STATIC_FILES_H_
#define TRACUU_SERVER_HTTP_STATIC_FILES_H_

// The files of the page, read into memory once: a request never names a file
// of the disk. Immutable after Load(); thread-safe.

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "common/base/result.h"
#include "server/http/http_types.h"

namespace tracuu {

class StaticFiles {
 public:
  // Reads every file below `dir` whose type we know; hidden ones are left out.
  // Fails with kNotFound or kIo, naming the file.
  static Result<StaticFiles> Load(const std::filesystem::path& dir);

  // True if there is something at `path`: "/", "/js/main.js".
  bool Has(std::string_view path) const { return Find(path) != nullptr; }

  // Answers with the file, or with 304 if the client has it. REQUIRES:
  // Has(path).
  HttpResponse Answer(std::string_view path,
                      std::string_view if_none_match) const;

 private:
  struct File {
    std::string bytes;
    std::string type;
    std::string etag;
  };

  const File* Find(std::string_view path) const;

  std::map<std::string, File, std::less<>> files_;  // By path, with "/".
};

}  // namespace tracuu

#endif  // TRACUU_SERVER_HTTP_STATIC_FILES_H_
