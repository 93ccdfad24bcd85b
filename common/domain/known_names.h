#ifndef TRACUU_COMMON_DOMAIN_KNOWN_NAMES_H_
#define TRACUU_COMMON_DOMAIN_KNOWN_NAMES_H_

// Documents known by their name or title (common/domain/data/resolutions.tsv).

#include <optional>
#include <string_view>
#include <vector>

#include "common/domain/lexer.h"
#include "common/domain/resolution.h"

namespace tracuu {

struct KnownName {
  // Those that bear the name, oldest first; each replaced the one before it.
  std::vector<const Resolution*> resolutions;
  int last = 0;  // Index of the last lexeme.
};

// A name that is said instead of a number: "Quy định những điều đảng viên
// không được làm" (Resolution::names).
std::optional<KnownName> ReadKnownName(const Lexemes& lexemes, int first);

// The words names begin with, as exact keys; views that live for ever.
std::vector<std::string_view> FirstWordsOfNames();

// The beginning of a title, eight words or more ("tăng cường bảo vệ nền tảng
// tư tưởng của …"). A theme or a committee's name may repeat a title, so this
// alone is no citation.
std::optional<KnownName> ReadKnownTitle(const Lexemes& lexemes, int first);

// How many of the topic cues of `resolution` occur in the lexemes
// [first, last].
int CountTopicCues(const Lexemes& lexemes, const Resolution& resolution,
                   int first, int last);

}  // namespace tracuu

#endif  // TRACUU_COMMON_DOMAIN_KNOWN_NAMES_H_
