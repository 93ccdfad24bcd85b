#include "indexer/reading/label_lines.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_set>

#include "common/text/analyze.h"
#include "indexer/reading/find_article.h"
#include "indexer/reading/html_page.h"
#include "indexer/reading/stamp_finder.h"
#include "indexer/reading/title_finder.h"

namespace tracuu {
namespace {

constexpr std::uint32_t kMaxCaptionChars = 300;
constexpr std::uint32_t kMaxLeadChars = 700;
constexpr std::uint32_t kMaxBylineChars = 80;
constexpr std::size_t kCreditReach = 80;  // Bytes from the end of a caption.
// Names of places beside a line of identity belong to it, this far.
constexpr int kIdentityReach = 2;
constexpr std::uint32_t kMaxIdentityChars = 120;

class Labeller {
 public:
  Labeller(std::string_view text, const std::vector<Line>& lines,
           const ArticlePlace& place, const ArticleClue& clue)
      : text_(text),
        lines_(lines),
        place_(place),
        author_key_(FoldedKey(clue.author)),
        site_key_(FoldedKey(clue.site_name)),
        roles_(lines.size(), BlockRole::kChrome) {
    FindLead(FoldedKey(clue.description));
  }

  std::vector<BlockRole> Run() {
    LabelIdentity();
    LabelArticle();
    LabelStamp();
    return std::move(roles_);
  }

 private:
  bool InArticle(std::size_t i) const {
    return i >= place_.begin && i < place_.end;
  }

  std::string_view TextOf(const Line& line) const {
    return text_.substr(line.begin, line.end - line.begin);
  }

