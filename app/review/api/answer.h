#pragma once
// The shapes that every answer has.

#include <string>

#include "app/review/http/request.h"
#include "models/domain/result.h"

namespace confronta::app::review {

/// 200 with JSON text.
ApiResponse json_answer(std::string text);
/// {"error":{"code","message"}} in the request's language, with the status of the error's code.
ApiResponse failure(const ApiRequest& request, const Error& error);
/// The same with a status of its own, and with JSON text of the present state beside it ("" = none)
/// for whoever was too late (409).
ApiResponse failure(const ApiRequest& request, unsigned status, const Error& error,
                    const std::string& present_name = "", const std::string& present = "");
/// The HTTP status of an error: 404 for what is not there, 409 for what somebody else did before,
/// 503 for a busy store, 500 for a damaged one, 400 for the rest, which is the asker's.
unsigned status_of(const Error& error);

}  // namespace confronta::app::review
