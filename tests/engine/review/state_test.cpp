#include "engine/review/state.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "tests/engine/support/review_log.h"

namespace confronta {
namespace {

using test::decision;
using test::Writing;

const std::vector<std::string> by_dna{"dna"};
const std::vector<std::string> by_marks{"marks", "garments"};

TEST(ReviewState, TwoPeopleAndTheCoordinatorBringAPairToItsEnd) {
  Writing pair;
  EXPECT_EQ(pair.state(), ReviewState::open);
  EXPECT_EQ(pair.opine("ana"), "");
  EXPECT_EQ(pair.decide("ana", DecisionKind::proposed, by_dna), "");
  EXPECT_EQ(pair.state(), ReviewState::proposed);
  EXPECT_EQ(pair.opine("beto"), "");
  EXPECT_EQ(pair.decide("beto", DecisionKind::agreed, {"dna", "teeth"}), "");
  EXPECT_EQ(pair.state(), ReviewState::agreed);
  EXPECT_TRUE(standing_of(pair.log).on_primary);
  EXPECT_EQ(pair.decide("carla", DecisionKind::final, by_dna, Authority::coordinator), "");
  EXPECT_EQ(pair.state(), ReviewState::final);
  EXPECT_TRUE(standing_of(pair.log).on_primary);
}

TEST(ReviewState, NobodyDecidesBeforeTheirOwnBlindOpinion) {
  Writing pair;
  EXPECT_EQ(pair.decide("ana", DecisionKind::proposed, by_dna), "review.opinion_first");
  pair.opine("ana");
  EXPECT_EQ(pair.opine("ana", "likely"), "review.opinion_given");
  EXPECT_EQ(pair.decide("beto", DecisionKind::excluded, {"teeth_exclude"}), "review.opinion_first");
}

TEST(ReviewState, NobodyIsTheirOwnSecondPerson) {
  Writing pair;
  pair.opine("ana");
  pair.decide("ana", DecisionKind::proposed, by_dna);
  EXPECT_EQ(pair.decide("ana", DecisionKind::agreed, by_dna), "review.own_proposal");
  pair.opine("beto");
  EXPECT_EQ(pair.decide("beto", DecisionKind::excluded, {"teeth_exclude"}), "review.second_needed");
  EXPECT_EQ(pair.decide("beto", DecisionKind::disputed, {"teeth_exclude"}), "");
  EXPECT_EQ(pair.state(), ReviewState::disputed);
  EXPECT_EQ(pair.decide("beto", DecisionKind::agreed, by_dna), "review.nothing_proposed");
}

TEST(ReviewState, ADisputeIsSettledByANewDecision) {
  Writing pair;
  pair.opine("ana");
  pair.opine("beto");
  pair.decide("ana", DecisionKind::proposed, by_marks);
  pair.decide("beto", DecisionKind::disputed, {"evidence_overrated"});
  EXPECT_EQ(pair.decide("beto", DecisionKind::proposed, by_dna), "");
  EXPECT_EQ(pair.decide("ana", DecisionKind::agreed, by_dna), "");
  EXPECT_EQ(pair.state(), ReviewState::agreed);
}

TEST(ReviewState, APrimaryIdentifierCountsOnlyIfBothNameIt) {
  Writing pair;
  pair.opine("ana");
  pair.opine("beto");
  pair.decide("ana", DecisionKind::proposed, {"dna", "marks"});
  pair.decide("beto", DecisionKind::agreed, {"marks", "teeth"});
  EXPECT_FALSE(standing_of(pair.log).on_primary);
}

TEST(ReviewState, UndoIsForTheAuthorAndBeforeASecondOpinion) {
  Writing pair;
  pair.opine("ana");
  pair.opine("beto");
  pair.decide("ana", DecisionKind::proposed, by_dna);
  EXPECT_EQ(pair.undo("beto"), "review.no_undo");
  EXPECT_EQ(pair.undo("ana"), "");
  EXPECT_EQ(pair.state(), ReviewState::open);
  EXPECT_EQ(pair.log.decisions.size(), 2u) << "an undo is an entry like any other";
  EXPECT_EQ(pair.undo("ana"), "review.no_undo") << "nothing stands that could be taken back";
  pair.decide("ana", DecisionKind::proposed, by_dna);
  pair.decide("beto", DecisionKind::agreed, by_dna);
  EXPECT_EQ(pair.undo("beto"), "review.no_undo");
  EXPECT_EQ(pair.undo("ana"), "review.no_undo");
}

TEST(ReviewState, UndoGoesBackToWhatStoodBefore) {
  Writing pair;
  pair.opine("ana");
  pair.decide("ana", DecisionKind::possible, {});
  pair.decide("ana", DecisionKind::excluded, {"dates_exclude"});
  EXPECT_EQ(pair.undo("ana"), "");
  EXPECT_EQ(pair.state(), ReviewState::possible);
}

TEST(ReviewState, WhoeverHasNotSeenTheNewestDecisionIsRefused) {
  Writing pair;
  pair.opine("ana");
  pair.opine("beto");
  pair.decide("ana", DecisionKind::possible, {});
  EXPECT_EQ(pair.decide(decision("beto", DecisionKind::excluded, {"dates_exclude"}, 0)),
            "review.conflict");
  EXPECT_EQ(pair.state(), ReviewState::possible);
}

TEST(ReviewState, WhatTwoPeopleAgreedOnIsReopenedByTheCoordinatorAlone) {
  Writing pair;
  pair.opine("ana");
  pair.opine("beto");
  pair.opine("carla");
  EXPECT_EQ(pair.decide("carla", DecisionKind::final, by_dna, Authority::coordinator),
            "review.not_agreed");
  pair.decide("ana", DecisionKind::proposed, by_dna);
  pair.decide("beto", DecisionKind::agreed, by_dna);
  EXPECT_EQ(pair.decide("ana", DecisionKind::excluded, {"teeth_exclude"}), "review.closed");
  EXPECT_EQ(pair.decide("ana", DecisionKind::final, by_dna), "review.coordinator_only");
  EXPECT_EQ(pair.decide("carla", DecisionKind::excluded, {"dna_excludes"}, Authority::coordinator),
            "");
  EXPECT_EQ(pair.state(), ReviewState::excluded);
}

TEST(ReviewState, ANewerRecordReopensAnExclusion) {
  Writing pair;
  pair.opine("ana");
  pair.decide("ana", DecisionKind::excluded, {"teeth_exclude"});
  EXPECT_EQ(pair.state({{"a:1", 1}, {"b:1", 1}, {"c:9", 5}}), ReviewState::excluded);
  EXPECT_EQ(pair.state({{"a:1", 1}, {"b:1", 2}}), ReviewState::reopened);
}

TEST(ReviewState, DnaThatWasNotThereReopensAnExclusion) {
  Writing pair;
  pair.opine("ana");
  Decision wish = decision("ana", DecisionKind::excluded, {"teeth_exclude"}, 0);
  wish.pins.records.push_back({"dna:genotypes lab:F1/mother M-1 15", 0, "dna"});
  ASSERT_EQ(pair.decide(wish), "");
  const auto state_with = [&](const std::vector<std::string>& dna) {
    NewestVersions newest{{"a:1", 1}, {"b:1", 1}};
    note_new_dna(pair.log, dna, newest);
    return pair.state(newest);
  };
  EXPECT_EQ(state_with({}), ReviewState::excluded);
  EXPECT_EQ(state_with({"dna:genotypes lab:F1/mother M-1 15"}), ReviewState::excluded);
  EXPECT_EQ(state_with({"dna:genotypes lab:F1/mother M-1 15", "dna:genotypes  S-1 20"}),
            ReviewState::reopened);
}

TEST(ReviewState, DecisionsSayWhy) {
  Writing pair;
  pair.opine("ana");
  EXPECT_EQ(pair.decide("ana", DecisionKind::excluded, {}), "review.reason_needed");
  EXPECT_EQ(pair.decide("ana", DecisionKind::excluded, {"dna"}), "review.bad_reason");
  EXPECT_EQ(pair.decide("ana", DecisionKind::insufficient, {"too_little"}),
            "review.needed_missing");
  Decision wish = decision("ana", DecisionKind::insufficient, {"too_little"}, 0);
  wish.needed = {"need_dna_family"};
  wish.lines = {{"teeth", "nonsense"}};
  EXPECT_EQ(pair.decide(wish), "review.bad_line");
  wish.lines = {{"teeth", "cannot_say"}};
  EXPECT_EQ(pair.decide(wish), "");
  EXPECT_EQ(pair.state(), ReviewState::insufficient);
  wish.based_on = standing_of(pair.log).newest;
  wish.words = std::string(longest_words + 1, 'x');
  EXPECT_EQ(pair.decide(wish), "review.words_too_long");
}

TEST(ReviewState, AClaimIsOnePersonsUntilItIsReleased) {
  ReviewLog log;
  EXPECT_TRUE(may_claim(log, "ana").ok());
  log.claims.push_back({1, {}, "ana", "", false, false});
  EXPECT_TRUE(may_claim(log, "ana").ok());
  EXPECT_EQ(may_claim(log, "beto").error().code, "review.claimed");
  EXPECT_EQ(may_claim(log, "beto").error().arguments.at(0), "ana");
  log.claims.push_back({2, {}, "ana", "", true, false});
  EXPECT_TRUE(may_claim(log, "beto").ok());
}

TEST(ReviewState, TheSecondPersonIsBlindToTheFirst) {
  Writing pair;
  pair.opine("ana");
  pair.decide("ana", DecisionKind::proposed, by_dna);
  const auto blind = [&](const char* who, Authority authority = Authority::reviewer) {
    return is_blind_to_others(standing_of(pair.log), who, authority);
  };
  EXPECT_FALSE(blind("ana"));
  EXPECT_TRUE(blind("beto"));
  EXPECT_FALSE(blind("carla", Authority::coordinator));
  pair.opine("beto");
  pair.decide("beto", DecisionKind::disputed, {"evidence_doubtful"});
  EXPECT_FALSE(blind("beto"));
  EXPECT_FALSE(blind("dora"));
}

/// Whatever people try, in whatever order, what the rules let through keeps the promises.
TEST(ReviewState, NoSequenceOfAcceptedEntriesBreaksThePromises) {
  const std::vector<std::string> people{"ana", "beto", "carla"};
  const std::vector<std::vector<std::string>> reasons{{"dna"},        {"marks"}, {"teeth_exclude"},
                                                      {"too_little"}, {"other"}, {}};
  const bool held = rc::check("review log", [&] {
    Writing pair;
    const int steps = *rc::gen::inRange(1, 40);
    for (int i = 0; i < steps; ++i) {
      const std::string who = people[*rc::gen::inRange<std::size_t>(0, people.size())];
      const Standing before = standing_of(pair.log);
      const std::string last = before.rests_on ? before.rests_on->who : "";
      const std::size_t length = pair.log.decisions.size();
      if (*rc::gen::inRange(0, 4) == 0) {
        pair.opine(who);
        continue;
      }
      Decision wish = decision(who, static_cast<DecisionKind>(*rc::gen::inRange(0, decision_kinds)),
                               reasons[*rc::gen::inRange<std::size_t>(0, reasons.size())],
                               *rc::gen::element(before.newest, std::int64_t{0}));
      wish.needed = {"need_interview"};
      if (before.rests_on) wish.undoes = before.rests_on->id;
      const auto authority = who == "carla" ? Authority::coordinator : Authority::reviewer;
      const std::string refused = pair.decide(wish, authority);
      const Standing after = standing_of(pair.log);
      if (!refused.empty()) {
        RC_ASSERT(pair.log.decisions.size() == length);
        RC_ASSERT(after.state == before.state);
        continue;
      }
      RC_ASSERT(pair.log.decisions.size() == length + 1);
      RC_ASSERT(after.newest == pair.log.decisions.back().id);
      if (after.state == ReviewState::agreed || after.state == ReviewState::final) {
        RC_ASSERT(after.proposal && after.second);
        RC_ASSERT(after.proposal->who != after.second->who);
        RC_ASSERT(after.second->kind == DecisionKind::agreed);
      }
      if (before.state == ReviewState::agreed || before.state == ReviewState::final)
        RC_ASSERT(authority == Authority::coordinator);
      if (wish.kind == DecisionKind::undo) RC_ASSERT(last == who);
      for (const Decision& d : pair.log.decisions)
        if (d.kind != DecisionKind::final && d.kind != DecisionKind::undo)
          RC_ASSERT(has_opinion(pair.log, d.who));
    }
  });
  EXPECT_TRUE(held);
}

TEST(ReviewLog, TheTextOfADecisionTellsTwoDecisionsApart) {
  const Decision one = decision("ana", DecisionKind::proposed, {"dna", "marks"}, 0);
  Decision other = one;
  EXPECT_EQ(canonical_text(one), canonical_text(other));
  other.reasons = {"dna"};
  other.needed = {"marks"};
  EXPECT_NE(canonical_text(one), canonical_text(other));
  other = one;
  other.pins.records[1].number = 2;
  EXPECT_NE(canonical_text(one), canonical_text(other));
}

}  // namespace
}  // namespace confronta
