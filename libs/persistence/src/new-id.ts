import { v7 } from 'uuid';

/** A UUID v7: sorts by the given instant (the verb's clock), random behind it. */
export const newId = (at: Date): string => v7({ msecs: at.getTime() });
