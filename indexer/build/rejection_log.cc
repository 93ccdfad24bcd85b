#include "indexer/build/rejection_log.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <utility>

#include "common/base/output_file.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxExamples = 3;

std::string ToLine(const Rejection& rejection) {
  const nlohmann::ordered_json json = {{"source", rejection.source},
                                       {"offset", rejection.offset},
                                       {"reason", rejection.code},
                                       {"message", rejection.message},
                                       {"hint", rejection.hint}};
  // File names need not be UTF-8.
  return json.dump(-1, ' ', false,
                   nlohmann::ordered_json::error_handler_t::replace) +
         "\n";
}

}  // namespace

bool IsOfTheMachine(std::string_view code) {
  return code == "internal-error" || code == "html-parser" ||
         code == "no-pdf-tool" || code == "unreadable";
}

RejectionLog::RejectionLog(std::unique_ptr<Spool> spool, State state)
    : spool_(std::move(spool)), lines_(std::move(state.lines)) {
  for (Code& code : state.codes) {
    codes_.try_emplace(code.name, kMaxExamples, std::move(code.state));
  }
}

Result<RejectionLog::State> RejectionLog::Save() {
  const std::lock_guard lock(mutex_);
  if (const Status status = spool_->Flush(); !status) return status.error();
  State state{lines_, {}, spool_->size()};
  for (const auto& [name, examples] : codes_) {
    state.codes.push_back({name, examples.state()});
  }
  return state;
}

Status RejectionLog::Add(std::uint64_t sequence, const Rejection& rejection) {
  const std::string line = ToLine(rejection);
  const std::lock_guard lock(mutex_);
  const Result<std::uint64_t> offset = spool_->Append(line);
  if (!offset) return offset.error();
  lines_.push_back(
      {sequence, *offset, static_cast<std::uint32_t>(line.size())});

  codes_.try_emplace(rejection.code, kMaxExamples)
      .first->second.Add(sequence, rejection);
  return Ok{};
}

std::uint64_t RejectionLog::lines() const {
  const std::lock_guard lock(mutex_);
  return lines_.size();
}

Status RejectionLog::WriteTo(const std::filesystem::path& path) {
  const std::lock_guard lock(mutex_);
  if (const Status status = spool_->Flush(); !status) return status.error();
  std::stable_sort(
      lines_.begin(), lines_.end(),
      [](const Line& a, const Line& b) { return a.sequence < b.sequence; });
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  for (const Line& line : lines_) {
    const Result<std::string> text = spool_->Read(line.offset, line.size);
    if (!text) return text.error();
    out << *text;
  }
  return CloseWritten(path, &out);
}

std::map<std::string, RejectionSummary> RejectionLog::Summary() const {
  const std::lock_guard lock(mutex_);
  std::map<std::string, RejectionSummary> summary;
  for (const auto& [code, examples] : codes_) {
    summary[code] = {examples.count(), examples.First()};
  }
  return summary;
}

}  // namespace tracuu
