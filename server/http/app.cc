#include "server/http/app.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

#include "server/http/api_description.h"
#include "server/http/handlers.h"
#include "server/http/json.h"
#include "server/http/params.h"
#include "server/http/problem.h"

namespace tracuu {
namespace {

struct ApiRoute {
  // "{}" stands for a name without "/", "{/}" for one that may hold it:
  // "35-NQ/TW:2018".
  std::string_view path;
  HttpResponse (*handler)(const ApiCall&);
};

constexpr auto kApiRoutes = std::to_array<ApiRoute>({
    {"/api/v1/search", HandleSearch},
    {"/api/v1/facets/{}", HandleFacet},
    {"/api/v1/documents/{}", HandleDocument},
    {"/api/v1/documents/{}/cluster", HandleCluster},
    {"/api/v1/documents/{}/similar", HandleSimilar},
    {"/api/v1/explain", HandleExplain},
    {"/api/v1/suggest", HandleSuggest},
    {"/api/v1/resolutions", HandleResolutions},
    {"/api/v1/resolutions/{/}", HandleResolution},
    {"/api/v1/provinces", HandleProvinces},
    {"/api/v1/coverage", HandleCoverage},
    {"/api/v1/snapshot", HandleSnapshot},
});

// Does `path` follow `pattern`? Leaves in `name` what "{}" stands for.
bool Follows(std::string_view path, std::string_view pattern,
             std::string* name) {
  const std::size_t brace = pattern.find('{');
  if (brace == std::string_view::npos) return path == pattern;
  const std::string_view before = pattern.substr(0, brace);
  const std::string_view after = pattern.substr(pattern.find('}') + 1);
  const bool slashes = pattern[brace + 1] == '/';
  if (path.size() <= before.size() + after.size() ||
      !path.starts_with(before) || !path.ends_with(after)) {
    return false;
  }
  *name =
      path.substr(before.size(), path.size() - before.size() - after.size());
  return slashes || name->find('/') == std::string::npos;
}

// On every reply, errors included: crawled text must never become code, and a
// click on a result must not tell the site what was searched for.
constexpr std::array<std::pair<const char*, const char*>, 6> kSecurityHeaders{{
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' "
     "data:; connect-src 'self'; form-action 'self'; base-uri 'none'; "
     "frame-ancestors 'none'; require-trusted-types-for 'script'; "
     "trusted-types 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Permissions-Policy", "camera=(), microphone=(), geolocation=()"},
}};

void AddCommonHeaders(HttpResponse* response) {
  for (const auto& [name, value] : kSecurityHeaders) {
    response->headers.emplace_back(name, value);
  }
  const bool says_caching = std::any_of(
      response->headers.begin(), response->headers.end(),
      [](const auto& header) { return header.first == "Cache-Control"; });
  if (!says_caching)
    response->headers.emplace_back("Cache-Control", "no-store");
}

// "[::1]:8080" → "[::1]"; "localhost:8080" → "localhost".
std::string_view WithoutPort(std::string_view host) {
  const std::size_t colon = host.rfind(':');
  const std::size_t bracket = host.rfind(']');
  const bool has_port = colon != std::string_view::npos &&
                        (bracket == std::string_view::npos || colon > bracket);
  if (!has_port) return host;
  const std::string_view port = host.substr(colon + 1);
  const bool digits =
      port.find_first_not_of("0123456789") == std::string_view::npos;
  return digits ? host.substr(0, colon) : std::string_view();
}

}  // namespace

App::App(const SnapshotHolder& snapshots, StaticFiles files, AppOptions options)
    : snapshots_(snapshots),
      files_(std::move(files)),
      options_(std::move(options)) {}

std::vector<std::string> App::ApiPaths() {
  std::vector<std::string> paths;
  for (const ApiRoute& api : kApiRoutes) {
    std::string path(api.path);
    if (const std::size_t name = path.find("{/}"); name != std::string::npos) {
      path.erase(name + 1, 1);
    }
    paths.push_back(std::move(path));
  }
  return paths;
}

bool App::IsAllowedHost(std::string_view host) const {
  std::string name(WithoutPort(host));
  std::transform(name.begin(), name.end(), name.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  if (name == "localhost" || name == "127.0.0.1" || name == "[::1]") {
    return true;
  }
  const auto& allowed = options_.allowed_hosts;
  return std::find(allowed.begin(), allowed.end(), name) != allowed.end();
}

HttpResponse App::Handle(const HttpRequest& request) const {
  const auto start = std::chrono::steady_clock::now();
  std::string route = "-";
  HttpResponse response = Route(request, &route);
  AddCommonHeaders(&response);
  const std::chrono::duration<double, std::milli> took =
      std::chrono::steady_clock::now() - start;
  spdlog::info("event=request route={} status={} ms={:.2f} bytes={}", route,
               response.status, took.count(), response.body.size());
  return response;
}

HttpResponse App::Route(const HttpRequest& request, std::string* route) const {
  if (!IsAllowedHost(request.host)) return ToResponse(WrongHost());
  const auto target = ParseTarget(request.target);
  if (!target) {
    return ToResponse(
        BadRequest("Địa chỉ có mã hóa sai hoặc ký tự không hợp lệ."));
  }
  const std::string_view path = target->path;
  if (path == "/healthz") {
    *route = "/healthz";
    return HandleHealthz();
  }
  if (path == "/readyz") {
    *route = "/readyz";
    return HandleReadyz(snapshots_.Current());
  }
  if (path == "/openapi.json") {
    *route = "/openapi.json";
    HttpResponse response;
    response.body = Dump(OpenApiDocument());
    return response;
  }
  if (path.starts_with("/api/")) {
    if (request.sec_fetch_site == "cross-site") {
      return ToResponse(CrossSite());
    }
    return CallApi(path, target->params, route);
  }
  if (files_.Has(path)) {
    *route = "file";
    return files_.Answer(path, request.if_none_match);
  }
  return ToResponse(NotFound("Không có địa chỉ này."));
}

HttpResponse App::CallApi(std::string_view path, const Params& params,
                          std::string* route) const {
  for (const ApiRoute& api : kApiRoutes) {
    std::string name;
    if (!Follows(path, api.path, &name)) continue;
    *route = std::string(api.path);
    auto snapshot = snapshots_.Current();
    if (!snapshot) return ToResponse(NotReady());
    return api.handler(
        {params, name, std::move(snapshot), options_.limits, options_.ranking});
  }
  return ToResponse(NotFound("Không có địa chỉ này."));
}

}  // namespace tracuu
