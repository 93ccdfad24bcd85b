#ifndef TRACUU_INDEXER_BUILD_DOCUMENT_MAKER_H_
#define TRACUU_INDEXER_BUILD_DOCUMENT_MAKER_H_

// From a spooled article to its Xapian document, every row of the schema, and
// to its units in the forward index.
//
// Terms are added in the order of their bytes where that is cheap to know: a
// document keeps them in a tree of strings, and walking down its right edge
// took 8 % less CPU for the whole of segment making than jumping about (one run
// of each).

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/build/article_record.h"
#include "indexer/build/catalog.h"
#include "indexer/build/dictionary.h"

namespace tracuu {

// Makes documents of records that `vocabulary` numbers; `own` is its worker's
// part of `dictionary`. All must outlive it. Not thread-safe (it reuses its
// buffers): each thread has its own.
class DocumentMaker {
 public:
  DocumentMaker(const Vocabulary& vocabulary, const Dictionary::OfWorker& own)
      : vocabulary_(vocabulary), own_(own) {}

  // `article` is the encoded article, kept as the document's data.
  Xapian::Document Make(const ArticleEntry& entry, const ArticleRecord& record,
                        const std::string& article);

  // Appends what the forward index keeps of the article (token_units.h).
  void AppendUnits(const ArticleRecord& record,
                   std::vector<std::uint16_t>* units) const;

 private:
  // One token of the article, and how much it counts.
  struct Occurrence {
    std::uint32_t rank;  // In the byte order of its kind.
    Xapian::termcount weight;
    Xapian::termcount in_title;
  };

  // Exact or folded forms; `number_of` gives a token's number of the kind.
  struct TokenKind;
  template <typename NumberOf>
  void AddTokens(const TokenKind& kind, const ArticleRecord& record,
                 const NumberOf& number_of, Xapian::Document* document);
  void AddTerm(const Field& field, const std::string& form,
               Xapian::termcount count, Xapian::Document* document);
  void AddPairs(const ArticleRecord& record, Xapian::Document* document);
  void AddFacets(const ArticleRecord& record, Xapian::Document* document) const;

  const Vocabulary& vocabulary_;
  const Dictionary::OfWorker& own_;
  std::vector<Occurrence> occurrences_;
  std::vector<std::uint64_t> pairs_;
  std::string term_;
};

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_DOCUMENT_MAKER_H_
