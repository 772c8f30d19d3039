// Search by a name, a folio, a CURP, words of a tattoo, an id.

#include "engine/store/search.h"

#include <nlohmann/json.hpp>

#include "app/review/api/answer.h"
#include "app/review/api/asked.h"
#include "app/review/api/cards.h"
#include "app/review/api/handlers.h"

namespace confronta::app::review {

constexpr std::uint32_t most_hits = 50;

ApiResponse search_records(const ApiRequest& request, ReviewContext& context) {
  auto reader = context.reader();
  if (!reader) return failure(request, reader.error());
  if (auto current = keep_search_current(context, *reader.value()); !current)
    return failure(request, current.error());
  auto hits = search_subjects(*reader.value(), request.query_text("q"), most_hits);
  if (!hits) return failure(request, hits.error());
  nlohmann::ordered_json items = nlohmann::ordered_json::array();
  for (const SearchHit& hit : hits.value()) {
    auto page = read_subject(*reader.value(), hit.id);  // a run may not know it yet
    if (!page) return failure(request, page.error());
    nlohmann::ordered_json card = card_of(request.language, page.value());
    card["match"] = {{"trait", hit.trait}, {"text", hit.text}};
    items.push_back(std::move(card));
  }
  return answer({{"items", std::move(items)}});
}

}  // namespace confronta::app::review
