#include "indexer/extract/unit_complete.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/extract/unit_institution.h"
#include "indexer/extract/unit_parts.h"

namespace tracuu::extract {
namespace {

// True if `longer` is `base` and one more word.
bool EndsInOneMore(std::string_view longer, std::string_view base) {
  return longer.size() > base.size() + 1 && longer.starts_with(base) &&
         longer[base.size()] == ' ' &&
         longer.find(' ', base.size() + 1) == std::string_view::npos &&
         base.find(' ') != std::string_view::npos;
}

// "Ban Chỉ đạo 35" without owner is the one of the article, if there is one:
// gives mentions of an incomplete name the full name of another mention.
void CompleteFromOthers(std::vector<UnitMention>& mentions) {
  for (UnitMention& mention : mentions) {
    UnitName& name = mention.name;
    if (!name.incomplete || !name.sort.empty()) continue;
    // "Ban Tuyên giáo Đảng ủy Khối" lacks what "Đảng ủy Khối các cơ quan" has.
    const std::string& head = name.head->canonical;
    const std::string_view owner =
        name.base.starts_with(head + " ")
            ? std::string_view(name.base).substr(head.size() + 1)
            : std::string_view();
    for (const UnitMention& other : mentions) {
      // "Đảng ủy Bệnh viện Phổi bỏ …": the text says where the name ends.
      const bool cut = EndsInOneMore(name.base, other.name.base);
      if (other.name.incomplete && !cut) continue;
      const bool same = other.name.base.starts_with(name.base);
      const bool owns = !owner.empty() && other.name.base.starts_with(owner) &&
                        name.head->tail == UnitTail::kOwner;
      if (!same && !owns && !cut) continue;
      UnitName full = other.name;
      if (owns && !same && !cut) {
        full.base = head + " " + other.name.base;
        full.head = name.head;
        full.kind = name.kind;
      }
      full.first = name.first;
      full.length = name.length;
      name = std::move(full);
      break;
    }
  }
}

// The owner of the page is the institution that is meant.
void CompleteFromPublisher(const Publisher& publisher,
                           std::vector<UnitMention>& mentions) {
  if (!publisher.unit || !publisher.unit->place) return;
  for (UnitMention& mention : mentions) {
    UnitName& name = mention.name;
    if (!name.incomplete || !name.sort.empty() ||
        !name.base.ends_with(" " + publisher.unit->base)) {
      continue;
    }
    name.place = publisher.unit->place;
    name.incomplete = false;
  }
}

// An institution that the article names in full.
struct Institution {
  std::string name;
  std::optional<PlaceName> place;
};

std::optional<Institution> FindInstitution(const ArticleView& view,
                                           std::string_view sort) {
  for (std::size_t i = 0; i < view.size(); ++i) {
    if (!view.searched(i)) continue;
    const SortMatch match = InstitutionSortAt(view, i);
    if (match.sort != sort) continue;
    const std::size_t length = InstitutionAt(view, i);
    if (length == 0) continue;
    return Institution{WrittenText(view, i, length), AreaAt(view, i + length)};
  }
  return std::nullopt;
}

void CompleteInstitutions(const ArticleView& view,
                          std::vector<UnitMention>& mentions) {
  for (UnitMention& mention : mentions) {
    UnitName& name = mention.name;
    if (name.sort.empty()) continue;
    std::optional<Institution> found = FindInstitution(view, name.sort);
    if (!found) continue;
    name.base += " " + found->name;
    name.place = std::move(found->place);
    name.sort.clear();
    name.incomplete = false;
  }
  std::erase_if(mentions, [](const UnitMention& mention) {
    return !mention.name.sort.empty();
  });
}

// "Đảng bộ Công ty X" of the title is the "Đảng ủy Công ty X" of the text: of
// an institution's organisation its committee acts.
void NameCommittees(std::vector<UnitMention>& mentions) {
  constexpr std::string_view kWhole = "Đảng bộ ";
  constexpr std::string_view kCommittee = "Đảng ủy ";
  for (UnitMention& mention : mentions) {
    if (!mention.name.base.starts_with(kWhole)) continue;
    const std::string committee =
        std::string(kCommittee) + mention.name.base.substr(kWhole.size());
    for (const UnitMention& other : mentions) {
      if (other.name.base != committee) continue;
      mention.name.base = committee;
      mention.name.head = other.name.head;
      mention.name.kind = other.name.kind;
      break;
    }
  }
}

}  // namespace

void CompleteNames(const ArticleView& view, const Publisher& publisher,
                   std::vector<UnitMention>& mentions) {
  CompleteInstitutions(view, mentions);
  CompleteFromOthers(mentions);
  CompleteFromPublisher(publisher, mentions);
  NameCommittees(mentions);
}

}  // namespace tracuu::extract
