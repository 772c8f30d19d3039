#include "app/cli/text_table.h"

#include <gtest/gtest.h>

namespace confronta::app {
namespace {

TEST(TextTable, AlignsByCharactersNotBytes) {
  TextTable table{{"", "mínimo", "n"}};
  table.add({"señas", "1.5", "10"});
  table.add({"x"});
  EXPECT_EQ(table.lines(), (std::vector<std::string>{"       mínimo   n",  //
                                                     "señas     1.5  10", "x"}));
}

}  // namespace
}  // namespace confronta::app
