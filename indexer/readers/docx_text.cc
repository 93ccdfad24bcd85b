#include "indexer/readers/docx_text.h"

#include <libxml/parser.h>
#include <time.h>

#include <algorithm>
#include <chrono>
#include <mutex>

namespace tracuu {
namespace {

constexpr std::string_view kWordNamespace =
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr std::string_view kStrictNamespace =
    "http://purl.oclc.org/ooxml/wordprocessingml/main";

// libxml2's time grows with the square of a tag's attributes (100,000 take it
// 40 s). Word's longest tag, the first, has some thirty.
constexpr std::size_t kMaxTagBytes = std::size_t{16} << 10;
constexpr std::chrono::seconds kMaxCpuTime{20};

// Of this thread: a busy machine makes no document a bomb.
std::chrono::nanoseconds CpuTime() {
  timespec time{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return std::chrono::seconds(time.tv_sec) +
         std::chrono::nanoseconds(time.tv_nsec);
}

std::string_view View(const xmlChar* text) {
  return text == nullptr
             ? std::string_view()
             : std::string_view(reinterpret_cast<const char*>(text));
}

// libxml2 tells standard error of broken input unless somebody else listens.
void Ignore(void*, const char*, ...) {}

void InitLibrary() {
  static std::once_flag once;
  std::call_once(once, [] { ::xmlInitParser(); });
  // Each thread has its own listener.
  ::xmlSetGenericErrorFunc(nullptr, &Ignore);
}

}  // namespace

struct DocxText::Parser {
  explicit Parser(std::size_t max_bytes) : max_text_bytes(max_bytes) {
    InitLibrary();
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = &Parser::Start;
    handler.endElementNs = &Parser::End;
    handler.characters = &Parser::Characters;
    handler.internalSubset = &Parser::Subset;
    context = ::xmlCreatePushParserCtxt(&handler, this, nullptr, 0, nullptr);
    if (context != nullptr) ::xmlCtxtUseOptions(context, XML_PARSE_NONET);
  }
  ~Parser() {
    if (context == nullptr) return;
    if (context->myDoc != nullptr) ::xmlFreeDoc(context->myDoc);
    ::xmlFreeParserCtxt(context);
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  static bool IsWord(const xmlChar* uri) {
    return View(uri) == kWordNamespace || View(uri) == kStrictNamespace;
  }

  // The signature is libxml2's.
  static void Start(void* self, const xmlChar* name, const xmlChar*,
                    const xmlChar* uri, int, const xmlChar**, int, int,
                    const xmlChar**) {
    auto* parser = static_cast<Parser*>(self);
    const std::string_view local = View(name);
    // A text box stands twice, for new programs and for old ones.
    if (parser->fallback_depth > 0 || local == "Fallback") {
      ++parser->fallback_depth;
      return;
    }
    if (!IsWord(uri)) return;
    if (local == "t") parser->in_text = true;
    if (local == "tab") parser->Append("\t");
    if (local == "br" || local == "cr") parser->Append("\n");
    if (local == "noBreakHyphen") parser->Append("-");
  }

  static void End(void* self, const xmlChar* name, const xmlChar*,
                  const xmlChar* uri) {
    auto* parser = static_cast<Parser*>(self);
    if (parser->fallback_depth > 0) {
      --parser->fallback_depth;
      return;
    }
    if (!IsWord(uri)) return;
    if (View(name) == "t") parser->in_text = false;
    if (View(name) == "p") parser->Append("\n");
  }

  static void Characters(void* self, const xmlChar* text, int size) {
    auto* parser = static_cast<Parser*>(self);
    if (!parser->in_text || parser->fallback_depth > 0) return;
    parser->Append(
        {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
  }

  // No document of Word's declares entities; bombs are made of them.
  static void Subset(void* self, const xmlChar*, const xmlChar*,
                     const xmlChar*) {
    auto* parser = static_cast<Parser*>(self);
    parser->has_subset = true;
    ::xmlStopParser(parser->context);
  }

  void Append(std::string_view piece) {
    if (text.size() + piece.size() > max_text_bytes) {
      is_too_large = true;
      ::xmlStopParser(context);
      return;
    }
    text += piece;
  }

  // False if a tag goes on for too long. Sees quotes, as a ">" in them ends no
  // tag.
  bool TagsAreShort(std::string_view xml) {
    for (const char c : xml) {
      if (tag_bytes == 0) {
        if (c == '<') tag_bytes = 1;
        continue;
      }
      if (++tag_bytes > kMaxTagBytes) return false;
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        tag_bytes = 0;
      }
    }
    return true;
  }

  Status Parse(std::string_view xml, bool is_last) {
    if (context == nullptr) {
      return Error{ErrorCode::kIo, "no memory for the XML parser", ""};
    }
    if (!TagsAreShort(xml) || CpuTime() - start > kMaxCpuTime) {
      return Error{ErrorCode::kCorrupt,
                   "the document's XML is not what a word processor writes",
                   "open it in one and save it again"};
    }
    const int code = ::xmlParseChunk(context, xml.data(),
                                     static_cast<int>(xml.size()), is_last);
    if (is_too_large) {
      return Error{ErrorCode::kTooLarge,
                   "the document holds more than " +
                       std::to_string(max_text_bytes) + " bytes of text",
                   "split the document"};
    }
    if (code != 0 || has_subset) {
      return Error{ErrorCode::kCorrupt, "the document's XML is broken",
                   "open it in a word processor and save it again"};
    }
    return Ok{};
  }

  const std::size_t max_text_bytes;
  const std::chrono::nanoseconds start = CpuTime();
  std::size_t tag_bytes = 0;  // Of the tag that is open.
  char quote = 0;
  xmlSAXHandler handler{};
  xmlParserCtxtPtr context = nullptr;
  std::string text;
  std::size_t fallback_depth = 0;
  bool in_text = false;
  bool is_too_large = false;
  bool has_subset = false;
};

DocxText::DocxText(std::size_t max_text_bytes)
    : parser_(std::make_unique<Parser>(max_text_bytes)) {}
DocxText::~DocxText() = default;

Status DocxText::Add(std::string_view xml) {
  constexpr std::size_t kMostAtOnce = std::size_t{64} << 10;
  while (!xml.empty()) {
    const std::size_t size = std::min(xml.size(), kMostAtOnce);
    const Status parsed = parser_->Parse(xml.substr(0, size), false);
    if (!parsed) return parsed;
    xml.remove_prefix(size);
  }
  return Ok{};
}

Result<std::string> DocxText::Finish() {
  const Status parsed = parser_->Parse({}, true);
  if (!parsed) return parsed.error();
  return std::move(parser_->text);
}

}  // namespace tracuu
