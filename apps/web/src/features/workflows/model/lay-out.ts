import dagre from '@dagrejs/dagre';
import type { Design } from './design.js';
import { type Way, waysOf } from './ways-of.js';

export const NODE_WIDTH = 200;
export const NODE_HEIGHT = 92;

const WAYS_BACK = 70;

export interface Placed {
  key: string;
  x: number;
  y: number;
}

export interface Picture {
  nodes: Placed[];
  ways: Way[];
  width: number;
  height: number;
}

/** Where each stage stands in the picture, read from left to right or from right to left; those that open together stand above each other. */
export function layOut(design: Design, direction: 'ltr' | 'rtl'): Picture {
  const ways = waysOf(design);
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({
    rankdir: direction === 'rtl' ? 'RL' : 'LR',
    nodesep: 24,
    ranksep: ways.some(({ kind }) => kind === 'route') ? 140 : 72,
    marginx: 16,
    marginy: 16,
  });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { key } of design.stages) graph.setNode(key, { width: NODE_WIDTH, height: NODE_HEIGHT });
  // ways back would turn the picture round
  for (const { from, to, kind } of ways) if (kind !== 'back') graph.setEdge(from, to);
  dagre.layout(graph);
  const nodes = design.stages.map(({ key }) => {
    const { x, y } = graph.node(key) as { x: number; y: number };
    return { key, x: x - NODE_WIDTH / 2, y: y - NODE_HEIGHT / 2 };
  });
  // the ways back run below the stages
  const below = ways.some(({ kind }) => kind === 'back') ? WAYS_BACK : 0;
  const { width = NODE_WIDTH, height = NODE_HEIGHT } = graph.graph();
  return { nodes, ways, width, height: height + below };
}
