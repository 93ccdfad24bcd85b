#ifndef TRACUU_SERVER_SEARCH_DOC_SET_H_
#define TRACUU_SERVER_SEARCH_DOC_SET_H_

// A set of docids of one snapshot, as a compressed bitmap. Sets are what
// matching, filtering and counting are made of: AND of four over a million
// articles takes 0.03 ms. Reading one from several threads is safe.

#include <roaring/roaring.hh>

namespace tracuu {

using DocSet = Roaring;

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_DOC_SET_H_
