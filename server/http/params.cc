#include "server/http/params.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <map>
#include <set>
#include <utility>

#include "common/domain/date.h"
#include "common/domain/province_history.h"
#include "common/index/schema.h"

namespace tracuu {
namespace {

using MaybeProblem = std::optional<Problem>;

// Reads the value of one parameter.
using Reader = std::function<MaybeProblem(const std::string& value)>;

std::optional<std::size_t> ReadNumber(std::string_view text) {
  std::size_t number = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) {
    return std::nullopt;
  }
  return number;
}

struct Bounds {
  std::size_t least;
  std::size_t most;
};

Reader Number(std::string name, Bounds bounds, std::size_t* out) {
  return [name = std::move(name), bounds,
          out](const std::string& value) -> MaybeProblem {
    const auto number = ReadNumber(value);
    if (!number || *number < bounds.least || *number > bounds.most) {
      return BadParameter(name, "Cần một số từ " +
                                    std::to_string(bounds.least) + " đến " +
                                    std::to_string(bounds.most) + ".");
    }
    *out = *number;
    return std::nullopt;
  };
}

template <typename T>
Reader OneOf(std::string name, std::map<std::string, T> words, T* out) {
  return [name = std::move(name), words = std::move(words),
          out](const std::string& value) -> MaybeProblem {
    const auto found = words.find(value);
    if (found == words.end()) {
      std::string allowed;
      for (const auto& [word, meaning] : words) {
        allowed += (allowed.empty() ? "" : ", ") + word;
      }
      return BadParameter(name, "Chỉ nhận một trong: " + allowed + ".");
    }
    *out = found->second;
    return std::nullopt;
  };
}

Reader Text(std::string name, std::size_t max_bytes, std::string* out) {
  return [name = std::move(name), max_bytes,
          out](const std::string& value) -> MaybeProblem {
    if (value.size() > max_bytes) {
      return BadParameter(name,
                          "Dài quá " + std::to_string(max_bytes) + " byte.");
    }
    *out = value;
    return std::nullopt;
  };
}

// The first or the last day of "2021", "2021-11", "2021-11-29".
std::int32_t EdgeOf(Date date, bool last) {
  if (date.month == 0) date.month = last ? 12 : 1;
  if (date.day != 0) return ToDayNumber(date);
  date.day = 1;
  if (!last) return ToDayNumber(date);
  date.day = 31;
  while (!IsRealDay(date)) --date.day;
  return ToDayNumber(date);
}

Reader Day(std::string name, bool last, std::optional<std::int32_t>* out) {
  return [name = std::move(name), last,
          out](const std::string& value) -> MaybeProblem {
    const auto date = ParseIso(value);
    if (!date || date->year == 0) {
      return BadParameter(name,
                          "Cần một ngày dạng 2021-11-29, 2021-11 hoặc 2021.");
    }
    *out = EdgeOf(*date, last);
    return std::nullopt;
  };
}

FacetFilter& FilterOf(std::string_view facet, SearchRequest* request) {
  for (FacetFilter& filter : request->filters) {
    if (filter.facet == facet) return filter;
  }
  request->filters.push_back({std::string(facet), {}, {}});
  return request->filters.back();
}

// The parameters an address takes, and how each is read.
class ParamReader {
 public:
  void Add(const std::string& name, Reader reader) {
    readers_[name] = {std::move(reader), false};
  }

  // Takes any number of values.
  void AddRepeated(const std::string& name, Reader reader) {
    readers_[name] = {std::move(reader), true};
  }

  MaybeProblem Read(const Params& params) const {
    std::set<std::string_view> seen;
    for (const auto& [name, value] : params) {
      const auto found = readers_.find(name);
      if (found == readers_.end()) return UnknownParameter(name);
      const auto& [reader, repeated] = found->second;
      if (!repeated && !seen.insert(name).second) {
        return BadParameter(name, "Tham số này chỉ được có một giá trị.");
      }
      if (auto problem = reader(value)) return problem;
    }
    return std::nullopt;
  }

