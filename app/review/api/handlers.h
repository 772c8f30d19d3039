#pragma once
// The handlers of the review API, one idea a file. docs/review-api.md says what each takes and
// gives.

#include "app/review/api/router.h"

namespace confronta::app::review {

// who: me.cpp, enter.cpp
ApiResponse get_me(const ApiRequest& request, ReviewContext& context);
ApiResponse set_me(const ApiRequest& request, ReviewContext& context);
ApiResponse get_texts(const ApiRequest& request, ReviewContext& context);
ApiResponse enter(const ApiRequest& request, ReviewContext& context);
ApiResponse leave(const ApiRequest& request, ReviewContext& context);

}  // namespace confronta::app::review
