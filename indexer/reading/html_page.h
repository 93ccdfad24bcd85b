#ifndef TRACUU_INDEXER_READING_HTML_PAGE_H_
#define TRACUU_INDEXER_READING_HTML_PAGE_H_

// What is kept of an HTML page: its metadata and its visible text in blocks,
// each with what the markup says about it. No tree, no attributes: this is
// what crosses the border from the parser's process.

#include <cstdint>
#include <string>
#include <vector>

namespace tracuu {

// What an element, or one around it, is called or is; bits of HtmlBlock::hints.
// Class and id names come from the content systems that Vietnamese portals
// share (SharePoint, Liferay, DotNetNuke, WordPress and home-made ones), and
// from schema.org's itemprop.
enum HtmlHint : std::uint32_t {
  kHintNavigation = 1U << 0,  // <nav>, menu, breadcrumb, paging
  kHintHeader = 1U << 1,      // <header> outside an article, banner
  kHintFooter = 1U << 2,      // <footer> outside an article
  kHintAside = 1U << 3,       // <aside>, sidebar, widget
  kHintRelated = 1U << 4,     // lists of other articles
  kHintControl = 1U << 5,     // sharing, printing, login, comments, tags
  kHintTitle = 1U << 6,
  kHintLead = 1U << 7,  // sapo, summary
  kHintDate = 1U << 8,
  kHintAuthor = 1U << 9,
  kHintCaption = 1U << 10,  // <figcaption>
  kHintContent = 1U << 11,  // <article>, the container of the body
};

// The hints of what is no part of an article.
inline constexpr std::uint32_t kChromeHints =
    kHintNavigation | kHintFooter | kHintAside | kHintRelated | kHintControl;

struct HtmlBlock {
  // UTF-8; white space collapsed; \n where <br> stood; the marks of
  // capital_font.h until somebody has taken them.
  std::string text;
  std::uint32_t hints = 0;
  std::uint8_t heading = 0;       // 1-6 for <h1> … <h6>, else 0.
  std::uint8_t link_percent = 0;  // Share of the text that is in links.
};

struct HtmlPage {
  std::string title;      // <title>
  std::string headline;   // og:title, itemprop or JSON-LD headline
  std::string published;  // As given, mostly ISO 8601; see above.
  std::string description;
  std::string author;
  std::string site_name;  // og:site_name
  std::string canonical_url;
  std::vector<HtmlBlock> blocks;  // In text order; none has an empty text.
};

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READING_HTML_PAGE_H_
