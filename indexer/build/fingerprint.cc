#include "indexer/build/fingerprint.h"

#include <optional>
#include <vector>

#include "common/base/sha256.h"
#include "common/domain/table.h"
#include "common/index/schema.h"
#include "common/text/analyze.h"
#include "indexer/build/field_digest.h"

namespace tracuu {
namespace {

int DigitValue(char digit) {
  return digit <= '9' ? digit - '0' : digit - 'a' + 10;
}

void AddOptional(const std::optional<std::string>& field, FieldDigest* digest) {
  digest->Add(field ? "1" : "0");
  if (field) digest->Add(*field);
}

void AddAll(const std::vector<std::string>& fields, FieldDigest* digest) {
  digest->Add(std::to_string(fields.size()));
  for (const std::string& field : fields) digest->Add(field);
}

}  // namespace

Fingerprint FromHex(std::string_view digits) {
  Fingerprint fingerprint{};
  for (std::size_t i = 0; i < fingerprint.size(); ++i) {
    fingerprint[i] = static_cast<std::uint8_t>(DigitValue(digits[2 * i]) << 4 |
                                               DigitValue(digits[2 * i + 1]));
  }
  return fingerprint;
}

std::string ToHex(const Fingerprint& fingerprint) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  std::string digits;
  for (const std::uint8_t byte : fingerprint) {
    digits += kDigits[byte >> 4];
    digits += kDigits[byte & 15];
  }
  return digits;
}

Fingerprint FingerprintOf(std::string_view bytes) {
  return FromHex(Sha256Hex(bytes));
}

Fingerprint FingerprintOf(const Page& page) {
  // Names every member, so that a new one does not compile before somebody
  // has decided whether it can change the article.
  const auto& [source, id, url, format, content, stated, fetched_after,
               repairs] = page;
  const auto& [title, published, published_minute, fetched_at, provinces, units,
               resolutions, year, publisher, event_date, no_publication,
               no_event] = stated;
  static_cast<void>(source);      // Taken over from the page; see the header.
  static_cast<void>(fetched_at);  // Likewise.
  static_cast<void>(fetched_after);  // Chooses among captures only.
  // No page states these; see article.h.
  static_cast<void>(event_date);
  static_cast<void>(no_publication);
  static_cast<void>(no_event);
  FieldDigest digest;
  digest.Add(id);
  digest.Add(url);
  digest.Add(std::to_string(static_cast<int>(format)));
  digest.Add(content);
  AddOptional(title, &digest);
  digest.Add(published ? FormatIso(*published) : "");
  digest.Add(std::to_string(published_minute));
  AddAll(provinces, &digest);
  AddAll(units, &digest);
  AddAll(resolutions, &digest);
  digest.Add(year ? std::to_string(*year) : "");
  AddOptional(publisher, &digest);
  AddAll(repairs, &digest);
  return FromHex(digest.Finish());
}

std::string ReadingKey(std::string_view settings) {
  // The rules of reading are in the code: whatever of it was changed, the
  // executable is another one.
  const Result<std::string> program = Sha256OfFile("/proc/self/exe");
  FieldDigest digest;
  digest.Add(std::to_string(kSchemaVersion));
  digest.Add(kAnalyzerVersion);
  digest.Add(TablesFingerprint());
  digest.Add(program ? *program : "unknown");
  digest.Add(settings);
  return digest.Finish();
}

}  // namespace tracuu
