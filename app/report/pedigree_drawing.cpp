#include "app/report/pedigree_drawing.h"

#include <algorithm>
#include <cmath>

#include "app/numbers.h"
#include "app/report/html.h"
#include "app/report/pedigree_layout.h"
#include "models/domain/number_text.h"

namespace confronta::app {
namespace {

constexpr int column_width = 120;
constexpr int row_height = 110;
constexpr int margin = 60;
constexpr int half = 15;  // of a symbol
constexpr std::size_t longest_label = 16;

std::string px(int value) { return std::to_string(value); }

std::string shortened(const std::string& text) {
  if (text.size() <= longest_label) return text;
  std::size_t end = longest_label - 1;
  while (end > 0 && (text[end] & 0xC0) == 0x80) --end;  // never inside a character
  return text.substr(0, end) + "…";
}

struct Point {
  int x = 0;
  int y = 0;
};

Point point_of(const PedigreeSpot& spot) {
  return {margin + spot.column * column_width, 30 + spot.generation * row_height};
}

std::string symbol(const std::string& sex, const Point& at, const std::string& style) {
  const std::string cls = "class=\"" + style + "\"";
  if (sex == "male")
    return "<rect " + cls + " x=\"" + px(at.x - half) + "\" y=\"" + px(at.y - half) +
           "\" width=\"" + px(2 * half) + "\" height=\"" + px(2 * half) + "\"/>";
  if (sex == "female")
    return "<circle " + cls + " cx=\"" + px(at.x) + "\" cy=\"" + px(at.y) + "\" r=\"" + px(half) +
           "\"/>";
  return "<path " + cls + " d=\"M" + px(at.x) + ' ' + px(at.y - half - 2) + 'L' +
         px(at.x + half + 2) + ' ' + px(at.y) + 'L' + px(at.x) + ' ' + px(at.y + half + 2) + 'L' +
         px(at.x - half - 2) + ' ' + px(at.y) + "Z\"/>";
}

std::string words_under(const Point& at, const std::string& label, const std::string& genotype) {
  const auto line = [&](int below, const std::string& text, const char* cls) {
    return text_element("text", text,
                        "class=\"" + std::string{cls} + "\" x=\"" + px(at.x) + "\" y=\"" +
                            px(at.y + half + below) + "\" text-anchor=\"middle\"");
  };
  return element("g", text_element("title", label) + line(14, shortened(label), "name") +
                          line(28, genotype, "genotype"));
}

/// Lines from each couple, or parent alone, down to their children.
std::string lines(const std::vector<DnaView::Person>& people,
                  const std::vector<PedigreeSpot>& spots) {
  const auto find = [&](const std::string& id) -> const PedigreeSpot* {
    for (std::size_t p = 0; p < people.size(); ++p)
      if (!id.empty() && people[p].id == id) return &spots[p];
    return nullptr;
  };
  std::string path;
  const auto move = [&](const Point& a) { path += 'M' + px(a.x) + ' ' + px(a.y); };
  const auto draw = [&](const Point& a) { path += 'L' + px(a.x) + ' ' + px(a.y); };
  for (std::size_t p = 0; p < people.size(); ++p) {
    const PedigreeSpot* father = find(people[p].father);
    const PedigreeSpot* mother = find(people[p].mother);
    if (father == nullptr && mother == nullptr) continue;
    const Point a = point_of(father ? *father : *mother), b = point_of(mother ? *mother : *father);
    const Point child = point_of(spots[p]);
    const Point middle{(a.x + b.x) / 2, std::max(a.y, b.y)};
    const int bar = child.y - half - 14;
    if (a.x != b.x || a.y != b.y) {
      move(a);
      draw({a.x, middle.y});
      draw({b.x, middle.y});
      draw(b);
    }
    move(middle);
    draw({middle.x, bar});
    draw({child.x, bar});
    draw(child);
  }
  return "<path class=\"line\" d=\"" + path + "\"/>";
}

/// `same`: the remains stand in the missing person's place.
std::string drawing(Language language, const DnaView& view, const DnaView::Locus& locus,
                    bool same) {
  const std::vector<PedigreeSpot> spots = layout_of(view.people);
  int columns = 1, generations = 1;
  for (const PedigreeSpot& spot : spots) {
    columns = std::max(columns, spot.column + 1);
    generations = std::max(generations, spot.generation + 1);
  }
  std::string body = lines(view.people, spots);
  for (std::size_t p = 0; p < view.people.size(); ++p) {
    const DnaView::Person& person = view.people[p];
    const auto shown = locus.people.find(person.id);
    std::string genotype = shown == locus.people.end() ? "" : shown->second;
    if (person.missing) genotype = same ? locus.remains : "?";
    const Point at = point_of(spots[p]);
    body += symbol(person.sex, at,
                   person.missing ? (same ? "remains" : "missing")
                   : person.typed ? "typed"
                                  : "untyped") +
            words_under(at, person.label, genotype);
  }
  if (!same) {
    const Point apart = point_of({columns, generations - 1});
    body += symbol("unknown", apart, "remains") +
            words_under(apart, say(language, "dna.remains"), locus.remains);
    ++columns;
  }
  const int width = 2 * margin + (columns - 1) * column_width;
  const int height = 30 + (generations - 1) * row_height + 60;
  const std::string words = say(language, same ? "dna.drawing_h1" : "dna.drawing_h2");
  return element("figure", "<svg class=\"pedigree\" role=\"img\" viewBox=\"0 0 " + px(width) + ' ' +
                               px(height) + "\" width=\"" + px(width) + "\">" +
                               text_element("title", words) + body + "</svg>" +
                               text_element("figcaption", words));
}

std::string loci_table(Language language, const DnaView& view) {
  std::vector<const DnaView::Person*> typed;
  for (const DnaView::Person& person : view.people)
    if (person.typed) typed.push_back(&person);
  std::string head = text_element("th", say(language, "dna.locus"), "scope=\"col\"");
  for (const DnaView::Person* person : typed)
    head += text_element("th", person->label, "scope=\"col\"");
  head += text_element("th", say(language, "dna.remains"), "scope=\"col\"") +
          text_element("th", "LR", "scope=\"col\"") +
          text_element("th", "log10 LR", "scope=\"col\"");
  std::string rows;
  double total = 0;
  for (const DnaView::Locus& locus : view.loci) {
    std::string row = text_element("th", locus.locus, "scope=\"row\"");
    for (const DnaView::Person* person : typed) {
      const auto call = locus.people.find(person->id);
      row += text_element("td", call == locus.people.end() ? "—" : call->second);
    }
    row +=
        text_element("td", locus.remains) +
        text_element("td",
                     figures_text(std::pow(10, locus.log10_lr)) +
                         (locus.needs_mutation ? " (" + say(language, "dna.mutation") + ')' : ""),
                     "class=\"number\"") +
        text_element("td", bans_text(locus.log10_lr), "class=\"number\"");
    rows += element("tr", row);
    total += locus.log10_lr;
  }
  const std::string foot = element(
      "tr", text_element("th", say(language, "dna.total"),
                         "scope=\"row\" colspan=\"" + std::to_string(typed.size() + 3) + "\"") +
                text_element("td", bans_text(total), "class=\"number\""));
  return element("table", element("thead", element("tr", head)) + element("tbody", rows) +
                              element("tfoot", foot));
}

}  // namespace

std::string pedigree_section(Language language, const DnaView& view) {
  if (view.loci.empty()) return "";
  const auto most = std::max_element(view.loci.begin(), view.loci.end(),
                                     [](const DnaView::Locus& a, const DnaView::Locus& b) {
                                       return std::abs(a.log10_lr) < std::abs(b.log10_lr);
                                     });
  std::string section =
      text_element("h3", say(language, "dna.title", {view.family})) +
      text_element("p", say(language, "dna.drawn", {most->locus}), "class=\"small\"") +
      element("div", drawing(language, view, *most, true) + drawing(language, view, *most, false),
              "class=\"pedigrees\"") +
      loci_table(language, view);
  for (const DnaView::Alternative& one : view.alternatives)
    section += text_element(
        "p", say(language, "dna.against_" + one.alternative, {bans_text(one.log10_lr)}));
  return section + text_element("p", say(language, "dna.pure"), "class=\"small\"");
}

}  // namespace confronta::app
