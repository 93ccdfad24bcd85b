#include "indexer/readers/sitemap.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include "common/base/ascii.h"
#include "common/base/log.h"
#include "indexer/readers/byte_source.h"
#include "indexer/readers/canonical_url.h"
#include "indexer/readers/capture_time.h"
#include "indexer/readers/mirror.h"
#include "indexer/readers/xml_stream.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxSitemapBytes = std::size_t{64} << 20;
// The standard allows addresses of 2,048 bytes; a time takes 25.
constexpr std::size_t kMaxValueBytes = 4096;

std::string_view WithoutBlanks(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin);
}

using Take = std::function<void(const std::string&, std::int64_t)>;

// <urlset> <url> <loc>…</loc> <lastmod>…</lastmod> … </url> … </urlset>
class SitemapHandler final : public XmlHandler {
 public:
  explicit SitemapHandler(const Take& take) : take_(take), xml_(this) {}

  XmlStream& xml() { return xml_; }
  bool is_sitemap() const { return is_sitemap_; }

 private:
  void Start(std::string_view name, std::string_view) override {
    ++depth_;
    if (depth_ == 1) {
      is_sitemap_ = name == "urlset";
      if (!is_sitemap_) xml_.Stop();
    } else if (depth_ == 2) {
      in_url_ = name == "url";
      address_.clear();
      time_.clear();
    }
    value_ = nullptr;
    // Deeper ones are of pictures and videos.
    if (depth_ != 3 || !in_url_) return;
    if (name == "loc") value_ = &address_;
    if (name == "lastmod") value_ = &time_;
  }

  void End(std::string_view, std::string_view) override {
    value_ = nullptr;
    if (--depth_ == 1 && in_url_) TakeUrl();
  }

  void Text(std::string_view text) override {
    if (value_ == nullptr) return;
    // What is longer is neither; it stays too long.
    const std::size_t room = kMaxValueBytes + 1 - value_->size();
    value_->append(text.substr(0, room));
  }

  void TakeUrl() {
    in_url_ = false;
    if (std::max(address_.size(), time_.size()) > kMaxValueBytes) return;
    const auto seconds = CaptureSeconds(WithoutBlanks(time_));
    if (seconds) take_(CanonicalUrl(WithoutBlanks(address_)), *seconds);
  }

  const Take& take_;
  XmlStream xml_;
  int depth_ = 0;
  bool is_sitemap_ = false;
  bool in_url_ = false;
  std::string address_;
  std::string time_;
  std::string* value_ = nullptr;  // The one that is being read.
};

Status TooLarge(const std::string& name) {
  return Error{ErrorCode::kTooLarge,
               name + ": it holds more than " +
                   std::to_string(kMaxSitemapBytes) +
                   " bytes, more than a sitemap may",
               "the dates behind that were left out"};
}

// Feeds `handler` until it has enough. `name` is for messages.
Status ReadAll(const std::string& name, ByteSource* bytes,
               SitemapHandler* handler) {
  const auto explain = [&name](const Status& parsed) -> Status {
    if (parsed) return Ok{};
    return Error{parsed.error().code, name + ": " + parsed.error().message,
                 parsed.error().hint};
  };
  std::array<char, 65536> step;
  std::size_t read = 0;
  for (;;) {
    const Result<std::size_t> n = bytes->Read(step.data(), step.size());
    if (!n) return n.error();
    if (*n == 0) return explain(handler->xml().Finish());
    read += *n;
    if (read > kMaxSitemapBytes) return TooLarge(name);
    const Status added = handler->xml().Add({step.data(), *n});
    if (!added || handler->xml().is_stopped()) return explain(added);
  }
}

// The address within a mirror, whose files do not tell http from https.
std::string PlaceOf(std::string_view root, std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  std::string place(root);
  place += '\n';
  place += url.substr(scheme);
  return place;
}

using Places = std::unordered_multimap<std::string, InputFile*>;

// The pages in mirrors that have a sitemap.
Places PlacesOf(const std::vector<InputFile>& sitemaps,
                std::vector<InputFile>* files) {
  std::set<std::string_view> roots;
  for (const InputFile& sitemap : sitemaps) {
    roots.insert(MirrorRoot(sitemap.source));
  }
  Places places;
  for (InputFile& file : *files) {
    if (file.url.empty()) continue;
    const std::string_view root = MirrorRoot(file.source);
    if (roots.count(root) > 0) places.emplace(PlaceOf(root, file.url), &file);
  }
  return places;
}

const char* CodeOf(const Error& error) {
  if (error.code == ErrorCode::kTooLarge) return "too-large";
  return error.code == ErrorCode::kCorrupt ? "bad-sitemap" : "unreadable";
}

}  // namespace

bool MayBeSitemap(std::string_view name) {
  return LowerAscii(WithoutPackingSuffix(name)).ends_with(".xml");
}

Result<bool> ReadSitemap(const InputFile& file, const Take& take) {
  const auto bytes = OpenByteSource(file, {});
  if (!bytes) return false;
  SitemapHandler handler(take);
  const Status read = ReadAll(Printable(file.source), bytes->get(), &handler);
  if (!handler.is_sitemap()) return false;
  if (!read) return read.error();
  return true;
}

std::vector<Rejection> ApplySitemaps(const std::vector<InputFile>& sitemaps,
                                     std::int64_t now,
                                     std::vector<InputFile>* files) {
  std::vector<Rejection> rejected;
  if (sitemaps.empty()) return rejected;
  const Places places = PlacesOf(sitemaps, files);
  for (const InputFile& sitemap : sitemaps) {
    const std::string_view root = MirrorRoot(sitemap.source);
    const auto take = [&](const std::string& url, std::int64_t seconds) {
      if (seconds > now) return;
      const auto [begin, end] = places.equal_range(PlaceOf(root, url));
      for (auto it = begin; it != end; ++it) {
        auto& after = it->second->fetched_after;
        after = std::max(after.value_or(seconds), seconds);
      }
    };
    const Result<bool> read = ReadSitemap(sitemap, take);
    if (read) continue;
    const Error& error = read.error();
    rejected.push_back(
        {Printable(sitemap.source), 0, CodeOf(error), error.message,
         "no page is lost, only times that tell captures of one apart"});
  }
  return rejected;
}

}  // namespace tracuu
