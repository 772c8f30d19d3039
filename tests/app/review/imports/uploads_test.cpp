#include "app/review/imports/uploads.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

namespace confronta::app::review {
namespace {

namespace fs = std::filesystem;

class UploadsTest : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path{::testing::TempDir()} / "uploads_test";
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }
  std::string store() const { return (folder_ / "store.db").string(); }

  fs::path folder_;
};

TEST_F(UploadsTest, KeepsAFileForItsUserAloneAndOnlyWhileItLives) {
  {
    Uploads uploads{store()};
    const auto upload = uploads.keep("lista.csv", std::string{"a,b\n\0x", 6});
    ASSERT_TRUE(upload.ok());
    EXPECT_EQ(upload.value().bytes, 6u);
    std::ifstream file{upload.value().path, std::ios::binary};
    EXPECT_EQ((std::string{std::istreambuf_iterator<char>(file), {}}),
              (std::string{"a,b\n\0x", 6}));
    struct stat facts {};
    ASSERT_EQ(stat(fs::path{upload.value().path}.parent_path().c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777U, 0700U);
  }
  EXPECT_FALSE(fs::exists(store() + ".uploads"));
}

TEST_F(UploadsTest, NamesAreNamesAndNoPaths) {
  Uploads uploads{store()};
  const auto name = [&](const std::string& given) { return uploads.keep(given, "x").value().name; };
  EXPECT_EQ(name("../../etc/passwd"), "passwd");
  EXPECT_EQ(name("C:\\listas\\enero.xls"), "enero.xls");
  EXPECT_EQ(name("a\nb\t.csv"), "ab.csv");
  EXPECT_EQ(name(""), "archivo");
  EXPECT_EQ(name("folder/"), "archivo");
  const std::string longest = name(std::string(300, 'x') + "ñ.csv");
  EXPECT_LE(longest.size(), 200u);
  EXPECT_EQ(longest.substr(longest.size() - 6), "ñ.csv");
}

TEST_F(UploadsTest, RemovesWhatAKilledProcessLeft) {
  const fs::path left = store() + ".uploads/999999999";  // no such process
  fs::create_directories(left);
  const fs::path alive = store() + ".uploads/1";
  fs::create_directories(alive);
  const Uploads uploads{store()};
  EXPECT_FALSE(fs::exists(left));
  EXPECT_TRUE(fs::exists(alive));
}

}  // namespace
}  // namespace confronta::app::review
