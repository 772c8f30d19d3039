// Keys that work everywhere, and those that the page at hand adds. Single keys can be switched off
// (WCAG 2.1.4), and never act while somebody is typing or in a dialog.
import { go } from './route.svelte';
import type { TextKey } from '../texts/texts.svelte';

export interface Shortcut {
  key: string; // "j", or "g q": one after the other
  what: TextKey;
  run: () => void;
}

const storageKey = 'confronta.single_keys';
class Keys {
  on = $state(localStorage.getItem(storageKey) !== 'off');
  help = $state(false);
  page = $state.raw<Shortcut[]>([]);
}
export const keys = new Keys();

export const everywhere: Shortcut[] = [
  { key: '?', what: 'keys.help', run: () => (keys.help = true) },
  { key: '/', what: 'keys.search', run: () => document.getElementById('search')?.focus() },
  { key: 'g o', what: 'keys.overview', run: () => go('#/') },
  { key: 'g q', what: 'keys.queue', run: () => go('#/queue') },
  { key: 'g i', what: 'keys.import', run: () => go('#/import') },
  { key: 'g r', what: 'keys.runs', run: () => go('#/runs') },
];

export function useSingleKeys(on: boolean): void {
  keys.on = on;
  localStorage.setItem(storageKey, on ? 'on' : 'off');
}

/** Adds a page's keys; returns what takes them away again (for an effect). */
export function pageKeys(list: Shortcut[]): () => void {
  keys.page = list;
  return () => {
    if (keys.page === list) keys.page = [];
  };
}

let first = '';
let firstAt = 0;
const patience = 1200; // milliseconds between the two keys of "g q"

export function handleKey(event: KeyboardEvent): void {
  if (!keys.on || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const at = event.target as HTMLElement | null;
  if (at?.closest('input:not([type=checkbox]):not([type=radio]), textarea, select, dialog, [contenteditable]')) return;
  const pressed = event.timeStamp - firstAt < patience && first ? `${first} ${event.key}` : event.key;
  const all = [...keys.page, ...everywhere];
  const found = all.find((shortcut) => shortcut.key === pressed) ?? all.find((s) => s.key === event.key);
  first = found ? '' : event.key;
  firstAt = event.timeStamp;
  if (!found) return;
  event.preventDefault();
  found.run();
}
