// Bytes decode to text or are refused; a treatment is stable and leaves UTF-8.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <variant>

#include "common/text/utf8.h"
#include "indexer/encoding/doctor.h"
#include "indexer/encoding/legacy_charset.h"
#include "indexer/encoding/windows_1252.h"
#include "indexer/readers/decode.h"

namespace {

void CheckTreatment(std::string_view text) {
  const tracuu::Treatment treatment = tracuu::Diagnose(text);
  const std::string treated = tracuu::Treat(text, treatment);
  if (treatment.is_none() && treated != text) std::abort();
  if (!tracuu::FirstInvalidUtf8(text) && tracuu::FirstInvalidUtf8(treated)) {
    std::abort();
  }
}

}  // namespace

// The name is libFuzzer's.
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const std::string latin = tracuu::ReadAsWindows1252(bytes);
  if (tracuu::WriteAsWindows1252(latin) != bytes) std::abort();
  for (const auto charset : tracuu::kLegacyCharsets) {
    if (tracuu::FirstInvalidUtf8(tracuu::DecodeLegacy(bytes, charset))) {
      std::abort();
    }
  }
  CheckTreatment(bytes);
  CheckTreatment(latin);
  const auto format =
      size % 2 == 0 ? tracuu::PageFormat::kHtml : tracuu::PageFormat::kText;
  const auto decoded = tracuu::DecodeToUtf8(bytes, format);
  if (const auto* text = std::get_if<tracuu::DecodedText>(&decoded)) {
    if (text->text.find('\0') != std::string::npos) std::abort();
  } else if (std::get<tracuu::Rejection>(decoded).offset > size) {
    std::abort();
  }
  return 0;
}
