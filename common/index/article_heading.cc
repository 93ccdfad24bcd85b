#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>

#include "common/index/article_codec.h"
#include "common/index/depth_guard.h"

namespace tracuu {
namespace {

using Json = nlohmann::json;

// Listens for the id and the title of an article (article_codec.cc has the
// layout) and stops the reader when it has both.
class HeadingListener : public DepthGuard {
 public:
  bool key(string_t& name) override {
    wanted_ = nullptr;
    if (depth() == 1 && name == "i") wanted_ = &id;
    if (depth() == 1 && name == "t") wanted_ = &title;
    return true;
  }
  bool string(string_t& value) override {
    if (wanted_ == nullptr || depth() != 1) return true;
    *wanted_ = std::move(value);
    return !(id && title);
  }

  std::optional<std::string> id;
  std::optional<std::string> title;

 private:
  std::optional<std::string>* wanted_ = nullptr;
};

}  // namespace

Result<ArticleHeading> DecodeHeading(std::string_view bytes) {
  HeadingListener listener;
  // The reader of CBOR throws only for lack of memory; errors it tells.
  const bool whole =
      Json::sax_parse(bytes, &listener, Json::input_format_t::cbor);
  const bool found = listener.id && listener.title;
  if (!whole && !found) return MalformedArticle();
  return ArticleHeading{listener.id.value_or(""), listener.title.value_or("")};
}

}  // namespace tracuu
