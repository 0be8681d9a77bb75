/** The selected stretch of a text drawn in elements with `data-start`, in UTF-16 units of that text; null for none. */
export function readSelection(root: HTMLElement): [number, number] | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
  const start = offsetOf(root, startContainer, startOffset);
  const end = offsetOf(root, endContainer, endOffset);
  return start === null || end === null || end <= start ? null : [start, end];
}

function offsetOf(root: HTMLElement, node: Node, offset: number): number | null {
  if (!root.contains(node) || node.nodeType !== Node.TEXT_NODE) return null;
  const start = node.parentElement?.dataset['start'];
  return start === undefined ? null : Number(start) + offset;
}
