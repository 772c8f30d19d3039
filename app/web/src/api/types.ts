// What the review server says, as docs/review-api.md describes it. Missing values are null.

import type { Relation, Side } from '../state/sides';

export type Language = 'es' | 'en';
export type Role = 'reviewer' | 'coordinator';
export type SubjectKind = 'report' | 'remains' | 'relative';
export type PairState =
  | 'open'
  | 'possible'
  | 'proposed'
  | 'agreed'
  | 'disputed'
  | 'final'
  | 'excluded'
  | 'insufficient'
  | 'reopened';
export type DecisionKind = Exclude<PairState, 'open' | 'reopened'>;
export type OpinionKind = 'likely' | 'possible' | 'unlikely' | 'cannot_say';
export type Agreement = 'agree' | 'disagree' | 'cannot_say';

export interface Me {
  name: string;
  role: Role;
  single_user: boolean;
  language: Language;
  program: string;
  since: string | null;
}

export interface Card {
  id: string;
  kind: SubjectKind;
  source: string;
  title: string; // a name, else a folio
  sex: string | null; // a word of the catalogue: "sex." + sex
  age: string | null;
  place: string | null;
  date: string | null;
  status: string | null;
  withdrawn: boolean;
}

export interface SearchHit extends Card {
  match: { trait: string; text: string };
}

export interface Run {
  number: number;
  digest: string;
  instant: string;
  pairs_compared: number;
  pairs_kept: number;
  clusters: number;
  seconds: number | null;
  decisions_in: number | null;
}

export interface Job {
  state: 'running' | 'done' | 'failed' | 'cancelled';
  stage: string | null;
  done: number;
  total: number;
  rate: number | null;
  seconds_left: number | null;
  run?: number;
  notices?: string[];
  error?: { code: string; message: string } | null;
}

export interface Happening {
  event: string; // claim, release, opinion, decision, run, import, progress; the audit log's own words
  instant?: string | null;
  who?: string | null;
  pair?: string | null;
  state?: string | null;
  job?: number | string | null;
  what?: string | null;
  source?: string | null;
  run?: number | null;
}

export interface Overview {
  counts: {
    reports: number;
    remains: number;
    relatives: number;
    samples: number;
    quarantined: number;
  };
  sources: { source: string; reports: number; remains: number; relatives: number; samples: number; withdrawn: number }[];
  run: Run | null;
  /** Records came in after the run. */
  stale: boolean;
  progress: Partial<Record<PairState, number>>;
  changes_since: Happening[];
  influence: { compared: number; changed: number; share: number | null } | null;
}

export interface PairItem {
  pair: string;
  relation: Relation;
  left: Card;
  right: Card;
  state: PairState | null;
  claimed_by: string | null;
  age_days: number | null;
  posterior: number | null;
  log10_lr: number | null;
  rank: number | null;
  mine: boolean;
}

export interface ClusterItem {
  cluster: number;
  people: number;
  bodies: number;
  parts: number;
  duplicates: number;
  conflicts: number;
  posterior: number | null;
  reports: Card[];
  remains: Card[];
  open: number;
}

export interface Queue<Item> {
  total: number;
  items: Item[];
  hidden: boolean;
}

export interface Observation {
  trait: string;
  value: unknown;
  text: string;
  state: string;
  file: string | null;
  sheet: string | null;
  row: number | null;
  column: string | null;
  member: string | null;
}

export interface Subject {
  id: string;
  kind: SubjectKind;
  card?: Card;
  status: string | null;
  withdrawn: boolean;
  members: string[];
  observations: Observation[];
}

export interface LedgerLine {
  evidence: string;
  name: string;
  log10_lr: number;
  state: string;
  reason: string;
  p_h1: number | null;
  p_h2: number | null;
  left: Observation[];
  right: Observation[];
  details: LedgerLine[];
}

export interface Score {
  log10_lr: number;
  verbal: string;
  prior: number | null;
  posterior: number | null;
  pairwise_posterior: number | null;
  rank_of_left: number | null;
  rank_of_right: number | null;
  method: string | null;
  /** What the DNA of the family's other missing people adds to the posterior. */
  family?: { others: { left: string; right: string }[]; log10_beyond_pairs: number; text: string } | null;
  /** The run's, where genotypes weigh by formulas with it. */
  theta: number | null;
  /** How many pairs of different people are expected to score as high in this run. */
  chance_hits: number | null; // pairs as strong that are expected to be other people, relatives included
  chance_hits_at_most: number | null; // of unrelated people, if LRs are calibrated
  /** Whether a decision, not the evidence alone, gave the posterior. */
  decided: 'no' | 'certain' | 'weighted' | 'excluded';
  /** Records came in after the run. */
  stale: boolean;
}

