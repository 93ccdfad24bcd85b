#include "indexer/readers/http_body.h"

#include <brotli/encode.h>
#include <doctest/doctest.h>
#include <zlib.h>

#include <string>
#include <vector>

#include "tests/indexer/readers/support/files.h"

namespace tracuu {
namespace {

std::string Deflate(std::string_view bytes, int window_bits) {
  z_stream stream{};
  REQUIRE(::deflateInit2(&stream, 9, Z_DEFLATED, window_bits, 8,
                         Z_DEFAULT_STRATEGY) == Z_OK);
  std::string packed(bytes.size() + 1000, '\0');
  stream.next_in =
      const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  REQUIRE(::deflate(&stream, Z_FINISH) == Z_STREAM_END);
  packed.resize(stream.total_out);
  ::deflateEnd(&stream);
  return packed;
}

std::string Brotli(std::string_view bytes) {
  std::string packed(bytes.size() + 1000, '\0');
  std::size_t size = packed.size();
  REQUIRE(BrotliEncoderCompress(
              5, 22, BROTLI_MODE_TEXT, bytes.size(),
              reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
              reinterpret_cast<std::uint8_t*>(packed.data())) == BROTLI_TRUE);
  packed.resize(size);
  return packed;
}

HttpHead Head(std::vector<std::string> content,
              std::vector<std::string> transfer = {}) {
  HttpHead head;
  head.content_codings = std::move(content);
  head.transfer_codings = std::move(transfer);
  return head;
}

std::string Decoded(const HttpHead& head, std::string body) {
  const auto decoded = DecodeHttpBody(head, std::move(body), 1 << 20);
  return decoded ? *decoded : "failed: " + decoded.error().message;
}

const std::string kText = "<p>Hội nghị cán bộ toàn tỉnh</p>";

}  // namespace

TEST_CASE("bodies are unpacked as their head says") {
  CHECK(Decoded(Head({}), kText) == kText);
  CHECK(Decoded(Head({"gzip"}), test::Pack(kText, false)) == kText);
  CHECK(Decoded(Head({"x-gzip"}), test::Pack(kText, false)) == kText);
  CHECK(Decoded(Head({"deflate"}), Deflate(kText, 15)) == kText);
  CHECK(Decoded(Head({"deflate"}), Deflate(kText, -15)) == kText);
  CHECK(Decoded(Head({"br"}), Brotli(kText)) == kText);
  CHECK(Decoded(Head({"deflate", "gzip"}),
                test::Pack(Deflate(kText, 15), false)) == kText);
  CHECK(Decoded(Head({}, {"chunked"}),
                "5\r\n<p>H\xE1\r\n1F;x=y\r\n" + kText.substr(5, 0x1F) +
                    "\r\n0\r\nTrailer: x\r\n\r\n") == kText.substr(0, 0x24));
  const std::string packed = test::Pack(kText, false);
  char size[16];
  std::snprintf(size, sizeof size, "%zx\r\n", packed.size());
  CHECK(Decoded(Head({"gzip"}, {"chunked"}), size + packed + "\r\n0\r\n\r\n") ==
        kText);
}

TEST_CASE("a body that is not in the coding its head names stays as it is") {
  for (const char* coding : {"gzip", "deflate", "br"}) {
    CHECK(Decoded(Head({coding}), kText) == kText);
    CHECK(Decoded(Head({coding}), "").empty());
  }
  CHECK(Decoded(Head({}, {"chunked"}), kText) == kText);
  CHECK(Decoded(Head({"gzip"}, {"chunked"}), kText) == kText);
}

TEST_CASE("of a body that breaks off the beginning counts") {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += std::to_string(i * 7919) + " ";
  for (const std::string& part :
       {Decoded(Head({"gzip"}), test::Pack(text, false).substr(0, 9000)),
        Decoded(Head({"br"}), Brotli(text).substr(0, 9000)),
        Decoded(Head({}, {"chunked"}), "ffff\r\n" + text.substr(0, 9000))}) {
    CHECK(part.size() > 4000);
    CHECK(text.starts_with(part));
  }
}

TEST_CASE("bombs and unknown codings fail") {
  const std::string zeros(8 << 20, '\0');
  const std::string bombs[] = {test::Pack(zeros, false), Deflate(zeros, 15),
                               Deflate(zeros, -15), Brotli(zeros)};
  const char* const codings[] = {"gzip", "deflate", "deflate", "br"};
  for (std::size_t i = 0; i < 4; ++i) {
    const auto decoded = DecodeHttpBody(Head({codings[i]}), bombs[i], 1 << 20);
    REQUIRE_FALSE(decoded);
    CHECK(decoded.error().code == ErrorCode::kTooLarge);
  }
  const auto unknown = DecodeHttpBody(Head({"compress"}), kText, 1 << 20);
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().message.find("compress") != std::string::npos);
  const HttpHead many = Head({"gzip", "gzip", "gzip"}, {"chunked", "chunked"});
  CHECK_FALSE(DecodeHttpBody(many, kText, 1 << 20));
}

}  // namespace tracuu
