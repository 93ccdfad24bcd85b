#include "indexer/reading/title_finder.h"

#include <algorithm>
#include <array>
#include <functional>
#include <string>

#include "common/text/analyze.h"
#include "indexer/reading/find_article.h"
#include "indexer/reading/html_page.h"

namespace tracuu {
namespace {

constexpr std::size_t kTitleReach = 12;  // Lines above the first paragraph.
constexpr std::size_t kMaxTitleChars = 300;
constexpr std::size_t kTopicBytes = 1200;
constexpr std::size_t kMaxSiteNameWords = 16;
constexpr std::size_t kMaxKindChars = 24;

class TitleFinder {
 public:
  TitleFinder(std::string_view text, const std::vector<Line>& lines,
              const TitleSearch& search)
      : text_(text), lines_(lines), search_(search) {
    clue_key_ = FoldedKey(search.clue.text);
    const std::string site = FoldedKey(search.clue.site_name);
    const bool is_identity = PhraseOf(clue_key_, search.clue.text.size(),
                                      false) == Phrase::kIdentity;
    if (clue_key_ == site || is_identity || ClueIsSiteName()) {
      clue_key_.clear();
    }
    if (search.paragraphs.count > 0) ReadTopic();
  }

  // The best line above the paragraphs.
  std::optional<std::size_t> Above() const {
    const Paragraphs& body = search_.paragraphs;
    std::size_t limit = body.first;
    // A long title under a stamp may look like the first paragraph.
    if (body.count > 1 && body.first > 0 && IsStampAt(body.first - 1) &&
        MayBeTitle(lines_[body.first]) && lines_[body.first].sentences == 0 &&
        !lines_[body.first].ends_sentence) {
      ++limit;
    }
    const std::size_t reach = clue_key_.empty() ? kTitleReach : lines_.size();
    std::optional<std::size_t> best;
    double best_score = 0;
    for (std::size_t i = body.first - std::min(body.first, reach); i < limit;
         ++i) {
      if (!MayBeTitle(lines_[i])) continue;
      const double score = Score(i, body.first);
      if (!best || score > best_score) {
        best = i;
        best_score = score;
      }
    }
    return best;
  }

