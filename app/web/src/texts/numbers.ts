// Numbers, dates and sizes as the language writes them. Mexico writes 1,234.5 like English does.
import { speech, t } from './texts.svelte';

export const locale = (): string => (speech.language === 'en' ? 'en' : 'es-MX');

export const count = (n: number): string => n.toLocaleString(locale());

/** A weight of evidence in bans, always with its sign: "+2.31", "−0.40". */
export function bans(n: number | null | undefined): string {
  if (n == null) return '—';
  const text = Math.abs(n).toFixed(2);
  return (text === '0.00' ? '' : n < 0 ? '−' : '+') + text;
}

/** A probability as a percentage that never rounds to certainty: "< 0.01 %", "> 99.99 %". */
export function percent(p: number | null | undefined): string {
  if (p == null) return '—';
  if (p < 0.0001) return '< 0.01 %';
  if (p > 0.9999) return '> 99.99 %';
  const hundred = 100 * p;
  return hundred.toFixed(hundred < 1 || hundred > 99 ? 2 : 1) + ' %';
}

/** A probability of evidence, three digits: "0.0421", "3.2e−7". */
export function probability(p: number | null | undefined): string {
  if (p == null) return '—';
  if (p === 0) return '0';
  return (p < 1e-4 ? p.toExponential(1) : p.toPrecision(3)).replace('-', '−');
}

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** How many times more probable, from a log10 ratio: "1,200", "2.0 × 10¹³". */
export function times(log10: number): string {
  const size = Math.abs(log10);
  if (size < 4) return count(Number((10 ** size).toPrecision(2)));
  const power = Math.floor(size);
  const digits = [...String(power)].map((digit) => raised[Number(digit)]).join('');
  return `${(10 ** (size - power)).toFixed(1)} × 10${digits}`;
}

export function day(instant: string | null | undefined): string {
  if (!instant) return '—';
  const civil = instant.length === 10; // a day of no zone
  const date = new Date(civil ? instant + 'T12:00:00Z' : instant);
  if (Number.isNaN(date.getTime())) return instant;
  return date.toLocaleDateString(locale(), { year: 'numeric', month: 'short', day: 'numeric', ...(civil ? { timeZone: 'UTC' } : {}) });
}

export function moment(instant: string | null | undefined): string {
  if (!instant) return '—';
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  return date.toLocaleString(locale(), { dateStyle: 'medium', timeStyle: 'short' });
}

export function span(days: number | null | undefined): string {
  if (days == null) return '—';
  if (days < 60) return t('span.days', count(days));
  if (days < 730) return t('span.months', count(Math.round(days / 30.44)));
  return t('span.years', count(Math.round(days / 365.25)));
}

export function duration(seconds: number | null | undefined): string {
  if (seconds == null) return '—';
  if (seconds < 90) return t('span.seconds', count(Math.round(seconds)));
  return t('span.minutes', count(Math.round(seconds / 60)));
}

export function size(bytes: number): string {
  if (bytes < 1e4) return count(bytes) + ' B';
  return bytes < 1e6 ? count(Math.round(bytes / 1e3)) + ' kB' : (bytes / 1e6).toFixed(1) + ' MB';
}
