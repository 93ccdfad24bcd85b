#include "indexer/reading/portal_phrases.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace tracuu {
namespace {

struct PhraseRow {
  std::string_view key;
  Phrase phrase;
};

// The whole line. Sorted by key.
constexpr std::array kWhole = std::to_array<PhraseRow>({
    {"all site content", Phrase::kMenu},
    {"anh tin bai", Phrase::kTool},
    {"archives", Phrase::kWidget},
    {"bai cung chuyen muc", Phrase::kListHeading},
    {"bai doc nhieu", Phrase::kListHeading},
    {"bai doc nhieu nhat", Phrase::kListHeading},
    {"bai moi", Phrase::kListHeading},
    {"bai viet cung chuyen muc", Phrase::kListHeading},
    {"bai viet khac", Phrase::kListHeading},
    {"bai viet moi", Phrase::kListHeading},
    {"bai viet moi nhat", Phrase::kListHeading},
    {"bai viet noi bat", Phrase::kListHeading},
    {"ban in", Phrase::kTool},
    {"ban bien tap", Phrase::kIdentity},
    {"binh luan", Phrase::kListHeading},
    {"cac bai lien quan", Phrase::kListHeading},
    {"cac bai viet khac", Phrase::kListHeading},
    {"cac bai viet lien quan", Phrase::kListHeading},
    {"cac tin bai khac", Phrase::kListHeading},
    {"cac tin cu hon", Phrase::kListHeading},
    {"cac tin da dang", Phrase::kListHeading},
    {"cac tin da dua", Phrase::kListHeading},
    {"cac tin khac", Phrase::kListHeading},
    {"cac tin lien quan", Phrase::kListHeading},
    {"cac tin moi hon", Phrase::kListHeading},
    {"categories", Phrase::kWidget},
    {"cau hoi moi nhat", Phrase::kListHeading},
    {"chia se", Phrase::kTool},
    {"chinh sua bai viet", Phrase::kTool},
    {"chinh sua lien ket anh", Phrase::kMenu},
    {"chuyen muc", Phrase::kMenu},
    {"co the ban quan tam", Phrase::kListHeading},
    {"cung chuyen muc", Phrase::kListHeading},
    {"dang ky", Phrase::kMenu},
    {"dang nhap", Phrase::kMenu},
    {"de lai binh luan", Phrase::kListHeading},
    {"doc nhieu", Phrase::kListHeading},
    {"doc nhieu nhat", Phrase::kListHeading},
    {"doc them", Phrase::kListHeading},
    {"du lieu dang cap nhat", Phrase::kMenu},
    {"english", Phrase::kMenu},
    {"gioi thieu", Phrase::kMenu},
    {"gop y", Phrase::kMenu},
    {"gui binh luan", Phrase::kListHeading},
    {"gui email", Phrase::kTool},
    {"hoi dap", Phrase::kMenu},
    {"home", Phrase::kMenu},
    {"in bai viet", Phrase::kTool},
    {"in trang", Phrase::kTool},
    {"len dau trang", Phrase::kMenu},
    {"lich cong tac", Phrase::kWidget},
    {"lien he", Phrase::kMenu},
    {"lien ket", Phrase::kWidget},
    {"lien ket web", Phrase::kWidget},
    {"lien ket website", Phrase::kWidget},
    {"logo", Phrase::kMenu},
    {"new", Phrase::kMenu},
    {"next image", Phrase::kMenu},
    {"pages", Phrase::kMenu},
    {"quan tri tin tuc", Phrase::kTool},
    {"quay lai", Phrase::kTool},
    {"rss", Phrase::kMenu},
    {"sign in", Phrase::kMenu},
    {"site actions", Phrase::kMenu},
    {"so do cong", Phrase::kMenu},
    {"so do site", Phrase::kMenu},
    {"so do trang", Phrase::kMenu},
    {"so luot dang online", Phrase::kWidget},
    {"so luot truy cap", Phrase::kWidget},
    {"soan bai viet", Phrase::kTool},
    {"su kien noi bat", Phrase::kListHeading},
    {"tag", Phrase::kListHeading},
    {"tags", Phrase::kListHeading},
    {"this page location is", Phrase::kMenu},
    {"thoi tiet", Phrase::kWidget},
    {"thong bao", Phrase::kMenu},
    {"thong tin moi nhat", Phrase::kListHeading},
    {"thong ke", Phrase::kWidget},
    {"thu dien tu", Phrase::kMenu},
    {"thu tuc hanh chinh", Phrase::kMenu},
    {"thu vien anh", Phrase::kWidget},
    {"thu vien video", Phrase::kWidget},
    {"tim kiem", Phrase::kMenu},
    {"tin anh", Phrase::kWidget},
    {"tin bai khac", Phrase::kListHeading},
    {"tin bai lien quan", Phrase::kListHeading},
    {"tin cu hon", Phrase::kListHeading},
    {"tin cung chuyen muc", Phrase::kListHeading},
    {"tin cung loai", Phrase::kListHeading},
    {"tin da dang", Phrase::kListHeading},
    {"tin da dua", Phrase::kListHeading},
    {"tin doc nhieu", Phrase::kListHeading},
    {"tin doc nhieu nhat", Phrase::kListHeading},
    {"tin hoat dong", Phrase::kMenu},
    {"tin khac", Phrase::kListHeading},
    {"tin lien quan", Phrase::kListHeading},
    {"tin moi", Phrase::kListHeading},
    {"tin moi cap nhat", Phrase::kListHeading},
    {"tin moi hon", Phrase::kListHeading},
    {"tin moi nhat", Phrase::kListHeading},
    {"tin noi bat", Phrase::kListHeading},
    {"tin nong", Phrase::kListHeading},
    {"tin trong tinh", Phrase::kMenu},
    {"tin tuc khac", Phrase::kListHeading},
    {"tin tuc lien quan", Phrase::kListHeading},
    {"tin tuc su kien", Phrase::kMenu},
    {"tin xem nhieu", Phrase::kListHeading},
    {"tin xem nhieu nhat", Phrase::kListHeading},
    {"tra loi", Phrase::kListHeading},
    {"tra loi cong dan", Phrase::kMenu},
    {"trang chu", Phrase::kMenu},
    {"tu khoa", Phrase::kListHeading},
    {"ty gia", Phrase::kWidget},
    {"van ban moi", Phrase::kListHeading},
    {"van ban moi ban hanh", Phrase::kListHeading},
    {"van ban phap luat", Phrase::kMenu},
    {"van ban phap quy", Phrase::kMenu},
    {"ve dau trang", Phrase::kMenu},
    {"video", Phrase::kWidget},
    {"video clip", Phrase::kWidget},
    {"viet binh luan", Phrase::kListHeading},
    {"xem nhieu", Phrase::kListHeading},
    {"xem nhieu nhat", Phrase::kListHeading},
    {"xem tat ca", Phrase::kMenu},
    {"xem them", Phrase::kTool},
    {"xem tiep", Phrase::kTool},
    {"y kien ban doc", Phrase::kListHeading},
    {"y kien binh luan", Phrase::kListHeading},
});

// The first words of a line, with the longest line they may begin (in
// characters). The longer phrase comes first where one begins another.
struct PrefixRow {
  std::string_view key;
  std::size_t max_chars;
  Phrase phrase;
  bool needs_label = false;
};

constexpr std::array kPrefixes = std::to_array<PrefixRow>({
    {"anh minh hoa", 200, Phrase::kCaption},
    {"anh", 40, Phrase::kByline},
    {"bai va anh", 60, Phrase::kByline},
    {"bai anh", 60, Phrase::kByline},
    {"bai viet lien quan", 60, Phrase::kListHeading},
    {"ban quyen", 300, Phrase::kIdentity, true},
    {"ban bien tap", 40, Phrase::kIdentity},
    {"bien tap", 60, Phrase::kByline},
    {"binh luan", 30, Phrase::kListHeading},
    {"cac dai bieu", 160, Phrase::kCaption},
    {"chia se", 60, Phrase::kTool, true},
    {"chiu trach nhiem", 300, Phrase::kIdentity, true},
    {"chuyen muc", 80, Phrase::kTool, true},
    {"co quan chu quan", 300, Phrase::kIdentity, true},
    {"co quan quan ly", 300, Phrase::kIdentity, true},
    {"cong thong tin", 160, Phrase::kIdentity},
    {"cong tttdt", 160, Phrase::kIdentity},
    {"cong ttdt", 160, Phrase::kIdentity},
    {"trang ttdt", 160, Phrase::kIdentity},
    {"copyright", 300, Phrase::kIdentity},
    {"dai bieu", 160, Phrase::kCaption},
    {"dang nhap", 60, Phrase::kMenu},
    {"dang truy cap", 40, Phrase::kWidget},
    {"dang online", 40, Phrase::kWidget},
    {"dang xem", 40, Phrase::kWidget},
    {"dia chi", 300, Phrase::kIdentity, true},
    {"dien thoai", 200, Phrase::kIdentity, true},
    {"dt", 100, Phrase::kIdentity, true},
    {"duong day nong", 120, Phrase::kIdentity, true},
    {"email", 160, Phrase::kIdentity, true},
    {"fax", 160, Phrase::kIdentity, true},
    {"ghi ro nguon", 200, Phrase::kIdentity},
    {"giay phep so", 300, Phrase::kIdentity},
    {"giay phep", 300, Phrase::kIdentity, true},
    {"gui email", 40, Phrase::kTool},
    {"hinh anh", 250, Phrase::kCaption},
    {"hom nay", 30, Phrase::kWidget},
    {"hom qua", 30, Phrase::kWidget},
    {"in bai viet", 60, Phrase::kTool},
    {"in trang", 60, Phrase::kTool},
    {"khach dang online", 60, Phrase::kWidget},
    {"luot doc", 40, Phrase::kTool},
    {"luot truy cap", 40, Phrase::kWidget},
    {"luot xem", 40, Phrase::kTool},
    {"nguoi dua tin", 80, Phrase::kByline},
    {"nguon tin", 120, Phrase::kByline},
    {"nguon", 80, Phrase::kByline},
    {"nhiet do", 60, Phrase::kWidget, true},
    {"phat trien boi", 120, Phrase::kIdentity},
    {"previous image", 80, Phrase::kMenu},
    {"quang canh", 250, Phrase::kCaption},
    {"so dien thoai", 120, Phrase::kIdentity, true},
    {"so khach", 60, Phrase::kWidget, true},
    {"so luot nguoi xem", 80, Phrase::kTool},
    {"so luot xem", 60, Phrase::kTool},
    {"so luot truy cap", 60, Phrase::kWidget},
    {"so nguoi dang xem", 60, Phrase::kWidget},
    {"so nguoi truy cap", 60, Phrase::kWidget},
    {"tac gia", 80, Phrase::kByline},
    {"tags", 200, Phrase::kListHeading, true},
    {"tat ca", 30, Phrase::kWidget},
    {"theo", 45, Phrase::kByline},
    {"thiet ke boi", 120, Phrase::kIdentity},
    {"thoi tiet", 40, Phrase::kWidget, true},
    {"thong ke truy cap", 60, Phrase::kWidget},
    {"tin bai", 60, Phrase::kByline},
    {"tin lien quan", 40, Phrase::kListHeading, true},
    {"tin va anh", 60, Phrase::kByline},
    {"tin anh", 100, Phrase::kByline},
    {"toan canh", 250, Phrase::kCaption},
    {"tong bien tap", 200, Phrase::kIdentity, true},
    {"tong truy cap", 40, Phrase::kWidget},
    {"tong luot truy cap", 40, Phrase::kWidget},
    {"tong so luot truy cap", 60, Phrase::kWidget},
    {"tong luot", 40, Phrase::kWidget},
    {"trang chu lien he", 200, Phrase::kMenu},
    {"trang chu gop y", 200, Phrase::kMenu},
    {"trang chu gioi thieu", 200, Phrase::kMenu},
    {"trang thong tin", 160, Phrase::kIdentity},
    {"trang tin", 120, Phrase::kIdentity},
    {"tru so", 200, Phrase::kIdentity, true},
    {"trong thang", 30, Phrase::kWidget},
    {"trong tuan", 30, Phrase::kWidget},
    {"truc tuyen", 30, Phrase::kWidget},
    {"truong ban bien tap", 200, Phrase::kIdentity, true},
    {"tttdt", 80, Phrase::kIdentity},
    {"tu khoa", 200, Phrase::kListHeading, true},
    {"website", 120, Phrase::kIdentity, true},
    {"xem chi tiet", 30, Phrase::kArticleEnd},
    {"y kien ban doc", 40, Phrase::kListHeading},
});

// Anywhere in a line of at most this many characters.
constexpr std::size_t kMaxContainsChars = 160;
constexpr std::array kContains = std::to_array<PhraseRow>({
    {"bao luu toan quyen", Phrase::kIdentity},
    {"he thong cong thong tin dien tu", Phrase::kIdentity},
    {"thong ke truy cap", Phrase::kWidget},
});

// Words in front of a place's or an office's name.
constexpr std::array<std::string_view, 13> kPlaceWords = {
    "tinh",   "huyen",    "thanh pho", "thi xa", "quan", "phuong",
    "xa",     "thi tran", "so",        "ubnd",   "tp",   "uy ban nhan dan",
    "khu pho"};

bool StartsWithWords(std::string_view key, std::string_view words) {
  return key.starts_with(words) &&
         (key.size() == words.size() || key[words.size()] == ' ');
}

}  // namespace

Phrase PhraseOf(std::string_view key, std::size_t chars, bool labelled) {
  for (const PhraseRow& row : kWhole) {
    if (row.key == key) return row.phrase;
  }
  for (const PrefixRow& row : kPrefixes) {
    if (chars <= row.max_chars && (labelled || !row.needs_label) &&
        StartsWithWords(key, row.key)) {
      return row.phrase;
    }
  }
  if (chars > kMaxContainsChars) return Phrase::kNone;
  for (const PhraseRow& row : kContains) {
    if (key.find(row.key) != std::string_view::npos) return row.phrase;
  }
  return Phrase::kNone;
}

bool NamesPlace(std::string_view key) {
  return std::any_of(
      kPlaceWords.begin(), kPlaceWords.end(), [key](std::string_view word) {
        for (std::size_t at = key.find(word); at != std::string_view::npos;
             at = key.find(word, at + 1)) {
          const bool whole = (at == 0 || key[at - 1] == ' ') &&
                             at + word.size() + 1 < key.size() &&
                             key[at + word.size()] == ' ';
          if (whole) return true;
        }
        return false;
      });
}

}  // namespace tracuu
