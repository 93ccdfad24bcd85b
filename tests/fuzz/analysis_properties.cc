#include "tests/fuzz/analysis_properties.h"

#include <cstddef>
#include <vector>

#include "common/text/analyze.h"
#include "common/text/utf8.h"

namespace tracuu::test {
namespace {

constexpr std::size_t kMaxTokenBytes = 64;

std::string CheckTokens(std::string_view text,
                        const std::vector<Token>& tokens) {
  std::size_t end = 0;
  for (const Token& token : tokens) {
    if (token.begin < end || token.end <= token.begin ||
        token.end > text.size()) {
      return "byte ranges are not disjoint and increasing";
    }
    end = token.end;
    if (token.exact.empty() || token.folded.empty()) return "a form is empty";
    if (token.exact.size() > kMaxTokenBytes ||
        token.folded.size() > kMaxTokenBytes) {
      return "a form is too long: " + token.exact;
    }
    if (FirstInvalidUtf8(token.exact) || FirstInvalidUtf8(token.folded)) {
      return "a form is not UTF-8";
    }
    if (token.marked != (token.exact != token.folded)) {
      return "`marked` disagrees with the forms: " + token.exact;
    }
    if (token.numeric && token.letter_case != LetterCase::kNone) {
      return "a number has letters: " + token.exact;
    }
  }
  return {};
}

std::string CheckSpans(const Analysis& analysis) {
  std::size_t free = 0;
  for (const Span& span : analysis.spans) {
    const std::size_t end = std::size_t{span.first} + span.count;
    if (span.first < free || span.count == 0 || end > analysis.tokens.size()) {
      return "spans are not disjoint and increasing";
    }
    free = end;
    if (span.begin != analysis.tokens[span.first].begin ||
        span.end != analysis.tokens[end - 1].end) {
      return "a span does not end where its tokens do: " + span.canonical;
    }
    if (span.canonical.empty()) return "a span has no canonical form";
  }
  return {};
}

// A token means the same when its bytes are read alone. Tokens that touch
// another are parts of a longer word, which may be read otherwise.
std::string CheckSlices(std::string_view text,
                        const std::vector<Token>& tokens) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    const bool touches =
        (i > 0 && tokens[i - 1].end == token.begin) ||
        (i + 1 < tokens.size() && tokens[i + 1].begin == token.end);
    if (touches) continue;
    const Analysis slice =
        Analyze(text.substr(token.begin, token.end - token.begin));
    if (slice.tokens.size() != 1 || slice.tokens[0].exact != token.exact ||
        slice.tokens[0].folded != token.folded) {
      return "a token differs when read alone: " + token.exact;
    }
  }
  return {};
}

std::string CheckRepair(std::string_view text, const Analysis& analysis) {
  const std::string repaired = RepairUnicode(text);
  if (FirstInvalidUtf8(repaired)) return "repaired text is not UTF-8";
  if (RepairUnicode(repaired) != repaired) return "repairing twice differs";

  const Analysis again = Analyze(repaired);
  if (again.tokens.size() != analysis.tokens.size()) {
    return "repairing changes the number of tokens";
  }
  for (std::size_t i = 0; i < again.tokens.size(); ++i) {
    if (again.tokens[i].exact != analysis.tokens[i].exact ||
        again.tokens[i].folded != analysis.tokens[i].folded) {
      return "repairing changes a token: " + analysis.tokens[i].exact;
    }
  }
  if (again.spans.size() != analysis.spans.size()) {
    return "repairing changes the number of spans";
  }
  for (std::size_t i = 0; i < again.spans.size(); ++i) {
    if (again.spans[i].canonical != analysis.spans[i].canonical) {
      return "repairing changes a span: " + analysis.spans[i].canonical;
    }
  }
  return {};
}

}  // namespace

std::string BrokenProperty(std::string_view text) {
  const Analysis analysis = Analyze(text);
  if (auto broken = CheckTokens(text, analysis.tokens); !broken.empty()) {
    return broken;
  }
  if (auto broken = CheckSpans(analysis); !broken.empty()) return broken;
  if (auto broken = CheckSlices(text, analysis.tokens); !broken.empty()) {
    return broken;
  }
  return CheckRepair(text, analysis);
}

}  // namespace tracuu::test
