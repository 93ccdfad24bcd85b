#include "server/http/problem.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "server/http/json.h"

namespace tracuu {

Problem BadParameter(std::string_view parameter, std::string detail) {
  return {400, "bad_parameter", "Tham số không hợp lệ", std::move(detail),
          std::string(parameter)};
}

Problem UnknownParameter(std::string_view parameter) {
  return {400, "unknown_parameter", "Tham số không tồn tại",
          "Địa chỉ này không nhận tham số “" + std::string(parameter) + "”.",
          std::string(parameter)};
}

Problem NotFound(std::string detail) {
  return {404, "not_found", "Không tìm thấy", std::move(detail), ""};
}

Problem MethodNotAllowed() {
  return {405, "method_not_allowed", "Phương thức không được dùng",
          "Máy chủ chỉ nhận GET và HEAD.", ""};
}

Problem BadRequest(std::string detail) {
  return {400, "bad_request", "Yêu cầu không hợp lệ", std::move(detail), ""};
}

Problem TargetTooLong() {
  return {414, "uri_too_long", "Địa chỉ quá dài",
          "Địa chỉ dài nhất được nhận là 8192 byte.", ""};
}

Problem WrongHost() {
  return {421, "wrong_host", "Sai tên máy chủ",
          "Máy chủ này không phục vụ tên miền đã gọi.", ""};
}

Problem CrossSite() {
  return {403, "cross_site", "Yêu cầu từ trang khác",
          "API không nhận yêu cầu từ trang web khác.", ""};
}

Problem NotReady() {
  return {503, "not_ready", "Chỉ mục chưa sẵn sàng",
          "Chưa có chỉ mục nào được công bố. Xin thử lại sau.", ""};
}

Problem InternalError() {
  return {500, "internal", "Lỗi máy chủ",
          "Máy chủ gặp lỗi ngoài dự kiến; nhật ký máy chủ có chi tiết.", ""};
}

Problem ProblemOf(const Error& error) {
  switch (error.code) {
    case ErrorCode::kTooLarge:
      return BadParameter("q", error.message);
    case ErrorCode::kNotFound:
      return NotFound("Không có bài viết này.");
    case ErrorCode::kUnavailable:
      return NotReady();
    case ErrorCode::kInvalidArgument:
    case ErrorCode::kCorrupt:
    case ErrorCode::kIo:
      break;
  }
  return {500, "index_unreadable", "Không đọc được chỉ mục",
          "Máy chủ không đọc được chỉ mục; nhật ký máy chủ có chi tiết.", ""};
}

HttpResponse ToResponse(const Problem& problem) {
  nlohmann::ordered_json json;
  json["type"] = "about:blank";
  json["title"] = problem.title;
  json["status"] = problem.status;
  json["code"] = problem.code;
  if (!problem.detail.empty()) json["detail"] = problem.detail;
  if (!problem.parameter.empty()) json["parameter"] = problem.parameter;
  HttpResponse response;
  response.status = problem.status;
  response.content_type = "application/problem+json; charset=utf-8";
  response.body = Dump(json);
  if (problem.status == 503) response.headers.emplace_back("Retry-After", "2");
  if (problem.status == 405)
    response.headers.emplace_back("Allow", "GET, HEAD");
  return response;
}

}  // namespace tracuu
