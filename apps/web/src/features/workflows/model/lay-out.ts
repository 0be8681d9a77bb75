import dagre from '@dagrejs/dagre';
import type { Design } from './design.js';
import { type Way, waysOf } from './ways-of.js';

export const NODE_WIDTH = 200;
export const NODE_HEIGHT = 92;

export interface Placed {
  key: string;
  x: number;
  y: number;
}

/** Where each stage stands in the picture, read from left to right or from right to left; those that open together stand above each other. */
export function layOut(design: Design, direction: 'ltr' | 'rtl'): { nodes: Placed[]; ways: Way[] } {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: direction === 'rtl' ? 'RL' : 'LR', nodesep: 24, ranksep: 72, marginx: 16, marginy: 16 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { key } of design.stages) graph.setNode(key, { width: NODE_WIDTH, height: NODE_HEIGHT });
  const ways = waysOf(design);
  // ways back would turn the picture round
  for (const { from, to, kind } of ways) if (kind !== 'back') graph.setEdge(from, to);
  dagre.layout(graph);
  const nodes = design.stages.map(({ key }) => {
    const { x, y } = graph.node(key) as { x: number; y: number };
    return { key, x: x - NODE_WIDTH / 2, y: y - NODE_HEIGHT / 2 };
  });
  return { nodes, ways };
}
