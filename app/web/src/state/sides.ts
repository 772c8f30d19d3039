// What the two sides of the pair on a page are called: by its relation, which a page gives to all
// that stands on it.
import { getContext, setContext } from 'svelte';

import { t, type TextKey } from '../texts/texts.svelte';

export type Side = 'left' | 'right';
export type Relation = 'identity' | 'duplicate' | 'same_body' | 'part';
export const relations: Relation[] = ['identity', 'duplicate', 'same_body', 'part'];

const names: Record<string, Record<Side, TextKey>> = {
  identity: { left: 'side.report', right: 'side.remains' },
  duplicate: { left: 'side.one_report', right: 'side.other_report' },
  same_body: { left: 'side.one_record', right: 'side.other_record' },
  part: { left: 'side.one_record', right: 'side.other_record' },
};

export const sideOf = (relation: string, side: Side): string => t((names[relation] ?? names.identity!)[side]);

const key = Symbol('relation');
export function setRelation(relation: () => string): void {
  setContext(key, relation);
}
/** Without a pair around it, that of reports and remains. */
export function relationHere(): () => string {
  return getContext<(() => string) | undefined>(key) ?? (() => 'identity');
}
