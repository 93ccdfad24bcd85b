#include "indexer/reading/html_metadata.h"

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

constexpr std::array kMetaNames = std::to_array<MetaRow>({
    {"article:published_time", &HtmlPage::published},
    {"author", &HtmlPage::author},
    {"DC.date.issued", &HtmlPage::published},
    {"DC.title", &HtmlPage::headline},
    {"datePublished", &HtmlPage::published},
    {"dc.date", &HtmlPage::published},
    {"description", &HtmlPage::description},
    {"headline", &HtmlPage::headline},
    {"og:description", &HtmlPage::description},
    {"og:site_name", &HtmlPage::site_name},
    {"og:title", &HtmlPage::headline},
    {"pubdate", &HtmlPage::published},
});

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
  std::string_view value = AttributeOf(element, "content");
  if (value.empty()) value = AttributeOf(element, "datetime");
  if (value.empty()) return;
  for (const char* key : {"property", "name", "itemprop"}) {
    const std::string_view name = AttributeOf(element, key);
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
  if (document.is_discarded()) return;
  std::size_t budget = kMaxJsonLdNodes;
  ReadNode(document, &budget, page);
}

}  // namespace tracuu
