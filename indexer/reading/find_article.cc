#include "indexer/reading/find_article.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string>

#include "common/text/analyze.h"
#include "indexer/reading/html_page.h"

namespace tracuu {
namespace {

constexpr std::uint32_t kChromeHints =
    kHintNavigation | kHintFooter | kHintAside | kHintRelated | kHintControl;
constexpr std::uint32_t kMinParagraphChars = 100;
constexpr std::uint32_t kLongParagraphChars = 300;
constexpr std::uint8_t kMostlyLinks = 60;  // Per cent.

// Short lines that may stand between two paragraphs of one article: after a
// single paragraph, which may be a slogan above a menu, and after several,
// where they are a table or a list.
constexpr std::size_t kMaxGapAfterOne = 15;
constexpr std::size_t kMaxGapAfterSeveral = 60;
// Lines of a box of related articles inside an article.
constexpr std::size_t kMaxBoxLines = 14;

constexpr std::size_t kTitleReach = 12;  // Lines above the first paragraph.
constexpr std::size_t kMaxTitleChars = 300;
constexpr std::size_t kTopicBytes = 1200;
constexpr std::size_t kMaxTailLines = 6;
constexpr std::size_t kMaxBareArticleLines = 25;
constexpr std::size_t kMenuItemWords = 8;

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
         const TitleClue& clue)
      : text_(text), lines_(lines), clue_(clue) {
    std::size_t long_lines = 0;
    std::size_t marked = 0;
    for (const Line& line : lines_) {
      if (line.chars < kMinParagraphChars) continue;
      ++long_lines;
      if (line.has_marks) ++marked;
    }
    need_marks_ = marked * 2 >= long_lines;
    clue_key_ = FoldedKey(clue.text);
  }

