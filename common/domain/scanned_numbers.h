#ifndef TRACUU_COMMON_DOMAIN_SCANNED_NUMBERS_H_
#define TRACUU_COMMON_DOMAIN_SCANNED_NUMBERS_H_

// Scanned documents print "O5-CT/TW", "l8-NQ/TW", "3I-NQ/TW": letters that
// look like digits. In front of a separator and the kind of a document they
// can be nothing else.

#include "common/domain/lexer.h"

namespace tracuu {

// Makes one number of each such run of digits and letters. Half of one would
// be another document: of "l8-NQ/TW" the 8.
void RepairScannedNumbers(Lexemes* lexemes);

// The last lexeme of what looks like a symbol but for letters or digits that
// nobody can read: "3S-NQ/TW", "35-N0/TW", "35-NQ/1W". -1 if there is none at
// `first`. To be asked only where ReadSymbol() has found nothing.
int GarbledSymbolAt(const Lexemes& lexemes, int first);

}  // namespace tracuu

#endif  // TRACUU_COMMON_DOMAIN_SCANNED_NUMBERS_H_
