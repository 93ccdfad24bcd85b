#include "indexer/readers/json_record.h"

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/domain/date.h"
#include "common/text/analyze.h"
#include "indexer/readers/canonical_url.h"
#include "indexer/readers/capture_time.h"
#include "indexer/readers/json_fields.h"

namespace tracuu {
namespace {

using enum JsonField;

Rejection Reject(const char* code, std::size_t offset, std::string message,
                 std::string hint) {
  return {"", offset, code, std::move(message), std::move(hint)};
}

// Minutes since midnight of the time in an RFC 3339 date, or -1.
std::int16_t MinuteOfRfc3339(std::string_view text) {
  if (text.size() < 16 || (text[10] != 'T' && text[10] != ' ') ||
      text[13] != ':') {
    return -1;
  }
  int hour = 0;
  int minute = 0;
  const auto is_number = [](const char* begin, int* out) {
    const auto [end, error] = std::from_chars(begin, begin + 2, *out);
    return error == std::errc() && end == begin + 2;
  };
  if (!is_number(text.data() + 11, &hour) ||
      !is_number(text.data() + 14, &minute) || hour > 23 || minute > 59) {
    return -1;
  }
  return static_cast<std::int16_t>(hour * 60 + minute);
}

void SetPublished(const std::string& text, StatedFields* stated) {
  const std::optional<Date> iso = ParseIso(text);
  if (iso) {
    stated->published = iso;
    stated->published_minute = MinuteOfRfc3339(text);
    return;
  }
  for (const DateMention& mention : FindDates(text, Analyze(text))) {
    if (!mention.date.is_day()) continue;
    stated->published = mention.date;
    stated->published_minute = mention.minute_of_day;
    return;
  }
}

std::optional<std::string> First(std::vector<std::string>& values) {
  if (values.empty()) return std::nullopt;
  return std::move(values.front());
}

// A piece that goes on in lower case was cut out of a sentence, by a link or a
// bold word; all others are paragraphs.
std::string JoinParagraphs(std::vector<std::string>& values) {
  std::string text;
  for (const std::string& value : values) {
    if (!text.empty()) {
      const Analysis start = Analyze(std::string_view(value).substr(0, 64));
      const bool goes_on =
          !start.tokens.empty() &&
          start.tokens.front().letter_case == LetterCase::kLower;
      text += goes_on ? ' ' : '\n';
    }
    text += value;
  }
  return text;
}

// "<p>…", "<!DOCTYPE …": fields named body or content hold text or markup.
bool LooksLikeHtml(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos || text[begin] != '<') return false;
  const char next = begin + 1 < text.size() ? text[begin + 1] : ' ';
  return next == '!' || next == '?' || (next >= 'a' && next <= 'z') ||
         (next >= 'A' && next <= 'Z');
}

// Sets content and format from the first field that has any.
void SetContent(JsonFields& fields, Page* page) {
  for (const JsonField field : {kText, kHtml, kBody, kContent}) {
    std::vector<std::string>& values = fields[field];
    if (values.empty()) continue;
    page->content = values.size() == 1 ? std::move(values.front())
                    : field == kHtml   ? std::string()
                                       : JoinParagraphs(values);
    if (field == kHtml) {
      for (const std::string& value : values) page->content += value;
    }
    const bool is_html =
        field == kHtml || (field != kText && LooksLikeHtml(page->content));
    page->format = is_html ? PageFormat::kHtml : PageFormat::kText;
    return;
  }
}

// The time of fetching, in ISO 8601 where it came as a number.
std::optional<std::string> FetchedAt(JsonFields& fields) {
  for (const JsonField field :
       {kFetchedAt, kTimestamp, kCrawledAt, kScrapedAt}) {
    std::optional<std::string> given = First(fields[field]);
    if (!given) continue;
    const bool is_number =
        given->find_first_not_of("0123456789.") == std::string::npos;
    const auto seconds = is_number ? CaptureSeconds(*given) : std::nullopt;
    return seconds ? FormatCapture(*seconds) : *given;
  }
  return std::nullopt;
}

std::vector<std::string> Merge(std::vector<std::string>& one,
                               std::vector<std::string>& many) {
  std::vector<std::string> all = std::move(one);
  for (std::string& value : many) all.push_back(std::move(value));
  return all;
}

// Returns a rejection if a year is stated that is none.
std::optional<Rejection> SetStated(JsonFields& fields, StatedFields* stated) {
  stated->title = First(fields[kTitle]);
  stated->fetched_at = FetchedAt(fields);
  stated->publisher = First(fields[kPublisher]);
  stated->provinces = Merge(fields[kProvince], fields[kProvinces]);
  stated->units = Merge(fields[kUnit], fields[kUnits]);
  stated->resolutions = Merge(fields[kResolution], fields[kResolutions]);
  std::optional<std::string> published = First(fields[kPublished]);
  if (!published) published = First(fields[kDate]);
  if (published) SetPublished(*published, stated);
  const std::optional<std::string> year = First(fields[kYear]);
  if (!year) return std::nullopt;
  const std::optional<Date> date =
      year->size() == 4 ? ParseIso(*year) : std::nullopt;
  if (!date) {
    return Reject("bad-record", 0,
                  "the field \"year\" must be a year of four digits", "");
  }
  stated->year = date->year;
  return std::nullopt;
}

}  // namespace

std::variant<Page, Rejection> ParseJsonRecord(std::string_view line,
                                              const ReadLimits& limits) {
  auto read = ReadJsonFields(line, limits.max_json_depth);
  if (auto* rejection = std::get_if<Rejection>(&read)) {
    return std::move(*rejection);
  }
  JsonFields& fields = std::get<JsonFields>(read);
  Page page;
  page.id = First(fields[kId]).value_or("");
  page.url = CanonicalUrl(First(fields[kUrl]).value_or(""));
  SetContent(fields, &page);
  if (page.content.empty()) {
    return Reject("no-text", 0, "the record has neither text nor html",
                  "give it a field \"text\" or \"html\" that is not empty");
  }
  if (page.content.size() > limits.max_page_bytes) {
    return Reject("too-large", 0,
                  "the page holds more than " +
                      std::to_string(limits.max_page_bytes) + " bytes",
                  "split the text into several records");
  }
  if (page.id.empty() && page.url.empty()) {
    return Reject("no-id", 0, "the record has neither url nor id",
                  "without a key that stays, an update cannot tell which "
                  "articles changed");
  }
  if (auto rejection = SetStated(fields, &page.stated)) {
    return *std::move(rejection);
  }
  return page;
}

}  // namespace tracuu
