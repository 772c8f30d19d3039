// Where a reviewer goes on: the first open pair of their own, else one that nobody holds.
import { get, query } from '../../api/client';
import type { PairItem, Queue } from '../../api/types';
import { go, link } from '../../state/route.svelte';

export async function goToNext(present: string): Promise<void> {
  for (const who of ['mine', 'unclaimed']) {
    const { items } = await get<Queue<PairItem>>('/queue' + query({ kind: 'pair', who, state: 'open', limit: 2 }));
    const next = items.find((item) => item.pair !== present);
    if (next) return go(link('pair', next.pair));
  }
  go('#/queue');
}
