#include "importers/genetics/lineage_case.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/numbers.h"
#include "models/domain/number_text.h"
#include "models/stats/portable_math.h"

namespace confronta::app {
namespace {

using Json = nlohmann::ordered_json;
using genetics::HaplotypeCount;
using importers::LineageCase;

struct Frequency {
  const char* name;
  double value;
};

std::vector<Frequency> frequencies(const HaplotypeCount& count) {
  return {{"plus_one", genetics::frequency_plus_one(count)},
          {"clopper_pearson_upper95_one_sided",
           genetics::clopper_pearson_upper(count, genetics::tail_one_sided_95)},
          {"clopper_pearson_upper95_two_sided",
           genetics::clopper_pearson_upper(count, genetics::tail_two_sided_95)}};
}

/// P(one haplotype | the other, same line), by the way in which mutations are counted; nothing
/// where that way does not define it. mtDNA has one way, "".
struct Version {
  std::string name;
  std::optional<double> probability;
};

Result<std::vector<Version>> versions(const LineageCase& one) {
  if (const auto* mt = std::get_if<importers::MtPair>(&one.haplotypes)) {
    const auto compared = genetics::compare(mt->poi, mt->reference, {});
    if (compared.conclusion == genetics::MtConclusion::not_compared)
      return std::vector<Version>{{"", std::nullopt}};
    return std::vector<Version>{{"", compared.differences == 0 ? 1.0 : 0.0}};
  }
  const auto& y = std::get<importers::YPair>(one.haplotypes);
  std::vector<Version> list;
  for (const auto& [name, steps] : {std::pair{"first_order", genetics::YSteps::first_order},
                                    std::pair{"walk", genetics::YSteps::walk}}) {
    const auto match = genetics::y_match(y.poi, y.reference, y.meioses, y.rates, steps);
    if (!match) return match.error();
    list.push_back({name, match.value().probability});
  }
  return list;
}

std::optional<double> log10_lr(const Version& version, const Frequency& frequency) {
  if (!version.probability) return std::nullopt;
  if (*version.probability == 0) return -HUGE_VAL;
  return portable_log10(*version.probability / frequency.value);
}

Json number(const std::optional<double>& value) {
  if (!value) return nullptr;
  return std::isinf(*value) ? Json("-Infinity") : Json(*value);
}

Json as_json(const LineageCase& one, const std::vector<Version>& versions) {
  Json all = Json::object();
  for (const Frequency& frequency : frequencies(one.count)) {
    Json& entry = all[frequency.name];
    for (const Version& version : versions)
      (version.name.empty() ? entry : entry[version.name]) = number(log10_lr(version, frequency));
  }
  return {{"id", one.id}, {"log10_lr", all}};
}

void print_for_people(const Session& session, const LineageCase& one,
                      const std::vector<Version>& versions) {
  session.print(session.text("lineage.title", {one.id}));
  session.print(session.text("lineage.propositions"));
  session.print(session.text("lineage.count",
                             {std::to_string(one.count.seen), std::to_string(one.count.size)}));
  for (const Version& version : versions) {
    if (!version.name.empty()) session.print(session.text("lineage." + version.name));
    for (const Frequency& frequency : frequencies(one.count)) {
      const auto value = log10_lr(version, frequency);
      session.print(session.text(
          "lineage.line",
          {session.text(std::string{"lineage."} + frequency.name), figures_text(frequency.value),
           !value               ? session.text("lineage.undefined")
           : std::isinf(*value) ? session.text("lineage.exclusion")
                                : fixed_text(*value, 4)}));
    }
  }
}

}  // namespace

int weigh_lineage(const Session& session, const LineageArguments& arguments) {
  const auto one = importers::read_lineage_case(arguments.file);
  if (!one) return session.fail(one.error());
  const auto ways = versions(one.value());
  if (!ways) return session.fail(ways.error());
  if (session.json)
    session.print(as_json(one.value(), ways.value()).dump());
  else
    print_for_people(session, one.value(), ways.value());
  return exit_ok;
}

}  // namespace confronta::app
