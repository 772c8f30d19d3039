// The waterfall: where each line's bar begins and ends when the lines are added from the top.
export interface Bar {
  from: number; // bans
  to: number;
}

export function waterfall(weights: number[]): { bars: Bar[]; total: number } {
  let total = 0;
  const bars = weights.map((weight) => {
    const from = total;
    total += weight;
    return { from, to: total };
  });
  return { bars, total };
}

/** Whole bans around all bars and 0, with a little air, and at most about eight ticks. */
export function frame(bars: Bar[]): { low: number; high: number; ticks: number[] } {
  const ends = bars.flatMap((bar) => [bar.from, bar.to]);
  const low = Math.floor(Math.min(0, ...ends) - 0.2);
  const high = Math.ceil(Math.max(1, ...ends) + 0.2);
  const step = [1, 2, 5, 10, 20, 50].find((size) => (high - low) / size <= 8) ?? 100;
  const ticks: number[] = [];
  for (let tick = Math.ceil(low / step) * step; tick <= high; tick += step) ticks.push(tick);
  return { low, high, ticks };
}
