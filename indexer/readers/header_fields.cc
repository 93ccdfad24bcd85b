#include "indexer/readers/header_fields.h"

#include <algorithm>

#include "common/base/ascii.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxFields = 1000;

bool IsBlank(char c) { return c == ' ' || c == '\t'; }

std::string_view Trim(std::string_view text) {
  while (!text.empty() && IsBlank(text.front())) text.remove_prefix(1);
  while (!text.empty() && (IsBlank(text.back()) || text.back() == '\r')) {
    text.remove_suffix(1);
  }
  return text;
}

// Takes the next line off `text`, without its end.
std::string_view TakeLine(std::string_view* text) {
  const std::size_t end = std::min(text->find('\n'), text->size());
  std::string_view line = text->substr(0, end);
  text->remove_prefix(std::min(end + 1, text->size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// Splits "gzip, chunked" and appends what does something.
void AppendCodings(std::string_view value, std::vector<std::string>* codings) {
  while (!value.empty()) {
    const std::size_t comma = std::min(value.find(','), value.size());
    const std::string_view item = value.substr(0, comma);
    const std::string coding = LowerAscii(Trim(item.substr(0, item.find(';'))));
    value.remove_prefix(std::min(comma + 1, value.size()));
    if (!coding.empty() && coding != "identity") codings->push_back(coding);
  }
}

int StatusOf(std::string_view line) {
  const std::size_t space = line.find(' ');
  if (!line.starts_with("HTTP/") || space == std::string_view::npos) return 0;
  line = Trim(line.substr(space));
  if (line.size() < 3 || line.substr(0, 3).find_first_not_of("0123456789") !=
                             std::string_view::npos) {
    return 0;
  }
  return (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0');
}

}  // namespace

std::vector<HeaderField> ParseHeaderFields(std::string_view head) {
  std::vector<HeaderField> fields;
  while (!head.empty() && fields.size() < kMaxFields) {
    const std::string_view line = TakeLine(&head);
    if (line.empty()) break;
    if (IsBlank(line.front())) {
      if (!fields.empty()) {
        fields.back().value += ' ';
        fields.back().value += Trim(line);
      }
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    fields.push_back({LowerAscii(Trim(line.substr(0, colon))),
                      std::string(Trim(line.substr(colon + 1)))});
  }
  return fields;
}

std::string_view FieldValue(const std::vector<HeaderField>& fields,
                            std::string_view name) {
  for (const HeaderField& field : fields) {
    if (field.name == name) return field.value;
  }
  return {};
}

std::optional<std::size_t> HeadSize(std::string_view bytes) {
  std::size_t line = 0;
  for (;;) {
    const std::size_t end = bytes.find('\n', line);
    if (end == std::string_view::npos) return std::nullopt;
    const bool is_empty =
        end == line || (end == line + 1 && bytes[line] == '\r');
    if (is_empty && line > 0) return end + 1;
    line = end + 1;
  }
}

MediaType ParseMediaType(std::string_view value) {
  MediaType media;
  media.type = LowerAscii(Trim(value.substr(0, value.find_first_of(";,"))));
  const std::string lower = LowerAscii(value);
  constexpr std::string_view kName = "charset=";
  const std::size_t at = lower.find(kName);
  if (at == std::string::npos) return media;
  std::string_view charset = std::string_view(lower).substr(at + kName.size());
  const char quote = charset.starts_with('"')    ? '"'
                     : charset.starts_with('\'') ? '\''
                                                 : '\0';
  if (quote != '\0') {
    charset.remove_prefix(1);
    charset = charset.substr(0, charset.find(quote));
  } else {
    charset = charset.substr(0, charset.find_first_of(";, \t"));
  }
  media.charset = Trim(charset);
  return media;
}

std::optional<HttpHead> ParseHttpHead(std::string_view bytes) {
  const std::optional<std::size_t> size = HeadSize(bytes);
  if (!size) return std::nullopt;
  std::string_view lines = bytes.substr(0, *size);
  HttpHead head;
  head.size = *size;
  head.status = StatusOf(TakeLine(&lines));
  if (head.status < 100) return std::nullopt;
  const std::vector<HeaderField> fields = ParseHeaderFields(lines);
  head.media = ParseMediaType(FieldValue(fields, "content-type"));
  for (const HeaderField& field : fields) {
    if (field.name == "content-encoding") {
      AppendCodings(field.value, &head.content_codings);
    } else if (field.name == "transfer-encoding") {
      AppendCodings(field.value, &head.transfer_codings);
    }
  }
  return head;
}

}  // namespace tracuu
