#include "indexer/reading/html_extract.h"

#include <gumbo.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include "indexer/reading/capital_font.h"
#include "indexer/reading/html_hints.h"
#include "indexer/reading/html_metadata.h"
#include "indexer/reading/stamp_line.h"

namespace tracuu {
namespace {

// Nested deeper, text is passed over; protects the stack.
constexpr int kMaxVisitDepth = 4000;

bool IsDropped(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_OPTION:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_HEAD:
      return true;
    default:
      return false;
  }
}

bool IsInline(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_ACRONYM:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BDI:
    case GUMBO_TAG_BDO:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_DATA:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_NOBR:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_U:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_WBR:
      return true;
    default:
      return false;
  }
}

std::uint8_t HeadingOf(GumboTag tag) {
  return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6
             ? static_cast<std::uint8_t>(tag - GUMBO_TAG_H1 + 1)
             : std::uint8_t{0};
}

bool IsHidden(const GumboElement& element) {
  if (gumbo_get_attribute(&element.attributes, "hidden") != nullptr) {
    return true;
  }
  std::string style(AttributeOf(element, "style"));
  std::erase(style, ' ');
  return style.find("display:none") != std::string::npos;
}

std::uint32_t HintsOfTag(GumboTag tag, std::uint32_t inherited) {
  const bool in_content = (inherited & kHintContent) != 0;
  switch (tag) {
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_MENU:
      return kHintNavigation;
    case GUMBO_TAG_HEADER:
      return in_content ? 0U : std::uint32_t{kHintHeader};
    case GUMBO_TAG_FOOTER:
      return in_content ? 0U : std::uint32_t{kHintFooter};
    case GUMBO_TAG_ASIDE:
      return kHintAside;
    case GUMBO_TAG_BUTTON:
      return kHintControl;
    case GUMBO_TAG_FIGCAPTION:
      return kHintCaption;
    case GUMBO_TAG_ARTICLE:
      return kHintContent;
    default:
      return 0;
  }
}

std::uint32_t HintsOfElement(const GumboElement& element,
                             std::uint32_t inherited) {
  std::uint32_t hints = inherited | HintsOfTag(element.tag, inherited);
  // The classes of the outermost elements describe the layout of the whole
  // page ("has-sidebar"), not what stands in them.
  if (element.tag == GUMBO_TAG_HTML || element.tag == GUMBO_TAG_BODY) {
    return hints;
  }
  for (const char* name : {"class", "id", "itemprop"}) {
    const std::string_view value = AttributeOf(element, name);
    if (!value.empty()) hints |= HintsOfNames(value);
  }
  return hints;
}

// The marks of capital_font.h among them, which are not the page's to set.
bool IsSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// Styles part the texts of two <span> where no blank does: "13 tháng 8, 2025"
// and "4 phút đọc", "Tổng hợp" and "Xuất bản 07:15". A capital inside a word
// tells; a drop cap stands before small letters.
bool AreParted(char last, std::string_view next) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const bool small = (last >= 'a' && last <= 'z') || (last & '\x80') != 0;
  const bool capital =
      (next.front() >= 'A' && next.front() <= 'Z') || next.starts_with("Đ");
  return (is_digit(last) && is_digit(next.front())) ||
         ((small || is_digit(last)) && capital);
}

// Gathers the text of the page into blocks.
class Extractor {
 public:
  explicit Extractor(HtmlPage* page) : page_(page) {}

  struct Context {
    std::uint32_t hints = 0;
    std::uint8_t heading = 0;
    bool in_link = false;
    bool in_pre = false;
    bool raised = false;    // <sup>, <sub>
    bool capitals = false;  // In a font that draws them; see capital_font.h.
    int depth = 0;
  };

  void Visit(const GumboNode* node, Context context) {
    switch (node->type) {
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_CDATA:
        AddText(node->v.text.text, context);
        return;
      case GUMBO_NODE_WHITESPACE:
        space_ = true;
        return;
      case GUMBO_NODE_ELEMENT:
        VisitElement(node->v.element, context);
        return;
      default:
        return;
    }
  }

  // The day that every <time> of the page gives, where nothing else states it.
  void SetPublished() {
    if (page_->published.empty() && !times_differ_) page_->published = time_;
  }

  void Flush() {
    while (!text_.empty() && (text_.back() == '\n' || text_.back() == ' ')) {
      text_.pop_back();
    }
    if (!text_.empty()) {
      MarkCapitals(false);
      block_.text = std::exchange(text_, {});
      block_.link_percent = static_cast<std::uint8_t>(
          std::min<std::size_t>(100, 100 * link_bytes_ / block_.text.size()));
      page_->blocks.push_back(std::move(block_));
    }
    block_ = {};
    link_bytes_ = 0;
    space_ = false;
  }

