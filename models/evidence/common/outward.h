#pragma once
// The outside of a body (its colours, its build): a hidden truth seen through soft tissue, which
// fades with decomposition. What its models have in common.

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/evidence/common/latent.h"
#include "models/evidence/common/soft_tissue.h"

namespace confronta {

class OutwardTruth : public LatentTruth {
 public:
  explicit OutwardTruth(const Parameters& parameters) : soft_tissue_(parameters) {}
  SoftTissue soft_tissue(const TraitTable& table, RowId row) const {
    return soft_tissue_.of(table, row);
  }

 protected:
  /// The key of a row that says `what`; empty where nothing of a body's outside is left to see.
  std::string key_of(const TraitTable& table, RowId row, const std::string& what) const;
  /// With 1 - weight what was seen is that of any body, of which `among` is P(truth): decay, dirt,
  /// light or dress decided it.
  void fade(const TraitTable& table, RowId row, const std::vector<double>& among,
            std::vector<double>& likelihood) const;

 private:
  SoftTissueScale soft_tissue_;
};

class OutwardEvidence : public LatentEvidence {
 protected:
  /// `traits` must outlive the evidence; the first is what is named as missing.
  OutwardEvidence(const Preparation& preparation, std::unique_ptr<const OutwardTruth> truth,
                  std::string_view model, std::span<const Trait> traits);

  /// The finding without its parts: reason "MODEL.for", ".against" or ".neutral"; of a side that
  /// cannot be seen any more ".not_observable"; else what is missing.
  Finding explain_whole(RowId left, RowId right) const;
  /// What one trait says alone, given what is seen of it on both sides. No reason yet.
  Finding explain_part(RowId left, RowId right, const Trait& trait, std::vector<double> seen_left,
                       const std::vector<double>& seen_right) const;
  /// Whether a side's outside cannot be seen any more.
  bool hidden(RowId left, RowId right) const;

 private:
  /// The side that hides it; the right one's where both do not.
  SoftTissue most_hidden(RowId left, RowId right) const;
  SoftTissue soft_tissue(const TraitTable& table, RowId row) const;

  std::string model_;
  std::span<const Trait> traits_;
};

}  // namespace confronta
