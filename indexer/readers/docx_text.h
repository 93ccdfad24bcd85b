#ifndef TRACUU_INDEXER_READERS_DOCX_TEXT_H_
#define TRACUU_INDEXER_READERS_DOCX_TEXT_H_

// The text of a Word document (ECMA-376) from its word/document.xml: a line a
// paragraph, also in tables and text boxes. What was deleted under tracked
// changes, field codes, comments, footnotes, headers and footers are left out.

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "common/base/result.h"

namespace tracuu {

// Takes the XML piece by piece and holds only the text. Not thread-safe.
class DocxText {
 public:
  explicit DocxText(std::size_t max_text_bytes);
  ~DocxText();
  DocxText(const DocxText&) = delete;
  DocxText& operator=(const DocxText&) = delete;

  // Fails with kCorrupt for XML that is broken, nested too deeply or declares
  // entities, with kTooLarge for more text than allowed. Not to be used after.
  Status Add(std::string_view xml);

  // The text, once all is added. Fails as Add() does.
  Result<std::string> Finish();

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READERS_DOCX_TEXT_H_
