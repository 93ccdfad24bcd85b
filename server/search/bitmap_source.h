#ifndef TRACUU_SERVER_SEARCH_BITMAP_SOURCE_H_
#define TRACUU_SERVER_SEARCH_BITMAP_SOURCE_H_

// Lets Xapian's matcher walk a bitmap of docids as if it were a posting list
// without weight: what the bitmap does not hold cannot become a hit. Belongs
// to one query in one thread.

#include <xapian.h>

#include <memory>
#include <string>

#include "server/search/doc_set.h"

namespace tracuu {

class BitmapSource : public Xapian::PostingSource {
 public:
  // `docs` must outlive the source.
  explicit BitmapSource(const DocSet& docs);
  // The source keeps the bitmap.
  explicit BitmapSource(DocSet&& docs);

  void init(const Xapian::Database& database) override;
  Xapian::doccount get_termfreq_min() const override;
  Xapian::doccount get_termfreq_est() const override;
  Xapian::doccount get_termfreq_max() const override;
  void next(double min_weight) override;
  void skip_to(Xapian::docid docid, double min_weight) override;
  bool at_end() const override;
  Xapian::docid get_docid() const override;
  std::string get_description() const override;

 private:
  struct FreeIterator {
    void operator()(roaring_uint32_iterator_t* it) const {
      roaring_free_uint32_iterator(it);
    }
  };

  const DocSet kept_;
  const DocSet& docs_;
  const Xapian::doccount count_;
  std::unique_ptr<roaring_uint32_iterator_t, FreeIterator> at_;
  bool started_ = false;
};

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_BITMAP_SOURCE_H_
