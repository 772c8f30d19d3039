// The only file that reads TOML: toml++ is heavy.

#include <toml++/toml.h>

#include <algorithm>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <optional>

#include "importers/mapping/column_table.h"
#include "importers/mapping/mapping.h"
#include "importers/mapping/shipped.h"
#include "importers/normalise/text.h"

namespace confronta::importers {
namespace {

using Names = std::vector<std::string>;

/// What is wrong, and where. Thrown and caught in this file only: the checks are many and small.
struct Bad {
  std::size_t line;
  std::string key;  // of the message "mapping.bad.KEY"
  std::string about;
};

std::size_t line_of(const toml::node& node) { return node.source().begin.line; }

[[noreturn]] void bad(const toml::node& node, std::string key, std::string about) {
  throw Bad{line_of(node), std::move(key), std::move(about)};
}

std::string text_of(const toml::node& node, std::string_view key) {
  if (const auto value = node.value_exact<std::string>()) return *value;
  bad(node, "not_text", std::string{key});
}

bool flag_of(const toml::node& node, std::string_view key) {
  if (const auto value = node.value_exact<bool>()) return *value;
  bad(node, "not_flag", std::string{key});
}

/// A text or a list of texts.
Names names_of(const toml::node& node, std::string_view key) {
  if (!node.is_array()) return {text_of(node, key)};
  Names names;
  for (const toml::node& item : *node.as_array()) names.push_back(text_of(item, key));
  return names;
}

const toml::table& table_of(const toml::node& node, std::string_view key) {
  if (const toml::table* table = node.as_table()) return *table;
  bad(node, "not_table", std::string{key});
}

class Parser {
 public:
  Mapping parse(std::string_view toml) {
    const toml::table root = toml::parse(toml);
    mapping_.text = std::string{toml};
    if (const toml::node* reading = root.get("read")) read_reading(table_of(*reading, "read"));
    columns_ = ColumnTable{mapping_.subjects};
    if (const toml::node* aliases = root.get("aliases"))
      read_aliases(table_of(*aliases, "aliases"));
    for (const auto& [key, node] : root) read_root(key.str(), node);
    if (mapping_.name.empty()) bad(root, "missing_key", "name");
    if (mapping_.source.empty()) bad(root, "missing_key", "source");
    if (!root.contains("kind")) bad(root, "missing_key", "kind");
    if (!root.contains("id")) bad(root, "missing_key", "id");
    // The order of dates stands in one place, wherever that is: rules are read last.
    if (const toml::node* rules = root.get("rule")) read_rules(*rules);
    if (mapping_.rules.empty()) bad(root, "missing_key", "rule");
    mapping_.column_sets = columns_.sets();
    mapping_.expected = columns_.expected();
    return std::move(mapping_);
  }

 private:
  void read_root(std::string_view key, const toml::node& node) {
    if (key == "name") {
      mapping_.name = text_of(node, key);
    } else if (key == "source") {
      mapping_.source = text_of(node, key);
      if (mapping_.source.find(':') != std::string::npos) bad(node, "bad_word", mapping_.source);
    } else if (key == "description") {
      text_of(node, key);
    } else if (key == "kind") {
      mapping_.kind = kind_of(node);
    } else if (key == "date_order") {
      date_order_ = order_of(node);
    } else if (key == "full_list") {
      mapping_.full_list = flag_of(node, key);
    } else if (key == "layout") {
      read_layout(table_of(node, key));
    } else if (key == "id") {
      read_id(table_of(node, key));
    } else if (key == "skip") {
      read_skips(node);
    } else if (key != "rule" && key != "aliases" && key != "read") {
      bad(node, "unknown_key", std::string{key});
    }
  }

  static SubjectKind kind_of(const toml::node& node) {
    const std::string word = text_of(node, "kind");
    for (const SubjectKind kind :
         {SubjectKind::report, SubjectKind::remains, SubjectKind::relative, SubjectKind::sample})
      if (kind_name(kind) == word) return kind;
    bad(node, "bad_word", word);
  }

  static DateOrder order_of(const toml::node& node) {
    const std::string word = text_of(node, "date_order");
    if (word == "day") return DateOrder::day_first;
    if (word == "month") return DateOrder::month_first;
    if (word == "year") return DateOrder::year_first;
    bad(node, "bad_word", word);
  }

  void read_aliases(const toml::table& table) {
    for (const auto& [key, node] : table) columns_.add_alias(key.str(), names_of(node, key.str()));
  }

  void read_layout(const toml::table& table) {
    for (const auto& [key, node] : table) {
      if (key == "required") {
        for (const std::string& name : names_of(node, key.str())) {
          mapping_.required.push_back(columns_.named({name}));
          columns_.expect(name);
        }
      } else if (key == "unused") {
        for (const std::string& name : names_of(node, key.str())) {
          mapping_.unused.push_back(columns_.named({name}));
          columns_.expect(name);
        }
      } else if (key == "formats") {
        mapping_.formats = names_of(node, key.str());
      } else {
        bad(node, "unknown_key", std::string{key.str()});
      }
    }
  }

