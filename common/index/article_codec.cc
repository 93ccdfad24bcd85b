#include "common/index/article_codec.h"

#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "common/index/depth_guard.h"

namespace tracuu {
namespace {

using Json = nlohmann::json;

// The layout, as JSON would print it. Absent keys are empty values; facet
// values and evidence are arrays in the order of their structs.
//
//   {"i": id, "s": source, "u": url, "h": host, "t": title, "x": text,
//    "b": [role, begin, end, …],
//    "f": {"p": date value, "e": date value, "y": value, "P": [value, …],
//          "N": [value, …], "U": [unit, …], "R": [value, …], "H": value,
//          "x": [[facet, begin, end, reason], …]},
//    "d": {stated fields}, "r": [repair, …]}
//
//   date        year × 10000 + month × 100 + day
//   minute      minute of the day + 1, so that 0 is "unknown"
//   evidence    [kind, begin, end, rule, detail, certainty]
//   value       [value, role, [evidence, …]]
//   unit        [name, level, kind, role, [evidence, …]]
//   date value  [date, minute, evidence]

constexpr std::uint64_t kMaxUint32 = std::numeric_limits<std::uint32_t>::max();
constexpr int kMinutesPerDay = 24 * 60;

struct Malformed {};

// ---- Writing ----

std::uint32_t PackDate(const Date& date) {
  return static_cast<std::uint32_t>(date.year) * 10000U +
         static_cast<std::uint32_t>(date.month) * 100U +
         static_cast<std::uint32_t>(date.day);
}

unsigned PackMinute(std::int16_t minute) {
  return minute < 0 ? 0U : static_cast<unsigned>(minute) + 1U;
}

Json Pack(const Evidence& evidence) {
  return Json::array({static_cast<unsigned>(evidence.kind), evidence.begin,
                      evidence.end, evidence.rule, evidence.detail,
                      static_cast<unsigned>(evidence.certainty)});
}

template <typename T>
Json PackAll(const std::vector<T>& items);

Json Pack(const FacetValue& value) {
  return Json::array({value.value, value.role, PackAll(value.evidence)});
}

Json Pack(const UnitValue& unit) {
  return Json::array(
      {unit.name, unit.level, unit.kind, unit.role, PackAll(unit.evidence)});
}

Json Pack(const DateValue& value) {
  return Json::array({PackDate(value.date), PackMinute(value.minute_of_day),
                      Pack(value.evidence)});
}

template <typename T>
Json PackAll(const std::vector<T>& items) {
  Json array = Json::array();
  for (const T& item : items) array.push_back(Pack(item));
  return array;
}

void Put(Json& json, const char* key, const std::string& value) {
  if (!value.empty()) json[key] = value;
}

template <typename T>
void PutAll(Json& json, const char* key, const std::vector<T>& items) {
  if (!items.empty()) json[key] = PackAll(items);
}

template <typename T>
void PutOptional(Json& json, const char* key, const std::optional<T>& item) {
  if (item) json[key] = Pack(*item);
}

Json PackBlocks(const std::vector<Block>& blocks) {
  Json array = Json::array();
  for (const Block& block : blocks) {
    array.push_back(static_cast<unsigned>(block.role));
    array.push_back(block.begin);
    array.push_back(block.end);
  }
  return array;
}

Json PackFacets(const Facets& facets) {
  Json json = Json::object();
  PutOptional(json, "p", facets.published);
  PutOptional(json, "e", facets.event_date);
  PutOptional(json, "y", facets.year);
  PutAll(json, "P", facets.provinces);
  PutAll(json, "N", facets.provinces_now);
  PutAll(json, "U", facets.units);
  PutAll(json, "R", facets.resolutions);
  PutOptional(json, "H", facets.host);
  for (const Refusal& one : facets.refused) {
    if (json["x"].size() == kMaxStoredRefusals) break;
    json["x"].push_back(
        Json::array({one.facet, one.begin, one.end, one.reason}));
  }
  return json;
}

Json PackStated(const StatedFields& stated) {
  Json json = Json::object();
  if (stated.title) json["t"] = *stated.title;
  if (stated.published) json["p"] = PackDate(*stated.published);
  if (stated.published_minute >= 0) {
    json["m"] = PackMinute(stated.published_minute);
  }
  if (stated.fetched_at) json["f"] = *stated.fetched_at;
  if (!stated.provinces.empty()) json["P"] = stated.provinces;
  if (!stated.units.empty()) json["U"] = stated.units;
  if (!stated.resolutions.empty()) json["R"] = stated.resolutions;
  if (stated.year) json["y"] = *stated.year;
  if (stated.publisher) json["s"] = *stated.publisher;
  return json;
}

// ---- Reading. Whatever is not as written throws Malformed. ----

std::uint64_t Unsigned(const Json& json, std::uint64_t max) {
  if (!json.is_number_unsigned()) throw Malformed{};
  const auto value = json.get<std::uint64_t>();
  if (value > max) throw Malformed{};
  return value;
}

const std::string& Text(const Json& json) {
  const auto* text = json.get_ptr<const std::string*>();
  if (text == nullptr) throw Malformed{};
  return *text;
}

const Json& Item(const Json& json, std::size_t index) {
  if (!json.is_array() || index >= json.size()) throw Malformed{};
  return json[index];
}

const Json& Array(const Json& json) {
  if (!json.is_array()) throw Malformed{};
  return json;
}

// The value under `key`, or null.
const Json* Find(const Json& json, const char* key) {
  if (!json.is_object()) throw Malformed{};
  const auto found = json.find(key);
  return found == json.end() ? nullptr : &*found;
}

std::string TextAt(const Json& json, const char* key) {
  const Json* found = Find(json, key);
  return found == nullptr ? std::string() : Text(*found);
}

std::vector<std::string> TextsAt(const Json& json, const char* key) {
  std::vector<std::string> texts;
  if (const Json* found = Find(json, key)) {
    for (const Json& item : Array(*found)) texts.push_back(Text(item));
  }
  return texts;
}

Date UnpackDate(const Json& json) {
  const std::uint64_t packed = Unsigned(json, 32767U * 10000U + 9999U);
  const Date date{static_cast<std::int16_t>(packed / 10000),
                  static_cast<std::int8_t>(packed / 100 % 100),
                  static_cast<std::int8_t>(packed % 100)};
  if (date.month > 12 || date.day > 31) throw Malformed{};
  return date;
}

std::int16_t UnpackMinute(const Json& json) {
  return static_cast<std::int16_t>(
      static_cast<int>(Unsigned(json, kMinutesPerDay)) - 1);
}

template <typename Enum>
Enum UnpackEnum(const Json& json, Enum last) {
  return static_cast<Enum>(Unsigned(json, static_cast<std::uint64_t>(last)));
}

void CheckRange(std::uint32_t begin, std::uint32_t end, std::size_t size) {
  if (begin > end || end > size) throw Malformed{};
}

// Unpacks what points into a text of `size` bytes.
class Unpacker {
 public:
  explicit Unpacker(std::size_t size) : size_(size) {}