  ArticlePlace Find() {
    ArticlePlace place;
    const std::optional<Cluster> body = FindBody();
    if (body) {
      place.first_paragraph = body->first;
      place.last_paragraph = body->last;
      ReadTopic(*body);
    }
    place.title = clue_.is_first_line ? std::optional<std::size_t>(0)
                  : body              ? TitleAbove(*body)
                                      : TitleAlone();
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
  // No sign of a portal: the text of one article as a record gives it.
  bool IsClean() const {
    return std::none_of(lines_.begin(), lines_.end(), [](const Line& line) {
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

  // Whether the paragraph `next` belongs to the article of `cluster`.
  bool Continues(const Cluster& cluster, std::size_t next) const {
    const std::size_t gap = next - cluster.last - 1;
    const bool several = cluster.paragraphs > 1;
    if (gap > (several ? kMaxGapAfterSeveral : kMaxGapAfterOne)) return false;
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

  std::string_view TextOf(const Line& line) const {
    return text_.substr(line.begin, line.end - line.begin);
  }

  // Remembers the words of the first paragraphs.
  void ReadTopic(const Cluster& body) {
    const std::size_t begin = lines_[body.first].begin;
    const std::size_t end =
        std::min<std::size_t>(lines_[body.last].end, begin + kTopicBytes);
    AddTopic(text_.substr(begin, end - begin));
  }

  void AddTopic(std::string_view text) {
    const std::hash<std::string> hash;
    for (const Token& token : Analyze(text).tokens) {
      topic_.push_back(hash(token.folded));
    }
    std::sort(topic_.begin(), topic_.end());
  }

  // The share of the line's words that the first paragraphs have too.
  double TopicShare(const Line& line) const {
    const std::hash<std::string> hash;
    std::size_t words = 0;
    std::size_t shared = 0;
    std::size_t at = 0;
    while (at < line.key.size()) {
      const std::size_t end = std::min(line.key.find(' ', at), line.key.size());
      ++words;
      if (std::binary_search(topic_.begin(), topic_.end(),
                             hash(line.key.substr(at, end - at)))) {
        ++shared;
      }
      at = end + 1;
    }
    return words == 0
               ? 0
               : static_cast<double>(shared) / static_cast<double>(words);
  }

  bool MayBeTitle(const Line& line) const {
    const bool plain =
        line.phrase == Phrase::kNone || line.phrase == Phrase::kCaption ||
        line.phrase == Phrase::kByline || line.phrase == Phrase::kIdentity;
    return plain && !line.is_stamp && !line.is_technical &&
           !HasChromeHint(line) && line.chars <= kMaxTitleChars &&
           line.words >= 3 && (line.has_marks || !need_marks_);
  }

  bool MatchesClue(const Line& line) const {
    if (clue_key_.empty() || line.chars > kMaxTitleChars) return false;
    const std::string key = FoldedKey(TextOf(line));
    // Metadata often has the site's name behind the title.
    return key == clue_key_ ||
           (line.words >= 4 && clue_key_.starts_with(key + " "));
  }

  // A short line that stands on the page more than once is an item of menus.
  bool IsRepeatedItem(const Line& line) const {
    return line.words <= kMenuItemWords &&
           std::count_if(lines_.begin(), lines_.end(), [&line](const Line& l) {
             return l.key == line.key;
           }) > 1;
  }

  bool IsStampAt(std::size_t i) const {
    return i < lines_.size() && lines_[i].is_stamp;
  }

  // How well line `i` would do as the title of an article whose text begins
  // at line `body`.
  double TitleScore(std::size_t i, std::size_t body) const {
    const Line& line = lines_[i];
    double score = 6 * TopicShare(line);
    score += line.words >= 9   ? 4
             : line.words >= 6 ? 3
             : line.words >= 4 ? 1
                               : -3;
    if (line.words > 45) score -= 5;
    if (i > 0 && IsStampAt(i - 1)) score += 4;
    if (i + 1 < body && IsStampAt(i + 1)) score += 3;
    if (i == 0)
      score += TextOf(line).find(" - ") == std::string_view::npos ? 3 : -2;
    if (line.starts_lower) score -= 3;
    if (line.phrase == Phrase::kIdentity) score -= 5;
    if (line.phrase != Phrase::kNone) score -= 2;
    if (IsRepeatedItem(line)) score -= 4;
    // The second of two is the subtitle.
    if (i > 0 && MayBeTitle(lines_[i - 1]) && lines_[i - 1].words >= 6 &&
        !IsRepeatedItem(lines_[i - 1])) {
      score -= 1.5;
    }
    if (line.is_list_item) score -= 3;
    if (line.sentences > 1) score -= 2;
    if (line.heading == 1) score += 5;
    if (line.heading > 1) score += 2;
    if ((line.hints & kHintTitle) != 0) score += 3;
    if (line.link_percent > kMostlyLinks) score -= 3;
    if (MatchesClue(line)) score += 20;
    return score - 0.4 * static_cast<double>(body - i);
  }

  std::optional<std::size_t> TitleAbove(const Cluster& body) const {
    std::size_t limit = body.first;
    // A long title under a stamp may look like the first paragraph.
    if (body.paragraphs > 1 && body.first > 0 && IsStampAt(body.first - 1) &&
        MayBeTitle(lines_[body.first]) && lines_[body.first].sentences == 0) {
      ++limit;
    }
    const std::size_t reach = clue_key_.empty() ? kTitleReach : lines_.size();
    std::optional<std::size_t> best;
    double best_score = 0;
    for (std::size_t i = body.first - std::min(body.first, reach); i < limit;
         ++i) {
      if (!MayBeTitle(lines_[i])) continue;
      const double score = TitleScore(i, body.first);
      if (!best || score > best_score) {
        best = i;
        best_score = score;
      }
    }
    return best;
  }

  // The title of a page without paragraphs: beside a stamp, or above "Xem chi
  // tiết"; on a clean page, its first line.
  std::optional<std::size_t> TitleAlone() {
    if (IsClean()) {
      return !lines_.empty() && MayBeTitle(lines_[0])
                 ? std::optional<std::size_t>(0)
                 : std::nullopt;
    }
    std::optional<std::size_t> best;
    double best_score = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!IsAnchor(i)) continue;
      const std::size_t from = i - std::min<std::size_t>(i, 3);
      const std::size_t to = std::min(i + 2, lines_.size());
      for (std::size_t j = from; j < to; ++j) {
        if (!MayBeTitle(lines_[j]) || lines_[j].words < 5) continue;
        topic_.clear();
        if (j + 1 < lines_.size()) AddTopic(TextOf(lines_[j + 1]));
        const double score = TitleScore(j, std::max(i, j));
        if (!best || score > best_score) {
          best = j;
          best_score = score;
        }
      }
      // Behind the first article's end only lists follow.
      if (best && lines_[i].phrase == Phrase::kArticleEnd) break;
    }
    return best;
  }

  bool IsAnchor(std::size_t i) const {
    return lines_[i].is_stamp || lines_[i].phrase == Phrase::kArticleEnd;
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
  const TitleClue& clue_;
  bool need_marks_ = true;
  std::string clue_key_;
  std::vector<std::size_t> topic_;  // Hashes of folded words, sorted.
};

}  // namespace

bool HasChromeHint(const Line& line) {
  return (line.hints & kChromeHints) != 0;
}

bool IsParagraph(const Line& line, bool need_marks) {
  if (line.phrase != Phrase::kNone || line.is_list_item || line.is_technical ||
      line.is_stamp || HasChromeHint(line) ||
      line.link_percent > kMostlyLinks || (need_marks && !line.has_marks)) {
    return false;
  }
  if (line.chars < kMinParagraphChars) return false;
  return line.ends_sentence || line.sentences > 0 ||
         (line.chars >= kLongParagraphChars && line.commas >= 3);
}

ArticlePlace FindArticle(std::string_view text, const std::vector<Line>& lines,
                         const TitleClue& clue) {
  return Finder(text, lines, clue).Find();
}

}  // namespace tracuu
