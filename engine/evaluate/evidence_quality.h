#pragma once
// What one model's likelihood ratios are worth, and whether they say too much or too little.
// Formulas and sources in docs/method/evaluation.md. Pure; safe to call from any thread.

#include <optional>
#include <span>

#include "engine/evaluate/calibration.h"

namespace confronta {

/// log10 LR' = intercept + slope * log10 LR, the logistic regression of truth on log LR at even
/// prior odds (Brümmer and du Preez 2006). Right: 0 and 1. Slope below 1: the model overstates, for
/// and against; above 1: it understates.
struct LogisticFit {
  double intercept = 0;  // bans
  double slope = 1;
};

/// Nothing where a class is empty, all scores are one, or a line separates the classes.
std::optional<LogisticFit> logistic_recalibration(std::span<const WeightedLr> true_pairs,
                                                  std::span<const WeightedLr> false_pairs);

/// A model "speaks" of a pair unless its log10 LR rounds to 0 (LrHistogram).
struct EvidenceQuality {
  double speaks_true = 0;  // share of the true pairs of which it speaks
  double speaks_false = 0;
  // Over the pairs of which it speaks; nothing where there are none:
  std::optional<double> mean_true;  // log10 LR, bans
  std::optional<double> mean_false;
  /// E[LR | H2] over the false pairs: 1 if the LR is one, more if it says too much for H1. Its tail
  /// is heavy: few pairs carry it.
  std::optional<double> mean_lr_false;
  /// E[1/LR | H1] over the true pairs: 1 likewise, more if it says too much for H2.
  std::optional<double> mean_inverse_true;
  std::optional<LogisticFit> fit;
  // Over all pairs:
  double cllr = 0;
  double cllr_min = 0;
};

/// Scores as LrHistogram rounds them.
EvidenceQuality evidence_quality(std::span<const WeightedLr> true_pairs,
                                 std::span<const WeightedLr> false_pairs);

}  // namespace confronta