  // The title of a page without paragraphs: beside a stamp, or above "Xem chi
  // tiết"; on a clean page, its first line.
  std::optional<std::size_t> Alone() {
    if (search_.is_clean) {
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
        const double score = Score(j, std::max(i, j));
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

 private:
  std::string_view TextOf(const Line& line) const {
    return text_.substr(line.begin, line.end - line.begin);
  }

  // Remembers the words of the first paragraphs.
  void ReadTopic() {
    const std::size_t begin = lines_[search_.paragraphs.first].begin;
    const std::size_t end = std::min<std::size_t>(
        lines_[search_.paragraphs.last].end, begin + kTopicBytes);
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
    return plain && !HasStamp(line) && !line.is_technical &&
           !HasChromeHint(line) && line.chars <= kMaxTitleChars &&
           line.words >= 3 &&
           (line.has_marks || !search_.need_marks || IsBareCapitals(line));
  }

  // "CHI BO CO QUAN HUYEN UY SINH HOAT CHUYEN DE": old printers had no marks on
  // capitals. What it says must be what the text says.
  bool IsBareCapitals(const Line& line) const {
    constexpr double kLeastShared = 0.6;
    constexpr std::uint32_t kFewestWords = 6;
    return line.is_upper && line.words >= kFewestWords &&
           TopicShare(line) >= kLeastShared;
  }

  // What the metadata's title says for the line. It often has the site's name
  // behind the article's title, sometimes in front; and sometimes nothing else.
  double ClueScore(std::size_t i) const {
    constexpr double kSame = 20;
    constexpr double kEnd = 6;
    const Line& line = lines_[i];
    if (clue_key_.empty() || line.chars > kMaxTitleChars) return 0;
    if (line.heading != 1 &&
        (IsSiteName(line) || (i == 0 && NamesPlace(line.key)))) {
      return 0;
    }
    const std::string key = FoldedKey(TextOf(line));
    if (key == clue_key_ ||
        (line.words >= 4 && clue_key_.starts_with(key + " "))) {
      return kSame;
    }
    return line.words >= 6 && clue_key_.ends_with(" " + key) ? kEnd : 0;
  }

  // The browser's title is the site's name where it stands above the article
  // and in the footer.
  bool ClueIsSiteName() const {
    if (clue_key_.empty() || search_.paragraphs.count == 0) return false;
    return std::any_of(
        lines_.begin(),
        lines_.begin() + static_cast<std::ptrdiff_t>(search_.paragraphs.first),
        [this](const Line& line) {
          return line.key == clue_key_ && IsSiteName(line) &&
                 (line.heading != 1 || NamesPlace(line.key));
        });
  }

  bool IsSiteName(const Line& line) const {
    return search_.paragraphs.count > 0 && line.words <= kMaxSiteNameWords &&
           StandsInFooter(line, lines_, search_.paragraphs.last);
  }

  // A short line that stands on the page more than once is an item of menus.
  bool IsRepeatedItem(const Line& line) const {
    return line.words <= kMenuItemWords &&
           std::count_if(lines_.begin(), lines_.end(), [&line](const Line& l) {
             return l.key == line.key;
           }) > 1;
  }

  // Long enough for a title, and no name of the site or of a section.
  bool IsFullTitle(const Line& line) const {
    return MayBeTitle(line) && line.words >= 6 && !IsRepeatedItem(line) &&
           !IsSiteName(line);
  }

  bool IsMenuBetween(std::size_t begin, std::size_t end) const {
    constexpr std::uint32_t kLongestItem = 4;  // Words
    constexpr int kFewestItems = 2;
    int items = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const Line& line = lines_[i];
      if (line.phrase == Phrase::kMenu ||
          (line.words <= kLongestItem && !line.ends_sentence &&
           line.phrase == Phrase::kNone && !HasStamp(line))) {
        ++items;
      }
    }
    return items >= kFewestItems;
  }

  bool IsStampAt(std::size_t i) const {
    return i < lines_.size() && HasStamp(lines_[i]);
  }

  bool IsAnchor(std::size_t i) const {
    return IsStamp(lines_[i]) || lines_[i].phrase == Phrase::kArticleEnd;
  }

  // "BÁO CÁO" on a line of its own: what follows is the document's title.
  bool FollowsDocumentKind(std::size_t i) const {
    static constexpr std::array<std::string_view, 12> kKinds = {
        "bao cao",  "nghi quyet",   "ke hoach", "thong bao",
        "to trinh", "quyet dinh",   "chi thi",  "huong dan",
        "ket luan", "chuong trinh", "quy dinh", "chuong trinh hanh dong"};
    if (i == 0) return false;
    const std::string& key = lines_[i - 1].key;
    return lines_[i - 1].chars <= kMaxKindChars &&
           std::find(kKinds.begin(), kKinds.end(), key) != kKinds.end();
  }

  // What the line's own words and shape say.
  double ShapeScore(std::size_t i) const {
    const Line& line = lines_[i];
    double score = line.words >= 9   ? 4
                   : line.words >= 6 ? 3
                   : line.words >= 4 ? 1
                                     : -3;
    if (line.words > 45) score -= 5;
    // The first line of a portal is its name.
    if (i == 0) {
      const bool parted = TextOf(line).find(" - ") != std::string_view::npos ||
                          TextOf(line).find(" | ") != std::string_view::npos ||
                          line.is_upper;
      score += search_.is_clean ? (parted ? -2 : 3) : (parted ? -6 : 0);
    }
    if ((line.hints & kHintHeader) != 0 && line.heading != 1) score -= 6;
    if (line.starts_lower) score -= 3;
    if (line.phrase == Phrase::kIdentity) score -= 5;
    if (line.phrase != Phrase::kNone) score -= 2;
    if (line.is_list_item) score -= 3;
    if (line.sentences > 1) score -= 2;
    // A slide of other articles may have its own.
    if (line.heading == 1) score += line.link_percent > kMostlyLinks ? 3 : 5;
    if (line.heading > 1) score += 2;
    if ((line.hints & kHintTitle) != 0) score += 3;
    if (line.link_percent > kMostlyLinks) score -= 3;
    return score;
  }

  // How well line `i` would do as the title of an article whose text begins
  // at line `body`.
  double Score(std::size_t i, std::size_t body) const {
    const Line& line = lines_[i];
    double score = 6 * TopicShare(line) + ShapeScore(i);
    // Above a clock and a menu stands the site's name.
    const bool above_stamp = i + 1 < body && IsStampAt(i + 1) &&
                             (i > 0 || !IsMenuBetween(i + 2, body));
    const bool below_stamp = i > 0 && IsStampAt(i - 1);
    // Between a title and the text a stamp may be followed by a subtitle.
    if (below_stamp) {
      const bool titled = i > 1 && IsFullTitle(lines_[i - 2]) &&
                          lines_[i - 2].words > kMenuItemWords;
      score += titled ? 1 : 4;
    }
    if (above_stamp) score += 3;
    // The first line of a portal is its name.
    if (i == 0 && !search_.is_clean && !above_stamp) score -= 3;
    if (line.is_upper && !above_stamp && !below_stamp) score -= 2;
    if (IsRepeatedItem(line)) score -= 4;
    if (IsSiteName(line) && (line.heading != 1 || NamesPlace(line.key))) {
      score -= 8;
    }
    // The second of two is the subtitle, or the office that sent the news.
    if (i > 0 && IsFullTitle(lines_[i - 1])) {
      const bool office = lines_[i - 1].words > kMenuItemWords &&
                          line.words <= kMenuItemWords && NamesPlace(line.key);
      score -= office ? 4.5 : 1.5;
    }
    if (FollowsDocumentKind(i)) score += 8;
    score += ClueScore(i);
    return score - 0.4 * static_cast<double>(body - i);
  }

  std::string_view text_;
  const std::vector<Line>& lines_;
  const TitleSearch& search_;
  std::string clue_key_;
  std::vector<std::size_t> topic_;  // Hashes of folded words, sorted.
};

}  // namespace

bool StandsInFooter(const Line& line, const std::vector<Line>& lines,
                    std::size_t last) {
  constexpr std::uint32_t kFewestWords = 3;
  if (line.words < kFewestWords || line.key.empty()) return false;
  for (std::size_t i = last + 1; i < lines.size(); ++i) {
    const Line& other = lines[i];
    if (other.is_list_item || other.link_percent > kMostlyLinks) continue;
    const bool owned = other.phrase == Phrase::kIdentity ||
                       HasChromeHint(other);  // "© 2011 Đảng ủy Khối …"
    if (other.key == line.key || other.key.starts_with(line.key + " ") ||
        (owned && other.key.ends_with(" " + line.key))) {
      return true;
    }
  }
  return false;
}

std::optional<std::size_t> FindTitle(std::string_view text,
                                     const std::vector<Line>& lines,
                                     const TitleSearch& search) {
  TitleFinder finder(text, lines, search);
  return search.paragraphs.count > 0 ? finder.Above() : finder.Alone();
}

}  // namespace tracuu
