#include "common/index/xapian_guard.h"

#include <string>

namespace tracuu {
namespace {

Error Describe(ErrorCode code, const Xapian::Error& error) {
  // get_description() tells type, message, context and the system's reason.
  const char* reason = error.get_error_string();
  const bool disk_full =
      reason != nullptr &&
      std::string(reason).find("No space left") != std::string::npos;
  return {code, error.get_description(),
          disk_full ? "free disk space and run again" : ""};
}

}  // namespace

Error CurrentXapianError() {
  try {
    throw;
  } catch (const Xapian::DatabaseModifiedError& error) {
    return Describe(ErrorCode::kUnavailable, error);
  } catch (const Xapian::DatabaseLockError& error) {
    return Describe(ErrorCode::kUnavailable, error);
  } catch (const Xapian::DatabaseNotFoundError& error) {
    return Describe(ErrorCode::kNotFound, error);
  } catch (const Xapian::DatabaseCorruptError& error) {
    return Describe(ErrorCode::kCorrupt, error);
  } catch (const Xapian::DatabaseVersionError& error) {
    return Describe(ErrorCode::kCorrupt, error);
  } catch (const Xapian::NetworkError& error) {
    return Describe(ErrorCode::kUnavailable, error);
  } catch (const Xapian::DatabaseError& error) {
    return Describe(ErrorCode::kIo, error);
  } catch (const Xapian::Error& error) {
    return Describe(ErrorCode::kInvalidArgument, error);
  }
}

}  // namespace tracuu
