#ifndef TRACUU_SERVER_HTTP_PROBLEM_H_
#define TRACUU_SERVER_HTTP_PROBLEM_H_

// Errors as readers of the API get them: application/problem+json (RFC 9457)
// with a stable `code` for programs and Vietnamese words for people. Nothing
// of the query, of paths or of exceptions goes into one.

#include <string>
#include <string_view>

#include "common/base/result.h"
#include "server/http/http_types.h"

namespace tracuu {

struct Problem {
  int status = 500;
  std::string code;       // "bad_parameter", "not_found" …
  std::string title;      // Vietnamese, the same for each code.
  std::string detail;     // Vietnamese, about this request; may be empty.
  std::string parameter;  // The parameter at fault; may be empty.
};

Problem BadParameter(std::string_view parameter, std::string detail);
Problem UnknownParameter(std::string_view parameter);
Problem NotFound(std::string detail);
Problem MethodNotAllowed();
Problem BadRequest(std::string detail);
Problem TargetTooLong();
Problem WrongHost();
Problem CrossSite();
Problem NotReady();
Problem InternalError();

// What an error of a search means to the reader. kTooLarge is about the query.
Problem ProblemOf(const Error& error);

HttpResponse ToResponse(const Problem& problem);

}  // namespace tracuu

#endif  // TRACUU_SERVER_HTTP_PROBLEM_H_
