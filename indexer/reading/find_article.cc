#include "indexer/reading/find_article.h"

#include <algorithm>
#include <cstdint>

#include "indexer/reading/html_page.h"
#include "indexer/reading/title_finder.h"

namespace tracuu {
namespace {

constexpr std::uint32_t kMinParagraphChars = 100;
constexpr std::uint32_t kLongParagraphChars = 300;
// Short lines that may stand between two paragraphs of one article: after a
// single paragraph, which may be a slogan above a menu, and after several,
// where they are a table or a list.
constexpr std::size_t kMaxGapAfterOne = 15;
constexpr std::size_t kMaxGapAfterSeveral = 60;
// Lines of a box of related articles inside an article.
constexpr std::size_t kMaxBoxLines = 14;

constexpr std::size_t kMaxTailLines = 6;
constexpr std::size_t kMaxBareArticleLines = 25;

bool IsBorder(const Line& line) {
  return line.phrase == Phrase::kListHeading ||
         line.phrase == Phrase::kWidget || line.phrase == Phrase::kArticleEnd;
}

struct Cluster {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t paragraphs = 0;
  std::size_t chars = 0;
};

class Finder {
 public:
  Finder(std::string_view text, const std::vector<Line>& lines,
         const ArticleClue& clue)
      : text_(text), lines_(lines), clue_(clue) {
    std::size_t long_lines = 0;
    std::size_t marked = 0;
    for (const Line& line : lines_) {
      if (line.chars < kMinParagraphChars) continue;
      ++long_lines;
      if (line.has_marks) ++marked;
    }
    need_marks_ = marked * 2 >= long_lines;
  }

  ArticlePlace Find() {
    ArticlePlace place;
    const std::optional<Cluster> body = FindBody();
    if (body) {
      place.first_paragraph = body->first;
      place.last_paragraph = body->last;
    }
    place.title = Title(body);
    if (body) {
      // A long title may look like a paragraph.
      if (place.title == place.first_paragraph) {
        place.first_paragraph = NextParagraph(body->first, body->last);
      }
      place.begin = place.title.value_or(body->first);
      if (clue_.is_first_line || IsClean()) place.begin = 0;
      place.end = EndAfter(body->last);
    } else if (place.title) {
      place.begin = *place.title;
      place.end = EndOfBareArticle(*place.title);
    }
    return place;
  }

 private:
  // Four short lines in a row are a menu, in verse and tables too: what is lost
  // there is little.
  bool HasMenuRun() const {
    constexpr std::uint32_t kFewWords = 3;
    constexpr int kFewestItems = 4;
    int run = 0;
    for (const Line& line : lines_) {
      const bool item = line.words <= kFewWords && !line.ends_sentence &&
                        line.phrase == Phrase::kNone && !HasStamp(line);
      run = item ? run + 1 : 0;
      if (run == kFewestItems) return true;
    }
    return false;
  }

  // No sign of a portal: the text of one article as a record gives it.
  bool IsClean() const {
    return !HasMenuRun() &&
           std::none_of(lines_.begin(), lines_.end(), [](const Line& line) {
             return IsBorder(line) || line.phrase == Phrase::kMenu ||
                    line.phrase == Phrase::kIdentity || line.is_technical ||
                    line.hints != 0;
           });
  }

  bool IsParagraphAt(std::size_t i) const {
    return i < lines_.size() && IsParagraph(lines_[i], need_marks_);
  }

  std::optional<std::size_t> NextParagraph(std::size_t after,
                                           std::size_t last) const {
    for (std::size_t i = after + 1; i <= last; ++i) {
      if (IsParagraphAt(i)) return i;
    }
    return std::nullopt;
  }

  // The group of paragraphs with most text; of equals, the first.
  std::optional<Cluster> FindBody() const {
    std::optional<Cluster> best;
    std::optional<Cluster> current;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!IsParagraphAt(i)) continue;
      if (!current || !Continues(*current, i)) {
        if (current && (!best || current->chars > best->chars)) best = current;
        current = Cluster{i, i, 0, 0};
      }
      current->last = i;
      ++current->paragraphs;
      current->chars += lines_[i].chars;
    }
    if (current && (!best || current->chars > best->chars)) best = current;
    return best;
  }

