#include "importers/mapping/row_id.h"

#include <sodium.h>

#include <array>

#include "importers/normalise/text.h"

namespace confronta::importers {

std::string RowIds::joined_columns(const Binding& cells) const {
  std::string id;
  for (const std::int16_t slot : rule_.columns) {
    const std::string_view cell = cells.text(slot);
    if (cell.empty() || sentinel(cell)) return {};  // part of an id is no id
    if (!id.empty()) id += rule_.separator;
    id += cell;
  }
  return id;
}

std::string RowIds::hash_of(const Binding& cells) {
  std::string text;
  bool any = false;
  for (const std::int16_t slot : rule_.hashed) {
    any |= !cells.text(slot).empty();
    text += cells.text(slot);
    text += '\x1f';
  }
  if (!any) return {};
  std::array<unsigned char, crypto_generichash_BYTES> digest{};
  crypto_generichash(digest.data(), digest.size(),
                     reinterpret_cast<const unsigned char*>(text.data()), text.size(), nullptr, 0);
  constexpr std::size_t id_bytes = 8;
  constexpr char digits[] = "0123456789abcdef";
  std::string id;
  for (std::size_t i = 0; i < id_bytes; ++i) {
    id += digits[digest[i] >> 4U];
    id += digits[digest[i] & 15U];
  }
  const std::uint32_t times = ++times_[id];
  return times == 1 ? id : id + '#' + std::to_string(times);
}

std::string RowIds::id_of(const Binding& cells, std::uint64_t row) {
  std::string id;
  switch (rule_.from) {
    case IdRule::From::columns: id = joined_columns(cells); break;
    case IdRule::From::hash:
      id = joined_columns(cells);
      if (id.empty()) id = hash_of(cells);
      break;
    case IdRule::From::row_number: id = std::to_string(row); break;
  }
  return id.empty() ? id : source_ + ':' + id;
}

}  // namespace confronta::importers
