#include "indexer/readers/xml_stream.h"

#include <libxml/parser.h>
#include <time.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <mutex>

namespace tracuu {
namespace {

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

struct XmlStream::Parser {
  explicit Parser(XmlHandler* to) : handler(to) {
    InitLibrary();
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = &Parser::Start;
    sax.endElementNs = &Parser::End;
    sax.characters = &Parser::Characters;
    sax.cdataBlock = &Parser::Characters;
    sax.internalSubset = &Parser::Subset;
    context = ::xmlCreatePushParserCtxt(&sax, this, nullptr, 0, nullptr);
    if (context != nullptr) ::xmlCtxtUseOptions(context, XML_PARSE_NONET);
  }
  ~Parser() {
    if (context == nullptr) return;
    if (context->myDoc != nullptr) ::xmlFreeDoc(context->myDoc);
    ::xmlFreeParserCtxt(context);
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  // The signatures are libxml2's.
  // NOLINTNEXTLINE(readability-function-size)
  static void Start(void* self, const xmlChar* name, const xmlChar*,
                    const xmlChar* uri, int, const xmlChar**, int, int,
                    const xmlChar**) {
    auto* parser = static_cast<Parser*>(self);
    if (!parser->is_stopped) parser->handler->Start(View(name), View(uri));
  }

  static void End(void* self, const xmlChar* name, const xmlChar*,
                  const xmlChar* uri) {
    auto* parser = static_cast<Parser*>(self);
    if (!parser->is_stopped) parser->handler->End(View(name), View(uri));
  }

  static void Characters(void* self, const xmlChar* text, int size) {
    auto* parser = static_cast<Parser*>(self);
    if (parser->is_stopped) return;
    parser->handler->Text(
        {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
  }

  // Nobody whom we read declares entities; bombs are made of them.
  static void Subset(void* self, const xmlChar*, const xmlChar*,
                     const xmlChar*) {
    auto* parser = static_cast<Parser*>(self);
    parser->has_subset = true;
    ::xmlStopParser(parser->context);
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
    if (is_stopped) return Ok{};
    if (context == nullptr) {
      return Error{ErrorCode::kIo, "no memory for the XML parser", ""};
    }
    if (!TagsAreShort(xml) || CpuTime() - start > kMaxCpuTime) {
      return Error{ErrorCode::kCorrupt, "the XML is not what programs write",
                   "make it anew"};
    }
    const int code = ::xmlParseChunk(context, xml.data(),
                                     static_cast<int>(xml.size()), is_last);
    if (is_stopped) return Ok{};
    // A prefix that nobody declared is an error and hurts nobody.
    const bool is_broken =
        code != 0 && (context->wellFormed == 0 || context->disableSAX != 0);
    if (is_broken || has_subset) {
      return Error{ErrorCode::kCorrupt, "the XML is broken", "make it anew"};
    }
    return Ok{};
  }

  XmlHandler* handler;
  const std::chrono::nanoseconds start = CpuTime();
  std::size_t tag_bytes = 0;  // Of the tag that is open.
  char quote = 0;
  xmlSAXHandler sax{};
  xmlParserCtxtPtr context = nullptr;
  bool is_stopped = false;
  bool has_subset = false;
};

XmlStream::XmlStream(XmlHandler* handler)
    : parser_(std::make_unique<Parser>(handler)) {}
XmlStream::~XmlStream() = default;

Status XmlStream::Add(std::string_view xml) {
  constexpr std::size_t kMostAtOnce = std::size_t{64} << 10;
  while (!xml.empty()) {
    const std::size_t size = std::min(xml.size(), kMostAtOnce);
    Status parsed = parser_->Parse(xml.substr(0, size), false);
    if (!parsed) return parsed;
    xml.remove_prefix(size);
  }
  return Ok{};
}

Status XmlStream::Finish() { return parser_->Parse({}, true); }

void XmlStream::Stop() {
  parser_->is_stopped = true;
  if (parser_->context != nullptr) ::xmlStopParser(parser_->context);
}

bool XmlStream::is_stopped() const { return parser_->is_stopped; }

}  // namespace tracuu