 private:
  void VisitElement(const GumboElement& element, Context context) {
    ReadMetadata(element, page_);
    if (IsDropped(element.tag) || ++context.depth > kMaxVisitDepth) return;
    if (element.tag == GUMBO_TAG_BR) {
      if (!text_.empty()) text_ += '\n';
      space_ = false;
      return;
    }
    if (IsHidden(element)) return;
    context.hints = HintsOfElement(element, context.hints);
    if (element.tag == GUMBO_TAG_TIME) NoteTime(element, context);
    if (const std::uint8_t heading = HeadingOf(element.tag); heading != 0) {
      context.heading = heading;
    }
    if (const auto font = StatedFont(element)) {
      context.capitals = IsCapitalFont(*font);
    }
    if (element.tag == GUMBO_TAG_A) context.in_link = true;
    if (element.tag == GUMBO_TAG_PRE) context.in_pre = true;
    if (element.tag == GUMBO_TAG_SUP || element.tag == GUMBO_TAG_SUB) {
      context.raised = true;
    }
    const bool is_block = !IsInline(element.tag);
    if (is_block) Flush();
    for (unsigned i = 0; i < element.children.length; ++i) {
      Visit(static_cast<const GumboNode*>(element.children.data[i]), context);
    }
    if (is_block) Flush();
  }

  // <time datetime="…"> outside of lists and comments, which may say "2 giờ
  // trước" to the reader.
  void NoteTime(const GumboElement& element, const Context& context) {
    constexpr std::uint32_t kElsewhere = kChromeHints | kHintHeader;
    constexpr std::size_t kDayBytes = 10;  // "2021-11-29"
    const std::string_view value = AttributeOf(element, "datetime");
    if (value.size() < kDayBytes || (context.hints & kElsewhere) != 0) return;
    if (!time_.empty() &&
        value.substr(0, kDayBytes) != time_.substr(0, kDayBytes)) {
      times_differ_ = true;
    }
    if (time_.empty()) time_ = value;
  }

  void AddText(std::string_view text, const Context& context) {
    // A stamp that only a <span> of its own sets off from the title.
    if ((context.hints & kHintDate) != 0 && (block_.hints & kHintDate) == 0 &&
        !text_.empty() && AreStampNumbers(text)) {
      Flush();
    }
    if (text_.empty()) {
      block_.hints = context.hints;
      block_.heading = context.heading;
    }
    const std::size_t before = text_.size();
    if (before > 0 && !text.empty() && !context.raised &&
        AreParted(text_.back(), text)) {
      space_ = true;
    }
    std::size_t line_ends = 0;
    for (const char c : text) {
      if (IsSpace(c)) {
        space_ = true;
        // In <pre> an empty line parts paragraphs; a single line end is a wrap.
        if (c == '\n' && context.in_pre && ++line_ends == 2 && !text_.empty()) {
          text_ += '\n';
        }
        continue;
      }
      line_ends = 0;
      if (space_ && !text_.empty() && text_.back() != '\n') text_ += ' ';
      space_ = false;
      MarkCapitals(context.capitals);
      text_ += c;
    }
    // A block of one inline element takes that element's hints; a name in the
    // middle of a sentence does not make the sentence a title.
    if (before > 0) block_.hints &= context.hints;
    if (context.in_link) link_bytes_ += text_.size() - before;
  }

  // What follows is in a font of capitals, or no longer.
  void MarkCapitals(bool capitals) {
    if (capitals == capitals_) return;
    text_ += capitals ? kCapitalsBegin : kCapitalsEnd;
    capitals_ = capitals;
  }

  HtmlPage* page_;
  std::string time_;  // The first one noted.
  bool times_differ_ = false;
  std::string text_;
  HtmlBlock block_;
  std::size_t link_bytes_ = 0;
  bool space_ = false;
  bool capitals_ = false;  // Behind kCapitalsBegin.
};

// <title>, <meta>, <link> and JSON-LD, wherever they stand.
void ReadHead(const GumboNode* node, int depth, HtmlPage* page) {
  if (node->type != GUMBO_NODE_ELEMENT || depth > kMaxVisitDepth) return;
  const GumboElement& element = node->v.element;
  switch (element.tag) {
    case GUMBO_TAG_TITLE:
      if (page->title.empty()) page->title = OwnTextOf(element);
      return;
    case GUMBO_TAG_META:
    case GUMBO_TAG_LINK:
      ReadMetadata(element, page);
      return;
    case GUMBO_TAG_SCRIPT:
      if (AttributeOf(element, "type") == "application/ld+json") {
        ReadJsonLd(OwnTextOf(element), page);
      }
      return;
    case GUMBO_TAG_SVG:
      return;
    default:
      break;
  }
  for (unsigned i = 0; i < element.children.length; ++i) {
    ReadHead(static_cast<const GumboNode*>(element.children.data[i]), depth + 1,
             page);
  }
}

struct OutputDeleter {
  void operator()(GumboOutput* output) const {
    gumbo_destroy_output(&kGumboDefaultOptions, output);
  }
};

}  // namespace

HtmlPage ExtractHtmlPage(std::string_view html) {
  HtmlPage page;
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  const std::unique_ptr<GumboOutput, OutputDeleter> output(
      gumbo_parse_with_options(&options, html.data(), html.size()));
  if (output == nullptr) return page;
  ReadHead(output->root, 0, &page);
  Extractor extractor(&page);
  extractor.Visit(output->root, {});
  extractor.Flush();
  extractor.SetPublished();
  return page;
}

}  // namespace tracuu
