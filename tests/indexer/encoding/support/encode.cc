#include "tests/indexer/encoding/support/encode.h"

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>
#include <variant>

#include "common/base/file.h"
#include "common/text/analyze.h"
#include "common/text/letter_table.h"
#include "common/text/utf8.h"
#include "indexer/readers/reader.h"

namespace tracuu::test {
namespace {

using Codes = std::map<char32_t, std::string>;

// What one or two bytes decode to, the other way round.
Codes MakeCodes(LegacyCharset charset) {
  Codes codes;
  const auto add = [&](const std::string& bytes) {
    const std::string text = DecodeLegacy(bytes, charset);
    if (CountCodePoints(text) != 1) return;
    codes.emplace(DecodeUtf8(text, 0).value, bytes);
  };
  const auto add_singles = [&] {
    for (int first = 0; first < 256; ++first) add({static_cast<char>(first)});
  };
  // A byte that VNI does not use decodes to a letter too, which nobody typed.
  if (charset != LegacyCharset::kVni) add_singles();
  for (int first = 0; first < 256; ++first) {
    for (int second = 0x80; second < 256; ++second) {
      add({static_cast<char>(first), static_cast<char>(second)});
    }
  }
  add_singles();
  return codes;
}

const Codes& CodesOf(LegacyCharset charset) {
  static std::map<LegacyCharset, Codes> all;
  const auto found = all.find(charset);
  if (found != all.end()) return found->second;
  return all.emplace(charset, MakeCodes(charset)).first->second;
}

// The small letter of a capital with a tone; 0 of all else.
char32_t SmallIfToned(char32_t value) {
  for (const VowelRow& row : kVowelRows) {
    for (std::size_t tone = 1; tone < kToneCount; ++tone) {
      if (row.upper[tone] == value) return row.lower[tone];
    }
  }
  return 0;
}

std::string AsciiFor(char32_t value) {
  if (value == U'“' || value == U'”') return "\"";
  if (value == U'‘' || value == U'’') return "'";
  if (value == U'…') return "...";
  if (value == U'–' || value == U'—') return "-";
  return value == 0xA0 ? " " : "?";
}

template <typename Take>
void ForEachCodePoint(std::string_view text, Take take) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = DecodeUtf8(text, i);
    take(point.value);
    i += point.size;
  }
}

}  // namespace

std::string Carriable(std::string_view text, LegacyCharset charset) {
  const Codes& codes = CodesOf(charset);
  std::string out;
  ForEachCodePoint(RepairUnicode(text), [&](char32_t value) {
    if (charset == LegacyCharset::kTcvn3) {
      if (const char32_t small = SmallIfToned(value)) value = small;
    }
    if (codes.contains(value)) {
      AppendUtf8(value, &out);
    } else {
      out += AsciiFor(value);
    }
  });
  return out;
}

std::string Encode(std::string_view text, LegacyCharset charset) {
  const Codes& codes = CodesOf(charset);
  std::string bytes;
  ForEachCodePoint(text, [&](char32_t value) { bytes += codes.at(value); });
  return bytes;
}

std::string Utf16(std::string_view text, bool little) {
  std::string bytes;
  ForEachCodePoint(text, [&](char32_t value) {
    if (value > 0xFFFF) throw std::runtime_error("beyond the first plane");
    const auto high = static_cast<char>(value >> 8);
    const auto low = static_cast<char>(value & 0xFF);
    bytes += little ? low : high;
    bytes += little ? high : low;
  });
  return bytes;
}

std::vector<std::string> CorpusTexts() {
  std::vector<std::string> texts;
  const std::string corpus = TRACUU_SOURCE_DIR "/corpus/";
  const auto inputs =
      ListInputs({corpus + "txt", corpus + "html", corpus + "jsonl"});
  if (!inputs) throw std::runtime_error(inputs.error().message);
  for (const InputFile& file : inputs->files) {
    const auto reader = OpenReader(file, {});
    for (;;) {
      ReadStep step = reader->Next();
      if (std::holds_alternative<EndOfInput>(step)) break;
      if (auto* page = std::get_if<Page>(&step)) {
        texts.push_back(std::move(page->content));
      }
    }
  }
  return texts;
}

std::vector<std::string> VietnameseLetters() {
  std::vector<std::string> letters{"đ", "Đ"};
  for (const VowelRow& row : kVowelRows) {
    for (std::size_t tone = 0; tone < kToneCount; ++tone) {
      for (const char16_t value : {row.lower[tone], row.upper[tone]}) {
        if (value < 0x80) continue;
        letters.emplace_back();
        AppendUtf8(value, &letters.back());
      }
    }
  }
  return letters;
}

}  // namespace tracuu::test
