#ifndef TRACUU_TESTS_SUPPORT_MINI_INDEX_H_
#define TRACUU_TESTS_SUPPORT_MINI_INDEX_H_

// Publishes tiny indexes made of Article structs, so that a test can say
// exactly what is in one. Follows the schema as the indexer does; the
// integration tests hold the real indexer to the same answers.

#include <xapian.h>

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/domain/article.h"
#include "tests/support/temp_dir.h"

namespace tracuu::test {

// What a test wants to say about an article.
struct ArticleSpec {
  std::string id = {};
  std::string title = {};
  std::string body = {};
  std::string date = {};  // ISO 8601; empty: undated.
  std::vector<std::string> provinces = {};
  std::vector<std::string> units = {};
  std::string unit_level = {};
  std::vector<std::string> resolutions = {};
  std::string host = {};
  std::string cluster = {};  // Articles of one name are copies; empty: none.
};

// A value as an article's own record states it.
FacetValue Stated(const std::string& value);

Article MakeArticle(const ArticleSpec& spec);

// The values of a facet of the schema; none for other fields.
std::vector<std::string> FacetValuesOf(const Article& article,
                                       std::string_view facet);

// A folder of snapshots that goes with the object. Throws if it cannot write.
class MiniIndex {
 public:
  MiniIndex() = default;
  explicit MiniIndex(const std::vector<ArticleSpec>& specs) { Publish(specs); }

  const std::filesystem::path& path() const { return dir_.path(); }

  // Publish another snapshot; return its id.
  std::string Publish(const std::vector<ArticleSpec>& specs);
  std::string PublishArticles(std::vector<Article> articles);

 private:
  TempDir dir_;
  int next_ = 0;
  std::map<std::string, std::string> clusters_;  // Name, by article.
};

}  // namespace tracuu::test

#endif  // TRACUU_TESTS_SUPPORT_MINI_INDEX_H_
