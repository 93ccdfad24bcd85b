#include "indexer/readers/pdf_reader.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "common/base/log.h"
#include "common/text/analyze.h"
#include "common/text/utf8.h"
#include "indexer/readers/child_process.h"

namespace tracuu {
namespace {

// The file is standard input, opened by a name that can be sought in.
constexpr const char* kCommand =
    "pdftotext -enc UTF-8 -nopgbrk -eol unix /dev/stdin -";
constexpr int kNoSuchProgram = 127;
// A line of at least this share of the longest ones is a full one.
constexpr std::size_t kFullLinePercent = 75;

Rejection Reject(const char* code, std::string message, std::string hint) {
  return {"", 0, code, std::move(message), std::move(hint)};
}

// Why there is no text.
Rejection Explain(const ChildOutput& child) {
  if (child.exit_code == kNoSuchProgram) {
    return Reject("no-pdf-tool", "no program pdftotext to read it with",
                  "install poppler-utils and run again");
  }
  if (child.errors.find("Incorrect password") != std::string::npos) {
    return Reject("encrypted", "the PDF is protected by a password",
                  "save it without one");
  }
  if (child.exit_code < 0) {
    return Reject("bad-pdf", "pdftotext died of it",
                  "the file was left out; look at it");
  }
  const std::string reason = child.errors.substr(0, child.errors.find('\n'));
  return Reject("bad-pdf", "pdftotext cannot read it: " + Printable(reason),
                "fetch the file again, or save it anew from a PDF viewer");
}

std::vector<std::string_view> Lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    while (line.ends_with(' ') || line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

bool EndsSentence(std::string_view line) {
  return line.ends_with('.') || line.ends_with(';') || line.ends_with(':') ||
         line.ends_with('!') || line.ends_with('?') || line.ends_with("”");
}

bool BeginsLower(std::string_view line) {
  const Analysis start = Analyze(line.substr(0, 64));
  return !start.tokens.empty() &&
         start.tokens.front().letter_case == LetterCase::kLower &&
         start.tokens.front().begin == 0;
}

// Characters of the longer lines: those of running text.
std::size_t FullLineChars(const std::vector<std::string_view>& lines) {
  std::vector<std::size_t> sizes;
  for (const std::string_view line : lines) {
    if (!line.empty()) sizes.push_back(CountCodePoints(line));
  }
  if (sizes.empty()) return 0;
  const auto ninth =
      sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() * 9 / 10);
  std::nth_element(sizes.begin(), ninth, sizes.end());
  return *ninth * kFullLinePercent / 100;
}

}  // namespace

std::string JoinPdfLines(std::string_view text) {
  const std::vector<std::string_view> lines = Lines(text);
  const std::size_t full = FullLineChars(lines);
  std::string joined;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    joined += lines[i];
    const bool is_last = i + 1 == lines.size();
    const bool goes_on =
        !is_last && !lines[i].empty() && !lines[i + 1].empty() &&
        !EndsSentence(lines[i]) &&
        (CountCodePoints(lines[i]) >= full || BeginsLower(lines[i + 1]));
    joined += goes_on ? ' ' : '\n';
  }
  return joined;
}

std::variant<std::string, Rejection> ReadPdf(const InputDescriptor& fd,
                                             const ReadLimits& limits) {
  ChildLimits child_limits;
  child_limits.max_output_bytes = limits.max_page_bytes;
  const Result<ChildOutput> child =
      RunLimited(kCommand, fd.get(), child_limits);
  if (!child) {
    const Error& error = child.error();
    return Reject(
        error.code == ErrorCode::kTooLarge ? "too-large" : "unreadable",
        error.message, error.hint);
  }
  if (child->exit_code != 0) return Explain(*child);
  if (child->output.find_first_not_of(" \t\r\n\f") == std::string::npos) {
    return Reject("no-text", "the PDF holds no text, only pictures",
                  "run OCR over it, for example ocrmypdf");
  }
  return JoinPdfLines(child->output);
}

}  // namespace tracuu
