#ifndef TRACUU_INDEXER_EXTRACT_ARTICLE_VIEW_H_
#define TRACUU_INDEXER_EXTRACT_ARTICLE_VIEW_H_

// An article as the extraction rules look at it: its tokens, for each the role
// of the block it stands in, the sentence it belongs to, and what separates it
// from the token before. Names of places and bodies run over spaces and stop
// at punctuation, so every rule asks for that gap.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/domain/article.h"
#include "common/text/analyze.h"

namespace tracuu::extract {

// What stands between a token and the one before, the strongest sign first in
// force: "a. B" is kStop, "a, B" is kComma.
enum class Gap : std::uint8_t {
  kSpace,  // Nothing or blanks; also the full stop of "TP. Vinh".
  kDash,   // Hyphen or dash
  kComma,
  kOpen,   // Opening bracket or any quotation mark
  kClose,  // Closing bracket
  kOther,  // Slash, ampersand, bullet …
  kColon,  // Colon or semicolon
  kStop,   // End of a sentence or of a line, or of a block
};

struct TokenContext {
  BlockRole role = BlockRole::kChrome;
  Gap gap = Gap::kStop;
  std::uint32_t sentence = 0;   // Numbered through the article.
  std::uint32_t paragraph = 0;  // A line; numbered through the article.
};

// Views into an Article and its Analysis, which must outlive it. Immutable
// once made; thread-safe.
class ArticleView {
 public:
  ArticleView(const Article& article, const Analysis& analysis);

  const Article& article() const { return article_; }
  const Analysis& analysis() const { return analysis_; }
  std::size_t size() const { return contexts_.size(); }

  const Token& token(std::size_t i) const { return analysis_.tokens[i]; }
  const TokenContext& context(std::size_t i) const { return contexts_[i]; }
  std::string_view exact(std::size_t i) const {
    return analysis_.tokens[i].exact;
  }
  BlockRole role(std::size_t i) const { return contexts_[i].role; }
  Gap gap(std::size_t i) const { return contexts_[i].gap; }

  // True if token i starts with a capital letter.
  bool capital(std::size_t i) const;
  // True if only blanks separate token i from the one before.
  bool joined(std::size_t i) const {
    return i < size() && i > 0 && contexts_[i].gap == Gap::kSpace;
  }
  // True if token i exists, is joined to the one before, and is `word`.
  bool next_is(std::size_t i, std::string_view word) const {
    return joined(i) && exact(i) == word;
  }
  // True if token i - 1 is `word` with only blanks between.
  bool before_is(std::size_t i, std::string_view word) const {
    return i > 0 && joined(i) && exact(i - 1) == word;
  }

  // True if the token stands in the title, the lead, the body or a caption.
  bool searched(std::size_t i) const;
  bool identity(std::size_t i) const {
    return contexts_[i].role == BlockRole::kIdentity;
  }

  // Sentence number of the first token of the body (or lead), so that
  // "the first sentence" is one with context.sentence - first < 1.
  std::uint32_t first_body_sentence() const { return first_body_sentence_; }
  // True if token i stands in the title, the lead, or one of the first
  // `sentences` sentences of the body.
  bool opening(std::size_t i, std::uint32_t sentences) const;

 private:
  Gap GapBefore(std::size_t i) const;

  const Article& article_;
  const Analysis& analysis_;
  std::vector<TokenContext> contexts_;
  std::uint32_t first_body_sentence_ = 0;
};

// True for the roles that are searched and cited from.
bool IsSearchedRole(BlockRole role);

}  // namespace tracuu::extract

#endif  // TRACUU_INDEXER_EXTRACT_ARTICLE_VIEW_H_
