#include "common/text/spans.h"

#include <iterator>
#include <utility>

#include "common/text/date_span.h"
#include "common/text/symbol_span.h"

namespace tracuu {

std::vector<Span> FindSpans(std::string_view text,
                            const std::vector<Token>& tokens) {
  const TokenCursor cursor(text, tokens);
  std::vector<Span> spans;
  std::size_t free = 0;  // The first token that no span covers yet.
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!tokens[i].numeric) continue;
    auto span = FindSymbolAt(cursor, i);
    if (span) {
      auto sharing = FindSharingNumbers(cursor, *span, free);
      std::move(sharing.begin(), sharing.end(), std::back_inserter(spans));
    } else {
      span = FindDateAt(cursor, i);
    }
    if (!span) continue;
    free = span->first + span->count;
    spans.push_back(*std::move(span));
    i = free - 1;
  }
  return spans;
}

}  // namespace tracuu
