#ifndef TRACUU_INDEXER_READERS_DOCX_TEXT_H_
#define TRACUU_INDEXER_READERS_DOCX_TEXT_H_

// The text of a Word document (ECMA-376) from its word/document.xml: a line a
// paragraph, also in tables and text boxes. What was deleted under tracked
// changes, field codes, comments, footnotes, headers and footers are left out.

#include <cstddef>
#include <string>
#include <string_view>

#include "common/base/result.h"
#include "indexer/readers/xml_stream.h"

namespace tracuu {

// Takes the XML piece by piece and holds only the text. Not thread-safe.
class DocxText final : private XmlHandler {
 public:
  explicit DocxText(std::size_t max_text_bytes)
      : max_text_bytes_(max_text_bytes), xml_(this) {}

  // Fails with kCorrupt for XML that is broken, nested too deeply or declares
  // entities, with kTooLarge for more text than allowed. Not to be used after.
  Status Add(std::string_view xml);

  // The text, once all is added. Fails as Add() does.
  Result<std::string> Finish();

 private:
  void Start(std::string_view name, std::string_view uri) override;
  void End(std::string_view name, std::string_view uri) override;
  void Text(std::string_view text) override;

  void Append(std::string_view piece);
  Status Explain(const Status& parsed) const;

  const std::size_t max_text_bytes_;
  XmlStream xml_;
  std::string text_;
  std::size_t fallback_depth_ = 0;
  bool in_text_ = false;
};

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READERS_DOCX_TEXT_H_
