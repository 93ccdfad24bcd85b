#ifndef TRACUU_INDEXER_READING_HTML_METADATA_H_
#define TRACUU_INDEXER_READING_HTML_METADATA_H_

// What a page says about itself beside its text: <meta> (Open Graph, Dublin
// Core, plain names), schema.org as itemprop or JSON-LD, <link rel=canonical>.

#include <gumbo.h>

#include <string>
#include <string_view>

#include "indexer/reading/html_page.h"

namespace tracuu {

// The value of an attribute; empty if the element has none.
std::string_view AttributeOf(const GumboElement& element, const char* name);

// The text right inside an element, without that of elements in it.
std::string OwnTextOf(const GumboElement& element);

// Takes what `element` (a <meta>, <link>, or anything with an itemprop) says.
// The first statement of a thing wins.
void ReadMetadata(const GumboElement& element, HtmlPage* page);

// Takes headline and date of the first article in a JSON-LD script.
void ReadJsonLd(std::string_view json, HtmlPage* page);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READING_HTML_METADATA_H_