 private:
  std::map<std::string, std::pair<Reader, bool>, std::less<>> readers_;
};

// "2021", "2021..2023", "2021..", "..2023" or "none".
bool IsYearFilter(std::string_view value) {
  if (value == kNoneValue) return true;
  const std::size_t dots = value.find("..");
  if (dots == std::string_view::npos) return ReadNumber(value).has_value();
  const std::string_view from = value.substr(0, dots);
  const std::string_view to = value.substr(dots + 2);
  if (from.empty() && to.empty()) return false;
  return (from.empty() || ReadNumber(from)) && (to.empty() || ReadNumber(to));
}

void AddFilters(const Limits& limits, SearchRequest* request,
                ParamReader* reader) {
  for (const Field& field : kFields) {
    if (field.kind != FieldKind::kFacet) continue;
    const std::string facet(field.name);
    for (const bool excludes : {false, true}) {
      const std::string name = (excludes ? "not." : "") + facet;
      reader->AddRepeated(name, [=](const std::string& value) -> MaybeProblem {
        if (value.empty() || value.size() > limits.max_query_bytes) {
          return BadParameter(name, "Giá trị trống hoặc quá dài.");
        }
        if (facet == "year" && !IsYearFilter(value)) {
          return BadParameter(name,
                              "Cần một năm (2021), một khoảng (2021..2023, "
                              "2021.., ..2023) hoặc none.");
        }
        std::size_t count = 1;
        for (const FacetFilter& filter : request->filters) {
          count += filter.include.size() + filter.exclude.size();
        }
        if (count > limits.max_filter_values) {
          return BadParameter(
              name, "Nhiều nhất " + std::to_string(limits.max_filter_values) +
                        " giá trị lọc trong một yêu cầu.");
        }
        FacetFilter& filter = FilterOf(facet, request);
        (excludes ? filter.exclude : filter.include).push_back(value);
        return std::nullopt;
      });
    }
  }
}

Reader Accents(AccentMode* out) {
  return OneOf<AccentMode>("accents",
                           {{"auto", AccentMode::kAuto},
                            {"exact", AccentMode::kExact},
                            {"ignore", AccentMode::kIgnore}},
                           out);
}

Reader Reading(ReadingMode* out) {
  return OneOf<ReadingMode>(
      "reading",
      {{"auto", ReadingMode::kAuto}, {"literal", ReadingMode::kLiteral}}, out);
}

// What narrows a search, whatever is done with the matches.
void AddSearch(const Limits& limits, SearchRequest* request,
               ParamReader* reader) {
  reader->Add("q", Text("q", limits.max_query_bytes, &request->text));
  reader->Add("accents", Accents(&request->accents));
  reader->Add("reading", Reading(&request->reading));
  reader->Add("from", Day("from", false, &request->from_day));
  reader->Add("to", Day("to", true, &request->to_day));
  AddFilters(limits, request, reader);
}

// Whether near-duplicates are one hit.
void AddCollapse(SearchRequest* request, ParamReader* reader) {
  request->collapse = true;
  reader->Add("collapse",
              OneOf<bool>("collapse", {{"true", true}, {"false", false}},
                          &request->collapse));
}

// A query without filters.
void AddView(ViewRequest* request, ParamReader* reader) {
  reader->Add("q", Text("q", Limits{}.max_query_bytes, &request->text));
  reader->Add("accents", Accents(&request->accents));
  reader->Add("reading", Reading(&request->reading));
}

MaybeProblem CheckDates(const SearchRequest& request) {
  if (request.from_day && request.to_day &&
      *request.from_day > *request.to_day) {
    return BadParameter("to", "Ngày cuối (to) đứng trước ngày đầu (from).");
  }
  return std::nullopt;
}

Reader FacetNames(std::vector<std::string>* out) {
  return [out](const std::string& value) -> MaybeProblem {
    out->clear();
    std::string_view rest = value;
    while (!rest.empty()) {
      const std::string name(rest.substr(0, rest.find(',')));
      rest.remove_prefix(std::min(rest.size(), name.size() + 1));
      if (!IsFacetName(name)) {
        return BadParameter("facets", "Không có bộ lọc “" + name + "”.");
      }
      if (std::find(out->begin(), out->end(), name) == out->end()) {
        out->push_back(name);
      }
    }
    return std::nullopt;
  };
}

}  // namespace

bool IsFacetName(std::string_view name) {
  const auto field = FindField(name);
  return field && field->kind == FieldKind::kFacet;
}

MaybeProblem ReadSearchParams(const Params& params, const Limits& limits,
                              SearchRequest* request) {
  for (const Field& field : kFields) {
    if (field.kind == FieldKind::kFacet) {
      request->facets.emplace_back(field.name);
    }
  }
  request->per_page = limits.default_per_page;
  request->near = true;
  request->facet_limit = limits.default_facet_limit;
  ParamReader reader;
  AddSearch(limits, request, &reader);
  AddCollapse(request, &reader);
  reader.Add("sort", OneOf<SortOrder>("sort",
                                      {{"relevance", SortOrder::kRelevance},
                                       {"-date", SortOrder::kNewestFirst},
                                       {"date", SortOrder::kOldestFirst}},
                                      &request->sort));
  reader.Add("near", OneOf<bool>("near", {{"true", true}, {"false", false}},
                                 &request->near));
  reader.Add("page", Number("page", {1, limits.max_depth}, &request->page));
  reader.Add("per_page",
             Number("per_page", {1, limits.max_per_page}, &request->per_page));
  reader.Add("facets", FacetNames(&request->facets));
  reader.Add("facet_limit", Number("facet_limit", {0, limits.max_facet_limit},
                                   &request->facet_limit));
  if (auto problem = reader.Read(params)) return problem;
  if (request->page * request->per_page > limits.max_depth) {
    return BadParameter("page", "Chỉ xem được " +
                                    std::to_string(limits.max_depth) +
                                    " kết quả đầu; xin thu hẹp câu tìm kiếm.");
  }
  return CheckDates(*request);
}

