#include "indexer/reading/line.h"

#include <doctest/doctest.h>

#include <string>

namespace tracuu {

TEST_CASE("a sentence ends in front of what closes a quotation") {
  struct Case {
    const char* line;
    bool ends;
  };
  const Case cases[] = {
      {"Hội nghị kết thúc.", true},
      {"Hội nghị kết thúc", false},
      {"“Hội nghị kết thúc.”", true},
      {"«Hội nghị kết thúc.»", true},
      {"'«Hội nghị kết thúc!»'", true},
      {"(Hội nghị kết thúc…)", true},
      {"Hội nghị “kết thúc”", false},
      {"Hội nghị «kết thúc»", false},
      // Nothing but what closes.
      {"»", false},
      {"»'", false},
      {"”", false},
      {"\")'’”»", false},
      {".»", true},
  };
  for (const Case& c : cases) {
    const std::string text = c.line;
    const Line line =
        ReadLine(text, 0, static_cast<std::uint32_t>(text.size()));
    CHECK_MESSAGE(line.ends_sentence == c.ends, text);
  }
}

}  // namespace tracuu
