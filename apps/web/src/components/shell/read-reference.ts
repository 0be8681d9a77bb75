/** What a reference leads to: `irq-7`, `IRQ 07` -> recommendation IRQ-07; `1042`, `#1042` -> task 1042. */
export type NamedRecord = { kind: 'recommendation'; reference: string } | { kind: 'task'; number: number };

export function readReference(words: string): NamedRecord | null {
  const folded = words.trim().replace(/[\u0660-\u0669]/gu, (digit) => String(digit.charCodeAt(0) - 0x0660));
  const reference = /^([a-z][a-z0-9]{1,7})[-\s]?(\d{1,4})$/iu.exec(folded);
  if (reference?.[1] && reference[2]) {
    return { kind: 'recommendation', reference: `${reference[1].toUpperCase()}-${reference[2].padStart(2, '0')}` };
  }
  const task = /^#?(\d{1,9})$/u.exec(folded);
  return task?.[1] ? { kind: 'task', number: Number(task[1]) } : null;
}