  void read_reading(const toml::table& table) {
    for (const auto& [key, node] : table) {
      const std::string_view k = key.str();
      if (k == "format") {
        mapping_.format = text_of(node, k);
      } else if (k == "sheet") {
        mapping_.sheet = text_of(node, k);
      } else if (k == "encoding") {
        mapping_.encoding = text_of(node, k);
      } else if (k == "list_path") {
        mapping_.list_path = text_of(node, k);
      } else if (k == "subjects") {
        mapping_.subjects = text_of(node, k);
      } else if (k == "excel_serial") {
        mapping_.excel_serial = flag_of(node, k);
      } else if (k == "delimiter") {
        const std::string text = text_of(node, k);
        if (text.size() != 1) bad(node, "bad_word", text);
        mapping_.delimiter = text[0];
      } else if (k == "header_row") {
        const auto number = node.value_exact<std::int64_t>();
        if (!number || *number < 1) bad(node, "not_number", std::string{k});
        mapping_.header_row = static_cast<std::uint64_t>(*number);
      } else {
        bad(node, "unknown_key", std::string{k});
      }
    }
  }

  void read_id(const toml::table& table) {
    IdRule& id = mapping_.id;
    bool row_number = false;
    for (const auto& [key, node] : table) {
      const std::string_view k = key.str();
      if (k == "columns" || k == "hash") {
        for (const std::string& name : names_of(node, k))
          (k == "hash" ? id.hashed : id.columns).push_back(columns_.slot(0, {name}));
      } else if (k == "row_number") {
        row_number = flag_of(node, k);
      } else if (k == "group") {
        id.group = flag_of(node, k);
      } else if (k == "separator") {
        id.separator = text_of(node, k);
      } else {
        bad(node, "unknown_key", std::string{k});
      }
    }
    const bool by_cells = !id.columns.empty() || !id.hashed.empty();
    if (row_number == by_cells) bad(table, "id_rule", "id");
    if (id.group && (row_number || !id.hashed.empty())) bad(table, "id_rule", "group");
    id.from = row_number           ? IdRule::From::row_number
              : !id.hashed.empty() ? IdRule::From::hash
                                   : IdRule::From::columns;
  }

  void read_skips(const toml::node& node) {
    if (!node.is_array_of_tables()) bad(node, "not_table", "skip");
    for (const toml::node& item : *node.as_array()) {
      SkipRule skip;
      for (const auto& [key, value] : *item.as_table()) {
        const std::string_view k = key.str();
        if (k == "column") {
          skip.slot = columns_.slot(0, names_of(value, k));
        } else if (k == "equals" || k == "begins") {
          for (const std::string& word : names_of(value, k))
            (k == "equals" ? skip.equals : skip.begins).push_back(fold_words(word));
        } else {
          bad(value, "unknown_key", std::string{k});
        }
      }
      if (skip.slot < 0) bad(item, "missing_key", "column");
      if (skip.equals.empty() && skip.begins.empty()) bad(item, "missing_key", "equals");
      mapping_.skip.push_back(std::move(skip));
    }
  }

  void read_rules(const toml::node& node) {
    if (!node.is_array_of_tables()) bad(node, "not_table", "rule");
    for (const toml::node& item : *node.as_array()) read_rule(*item.as_table());
  }

  std::size_t set_of(const toml::node& node) {
    const Names paths = names_of(node, "list");
    if (paths.empty()) bad(node, "missing_key", "list");
    return columns_.set(paths);
  }

  void read_rule(const toml::table& table) {
    Rule rule;
    rule.slot.fill(-1);
    rule.date_order = date_order_;
    const toml::node* name = table.get("trait");
    if (!name) bad(table, "missing_key", "trait");
    const auto trait = trait_by_name(text_of(*name, "trait"));
    if (!trait) bad(*name, "unknown_trait", text_of(*name, "trait"));
    rule.trait = *trait;
    if (const toml::node* list = table.get("list")) rule.column_set = set_of(*list);
    bool reads = false;
    for (const auto& [key, value] : table) reads |= read_rule_key(rule, key.str(), value);
    if (!reads) bad(table, "missing_key", "column");
    mapping_.rules.push_back(std::move(rule));
  }

