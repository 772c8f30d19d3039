#include "engine/kin/relation_word.h"

#include <gtest/gtest.h>

#include <array>

namespace confronta {
namespace {

using genetics::PedigreeRow;
using genetics::Sex;

TEST(RelationWord, NamesTheKinOfOnePerson) {
  const std::array rows{
      PedigreeRow{"gf", "", "", Sex::male},      PedigreeRow{"gm", "", "", Sex::female},
      PedigreeRow{"father", "gf", "gm", {}},     PedigreeRow{"aunt", "gf", "gm", Sex::female},
      PedigreeRow{"mother", "", "", {}},         PedigreeRow{"me", "father", "mother", Sex::male},
      PedigreeRow{"sister", "father", "mother"}, PedigreeRow{"half", "", "mother"},
      PedigreeRow{"wife", "", "", Sex::female},  PedigreeRow{"son", "me", "wife"},
      PedigreeRow{"grandson", "son", ""},        PedigreeRow{"niece", "", "sister"},
      PedigreeRow{"cousin", "", "aunt"}};
  const auto pedigree = genetics::Pedigree::make(rows);
  ASSERT_TRUE(pedigree.ok());
  const int me = *pedigree.value().find("me");
  const auto word = [&](const char* other) {
    return relation_word(pedigree.value(), me, *pedigree.value().find(other));
  };
  EXPECT_EQ(word("me"), "self");
  EXPECT_EQ(word("father"), "father");
  EXPECT_EQ(word("mother"), "mother");
  EXPECT_EQ(word("sister"), "full_sibling");
  EXPECT_EQ(word("half"), "half_sibling");
  EXPECT_EQ(word("gm"), "grandparent");
  EXPECT_EQ(word("aunt"), "uncle");
  EXPECT_EQ(word("wife"), "partner");
  EXPECT_EQ(word("son"), "child");
  EXPECT_EQ(word("grandson"), "grandchild");
  EXPECT_EQ(word("niece"), "nephew");
  EXPECT_EQ(word("cousin"), "kin");
}

}  // namespace
}  // namespace confronta
