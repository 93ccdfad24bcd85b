#include "indexer/encoding/legacy_charset.h"

#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/ucnv.h>

#include <charconv>
#include <memory>
#include <unordered_map>
#include <utility>

#include "common/domain/table.h"
#include "common/text/utf8.h"
#include "indexer/encoding/windows_1252.h"

namespace tracuu {

std::string_view EncodingData(std::string_view file_name);

namespace {

// What bytes stand for, as UTF-8.
struct ByteTable {
  std::array<std::string, 256> one;
  std::unordered_map<std::uint16_t, std::string> two;
  bool has_marks = false;  // Decodes to combining marks.
};

unsigned ReadHex(std::string_view text) {
  unsigned value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value, 16);
  return value;
}

// Bytes as windows-1252 has them, for the table to change.
ByteTable BaseTable() {
  ByteTable table;
  for (unsigned byte = 0; byte < 256; ++byte) {
    AppendUtf8(FromWindows1252(static_cast<unsigned char>(byte)),
               &table.one[byte]);
  }
  return table;
}

ByteTable LoadTable(std::string_view file_name) {
  ByteTable table = BaseTable();
  const Table rows = ParseTable(EncodingData(file_name));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Table::Row row = rows.row(i);
    const std::string_view bytes = row["bytes"];
    const std::string text(row["char"]);
    const unsigned first = ReadHex(bytes.substr(0, 2));
    if (bytes.size() == 2) {
      table.one[first] = text;
    } else {
      const unsigned pair = first << 8 | ReadHex(bytes.substr(3));
      table.two[static_cast<std::uint16_t>(pair)] = text;
    }
  }
  return table;
}

ByteTable LoadWindows1258() {
  ByteTable table = BaseTable();
  table.has_marks = true;
  for (unsigned byte = 0x80; byte < 256; ++byte) {
    const char bytes[] = {static_cast<char>(byte)};
    char text[8];
    UErrorCode status = U_ZERO_ERROR;
    const std::int32_t size = ucnv_convert("UTF-8", "windows-1258", text,
                                           sizeof text, bytes, 1, &status);
    const std::string_view decoded(text, static_cast<std::size_t>(size));
    if (U_SUCCESS(status) && decoded != "\uFFFD") table.one[byte] = decoded;
  }
  return table;
}

const ByteTable& TableOf(LegacyCharset charset) {
  static const std::array<ByteTable, kLegacyCharsets.size()>* const kTables =
      new std::array<ByteTable, kLegacyCharsets.size()>{
          LoadTable("tcvn3.tsv"), LoadTable("vni.tsv"), LoadTable("viscii.tsv"),
          LoadTable("vps.tsv"), LoadWindows1258()};
  return (*kTables)[static_cast<std::size_t>(charset)];
}

std::string Compose(std::string text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const nfc = icu::Normalizer2::getNFCInstance(status);
  std::string composed;
  icu::StringByteSink<std::string> sink(&composed);
  nfc->normalizeUTF8(0, text, sink, nullptr, status);
  return U_SUCCESS(status) ? composed : std::move(text);
}

}  // namespace

std::string_view CharsetName(LegacyCharset charset) {
  constexpr std::array<std::string_view, kLegacyCharsets.size()> kNames = {
      "tcvn3", "vni", "viscii", "vps", "windows-1258"};
  return kNames[static_cast<std::size_t>(charset)];
}

std::string DecodeLegacy(std::string_view bytes, LegacyCharset charset) {
  const ByteTable& table = TableOf(charset);
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 2);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (i + 1 < bytes.size() && !table.two.empty()) {
      const unsigned pair =
          unsigned{byte} << 8 | static_cast<unsigned char>(bytes[i + 1]);
      const auto found = table.two.find(static_cast<std::uint16_t>(pair));
      if (found != table.two.end()) {
        text += found->second;
        ++i;
        continue;
      }
    }
    text += table.one[byte];
  }
  return table.has_marks ? Compose(std::move(text)) : text;
}

}  // namespace tracuu
