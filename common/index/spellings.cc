#include "common/index/spellings.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace tracuu {
namespace {

// UTF-8 of U+00A0, which pages put between the words of a number.
constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

Error Damaged(std::string_view line) {
  return {ErrorCode::kCorrupt,
          "the spellings of citations have a line that is none: " +
              std::string(line.substr(0, 80)),
          "build the index again"};
}

void AddLine(std::string_view value, const CitedSpelling& spelling,
             std::string* bytes) {
  bytes->append(value);
  *bytes += '\t';
  *bytes += std::to_string(spelling.count);
  *bytes += '\t';
  *bytes += spelling.text;
  *bytes += '\n';
}

struct Line {
  std::string_view value;
  CitedSpelling spelling;
};

std::optional<Line> ParseLine(std::string_view text) {
  const std::size_t first = text.find('\t');
  if (first == 0 || first == std::string_view::npos) return std::nullopt;
  const std::size_t second = text.find('\t', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  Line line;
  line.value = text.substr(0, first);
  line.spelling.text = text.substr(second + 1);
  const char* const end = text.data() + second;
  const auto [stop, error] =
      std::from_chars(text.data() + first + 1, end, line.spelling.count);
  if (error != std::errc() || stop != end || line.spelling.count == 0) {
    return std::nullopt;
  }
  return line;
}

}  // namespace

std::string CleanSpelling(std::string_view passage) {
  std::string clean;
  bool blank = false;
  for (std::size_t i = 0; i < passage.size(); ++i) {
    const bool no_break = passage.substr(i).starts_with(kNoBreakSpace);
    if (no_break || static_cast<unsigned char>(passage[i]) <= ' ') {
      i += no_break ? 1 : 0;
      blank = true;
      continue;
    }
    if (blank && !clean.empty()) clean += ' ';
    blank = false;
    clean += passage[i];
  }
  if (clean.size() > kMaxSpellingBytes) clean.clear();
  return clean;
}

std::string FormatSpellings(const std::vector<SpellingsOfValue>& all) {
  std::string bytes;
  for (const SpellingsOfValue& of : all) {
    for (const CitedSpelling& spelling : of.spellings) {
      AddLine(of.value, spelling, &bytes);
    }
    if (of.others > 0) AddLine(of.value, {"", of.others}, &bytes);
  }
  return bytes;
}

Result<std::vector<SpellingsOfValue>> ParseSpellings(std::string_view bytes) {
  std::vector<SpellingsOfValue> all;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    const std::string_view text = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    auto line = ParseLine(text);
    if (!line) return Damaged(text);
    if (all.empty() || all.back().value != line->value) {
      if (!all.empty() && all.back().value > line->value) return Damaged(text);
      all.emplace_back().value = line->value;
    }
    if (line->spelling.text.empty()) {
      all.back().others += line->spelling.count;
    } else {
      all.back().spellings.push_back(std::move(line->spelling));
    }
  }
  return all;
}

Result<Spellings> Spellings::Parse(std::string_view bytes) {
  auto all = ParseSpellings(bytes);
  if (!all) return all.error();
  Spellings spellings;
  for (SpellingsOfValue& of : *all) {
    while (of.spellings.size() > kMaxSpellings) {
      of.others += of.spellings.back().count;
      of.spellings.pop_back();
    }
    of.spellings.shrink_to_fit();
    std::string value = of.value;
    spellings.by_value_.emplace(std::move(value), std::move(of));
  }
  return spellings;
}

const SpellingsOfValue& Spellings::Of(std::string_view value) const {
  static const SpellingsOfValue kNone;
  const auto found = by_value_.find(std::string(value));
  return found == by_value_.end() ? kNone : found->second;
}

}  // namespace tracuu
