#ifndef TRACUU_TESTS_FUZZ_SNIPPET_PROPERTIES_H_
#define TRACUU_TESTS_FUZZ_SNIPPET_PROPERTIES_H_

// What holds for the highlights of any query in any article.

#include <cstddef>
#include <string>
#include <string_view>

namespace tracuu::test {

// Makes an article of `text` (its first line the title, each further one a
// block) as the indexer would store it, and shows where `query` matches.
// Returns what is wrong; empty: nothing.
std::string BrokenSnippetProperty(std::string_view query, std::string_view text,
                                  std::size_t max_chars);

}  // namespace tracuu::test

#endif  // TRACUU_TESTS_FUZZ_SNIPPET_PROPERTIES_H_
