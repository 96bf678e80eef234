import { describe, expect, test } from 'vitest';
import {
  alwaysDue,
  begunByThisRun,
  livesTooShort,
  nothingToTakeOver,
  type Refusal,
  rotatedByThisRun,
  rotationUnderWay,
  tooManyPending,
} from '../../../src/tokens/rotation/refusals.ts';
import type { SeriesToken } from '../../../src/tokens/rotation/series.ts';
import { seriesToken, tag } from '../series-token.ts';

const member = (id: string): SeriesToken =>
  ({ ...seriesToken(id, 'pending'), tag: tag('pending') }) as SeriesToken;

/** What a person has to read in each: what is wrong, where, and what to do. */
const REFUSALS: readonly {
  readonly refusal: Refusal;
  readonly code: string;
  readonly says: readonly RegExp[];
}[] = [
  {
    refusal: rotationUnderWay(member('a')),
    code: 'a-rotation-is-in-progress',
    says: [
      /^Run 8000 \(attempt 1\) created token a of this series/,
      /Give the workflow a `concurrency:` group/,
      /If you are sure that the run is over, .*`operation: revoke`, `token-id: a`\) and run again\.$/,
    ],
  },
  {
    refusal: begunByThisRun(member('a')),
    code: 'a-rotation-is-in-progress',
    says: [
      /^This run created token a, which is still pending/,
      /a series \(`description`\) of its own/,
      /a `concurrency:` group/,
      /Under act, .* set `GITHUB_RUN_ID` to another number\.$/,
    ],
  },
  {
    refusal: rotatedByThisRun(member('a')),
    code: 'already-rotated-in-this-run',
    says: [
      /^This run created and promoted token a/,
      /a series \(`description`\) of its own\./,
      /Under act, .* set `GITHUB_RUN_ID` to another number\.$/,
    ],
  },
  {
    refusal: tooManyPending([member('a'), member('b')]),
    code: 'too-many-pending-tokens',
    says: [/^2 rotations .*: a, b\. /, /\(`operation: revoke`\), and run again\.$/],
  },
  {
    refusal: nothingToTakeOver('permissions', undefined),
    code: 'nothing-to-inherit',
    says: [/^Set `permissions`, because the series has no token yet/],
  },
  {
    refusal: nothingToTakeOver('expires-at', seriesToken('a', 'current')),
    code: 'nothing-to-inherit',
    says: [/^Set `expires-at`, because token a has nothing to inherit\.$/],
  },
  {
    refusal: livesTooShort(1_800_000),
    code: 'lifetime-too-short',
    says: [/for 30m, and at least 1h/, /give `expires-at`\.$/],
  },
  {
    refusal: alwaysDue(7_200_000, 3_600_000),
    code: 'always-due',
    says: [/^`renew-before` \(2h\) must be shorter/, /\(1h\), or every run would rotate\.$/],
  },
];

describe('a refusal', () => {
  test.each(REFUSALS)('says what is wrong and what to do: $code', ({ refusal, code, says }) => {
    expect(refusal.code).toBe(code);
    for (const sentence of says) expect(refusal.why).toMatch(sentence);
  });
});
