// The publisher behind a host name: common/domain/data/hosts.tsv.

#include <cstddef>
#include <string>
#include <unordered_map>

#include "common/domain/province.h"
#include "common/domain/table.h"
#include "common/text/analyze.h"

namespace tracuu {
namespace {

// A host that many provincial party committees share; the first segment of
// the path names the committee: dangcongsan.vn/tinhuylaichau.
constexpr std::string_view kSharedHost = "shared";

struct Hosts {
  std::unordered_map<std::string, HostFact> facts;
  std::unordered_map<std::string, HostFact> by_slug;  // "laichau"
};

// Rows nobody has met are candidates for a person to check, except the
// provinces' government portals, whose names follow a rule without exception.
bool IsTrusted(std::string_view evidence, std::string_view kind) {
  return evidence == "seed" || evidence == "seen" ||
         (evidence == "pattern" && kind == "gov_portal");
}

std::string SlugOf(std::string_view name) {
  std::string slug;
  for (const Token& token : Analyze(name).tokens) slug += token.folded;
  return slug;
}

Hosts LoadHosts() {
  Hosts hosts;
  const Table& table = EmbeddedTable("hosts.tsv");
  for (std::size_t i = 0; i < table.size(); ++i) {
    const Table::Row row = table.row(i);
    if (!IsTrusted(row["evidence"], row["kind"])) continue;
    hosts.facts.emplace(row["host"], HostFact{std::string(row["province"]),
                                              std::string(row["province_2025"]),
                                              std::string(row["kind"])});
  }
  for (const Province& province : ProvincesBefore2025()) {
    hosts.by_slug.emplace(
        SlugOf(province.name),
        HostFact{province.name, province.successor, std::string(kSharedHost)});
  }
  return hosts;
}

std::string LowerAscii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

// The first segment of the path without hyphens: "/tinh-uy-lai-chau/…" →
// "tinhuylaichau".
std::string FirstSegment(std::string_view path) {
  while (path.starts_with('/')) path.remove_prefix(1);
  std::string segment;
  for (const char c : LowerAscii(path.substr(0, path.find_first_of("/?#")))) {
    if (c != '-') segment += c;
  }
  return segment;
}

std::optional<HostFact> ProvinceOfPath(const Hosts& hosts,
                                       std::string_view path) {
  std::string slug = FirstSegment(path);
  for (const std::string_view committee : {"tinhuy", "thanhuy"}) {
    if (!slug.starts_with(committee)) continue;
    slug.erase(0, committee.size());
    break;
  }
  const auto found = hosts.by_slug.find(slug);
  if (found == hosts.by_slug.end()) return std::nullopt;
  return found->second;
}

}  // namespace

std::optional<HostFact> ProvinceOfHost(std::string_view host,
                                       std::string_view path) {
  static const auto* const kHosts = new Hosts(LoadHosts());
  std::string name = LowerAscii(host.substr(0, host.find(':')));
  while (name.ends_with('.')) name.pop_back();

  // From the whole name to its last two labels: the most special row wins.
  std::string_view rest = name;
  while (true) {
    const auto found = kHosts->facts.find(std::string(rest));
    if (found != kHosts->facts.end()) {
      const HostFact& fact = found->second;
      if (fact.kind == kSharedHost) return ProvinceOfPath(*kHosts, path);
      if (fact.province.empty() && fact.province_2025.empty()) {
        return std::nullopt;
      }
      return fact;
    }
    const std::size_t dot = rest.find('.');
    if (dot == std::string_view::npos) return std::nullopt;
    rest.remove_prefix(dot + 1);
  }
}

}  // namespace tracuu
