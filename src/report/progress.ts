import type { Line } from '../runner/publish.ts';
import type { Progress } from '../tokens/progress.ts';

/** describeProgress writes the lines of the log about one step forward. */
export function describeProgress(progress: Progress): readonly Line[] {
  switch (progress.kind) {
    case 'listing-only-in-file':
      return [
        info('The output `tokens` is left unset, since GitHub takes at most 1 MB: `tokens-file` holds all.'),
      ];
  }
}

function info(text: string): Line {
  return { kind: 'info', text };
}
