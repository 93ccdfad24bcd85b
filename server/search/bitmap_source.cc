#include "server/search/bitmap_source.h"

#include <utility>

namespace tracuu {

BitmapSource::BitmapSource(const DocSet& docs)
    : docs_(docs), count_(static_cast<Xapian::doccount>(docs.cardinality())) {}

BitmapSource::BitmapSource(DocSet&& docs)
    : kept_(std::move(docs)),
      docs_(kept_),
      count_(static_cast<Xapian::doccount>(kept_.cardinality())) {}

void BitmapSource::init(const Xapian::Database&) {
  set_maxweight(0.0);
  at_.reset(roaring_create_iterator(&docs_.roaring));
  started_ = false;
}

Xapian::doccount BitmapSource::get_termfreq_min() const { return count_; }
Xapian::doccount BitmapSource::get_termfreq_est() const { return count_; }
Xapian::doccount BitmapSource::get_termfreq_max() const { return count_; }

// The first call only steps onto the first docid.
void BitmapSource::next(double) {
  if (started_) roaring_advance_uint32_iterator(at_.get());
  started_ = true;
}

void BitmapSource::skip_to(Xapian::docid docid, double) {
  started_ = true;
  if (at_->has_value && at_->current_value < docid) {
    roaring_move_uint32_iterator_equalorlarger(at_.get(), docid);
  }
}

bool BitmapSource::at_end() const { return started_ && !at_->has_value; }

Xapian::docid BitmapSource::get_docid() const { return at_->current_value; }

std::string BitmapSource::get_description() const { return "Matches"; }

}  // namespace tracuu