  std::vector<Block> Blocks(const Json& json) const {
    if (Array(json).size() % 3 != 0) throw Malformed{};
    std::vector<Block> blocks;
    std::uint32_t last_end = 0;
    for (std::size_t i = 0; i < json.size(); i += 3) {
      Block block;
      block.role = UnpackEnum(json[i], BlockRole::kChrome);
      block.begin = Offset(json[i + 1]);
      block.end = Offset(json[i + 2]);
      CheckRange(block.begin, block.end, size_);
      if (block.begin < last_end) throw Malformed{};
      last_end = block.end;
      blocks.push_back(block);
    }
    return blocks;
  }

  Facets UnpackFacets(const Json& json) const {
    Facets facets;
    Read(json, "p", &facets.published);
    Read(json, "e", &facets.event_date);
    Read(json, "y", &facets.year);
    Read(json, "P", &facets.provinces);
    Read(json, "N", &facets.provinces_now);
    Read(json, "U", &facets.units);
    Read(json, "R", &facets.resolutions);
    Read(json, "H", &facets.host);
    if (const Json* refused = Find(json, "x")) {
      for (const Json& one : Array(*refused)) {
        facets.refused.push_back({Text(Item(one, 0)), Offset(Item(one, 1)),
                                  Offset(Item(one, 2)), Text(Item(one, 3))});
        CheckRange(facets.refused.back().begin, facets.refused.back().end,
                   size_);
      }
    }
    return facets;
  }

 private:
  static std::uint32_t Offset(const Json& json) {
    return static_cast<std::uint32_t>(Unsigned(json, kMaxUint32));
  }

  void Unpack(const Json& json, Evidence* evidence) const {
    evidence->kind = UnpackEnum(Item(json, 0), EvidenceKind::kDerived);
    evidence->begin = Offset(Item(json, 1));
    evidence->end = Offset(Item(json, 2));
    CheckRange(evidence->begin, evidence->end, size_);
    evidence->rule = Text(Item(json, 3));
    evidence->detail = Text(Item(json, 4));
    evidence->certainty = UnpackEnum(Item(json, 5), Certainty::kLow);
  }

