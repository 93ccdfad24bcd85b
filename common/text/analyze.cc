#include "common/text/analyze.h"

#include "common/text/spans.h"
#include "common/text/tokenizer.h"

namespace tracuu {
namespace {

std::vector<Token> Tokenize(std::string_view text) {
  // Vietnamese syllables take about six bytes with the space.
  constexpr std::size_t kBytesPerToken = 6;
  std::vector<Token> tokens;
  tokens.reserve(text.size() / kBytesPerToken + 1);
  Tokenizer(text, &tokens).Run();
  return tokens;
}

std::string Join(std::string_view text, std::string Token::*form) {
  std::string key;
  for (const Token& token : Tokenize(text)) {
    if (!key.empty()) key.push_back(' ');
    key += token.*form;
  }
  return key;
}

}  // namespace

Analysis Analyze(std::string_view text) {
  Analysis analysis;
  analysis.tokens = Tokenize(text);
  analysis.spans = FindSpans(text, analysis.tokens);
  return analysis;
}

std::string ExactKey(std::string_view text) {
  return Join(text, &Token::exact);
}

std::string FoldedKey(std::string_view text) {
  return Join(text, &Token::folded);
}

}  // namespace tracuu
