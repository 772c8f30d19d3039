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

// what there is: overview.cpp, queue.cpp, search.cpp, subject.cpp, cluster.cpp
ApiResponse get_overview(const ApiRequest& request, ReviewContext& context);
ApiResponse get_queue(const ApiRequest& request, ReviewContext& context);
ApiResponse search_records(const ApiRequest& request, ReviewContext& context);
ApiResponse get_subject(const ApiRequest& request, ReviewContext& context);
ApiResponse get_raw(const ApiRequest& request, ReviewContext& context);
ApiResponse get_cluster(const ApiRequest& request, ReviewContext& context);

// runs and how they differ: runs.cpp
ApiResponse list_runs_of_store(const ApiRequest& request, ReviewContext& context);
ApiResponse compare_runs(const ApiRequest& request, ReviewContext& context);

// a pair and what is written of it: pair.cpp, what_if.cpp, decide.cpp, reasons.cpp
ApiResponse get_pair(const ApiRequest& request, ReviewContext& context);
ApiResponse what_if(const ApiRequest& request, ReviewContext& context);
ApiResponse claim_pair(const ApiRequest& request, ReviewContext& context);
ApiResponse release_pair(const ApiRequest& request, ReviewContext& context);
ApiResponse give_opinion(const ApiRequest& request, ReviewContext& context);
ApiResponse decide_pair(const ApiRequest& request, ReviewContext& context);
ApiResponse undo_decision(const ApiRequest& request, ReviewContext& context);
ApiResponse list_reasons(const ApiRequest& request, ReviewContext& context);

}  // namespace confronta::app::review
