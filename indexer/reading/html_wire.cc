#include "indexer/reading/html_wire.h"

#include <cstring>
#include <limits>
#include <utility>

namespace tracuu {
namespace {

void AppendInteger(std::uint32_t value, std::string* out) {
  char bytes[sizeof value];
  std::memcpy(bytes, &value, sizeof value);
  out->append(bytes, sizeof value);
}

void AppendString(std::string_view text, std::string* out) {
  AppendInteger(static_cast<std::uint32_t>(text.size()), out);
  out->append(text);
}

// Takes fields off the front of a message; once one is missing, all are.
class Taker {
 public:
  explicit Taker(std::string_view bytes) : bytes_(bytes) {}

  std::uint32_t Integer() {
    std::uint32_t value = 0;
    if (bytes_.size() < sizeof value) {
      broken_ = true;
      return 0;
    }
    std::memcpy(&value, bytes_.data(), sizeof value);
    bytes_.remove_prefix(sizeof value);
    return value;
  }

  std::string String() {
    const std::uint32_t size = Integer();
    if (broken_ || size > bytes_.size()) {
      broken_ = true;
      return {};
    }
    std::string text(bytes_.substr(0, size));
    bytes_.remove_prefix(size);
    return text;
  }

  bool broken() const { return broken_; }
  bool empty() const { return bytes_.empty(); }

 private:
  std::string_view bytes_;
  bool broken_ = false;
};

constexpr std::string HtmlPage::*kStrings[] = {
    &HtmlPage::title,         &HtmlPage::headline, &HtmlPage::published,
    &HtmlPage::description,   &HtmlPage::author,   &HtmlPage::site_name,
    &HtmlPage::canonical_url,
};

}  // namespace

std::string EncodeHtmlPage(const HtmlPage& page) {
  std::string out;
  for (const auto field : kStrings) AppendString(page.*field, &out);
  for (const HtmlBlock& block : page.blocks) {
    AppendString(block.text, &out);
    AppendInteger(block.hints, &out);
    AppendInteger(block.heading, &out);
    AppendInteger(block.link_percent, &out);
  }
  return out;
}

std::optional<HtmlPage> DecodeHtmlPage(std::string_view bytes) {
  Taker taker(bytes);
  HtmlPage page;
  for (const auto field : kStrings) page.*field = taker.String();
  while (!taker.broken() && !taker.empty()) {
    HtmlBlock block;
    block.text = taker.String();
    block.hints = taker.Integer();
    block.heading = static_cast<std::uint8_t>(taker.Integer());
    block.link_percent = static_cast<std::uint8_t>(taker.Integer());
    if (block.heading > 6 || block.link_percent > 100 || block.text.empty()) {
      return std::nullopt;
    }
    page.blocks.push_back(std::move(block));
  }
  if (taker.broken()) return std::nullopt;
  return page;
}

}  // namespace tracuu
