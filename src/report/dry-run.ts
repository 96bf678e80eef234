import type { Line } from '../runner/publish.ts';

/** DRY_RUN is the last line of a dry run. */
export const DRY_RUN: Line = { kind: 'info', text: 'This was a dry run: nothing was changed.' };
