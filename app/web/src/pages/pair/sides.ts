// What a page calls the two sides of a pair: a name if one is known, else the id.
import type { Observation, Subject } from '../../api/types';

export function titleOf(subject: Subject): string {
  if (subject.card?.title) return subject.card.title;
  const name = subject.observations.find((o) => o.trait === 'name' && o.state === 'observed');
  return name?.text || subject.id;
}

/** Traits in the order and company in which experts read them. */
export const topics = {
  who: ['name', 'alias', 'identifier', 'status', 'nationality', 'migrant', 'publicity'],
  profile: [
    'sex', 'sex_method', 'age', 'age_at_report', 'age_method', 'stature', 'stature_method', 'bone_measure', 'weight',
    'build', 'ancestry', 'hair_colour', 'eye_colour', 'skin_colour', 'blood_group', 'rhesus',
  ],
  when: ['birth_date', 'event_date', 'report_date', 'death_date', 'found_date', 'intake_date', 'post_mortem_interval'],
  where: ['place_last_seen', 'place_found', 'place_residence', 'place_birth', 'place_held'],
  body: ['condition', 'part_kind', 'part_of', 'element', 'individuals', 'mark', 'body_history', 'teeth', 'teeth_date'],
  things: ['garment'],
  dna: ['genotypes', 'y_haplotype', 'mt_haplotype', 'pedigree_place'],
  rest: [] as string[],
} as const;
export type Topic = keyof typeof topics;

const topicOf = new Map<string, Topic>(
  Object.entries(topics).flatMap(([topic, traits]) => traits.map((trait) => [trait, topic as Topic])),
);

export interface TraitRow {
  trait: string;
  left: Observation[];
  right: Observation[];
}

/** Both sides' observations by topic and trait; topics and traits that neither side has are left out. */
export function sideBySide(left: Observation[], right: Observation[]): { topic: Topic; rows: TraitRow[] }[] {
  const order = [...new Set([...topicOf.keys(), ...left.map((o) => o.trait), ...right.map((o) => o.trait)])];
  const rows = order
    .map((trait) => ({
      trait,
      left: left.filter((o) => o.trait === trait),
      right: right.filter((o) => o.trait === trait),
    }))
    .filter((row) => row.left.length + row.right.length > 0);
  return (Object.keys(topics) as Topic[])
    .map((topic) => ({ topic, rows: rows.filter((row) => (topicOf.get(row.trait) ?? 'rest') === topic) }))
    .filter((group) => group.rows.length > 0);
}
