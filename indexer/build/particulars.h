#ifndef TRACUU_INDEXER_BUILD_PARTICULARS_H_
#define TRACUU_INDEXER_BUILD_PARTICULARS_H_

// What tells the report of one meeting from that of another that was written
// by the same formulas: its names and its numbers. The same weekly report of
// another week, or the same study day of another commune, differs in little
// else; a copy that an editor has gone over differs in words as much as in
// names. Pure, thread-safe.

#include <cstdint>
#include <vector>

#include "common/domain/article.h"

namespace tracuu {

// Of the sentences of lead and body; short lines (captions, signatures, what is
// left of a portal's frame) are left out. Everything without marks.
struct Particulars {
  // A name (syllables with capital letters one behind another, inside a
  // sentence) or a number, but for those of document symbols, which all reports
  // of a campaign cite. By what it is known again: a name by any two of its
  // syllables that stand together, else by itself.
  using Fact = std::vector<std::uint64_t>;
  std::vector<Fact> facts;  // In text order, with repetitions.
  // The set of all that, of all syllables, and the same of the title, which
  // proves nothing (portals write their own) but may well have a name.
  std::vector<std::uint64_t> known;
  std::vector<std::uint64_t> words;  // The set of all other syllables.
  std::vector<Fact> unit;            // The names in that of the principal unit.
};

Particulars ParticularsOf(const Article& article);

// Do these belong to reports of two things, by the facts that each has and the
// other has not?
bool DifferInFacts(const Particulars& a, const Particulars& b);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_PARTICULARS_H_
