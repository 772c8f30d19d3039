#pragma once
// JSON objects made in place. A list in braces, {{"a", x}, {"b", y}}, first makes an array of each
// name and value; a view of a pair holds a thousand of them.

#include <nlohmann/json_fwd.hpp>
#include <utility>

namespace confronta::app::review {

template <class Value>
struct JsonField {
  const char* name;
  Value&& value;  // of the expression that object_of() is a part of
};
template <class Value>
JsonField<Value> field(const char* name, Value&& value) {
  return {name, std::forward<Value>(value)};
}

/// An object of these fields, no two of one name, in this order.
template <class Json = nlohmann::ordered_json, class... Values>
Json object_of(JsonField<Values>&&... fields) {
  Json json = Json::object();
  auto& list = json.template get_ref<typename Json::object_t&>();
  list.reserve(sizeof...(fields));
  (list.emplace_back(fields.name, std::forward<Values>(fields.value)), ...);
  return json;
}

}  // namespace confronta::app::review
