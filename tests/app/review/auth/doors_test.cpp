#include "app/review/auth/doors.h"

#include <gtest/gtest.h>

#include "app/review/auth/secrets.h"

namespace confronta::app::review {
namespace {

TEST(OneTimeLink, WorksOnce) {
  OneTimeLink link;
  const std::string secret = link.renew(1000);
  EXPECT_FALSE(link.use("something else", 1001));
  EXPECT_TRUE(link.use(secret, 1001));
  EXPECT_FALSE(link.use(secret, 1001));
}

TEST(OneTimeLink, WorksForTenMinutes) {
  OneTimeLink link;
  const std::string secret = link.renew(1000);
  EXPECT_FALSE(link.use(secret, 1600));
  EXPECT_FALSE(OneTimeLink{}.use("", 0));  // there is none yet
}

TEST(OneTimeLink, ANewOneReplacesTheOld) {
  OneTimeLink link;
  const std::string first = link.renew(1000);
  const std::string second = link.renew(1000);
  EXPECT_NE(first, second);
  EXPECT_FALSE(link.use(first, 1001));
  EXPECT_TRUE(link.use(second, 1001));
}

TEST(LoginLimit, StopsGuessingAtOneNameForAQuarterOfAnHour) {
  LoginLimit limit;
  for (int i = 0; i < LoginLimit::tries; ++i) {
    EXPECT_TRUE(limit.may_try("ana", 1000 + i));
    limit.failed("ana", 1000 + i);
  }
  EXPECT_FALSE(limit.may_try("ana", 1010));
  EXPECT_TRUE(limit.may_try("luis", 1010));
  EXPECT_TRUE(limit.may_try("ana", 1000 + LoginLimit::window_s));
}

TEST(LoginLimit, ARightPasswordClearsTheCount) {
  LoginLimit limit;
  for (int i = 1; i < LoginLimit::tries; ++i) limit.failed("ana", 1000);
  limit.succeeded("ana");
  limit.failed("ana", 1001);
  EXPECT_TRUE(limit.may_try("ana", 1002));
}

TEST(LoginLimit, StopsGuessingAtManyNames) {
  LoginLimit limit;
  for (int i = 0; i < LoginLimit::all_tries; ++i) limit.failed("name " + std::to_string(i), 1000);
  EXPECT_FALSE(limit.may_try("another", 1001));
  EXPECT_TRUE(limit.may_try("another", 1000 + LoginLimit::window_s));
}

TEST(Secrets, AreNeverTheSameAndKeptOnlyAsDigests) {
  const std::string secret = new_secret();
  EXPECT_EQ(secret.size(), 43u);  // 32 bytes in base64 without padding
  EXPECT_NE(secret, new_secret());
  EXPECT_EQ(digest_of_secret(secret).size(), 64u);
  EXPECT_EQ(digest_of_secret(secret).find(secret), std::string::npos);
}

TEST(Secrets, APasswordFitsItsOwnStringOnly) {
  const std::string kept = password_string("contraseña larga");
  EXPECT_EQ(kept.rfind("$argon2id$", 0), 0u);
  EXPECT_NE(kept, password_string("contraseña larga"));  // salted
  EXPECT_TRUE(password_fits(kept, "contraseña larga"));
  EXPECT_FALSE(password_fits(kept, "contraseña  larga"));
  EXPECT_FALSE(password_fits("", ""));
}

}  // namespace
}  // namespace confronta::app::review
