#ifndef TRACUU_TESTS_INDEXER_EXTRACT_SUPPORT_PAGE_H_
#define TRACUU_TESTS_INDEXER_EXTRACT_SUPPORT_PAGE_H_

// Makes articles for tests block by block, as reading would label them.

#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyze.h"
#include "indexer/extract/extract.h"

namespace tracuu::test {

class Page {
 public:
  Page& Add(BlockRole role, std::string_view text) {
    if (!article_.text.empty()) article_.text += "\n\n";
    const auto begin = static_cast<std::uint32_t>(article_.text.size());
    article_.text += text;
    article_.blocks.push_back(
        {role, begin, static_cast<std::uint32_t>(article_.text.size())});
    if (role == BlockRole::kTitle) article_.title = text;
    return *this;
  }
  Page& Title(std::string_view text) { return Add(BlockRole::kTitle, text); }
  Page& Stamp(std::string_view text) { return Add(BlockRole::kStamp, text); }
  Page& Body(std::string_view text) { return Add(BlockRole::kBody, text); }
  Page& Chrome(std::string_view text) { return Add(BlockRole::kChrome, text); }
  Page& Identity(std::string_view text) {
    return Add(BlockRole::kIdentity, text);
  }
  Page& Url(std::string_view host, std::string_view path) {
    article_.host = host;
    article_.url = "https://" + article_.host + std::string(path);
    return *this;
  }

  Article& article() { return article_; }
  Facets Extract() const {
    return ExtractFacets(article_, Analyze(article_.text));
  }

 private:
  Article article_;
};

inline std::vector<std::string> Values(const std::vector<FacetValue>& values) {
  std::vector<std::string> texts;
  for (const FacetValue& value : values) texts.push_back(value.value);
  return texts;
}

inline std::string Principal(const Facets& facets) {
  return facets.units.empty() || facets.units.front().role != "principal"
             ? std::string()
             : facets.units.front().name;
}

}  // namespace tracuu::test

#endif  // TRACUU_TESTS_INDEXER_EXTRACT_SUPPORT_PAGE_H_
