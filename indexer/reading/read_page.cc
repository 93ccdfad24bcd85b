#include "indexer/reading/read_page.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/domain/date.h"
#include "common/text/analyze.h"
#include "indexer/encoding/doctor.h"
#include "indexer/encoding/legacy_charset.h"
#include "indexer/readers/canonical_url.h"
#include "indexer/reading/capital_font.h"
#include "indexer/reading/html_page.h"
#include "indexer/reading/label_lines.h"
#include "indexer/reading/line.h"
#include "indexer/reading/unwrap.h"

namespace tracuu {
namespace {

// Block ranges have 32 bits; far above ReadLimits::max_page_bytes.
constexpr std::size_t kMaxTextBytes = std::size_t{1} << 30;
constexpr std::size_t kMaxMadeTitleBytes = 160;
constexpr std::uint32_t kMaxStampChars = 80;
// A hint that covers more of the text than this describes the page's layout.
constexpr std::size_t kLayoutShare = 60;  // Per cent.

// Text and lines of a page, before labels.
struct ReadText {
  std::string text;
  std::vector<Line> lines;
  std::string title_clue;
  bool title_is_first_line = false;
  std::string description;
  std::string author;
  std::string site_name;
};

std::string_view TextOf(const std::string& text, const Line& line) {
  return std::string_view(text).substr(line.begin, line.end - line.begin);
}

std::string OneLine(std::string_view text) {
  std::string line = RepairUnicode(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  const std::size_t begin = line.find_first_not_of(" \t");
  if (begin == std::string::npos) return {};
  return line.substr(begin, line.find_last_not_of(" \t") + 1 - begin);
}

// Puts a title that the record states in front, unless it is there already.
std::string WithStatedTitle(const std::optional<std::string>& stated,
                            std::string text, ReadText* read) {
  const std::string title = stated ? OneLine(*stated) : std::string();
  if (title.empty()) return text;
  read->title_clue = title;
  read->title_is_first_line = true;
  const std::size_t begin = text.find_first_not_of(" \t\n");
  if (begin == std::string::npos) return title;
  const std::size_t end = std::min(text.find('\n', begin), text.size());
  const std::string_view first =
      std::string_view(text).substr(begin, end - begin);
  if (ExactKey(first) == ExactKey(title)) return text;
  return title + "\n\n" + text;
}

// Drops hints that cover most of the page's own text.
void DropLayoutHints(std::vector<HtmlBlock>* blocks) {
  for (std::uint32_t bit = 1; bit != 0 && bit <= kHintContent; bit <<= 1) {
    std::size_t all = 0;
    std::size_t hinted = 0;
    for (const HtmlBlock& block : *blocks) {
      const std::size_t own =
          block.text.size() * (100U - block.link_percent) / 100;
      all += own;
      if ((block.hints & bit) != 0) hinted += own;
    }
    if (hinted * 100 <= all * kLayoutShare) continue;
    for (HtmlBlock& block : *blocks) block.hints &= ~bit;
  }
}

// Makes one block of the day of a calendar leaf and its month.
void JoinCalendarLeaves(std::vector<HtmlBlock>* blocks) {
  for (std::size_t i = 1; i < blocks->size(); ++i) {
    HtmlBlock& day = (*blocks)[i - 1];
    HtmlBlock& month = (*blocks)[i];
    if (!MakeCalendarLeaf(day.text, month.text)) continue;
    month.text = day.text + " " + month.text;
    day.text.clear();
  }
  std::erase_if(*blocks,
                [](const HtmlBlock& block) { return block.text.empty(); });
}

// The same for a dump: blanks for the line feeds between.
std::string WithCalendarLeaves(std::string text) {
  const auto line_at = [&text](std::size_t begin) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    return std::string_view(text).substr(begin, end - begin);
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view day = line_at(at);
    std::size_t next = at + day.size();
    while (next < text.size() && text[next] == '\n') ++next;
    if (!day.empty() && day.size() <= 2 && next < text.size() &&
        MakeCalendarLeaf(day, line_at(next))) {
      std::fill(text.begin() + static_cast<std::ptrdiff_t>(at + day.size()),
                text.begin() + static_cast<std::ptrdiff_t>(next), ' ');
    }
    at = next;
  }
  return text;
}

// A heading that <br> breaks is one line; the stamp below it is not part of it.
void JoinHeading(std::string* text) {
  for (std::size_t at = text->find('\n'); at != std::string::npos;
       at = text->find('\n', at + 1)) {
    const std::size_t end = std::min(text->find('\n', at + 1), text->size());
    const Line next = ReadLine(*text, static_cast<std::uint32_t>(at + 1),
                               static_cast<std::uint32_t>(end));
    if (!IsStamp(next)) (*text)[at] = ' ';
  }
}

void ReadHtmlBlocks(HtmlPage page, ReadText* read) {
  DropLayoutHints(&page.blocks);
  JoinCalendarLeaves(&page.blocks);
  for (const HtmlBlock& block : page.blocks) {
    std::string text = RepairUnicode(block.text);
    if (block.heading != 0) JoinHeading(&text);
    const std::size_t offset = read->text.size();
    read->text += text;
    read->text += '\n';
    for (Line& line : SplitLines(text)) {
      line.begin += static_cast<std::uint32_t>(offset);
      line.end += static_cast<std::uint32_t>(offset);
      line.hints = block.hints;
      line.heading = block.heading;
      line.link_percent = block.link_percent;
      read->lines.push_back(std::move(line));
    }
  }
  for (Line& line : read->lines) {
    if ((line.hints & kHintDate) == 0 || line.chars > kMaxStampChars) continue;
    if (HasStamp(line) ? !IsStamp(line)
                       : AreStampNumbers(TextOf(read->text, line))) {
      line.stamp.shape = StampShape::kBare;
    }
  }
}

// The day that metadata states, mostly in ISO's form, sometimes in a reader's.
// What an American clock follows ("5/6/2021 2:05 PM") has no sure order.
std::optional<Date> ReadStatedDay(const std::string& text) {
  if (const std::optional<Date> day = ParseIso(text)) return day;
  if (text.find("PM") != std::string::npos ||
      text.find("AM") != std::string::npos) {
    return std::nullopt;
  }
  for (const DateMention& mention : FindDates(text, Analyze(text))) {
    if (mention.date.is_day()) return mention.date;
  }
  return std::nullopt;
}

void SetStatedByPage(const HtmlPage& page, StatedFields* stated) {
  if (stated->published || page.published.empty()) return;
  stated->published = ReadStatedDay(page.published);
}

// Descriptions are often cut: "Sáng nay, Huyện ủy …".
std::string_view WithoutEllipsis(std::string_view text) {
  while (text.ends_with(' ') || text.ends_with('.')) text.remove_suffix(1);
  constexpr std::string_view kEllipsis = "…";
  if (text.ends_with(kEllipsis)) text.remove_suffix(kEllipsis.size());
  return text;
}

ReadText ReadHtml(HtmlPage page, StatedFields* stated) {
  ReadText read;
  SetStatedByPage(page, stated);
  read.description = OneLine(WithoutEllipsis(page.description));
  read.author = OneLine(page.author);
  read.site_name = OneLine(page.site_name);
  const std::string title = stated->title ? OneLine(*stated->title) : "";
  if (!title.empty()) {
    HtmlBlock block;
    block.text = title;
    block.heading = 1;
    page.blocks.insert(page.blocks.begin(), std::move(block));
    read.title_clue = title;
    read.title_is_first_line = true;
  } else {
    read.title_clue =
        OneLine(page.headline.empty() ? page.title : page.headline);
  }
  ReadHtmlBlocks(std::move(page), &read);
  return read;
}

// "https://www.example.vn:8080/a" → "example.vn".
std::string HostOf(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/?#"));
  if (const std::size_t user = url.find_last_of('@');
      user != std::string_view::npos) {
    url.remove_prefix(user + 1);
  }
  url = url.substr(0, url.find(':'));
  std::string host(url);
  std::transform(host.begin(), host.end(), host.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return host.starts_with("www.") ? host.substr(4) : host;
}

// Cuts what templates hang on a title: "Tiêu đề ( )", "Tiêu đề |".
std::string_view CutTitle(std::string_view title) {
  for (;;) {
    while (title.ends_with(' ') || title.ends_with('|')) {
      title.remove_suffix(1);
    }
    if (title.ends_with("( )")) {
      title.remove_suffix(3);
    } else if (title.ends_with("()")) {
      title.remove_suffix(2);
    } else {
      return title;
    }
  }
}

// The beginning of a text without a title, up to a sentence end or a word.
std::string MadeTitle(std::string_view text) {
  const std::size_t sentence = text.find(". ");
  if (sentence != std::string_view::npos) text = text.substr(0, sentence + 1);
  if (text.size() <= kMaxMadeTitleBytes) return std::string(text);
  const std::size_t space = text.rfind(' ', kMaxMadeTitleBytes);
  if (space == std::string_view::npos || space == 0) {
    std::size_t size = kMaxMadeTitleBytes;
    while (size > 0 && (text[size] & '\xC0') == '\x80') --size;
    return std::string(text.substr(0, size)) + "…";
  }
  return std::string(text.substr(0, space)) + "…";
}

// Neighbouring lines of chrome make one block; all others their own.
void AddBlock(BlockRole role, std::uint32_t begin, std::uint32_t end,
              std::vector<Block>* blocks) {
  if (role == BlockRole::kChrome && !blocks->empty() &&
      blocks->back().role == role) {
    blocks->back().end = end;
    return;
  }
  blocks->push_back({role, begin, end});
}

void LabelArticle(ReadText read, Article* article) {
  const LabelledLines labels =
      LabelLines(read.text, read.lines,
                 {read.title_clue, read.title_is_first_line, read.description,
                  read.author, read.site_name});
  for (std::size_t i = 0; i < read.lines.size(); ++i) {
    const Line& line = read.lines[i];
    std::uint32_t end = line.end;
    if (i == labels.title) {
      const std::string_view title = CutTitle(TextOf(read.text, line));
      article->title = title;
      end = line.begin + static_cast<std::uint32_t>(title.size());
    }
    AddBlock(labels.roles[i], line.begin, end, &article->blocks);
  }
  article->text = std::move(read.text);
  if (!article->title.empty()) return;
  if (!read.title_clue.empty()) {
    article->title = read.title_clue;
    return;
  }
  const auto made_from = [&](auto&& wanted) {
    for (const Block& block : article->blocks) {
      if (!article->title.empty() || !wanted(block.role)) continue;
      article->title =
          MadeTitle(OneLine(std::string_view(article->text)
                                .substr(block.begin, block.end - block.begin)));
    }
  };
  made_from([](BlockRole role) {
    return role == BlockRole::kLead || role == BlockRole::kBody;
  });
  made_from([](BlockRole role) { return role == BlockRole::kIdentity; });
  made_from([](BlockRole) { return true; });
}

void AddRepair(const Treatment& treatment, std::vector<std::string>* repairs) {
  if (!treatment.is_none()) repairs->push_back(treatment.Name());
}

// Mends a page whose text was stored in the wrong encoding, and what the
// record states, which mostly shares its fate.
void TreatPage(Page* page) {
  StatedFields& stated = page->stated;
  const Treatment treatment =
      Diagnose(stated.title.value_or("") + "\n" + page->content);
  if (treatment.is_none()) return;
  AddRepair(treatment, &page->repairs);
  page->content = Treat(page->content, treatment);
  for (auto* text : {&stated.title, &stated.publisher}) {
    if (*text) *text = Treat(**text, treatment);
  }
  for (auto* texts : {&stated.provinces, &stated.units, &stated.resolutions}) {
    for (std::string& text : *texts) text = Treat(text, treatment);
  }
}

// The same for what markup spelt as entities: "B&para;o v&Ouml;".
void TreatBlocks(HtmlPage* html, std::vector<std::string>* repairs) {
  std::string all = html->title + "\n" + html->headline;
  for (const HtmlBlock& block : html->blocks) all += "\n" + block.text;
  const Treatment treatment = Diagnose(all);
  if (treatment.is_none()) return;
  AddRepair(treatment, repairs);
  for (std::string* text : {&html->title, &html->headline, &html->author,
                            &html->description, &html->site_name}) {
    *text = Treat(*text, treatment);
  }
  for (HtmlBlock& block : html->blocks) {
    block.text = Treat(block.text, treatment);
  }
}

// Gives TCVN3 the capitals that only its fonts knew; see capital_font.h.
void TakeCapitals(const std::vector<std::string>& repairs, HtmlPage* html) {
  const bool is_tcvn3 = std::any_of(
      repairs.begin(), repairs.end(), [](const std::string& repair) {
        return repair.ends_with(CharsetName(LegacyCharset::kTcvn3));
      });
  for (HtmlBlock& block : html->blocks) {
    block.text = TakeCapitalMarks(block.text, is_tcvn3);
  }
  std::erase_if(html->blocks,
                [](const HtmlBlock& block) { return block.text.empty(); });
}

Rejection NoText(const Page& page) {
  return {page.source, 0, "no-text", "the page holds no text",
          "an empty page, or one that only scripts would fill"};
}

}  // namespace

std::variant<Article, Rejection> ReadPage(Page page, HtmlSandbox& sandbox) {
  Article article;
  ReadText read;
  TreatPage(&page);
  if (page.format == PageFormat::kHtml) {
    Result<HtmlPage> parsed = sandbox.Parse(page.content);
    if (!parsed) {
      const Error& error = parsed.error();
      return Rejection{
          page.source, 0,
          error.code == ErrorCode::kTooLarge ? "html-limits" : "html-parser",
          error.message, error.hint};
    }
    if (page.url.empty()) article.url = CanonicalUrl(parsed->canonical_url);
    TreatBlocks(&*parsed, &page.repairs);
    TakeCapitals(page.repairs, &*parsed);
    read = ReadHtml(std::move(*parsed), &page.stated);
  } else {
    read.text = WithStatedTitle(
        page.stated.title,
        WithCalendarLeaves(Unwrap(RepairUnicode(page.content))), &read);
    read.lines = SplitLines(read.text);
  }
  if (read.lines.empty()) return NoText(page);
  if (read.text.size() > kMaxTextBytes) {
    return Rejection{page.source, 0, "too-large", "the page's text is too long",
                     "split the page"};
  }
  article.id = std::move(page.id);
  article.source = std::move(page.source);
  if (!page.url.empty()) article.url = std::move(page.url);
  article.host = HostOf(article.url);
  article.stated = std::move(page.stated);
  article.repairs = std::move(page.repairs);
  LabelArticle(std::move(read), &article);
  return article;
}

}  // namespace tracuu
