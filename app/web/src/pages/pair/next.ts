// Where a reviewer goes on: the first open pair of their own, else one that nobody holds.
import { get, query } from '../../api/client';
import type { PairItem, Queue } from '../../api/types';
import { go, link } from '../../state/route.svelte';
import type { Relation } from '../../state/sides';

export async function goToNext(present: string, relation: Relation): Promise<void> {
  for (const who of ['mine', 'unclaimed']) {
    const { items } = await get<Queue<PairItem>>('/queue' + query({ kind: 'pair', relation, who, state: 'open', limit: 2 }));
    const next = items.find((item) => item.pair !== present);
    if (next) return go(link('pair', next.pair));
  }
  go(link('queue', undefined, { relation: relation === 'identity' ? '' : relation }));
}