  void LabelIdentity() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!InArticle(i) && (lines_[i].phrase == Phrase::kIdentity ||
                            IsPageTitle(i) || IsSiteName(i))) {
        roles_[i] = BlockRole::kIdentity;
      }
    }
    for (int pass = 0; pass < kIdentityReach; ++pass) {
      std::vector<std::size_t> joined;
      for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (JoinsIdentity(i)) joined.push_back(i);
      }
      for (const std::size_t i : joined) roles_[i] = BlockRole::kIdentity;
    }
  }

  // "Trang chủ - Sở … tỉnh …": what the browser shows, dumped first.
  bool IsPageTitle(std::size_t i) const {
    return i == 0 && lines_[i].chars <= kMaxIdentityChars &&
           !lines_[i].is_technical &&
           TextOf(lines_[i]).find(" - ") != std::string_view::npos;
  }

  bool JoinsIdentity(std::size_t i) const {
    const Line& line = lines_[i];
    const auto is_identity = [this](std::size_t j) {
      return j < roles_.size() && roles_[j] == BlockRole::kIdentity;
    };
    return roles_[i] == BlockRole::kChrome && !InArticle(i) &&
           line.phrase == Phrase::kNone && !line.is_list_item &&
           !IsStamp(line) && !line.is_technical && line.has_marks &&
           line.chars <= kMaxIdentityChars && NamesPlace(line.key) &&
           (is_identity(i + 1) || (i > 0 && is_identity(i - 1)));
  }

  // What the metadata calls the site, or what stands above the article and in
  // the footer.
  bool IsSiteName(std::size_t i) const {
    const Line& line = lines_[i];
    if (line.phrase != Phrase::kNone || IsStamp(line) || line.is_technical ||
        line.chars > kMaxIdentityChars) {
      return false;
    }
    if (!site_key_.empty() && line.key == site_key_) return true;
    // "ĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH …": the banner.
    if ((line.hints & kHintHeader) != 0 &&
        (line.hints & kHintNavigation) == 0 && i < place_.begin &&
        line.has_marks && NamesPlace(line.key)) {
      return true;
    }
    constexpr std::size_t kBannerLines = 4;
    if (i < kBannerLines && i < place_.begin && line.is_upper &&
        NamesPlace(line.key)) {
      return true;
    }
    return place_.last_paragraph && i < place_.begin && line.has_marks &&
           NamesPlace(line.key) &&
           StandsInFooter(line, lines_, *place_.last_paragraph);
  }

  // Which paragraph is the lead: the one that the markup calls so, or that
  // the metadata gives as the description, perhaps cut.
  void FindLead(const std::string& description) {
    constexpr std::size_t kShortestDescription = 40;  // Bytes
    constexpr std::uint32_t kShortestLead = 60;
    const std::size_t first = place_.title.value_or(place_.begin);
    for (std::size_t i = first; i < place_.end; ++i) {
      const Line& line = lines_[i];
      if (i == place_.title || line.chars < kShortestLead ||
          line.chars > kMaxLeadChars || line.phrase != Phrase::kNone) {
        continue;
      }
      const bool described = description.size() >= kShortestDescription &&
                             FoldedKey(TextOf(line)).starts_with(description);
      if (described || (line.hints & kHintLead) != 0) {
        lead_ = i;
        return;
      }
    }
    if (place_.first_paragraph != place_.last_paragraph &&
        lines_[*place_.first_paragraph].chars <= kMaxLeadChars) {
      lead_ = place_.first_paragraph;
    }
  }

  void LabelStamp() {
    if (const auto stamp = FindStamp(text_, lines_, place_)) {
      roles_[*stamp] = BlockRole::kStamp;
    }
  }

  void LabelArticle() {
    bool in_box = false;
    for (std::size_t i = place_.begin; i < place_.end; ++i) {
      if (i == place_.title) {
        roles_[i] = BlockRole::kTitle;
        seen_.insert(lines_[i].key);
        continue;
      }
      if (lines_[i].phrase == Phrase::kListHeading) {
        in_box = true;
      } else if (in_box && IsParagraph(lines_[i], false)) {
        in_box = false;
      }
      if (!in_box) roles_[i] = RoleInArticle(i);
    }
  }

  BlockRole RoleInArticle(std::size_t i) {
    const Line& line = lines_[i];
    const bool among = place_.first_paragraph && i >= *place_.first_paragraph &&
                       i <= *place_.last_paragraph;
    if (line.phrase == Phrase::kTool || line.phrase == Phrase::kArticleEnd ||
        line.phrase == Phrase::kMenu) {
      return BlockRole::kChrome;
    }
    if (line.is_technical && !among) return BlockRole::kChrome;
    if (!site_key_.empty() && line.key == site_key_) {
      return BlockRole::kIdentity;
    }
    // A caption is often dumped twice: as the picture's text and below it.
    if (!line.key.empty() && !line.is_technical &&
        line.chars < kMaxCaptionChars && !seen_.insert(line.key).second) {
      return BlockRole::kChrome;
    }
    if (IsByline(i, among)) return BlockRole::kByline;
    if (IsCaption(line)) return BlockRole::kCaption;
    return i == lead_ ? BlockRole::kLead : BlockRole::kBody;
  }

  bool IsByline(std::size_t i, bool among) const {
    const Line& line = lines_[i];
    if (line.chars <= kMaxBylineChars &&
        ((line.hints & kHintAuthor) != 0 ||
         (!author_key_.empty() && line.key == author_key_))) {
      return true;
    }
    if (line.phrase == Phrase::kByline && !line.ends_sentence) return true;
    if (among || !place_.first_paragraph) return false;
    if (line.phrase == Phrase::kByline) return true;
    const bool after_byline = i > 0 && roles_[i - 1] == BlockRole::kByline &&
                              place_.last_paragraph &&
                              i > *place_.last_paragraph;
    return !line.ends_sentence && line.chars <= kMaxBylineChars &&
           (line.is_name || after_byline || TextOf(line).ends_with('|'));
  }

  bool IsCaption(const Line& line) const {
    if (line.chars > kMaxCaptionChars) return false;
    if ((line.hints & kHintCaption) != 0) return true;
    const std::string_view text = TextOf(line);
    const std::string_view tail =
        text.substr(text.size() - std::min(text.size(), kCreditReach));
    if (tail.find("Ảnh:") != std::string_view::npos) return true;
    return !line.ends_sentence && line.phrase == Phrase::kCaption;
  }

  std::string_view text_;
  const std::vector<Line>& lines_;
  const ArticlePlace& place_;
  const std::string author_key_;
  const std::string site_key_;
  std::optional<std::size_t> lead_;
  std::vector<BlockRole> roles_;
  std::unordered_set<std::string> seen_;
};

}  // namespace

LabelledLines LabelLines(std::string_view text, const std::vector<Line>& lines,
                         const ArticleClue& clue) {
  const ArticlePlace place = FindArticle(text, lines, clue);
  return {Labeller(text, lines, place, clue).Run(), place.title};
}

}  // namespace tracuu