MaybeProblem ReadFacetParams(const Params& params, const Limits& limits,
                             SearchRequest* request, FacetPageRequest* page) {
  page->per_page = limits.default_facet_limit;
  ParamReader reader;
  AddSearch(limits, request, &reader);
  AddCollapse(request, &reader);
  reader.Add("contains",
             Text("contains", limits.max_query_bytes, &page->contains));
  reader.Add("sort", OneOf<bool>("sort", {{"count", false}, {"alpha", true}},
                                 &page->alphabetical));
  reader.Add("page", Number("page", {1, 1'000'000}, &page->page));
  reader.Add("per_page",
             Number("per_page", {1, limits.max_facet_limit}, &page->per_page));
  if (auto problem = reader.Read(params)) return problem;
  return CheckDates(*request);
}

MaybeProblem ReadDocumentParams(const Params& params, ViewRequest* request) {
  ParamReader reader;
  AddView(request, &reader);
  return reader.Read(params);
}

MaybeProblem ReadExplainParams(const Params& params, ViewRequest* request,
                               std::string* id) {
  ParamReader reader;
  AddView(request, &reader);
  reader.Add("id", Text("id", Limits{}.max_query_bytes, id));
  return reader.Read(params);
}

MaybeProblem ReadSimilarParams(const Params& params, const Limits& limits,
                               std::size_t* count) {
  *count = limits.default_similar;
  ParamReader reader;
  reader.Add("limit", Number("limit", {1, limits.max_similar}, count));
  return reader.Read(params);
}

MaybeProblem ReadClusterParams(const Params& params, const Limits& limits,
                               ClusterPageRequest* request) {
  request->per_page = limits.max_per_page;
  ParamReader reader;
  reader.Add("page", Number("page", {1, 1'000'000}, &request->page));
  reader.Add("per_page",
             Number("per_page", {1, limits.max_per_page}, &request->per_page));
  return reader.Read(params);
}

MaybeProblem ReadSuggestParams(const Params& params, const Limits& limits,
                               std::string* text, bool* collapse) {
  *collapse = true;
  ParamReader reader;
  reader.Add(
      "collapse",
      OneOf<bool>("collapse", {{"true", true}, {"false", false}}, collapse));
  reader.Add("q", Text("q", limits.max_query_bytes, text));
  return reader.Read(params);
}

MaybeProblem ReadCitedListParams(const Params& params, const Limits& limits,
                                 CitedListRequest* request) {
  using Sort = CitedListRequest::Sort;
  request->per_page = limits.default_facet_limit;
  ParamReader reader;
  const std::pair<const char*, std::string*> texts[] = {
      {"q", &request->text},
      {"kind", &request->kind},
      {"issuer", &request->issuer},
      {"term", &request->term}};
  for (const auto& [name, out] : texts) {
    reader.Add(name, Text(name, limits.max_query_bytes, out));
  }
  reader.Add("sort", OneOf<Sort>("sort",
                                 {{"citations", Sort::kMostCited},
                                  {"-date", Sort::kNewest},
                                  {"date", Sort::kOldest}},
                                 &request->sort));
  reader.Add("page", Number("page", {1, 1'000'000}, &request->page));
  reader.Add("per_page", Number("per_page", {1, limits.max_facet_limit},
                                &request->per_page));
  return reader.Read(params);
}

MaybeProblem ReadProvincesParams(const Params& params, Date* day) {
  ParamReader reader;
  reader.Add("at", [day](const std::string& value) -> MaybeProblem {
    const auto date = ParseIso(value);
    if (!date || !date->is_day()) {
      return BadParameter("at", "Cần một ngày dạng 2025-07-01.");
    }
    if (*date < kProvinceHistoryBegins) {
      return BadParameter("at", "Chỉ biết danh sách tỉnh, thành phố từ ngày " +
                                    FormatIso(kProvinceHistoryBegins) + ".");
    }
    *day = *date;
    return std::nullopt;
  });
  return reader.Read(params);
}

MaybeProblem ReadCoverageParams(const Params& params, const Limits& limits,
                                SearchRequest* request,
                                std::size_t* host_limit) {
  ParamReader reader;
  AddSearch(limits, request, &reader);
  reader.Add("host_limit",
             Number("host_limit", {0, limits.max_facet_limit}, host_limit));
  if (auto problem = reader.Read(params)) return problem;
  return CheckDates(*request);
}

MaybeProblem ReadNoParams(const Params& params) {
  return ParamReader().Read(params);
}

}  // namespace tracuu
