#include "common/index/place_order.h"

#include <bit>
#include <cstring>
#include <utility>

#include "common/base/file.h"
#include "common/index/paths.h"

namespace tracuu {
namespace {

constexpr std::array<char, 8> kMagic{'T', 'R', 'A', 'C', 'O', 'R', 'D', '1'};

struct OrderHeader {
  std::array<char, 8> magic = kMagic;
  std::uint32_t documents = 0;
  std::array<std::uint32_t, 2> in_part{};
  std::uint32_t reserved = 0;
};
static_assert(sizeof(OrderHeader) == 24);
static_assert(std::endian::native == std::endian::little,
              "snapshots are little-endian");

Error Corrupt(const std::string& what) {
  return {ErrorCode::kCorrupt, "the order of the articles is damaged: " + what,
          "build the index again"};
}

}  // namespace

Result<PlaceOrder> PlaceOrder::Of(const std::vector<PartDocid>& rows,
                                  std::array<std::uint32_t, 2> in_part) {
  PlaceOrder order;
  order.in_part_ = in_part;
  order.rows_.reserve(rows.size());
  for (const std::size_t part : {kBasePart, kChangesPart}) {
    order.places_[part].resize(in_part[part]);
  }
  std::array<std::uint32_t, 2> last{};
  std::array<std::uint32_t, 2> shown{};
  for (const PartDocid& row : rows) {
    if (row.part > kChangesPart || row.docid > in_part[row.part] ||
        row.docid <= last[row.part]) {
      return Corrupt("docids do not ascend");
    }
    last[row.part] = row.docid;
    ++shown[row.part];
    order.rows_.push_back(static_cast<std::uint32_t>(row.part) << kPartBit |
                          row.docid);
    order.places_[row.part][row.docid - 1] =
        static_cast<std::uint32_t>(order.rows_.size());
  }
  if (rows.empty()) return Corrupt("it shows no article");
  if (shown[kChangesPart] != in_part[kChangesPart]) {
    return Corrupt("a changed article has no place");
  }
  return order;
}

std::string PlaceOrder::Format() const {
  OrderHeader header;
  header.documents = documents();
  header.in_part = in_part_;
  std::string bytes(sizeof header + rows_.size() * sizeof(std::uint32_t), '\0');
  std::memcpy(bytes.data(), &header, sizeof header);
  std::memcpy(bytes.data() + sizeof header, rows_.data(),
              rows_.size() * sizeof(std::uint32_t));
  return bytes;
}

Result<PlaceOrder> PlaceOrder::Parse(std::string_view bytes) {
  OrderHeader header;
  if (bytes.size() < sizeof header) return Corrupt("it is cut short");
  std::memcpy(&header, bytes.data(), sizeof header);
  if (header.magic != kMagic) return Corrupt("it is something else");
  bytes.remove_prefix(sizeof header);
  if (bytes.size() != std::uint64_t{header.documents} * sizeof(std::uint32_t)) {
    return Corrupt("its size is not that of its articles");
  }
  // No update leaves so much of a base gone; this is damage, and would be much
  // memory.
  constexpr std::uint64_t kMostGone = 64;  // For each that is shown.
  if (header.in_part[kBasePart] >
          (kMostGone + 1) * std::uint64_t{header.documents} ||
      header.in_part[kBasePart] >> kPartBit != 0 ||
      header.in_part[kChangesPart] > header.documents) {
    return Corrupt("its parts are too large");
  }
  std::vector<PartDocid> rows;
  rows.reserve(header.documents);
  for (std::size_t i = 0; i < header.documents; ++i) {
    std::uint32_t row = 0;
    std::memcpy(&row, bytes.data() + i * sizeof row, sizeof row);
    rows.push_back({row >> kPartBit, row & ~(std::uint32_t{1} << kPartBit)});
  }
  return Of(rows, header.in_part);
}

Result<PlaceOrder> PlaceOrder::Read(const std::filesystem::path& snapshot_dir,
                                    std::uint64_t documents) {
  const std::filesystem::path path = snapshot_dir / kOrderFile;
  auto bytes = ReadFile(path);
  if (!bytes && bytes.error().code == ErrorCode::kNotFound) {
    return PlaceOrder(static_cast<std::uint32_t>(documents));
  }
  if (!bytes) return bytes.error();
  auto order = Parse(*bytes);
  if (!order) {
    Error error = order.error();
    error.message = path.string() + ": " + error.message;
    return error;
  }
  if (order->documents() != documents) {
    return Error{
        ErrorCode::kCorrupt,
        path.string() + ": is of " + std::to_string(order->documents()) +
            " articles, its manifest says " + std::to_string(documents),
        "build the index again"};
  }
  return order;
}

}  // namespace tracuu
