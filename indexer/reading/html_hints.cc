#include "indexer/reading/html_hints.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "indexer/reading/html_page.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxNamesBytes = 512;
constexpr std::size_t kMaxWordBytes = 48;

struct WordRow {
  std::string_view word;
  std::uint32_t hints;
};

// Whole words of a name, where "news-detailTitle_2" has the words news,
// detail, title. Sorted by word.
constexpr std::array kWords = std::to_array<WordRow>({
    {"aside", kHintAside},
    {"author", kHintAuthor},
    {"banner", kHintHeader},
    {"breadcrumb", kHintNavigation},
    {"breadcrumbs", kHintNavigation},
    {"byline", kHintAuthor},
    {"caption", kHintCaption},
    {"comment", kHintControl},
    {"comments", kHintControl},
    {"copyright", kHintFooter},
    {"date", kHintDate},
    {"datepublished", kHintDate},
    {"footer", kHintFooter},
    {"headline", kHintTitle},
    {"lead", kHintLead},
    {"login", kHintControl},
    {"menu", kHintNavigation},
    {"nav", kHintNavigation},
    {"navbar", kHintNavigation},
    {"navigation", kHintNavigation},
    {"pager", kHintNavigation},
    {"pagination", kHintNavigation},
    {"popular", kHintRelated},
    {"pubdate", kHintDate},
    {"related", kHintRelated},
    {"relate", kHintRelated},
    {"relates", kHintRelated},
    {"sapo", kHintLead},
    {"search", kHintControl},
    {"share", kHintControl},
    {"sidebar", kHintAside},
    {"social", kHintControl},
    {"summary", kHintLead},
    {"tags", kHintControl},
    {"time", kHintDate},
    {"title", kHintTitle},
    {"toolbar", kHintControl},
    {"weather", kHintAside},
    {"widget", kHintAside},
});

// Names whose parts run together: "articlebody", "tinlienquan", "bottomtin".
// Looked for in the whole lower-cased value.
constexpr std::array kFragments = std::to_array<WordRow>({
    {"articlebody", kHintContent},
    {"article-body", kHintContent},
    {"article-content", kHintContent},
    {"content-detail", kHintContent},
    {"detail-content", kHintContent},
    {"entry-content", kHintContent},
    {"journal-content-article", kHintContent},
    {"lienquan", kHintRelated},
    {"lien-quan", kHintRelated},
    {"news-content", kHintContent},
    {"noidung", kHintContent},
    {"noi-dung", kHintContent},
    {"post-content", kHintContent},
    {"tieude", kHintTitle},
    {"tieu-de", kHintTitle},
    {"tinkhac", kHintRelated},
    {"tin-khac", kHintRelated},
    {"tinmoi", kHintRelated},
    {"tin-moi", kHintRelated},
});

bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }

char Lower(char c) { return IsUpper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

std::uint32_t HintsOfWord(std::string_view word) {
  const auto* const row = std::find_if(
      kWords.begin(), kWords.end(),
      [word](const WordRow& candidate) { return candidate.word == word; });
  return row != kWords.end() ? row->hints : 0;
}

}  // namespace

std::uint32_t HintsOfNames(std::string_view names) {
  names = names.substr(0, kMaxNamesBytes);
  std::uint32_t hints = 0;
  std::string lower;
  std::string word;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const char c = names[i];
    lower += Lower(c);
    const bool starts_word = IsUpper(c) && i > 0 && IsLower(names[i - 1]);
    if (starts_word || (!IsLower(c) && !IsUpper(c))) {
      hints |= HintsOfWord(word);
      word.clear();
    }
    if ((IsLower(c) || IsUpper(c)) && word.size() < kMaxWordBytes) {
      word += Lower(c);
    }
  }
  hints |= HintsOfWord(word);
  // "article-footer", "entry-footer": where stamps and authors stand.
  for (const std::string_view own : {"article", "entry", "post", "detail"}) {
    if (lower.find(std::string(own) + "-footer") != std::string::npos) {
      hints &= ~std::uint32_t{kHintFooter};
    }
  }
  for (const WordRow& row : kFragments) {
    if (lower.find(row.word) != std::string::npos) hints |= row.hints;
  }
  return hints;
}

}  // namespace tracuu
