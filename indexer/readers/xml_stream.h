#ifndef TRACUU_INDEXER_READERS_XML_STREAM_H_
#define TRACUU_INDEXER_READERS_XML_STREAM_H_

// XML of a crawl, read piece by piece by libxml2 and held by nobody: its
// elements and texts go to a handler. What bombs are made of is refused:
// entities, tags without end, nesting without end, more than 20 s of CPU.

#include <memory>
#include <string_view>

#include "common/base/result.h"

namespace tracuu {

// Names are local names; `uri` is the namespace, empty if there is none.
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void Start(std::string_view name, std::string_view uri) = 0;
  virtual void End(std::string_view name, std::string_view uri) = 0;
  virtual void Text(std::string_view text) = 0;  // Mostly in several pieces.
};

// Not thread-safe.
class XmlStream {
 public:
  // `handler` must live as long.
  explicit XmlStream(XmlHandler* handler);
  ~XmlStream();
  XmlStream(const XmlStream&) = delete;
  XmlStream& operator=(const XmlStream&) = delete;

  // Fails with kCorrupt for what is not XML or is refused; not to be used
  // after.
  Status Add(std::string_view xml);
  // Once all is added. Fails as Add() does.
  Status Finish();

  // The handler wants no more: it is not called again, and nothing fails.
  void Stop();
  bool is_stopped() const;

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READERS_XML_STREAM_H_
