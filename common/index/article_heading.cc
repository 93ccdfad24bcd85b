#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "common/index/article_codec.h"

namespace tracuu {
namespace {

using Json = nlohmann::json;

// Listens for the id and the title of an article (article_codec.cc has the
// layout) and stops the reader when it has both, or where something is nested
// too deeply for an article.
class HeadingListener : public nlohmann::json_sax<Json> {
 public:
  bool key(string_t& name) override {
    wanted_ = nullptr;
    if (depth_ == 1 && name == "i") wanted_ = &id;
    if (depth_ == 1 && name == "t") wanted_ = &title;
    return true;
  }
  bool string(string_t& value) override {
    if (wanted_ == nullptr) return true;
    *wanted_ = std::move(value);
    wanted_ = nullptr;
    return !(id && title);
  }
  bool start_object(std::size_t) override { return Enter(); }
  bool start_array(std::size_t) override { return Enter(); }
  bool end_object() override { return --depth_, true; }
  bool end_array() override { return --depth_, true; }
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool parse_error(std::size_t, const std::string&,
                   const nlohmann::detail::exception&) override {
    return false;
  }

  std::optional<std::string> id;
  std::optional<std::string> title;

 private:
  bool Enter() {
    wanted_ = nullptr;
    return ++depth_ <= kMaxArticleDepth;
  }

  std::size_t depth_ = 0;
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
