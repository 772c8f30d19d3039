#pragma once
// Which nodes belong together, while links are added one by one.

#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace confronta {

class DisjointSets {
 public:
  explicit DisjointSets(std::size_t nodes) : parent_(nodes), size_(nodes, 1) {
    std::iota(parent_.begin(), parent_.end(), std::uint32_t{0});
  }
  std::uint32_t find(std::uint32_t node) {
    while (parent_[node] != node) node = parent_[node] = parent_[parent_[node]];
    return node;
  }
  std::uint32_t size(std::uint32_t node) { return size_[find(node)]; }
  bool join(std::uint32_t a, std::uint32_t b) {
    a = find(a);
    b = find(b);
    if (a == b) return false;
    if (size_[a] < size_[b]) std::swap(a, b);
    parent_[b] = a;
    size_[a] += size_[b];
    return true;
  }

 private:
  std::vector<std::uint32_t> parent_;
  std::vector<std::uint32_t> size_;
};

}  // namespace confronta
