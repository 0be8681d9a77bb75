/** What each figure is, as the answers say it; the web words them in the reader's language by the key. */
export const formulas = {
  groups:
    'recommendations by their official record; overdue: open and target date before today in the workspace time zone; waiting: an approval is open',
  series:
    'recommendations at the end of each day in the workspace time zone, summed from every change up to it; restricted items are left out',
  stuck: 'approval stages that are open now, by the time since they opened; days of 24 hours',
} as const;
