#ifndef TRACUU_COMMON_INDEX_XAPIAN_GUARD_H_
#define TRACUU_COMMON_INDEX_XAPIAN_GUARD_H_

// The one place where Xapian's exceptions become our errors.

#include <xapian.h>

#include <utility>

#include "common/base/result.h"

namespace tracuu {

// The Error for the Xapian exception being handled. Xapian::Error is not
// polymorphic in 1.4, so the exception is thrown once more and told apart by
// catch clauses. REQUIRES: called from a handler for Xapian::Error.
Error CurrentXapianError();

// Runs `fn`, which returns a Result, and turns what Xapian throws into an
// Error. Other exceptions pass: they are bugs.
template <typename Fn>
auto GuardXapian(Fn&& fn) -> decltype(fn()) {
  try {
    return std::forward<Fn>(fn)();
  } catch (const Xapian::Error&) {
    return CurrentXapianError();
  }
}

}  // namespace tracuu

#endif  // TRACUU_COMMON_INDEX_XAPIAN_GUARD_H_
