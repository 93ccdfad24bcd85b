#include "indexer/build/served_snapshot.h"

#include <utility>

#include "common/index/copies_file.h"
#include "common/index/paths.h"
#include "indexer/build/find_copies.h"

namespace tracuu {
namespace {

// How many articles of the snapshot have a day: the first ones.
std::uint32_t CountDated(const KnownArticles& known) {
  std::uint32_t dated = 0;
  while (dated < known.size() && known.at(dated + 1).day != kNoDay) ++dated;
  return dated;
}

}  // namespace

Result<std::unique_ptr<ServedSnapshot>> ServedSnapshot::Open(
    const UpdateBase& base) {
  std::unique_ptr<ServedSnapshot> served(new ServedSnapshot(base));
  const PlaceOrder& order = base.order;
  served->forward_.reserve(order.parts());
  for (std::size_t part = 0; part < order.parts(); ++part) {
    auto sketches = SketchFile::Open(base.snapshot_dir / kSketchesFiles[part],
                                     order.documents_in(part));
    if (!sketches) return sketches.error();
    served->sketches_.push_back(std::move(*sketches));
    auto forward = ForwardIndex::Open(base.snapshot_dir / kForwardFiles[part]);
    if (!forward) return forward.error();
    served->forward_.push_back(std::move(*forward));
    served->shingles_.emplace_back(served->forward_.back());
  }
  const auto members =
      ReadCopies(base.snapshot_dir / kCopiesFile, order.documents());
  if (!members) return members.error();
  served->dated_ = CountDated(base.known);
  served->firsts_ = EarliestCopies(*members, order.documents(), served->dated_);
  auto stored = OpenStored(base);
  if (!stored) return stored.error();
  served->stored_ = std::move(*stored);
  return served;
}

std::optional<Sketch> ServedSnapshot::SketchOf(std::uint32_t place) const {
  const PartDocid at = base_.order.At(place);
  return sketches_[at.part].At(at.docid);
}

std::uint32_t ServedSnapshot::FirstOf(std::uint32_t place) const {
  return firsts_[place];
}

std::vector<std::uint64_t> ServedSnapshot::ShinglesOf(
    std::uint32_t place) const {
  const PartDocid at = base_.order.At(place);
  return shingles_[at.part].Of(at.docid);
}

Result<Article> ServedSnapshot::Fetch(std::uint32_t place) const {
  const std::lock_guard lock(mutex_);
  return stored_->Fetch(place);
}

}  // namespace tracuu
