#include "indexer/readers/http_body.h"

#include <brotli/decode.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include "common/base/log.h"

namespace tracuu {
namespace {

constexpr std::size_t kStepBytes = std::size_t{64} << 10;
// More codings than anybody applies; each may inflate.
constexpr std::size_t kMaxCodings = 4;

enum class Outcome { kDone, kTooLarge, kOtherCoding };

// Chunks: "size-in-hex[;extension]CRLF bytes CRLF" … "0CRLF".
Outcome Unchunk(std::string_view body, std::string* out) {
  bool any = false;
  while (!body.empty()) {
    const std::size_t line_end = body.find('\n');
    std::string_view line = body.substr(0, line_end);
    std::size_t digits = 0;
    std::uint64_t size = 0;
    while (digits < line.size() && digits < 8) {
      const char c = line[digits];
      int value = -1;
      if (c >= '0' && c <= '9') value = c - '0';
      if (c >= 'a' && c <= 'f') value = c - 'a' + 10;
      if (c >= 'A' && c <= 'F') value = c - 'A' + 10;
      if (value < 0) break;
      size = size * 16 + static_cast<std::uint64_t>(value);
      ++digits;
    }
    const char next = digits < line.size() ? line[digits] : '\n';
    const bool is_size = digits > 0 && (next == '\r' || next == '\n' ||
                                        next == ';' || next == ' ');
    if (!is_size || line_end == std::string_view::npos) break;
    any = true;
    if (size == 0) break;
    body.remove_prefix(line_end + 1);
    out->append(body.substr(0, size));
    body.remove_prefix(std::min<std::size_t>(size, body.size()));
    if (body.starts_with('\r')) body.remove_prefix(1);
    if (body.starts_with('\n')) body.remove_prefix(1);
  }
  return any ? Outcome::kDone : Outcome::kOtherCoding;
}

// `window_bits` as zlib's inflateInit2() has it.
Outcome Inflate(std::string_view body, int window_bits, std::size_t max_bytes,
                std::string* out) {
  z_stream stream{};
  if (::inflateInit2(&stream, window_bits) != Z_OK) return Outcome::kTooLarge;
  const std::unique_ptr<z_stream, int (*)(z_stream*)> guard(&stream,
                                                            &::inflateEnd);
  std::array<Bytef, kStepBytes> step;
  // zlib does not write to its input, but its type says it might.
  stream.next_in =
      const_cast<Bytef*>(reinterpret_cast<const Bytef*>(body.data()));
  stream.avail_in = static_cast<uInt>(body.size());
  for (;;) {
    stream.next_out = step.data();
    stream.avail_out = step.size();
    const int state = ::inflate(&stream, Z_NO_FLUSH);
    const std::size_t made = step.size() - stream.avail_out;
    if (out->size() + made > max_bytes) return Outcome::kTooLarge;
    out->append(reinterpret_cast<const char*>(step.data()), made);
    if (state == Z_OK && (stream.avail_in > 0 || stream.avail_out == 0)) {
      continue;
    }
    // Only gzip has a signature; without it, what breaks may be any bytes.
    const bool is_coded = window_bits > MAX_WBITS || state != Z_DATA_ERROR;
    return state == Z_STREAM_END || (is_coded && !out->empty())
               ? Outcome::kDone
               : Outcome::kOtherCoding;
  }
}

Outcome Gunzip(std::string_view body, std::size_t max_bytes, std::string* out) {
  if (!body.starts_with("\x1F\x8B")) return Outcome::kOtherCoding;
  return Inflate(body, MAX_WBITS + 16, max_bytes, out);
}

Outcome Undeflate(std::string_view body, std::size_t max_bytes,
                  std::string* out) {
  const Outcome wrapped = Inflate(body, MAX_WBITS, max_bytes, out);
  if (wrapped != Outcome::kOtherCoding) return wrapped;
  out->clear();
  return Inflate(body, -MAX_WBITS, max_bytes, out);
}

Outcome Unbrotli(std::string_view body, std::size_t max_bytes,
                 std::string* out) {
  const std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState*)>
      decoder(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr),
              &BrotliDecoderDestroyInstance);
  if (!decoder) return Outcome::kTooLarge;
  std::array<std::uint8_t, kStepBytes> step;
  std::size_t in = body.size();
  const auto* at = reinterpret_cast<const std::uint8_t*>(body.data());
  for (;;) {
    std::size_t room = step.size();
    std::uint8_t* to = step.data();
    const BrotliDecoderResult state = BrotliDecoderDecompressStream(
        decoder.get(), &in, &at, &room, &to, nullptr);
    const std::size_t made = step.size() - room;
    if (out->size() + made > max_bytes) return Outcome::kTooLarge;
    out->append(reinterpret_cast<const char*>(step.data()), made);
    if (state == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) continue;
    // Brotli has no signature: what ends in an error may be any bytes at all.
    return state == BROTLI_DECODER_RESULT_ERROR ? Outcome::kOtherCoding
                                                : Outcome::kDone;
  }
}

// Nothing if the coding is not known.
std::optional<Outcome> Undo(std::string_view coding, std::string_view body,
                            std::size_t max_bytes, std::string* out) {
  if (coding == "chunked") return Unchunk(body, out);
  if (coding == "gzip" || coding == "x-gzip") {
    return Gunzip(body, max_bytes, out);
  }
  if (coding == "deflate") return Undeflate(body, max_bytes, out);
  if (coding == "br") return Unbrotli(body, max_bytes, out);
  return std::nullopt;
}

Error TooLarge(std::size_t max_bytes) {
  return {ErrorCode::kTooLarge,
          "the page holds more than " + std::to_string(max_bytes) + " bytes",
          "such a page is not an article; it was left out"};
}

}  // namespace

Result<std::string> DecodeHttpBody(const HttpHead& head, std::string body,
                                   std::size_t max_bytes) {
  std::vector<std::string> codings = head.content_codings;
  codings.insert(codings.end(), head.transfer_codings.begin(),
                 head.transfer_codings.end());
  if (codings.size() > kMaxCodings) {
    return Error{ErrorCode::kInvalidArgument,
                 "the body is packed more than " + std::to_string(kMaxCodings) +
                     " times",
                 "such a response is not a page"};
  }
  for (; !codings.empty(); codings.pop_back()) {
    std::string decoded;
    const std::optional<Outcome> outcome =
        Undo(codings.back(), body, max_bytes, &decoded);
    if (!outcome) {
      return Error{ErrorCode::kInvalidArgument,
                   "the body is in a coding that is not read: " +
                       Printable(codings.back()),
                   "known are chunked, gzip, deflate and br"};
    }
    if (*outcome == Outcome::kTooLarge) return TooLarge(max_bytes);
    if (*outcome == Outcome::kDone) body = std::move(decoded);
  }
  if (body.size() > max_bytes) return TooLarge(max_bytes);
  return body;
}

}  // namespace tracuu