  /// Whether the key gives the rule something to read.
  bool read_rule_key(Rule& rule, std::string_view key, const toml::node& node) {
    if (key == "trait" || key == "list") return false;
    if (key == "column") {
      set_part(rule, Part::text, key, node);
      return true;
    }
    if (key == "columns") {
      for (const auto& [part, columns] : table_of(node, key))
        set_part(rule, part_of(rule.trait, part.str(), columns), part.str(), columns);
      return true;
    }
    if (key == "value") {
      rule.constant[static_cast<std::size_t>(Part::text)] = text_of(node, key);
      return true;
    }
    if (key == "values") {
      for (const auto& [from, to] : table_of(node, key))
        rule.values[fold_words(from.str())] = meaning(rule.trait, to, from.str());
    } else if (key == "labels") {
      for (const auto& [from, to] : table_of(node, key))
        rule.labels.emplace_back(fold_words(from.str()), text_of(to, from.str()));
    } else if (key == "split") {
      rule.separators = names_of(node, key);
    } else if (key == "date_order") {
      rule.date_order = order_of(node);
    } else if (key == "form") {
      rule.form = form_of(node);
    } else if (key == "unit") {
      rule.unit = word_of(node, key, {"m", "cm", "in", "kg", "lb", "mm", "days"});
    } else if (key == "method" && method_of(rule.trait)) {
      rule.method = text_of(node, key);
      if (!is_code_of(*method_of(rule.trait), rule.method)) bad(node, "bad_word", rule.method);
    } else if (key == "open_end") {
      rule.open_end = text_of(node, key);
      const auto trait = trait_by_name(rule.open_end);
      if (!trait || trait_info(*trait).kind != TraitKind::date_interval)
        bad(node, "unknown_trait", rule.open_end);
    } else if (key == "required") {
      rule.required = flag_of(node, key);
    } else if (key == "optional") {
      rule.optional = flag_of(node, key);
    } else if (key == "fallback") {
      rule.fallback = flag_of(node, key);
    } else if (key == "catalogue") {
      rule.catalogue = flag_of(node, key);
    } else {
      rule.constant[static_cast<std::size_t>(part_of(rule.trait, key, node))] = text_of(node, key);
    }
    return false;
  }

  void set_part(Rule& rule, Part part, std::string_view key, const toml::node& node) {
    const Names names = names_of(node, key);
    if (names.empty()) bad(node, "missing_key", std::string{key});
    if (!has_part(trait_info(rule.trait).kind, part)) bad(node, "no_such_part", std::string{key});
    rule.slot[static_cast<std::size_t>(part)] = columns_.slot(rule.column_set, names);
  }

  static Part part_of(Trait trait, std::string_view key, const toml::node& node) {
    for (std::size_t i = 0; i < part_count; ++i)
      if (part_name(static_cast<Part>(i)) == key &&
          has_part(trait_info(trait).kind, static_cast<Part>(i)))
        return static_cast<Part>(i);
    bad(node, "unknown_key", std::string{key});
  }

  /// The right-hand side of a value map: a code of the trait or the name of a state.
  static std::string meaning(Trait trait, const toml::node& node, std::string_view key) {
    std::string word = text_of(node, key);
    if (trait_info(trait).kind != TraitKind::code || is_code_of(trait, word)) return word;
    for (std::size_t i = 1; i < static_cast<std::size_t>(ObservationState::count); ++i)
      if (state_name(static_cast<ObservationState>(i)) == word) return word;
    bad(node, "unknown_code", word);
  }

  static NameForm form_of(const toml::node& node) {
    const std::string word = word_of(node, "form", {"full", "surname_first", "probable"});
    return word == "full"       ? NameForm::full
           : word == "probable" ? NameForm::probable
                                : NameForm::surname_first;
  }

  static std::string word_of(const toml::node& node, std::string_view key,
                             std::initializer_list<std::string_view> words) {
    std::string word = text_of(node, key);
    if (std::find(words.begin(), words.end(), word) == words.end()) bad(node, "bad_word", word);
    return word;
  }

  Mapping mapping_;
  DateOrder date_order_ = DateOrder::day_first;
  ColumnTable columns_{""};
};

Error bad_mapping(const std::string& name, std::size_t line, const std::string& key,
                  std::string about) {
  Error error{"mapping.bad", {name, std::to_string(line), "@mapping.bad." + key, about}, {}};
  error.where.file = name;
  error.where.row = line;
  return error;
}

}  // namespace

Result<Mapping> parse_mapping(std::string_view toml, const std::string& name) {
  try {
    return Parser{}.parse(toml);
  } catch (const Bad& bad) {
    return bad_mapping(name, bad.line, bad.key, bad.about);
  } catch (const toml::parse_error& error) {
    return bad_mapping(name, error.source().begin.line, "syntax", std::string{error.description()});
  }
}

Result<Mapping> find_mapping(const std::string& name_or_path) {
  std::string names;
  for (const ShippedMapping& shipped : shipped_mappings()) {
    if (shipped.name == name_or_path) return parse_mapping(shipped.toml, name_or_path);
    (names += names.empty() ? "" : ", ") += shipped.name;
  }
  std::ifstream file(name_or_path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!file.good() && text.empty()) return Error{"mapping.unknown", {name_or_path, names}, {}};
  return parse_mapping(text, name_or_path);
}

}  // namespace confronta::importers
