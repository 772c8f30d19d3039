#include "app/report/report.h"

#include <fstream>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"

namespace confronta::app {

int write_report(const Session& session, const ReportArguments& arguments) {
  auto store = Store::open(session.store, Access::read);
  if (!store) return session.fail(store.error());
  auto context = RunContext::open(*store.value());
  if (!context) return session.fail(context.error());
  const std::string html = html_report(session.language, *context.value(), arguments.top);
  std::ofstream file{arguments.out, std::ios::binary | std::ios::trunc};
  file << html;
  file.close();
  if (!file) return session.fail(Error{"report.not_written", {arguments.out}, {}});
  if (session.json)
    session.print(nlohmann::ordered_json{{"path", arguments.out}, {"bytes", html.size()}}.dump());
  else
    session.print(session.text("report.written", {arguments.out}));
  return exit_ok;
}

}  // namespace confronta::app
