#ifndef TRACUU_SERVER_SEARCH_CITED_DOCUMENTS_H_
#define TRACUU_SERVER_SEARCH_CITED_DOCUMENTS_H_

// The documents that the articles of a snapshot cite: every value of the facet
// `resolution`, with what is known of it, ready to be listed.
//
// The articles of a document are those that the filter `resolution=` with its
// id finds, here and in cited_document_view.h: both ask FindFacetValues().

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/search/document_facts.h"
#include "server/search/facet_table.h"

namespace tracuu {

// Which documents to list.
struct CitedListRequest {
  // Each syllable begins a syllable of number, title, names, kind or issuer.
  std::string text = {};
  std::string kind = {};    // "NQ" or "Nghị quyết"; empty: any, as below.
  std::string issuer = {};  // Its syllables begin those of the issuer's name.
  std::string term = {};    // "XII"
  enum class Sort : std::uint8_t { kMostCited, kNewest, kOldest };
  Sort sort = Sort::kMostCited;
  std::size_t page = 1;  // From 1.
  std::size_t per_page = 20;
};

// Immutable, thread-safe.
class CitedDocuments {
 public:
  // Of a snapshot that cites nothing.
  CitedDocuments() = default;

  explicit CitedDocuments(const FacetTable& resolutions);

  // By ordinal of the facet.
  const DocumentFacts& facts(std::uint32_t ordinal) const {
    return entries_[ordinal].facts;
  }

  // The ordinals that `request` asks for, in its order, all of them; documents
  // without a date come last when ordered by it. `resolutions` as above.
  std::vector<std::uint32_t> Find(const FacetTable& resolutions,
                                  const CitedListRequest& request) const;

 private:
  struct Entry {
    DocumentFacts facts;
    std::string exact_key;  // Of all that `text` looks at.
    std::string folded_key;
    std::string issuer_exact_key;
    std::string issuer_folded_key;
  };

  std::vector<Entry> entries_;
};

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_CITED_DOCUMENTS_H_
