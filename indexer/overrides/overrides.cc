#include "indexer/overrides/overrides.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/base/file.h"
#include "common/base/sha256.h"
#include "common/text/utf8.h"
#include "indexer/overrides/override_value.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxFileBytes = std::size_t{64} << 20;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kNone = "none";

// What a target can name, the one that decides first in front.
constexpr std::array<std::string_view, 4> kTargets = {
    "id:", "url:", "source:", "host:"};

std::vector<std::string> Split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string Trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return std::string(
      text.substr(first, text.find_last_not_of(' ') - first + 1));
}

std::string Joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) {
    all += (all.empty() ? "" : ", ") + word;
  }
  return all;
}

Error Wrong(const std::string& origin, const std::string& what,
            std::string hint) {
  return {ErrorCode::kInvalidArgument, origin + ": " + what, std::move(hint)};
}

bool IsHeader(const std::vector<std::string>& cells) {
  const bool note = cells.size() == 4 && cells[3] == "note";
  return (cells.size() == 3 || note) && cells[0] == "target" &&
         cells[1] == "facet" && cells[2] == "value";
}

// As Article::host has it: lower case, without "www.".
std::string CanonicalHost(std::string_view host) {
  std::string name(host);
  std::transform(name.begin(), name.end(), name.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return name.starts_with("www.") ? name.substr(4) : name;
}

// "host:WWW.A.vn" → "host:a.vn"; empty for what names nothing.
std::string CanonicalTarget(const std::string& target) {
  for (const std::string_view kind : kTargets) {
    if (!target.starts_with(kind) || target.size() == kind.size()) continue;
    const std::string name = target.substr(kind.size());
    return std::string(kind) + (kind == "host:" ? CanonicalHost(name) : name);
  }
  return {};
}

Result<std::vector<std::string>> ReadValues(const std::string& facet,
                                            const std::string& cell) {
  std::vector<std::string> values;
  if (cell == kNone) return values;
  for (const std::string& part : Split(cell, '|')) {
    const std::string value = Trimmed(RepairUnicode(part));
    if (value.empty()) {
      return Error{ErrorCode::kInvalidArgument, "the value is empty",
                   "write a value, or none to take away what is found"};
    }
    auto read = ReadOverrideValue(facet, value);
    if (!read) return read.error();
    values.push_back(*std::move(read));
  }
  if (values.size() > 1 && TakesOneValue(facet)) {
    return Error{ErrorCode::kInvalidArgument, facet + " takes one value",
                 "leave one of the values separated by |"};
  }
  return values;
}

// One line that is no comment; `cells` of it.
Result<Override> ReadLine(const std::vector<std::string>& cells,
                          const std::string& origin) {
  if (cells.size() < 3 || cells.size() > 4) {
    return Wrong(origin,
                 "has " + std::to_string(cells.size()) + " cells, not 3 or 4",
                 "separate target, facet and value by one tab each");
  }
  Override line;
  line.facet = Trimmed(cells[1]);
  line.origin = origin;
  const auto& facets = OverridableFacets();
  if (std::find(facets.begin(), facets.end(), line.facet) == facets.end()) {
    return Wrong(origin, "\"" + line.facet + "\" is no facet to override",
                 "write one of " + Joined(facets));
  }
  auto values = ReadValues(line.facet, Trimmed(cells[2]));
  if (!values)
    return Wrong(origin, values.error().message, values.error().hint);
  line.values = *std::move(values);
  return line;
}

}  // namespace

const std::vector<std::string>& OverridableFacets() {
  static const auto* const kFacets = new std::vector<std::string>{
      "published", "event_date", "year",      "province",
      "unit",      "unit_level", "resolution"};
  return *kFacets;
}

Result<Overrides> Overrides::Load(const std::filesystem::path& path) {
  const auto bytes = ReadFile(path, kMaxFileBytes);
  if (!bytes) return bytes.error();
  return Parse(*bytes, path.filename().string());
}

Result<Overrides> Overrides::Parse(std::string_view bytes,
                                   const std::string& name) {
  Overrides overrides;
  overrides.sha256_ = Sha256Hex(bytes);
  if (bytes.starts_with(kByteOrderMark)) {
    bytes.remove_prefix(kByteOrderMark.size());
  }
  bool header_seen = false;
  std::size_t number = 0;
  for (std::string text : Split(bytes, '\n')) {
    const std::string origin = name + ":" + std::to_string(++number);
    if (text.ends_with('\r')) text.pop_back();
    if (text.empty() || text.front() == '#') continue;
    if (FirstInvalidUtf8(text)) {
      return Wrong(origin, "is not UTF-8", "save the file as UTF-8");
    }
    const std::vector<std::string> cells = Split(text, '\t');
    if (!header_seen) {
      header_seen = IsHeader(cells);
      if (header_seen) continue;
      return Wrong(origin, "is not the header of a table of overrides",
                   "begin the file with the line target<tab>facet<tab>value, "
                   "and <tab>note if there is a fourth column");
    }
    auto line = ReadLine(cells, origin);
    if (!line) return line.error();
    const Status added =
        overrides.Add(Trimmed(cells.front()), *std::move(line));
    if (!added) return added.error();
  }
  if (header_seen) return overrides;
  return Wrong(name + ":1", "there is no header",
               "begin the file with the line target<tab>facet<tab>value");
}

Status Overrides::Add(std::string_view target, Override line) {
  const std::string key = CanonicalTarget(std::string(target));
  if (key.empty()) {
    return Wrong(line.origin,
                 "\"" + std::string(target) + "\" names no document or host",
                 "begin it with id:, url:, source: or host:");
  }
  std::vector<Override>& lines = by_target_[key];
  for (const Override& earlier : lines) {
    if (earlier.facet != line.facet) continue;
    return Wrong(
        line.origin,
        line.facet + " of " + key + " is set already, by " + earlier.origin,
        "remove one of the two lines");
  }
  lines.push_back(std::move(line));
  return Ok{};
}

std::vector<const Override*> Overrides::For(const Article& article) const {
  std::vector<const Override*> found;
  if (by_target_.empty()) return found;
  const std::array<std::string_view, kTargets.size()> names = {
      article.id, article.url, article.source, article.host};
  for (std::size_t i = 0; i < kTargets.size(); ++i) {
    if (names[i].empty()) continue;
    const auto lines =
        by_target_.find(std::string(kTargets[i]).append(names[i]));
    if (lines == by_target_.end()) continue;
    for (const Override& line : lines->second) {
      const bool decided = std::any_of(
          found.begin(), found.end(),
          [&](const Override* other) { return other->facet == line.facet; });
      if (!decided) found.push_back(&line);
    }
  }
  return found;
}

}  // namespace tracuu
