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

// a match: jobs.cpp
ApiResponse start_run(const ApiRequest& request, ReviewContext& context);
ApiResponse get_job(const ApiRequest& request, ReviewContext& context);
ApiResponse cancel_job(const ApiRequest& request, ReviewContext& context);

// importing: files.cpp, quarantine.cpp
ApiResponse take_file(const ApiRequest& request, ReviewContext& context);
ApiResponse try_file(const ApiRequest& request, ReviewContext& context);
ApiResponse import_file(const ApiRequest& request, ReviewContext& context);
ApiResponse forget_file(const ApiRequest& request, ReviewContext& context);
ApiResponse list_quarantine(const ApiRequest& request, ReviewContext& context);
ApiResponse mend_row(const ApiRequest& request, ReviewContext& context);

}  // namespace confronta::app::review
