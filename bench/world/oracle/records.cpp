#include "bench/world/oracle/records.h"

#include <charconv>
#include <fstream>
#include <sstream>

namespace confronta::world {
namespace {

// One list of fields for both directions: Visitor is called with each field in turn.
template <class Visitor>
void each_field(Visitor& visit, WorldOptions& o) {
  visit(o.states), visit(o.reports), visit(o.remains), visit(o.seed), visit(o.names_on_bodies);
}
template <class Visitor>
void each_field(Visitor& visit, NameNote& n) {
  visit(n.given), visit(n.first_surname), visit(n.second_surname);
}
template <class Visitor>
void each_field(Visitor& visit, MarkNote& m) {
  visit(m.type), visit(m.region), visit(m.side), visit(m.content);
}
template <class Visitor>
void each_field(Visitor& visit, GarmentNote& g) {
  visit(g.slot), visit(g.item), visit(g.colour), visit(g.brand), visit(g.size);
}
template <class Visitor>
void each_field(Visitor& visit, ReportNote& n) {
  visit(n.source), visit(n.id), visit(n.person), visit(n.name.meant), visit(n.curp_of);
  visit(n.sex), visit(n.birth), visit(n.age), visit(n.event), visit(n.reported);
  visit(n.place), visit(n.state), visit(n.residence), visit(n.status), visit(n.migrant);
  visit(n.stature), visit(n.weight), visit(n.build), visit(n.skin), visit(n.hair), visit(n.eyes);
  visit(n.blood), visit(n.rhesus), visit(n.marks_told), visit(n.marks), visit(n.clothes_told);
  visit(n.clothes), visit(n.histories_told), visit(n.histories), visit(n.chart_day);
  visit(n.chart), visit(n.spoilt);
}
template <class Visitor>
void each_field(Visitor& visit, TypedName& n) {
  visit(n.meant);
}
template <class Visitor>
void each_field(Visitor& visit, RemainsNote& n) {
  visit(n.source), visit(n.id), visit(n.people), visit(n.body), visit(n.kind), visit(n.portion);
  visit(n.individuals), visit(n.names), visit(n.basis), visit(n.curp_of), visit(n.sex);
  visit(n.sex_method), visit(n.age_low), visit(n.age_high), visit(n.age_method);
  visit(n.stature), visit(n.stature_method), visit(n.weight), visit(n.build);
  visit(n.condition), visit(n.interval), visit(n.death), visit(n.found), visit(n.intake);
  visit(n.place), visit(n.state), visit(n.skin), visit(n.hair), visit(n.eyes), visit(n.blood);
  visit(n.rhesus), visit(n.marks_told), visit(n.marks), visit(n.clothes_told), visit(n.clothes);
  visit(n.histories_told), visit(n.histories), visit(n.charted), visit(n.chart);
  visit(n.status), visit(n.print_result), visit(n.print_of), visit(n.spoilt);
}

class Writer {
 public:
  void operator()(std::string& text) { line_ += text + ','; }
  template <class T>
  std::enable_if_t<std::is_arithmetic_v<T>> operator()(const T& number) {
    line_ += std::to_string(number) + ',';
  }
  void operator()(Mouth& mouth) {
    for (const Tooth tooth : mouth) line_ += static_cast<char>('a' + 1 + static_cast<int>(tooth));
    line_ += ',';
  }
  template <class T>
  void operator()(std::vector<T>& list) {
    (*this)(list.size());
    for (T& item : list) (*this)(item);
  }
  template <class T>
  std::enable_if_t<std::is_class_v<T>> operator()(T& record) {
    each_field(*this, record);
  }
  std::string take() {
    line_.back() = '\n';
    return std::exchange(line_, {});
  }

 private:
  std::string line_;
};

class Reader {
 public:
  explicit Reader(const std::string& line) : rest_(line) {}

  void operator()(std::string& text) { text = next(); }
  void operator()(bool& flag) {
    int number = 0;
    (*this)(number);
    flag = number != 0;
  }
  template <class T>
  std::enable_if_t<std::is_arithmetic_v<T>> operator()(T& number) {
    const std::string text = next();
    const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
    good_ = good_ && end.ec == std::errc{} && end.ptr == text.data() + text.size();
  }
  void operator()(Mouth& mouth) {
    const std::string text = next();
    good_ = good_ && text.size() == mouth.size();
    for (std::size_t i = 0; good_ && i < mouth.size(); ++i) {
      const int tooth = text[i] - 'a' - 1;
      good_ = tooth >= -1 && tooth < static_cast<int>(Tooth::count);
      mouth[i] = static_cast<Tooth>(tooth);
    }
  }
  template <class T>
  void operator()(std::vector<T>& list) {
    std::size_t size = 0;
    (*this)(size);
    good_ = good_ && size < 1000;
    for (std::size_t i = 0; good_ && i < size; ++i) (*this)(list.emplace_back());
  }
  template <class T>
  std::enable_if_t<std::is_class_v<T>> operator()(T& record) {
    each_field(*this, record);
  }
  bool whole() const { return good_ && rest_.empty(); }

 private:
  std::string next() {
    const auto comma = rest_.find(',');
    std::string field(rest_.substr(0, comma));
    rest_ = comma == rest_.npos ? std::string_view() : rest_.substr(comma + 1);
    return field;
  }

  std::string_view rest_;
  bool good_ = true;
};

template <class T>
std::string line(T record) {  // a copy: the visitor takes what it may change
  Writer write;
  write(record);
  return write.take();
}

}  // namespace

std::string oracle_text(const OracleRecords& records) {
  std::string text = line(records.options);
  for (const auto& note : records.reports) text += line(note);
  for (const auto& note : records.remains) text += line(note);
  return text;
}

Result<OracleRecords> read_oracle(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return Error{"simulate.unreadable", {path}, {}};
  OracleRecords records;
  std::string text;
  const auto parse = [&](auto& record) {
    if (!std::getline(in, text)) return false;
    Reader read(text);
    read(record);
    return read.whole();
  };
  bool good = parse(records.options);
  for (std::uint32_t i = 0; good && i < records.options.reports; ++i)
    good = parse(records.reports.emplace_back());
  for (std::uint32_t i = 0; good && i < records.options.remains; ++i)
    good = parse(records.remains.emplace_back());
  if (!good || std::getline(in, text)) return Error{"simulate.oracle", {path}, {}};
  return records;
}

}  // namespace confronta::world
