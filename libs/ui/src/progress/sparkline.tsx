/** Path of a line through the values, oldest first, in a box of 100 by 28 with a margin of 2. */
export function sparklinePath(values: readonly number[]): string {
  if (values.length < 2) return '';
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  return values
    .map((value, index) => {
      const x = 2 + (96 * index) / (values.length - 1);
      const y = 26 - (24 * (value - low)) / span;
      return `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
    })
    .join(' ');
}

/** Decoration beside a figure that says the same in words; time runs with the reading direction. */
export function Sparkline({ values, className }: { values: readonly number[]; className?: string | undefined }) {
  return (
    <svg className={className} viewBox="0 0 100 28" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <path
        d={sparklinePath(values)}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
