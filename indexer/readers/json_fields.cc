#include "indexer/readers/json_fields.h"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "common/text/utf8.h"

namespace tracuu {
namespace {

using Json = nlohmann::json;

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

// In the order of JsonField.
constexpr std::array<FieldRow, kJsonFieldCount> kFields = {{
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

constexpr const FieldRow& RowOf(JsonField field) {
  return kFields[static_cast<std::size_t>(field)];
}

constexpr std::size_t kMaxListValues = 256;
constexpr std::size_t kMaxParagraphs = 20'000;

std::optional<JsonField> FindField(std::string_view name) {
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    if (kFields[i].name == name) return static_cast<JsonField>(i);
  }
  return std::nullopt;
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
    if (seen_[static_cast<std::size_t>(*field_)]) {
      return Fail("bad-json", "the field \"" + name + "\" comes twice");
    }
    seen_[static_cast<std::size_t>(*field_)] = true;
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
  JsonFields& fields() { return fields_; }

 private:
  // Crawlers write ids, years and times as numbers; a text that is one is a
  // mistake.
  bool MayBeNumber() const { return field_ && RowOf(*field_).may_be_number; }

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
    std::vector<std::string>& values = fields_[*field_];
    const FieldRow& row = RowOf(*field_);
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
    const FieldRow& row = RowOf(*field_);
    if (row.is_habit) return true;
    return Fail("bad-record", "the field \"" + std::string(row.name) +
                                  "\" must be a string or an array of strings");
  }

  std::size_t max_depth_;
  std::size_t depth_ = 0;
  std::optional<JsonField> field_;  // The last key of the outermost object.
  bool in_list_ = false;
  std::array<bool, kJsonFieldCount> seen_{};
  JsonFields fields_;
  std::optional<std::pair<const char*, std::string>> failure_;
  std::size_t position_ = 0;
};

// Why the parser refused the line, or stopped in it at `nul`.
Rejection WhyRefused(std::string_view line, const RecordHandler& record,
                     std::size_t nul) {
  const auto at = [](std::size_t byte) {
    return " at byte " + std::to_string(byte) + " of the line";
  };
  // The parser says of broken UTF-8 no more than that the JSON is broken.
  if (const std::optional<std::size_t> bad = FirstInvalidUtf8(line)) {
    return {"", *bad, "not-utf8", "broken UTF-8" + at(*bad),
            "JSON must be UTF-8; convert the file"};
  }
  const char* const hint = "one JSON object a line";
  if (!record.failure()) return {"", nul, "bad-json", "a NUL" + at(nul), hint};
  return {"", record.position(), record.failure()->first,
          record.failure()->second, hint};
}

}  // namespace

std::variant<JsonFields, Rejection> ReadJsonFields(std::string_view line,
                                                   std::size_t max_depth) {
  RecordHandler record(max_depth);
  Json::sax_parse(line.begin(), line.end(), &record);
  // The parser refuses broken UTF-8 wherever it looks, so that only what it
  // refuses needs a look for it; but it takes a NUL for the end.
  const std::size_t nul = line.find('\0');
  if (record.failure() || nul != std::string_view::npos) {
    return WhyRefused(line, record, nul);
  }
  return std::move(record.fields());
}

}  // namespace tracuu
