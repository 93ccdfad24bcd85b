#include "indexer/extract/unit_lexicon.h"

#include <algorithm>
#include <span>
#include <string>

#include "indexer/extract/phrase_trie.h"

namespace tracuu::extract {
namespace {

constexpr std::string_view kNameEnds[] = {
    "đã",    "vừa",  "sẽ",   "đang", "cũng", "là",   "có",    "được", "bị",
    "do",    "để",   "theo", "từ",   "tại",  "với",  "vào",   "khi",  "cho",
    "trong", "nhằm", "này",  "đó",   "trên", "năm",  "nhiệm", "ngày", "gồm",
    "ở",     "ra",   "đến",  "khóa", "lần",  "cùng", "tới",   "thành"};

// Tries over all of the above, built once.
class Lexicon {
 public:
  static const Lexicon& Get() {
    static const auto* const kLexicon = new Lexicon;
    return *kLexicon;
  }

  PhraseTrie heads;
  PhraseTrie fields;
  PhraseTrie offices;
  PhraseTrie verbs;
  PhraseTrie central;

 private:
  template <typename Row>
  static void Fill(PhraseTrie& trie, std::span<const Row> rows,
                   std::string Row::*text) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      trie.Add(rows[i].*text, static_cast<int>(i));
    }
  }

  Lexicon() {
    Fill(heads, AllUnitHeads(), &UnitHead::written);
    Fill(fields, AllUnitFields(), &UnitField::written);
    Fill(offices, AllUnitOffices(), &UnitOffice::words);
    Fill(verbs, AllUnitVerbs(), &UnitVerb::words);
    for (const std::string_view word : {"Trung ương", "TW", "T.Ư", "TƯ"}) {
      central.Add(word, 0);
    }
  }
};

}  // namespace

HeadMatch HeadAt(const ArticleView& view, std::size_t first) {
  const PhraseTrie::Match match = Lexicon::Get().heads.Longest(view, first);
  if (!match) return {};
  return {&AllUnitHeads()[static_cast<std::size_t>(match.value)], match.length};
}

FieldMatch FieldAt(const ArticleView& view, std::size_t first) {
  if (first >= view.size()) return {};
  const PhraseTrie::Match match = Lexicon::Get().fields.Longest(view, first);
  if (!match) return {};
  return {AllUnitFields()[static_cast<std::size_t>(match.value)].canonical,
          match.length};
}

OfficeMatch OfficeBefore(const ArticleView& view, std::size_t end) {
  constexpr std::size_t kLongestOffice = 5;
  for (std::size_t length = std::min(end, kLongestOffice); length > 0;
       --length) {
    const PhraseTrie::Match match =
        Lexicon::Get().offices.LongestUpTo(view, end - length, length, true);
    if (match && match.length == length && view.joined(end)) {
      return {AllUnitOffices()[static_cast<std::size_t>(match.value)].kind,
              length};
    }
  }
  return {};
}

VerbMatch VerbAt(const ArticleView& view, std::size_t first) {
  if (first >= view.size()) return {};
  const PhraseTrie::Match match =
      Lexicon::Get().verbs.Longest(view, first, true);
  if (!match) return {};
  return {AllUnitVerbs()[static_cast<std::size_t>(match.value)].kind,
          match.length};
}

bool EndsName(const ArticleView& view, std::size_t i) {
  if (i >= view.size()) return true;
  const Gap gap = view.gap(i);
  if (gap != Gap::kSpace && gap != Gap::kDash && gap != Gap::kComma) {
    return true;
  }
  const std::string_view word = view.exact(i);
  if (std::find(std::begin(kNameEnds), std::end(kNameEnds), word) !=
      std::end(kNameEnds)) {
    return true;
  }
  return view.token(i).letter_case == LetterCase::kLower &&
         VerbAt(view, i).kind == VerbKind::kLeads;
}

std::string_view TypeOfCommittee(std::string_view base) {
  if (base.ends_with("Huyện ủy") || base.ends_with("Huyện đoàn")) {
    return "huyện";
  }
  if (base.ends_with("Quận ủy") || base.ends_with("Quận đoàn")) return "quận";
  if (base.ends_with("Thị ủy") || base.ends_with("Thị đoàn")) return "thị xã";
  if (base.ends_with("Thành ủy") || base.ends_with("Thành đoàn")) {
    return "thành phố";
  }
  return {};
}

bool CentralAt(const ArticleView& view, std::size_t i, std::size_t& length) {
  if (!view.joined(i)) return false;
  const PhraseTrie::Match match = Lexicon::Get().central.Longest(view, i, true);
  length = match.length;
  return static_cast<bool>(match);
}

}  // namespace tracuu::extract
