import type { Block, ItemBlock } from './blocks.js';

export interface ListNode {
  block: ItemBlock;
  children: ListNode[];
}

/** Items that follow each other with no heading or paragraph between. */
export interface List {
  roots: ListNode[];
  /** Indices of its first and last block. */
  first: number;
  last: number;
}

/** The lists of a text, each a tree by the depths that its markers were placed at. */
export function readLists(blocks: readonly Block[]): List[] {
  const lists: List[] = [];
  let open: ListNode[] = [];
  for (const [i, block] of blocks.entries()) {
    if (block.type !== 'item') {
      open = [];
      continue;
    }
    const node: ListNode = { block, children: [] };
    while (open.length > 0 && (open.at(-1)?.block.place.depth ?? 0) >= block.place.depth) open.pop();
    const parent = open.at(-1);
    if (parent !== undefined) parent.children.push(node);
    else if (blocks[i - 1]?.type === 'item') lists.at(-1)?.roots.push(node);
    else lists.push({ roots: [node], first: i, last: i });
    const list = lists.at(-1);
    if (list !== undefined) list.last = i;
    open.push(node);
  }
  return lists;
}

/** The item's blocks from top to bottom, its own first. */
export function descendants(node: ListNode): ItemBlock[] {
  const found: ItemBlock[] = [];
  const waiting = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    found.push(next.block);
    for (let i = next.children.length - 1; i >= 0; i -= 1) {
      const child = next.children[i];
      if (child !== undefined) waiting.push(child);
    }
  }
  return found;
}
