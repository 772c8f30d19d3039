#include "engine/run.h"

#include <functional>

#include "engine/digest.h"
#include "models/domain/number_text.h"

namespace confronta {
namespace {

/// One line of the canonical text, built field by field.
class Line {
 public:
  Line& operator<<(std::string_view field) {
    if (!text_.empty()) text_ += '\t';
    text_ += field;
    return *this;
  }
  Line& operator<<(double number) { return *this << std::string_view{number_text(number)}; }
  Line& operator<<(std::uint32_t number) {
    return *this << std::string_view{std::to_string(number)};
  }
  Line& operator<<(std::int32_t number) {
    return *this << std::string_view{std::to_string(number)};
  }
  Line& operator<<(const std::vector<std::string>& fields) {
    for (const std::string& field : fields) *this << std::string_view{field};
    return *this;
  }
  std::string_view end() {
    text_ += '\n';
    return text_;
  }

 private:
  std::string text_;
};

void write_canonical(const Run& run, const std::function<void(std::string_view)>& write) {
  for (const RunGroup& group : run.groups)
    write((Line{} << "group" << relation_name(group.relation) << group.id << group.posterior
                  << group.members)
              .end());
  for (const RunPair& pair : run.pairs) {
    Line line;
    line << "pair" << relation_name(pair.relation) << pair.left << pair.right << pair.score.units
         << pair.pairwise_posterior << pair.posterior << pair.rank_of_left << pair.rank_of_right;
    if (pair.decided != Decided::no) line << decided_name(pair.decided);
    write(line.end());
  }
  for (const RunRemainder& rest : run.remainders)
    write((Line{} << "remainder" << rest.id << rest.none << rest.unlisted << rest.method).end());
  for (const RunCluster& c : run.clusters) {
    write(
        (Line{} << "cluster" << c.number << c.people << c.bodies << c.parts << c.duplicate_reports)
            .end());
    write((Line{} << "reports" << c.reports).end());
    write((Line{} << "remains" << c.remains).end());
    for (const std::uint32_t index : c.pairs) write((Line{} << "strongest" << index).end());
    for (const RunConflict& conflict : c.conflicts)
      write((Line{} << "conflict" << conflict.code << conflict.ids).end());
  }
}

}  // namespace

std::string_view decided_name(Decided decided) {
  switch (decided) {
    case Decided::no: return "no";
    case Decided::certain: return "certain";
    case Decided::weighted: return "weighted";
    case Decided::excluded: break;
  }
  return "excluded";
}

std::string canonical_text(const Run& run) {
  std::string text;
  write_canonical(run, [&](std::string_view line) { text += line; });
  return text;
}

std::string digest_of(const Run& run) {
  Digest digest;
  write_canonical(run, [&](std::string_view line) { digest.add(line); });
  return digest.hex();
}

}  // namespace confronta
