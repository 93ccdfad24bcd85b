#include "indexer/readers/mirror.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "common/base/ascii.h"
#include "common/domain/date.h"
#include "indexer/readers/byte_source.h"
#include "indexer/readers/canonical_url.h"

namespace tracuu {
namespace {

// Those of Vietnamese sites, and the two reserved for examples.
constexpr std::array<std::string_view, 11> kTopLevelDomains = {
    "vn",  "com", "net",  "org",     "info", "edu",
    "gov", "biz", "asia", "example", "test"};
// Pages that a server makes; wget -E hangs .html on their names.
constexpr std::array<std::string_view, 7> kPageSuffixes = {
    ".aspx", ".asp", ".php", ".jsp", ".cgi", ".shtml", ".do"};
constexpr std::size_t kNoteSearchBytes = 8192;
constexpr std::size_t kHtmlSearchBytes = 1024;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool IsHostByte(char c) {
  return (c >= 'a' && c <= 'z') || IsDigit(c) || c == '-' || c == '.';
}

// "x.example:8080" of that, or of "X.example+8080"; empty if it is no host.
std::string HostOfFolder(std::string_view folder) {
  std::string host = LowerAscii(folder);
  const std::size_t colon = host.find_first_of(":+");
  std::string port;
  if (colon != std::string::npos) {
    port = host.substr(colon + 1);
    host.resize(colon);
    if (port.empty() || !std::all_of(port.begin(), port.end(), IsDigit)) {
      return {};
    }
  }
  const std::size_t dot = host.rfind('.');
  if (dot == std::string::npos || dot == 0 || host.front() == '.' ||
      host.find("..") != std::string::npos ||
      !std::all_of(host.begin(), host.end(), IsHostByte)) {
    return {};
  }
  const std::string_view domain = std::string_view(host).substr(dot + 1);
  if (std::find(kTopLevelDomains.begin(), kTopLevelDomains.end(), domain) ==
      kTopLevelDomains.end()) {
    return {};
  }
  return port.empty() ? host : host + ":" + port;
}

bool EndsAsPage(std::string_view name) {
  const std::string lower = LowerAscii(name);
  return std::any_of(
      kPageSuffixes.begin(), kPageSuffixes.end(),
      [&](std::string_view suffix) { return lower.ends_with(suffix); });
}

// The last part of an address from the name of its file.
std::string PageName(std::string_view file) {
  std::string name(file);
  // wget for Windows cannot write a question mark.
  const std::size_t at = name.find('@');
  const std::string before = LowerAscii(name.substr(0, at));
  if (at != std::string::npos && name.find('?') == std::string::npos &&
      (EndsAsPage(before) || before.ends_with(".html") ||
       before.ends_with(".htm"))) {
    name[at] = '?';
  }
  const std::size_t question = name.find('?');
  if (name.ends_with(".html")) {
    const std::string inner = name.substr(0, name.size() - 5);
    if (EndsAsPage(inner) || question < inner.size()) name = inner;
  }
  // The page of a folder, asked with a query.
  if (name.starts_with("index.html?")) name.erase(0, 10);
  std::string escaped;
  for (const char c : name) {
    if (c == '#') {
      escaped += "%23";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

std::optional<int> MonthOf(std::string_view name) {
  constexpr std::array<std::string_view, 12> kMonths = {
      "Jan", "Feb", "Mar", "Apr", "May", "Jun",
      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto* found = std::find(kMonths.begin(), kMonths.end(), name);
  if (found == kMonths.end()) return std::nullopt;
  return static_cast<int>(found - kMonths.begin()) + 1;
}

// "Tue, 03 Mar 2020 05:06:07 GMT" → "2020-03-03T05:06:07Z".
std::optional<std::string> ReadHttpDate(std::string_view text) {
  constexpr std::size_t kSize =
      std::string_view("03 Mar 2020 05:06:07 GMT").size();
  const std::size_t comma = text.find(", ");
  if (comma == std::string_view::npos) return std::nullopt;
  text = text.substr(comma + 2, kSize);
  if (text.size() < kSize || !text.ends_with(" GMT")) return std::nullopt;
  const std::optional<int> month = MonthOf(text.substr(3, 3));
  Date date;
  const auto read = [&](std::size_t begin, std::size_t size, auto* out) {
    int value = 0;
    const char* const end = text.data() + begin + size;
    const auto [stop, error] = std::from_chars(text.data() + begin, end, value);
    *out = static_cast<std::remove_pointer_t<decltype(out)>>(value);
    return error == std::errc() && stop == end;
  };
  if (!month || !read(0, 2, &date.day) || !read(7, 4, &date.year)) {
    return std::nullopt;
  }
  date.month = static_cast<std::int8_t>(*month);
  if (!IsRealDay(date)) return std::nullopt;
  return FormatIso(date) + "T" + std::string(text.substr(12, 8)) + "Z";
}

}  // namespace

std::string_view MirrorRoot(std::string_view source) {
  std::size_t begin = 0;
  for (std::size_t end = source.find('/'); end != std::string_view::npos;
       end = source.find('/', begin)) {
    if (!HostOfFolder(source.substr(begin, end - begin)).empty()) {
      return source.substr(0, end);
    }
    begin = end + 1;
  }
  return {};
}

std::string MirrorUrl(std::string_view source) {
  source = WithoutPackingSuffix(source);
  const std::string_view root = MirrorRoot(source);
  if (root.empty()) return {};
  const std::size_t path = root.size() + 1;
  const std::size_t name = source.rfind('/') + 1;
  return CanonicalUrl("http://" +
                      HostOfFolder(root.substr(root.rfind('/') + 1)) + "/" +
                      std::string(source.substr(path, name - path)) +
                      PageName(source.substr(name)));
}

std::optional<HttrackNote> FindHttrackNote(std::string_view html) {
  constexpr std::string_view kBefore = "<!-- Mirrored from ";
  constexpr std::string_view kBehind = " by HTTrack Website Copier/";
  html = html.substr(0, kNoteSearchBytes);
  const std::size_t at = html.find(kBefore);
  if (at == std::string_view::npos) return std::nullopt;
  html.remove_prefix(at + kBefore.size());
  html = html.substr(0, html.find("-->"));
  const std::size_t end = html.find(kBehind);
  if (end == std::string_view::npos) return std::nullopt;
  HttrackNote note;
  const std::string address(html.substr(0, end));
  const bool has_scheme = address.find("://") != std::string::npos;
  const std::string url = has_scheme ? address : "http://" + address;
  note.url = CanonicalUrl(url);
  html.remove_prefix(end);
  const std::size_t bracket = html.find(']');
  if (bracket != std::string_view::npos) {
    html.remove_prefix(bracket);
    const std::size_t day = html.find(", ");
    if (day != std::string_view::npos) {
      note.fetched_at = ReadHttpDate(html.substr(day + 2));
    }
  }
  return note;
}

bool BeginsAsHtml(std::string_view begin) {
  const std::string start = LowerAscii(begin.substr(0, kHtmlSearchBytes));
  for (const char* mark : {"<!doctype html", "<html", "<head", "<body"}) {
    if (start.find(mark) != std::string::npos) return true;
  }
  return false;
}

}  // namespace tracuu