  // Two articles on one page: among few lines a stamp, and beside it a title.
  bool BeginsOtherArticle(std::size_t begin, std::size_t end) const {
    constexpr std::size_t kFewLines = 6;
    if (end - begin > kFewLines) return false;
    const auto is_title = [this, begin, end](std::size_t i) {
      if (i < begin || i >= end) return false;
      const Line& line = lines_[i];
      return line.phrase == Phrase::kNone && !IsStamp(line) &&
             !line.is_technical && !line.is_list_item && !line.ends_sentence &&
             line.words > kMenuItemWords / 2;
    };
    for (std::size_t i = begin; i < end; ++i) {
      if (IsBorder(lines_[i])) return false;
      if (IsStamp(lines_[i]) && (is_title(i - 1) || is_title(i + 1))) {
        return true;
      }
    }
    return false;
  }

  // Whether the paragraph `next` belongs to the article of `cluster`.
  bool Continues(const Cluster& cluster, std::size_t next) const {
    const std::size_t gap = next - cluster.last - 1;
    const bool several = cluster.paragraphs > 1;
    if (gap > (several ? kMaxGapAfterSeveral : kMaxGapAfterOne)) return false;
    if (BeginsOtherArticle(cluster.last + 1, next)) return false;
    std::size_t identities = 0;
    bool box = false;
    for (std::size_t i = cluster.last + 1; i < next; ++i) {
      const Line& line = lines_[i];
      if (line.phrase == Phrase::kWidget) return false;
      if (line.phrase == Phrase::kIdentity && ++identities > 1) return false;
      box = box || IsBorder(line);
    }
    // Behind a heading "Tin liên quan" the article may go on, but then with
    // more than the one summary that lists show.
    return !box || (several && gap <= kMaxBoxLines && IsParagraphAt(next + 1));
  }

  std::optional<std::size_t> Title(const std::optional<Cluster>& body) const {
    if (clue_.is_first_line) return 0;
    const Paragraphs paragraphs =
        body ? Paragraphs{body->first, body->last, body->paragraphs}
             : Paragraphs{lines_.size(), lines_.size(), 0};
    return FindTitle(text_, lines_,
                     {clue_, paragraphs, need_marks_, IsClean()});
  }

  static bool EndsArticle(const Line& line) {
    return IsBorder(line) || line.phrase == Phrase::kIdentity ||
           line.phrase == Phrase::kMenu || line.is_list_item ||
           line.is_technical || HasChromeHint(line) ||
           line.link_percent > kMostlyLinks;
  }

  static bool IsMenuLike(const Line& line) {
    return line.phrase == Phrase::kNone && !line.is_name &&
           line.words <= kMenuItemWords && !line.ends_sentence;
  }

  // Captions, a byline and the like may follow the last paragraph; a run of
  // short lines is a menu.
  std::size_t EndAfter(std::size_t last) const {
    std::size_t end = last + 1;
    std::size_t menu_like = 0;
    std::size_t first_menu_like = 0;
    while (end < lines_.size() && !EndsArticle(lines_[end])) {
      if (IsMenuLike(lines_[end]) && menu_like++ == 0) first_menu_like = end;
      if (menu_like > kMaxTailLines) return first_menu_like;
      ++end;
    }
    // "Sở … tỉnh …" right above the address is the footer's first line.
    while (end > last + 1 && end < lines_.size() &&
           lines_[end].phrase == Phrase::kIdentity &&
           IsMenuLike(lines_[end - 1]) && NamesPlace(lines_[end - 1].key)) {
      --end;
    }
    return end;
  }

  // The end of an article without paragraphs: the next border, if near.
  std::size_t EndOfBareArticle(std::size_t title) const {
    if (IsClean()) return lines_.size();
    const std::size_t limit =
        std::min(lines_.size(), title + kMaxBareArticleLines);
    for (std::size_t i = title + 1; i < limit; ++i) {
      if (IsBorder(lines_[i])) return i;
    }
    return title + 1;
  }

  std::string_view text_;
  const std::vector<Line>& lines_;
  const ArticleClue& clue_;
  bool need_marks_ = true;
};

}  // namespace

bool HasChromeHint(const Line& line) {
  return (line.hints & kChromeHints) != 0;
}

bool IsParagraph(const Line& line, bool need_marks) {
  if (line.phrase != Phrase::kNone || line.is_list_item || line.is_technical ||
      IsStamp(line) || HasChromeHint(line) ||
      line.link_percent > kMostlyLinks || (need_marks && !line.has_marks)) {
    return false;
  }
  if (line.chars < kMinParagraphChars) return false;
  return line.ends_sentence || line.sentences > 0 ||
         (line.chars >= kLongParagraphChars && line.commas >= 3);
}

ArticlePlace FindArticle(std::string_view text, const std::vector<Line>& lines,
                         const ArticleClue& clue) {
  return Finder(text, lines, clue).Find();
}

}  // namespace tracuu
