#ifndef TRACUU_TESTS_INDEXER_BUILD_DATABASE_CONTENTS_H_
#define TRACUU_TESTS_INDEXER_BUILD_DATABASE_CONTENTS_H_

#include <xapian.h>

#include <string>

namespace tracuu::test {

// Everything a query can see: terms with their postings, stored articles, slots
// and metadata.
inline std::string DatabaseContents(const Xapian::Database& db) {
  std::string all;
  for (auto t = db.allterms_begin(); t != db.allterms_end(); ++t) {
    all += *t + ":";
    for (auto p = db.postlist_begin(*t); p != db.postlist_end(*t); ++p) {
      all += " " + std::to_string(*p) + "x" + std::to_string(p.get_wdf());
    }
    all += "\n";
  }
  for (Xapian::docid d = 1; d <= db.get_doccount(); ++d) {
    const Xapian::Document document = db.get_document(d);
    all += document.get_data();
    for (auto v = document.values_begin(); v != document.values_end(); ++v) {
      all += std::to_string(v.get_valueno()) + "=" + *v + ";";
    }
  }
  for (auto k = db.metadata_keys_begin(); k != db.metadata_keys_end(); ++k) {
    all += *k + "\n" + db.get_metadata(*k);
  }
  return all;
}

}  // namespace tracuu::test

#endif  // TRACUU_TESTS_INDEXER_BUILD_DATABASE_CONTENTS_H_
