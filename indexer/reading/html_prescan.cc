#include "indexer/reading/html_prescan.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tracuu {
namespace {

// Elements that the parser would open again because they were left open,
// summed over all blocks of the page. Sloppy pages reach some thousands; each
// costs the parser some 300 bytes.
constexpr std::size_t kMaxReopened = 200'000;
// How far an end tag may reach up for the element it closes.
constexpr std::size_t kMaxCloseReach = 64;
constexpr std::size_t kMaxNameBytes = 16;

enum class Kind : std::uint8_t {
  kOther,
  kVoid,
  kFormatting,
  kParagraph,
  kItem,     // li, dt, dd, option
  kCell,     // td, th
  kRow,      // tr
  kSection,  // thead, tbody, tfoot
  kTable,
  kRawText,
};

struct TagRow {
  std::string_view name;
  Kind kind;
};

constexpr std::array kTags = std::to_array<TagRow>({
    {"a", Kind::kFormatting},      {"area", Kind::kVoid},
    {"b", Kind::kFormatting},      {"base", Kind::kVoid},
    {"big", Kind::kFormatting},    {"br", Kind::kVoid},
    {"code", Kind::kFormatting},   {"col", Kind::kVoid},
    {"dd", Kind::kItem},           {"dt", Kind::kItem},
    {"em", Kind::kFormatting},     {"embed", Kind::kVoid},
    {"font", Kind::kFormatting},   {"hr", Kind::kVoid},
    {"i", Kind::kFormatting},      {"iframe", Kind::kRawText},
    {"img", Kind::kVoid},          {"input", Kind::kVoid},
    {"li", Kind::kItem},           {"link", Kind::kVoid},
    {"meta", Kind::kVoid},         {"nobr", Kind::kFormatting},
    {"noembed", Kind::kRawText},   {"option", Kind::kItem},
    {"p", Kind::kParagraph},       {"param", Kind::kVoid},
    {"s", Kind::kFormatting},      {"script", Kind::kRawText},
    {"small", Kind::kFormatting},  {"source", Kind::kVoid},
    {"strike", Kind::kFormatting}, {"strong", Kind::kFormatting},
    {"style", Kind::kRawText},     {"table", Kind::kTable},
    {"tbody", Kind::kSection},     {"td", Kind::kCell},
    {"textarea", Kind::kRawText},  {"tfoot", Kind::kSection},
    {"th", Kind::kCell},           {"thead", Kind::kSection},
    {"title", Kind::kRawText},     {"tr", Kind::kRow},
    {"track", Kind::kVoid},        {"tt", Kind::kFormatting},
    {"u", Kind::kFormatting},      {"wbr", Kind::kVoid},
    {"xmp", Kind::kRawText},
});

bool IsLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool IsSpace(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}
char Lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

Kind KindOf(std::string_view name) {
  const auto* const row = std::lower_bound(
      kTags.begin(), kTags.end(), name,
      [](const TagRow& tag, std::string_view key) { return tag.name < key; });
  return row != kTags.end() && row->name == name ? row->kind : Kind::kOther;
}

struct OpenElement {
  std::uint32_t name_hash;
  Kind kind;
};

class Prescan {
 public:
  Prescan(std::string_view html, const HtmlLimits& limits)
      : html_(html), limits_(limits) {}

  Status Run() {
    while ((at_ = html_.find('<', at_)) != std::string_view::npos) {
      ++at_;
      if (html_.substr(at_).starts_with("!--")) {
        SkipTo("-->");
      } else if (at_ < html_.size() && IsLetter(html_[at_])) {
        if (Status status = StartTag(); !status) return status;
      } else if (at_ + 1 < html_.size() && html_[at_] == '/' &&
                 IsLetter(html_[at_ + 1])) {
        ++at_;
        Close(ReadName());
      }
    }
    return Ok{};
  }

 private:
  // The name at at_, lower-cased; longer ones are cut, which is enough to
  // tell elements apart here.
  std::string_view ReadName() {
    std::size_t size = 0;
    while (at_ < html_.size() && !IsSpace(html_[at_]) && html_[at_] != '>' &&
           html_[at_] != '/') {
      if (size < name_.size()) name_[size++] = Lower(html_[at_]);
      ++at_;
    }
    return {name_.data(), size};
  }

  void SkipTo(std::string_view end) {
    const std::size_t found = html_.find(end, at_);
    at_ = found == std::string_view::npos ? html_.size() : found + end.size();
  }

  Status StartTag() {
    const std::string_view name = ReadName();
    const Kind kind = KindOf(name);
    std::size_t attributes = 0;
    const bool self_closed = SkipAttributes(&attributes);
    if (attributes > limits_.max_attributes) {
      return Refuse("more than " + std::to_string(limits_.max_attributes) +
                    " attributes in one tag");
    }
    if (kind == Kind::kRawText) {
      SkipRawText(name);
      return Ok{};
    }
    if (kind == Kind::kVoid || self_closed) return Ok{};
    return Open(name, kind);
  }

