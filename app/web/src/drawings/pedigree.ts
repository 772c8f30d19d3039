// Places a family on a grid: founders above, every child below both parents, partners side by side.
import type { Relative } from '../api/types';

export interface Spot {
  person: Relative;
  x: number;
  y: number;
}
export interface Family {
  spots: Spot[];
  width: number;
  height: number;
  unions: { a: Spot; b: Spot; children: Spot[] }[];
}

/** What a drawing has room for: without the beginning that all share, which is mostly the family's. */
export function shortLabels(people: Relative[]): Map<string, string> {
  const labels = people.map((person) => person.label);
  const first = labels[0] ?? '';
  let shared = people.length > 1 ? first.length : 0;
  while (shared > 0 && !(/[-_ .:/]/.test(first[shared - 1] ?? '') && labels.every((label) => label.length > shared && label.startsWith(first.slice(0, shared))))) --shared;
  return new Map(people.map(({ id, label }) => [id, label.length - shared > room ? label.slice(shared, shared + room - 1) + '…' : label.slice(shared)]));
}

const room = 13; // letters of a name below a person
const across = 108;
const down = 108;

/** A generation is one more than the deeper parent's; founders stand beside their partner. */
function generations(people: Relative[]): Map<string, number> {
  const byId = new Map(people.map((person) => [person.id, person]));
  const depth = new Map<string, number>();
  const of = (id: string, trail: Set<string>): number => {
    const known = depth.get(id);
    if (known !== undefined) return known;
    const person = byId.get(id);
    if (!person || trail.has(id)) return 0; // nobody descends from themselves: damaged input ends here
    const parents = [person.father, person.mother].filter((p): p is string => p !== null && byId.has(p));
    const below = new Set(trail).add(id);
    const mine = parents.length ? 1 + Math.max(...parents.map((parent) => of(parent, below))) : 0;
    depth.set(id, mine);
    return mine;
  };
  for (const person of people) of(person.id, new Set());
  for (let pass = 0; pass < people.length; ++pass)
    for (const child of people) {
      const both = [child.father, child.mother].filter((p): p is string => p !== null && byId.has(p));
      const deepest = Math.max(...both.map((parent) => depth.get(parent) ?? 0));
      for (const parent of both) {
        const founder = byId.get(parent);
        if (founder && !founder.father && !founder.mother) depth.set(parent, deepest);
      }
    }
  return depth;
}

export function layOut(people: Relative[]): Family {
  const depth = generations(people);
  const rows: Relative[][] = [];
  const placed = new Set<string>();
  const put = (person: Relative | undefined): void => {
    if (!person || placed.has(person.id)) return;
    placed.add(person.id);
    (rows[depth.get(person.id) ?? 0] ??= []).push(person);
    for (const child of people) {
      if (child.father !== person.id && child.mother !== person.id) continue;
      put(people.find((p) => p.id === (child.father === person.id ? child.mother : child.father)));
    }
  };
  const inOrder = [...people].sort((a, b) => (depth.get(a.id) ?? 0) - (depth.get(b.id) ?? 0));
  for (const person of inOrder) put(person);
  const most = Math.max(1, ...rows.map((row) => row?.length ?? 0));
  const spots = rows.flatMap((row, y) =>
    (row ?? []).map((person, i) => ({ person, x: ((most - row.length) / 2 + i + 0.5) * across, y: y * down + 34 })),
  );
  const spotOf = new Map(spots.map((spot) => [spot.person.id, spot]));
  const unions = new Map<string, Family['unions'][number]>();
  for (const child of spots) {
    const a = spotOf.get(child.person.father ?? '');
    const b = spotOf.get(child.person.mother ?? '');
    if (!a || !b) continue;
    const key = a.person.id + ' ' + b.person.id;
    const union = unions.get(key) ?? { a, b, children: [] };
    union.children.push(child);
    unions.set(key, union);
  }
  return { spots, unions: [...unions.values()], width: most * across, height: rows.length * down };
}
