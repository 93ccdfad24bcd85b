#ifndef TRACUU_COMMON_INDEX_DEPTH_GUARD_H_
#define TRACUU_COMMON_INDEX_DEPTH_GUARD_H_

// Internal to common/index: listens to nlohmann::json's reader of a stored
// article.

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>

namespace tracuu {

// Accepts anything that is not nested deeper than an article's layout: the
// reader is recursive. Used once, by one thread.
class DepthGuard : public nlohmann::json_sax<nlohmann::json> {
 public:
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return ++depth_ <= kMaxDepth; }
  bool key(string_t&) override { return true; }
  bool end_object() override { return --depth_, true; }
  bool start_array(std::size_t) override { return ++depth_ <= kMaxDepth; }
  bool end_array() override { return --depth_, true; }
  bool parse_error(std::size_t, const std::string&,
                   const nlohmann::detail::exception&) override {
    return false;
  }

 protected:
  // Of objects and arrays around what is read; 1 within the outermost.
  std::size_t depth() const { return depth_; }

 private:
  static constexpr std::size_t kMaxDepth = 8;

  std::size_t depth_ = 0;
};

}  // namespace tracuu

#endif  // TRACUU_COMMON_INDEX_DEPTH_GUARD_H_
