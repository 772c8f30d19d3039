// What sigma draws of a large cluster: discs for reports, squares for remains, the records of a
// conflict in red and always named. The places come from the two columns of the small drawing, pulled
// together by ForceAtlas2: always the same for the same cluster.
import { NodeSquareProgram } from '@sigma/node-square';
import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { NodeCircleProgram, type NodeHoverDrawingFunction } from 'sigma/rendering';

import type { Cluster } from '../api/types';
import { layOutCluster } from './graph';

export const programs = { circle: NodeCircleProgram, square: NodeSquareProgram };

/** The page's colours as they are now, for a canvas that knows no variables. */
export interface Inks {
  ink: string;
  paper: string;
  edge: string;
  report: string;
  remains: string;
  bad: string;
  for: string;
  against: string;
}
export function inks(at: Element): Inks {
  const style = getComputedStyle(at);
  const of = (name: string): string => style.getPropertyValue('--' + name).trim();
  return {
    ink: of('ink'), paper: of('paper'), edge: of('edge'), report: of('report'), remains: of('remains'),
    bad: of('bad'), for: of('for'), against: of('against'),
  };
}

const steps = 300; // of ForceAtlas2: enough for some hundred records to come to rest

export function graphOf(cluster: Cluster, ink: Inks): Graph {
  const graph = new Graph({ multi: true });
  const inConflict = new Set(cluster.conflicts.flatMap((conflict) => conflict.ids));
  for (const { node, x, y, left } of layOutCluster(cluster).spots.values()) {
    const conflict = inConflict.has(node.id);
    graph.addNode(node.id, {
      x, y: -y, size: 10, type: left ? 'circle' : 'square', label: node.title || node.id,
      color: conflict ? ink.bad : left ? ink.report : ink.remains, forceLabel: conflict, zIndex: conflict ? 1 : 0,
    });
  }
  for (const edge of cluster.edges) {
    if (!graph.hasNode(edge.left) || !graph.hasNode(edge.right)) continue;
    const color = edge.relation !== 'identity' ? ink.edge : edge.state === 'excluded' ? ink.against : ink.for;
    graph.addEdge(edge.left, edge.right, { size: 1 + 5 * (edge.posterior ?? 0), weight: 0.2 + (edge.posterior ?? 0), color });
  }
  forceAtlas2.assign(graph, { iterations: steps, settings: { ...forceAtlas2.inferSettings(graph), adjustSizes: false, edgeWeightInfluence: 1 } });
  return graph;
}

/** A record's name over what lies beneath it, on the page's own paper. */
export function hoverWith(ink: Inks): NodeHoverDrawingFunction {
  return (context, data, settings) => {
    if (typeof data.label !== 'string') return;
    const size = settings.labelSize;
    context.font = `${settings.labelWeight} ${size}px ${settings.labelFont}`;
    const width = context.measureText(data.label).width;
    context.fillStyle = ink.paper;
    context.strokeStyle = ink.ink;
    context.lineWidth = 1.5;
    context.beginPath();
    context.roundRect(data.x - data.size - 4, data.y - data.size - 4, 2 * data.size + width + 16, 2 * data.size + 8, 6);
    context.fill();
    context.stroke();
    context.fillStyle = ink.ink;
    context.fillText(data.label, data.x + data.size + 4, data.y + size / 3);
  };
}