  // Moves behind the tag; true if it ends in "/>".
  bool SkipAttributes(std::size_t* count) {
    bool in_word = false;
    char last = 0;
    while (at_ < html_.size()) {
      const char c = html_[at_++];
      if (c == '>') return last == '/';
      if (c == '=') {
        SkipValue();
        in_word = false;
      } else if (IsSpace(c) || c == '/') {
        in_word = false;
      } else if (!in_word) {
        in_word = true;
        ++*count;
      }
      if (!IsSpace(c)) last = c;
    }
    return false;
  }

  void SkipValue() {
    while (at_ < html_.size() && IsSpace(html_[at_])) ++at_;
    if (at_ == html_.size()) return;
    const char quote = html_[at_];
    if (quote == '"' || quote == '\'') {
      const std::size_t end = html_.find(quote, at_ + 1);
      at_ = end == std::string_view::npos ? html_.size() : end + 1;
      return;
    }
    while (at_ < html_.size() && !IsSpace(html_[at_]) && html_[at_] != '>') {
      ++at_;
    }
  }

  // Moves to the end tag of a <script> and its like; to the end of the page if
  // there is none, as the parser does.
  void SkipRawText(std::string_view name) {
    while ((at_ = html_.find("</", at_)) != std::string_view::npos) {
      at_ += 2;
      const std::string_view tail = html_.substr(at_, name.size());
      if (tail.size() == name.size() &&
          std::equal(tail.begin(), tail.end(), name.begin(),
                     [](char a, char b) { return Lower(a) == b; })) {
        SkipTo(">");
        return;
      }
    }
    at_ = html_.size();
  }

  static std::uint32_t HashOf(std::string_view name) {
    std::uint32_t hash = 2166136261U;  // FNV-1a
    for (const char c : name) {
      hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    }
    return hash;
  }

  Status Open(std::string_view name, Kind kind) {
    CloseImplied(kind);
    if (kind == Kind::kFormatting) {
      ++open_formatting_;
    } else {
      reopened_ += open_formatting_;
      if (reopened_ > kMaxReopened) {
        return Refuse("too many formatting elements (<b>, <font> …) left open");
      }
    }
    open_.push_back({HashOf(name), kind});
    if (open_.size() > limits_.max_depth) {
      return Refuse("nested more than " + std::to_string(limits_.max_depth) +
                    " elements deep");
    }
    return Ok{};
  }

  // What an opening element closes without an end tag.
  void CloseImplied(Kind kind) {
    switch (kind) {
      case Kind::kFormatting:
      case Kind::kVoid:
      case Kind::kRawText:
        return;
      case Kind::kItem:
        PopThrough({Kind::kItem});
        return;
      case Kind::kCell:
        PopThrough({Kind::kCell});
        return;
      case Kind::kRow:
        PopThrough({Kind::kCell, Kind::kRow});
        return;
      case Kind::kSection:
        PopThrough({Kind::kCell, Kind::kRow, Kind::kSection});
        return;
      case Kind::kParagraph:
      case Kind::kTable:
      case Kind::kOther:
        PopThrough({Kind::kParagraph});
        return;
    }
  }

  // Pops each kind in turn if it is open with nothing but paragraphs and
  // formatting above it.
  void PopThrough(std::initializer_list<Kind> kinds) {
    for (const Kind kind : kinds) {
      const std::size_t bottom =
          open_.size() - std::min(open_.size(), kMaxCloseReach);
      for (std::size_t i = open_.size(); i > bottom; --i) {
        if (open_[i - 1].kind == kind) {
          Truncate(i - 1);
          break;
        }
        if (open_[i - 1].kind != Kind::kFormatting &&
            open_[i - 1].kind != Kind::kParagraph) {
          break;
        }
      }
    }
  }

  void Close(std::string_view name) {
    const std::uint32_t hash = HashOf(name);
    const bool formatting = KindOf(name) == Kind::kFormatting;
    const std::size_t bottom =
        open_.size() - std::min(open_.size(), kMaxCloseReach);
    for (std::size_t i = open_.size(); i > bottom; --i) {
      if (open_[i - 1].name_hash != hash) continue;
      if (formatting) {
        open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(i - 1));
      } else {
        Truncate(i - 1);
      }
      break;
    }
    // Elements closed by their parent stay in the parser's list of formatting
    // elements; only their own end tag takes them out.
    if (formatting && open_formatting_ > 0) --open_formatting_;
  }

  void Truncate(std::size_t size) { open_.resize(size); }

  static Status Refuse(const std::string& what) {
    return Error{ErrorCode::kTooLarge, "HTML " + what,
                 "such markup is not an article; look at the page"};
  }

  std::string_view html_;
  const HtmlLimits& limits_;
  std::size_t at_ = 0;
  std::array<char, kMaxNameBytes> name_;
  std::vector<OpenElement> open_;
  std::size_t open_formatting_ = 0;
  std::size_t reopened_ = 0;
};

}  // namespace

Status PrescanHtml(std::string_view html, const HtmlLimits& limits) {
  if (html.size() > limits.max_html_bytes) {
    return Error{
        ErrorCode::kTooLarge,
        "HTML of more than " + std::to_string(limits.max_html_bytes) + " bytes",
        "such markup is not an article; look at the page"};
  }
  return Prescan(html, limits).Run();
}

}  // namespace tracuu
