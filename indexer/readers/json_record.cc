#include "indexer/readers/json_record.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/domain/date.h"
#include "common/text/analyze.h"
#include "common/text/utf8.h"
#include "indexer/readers/canonical_url.h"
#include "indexer/readers/capture_time.h"

namespace tracuu {
namespace {

using Json = nlohmann::json;

enum Field : std::size_t {
  kId,
  kUrl,
  kText,
  kHtml,
  kBody,
  kContent,
  kTitle,
  kPublished,
  kDate,
  kFetchedAt,
  kTimestamp,
  kCrawledAt,
  kScrapedAt,
  kProvince,
  kProvinces,
  kUnit,
  kUnits,
  kResolution,
  kResolutions,
  kYear,
  kPublisher,
  kFieldCount,
};

// What an array stands for. Scrapy's item loaders make one of every value.
enum class ListMeans : std::uint8_t {
  kFirst,       // One value, the first.
  kAll,         // So many values.
  kParagraphs,  // One text.
};

struct FieldRow {
  std::string_view name;
  ListMeans list;
  bool may_be_number = false;
  // A habit of some crawlers; what others mean by the name is passed over.
  bool is_habit = false;
};

// In the order of Field.
constexpr std::array<FieldRow, kFieldCount> kFields = {{
    {"id", ListMeans::kFirst, true},
    {"url", ListMeans::kFirst},
    {"text", ListMeans::kParagraphs},
    {"html", ListMeans::kParagraphs},
    {"body", ListMeans::kParagraphs, false, true},
    {"content", ListMeans::kParagraphs, false, true},
    {"title", ListMeans::kFirst},
    {"published", ListMeans::kFirst},
    {"date", ListMeans::kFirst},
    {"fetched_at", ListMeans::kFirst, true},
    {"timestamp", ListMeans::kFirst, true, true},
    {"crawled_at", ListMeans::kFirst, true, true},
    {"scraped_at", ListMeans::kFirst, true, true},
    {"province", ListMeans::kAll},
    {"provinces", ListMeans::kAll},
    {"unit", ListMeans::kAll},
    {"units", ListMeans::kAll},
    {"resolution", ListMeans::kAll},
    {"resolutions", ListMeans::kAll},
    {"year", ListMeans::kFirst, true},
    {"source", ListMeans::kFirst},
}};

constexpr std::size_t kMaxListValues = 256;
constexpr std::size_t kMaxParagraphs = 20'000;

std::optional<Field> FindField(std::string_view name) {
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    if (kFields[i].name == name) return static_cast<Field>(i);
  }
  return std::nullopt;
}

Rejection Reject(const char* code, std::size_t offset, std::string message,
                 std::string hint) {
  return {"", offset, code, std::move(message), std::move(hint)};
}

// Collects the known fields of the outermost object; everything below is
// passed over, but not deeper than the limit.
class RecordHandler final : public nlohmann::json_sax<Json> {
 public:
  explicit RecordHandler(std::size_t max_depth) : max_depth_(max_depth) {}

  bool null() override { return Atom("", false, true); }
  bool boolean(bool value) override {
    return Atom(value ? "true" : "false", true, false);
  }
  bool number_integer(number_integer_t value) override {
    return Atom(std::to_string(value), !MayBeNumber(), false);
  }
  bool number_unsigned(number_unsigned_t value) override {
    return Atom(std::to_string(value), !MayBeNumber(), false);
  }
  bool number_float(number_float_t, const string_t& text) override {
    return Atom(text, !MayBeNumber(), false);
  }
  bool string(string_t& value) override {
    return Atom(std::move(value), false, false);
  }
  bool binary(binary_t&) override { return true; }

  bool start_object(std::size_t) override {
    if (depth_ > 0 && !OpenNested(false)) return false;
    return Deeper();
  }
  bool end_object() override { return --depth_, true; }
  bool start_array(std::size_t) override {
    if (depth_ == 0) {
      return Fail("bad-json", "the line is not a JSON object");
    }
    return OpenNested(true) && Deeper();
  }
  bool end_array() override { return --depth_, true; }

  bool key(string_t& name) override {
    if (depth_ != 1) return true;
    field_ = FindField(name);
    if (!field_) return true;
    if (seen_[*field_]) {
      return Fail("bad-json", "the field \"" + name + "\" comes twice");
    }
    seen_[*field_] = true;
    return true;
  }

  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception&) override {
    position_ = position > 0 ? position - 1 : 0;
    return Fail("bad-json", "broken JSON at byte " + std::to_string(position_) +
                                " of the line");
  }

  const std::optional<std::pair<const char*, std::string>>& failure() const {
    return failure_;
  }
  std::size_t position() const { return position_; }
  std::vector<std::string>& values(Field field) { return values_[field]; }

