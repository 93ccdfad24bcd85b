#ifndef TRACUU_SERVER_SEARCH_QUERY_READER_H_
#define TRACUU_SERVER_SEARCH_QUERY_READER_H_

// How a typed query is understood, from keystrokes to matches:
//
//   typed     baor veej MTTQ
//   keys      bảo vệ MTTQ                        raw Telex and VNI
//   tree      (words bảo vệ mttq)                query_parser.h
//   widened   (and (words bảo vệ) (or (words mttq) (phrase mặt trận tổ quốc))
//   …) matches   a bitmap                           match_evaluator.h
//
// If the query as typed finds nothing, other readings are tried and the first
// that finds something is taken: all meanings of its abbreviations, keystrokes
// that one word alone does not prove, the likeliest typing error, and marks
// that were left out in words typed half-marked. A note says so where the text
// became another one. If the query finds something, the likeliest of these is
// only offered.
//
// Each step is kept, so that /api/v1/explain can show it. The filters of a
// request play no part: the same text means the same under all of them.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/domain/synonyms.h"
#include "server/search/doc_set.h"
#include "server/search/limits.h"
#include "server/search/query_corrector.h"
#include "server/search/query_parser.h"
#include "server/search/search_request.h"
#include "server/search/snapshot.h"

namespace tracuu {

struct QueryReading {
  std::string asked;  // The text that was parsed: as typed, or another reading.
  ParsedQuery query;  // Widened; the notes are for the reader.
  DocSet docs;        // What matches.
  std::vector<ReadAs> read_as;
  std::optional<Suggested> did_you_mean;
};

// Belongs to one request in one thread; may throw Xapian::Error.
class QueryReader {
 public:
  // All must outlive the reader.
  QueryReader(const Snapshot& snapshot, const ArticleDatabase& database,
              const Limits& limits)
      : snapshot_(snapshot), database_(database), limits_(limits) {}

  // Reads `text`. ReadingMode::kLiteral: parsed as typed, and nothing else.
  // Fails with kTooLarge, and a message in Vietnamese, if the query is over a
  // limit.
  Result<QueryReading> Read(std::string_view text, AccentMode accents,
                            ReadingMode mode) const;

 private:
  // kSupported and kAll widen by other names, nothing keeps to what is typed.
  Result<QueryReading> Ask(std::string_view text, AccentMode accents,
                           std::optional<Meanings> meanings) const;
  Result<QueryReading> AskOtherwise(std::string_view text, AccentMode accents,
                                    const std::optional<std::string>& keys,
                                    QueryReading reading) const;
  Result<bool> Offer(const Suggested& correction, AccentMode accents,
                     QueryReading* reading) const;

  const Snapshot& snapshot_;
  const ArticleDatabase& database_;
  const Limits& limits_;
};

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_QUERY_READER_H_
