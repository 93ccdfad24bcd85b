#ifndef TRACUU_TESTS_INDEXER_READERS_SUPPORT_WARC_H_
#define TRACUU_TESTS_INDEXER_READERS_SUPPORT_WARC_H_

// Records of a WARC as crawlers write them, and as they should not.

#include <string>
#include <string_view>

namespace tracuu::test {

struct WarcSpec {
  std::string type = "response";
  std::string url = {};
  std::string date = "2024-05-01T10:00:00Z";
  std::string block = {};
  std::string fields = {};  // More header lines, each with its CRLF.
  long long length = -1;    // Claimed; the block's if negative.
};

inline std::string Record(const WarcSpec& spec) {
  const auto length =
      spec.length < 0 ? static_cast<long long>(spec.block.size()) : spec.length;
  return "WARC/1.0\r\nWARC-Type: " + spec.type +
         (spec.url.empty() ? "" : "\r\nWARC-Target-URI: " + spec.url) +
         "\r\nWARC-Date: " + spec.date + "\r\n" + spec.fields +
         "Content-Length: " + std::to_string(length) + "\r\n\r\n" + spec.block +
         "\r\n\r\n";
}

inline std::string Http(std::string_view body,
                        std::string_view type = "text/html",
                        std::string_view fields = "") {
  return "HTTP/1.1 200 OK\r\nContent-Type: " + std::string(type) + "\r\n" +
         std::string(fields) + "\r\n" + std::string(body);
}

// A response whose page says `body`.
inline std::string Response(const std::string& url, const std::string& body) {
  WarcSpec spec;
  spec.url = url;
  spec.block = Http(body);
  return Record(spec);
}

}  // namespace tracuu::test

#endif  // TRACUU_TESTS_INDEXER_READERS_SUPPORT_WARC_H_