  void Unpack(const Json& json, FacetValue* value) const {
    value->value = Text(Item(json, 0));
    value->role = Text(Item(json, 1));
    UnpackAll(Item(json, 2), &value->evidence);
  }

  void Unpack(const Json& json, UnitValue* unit) const {
    unit->name = Text(Item(json, 0));
    unit->level = Text(Item(json, 1));
    unit->kind = Text(Item(json, 2));
    unit->role = Text(Item(json, 3));
    UnpackAll(Item(json, 4), &unit->evidence);
  }

  void Unpack(const Json& json, DateValue* value) const {
    value->date = UnpackDate(Item(json, 0));
    value->minute_of_day = UnpackMinute(Item(json, 1));
    Unpack(Item(json, 2), &value->evidence);
  }

  template <typename T>
  void UnpackAll(const Json& json, std::vector<T>* items) const {
    for (const Json& item : Array(json)) Unpack(item, &items->emplace_back());
  }

  template <typename T>
  void Read(const Json& json, const char* key, std::vector<T>* items) const {
    if (const Json* found = Find(json, key)) UnpackAll(*found, items);
  }

  template <typename T>
  void Read(const Json& json, const char* key, std::optional<T>* item) const {
    if (const Json* found = Find(json, key)) Unpack(*found, &item->emplace());
  }

  std::size_t size_;
};

// Any int: the record's word is kept as it was given.
int Year(const Json& json) {
  if (!json.is_number_integer()) throw Malformed{};
  const auto year = json.get<std::int64_t>();
  if (year != static_cast<int>(year)) throw Malformed{};
  return static_cast<int>(year);
}

StatedFields UnpackStated(const Json& json) {
  StatedFields stated;
  if (const Json* title = Find(json, "t")) stated.title = Text(*title);
  if (const Json* date = Find(json, "p")) stated.published = UnpackDate(*date);
  if (const Json* minute = Find(json, "m")) {
    stated.published_minute = UnpackMinute(*minute);
  }
  if (const Json* fetched = Find(json, "f")) stated.fetched_at = Text(*fetched);
  stated.provinces = TextsAt(json, "P");
  stated.units = TextsAt(json, "U");
  stated.resolutions = TextsAt(json, "R");
  if (const Json* year = Find(json, "y")) {
    stated.year = Year(*year);
  }
  if (const Json* source = Find(json, "s")) stated.publisher = Text(*source);
  return stated;
}

Article UnpackArticle(const Json& json) {
  Article article;
  article.id = TextAt(json, "i");
  article.source = TextAt(json, "s");
  article.url = TextAt(json, "u");
  article.host = TextAt(json, "h");
  article.title = TextAt(json, "t");
  article.text = TextAt(json, "x");
  const Unpacker unpacker(article.text.size());
  if (const Json* blocks = Find(json, "b")) {
    article.blocks = unpacker.Blocks(*blocks);
  }
  if (const Json* facets = Find(json, "f")) {
    article.facets = unpacker.UnpackFacets(*facets);
  }
  if (const Json* stated = Find(json, "d")) {
    article.stated = UnpackStated(*stated);
  }
  article.repairs = TextsAt(json, "r");
  return article;
}

}  // namespace

std::string EncodeArticle(const Article& article) {
  Json json = Json::object();
  Put(json, "i", article.id);
  Put(json, "s", article.source);
  Put(json, "u", article.url);
  Put(json, "h", article.host);
  Put(json, "t", article.title);
  Put(json, "x", article.text);
  json["b"] = PackBlocks(article.blocks);
  json["f"] = PackFacets(article.facets);
  if (Json stated = PackStated(article.stated); !stated.empty()) {
    json["d"] = std::move(stated);
  }
  if (!article.repairs.empty()) json["r"] = article.repairs;
  std::string bytes;
  bytes.reserve(article.text.size() + 1024);
  Json::to_cbor(json, bytes);
  return bytes;
}

Error MalformedArticle() {
  return {ErrorCode::kCorrupt, "the stored article is not in the expected form",
          "verify the index with `tracuu-index check`"};
}

Result<Article> DecodeArticle(std::string_view bytes) {
  try {
    DepthGuard guard;
    if (!Json::sax_parse(bytes, &guard, Json::input_format_t::cbor)) {
      return MalformedArticle();
    }
    return UnpackArticle(Json::from_cbor(bytes));
  } catch (const Malformed&) {
    return MalformedArticle();
  } catch (const Json::exception&) {
    return MalformedArticle();
  }
}

}  // namespace tracuu
