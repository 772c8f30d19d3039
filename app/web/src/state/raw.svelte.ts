// The source row that somebody asked to see.
import { get, segment } from '../api/client';
import type { Observation, RawRow } from '../api/types';
import { Loader } from './loader.svelte';

class Raw {
  subject = $state('');
  column = $state<string | null>(null);
  row = $state.raw<Loader<RawRow> | null>(null);
}
export const raw = new Raw();

export function showRaw(subject: string, from?: Pick<Observation, 'column'>): void {
  raw.subject = subject;
  raw.column = from?.column ?? null;
  raw.row = new Loader(() => get<RawRow>(`/raw/${segment(subject)}`));
  void raw.row.load();
}
