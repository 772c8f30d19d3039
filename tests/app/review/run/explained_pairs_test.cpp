#include "app/review/run/explained_pairs.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

namespace confronta {
namespace {

using app::review::ExplainedPair;
using app::review::ExplainedPairs;

class Explained : public ::testing::Test {
 protected:
  /// Whether the pair had to be explained.
  bool ask(Relation relation, int number) {
    const int before = explained_;
    const ReviewPair pair{relation, "r:" + std::to_string(number), "b:1"};
    const auto found = pairs_.of(pair, [&] {
      ++explained_;
      ExplainedPair one;
      one.ledger.left = pair.left;
      return one;
    });
    EXPECT_EQ(found->ledger.left, pair.left);
    return explained_ > before;
  }
  ExplainedPairs pairs_;
  int explained_ = 0;
};

TEST_F(Explained, APairIsExplainedOnceWhileItIsLookedAt) {
  EXPECT_TRUE(ask(Relation::identity, 1));
  EXPECT_FALSE(ask(Relation::identity, 1));
  EXPECT_TRUE(ask(Relation::duplicate, 1)) << "another question";
  EXPECT_FALSE(ask(Relation::identity, 1));
}

TEST_F(Explained, WhatNobodyAskedForLongestIsForgotten) {
  const int most = static_cast<int>(ExplainedPairs::most);
  for (int i = 0; i < most; ++i) EXPECT_TRUE(ask(Relation::identity, i));
  EXPECT_FALSE(ask(Relation::identity, 0)) << "the oldest, asked for again";
  EXPECT_TRUE(ask(Relation::identity, most)) << "one too many";
  EXPECT_FALSE(ask(Relation::identity, 0));
  EXPECT_TRUE(ask(Relation::identity, 1)) << "it went";
}

TEST_F(Explained, WhatCouldNotBeExplainedIsAskedAnew) {
  const ReviewPair pair{Relation::identity, "r:7", "b:1"};
  EXPECT_THROW(pairs_.of(pair, []() -> ExplainedPair { throw std::runtime_error{"no"}; }),
               std::runtime_error);
  EXPECT_TRUE(ask(Relation::identity, 7));
}

}  // namespace
}  // namespace confronta
