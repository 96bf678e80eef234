import { describe, expect, test } from 'vitest';
import {
  alwaysDue,
  begunByThisRun,
  livesTooShort,
  nothingToInherit,
  type Refusal,
  rotatedByThisRun,
  rotationUnderWay,
  tooManyPending,
} from '../../../src/tokens/rotation/refusals.ts';
import type { SeriesToken } from '../../../src/tokens/rotation/series.ts';
import { seriesToken, tag } from '../series-token.ts';

const member = (id: string): SeriesToken =>
  ({ ...seriesToken(id, 'pending'), tag: tag('pending') }) as SeriesToken;

/** The text that each message must contain: what is wrong, where, and what to do. */
const REFUSALS: readonly {
  readonly refusal: Refusal;
  readonly code: string;
  readonly says: readonly RegExp[];
}[] = [
  {
    refusal: rotationUnderWay(member('a'), 'still pending'),
    code: 'a-rotation-is-in-progress',
    says: [
      /^Run 8000 \(attempt 1\) created token a of this series/,
      /Set a `concurrency:` group in the workflow/,
      /If you are sure that the run has ended, .*`operation: revoke`, `token-id: a`\), then run the job again\.$/,
    ],
  },
  {
    refusal: begunByThisRun(member('a')),
    code: 'a-rotation-is-in-progress',
    says: [
      /^Another step of this run created token a of this series\. The token is still pending/,
      /a separate series \(`description`\)/,
      /revoke it \(`operation: revoke`, `token-id: a`\)/,
      /If you use act, set `GITHUB_RUN_ID` to a new number/,
    ],
  },
  {
    refusal: rotatedByThisRun(member('a')),
    code: 'already-rotated-in-this-run',
    says: [
      /^Another step of this run created and promoted token a of this series/,
      /a separate series \(`description`\)/,
      /If you use act, set `GITHUB_RUN_ID` to a new number/,
    ],
  },
  {
    refusal: tooManyPending([member('a'), member('b')], 'promoted'),
    code: 'too-many-pending-tokens',
    says: [/^2 rotations .*: a, b\. /, /\(`operation: revoke`\), then run the job again\.$/],
  },
  {
    refusal: nothingToInherit('permissions', undefined),
    code: 'nothing-to-inherit',
    says: [/^Set `permissions`, because the series has no token to inherit from/],
  },
  {
    refusal: nothingToInherit('expires-at', seriesToken('a', 'current')),
    code: 'nothing-to-inherit',
    says: [/^Set `expires-at`, because token a has no value to inherit\.$/],
  },
  {
    refusal: livesTooShort(1_800_000),
    code: 'lifetime-too-short',
    says: [/a lifetime of 30m, which is less than 1h/, /Set `expires-at`\.$/],
  },
  {
    refusal: alwaysDue(7_200_000, 3_600_000),
    code: 'always-due',
    says: [/^`renew-before` \(2h\) is not shorter/, /\(1h\), so every run would rotate\. Set /],
  },
];

describe('a refusal', () => {
  test.each(REFUSALS)('says what is wrong and what to do: $code', ({ refusal, code, says }) => {
    expect(refusal.code).toBe(code);
    for (const sentence of says) expect(refusal.why).toMatch(sentence);
  });
});
