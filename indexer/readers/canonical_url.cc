#include "indexer/readers/canonical_url.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "common/base/ascii.h"

namespace tracuu {
namespace {

// Parameters of campaigns and sessions. Names in lower case.
constexpr std::array<std::string_view, 12> kTrackingParameters = {
    "fbclid", "gclid",  "dclid", "msclkid",   "yclid",      "zarsrc",
    "mc_cid", "mc_eid", "_ga",   "phpsessid", "jsessionid", "igshid",
};
constexpr std::string_view kCampaignPrefix = "utm_";

constexpr std::array<std::string_view, 4> kDefaultPages = {
    "index.html", "index.htm", "index.php", "default.aspx"};

// Query and path keep these besides letters and digits; all else is escaped.
constexpr std::string_view kUnreserved = "-._~";
constexpr std::string_view kKept = "!$&'()*+,;=:@/?[]";

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool IsUnreserved(char c) {
  return (LowerAscii(c) >= 'a' && LowerAscii(c) <= 'z') || IsDigit(c) ||
         kUnreserved.find(c) != std::string_view::npos;
}

std::optional<int> HexValue(char c) {
  if (IsDigit(c)) return c - '0';
  c = LowerAscii(c);
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return std::nullopt;
}

void AppendEscaped(char c, std::string* out) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  *out += '%';
  *out += kHex[byte >> 4];
  *out += kHex[byte & 15];
}

// Escapes what must be, and nothing else.
std::string Escape(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    const bool kept = IsUnreserved(c) || kKept.find(c) != std::string::npos;
    if (c != '%') {
      if (kept) {
        out += c;
      } else {
        AppendEscaped(c, &out);
      }
      continue;
    }
    const auto high =
        i + 2 < text.size() ? HexValue(text[i + 1]) : std::optional<int>();
    const auto low = high ? HexValue(text[i + 2]) : std::optional<int>();
    if (!low) {
      AppendEscaped('%', &out);
      continue;
    }
    c = static_cast<char>(*high * 16 + *low);
    if (IsUnreserved(c)) {
      out += c;
    } else {
      AppendEscaped(c, &out);
    }
    i += 2;
  }
  return out;
}

std::vector<std::string_view> Split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

// Resolves "." and ".." of an absolute path.
std::string WithoutDots(std::string_view path) {
  std::vector<std::string_view> kept;
  const std::vector<std::string_view> parts = Split(path.substr(1), '/');
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool is_last = i + 1 == parts.size();
    if (parts[i] == "." || parts[i] == "..") {
      if (parts[i] == ".." && !kept.empty()) kept.pop_back();
      if (is_last) kept.emplace_back();
    } else {
      kept.push_back(parts[i]);
    }
  }
  std::string out;
  for (const std::string_view part : kept) {
    out += '/';
    out += part;
  }
  return out.empty() ? "/" : out;
}

bool IsTracking(std::string_view parameter) {
  const std::string name = LowerAscii(parameter.substr(0, parameter.find('=')));
  return name.starts_with(kCampaignPrefix) ||
         std::find(kTrackingParameters.begin(), kTrackingParameters.end(),
                   name) != kTrackingParameters.end();
}

std::string CleanQuery(std::string_view query) {
  std::string out;
  for (const std::string_view parameter : Split(query, '&')) {
    if (parameter.empty() || IsTracking(parameter)) continue;
    if (!out.empty()) out += '&';
    out += Escape(parameter);
  }
  return out;
}

std::string CleanPath(std::string_view path, bool has_query) {
  std::string session = LowerAscii(path);
  path = path.substr(0, session.find(";jsessionid="));
  std::string out = path.starts_with('/') ? std::string(path) : "/";
  out = WithoutDots(Escape(out));
  if (has_query) return out;
  const std::size_t name = out.rfind('/') + 1;
  const std::string last = LowerAscii(std::string_view(out).substr(name));
  if (std::find(kDefaultPages.begin(), kDefaultPages.end(), last) !=
      kDefaultPages.end()) {
    out.erase(name);
  }
  return out;
}

// "User@WWW.Example.VN.:80" → "www.example.vn"; empty if it is no authority.
std::string CleanAuthority(std::string_view authority, bool is_https) {
  authority.remove_prefix(std::min(authority.rfind('@') + 1, authority.size()));
  std::string_view port;
  const std::size_t colon = authority.rfind(':');
  // The colons of an IPv6 address stand in brackets.
  if (colon != std::string_view::npos &&
      authority.find(']', colon) == std::string_view::npos) {
    port = authority.substr(colon + 1);
    authority = authority.substr(0, colon);
  }
  std::string host = LowerAscii(authority);
  while (host.ends_with('.')) host.pop_back();
  const bool is_port =
      std::all_of(port.begin(), port.end(), [](char c) { return IsDigit(c); });
  const bool is_host = std::none_of(host.begin(), host.end(), [](char c) {
    return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F || c == '<' ||
           c == '>' || c == '"' || c == '\\' || c == '%';
  });
  if (host.empty() || !is_port || !is_host) return {};
  if (!port.empty() && port != (is_https ? "443" : "80")) {
    host += ':';
    host += port;
  }
  return host;
}

std::string_view Trim(std::string_view text) {
  const auto is_blank = [](char c) {
    return static_cast<unsigned char>(c) <= 0x20;
  };
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

std::string CanonicalUrl(std::string_view url) {
  const std::string_view whole = url;
  url = Trim(url);
  const std::size_t scheme_end = url.find("://");
  if (scheme_end == std::string_view::npos) return std::string(whole);
  const std::string scheme = LowerAscii(url.substr(0, scheme_end));
  if (scheme != "http" && scheme != "https") return std::string(whole);
  url.remove_prefix(scheme_end + 3);
  url = url.substr(0, url.find('#'));
  const std::size_t authority_end =
      std::min(url.find_first_of("/?"), url.size());
  const std::string host =
      CleanAuthority(url.substr(0, authority_end), scheme == "https");
  if (host.empty()) return std::string(whole);
  url.remove_prefix(authority_end);
  const std::size_t question = std::min(url.find('?'), url.size());
  const std::string query =
      question < url.size() ? CleanQuery(url.substr(question + 1)) : "";
  std::string out = scheme + "://" + host +
                    CleanPath(url.substr(0, question), !query.empty());
  if (!query.empty()) out += "?" + query;
  return out;
}

}  // namespace tracuu
