#include "indexer/readers/docx_text.h"

#include <utility>

namespace tracuu {
namespace {

bool IsWord(std::string_view uri) {
  constexpr std::string_view kWord =
      "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  constexpr std::string_view kStrict =
      "http://purl.oclc.org/ooxml/wordprocessingml/main";
  return uri == kWord || uri == kStrict;
}

}  // namespace

void DocxText::Start(std::string_view name, std::string_view uri) {
  // A text box stands twice, for new programs and for old ones.
  if (fallback_depth_ > 0 || name == "Fallback") {
    ++fallback_depth_;
    return;
  }
  if (!IsWord(uri)) return;
  if (name == "t") in_text_ = true;
  if (name == "tab") Append("\t");
  if (name == "br" || name == "cr") Append("\n");
  if (name == "noBreakHyphen") Append("-");
}

void DocxText::End(std::string_view name, std::string_view uri) {
  if (fallback_depth_ > 0) {
    --fallback_depth_;
    return;
  }
  if (!IsWord(uri)) return;
  if (name == "t") in_text_ = false;
  if (name == "p") Append("\n");
}

void DocxText::Text(std::string_view text) {
  if (in_text_ && fallback_depth_ == 0) Append(text);
}

void DocxText::Append(std::string_view piece) {
  if (text_.size() + piece.size() > max_text_bytes_) return xml_.Stop();
  text_ += piece;
}

Status DocxText::Explain(const Status& parsed) const {
  if (xml_.is_stopped()) {
    return Error{ErrorCode::kTooLarge,
                 "the document holds more than " +
                     std::to_string(max_text_bytes_) + " bytes of text",
                 "split the document"};
  }
  if (parsed) return Ok{};
  return Error{parsed.error().code, parsed.error().message,
               "open the document in a word processor and save it again"};
}

Status DocxText::Add(std::string_view xml) { return Explain(xml_.Add(xml)); }

Result<std::string> DocxText::Finish() {
  const Status finished = Explain(xml_.Finish());
  if (!finished) return finished.error();
  return std::move(text_);
}

}  // namespace tracuu
