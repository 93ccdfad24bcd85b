#include "indexer/extract/article_view.h"

#include <algorithm>
#include <array>

namespace tracuu::extract {
namespace {

// Words whose full stop ends no sentence: "TP. Vinh", "Q. 1".
bool IsDottedAbbreviation(std::string_view exact) {
  static constexpr std::array<std::string_view, 11> kWords = {
      "tp", "tx", "tt", "p", "q", "h", "x", "ts", "ths", "pgs", "gs"};
  return std::find(kWords.begin(), kWords.end(), exact) != kWords.end();
}

bool StartsWith(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

struct Sign {
  std::string_view bytes;
  Gap gap;
};

constexpr std::array<Sign, 28> kSigns = {{
    {".", Gap::kStop},         {"!", Gap::kStop},
    {"?", Gap::kStop},         {"…", Gap::kStop},
    {":", Gap::kColon},        {";", Gap::kColon},
    {"(", Gap::kOpen},         {"[", Gap::kOpen},
    {"“", Gap::kOpen},         {"”", Gap::kOpen},
    {"\"", Gap::kOpen},        {"'", Gap::kOpen},
    {"‘", Gap::kOpen},         {"’", Gap::kOpen},
    {"«", Gap::kOpen},         {")", Gap::kClose},
    {"]", Gap::kClose},        {"»", Gap::kClose},
    {",", Gap::kComma},        {"-", Gap::kDash},
    {"–", Gap::kDash},         {"—", Gap::kDash},
    {"‐", Gap::kDash},         {"‑", Gap::kDash},
    {" ", Gap::kSpace},        {"\t", Gap::kSpace},
    {"\xC2\xA0", Gap::kSpace}, {"\xE2\x80\x8B", Gap::kSpace},
}};

Gap Stronger(Gap a, Gap b) { return std::max(a, b); }

}  // namespace

bool IsSearchedRole(BlockRole role) {
  return role == BlockRole::kTitle || role == BlockRole::kLead ||
         role == BlockRole::kBody || role == BlockRole::kCaption;
}

ArticleView::ArticleView(const Article& article, const Analysis& analysis)
    : article_(article), analysis_(analysis) {
  contexts_.resize(analysis.tokens.size());
  std::size_t block = 0;
  std::uint32_t sentence = 0;
  std::uint32_t paragraph = 0;
  bool body_seen = false;
  const Block* previous_block = nullptr;
  for (std::size_t i = 0; i < contexts_.size(); ++i) {
    const Token& token = analysis.tokens[i];
    while (block < article.blocks.size() &&
           article.blocks[block].end <= token.begin) {
      ++block;
    }
    const Block* here = block < article.blocks.size() &&
                                article.blocks[block].begin <= token.begin
                            ? &article.blocks[block]
                            : nullptr;
    TokenContext& context = contexts_[i];
    context.role = here != nullptr ? here->role : BlockRole::kChrome;
    const bool new_block = i == 0 || here != previous_block;
    previous_block = here;
    context.gap = new_block ? Gap::kStop : GapBefore(i);
    if (context.gap == Gap::kStop) ++sentence;
    const bool new_line =
        i == 0 ||
        article.text.find('\n', analysis.tokens[i - 1].end) < token.begin;
    if (new_line) ++paragraph;
    context.sentence = sentence;
    context.paragraph = paragraph;
    if (!body_seen && context.role == BlockRole::kBody) {
      body_seen = true;
      first_body_sentence_ = sentence;
    }
  }
}

bool ArticleView::capital(std::size_t i) const {
  const LetterCase letters = token(i).letter_case;
  return letters == LetterCase::kCapital || letters == LetterCase::kUpper ||
         letters == LetterCase::kMixed;
}

bool ArticleView::searched(std::size_t i) const {
  return IsSearchedRole(contexts_[i].role);
}

bool ArticleView::opening(std::size_t i, std::uint32_t sentences) const {
  const TokenContext& context = contexts_[i];
  if (context.role == BlockRole::kTitle || context.role == BlockRole::kLead) {
    return true;
  }
  return context.role == BlockRole::kBody &&
         context.sentence < first_body_sentence_ + sentences;
}

// The strongest sign between two tokens. Blanks may hold line ends: one line
// end before a lower-case word is a wrapped line, any other ends the sentence.
Gap ArticleView::GapBefore(std::size_t i) const {
  const std::string_view text = article_.text;
  const Token& before = token(i - 1);
  const Token& here = token(i);
  std::string_view gap = text.substr(before.end, here.begin - before.end);
  if (gap == " " || gap.empty()) return Gap::kSpace;
  if (gap.front() == '.' && IsDottedAbbreviation(before.exact) &&
      before.letter_case != LetterCase::kLower &&
      gap.find_first_not_of(". ") == std::string_view::npos) {
    return Gap::kSpace;
  }
  Gap strongest = Gap::kSpace;
  int line_ends = 0;
  while (!gap.empty()) {
    if (gap.front() == '\n') {
      ++line_ends;
      gap.remove_prefix(1);
      continue;
    }
    const auto* sign =
        std::find_if(kSigns.begin(), kSigns.end(), [&](const Sign& candidate) {
          return StartsWith(gap, candidate.bytes);
        });
    if (sign != kSigns.end()) {
      strongest = Stronger(strongest, sign->gap);
      gap.remove_prefix(sign->bytes.size());
    } else {
      strongest = Stronger(strongest, Gap::kOther);
      gap.remove_prefix(1);
    }
  }
  const bool wrapped = line_ends == 1 && strongest == Gap::kSpace &&
                       here.letter_case == LetterCase::kLower;
  if (line_ends > 0 && !wrapped) return Gap::kStop;
  return strongest;
}

}  // namespace tracuu::extract
