#ifndef TRACUU_COMMON_BASE_RESULT_H_
#define TRACUU_COMMON_BASE_RESULT_H_

// A Result<T> holds either a value or the Error that kept us from making one.
//
// Failures somebody can act on (a bad query, a missing snapshot, a full disk)
// travel as an Error. Failures nobody planned for stay exceptions and end the
// request or the process. The class offers the part of std::expected that we
// use and can give way to it once every compiler we build with has it (clang
// 14 on libstdc++ 12 has not).

#include <string>
#include <utility>
#include <variant>

namespace tracuu {

// Each code answers "what should the caller do?"; HTTP status and exit code
// follow from it.
enum class ErrorCode {
  kInvalidArgument,  // The caller asked for something that makes no sense.
  kNotFound,         // The thing named does not exist.
  kUnavailable,      // Try again later: nothing is loaded, or it is locked.
  kCorrupt,          // Bytes on disk do not say what the format promises.
  kIo,               // The operating system refused a read or a write.
  kTooLarge,         // Over one of our limits.
};

struct Error {
  ErrorCode code;
  std::string message;  // One line of English, names the file or parameter.
  std::string hint;     // What the operator can do about it; may be empty.
};

template <typename T>
class [[nodiscard]] Result {
 public:
  // Implicit, so that a function returns either one with a plain `return`.
  // NOLINTBEGIN(google-explicit-constructor)
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}
  // NOLINTEND(google-explicit-constructor)

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  // REQUIRES: has_value().
  T& operator*() { return *std::get_if<0>(&state_); }
  const T& operator*() const { return *std::get_if<0>(&state_); }
  T* operator->() { return std::get_if<0>(&state_); }
  const T* operator->() const { return std::get_if<0>(&state_); }

  // REQUIRES: !has_value().
  const Error& error() const { return *std::get_if<1>(&state_); }

 private:
  std::variant<T, Error> state_;
};

// The Result of something done for its effect: `return Ok{};` when it worked.
struct Ok {};
using Status = Result<Ok>;

}  // namespace tracuu

#endif  // TRACUU_COMMON_BASE_RESULT_H_