 private:
  // Crawlers write ids, years and times as numbers; a text that is one is a
  // mistake.
  bool MayBeNumber() const { return field_ && kFields[*field_].may_be_number; }

  bool Fail(const char* code, std::string message) {
    if (!failure_) failure_.emplace(code, std::move(message));
    return false;
  }

  bool Deeper() {
    if (++depth_ <= max_depth_) return true;
    return Fail("bad-json", "nested more than " + std::to_string(max_depth_) +
                                " levels deep");
  }

  // An object or array that begins inside the record.
  bool OpenNested(bool is_array) {
    const bool ours = field_ && (depth_ == 1 || (depth_ == 2 && in_list_));
    if (!ours) {
      if (depth_ == 1) in_list_ = false;
      return true;
    }
    if (depth_ == 1 && is_array) {
      in_list_ = true;
      return true;
    }
    return WrongType();
  }

  bool Atom(std::string value, bool wrong_type, bool is_null) {
    if (depth_ == 0) return Fail("bad-json", "the line is not a JSON object");
    if (!field_ || depth_ > 2 || (depth_ == 2 && !in_list_)) return true;
    if (is_null) return true;
    if (wrong_type) return WrongType();
    std::vector<std::string>& values = values_[*field_];
    const FieldRow& row = kFields[*field_];
    const std::size_t most =
        row.list == ListMeans::kParagraphs ? kMaxParagraphs : kMaxListValues;
    if (values.size() >= most) {
      return Fail("bad-record", "the field \"" + std::string(row.name) +
                                    "\" lists more than " +
                                    std::to_string(most) + " values");
    }
    if (!value.empty()) values.push_back(std::move(value));
    return true;
  }

  bool WrongType() {
    const FieldRow& row = kFields[*field_];
    if (row.is_habit) return true;
    return Fail("bad-record", "the field \"" + std::string(row.name) +
                                  "\" must be a string or an array of strings");
  }

  std::size_t max_depth_;
  std::size_t depth_ = 0;
  std::optional<Field> field_;  // The last key of the outermost object.
  bool in_list_ = false;
  std::array<bool, kFieldCount> seen_{};
  std::array<std::vector<std::string>, kFieldCount> values_;
  std::optional<std::pair<const char*, std::string>> failure_;
  std::size_t position_ = 0;
};

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
void SetContent(RecordHandler& record, Page* page) {
  for (const Field field : {kText, kHtml, kBody, kContent}) {
    std::vector<std::string>& values = record.values(field);
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
std::optional<std::string> FetchedAt(RecordHandler& record) {
  for (const Field field : {kFetchedAt, kTimestamp, kCrawledAt, kScrapedAt}) {
    std::optional<std::string> given = First(record.values(field));
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
std::optional<Rejection> SetStated(RecordHandler& record,
                                   StatedFields* stated) {
  stated->title = First(record.values(kTitle));
  stated->fetched_at = FetchedAt(record);
  stated->publisher = First(record.values(kPublisher));
  stated->provinces =
      Merge(record.values(kProvince), record.values(kProvinces));
  stated->units = Merge(record.values(kUnit), record.values(kUnits));
  stated->resolutions =
      Merge(record.values(kResolution), record.values(kResolutions));
  std::optional<std::string> published = First(record.values(kPublished));
  if (!published) published = First(record.values(kDate));
  if (published) SetPublished(*published, stated);
  const std::optional<std::string> year = First(record.values(kYear));
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
  RecordHandler record(limits.max_json_depth);
  Json::sax_parse(line.begin(), line.end(), &record);
  // The parser takes a NUL for the end.
  const std::size_t nul = line.find('\0');
  if (record.failure() || nul != std::string_view::npos) {
    // The parser refuses broken UTF-8 wherever it looks, so that only what it
    // refuses needs a look for it; it says no more than that the JSON is
    // broken.
    if (const std::optional<std::size_t> bad = FirstInvalidUtf8(line)) {
      return Reject(
          "not-utf8", *bad,
          "broken UTF-8 at byte " + std::to_string(*bad) + " of the line",
          "JSON must be UTF-8; convert the file");
    }
    if (!record.failure()) {
      return Reject("bad-json", nul,
                    "a NUL at byte " + std::to_string(nul) + " of the line",
                    "one JSON object a line");
    }
    return Reject(record.failure()->first, record.position(),
                  record.failure()->second, "one JSON object a line");
  }
  Page page;
  page.id = First(record.values(kId)).value_or("");
  page.url = CanonicalUrl(First(record.values(kUrl)).value_or(""));
  SetContent(record, &page);
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
  if (auto rejection = SetStated(record, &page.stated)) {
    return *std::move(rejection);
  }
  return page;
}

}  // namespace tracuu
