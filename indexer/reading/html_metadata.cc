#include "indexer/reading/html_metadata.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>

namespace tracuu {
namespace {

constexpr std::size_t kMaxJsonLdBytes = std::size_t{256} << 10;
constexpr std::size_t kMaxJsonLdNodes = 64;
constexpr std::size_t kMaxValueBytes = 2048;

struct MetaRow {
  std::string_view name;
  std::string HtmlPage::*field;
};

// Names of <meta> and of itemprop, in lower case: pages spell them in any.
constexpr std::array kMetaNames = std::to_array<MetaRow>({
    {"article.published", &HtmlPage::published},
    {"article:published", &HtmlPage::published},
    {"article:published_time", &HtmlPage::published},
    {"author", &HtmlPage::author},
    {"cxenseparse:recs:publishtime", &HtmlPage::published},
    {"datecreated", &HtmlPage::published},
    {"datepublished", &HtmlPage::published},
    {"dc.date", &HtmlPage::published},
    {"dc.date.created", &HtmlPage::published},
    {"dc.date.issued", &HtmlPage::published},
    {"dc.title", &HtmlPage::headline},
    {"dcterms.created", &HtmlPage::published},
    {"dcterms.issued", &HtmlPage::published},
    {"description", &HtmlPage::description},
    {"headline", &HtmlPage::headline},
    {"og:article:published_time", &HtmlPage::published},
    {"og:description", &HtmlPage::description},
    {"og:published_time", &HtmlPage::published},
    {"og:site_name", &HtmlPage::site_name},
    {"og:title", &HtmlPage::headline},
    {"originalpublicationdate", &HtmlPage::published},
    {"parsely-pub-date", &HtmlPage::published},
    {"pub_date", &HtmlPage::published},
    {"pubdate", &HtmlPage::published},
    {"publication_date", &HtmlPage::published},
    {"publish-date", &HtmlPage::published},
    {"publish_date", &HtmlPage::published},
    {"publishdate", &HtmlPage::published},
    {"published_date", &HtmlPage::published},
    {"published_time", &HtmlPage::published},
    {"sailthru.date", &HtmlPage::published},
});

std::string LowerCase(std::string_view name) {
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return lower;
}

void SetOnce(std::string_view value, std::string* field) {
  if (field->empty()) *field = value.substr(0, kMaxValueBytes);
}

// <time class="entry-date published" datetime="…">, as blog systems print it;
// comments have times of other classes.
bool IsPublishedTime(const GumboElement& element) {
  // Blogger: <abbr class="published" title="…">.
  if (element.tag != GUMBO_TAG_TIME && element.tag != GUMBO_TAG_ABBR) {
    return false;
  }
  const std::string names = std::string(AttributeOf(element, "class")) + " ";
  return gumbo_get_attribute(&element.attributes, "pubdate") != nullptr ||
         names.find("published ") != std::string::npos ||
         names.find("entry-date ") != std::string::npos;
}

// The string value behind `key` in JSON that is none: templates print titles
// with quotes and line feeds in them as they are.
std::string_view StringBehind(std::string_view json, std::string_view key) {
  constexpr std::string_view kBlanks = " \t\r\n";
  std::size_t at = json.find(key);
  if (at == std::string_view::npos) return {};
  at = json.find_first_not_of(kBlanks, at + key.size());
  if (at == std::string_view::npos || json[at] != ':') return {};
  at = json.find_first_not_of(kBlanks, at + 1);
  if (at == std::string_view::npos || json[at] != '"') return {};
  const std::size_t end = json.find('"', at + 1);
  if (end == std::string_view::npos) return {};
  return json.substr(at + 1, end - at - 1);
}

// Takes `node` if it is an article, else looks into @graph and arrays.
void ReadNode(const nlohmann::json& node, std::size_t* budget, HtmlPage* page) {
  if (*budget == 0) return;
  --*budget;
  if (node.is_array()) {
    for (const nlohmann::json& child : node) ReadNode(child, budget, page);
    return;
  }
  if (!node.is_object()) return;
  const auto text = [&node](const char* key) -> std::string {
    const auto found = node.find(key);
    if (found == node.end() || !found->is_string()) return {};
    return found->get<std::string>();
  };
  SetOnce(text("headline"), &page->headline);
  SetOnce(text("datePublished"), &page->published);
  if (const auto graph = node.find("@graph"); graph != node.end()) {
    ReadNode(*graph, budget, page);
  }
}

}  // namespace

std::string OwnTextOf(const GumboElement& element) {
  std::string text;
  for (unsigned i = 0; i < element.children.length; ++i) {
    const auto* child = static_cast<const GumboNode*>(element.children.data[i]);
    if (child->type == GUMBO_NODE_TEXT) text += child->v.text.text;
  }
  return text;
}

std::string_view AttributeOf(const GumboElement& element, const char* name) {
  const GumboAttribute* attribute =
      gumbo_get_attribute(&element.attributes, name);
  return attribute != nullptr ? std::string_view(attribute->value)
                              : std::string_view();
}

void ReadMetadata(const GumboElement& element, HtmlPage* page) {
  if (element.tag == GUMBO_TAG_LINK) {
    if (AttributeOf(element, "rel") == "canonical") {
      SetOnce(AttributeOf(element, "href"), &page->canonical_url);
    }
    return;
  }
  if (IsPublishedTime(element)) {
    const bool is_time = element.tag == GUMBO_TAG_TIME;
    SetOnce(AttributeOf(element, is_time ? "datetime" : "title"),
            &page->published);
    return;
  }
  std::string value(AttributeOf(element, "content"));
  if (value.empty()) value = AttributeOf(element, "datetime");
  // <span itemprop="datePublished">2021-11-29T…</span>
  if (value.empty() &&
      LowerCase(AttributeOf(element, "itemprop")) == "datepublished") {
    value = OwnTextOf(element);
  }
  if (value.empty()) return;
  for (const char* key : {"property", "name", "itemprop"}) {
    const std::string name = LowerCase(AttributeOf(element, key));
    if (name.empty()) continue;
    for (const MetaRow& row : kMetaNames) {
      if (row.name == name) SetOnce(value, &(page->*row.field));
    }
  }
}

void ReadJsonLd(std::string_view json, HtmlPage* page) {
  if (json.size() > kMaxJsonLdBytes) return;
  const nlohmann::json document =
      nlohmann::json::parse(json, nullptr, /*allow_exceptions=*/false);
  if (document.is_discarded()) {
    SetOnce(StringBehind(json, "\"datePublished\""), &page->published);
    return;
  }
  std::size_t budget = kMaxJsonLdNodes;
  ReadNode(document, &budget, page);
}

}  // namespace tracuu
