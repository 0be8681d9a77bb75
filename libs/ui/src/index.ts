export { UiProvider, type UiProviderProps } from './theme/ui-provider.js';
export { tones, type Tone } from './theme/palette.js';

export * from './status/looks.js';
export { StatusBadge, type StatusBadgeProps } from './status/status-badge.js';

export { PersonChip, type PersonChipProps } from './people/person-chip.js';
export { TeamChip, type TeamChipProps } from './people/team-chip.js';

export { FormatProvider, useFormats } from './dates/format-provider.js';
export {
  calendarDateIn,
  createFormats,
  daysBetween,
  type DateStyle,
  type Formats,
  type FormatSettings,
} from './dates/formats.js';
export { DateText, type DateTextProps } from './dates/date-text.js';
export { describeDue, dueStates, type Due, type DueState } from './dates/due.js';
export { DueText, type DueTextProps } from './dates/due-text.js';

export { EmptyState, type EmptyStateProps } from './states/empty-state.js';
export { ErrorState, type ErrorStateProps } from './states/error-state.js';
export { NoAccess, type NoAccessProps } from './states/no-access.js';
export { ListSkeleton, RecordSkeleton, TableSkeleton, TilesSkeleton } from './states/skeletons.js';

export { PageHeader, type PageHeaderProps } from './page/page-header.js';
export { Section, type SectionProps } from './page/section.js';
export { FactList, type Fact } from './page/fact-list.js';
export { RecordLayout, type RecordLayoutProps } from './page/record-layout.js';
export { BulkBar, type BulkBarProps } from './page/bulk-bar.js';

export { StageStepper, stageStates, type Stage, type StageState } from './progress/stage-stepper.js';
export { ProgressBar, type ProgressBarProps } from './progress/progress-bar.js';
export { Sparkline } from './progress/sparkline.js';
export { FigureTile, type FigureTileProps } from './progress/figure-tile.js';
export { Timeline, type TimelineEntry } from './progress/timeline.js';

export { DiffText, type DiffTextProps } from './words/diff-text.js';
export { diffWords, type DiffPart } from './words/diff-words.js';
export { KeyHint } from './words/key-hint.js';
export { Reference } from './words/reference.js';
export { WrittenText, type WrittenTextProps } from './words/written-text.js';
