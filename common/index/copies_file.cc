#include "common/index/copies_file.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

#include "common/base/file.h"

namespace tracuu {
namespace {

constexpr std::string_view kMagic = "tracuu copies 1\n";

static_assert(std::endian::native == std::endian::little,
              "members are read and written as they lie in memory");
static_assert(std::is_trivially_copyable_v<ClusterMember>);
static_assert(sizeof(ClusterMember) == 8);

// The first member that cannot stand where it does; the end if all can.
std::vector<ClusterMember>::const_iterator FindFault(
    const std::vector<ClusterMember>& members, std::uint64_t documents) {
  std::uint32_t place = 0;
  std::uint32_t clusters = 0;
  return std::find_if(
      members.begin(), members.end(), [&](const ClusterMember& member) {
        const bool sound = member.place > place && member.place <= documents &&
                           member.cluster > 0 && member.cluster - 1 <= clusters;
        place = member.place;
        clusters = std::max(clusters, member.cluster);
        return !sound;
      });
}

}  // namespace

Status WriteCopies(const std::filesystem::path& path,
                   const std::vector<ClusterMember>& members) {
  std::string bytes(kMagic);
  bytes.append(reinterpret_cast<const char*>(members.data()),
               members.size() * sizeof(ClusterMember));
  return WriteFile(path, bytes);
}

Result<std::vector<ClusterMember>> ReadCopies(const std::filesystem::path& path,
                                              std::uint64_t documents) {
  const auto bytes = ReadFile(path);
  if (!bytes) return bytes.error();
  const auto corrupt = [&](const std::string& what) {
    return Error{ErrorCode::kCorrupt, path.string() + ": " + what,
                 "build the index again"};
  };
  std::string_view rows = *bytes;
  if (!rows.starts_with(kMagic)) return corrupt("is no list of copies");
  rows.remove_prefix(kMagic.size());
  if (rows.size() % sizeof(ClusterMember) != 0) return corrupt("is cut off");
  std::vector<ClusterMember> members(rows.size() / sizeof(ClusterMember));
  if (!members.empty()) std::memcpy(members.data(), rows.data(), rows.size());
  const auto fault = FindFault(members, documents);
  if (fault == members.end()) return members;
  return corrupt("the cluster of document " + std::to_string(fault->place) +
                 " is damaged");
}

std::uint32_t CountClusters(const std::vector<ClusterMember>& members) {
  std::uint32_t clusters = 0;
  for (const ClusterMember& member : members) {
    clusters = std::max(clusters, member.cluster);
  }
  return clusters;
}

}  // namespace tracuu
