#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "models/evidence/names/field.h"
#include "models/evidence/names/frequencies.h"
#include "tests/models/support/tables.h"

namespace confronta {
namespace {

using test::lr_of;
using test::remains;
using test::report;
using test::score_of;
using test::table_of;

PersonName name(std::string given, std::string first, std::string second = "",
                std::string basis = "") {
  return {std::move(given), std::move(first), std::move(second), std::move(basis)};
}
test::RowBuilder reported(std::string id, PersonName n, std::string_view sex = "male") {
  return report(std::move(id)).code(Trait::sex, sex).value(Trait::name, std::move(n));
}
test::RowBuilder body(std::string id, PersonName n, std::string_view sex = "male") {
  return remains(std::move(id)).code(Trait::sex, sex).value(Trait::name, std::move(n));
}

Parameters with(std::initializer_list<std::pair<const char*, double>> values) {
  Parameters parameters;
  for (const auto& [key, value] : values) EXPECT_TRUE(parameters.set(key, value).ok()) << key;
  return parameters;
}

TEST(NameWords, KeysForgetWhatListsForget) {
  EXPECT_EQ(surname_key("DE LA CRUZ"), "CRUZ");
  EXPECT_EQ(surname_key("MUÑOZ"), "MUNOZ");
  EXPECT_EQ(surname_key("SAN JUAN"), "SANJUAN");
  EXPECT_EQ(surname_key("DEL"), "DEL");
  EXPECT_EQ(surname_key(""), "");
  EXPECT_EQ(given_key("MARIA DE LA LUZ"), "LUZ MARIA");
  EXPECT_EQ(given_key("JOSE JOSE"), "JOSE");
}

TEST(NameWords, AgreementsFallIntoClasses) {
  EXPECT_EQ(compare_words("HERNANDEZ", "HERNANDEZ"), Agreement::exact);
  EXPECT_EQ(compare_words("HERNANDEZ", "HERNANDES"), Agreement::close);
  EXPECT_EQ(compare_words("HERNANDEZ", "FERNANDEZ"), Agreement::close);
  EXPECT_EQ(compare_words("HERNANDEZ", "FERNANDES"), Agreement::similar);
  EXPECT_EQ(compare_words("MARTINEZ", "GARCIA"), Agreement::different);
  EXPECT_EQ(compare_words("PAZ", "PAS"), Agreement::different);  // too short to tell
}

Agreement given_agreement(const std::string& a, const std::string& b) {
  const FieldWords words{{given_key(a), given_key(b)}};
  const auto near = given_neighbours(words, std::vector<bool>(words.count(), true));
  const std::uint32_t right = words.number(given_key(b));
  for (const Neighbour& n : near[words.number(given_key(a))])
    if (n.word == right) return n.agreement;
  return Agreement::different;
}

TEST(NameWords, GivenNamesAreSets) {
  EXPECT_EQ(given_agreement("JOSE LUIS", "LUIS JOSE"), Agreement::exact);
  EXPECT_EQ(given_agreement("JOSE LUIS", "LUIS"), Agreement::partial);
  EXPECT_EQ(given_agreement("JOSE LUIS", "JOSE ANTONIO"), Agreement::shared);
  EXPECT_EQ(given_agreement("FRANCISCO", "PACO"), Agreement::nickname);
  EXPECT_EQ(given_agreement("PANCHO", "PACO"), Agreement::nickname);
  EXPECT_EQ(given_agreement("MARIA GUADALUPE", "LUPITA"), Agreement::nickname);
  EXPECT_EQ(given_agreement("ROBERTO", "BETO"), Agreement::nickname);
  EXPECT_EQ(given_agreement("TOÑO", "ANTONIO"), Agreement::nickname);
  EXPECT_EQ(given_agreement("ROBERTO", "ALBERTO"), Agreement::different);
  EXPECT_EQ(given_agreement("YESENIA", "YESSENIA"), Agreement::close);
  EXPECT_EQ(given_agreement("JORGE", "PEDRO"), Agreement::different);
}

// The bound on pairs of words never hides one that compare_words would find.
RC_GTEST_PROP(NameWords, TheJoinFindsEveryNeighbour, ()) {
  const auto letters = rc::gen::container<std::string>(rc::gen::elementOf(std::string{"AEIMNRZ"}));
  const auto words =
      *rc::gen::resize(40, rc::gen::unique<std::vector<std::string>>(rc::gen::nonEmpty(letters)));
  const auto near = neighbours_among(words, std::vector<bool>(words.size(), true), false);
  for (std::size_t a = 0; a < words.size(); ++a) {
    std::vector<Agreement> found(words.size(), Agreement::different);
    for (const Neighbour& n : near[a]) found[n.word] = n.agreement;
    for (std::size_t b = 0; b < words.size(); ++b)
      RC_ASSERT(found[b] == compare_words(words[a], words[b]));
  }
}

using Shares = std::vector<std::pair<std::string, double>>;

/// A vocabulary in which the common names have neighbours of every class of agreement.
const Shares& surname_shares() {
  static const Shares shares{{"GARCIA", .40},    {"GARCIAS", .02},   {"HERNANDEZ", .30},
                             {"FERNANDEZ", .10}, {"FERNANDES", .02}, {"MARTINEZ", .09},
                             {"MARTINES", .01},  {"ZARAGOZA", .05},  {"XOLOCOTZI", .01}};
  return shares;
}
const Shares& given_shares() {
  static const Shares shares{{"JUAN", .20}, {"JUANN", .01}, {"JOSE", .20},  {"JOSE LUIS", .12},
                             {"LUIS", .12}, {"LUIZ", .02},  {"PEPE", .03},  {"JOSE ANTONIO", .10},
                             {"TOÑO", .02}, {"PEDRO", .10}, {"JOSSE", .03}, {"IGNACIO", .05}};
  return shares;
}

/// One man for every name that can be made of them.
std::vector<TraitTable::Row> population(SubjectKind kind) {
  std::vector<TraitTable::Row> rows;
  for (const auto& first : surname_shares())
    for (const auto& second : surname_shares())
      for (const auto& given : given_shares())
        rows.push_back(test::RowBuilder{"P:" + std::to_string(rows.size()), kind}
                           .code(Trait::sex, "male")
                           .value(Trait::name, name(given.first, first.first, second.first)));
  return rows;
}
double weight_of(const PersonName& n, const NameFrequencies& f) {
  return f.surname.at(surname_key(n.first_surname)) * f.surname.at(surname_key(n.second_surname)) *
         f.given_male.at(given_key(n.given));
}

ReferenceSet synthetic(Relation relation) {
  ReferenceSet set;
  auto& s = set.table(table_name(relation, "names.surname"));
  for (const auto& [key, share] : surname_shares()) s.numbers[surname_key(key)] = share;
  s.numbers[""] = 1e-4;
  for (const char* table : {"names.given", "names.given_male", "names.given_female"}) {
    auto& g = set.table(table_name(relation, table));
    for (const auto& [key, share] : given_shares()) g.numbers[given_key(key)] = share;
    g.numbers[""] = 1e-4;
  }
  return set;
}

// sum_j w_j LR(i, j) over a synthetic vocabulary. Two things keep it below 1: classes that no name
// of the vocabulary falls into (m_c is lost: a rare name has no close neighbours here), and the
// bound m_c u(a) on the share of misspelt bearers. Both together are at most the sum of the error
// rates, 5 % for each surname and 11 % for the given name. It never exceeds 1.
TEST(Names, LikelihoodRatiosSumToOneOverAVocabulary) {
  for (const Relation relation :
       {Relation::identity, Relation::duplicate, Relation::same_body, Relation::part}) {
    const bool on_bodies = relation != Relation::duplicate;
    const TraitTable right{population(on_bodies ? SubjectKind::remains : SubjectKind::report)};
    const bool bodies = relation == Relation::same_body || relation == Relation::part;
    const auto kind = bodies ? SubjectKind::remains : SubjectKind::report;
    const auto row = [&](const char* id, PersonName n) {
      return test::RowBuilder{id, kind}.value(Trait::name, std::move(n));
    };
    const auto left = table_of(
        {row("A:1", name("JOSE LUIS", "GARCIA", "HERNANDEZ")),
         row("A:2", name("JUAN", "HERNANDEZ", "MARTINEZ")),
         row("A:3", name("", "GARCIA", "FERNANDEZ")), row("A:4", name("JOSE", "HERNANDEZ")),
         row("A:5", name("PEPE", "XOLOCOTZI", "ZARAGOZA")), row("A:6", name("LUIS", "", "")),
         row("A:7", name("JOSE ANTONIO", "GARCIA", "HERNANDEZ"))
             .value(Trait::name, name("PEDRO", "MARTINEZ", "GARCIA"))});
    const ReferenceSet reference = synthetic(relation);
    const NameFrequencies f{reference.find(table_name(relation, "names.surname")),
                            {},
                            reference.find(table_name(relation, "names.given_male")),
                            {}};
    const auto model = test::prepare_with("names", relation, left, right, reference);
    std::vector<RowId> rows(right.size());
    for (RowId r = 0; r < right.size(); ++r) rows[r] = r;
    for (RowId l = 0; l < left.size(); ++l) {
      std::vector<Score> scores(rows.size());
      model.evidence->add(l, rows, scores);
      double sum = 0;
      for (const RowId r : rows)
        sum += weight_of(*right.value<PersonName>(r, Trait::name), f) *
               portable_pow(10, scores[r].log10());
      EXPECT_LE(sum, 1.001) << relation_name(relation) << ' ' << left.id(l);
      EXPECT_GE(sum, 0.80) << relation_name(relation) << ' ' << left.id(l);
    }
    // GARCIA and HERNANDEZ have neighbours of every class: nearly nothing is lost.
    std::vector<Score> scores(rows.size());
    model.evidence->add(2, rows, scores);
    double sum = 0;
    for (const RowId r : rows)
      sum += weight_of(*right.value<PersonName>(r, Trait::name), f) *
             portable_pow(10, scores[r].log10());
    EXPECT_NEAR(sum, 1, 0.03);
  }
}

TEST(Names, EqualsTheRatesOverTheFrequenciesByHand) {
  const auto left = table_of({reported("A:1", name("JOSE LUIS", "GARCIA", "HERNANDEZ"))});
  const auto right = table_of({body("B:1", name("JOSE LUIS", "GARCIA", "HERNANDEZ", "document")),
                               body("B:2", name("PEDRO", "ZARAGOZA", "ZARAGOZA", "document")),
                               body("B:3", name("PEDRO", "ZARAGOZA", "ZARAGOZA"))});
  const auto model =
      test::prepare_with("names", Relation::identity, left, right, synthetic(Relation::identity));
  // m(exact) = 1 - 2 (.008 + .006 + .010) for surnames; given names 1 - 2 (.015 + .010 + .002 +
  // .008) - .03 - .01. Wrong document 7 %, swapped surnames 1 % (worth nothing here but .01 x
  // .02^2).
  const double m_surname = 1 - 2 * 0.024;
  const double m_given = 1 - 2 * 0.035 - 0.04;
  const double fields = 0.99 * (m_surname / 0.40) * (m_surname / 0.30) * (m_given / 0.12);
  EXPECT_NEAR(lr_of(*model.evidence, 0, 0), 0.93 * fields + 0.07, 0.01);
  // Another name is held back by how often such names are wrong: never below 7 or 20 %.
  EXPECT_NEAR(lr_of(*model.evidence, 0, 1), 0.07, 0.001);
  EXPECT_NEAR(lr_of(*model.evidence, 0, 2), 0.20, 0.001);
  // The explanation shows both probabilities of each field: m, and the share of the population.
  const Finding finding = model.evidence->explain(0, 0);
  ASSERT_EQ(finding.details.size(), 3U);
  EXPECT_DOUBLE_EQ(finding.details[1].p_h1.value(), m_surname);
  EXPECT_DOUBLE_EQ(finding.details[1].p_h2.value(), 0.40);
  EXPECT_EQ(finding.details[0].arguments.front(), "@agreement.exact");
  EXPECT_EQ(finding.arguments.front(), "@name_basis.document");
  test::expect_explained(*model.evidence, left, right);
}

TEST(Names, RareNamesWeighMoreAndNeverMoreThanTheirFrequency) {
  const auto left =
      table_of({reported("A:1", name("", "GARCIA")), reported("A:2", name("", "XOLOCOTZI")),
                reported("A:3", name("", "UNSEEN"))});
  const auto right = table_of({body("B:1", name("", "GARCIA", "", "document")),
                               body("B:2", name("", "XOLOCOTZI", "", "document")),
                               body("B:3", name("", "UNSEEN", "", "document"))});
  const auto model =
      test::prepare_with("names", Relation::identity, left, right, synthetic(Relation::identity));
  EXPECT_LT(score_of(*model.evidence, 0, 0), score_of(*model.evidence, 1, 1));
  EXPECT_LT(lr_of(*model.evidence, 1, 1), 1 / 0.01);
  EXPECT_LT(lr_of(*model.evidence, 2, 2), 1 / 1e-4);
  EXPECT_GT(lr_of(*model.evidence, 2, 2), 0.5 / 1e-4);
}

TEST(Names, GradesOfAgreementFallInOrder) {
  const auto left = table_of({reported("A:1", name("JOSE LUIS", "HERNANDEZ", "ZARAGOZA"))});
  const auto right = table_of({body("B:1", name("JOSE LUIS", "HERNANDEZ", "ZARAGOZA", "document")),
                               body("B:2", name("JOSE LUIS", "FERNANDEZ", "ZARAGOZA", "document")),
                               body("B:3", name("LUIS", "HERNANDEZ", "ZARAGOZA", "document")),
                               body("B:4", name("PEDRO", "HERNANDEZ", "ZARAGOZA", "document")),
                               body("B:5", name("PEDRO", "GARCIA", "MARTINEZ", "document")),
                               body("B:6", name("JOSE LUIS", "ZARAGOZA", "HERNANDEZ", "document")),
                               body("B:7", name("JOSE LUIS", "HERNANDEZ", "", "document"))});
  const auto model =
      test::prepare_with("names", Relation::identity, left, right, synthetic(Relation::identity));
  const auto score = [&](RowId r) { return score_of(*model.evidence, 0, r); };
  for (const RowId r : {1U, 2U, 3U, 4U, 5U, 6U}) EXPECT_GT(score(0), score(r));
  EXPECT_GT(score(2), score(3));
  EXPECT_GT(score(3), score(4));
  EXPECT_LT(score(4), Score{});
  EXPECT_GT(score(5), score(4));  // swapped surnames are nearly an agreement
  EXPECT_GT(score(5), Score{});
  EXPECT_GT(score(6), score(4));  // a missing second surname takes away only its own weight
}

// "A y/o B": the mean of both, never the better one.
TEST(Names, SeveralProbableNamesAreAveraged) {
  const auto left = table_of({reported("A:1", name("JUAN", "ZARAGOZA", "GARCIA"))});
  const auto one = name("JUAN", "ZARAGOZA", "GARCIA", "document");
  const auto other = name("PEDRO", "MARTINEZ", "GARCIA", "document");
  const auto right =
      table_of({body("B:1", one), body("B:2", other), body("B:3", one).value(Trait::name, other)});
  const auto model =
      test::prepare_with("names", Relation::identity, left, right, synthetic(Relation::identity));
  const double mean = (lr_of(*model.evidence, 0, 0) + lr_of(*model.evidence, 0, 1)) / 2;
  EXPECT_NEAR(lr_of(*model.evidence, 0, 2), mean, 1e-3 * mean);
  EXPECT_EQ(model.evidence->explain(0, 2).details.back().reason, "names.several");
}

// A given name says the sex. The biological profile counts the sex; here the name is weighed among
// the bearers of the body's sex, so it is not counted again.
TEST(Names, AGivenNameIsWeighedWithinItsSex) {
  std::vector<TraitTable::Row> rows;
  const auto fill = [&](int n, const char* given, const char* sex) {
    for (int i = 0; i < n; ++i)
      rows.push_back(reported("A:" + std::to_string(rows.size()), name(given, "", ""), sex));
  };
  fill(50, "JUAN", "male");
  fill(50, "PEDRO", "male");
  fill(100, "ROSA", "female");
  const TraitTable left{rows};
  const auto right =
      table_of({body("B:1", name("JUAN", "", "", "document"), "male"),
                remains("B:2").value(Trait::name, name("JUAN", "", "", "document"))});
  const auto model =
      test::prepare("names", Relation::identity, left, right, with({{"names.smoothing", 0}}));
  const RowId juan = left.find("A:0").value();
  const double among_men = lr_of(*model.evidence, juan, 0);
  const double among_all = lr_of(*model.evidence, juan, 1);
  EXPECT_NEAR(among_all / among_men, 2, 0.15);
}

TEST(Names, MissingNamesSayNothing) {
  const auto left = table_of({reported("A:1", name("JUAN", "GARCIA", "LOPEZ")), report("A:2"),
                              reported("A:3", name("", "GARCIA", ""))});
  const auto right = table_of({remains("B:1"), body("B:2", name("", "", "")),
                               remains("B:3").state(Trait::name, ObservationState::redacted),
                               body("B:4", name("JUAN", "", ""))});
  const auto model = test::prepare("names", Relation::identity, left, right);
  for (const RowId r : {0U, 1U, 2U}) EXPECT_EQ(score_of(*model.evidence, 0, r), Score{});
  EXPECT_EQ(score_of(*model.evidence, 1, 3), Score{});
  EXPECT_EQ(score_of(*model.evidence, 2, 3), Score{});  // no field in common
  EXPECT_EQ(model.evidence->explain(0, 2).state, ObservationState::redacted);
  EXPECT_EQ(model.evidence->explain(0, 0).reason, "evidence.missing");
  test::expect_explained(*model.evidence, left, right);
}

// Many rows go through a table over the vocabulary, few are compared one by one: the same bits.
TEST(Names, ManyRowsAndFewRowsGetTheSameScores) {
  const TraitTable table{population(SubjectKind::report)};
  const auto model = test::prepare("names", Relation::duplicate, table, table);
  std::vector<RowId> rows(table.size());
  for (RowId r = 0; r < table.size(); ++r) rows[r] = r;
  for (const RowId left : {0U, 77U, 500U, 900U}) {
    std::vector<Score> many(rows.size());
    model.evidence->add(left, rows, many);
    for (const RowId r : rows) ASSERT_EQ(many[r], score_of(*model.evidence, left, r)) << r;
  }
}

TEST(Names, FrequenciesComeFromTheStoreAndFallBackOnTheList) {
  const TraitTable empty;
  const NameFrequencies listed = name_frequencies(std::array{&empty}, {});
  EXPECT_EQ(listed.surname.origin, "fallback");
  EXPECT_NEAR(listed.surname.at("GARCIA"), 1484607.0 / 42971689, 1e-9);
  const TraitTable store{population(SubjectKind::report)};  // 972 men
  const NameFrequencies counted = name_frequencies(std::array{&store}, {});
  // Each of nine surnames is first in 108 rows and second in 108.
  const double expected = (216 + 500 * 1484607.0 / 42971689) / (1944 + 500);
  EXPECT_NEAR(counted.surname.at("GARCIA"), expected, 1e-12);
  EXPECT_GT(counted.given_male.at("PEDRO"), counted.given_female.at("PEDRO"));
}

}  // namespace
}  // namespace confronta
