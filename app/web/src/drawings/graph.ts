// A cluster as two columns, reports to the left and remains to the right, in an order with few
// crossings (barycentres, always the same for the same cluster).
import type { Cluster } from '../api/types';

export interface NodeSpot {
  node: Cluster['nodes'][number];
  x: number;
  y: number;
  left: boolean;
}

/** With more records than this a cluster is drawn by sigma. The engine cuts clusters at 30 rows, of which each may be
    several records that were merged. */
export const largest = 40;

const rowHeight = 46;
export const columns = { left: 270, right: 530, width: 800 };

export function layOutCluster(cluster: Cluster): { spots: Map<string, NodeSpot>; height: number } {
  const sides = [
    cluster.nodes.filter((node) => node.kind !== 'remains').map((node) => node.id),
    cluster.nodes.filter((node) => node.kind === 'remains').map((node) => node.id),
  ] as [string[], string[]];
  const near = new Map<string, string[]>();
  for (const edge of cluster.edges) {
    near.set(edge.left, [...(near.get(edge.left) ?? []), edge.right]);
    near.set(edge.right, [...(near.get(edge.right) ?? []), edge.left]);
  }
  for (let pass = 0; pass < 6; ++pass) {
    const side = pass % 2 === 0 ? 1 : 0;
    const fixed = new Map(sides[1 - side]?.map((id, i) => [id, i]));
    const centre = (id: string): number => {
      const places = (near.get(id) ?? []).map((other) => fixed.get(other)).filter((p): p is number => p !== undefined);
      return places.length ? places.reduce((sum, p) => sum + p, 0) / places.length : Infinity;
    };
    sides[side]?.sort((a, b) => centre(a) - centre(b) || a.localeCompare(b));
  }
  const rows = Math.max(sides[0].length, sides[1].length, 1);
  const height = rows * rowHeight + 20;
  const spots = new Map<string, NodeSpot>();
  for (const node of cluster.nodes) {
    const left = node.kind !== 'remains';
    const list = sides[left ? 0 : 1];
    const start = ((rows - list.length) * rowHeight) / 2;
    spots.set(node.id, { node, left, x: left ? columns.left : columns.right, y: start + list.indexOf(node.id) * rowHeight + 32 });
  }
  return { spots, height };
}
