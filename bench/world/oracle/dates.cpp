#include "bench/world/oracle/dates.h"

#include <algorithm>
#include <cmath>

#include "bench/world/demography.h"
#include "bench/world/rates.h"
#include "bench/world/vocabulary.h"
#include "models/stats/portable_math.h"

namespace confronta::world {
namespace {

constexpr int conditions = 9, any = 9, classes = 10 * 10, death_class = classes;
constexpr int horizon = rates::cut_off - rates::first_event + 1;
constexpr std::array<int, 5> year_begin{0, 183, 548, 913, 1 << 30};

// P(scale * exp(spread Z) falls into (low, high]), with time at least half a day.
double lognormal_share(double days, double spread, double low, double high) {
  const double ln_days = portable_log(std::max(days, 0.5));
  const auto below = [&](double limit) {
    if (limit <= 0) return 0.0;
    return limit > 1e8 ? 1.0 : normal_cdf(portable_log(limit), ln_days, spread);
  };
  return below(high) - below(low);
}

double condition_probability(int condition, double days) {
  if (condition == any) return 1;
  if (condition == 7) return rates::burnt;
  if (condition == 8) return rates::saponified;
  const double low = condition == 0 ? 0 : rates::stage_days[condition - 1];
  const double high = condition == 6 ? 1e9 : rates::stage_days[condition];
  return (1 - rates::burnt - rates::saponified) *
         lognormal_share(days, rates::stage_spread, low, high);
}

double interval_probability(int interval, double days) {
  if (interval == any) return 1;
  const auto limits = interval_limits();
  const double low = interval == 0 ? 0 : limits[interval - 1];
  return lognormal_share(days, rates::interval_spread, low, limits[interval]);
}

// P(delay = n days) of whole days of an exponential mixture: each a geometric distribution.
template <class Mixture>
std::vector<double> delay_probabilities(const Mixture& mixture) {
  std::vector<double> p(horizon);
  for (const auto& part : mixture) {
    const double ratio = portable_exp(-1 / part.mean_days);
    double term = part.probability * (1 - ratio);
    for (double& x : p) {
      x += term;
      term *= ratio;
    }
  }
  return p;
}

// sum over t in [begin, end) of (1 - r) r^t f(n - t), from the running sum g(n) = r g(n-1) + (1-r)
// f(n).
std::vector<double> alive_then(const std::vector<double>& after_death, int year) {
  std::vector<double> result(after_death.size());
  for (const auto& part : rates::time_alive) {
    const double ratio = portable_exp(-1 / part.mean_days);
    std::vector<double> running(after_death.size());
    double g = 0;
    for (std::size_t n = 0; n < running.size(); ++n)
      running[n] = g = ratio * g + (1 - ratio) * after_death[n];
    const int begin = year_begin[year], end = year_begin[year + 1];
    const double at_begin = portable_exp(-begin / part.mean_days);
    const double at_end = portable_exp(-end / part.mean_days);
    for (int n = begin; n < static_cast<int>(running.size()); ++n) {
      result[n] += part.probability * at_begin * running[n - begin];
      if (n >= end) result[n] -= part.probability * at_end * running[n - end];
    }
  }
  return result;
}

// The curve as written by clerks whose day errors have either sign.
template <class Errors>
std::vector<double> smoothed(const std::vector<double>& curve, const Errors& errors) {
  const int size = static_cast<int>(curve.size());
  std::vector<double> sum(size + 1);
  for (int i = 0; i < size; ++i) sum[i + 1] = sum[i] + curve[i];
  double all = 0;
  for (const auto& e : errors) all += e.probability;
  std::vector<double> result(size);
  for (const auto& e : errors) {
    const double weight = e.probability / all / 2 / (e.to - e.from + 1);
    for (int i = 0; i < size; ++i) {
      const auto mass = [&](int from, int to) {
        return sum[std::clamp(to + 1, 0, size)] - sum[std::clamp(from, 0, size)];
      };
      result[i] += weight * (mass(i - e.to, i - e.from) + mass(i + e.from, i + e.to));
    }
  }
  return result;
}

// Sixty equally likely days from event to report, by the world's quantiles.
std::vector<int> lag_quantiles() {
  std::vector<int> lags;
  const auto& q = rates::report_lag;
  for (int i = 0; i < 60; ++i) {
    const double u = (i + 0.5) / 60;
    std::size_t k = 1;
    while (k + 1 < q.size() && u > q[k].first) ++k;
    const double share = (u - q[k - 1].first) / (q[k].first - q[k - 1].first);
    const double low = portable_log(q[k - 1].second + 1), high = portable_log(q[k].second + 1);
    lags.push_back(static_cast<int>(portable_exp(low + share * (high - low)) - 1));
  }
  return lags;
}

}  // namespace

DateOracle::DateOracle(const OracleRecords& records) {
  read_keys(records);
  build_curves();
  const double reports = std::max<double>(1, static_cast<double>(records.reports.size()));
  const double matched = std::min(
      1.0, rates::remains_with_report * static_cast<double>(records.remains.size()) / reports);
  for (const auto& note : records.reports) {
    const bool event = note.event != no_day;
    report_day_.push_back(event ? note.event : note.reported);
    report_known_.push_back(event                            ? Known::event
                            : note.reported < rates::cut_off ? Known::report
                                                             : Known::nothing);
    const auto& found = event ? found_by_event_ : found_by_report_;
    const int lag = std::clamp(rates::cut_off - report_day_.back(), first_lag, last_lag);
    const double share = found[lag - first_lag] / found_share_;
    report_share_.push_back((1 - matched) + matched * share);
  }
  build_remains(records);
}

void DateOracle::read_keys(const OracleRecords& records) {
  for (const auto& note : records.remains) {
    if (note.death != no_day) {
      keys_.push_back({death_class, note.death});
      continue;
    }
    const int condition = note.condition == none ? any : note.condition;
    const int interval = note.interval == none ? any : note.interval;
    keys_.push_back({condition * 10 + interval, note.found != no_day ? note.found : note.intake});
  }
}

void DateOracle::build_class(int day_class, const std::vector<double>& lying,
                             const std::vector<double>& lying_unreported) {
  static const std::vector<int> lags_to_report = lag_quantiles();
  std::vector<double> after(horizon), after_unreported(horizon);
  if (day_class == death_class) {
    after[0] = after_unreported[0] = 1;
  } else {
    for (int n = 0; n < horizon; ++n) {
      const double p =
          condition_probability(day_class / 10, n) * interval_probability(day_class % 10, n);
      after[n] = lying[n] * p;
      after_unreported[n] = lying_unreported[n] * p;
    }
  }
  const auto placed = [](const std::vector<double>& curve) {  // onto the axis of lags
    std::vector<double> result(lags);
    std::copy(curve.begin(), curve.end(), result.begin() - first_lag);
    return result;
  };
  const auto kept = [](const std::vector<double>& curve) {
    return Curve(curve.begin(), curve.end());
  };
  unreported_curve_[day_class] = kept(smoothed(placed(after_unreported), rates::found_date_error));
  for (int year = 0; year < years; ++year) {
    auto curve = placed(alive_then(after, year));
    if (day_class != death_class) curve = smoothed(curve, rates::found_date_error);
    curve = smoothed(curve, rates::event_date_error);
    std::vector<double> late(lags);
    for (const int lag : lags_to_report)
      for (int i = 0; i < lags && i + lag < lags; ++i) late[i] += curve[i + lag] / 60;
    from_event_[day_class][year] = kept(curve);
    from_report_[day_class][year] = kept(late);
  }
}

void DateOracle::build_curves() {
  const auto lying = delay_probabilities(rates::time_lying);
  const auto lying_unreported = delay_probabilities(rates::time_lying_unreported);
  from_event_.resize(classes + 1);
  from_report_.resize(classes + 1);
  unreported_curve_.resize(classes + 1);
  std::vector<bool> wanted(classes + 1);
  wanted[any * 10 + any] = true;
  for (const Key& key : keys_) wanted[key.day_class] = true;
  for (int c = 0; c <= classes; ++c)
    if (wanted[c]) build_class(c, lying, lying_unreported);
  const auto cumulative = [](const std::array<Curve, years>& curves) {
    std::vector<double> sum(lags);
    double all = 0;
    for (int i = 0; i < lags; ++i) {
      for (const Curve& curve : curves) all += curve[i];
      sum[i] = all;
    }
    return sum;
  };
  found_by_event_ = cumulative(from_event_[any * 10 + any]);
  found_by_report_ = cumulative(from_report_[any * 10 + any]);
  double found = 0, found_unreported = 0, unreported = 0;
  std::vector<double> by_lag(horizon);
  for (int n = 0; n < horizon; ++n) by_lag[n] = unreported += lying_unreported[n];
  for (Day day = rates::first_event; day <= rates::cut_off; ++day) {
    const double p = event_day_probability(day);
    found += p * found_by_event_[rates::cut_off - day - first_lag];
    found_unreported += p * by_lag[rates::cut_off - day];
  }
  found_share_ = found;
  unreported_share_ = found_unreported;
}

void DateOracle::build_remains(const OracleRecords& records) {
  std::array<double, 9> prior{};
  const auto lying = delay_probabilities(rates::time_lying);
  for (int c = 0; c < conditions; ++c)
    for (int n = 0; n < horizon; ++n) prior[c] += lying[n] * condition_probability(c, n);
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    const Key& key = keys_[i];
    const auto& note = records.remains[i];
    double missing = 0, unreported = 0;
    for (Day day = rates::first_event; day <= rates::cut_off; ++day) {
      const int lag = key.day - day;
      if (lag < first_lag || lag > last_lag) continue;
      const double p = event_day_probability(day);
      for (const Curve& curve : from_event_[key.day_class]) missing += p * curve[lag - first_lag];
      unreported += p * unreported_curve_[key.day_class][lag - first_lag];
    }
    missing_.push_back(missing / found_share_);
    unreported_.push_back(unreported / unreported_share_);

    std::array<double, 9> p{};
    if (note.condition != none) {
      p[note.condition] = 1;
    } else {
      double all = 0;
      for (int c = 0; c < conditions; ++c) {
        const double told = rates::skin_left[c] > 0 ? 0.9 : 0;
        all += p[c] = prior[c] * (note.marks_told ? told : 1 - told);
      }
      for (double& x : p) x /= all;
    }
    condition_.push_back(p);
  }
}

DateOracle::Years DateOracle::given_report(std::size_t report, std::size_t remains) const {
  const Key& key = keys_[remains];
  const int lag = key.day - report_day_[report];
  Years result{};
  if (report_known_[report] == Known::nothing) {
    result[0] = missing_[remains];
    return result;
  }
  if (lag < first_lag || lag > last_lag) return result;
  const auto& curves =
      (report_known_[report] == Known::event ? from_event_ : from_report_)[key.day_class];
  for (int year = 0; year < years; ++year)
    result[year] =
        std::max(0.0F, curves[year][lag - first_lag]) / (found_share_ * report_share_[report]);
  return result;
}

}  // namespace confronta::world
