// The marks of an axis of time: what a mark says of itself, and the year beneath the first mark of each.
import { utcTicks } from 'd3-time';

export interface AxisMark {
  at: number; // milliseconds since 1970, UTC
  text: string; // never that of another mark of the same year
  year: string; // empty where the mark before is of the same year, and where the text is the year
}

const dayLength = 86_400_000;
const shortestMonth = 28 * dayLength;

/** About `wanted` marks between two instants, named by day, month or year, whichever tells them apart. */
export function axisMarks(low: number, high: number, wanted: number, locale: string): AxisMark[] {
  const ticks = utcTicks(new Date(low), new Date(high), wanted);
  const [first, second] = ticks;
  const step = first && second ? +second - +first : 0;
  const years = ticks.every((tick) => tick.getUTCMonth() === 0 && tick.getUTCDate() === 1);
  const names: Intl.DateTimeFormatOptions = years ? { year: 'numeric' } : step < shortestMonth ? { day: 'numeric', month: 'short' } : { month: 'short' };
  return ticks.map((tick, i) => {
    const same = ticks[i - 1]?.getUTCFullYear() === tick.getUTCFullYear();
    return { at: +tick, text: tick.toLocaleDateString(locale, { ...names, timeZone: 'UTC' }), year: years || same ? '' : String(tick.getUTCFullYear()) };
  });
}
