import { useFormats } from '../dates/format-provider.js';
import type { Tone } from '../theme/palette.js';
import classes from './progress-bar.module.css';

export interface ProgressBarProps {
  /** What is measured; read out, not shown. */
  label: string;
  /** 0 to 100 */
  value: number;
  tone?: Tone;
  /** Shown beside the bar; by default the percentage. */
  text?: string | undefined;
}

export function ProgressBar({ label, value, tone = 'active', text }: ProgressBarProps) {
  const formats = useFormats();
  const share = Math.min(100, Math.max(0, value));
  const words = text ?? formats.percent(share / 100);
  return (
    <span className={classes.progress} data-tone={tone}>
      <span
        className={classes.track}
        role="progressbar"
        aria-label={label}
        aria-valuenow={share}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuetext={words}
      >
        <span className={classes.bar} style={{ inlineSize: `${share}%` }} />
      </span>
      <span className={classes.text} aria-hidden="true">
        {words}
      </span>
    </span>
  );
}
