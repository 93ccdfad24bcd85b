#ifndef TRACUU_TESTS_INDEXER_READERS_SUPPORT_DOCUMENTS_H_
#define TRACUU_TESTS_INDEXER_READERS_SUPPORT_DOCUMENTS_H_

// PDF and Word documents, made as small as they can be.

#include <string>
#include <utility>
#include <vector>

namespace tracuu::test {

// True if there is a program to read PDF with.
bool HasPdftotext();

// A PDF of one page that shows `text`, with more entries in its trailer.
std::string Pdf(const std::string& text, const std::string& trailer = "");

// A .zip of named contents.
std::string Zip(
    const std::vector<std::pair<std::string, std::string>>& entries);

// word/document.xml with `body` inside.
std::string Document(const std::string& body);

// A .docx of that.
std::string Docx(const std::string& body);

}  // namespace tracuu::test

#endif  // TRACUU_TESTS_INDEXER_READERS_SUPPORT_DOCUMENTS_H_
