#include "indexer/extract/unit_lexicon.h"

#include <algorithm>
#include <span>
#include <string>

namespace tracuu::extract {
namespace {

struct Field {
  std::string_view written;
  std::string_view canonical;
};

constexpr Field kFields[] = {
    {"Nội vụ", "Nội vụ"},
    {"Ngoại vụ", "Ngoại vụ"},
    {"Ngoại giao", "Ngoại giao"},
    {"Tư pháp", "Tư pháp"},
    {"Tài chính", "Tài chính"},
    {"Tài chính - Kế hoạch", "Tài chính - Kế hoạch"},
    {"Kế hoạch và Đầu tư", "Kế hoạch và Đầu tư"},
    {"KH&ĐT", "Kế hoạch và Đầu tư"},
    {"Công Thương", "Công Thương"},
    {"Xây dựng", "Xây dựng"},
    {"Y tế", "Y tế"},
    {"Quốc phòng", "Quốc phòng"},
    {"Công an", "Công an"},
    {"Dân tộc và Tôn giáo", "Dân tộc và Tôn giáo"},
    {"Nông nghiệp và Phát triển nông thôn",
     "Nông nghiệp và Phát triển nông thôn"},
    {"Nông nghiệp và PTNT", "Nông nghiệp và Phát triển nông thôn"},
    {"Nông nghiệp - PTNT", "Nông nghiệp và Phát triển nông thôn"},
    {"NN&PTNT", "Nông nghiệp và Phát triển nông thôn"},
    {"Nông nghiệp và Môi trường", "Nông nghiệp và Môi trường"},
    {"Nông nghiệp", "Nông nghiệp"},
    {"Tài nguyên và Môi trường", "Tài nguyên và Môi trường"},
    {"TN&MT", "Tài nguyên và Môi trường"},
    {"Giao thông vận tải", "Giao thông vận tải"},
    {"GTVT", "Giao thông vận tải"},
    {"Giao thông", "Giao thông"},
    {"Giáo dục và Đào tạo", "Giáo dục và Đào tạo"},
    {"GD&ĐT", "Giáo dục và Đào tạo"},
    {"GDĐT", "Giáo dục và Đào tạo"},
    {"Khoa học và Công nghệ", "Khoa học và Công nghệ"},
    {"KH&CN", "Khoa học và Công nghệ"},
    {"Văn hóa Thể thao và Du lịch", "Văn hóa, Thể thao và Du lịch"},
    {"VHTT&DL", "Văn hóa, Thể thao và Du lịch"},
    {"VHTTDL", "Văn hóa, Thể thao và Du lịch"},
    {"VH-TT&DL", "Văn hóa, Thể thao và Du lịch"},
    {"Văn hóa và Thể thao", "Văn hóa và Thể thao"},
    {"Văn hóa và Thông tin", "Văn hóa và Thông tin"},
    {"Du lịch", "Du lịch"},
    {"Thông tin và Truyền thông", "Thông tin và Truyền thông"},
    {"Thông tin - Truyền thông", "Thông tin và Truyền thông"},
    {"TT&TT", "Thông tin và Truyền thông"},
    {"Lao động - Thương binh và Xã hội", "Lao động - Thương binh và Xã hội"},
    {"Lao động Thương binh & Xã hội", "Lao động - Thương binh và Xã hội"},
    {"Lao động - TBXH", "Lao động - Thương binh và Xã hội"},
    {"Lao động - TB&XH", "Lao động - Thương binh và Xã hội"},
    {"LĐ-TB&XH", "Lao động - Thương binh và Xã hội"},
    {"LĐTB&XH", "Lao động - Thương binh và Xã hội"},
    {"LĐTBXH", "Lao động - Thương binh và Xã hội"},
    {"Quy hoạch - Kiến trúc", "Quy hoạch - Kiến trúc"},
};

struct Office {
  std::string_view words;
  OfficeKind kind;
};

constexpr Office kOffices[] = {
    {"Bí thư", OfficeKind::kLeader},
    {"Phó Bí thư", OfficeKind::kLeader},
    {"Bí thư Thường trực", OfficeKind::kLeader},
    {"Phó Bí thư Thường trực", OfficeKind::kLeader},
    {"Phó Bí thư Ban Thường vụ", OfficeKind::kLeader},
    {"Chủ tịch", OfficeKind::kLeader},
    {"Phó Chủ tịch", OfficeKind::kLeader},
    {"Chủ tịch Thường trực", OfficeKind::kLeader},
    {"Phó Chủ tịch Thường trực", OfficeKind::kLeader},
    {"PCT", OfficeKind::kLeader},
    {"Trưởng", OfficeKind::kLeader},
    {"Phó Trưởng", OfficeKind::kLeader},
    {"Phó", OfficeKind::kLeader},
    {"Trưởng ban", OfficeKind::kLeader},
    {"Phó Trưởng ban Thường trực", OfficeKind::kLeader},
    {"Chủ nhiệm", OfficeKind::kLeader},
    {"Phó Chủ nhiệm", OfficeKind::kLeader},
    {"Giám đốc", OfficeKind::kLeader},
    {"Phó Giám đốc", OfficeKind::kLeader},
    {"Hiệu trưởng", OfficeKind::kLeader},
    {"Chánh", OfficeKind::kLeader},
    {"Phó Chánh", OfficeKind::kLeader},
    {"Chánh án", OfficeKind::kLeader},
    {"Viện trưởng", OfficeKind::kLeader},
    {"Bộ trưởng", OfficeKind::kLeader},
    {"Thứ trưởng", OfficeKind::kLeader},
    {"Chỉ huy trưởng", OfficeKind::kLeader},
    {"Trưởng đoàn", OfficeKind::kLeader},
    {"Tổ trưởng", OfficeKind::kLeader},
    {"Lãnh đạo", OfficeKind::kLeader},
    {"thay mặt", OfficeKind::kLeader},
    {"Ủy viên", OfficeKind::kMember},
    {"Ủy viên Ban Thường vụ", OfficeKind::kMember},
    {"Ủy viên BTV", OfficeKind::kMember},
    {"Ủy viên Ban Chấp hành", OfficeKind::kMember},
    {"Thành viên", OfficeKind::kMember},
    {"Báo cáo viên", OfficeKind::kMember},
    {"Chuyên viên", OfficeKind::kMember},
    {"Cán bộ", OfficeKind::kMember},
    {"Đại biểu", OfficeKind::kMember},
    {"Đại diện", OfficeKind::kMember},
    {"đại diện lãnh đạo", OfficeKind::kMember},
    {"trực thuộc", OfficeKind::kMember},
    {"thuộc", OfficeKind::kMember},
    {"trụ sở", OfficeKind::kPlace},
    {"hội trường", OfficeKind::kPlace},
    {"Nhà khách", OfficeKind::kPlace},
};

struct Verb {
  std::string_view words;
  VerbKind kind;
};

constexpr Verb kVerbs[] = {
    {"tổ chức", VerbKind::kLeads},
    {"chủ trì", VerbKind::kLeads},
    {"đồng chủ trì", VerbKind::kLeads},
    {"ban hành", VerbKind::kLeads},
    {"khai mạc", VerbKind::kLeads},
    {"phát động", VerbKind::kLeads},
    {"công bố", VerbKind::kLeads},
    {"triển khai", VerbKind::kLeads},
    {"phối hợp", VerbKind::kLeads},
    {"khai giảng", VerbKind::kLeads},
    {"tổng kết", VerbKind::kLeads},
    {"sơ kết", VerbKind::kLeads},
    {"ra quân", VerbKind::kLeads},
    {"tiến hành", VerbKind::kLeads},
    {"họp", VerbKind::kLeads},
    {"thông qua", VerbKind::kLeads},
    {"ra chỉ thị", VerbKind::kLeads},
    {"ra nghị quyết", VerbKind::kLeads},
    {"ra mắt", VerbKind::kLeads},
    {"tổ chức hội nghị", VerbKind::kLeads},
    {"hội nghị", VerbKind::kLeads},
    {"kiểm tra", VerbKind::kLeads},
    {"dẫn đầu", VerbKind::kLeads},
    {"quán triệt", VerbKind::kLeads},
    {"kết nạp", VerbKind::kLeads},
    {"sinh hoạt", VerbKind::kLeads},
    {"nghe", VerbKind::kLeads},
    {"mở", VerbKind::kLeads},
    {"khảo sát", VerbKind::kLeads},
    {"thành lập", VerbKind::kLeads},
    {"giám sát", VerbKind::kLeads},
    {"đối thoại", VerbKind::kLeads},
    {"đã", VerbKind::kActs},
    {"vừa", VerbKind::kActs},
    {"khởi xướng", VerbKind::kActs},
    {"bố trí", VerbKind::kActs},
    {"giao", VerbKind::kActs},
    {"hướng dẫn", VerbKind::kActs},
    {"trao", VerbKind::kActs},
    {"thăm", VerbKind::kActs},
    {"làm việc", VerbKind::kActs},
    {"quyết định", VerbKind::kActs},
    {"thống nhất", VerbKind::kActs},
    {"phân công", VerbKind::kActs},
    {"giới thiệu", VerbKind::kActs},
    {"điều động", VerbKind::kActs},
    {"chuẩn y", VerbKind::kActs},
    {"xác nhận", VerbKind::kActs},
    {"báo cáo", VerbKind::kActs},
    {"xây dựng", VerbKind::kActs},
    {"chỉ đạo", VerbKind::kActs},
    {"lãnh đạo", VerbKind::kActs},
    {"xác định", VerbKind::kActs},
    {"đề nghị", VerbKind::kActs},
    {"yêu cầu", VerbKind::kActs},
    {"tập trung", VerbKind::kActs},
    {"hoàn thành", VerbKind::kActs},
    {"tham mưu", VerbKind::kActs},
    {"tiếp", VerbKind::kActs},
    {"phê duyệt", VerbKind::kActs},
    {"kiến nghị", VerbKind::kActs},
    {"phát biểu", VerbKind::kActs},
    {"bầu", VerbKind::kActs},
    {"tặng", VerbKind::kActs},
};

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
  template <typename Row, std::size_t kSize>
  static void Fill(PhraseTrie& trie, const Row (&rows)[kSize],
                   std::string_view Row::*text) {
    for (std::size_t i = 0; i < kSize; ++i) {
      trie.Add(rows[i].*text, static_cast<int>(i));
    }
  }

  Lexicon() {
    const std::span<const UnitHead> all = AllUnitHeads();
    for (std::size_t i = 0; i < all.size(); ++i) {
      heads.Add(all[i].written, static_cast<int>(i));
    }
    Fill(fields, kFields, &Field::written);
    Fill(offices, kOffices, &Office::words);
    Fill(verbs, kVerbs, &Verb::words);
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
  return {kFields[match.value].canonical, match.length};
}

OfficeMatch OfficeBefore(const ArticleView& view, std::size_t end) {
  constexpr std::size_t kLongestOffice = 5;
  for (std::size_t length = std::min(end, kLongestOffice); length > 0;
       --length) {
    const PhraseTrie::Match match =
        Lexicon::Get().offices.Longest(view, end - length, true);
    if (match && match.length == length && view.joined(end)) {
      return {kOffices[match.value].kind, length};
    }
  }
  return {};
}

VerbMatch VerbAt(const ArticleView& view, std::size_t first) {
  if (first >= view.size()) return {};
  const PhraseTrie::Match match =
      Lexicon::Get().verbs.Longest(view, first, true);
  if (!match) return {};
  return {kVerbs[match.value].kind, match.length};
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