export interface Tooth {
  fdi: number;
  state: string;
  /** Restored surfaces: letters of M, O, D, F, L, or the bit set M=1 O=2 D=4 F=8 L=16. */
  surfaces: string | string[] | number | null;
}

export interface BodyMark {
  of: Side;
  region: string;
  side_of_body: string;
  view: string;
  type: string;
  text: string;
}

export interface TimeSpan {
  what: string;
  low: string;
  high: string;
  of: Side;
}

export interface MapPoint {
  what: string;
  latitude: number;
  longitude: number;
  text: string;
  of: Side;
}

export interface Relative {
  id: string;
  father: string | null;
  mother: string | null;
  sex: string;
  typed: boolean;
  missing: boolean;
  label: string;
}

export interface Dna {
  family: string;
  people: Relative[];
  loci: { locus: string; remains: string; people: Record<string, string>; log10_lr: number }[];
  lr_alternatives: { alternative: string; log10_lr: number }[];
}

export interface Drawings {
  teeth: { left: Tooth[] | null; right: Tooth[] | null; impossible: number[] } | null;
  body_map: BodyMark[];
  timeline: TimeSpan[];
  map: MapPoint[];
  dna: Dna | null;
  clothing: { left: string[]; right: string[] } | null;
}

export interface Opinion {
  who: string;
  instant: string;
  opinion: OpinionKind;
  words: string;
}

export interface Decision {
  id: number;
  decision: DecisionKind | 'undo';
  hidden: false;
  who: string;
  instant: string;
  reasons: string[];
  words: string;
  lines: Record<string, Agreement>;
  needed: string[] | null;
  run: number | null;
  undone: boolean;
}

/** A colleague's decision that this reader may not see before giving their own. */
export interface HiddenDecision {
  id: number;
  decision: DecisionKind | 'undo';
  hidden: true;
}

export interface Pair {
  pair: string;
  relation: Relation;
  h1: string;
  h2: string;
  blind: boolean;
  /** The newest decision of all, also where this reader may not see it yet. */
  newest: number | null;
  left: Subject;
  right: Subject;
  state: PairState | null;
  claimed_by: string | null;
  opinions: Opinion[];
  decisions: (Decision | HiddenDecision)[];
  score?: Score;
  ledger?: LedgerLine[];
  drawings?: Drawings;
}

export interface WhatIf {
  log10_lr: number;
  posterior: number | null;
  pairwise_posterior: number | null;
  ledger: { evidence: string; log10_lr: number }[];
}

export interface Reason {
  code: string;
  text: string;
  for: DecisionKind[];
}

export interface Cluster {
  cluster: number;
  nodes: (Card & { state: PairState | null })[];
  edges: {
    pair: string;
    left: string;
    right: string;
    relation: string;
    log10_lr: number | null;
    posterior: number | null;
    state: PairState | null;
  }[];
  conflicts: { code: string; ids: string[]; text: string }[];
  /** `pair` is what is decided: that the two are one, or that the two of the weakest link are not. */
  proposals: {
    kind: 'merge' | 'split';
    ids: string[];
    pair: string;
    relation: Relation;
    state: PairState | null;
    posterior: number | null;
    text: string;
  }[];
  remainders: { id: string; none: number | null; unlisted: number | null; method: string }[];
}

export interface Version {
  number: number;
  instant: string;
  mapping: string;
  file: string;
  row: number | null;
  raw: string;
  observations: Observation[];
}

export interface SubjectPage extends Subject {
  versions: Version[];
  candidates: PairItem[];
  same: PairItem[];
  groups: { relation: string; id: string; members: string[] }[];
}

export interface RawRow {
  raw: string;
  file: string;
  sheet: string | null;
  row: number | null;
}

export interface Change {
  report: string;
  remains: string;
  from: { posterior: number | null; log10_lr: number | null } | null;
  to: { posterior: number | null; log10_lr: number | null } | null;
  because: { evidence: string; from: number | null; to: number | null }[];
}

export interface Comparison {
  rose: Change[];
  fell: Change[];
  appeared: Change[];
  gone: Change[];
}

export interface Upload {
  file: string;
  name: string;
  bytes: number;
  layout: {
    format: string;
    mapping: string | null;
    sheets: string[];
    columns: {
      column: string;
      samples: string[];
      suggested_trait: string | null;
      confidence: number | null;
    }[];
  };
  mapping_text: string | null;
}

export interface RejectedRow {
  number: number;
  file: string;
  sheet: string | null;
  row: number | null;
  column: string | null;
  rule: string;
  value: string;
  message: string;
  hint: string;
  raw: string;
  columns: string[];
  cells: string[];
}

export interface ImportResult {
  counts: {
    rows: number;
    imported: number;
    unchanged: number;
    new_versions: number;
    quarantined: number;
    withdrawn: number;
  };
  quarantine: RejectedRow[];
  warnings: { column: string | null; count: number; example: string | null; text: string }[];
}
