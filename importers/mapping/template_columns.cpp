#include "importers/mapping/template_columns.h"

#include <algorithm>

#include "importers/mapping/shipped.h"
#include "importers/normalise/text.h"

namespace confronta::importers {
namespace {

constexpr std::size_t required_columns = 3;

/// A TOML basic string.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      (out += '\\') += c;
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      out += ' ';  // names are compared without regard to white space
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string list_of(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "[" : ", ") + quoted(text);
  return out + "]";
}

std::string trait_of_slot(const Mapping& mapping, std::int16_t slot) {
  const auto& id = mapping.id.columns;
  if (std::find(id.begin(), id.end(), slot) != id.end()) return "id";
  for (const Rule& rule : mapping.rules)
    if (rule.column_set == 0 &&
        std::find(rule.slot.begin(), rule.slot.end(), slot) != rule.slot.end())
      return std::string{trait_info(rule.trait).name};
  return "";
}

std::string_view next_line(std::string_view& text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(text.size(), line.size() + 1));
  return line;
}

bool begins(std::string_view line, std::string_view with) {
  return line.substr(0, with.size()) == with;
}

/// Writes a template anew, line by line.
class Filling {
 public:
  Filling(const std::vector<NamedColumn>& columns, const Template& known, std::string name)
      : columns_(columns), name_(std::move(name)) {
    for (const NamedColumn& column : columns) {
      required_.push_back(column.written);
      for (const TemplateColumn& meaning : known.columns)
        has_id_ = has_id_ || (meaning.trait == "id" && meaning.written == column.written);
    }
    // The id first: by it the layout is known best.
    std::stable_partition(required_.begin(), required_.end(), [&](const std::string& written) {
      return std::any_of(known.columns.begin(), known.columns.end(), [&](const auto& meaning) {
        return meaning.trait == "id" && meaning.written == written;
      });
    });
    hashed_ = required_;
    required_.resize(std::min(required_.size(), required_columns));
  }

  std::string fill(std::string_view text) {
    std::string section;
    while (!text.empty()) {
      const std::string_view line = next_line(text);
      if (begins(line, "[")) {
        if (section == "[aliases]") add_aliases();
        section = line;
      }
      out_ += rewritten(line, section);
    }
    return out_;
  }

 private:
  std::string rewritten(std::string_view line, const std::string& section) {
    if (begins(line, "#") || begins(line, "description =")) return "";  // the template's own
    if (section.empty() && (begins(line, "name =") || begins(line, "source =")))
      return std::string{line.substr(0, line.find('='))} + "= " + quoted(name_) + "\n";
    if (section == "[layout]" && begins(line, "required ="))
      return "required = " + list_of(required_) + "\n";
    if (section == "[id]" && begins(line, "columns =") && !has_id_)
      return "hash = " + list_of(hashed_) + "\n";
    if (section == "[aliases]" && begins(line, "\"")) return with_alias(line);
    return std::string{line} + "\n";
  }

  std::string with_alias(std::string_view line) {
    for (const NamedColumn& column : columns_) {
      const std::string key = quoted(column.written) + " = [";
      if (!begins(line, key)) continue;
      done_.push_back(column.written);
      if (fold_words(column.column) == fold_words(column.written)) break;
      return key + quoted(column.column) + ", " + std::string{line.substr(key.size())} + "\n";
    }
    return std::string{line} + "\n";
  }

  /// Of columns that the template gives no other name.
  void add_aliases() {
    std::string lines;
    for (const NamedColumn& column : columns_)
      if (std::find(done_.begin(), done_.end(), column.written) == done_.end() &&
          fold_words(column.column) != fold_words(column.written))
        lines += quoted(column.written) + " = [" + quoted(column.column) + "]\n";
    if (lines.empty()) return;
    if (out_.size() > 1 && out_.compare(out_.size() - 2, 2, "\n\n") == 0) out_.pop_back();
    out_ += lines + "\n";
  }

  const std::vector<NamedColumn>& columns_;
  std::string name_;
  std::vector<std::string> required_;
  std::vector<std::string> hashed_;
  bool has_id_ = false;
  std::vector<std::string> done_;
  std::string out_;
};

}  // namespace

Template template_of(const Mapping& mapping) {
  Template known;
  known.text = mapping.text;
  const ColumnSet& own = mapping.column_sets.front();
  for (std::size_t slot = 0; slot < own.columns.size(); ++slot) {
    TemplateColumn column;
    column.names = own.columns[slot].names;
    column.trait = trait_of_slot(mapping, static_cast<std::int16_t>(slot));
    for (const std::string& written : mapping.expected)
      if (column.written.empty() && !column.names.empty() &&
          fold_words(written) == column.names.front())
        column.written = written;
    if (!column.trait.empty() && !column.written.empty())
      known.columns.push_back(std::move(column));
  }
  return known;
}

const std::vector<Template>& blank_templates() {
  static const std::vector<Template> templates = [] {
    std::vector<Template> all;
    for (const char* name : {"generic_am", "generic_pm"})
      if (auto mapping = find_mapping(name); mapping.ok())
        all.push_back(template_of(mapping.value()));
    return all;
  }();
  return templates;
}

std::string filled_template(const Template& known, const std::vector<NamedColumn>& columns,
                            const std::string& name) {
  return Filling{columns, known, name}.fill(known.text);
}

}  // namespace confronta::importers
