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

/** Functions, because a mutant is only tested by what runs in a test. */
const REFUSALS: readonly {
  readonly of: string;
  readonly refuse: () => Refusal;
  readonly code: string;
  readonly why: string;
}[] = [
  {
    of: 'a rotation while the token of another run is pending',
    refuse: () => rotationUnderWay(member('a'), 'still pending'),
    code: 'a-rotation-is-in-progress',
    why:
      'Run 8000 (attempt 1) created token a of this series. The token is still pending, and the run might not have ended. ' +
      'Wait until that run has ended, then run the job again. Set a `concurrency:` group in the workflow, so that one run waits ' +
      'for the other. If the run has ended and no consumer uses the token, revoke the token (`operation: revoke`, `token-id: a`), then run ' +
      'the job again.',
  },
  {
    of: 'a rotation while the token of another run is not in every secret',
    refuse: () => rotationUnderWay(member('a'), 'not in every secret yet'),
    code: 'a-rotation-is-in-progress',
    why:
      'Run 8000 (attempt 1) created token a of this series. The token is not in every secret yet, and the run might not have ' +
      'ended. Wait until that run has ended, then run the job again. Set a `concurrency:` group in the workflow, so that one run ' +
      'waits for the other. If the run has ended and no consumer uses the token, revoke the token (`operation: revoke`, `token-id: a`), then ' +
      'run the job again.',
  },
  {
    of: 'a rotation while the token of this run is pending',
    refuse: () => begunByThisRun(member('a')),
    code: 'a-rotation-is-in-progress',
    why:
      'Another step of this run created token a of this series. The token is still pending. In each run, use only one `rotate` step for each ' +
      'series. List all targets in that step, or use a separate series (`description`) for each consumer. Also set a `concurrency:` ' +
      'group in the workflow. If no other step of this run uses the token, revoke it ' +
      '(`operation: revoke`, `token-id: a`), then run the job again. If you use act, set `GITHUB_RUN_ID` to a new number for each ' +
      'run, because act gives all runs the same ID.',
  },
  {
    of: 'a second rotation in one run',
    refuse: () => rotatedByThisRun(member('a')),
    code: 'already-rotated-in-this-run',
    why:
      'Another step of this run created and promoted token a of this series. In each run, use only one `rotate` step for each series. List all ' +
      'targets in that step, or use a separate series (`description`) for each consumer. If you use act, set `GITHUB_RUN_ID` to a ' +
      'new number for each run, because act gives all runs the same ID.',
  },
  {
    of: 'a rotation after too many tokens that were never promoted',
    refuse: () => tooManyPending([member('a'), member('b')], 'promoted'),
    code: 'too-many-pending-tokens',
    why:
      '2 rotations of this series created tokens that were never promoted: a, b. Find out which step fails after the rotation. ' +
      'Revoke the tokens that no consumer uses (`operation: revoke`), then run the job again.',
  },
  {
    of: 'a rotation after too many tokens that were never stored',
    refuse: () => tooManyPending([member('a'), member('b'), member('c')], 'stored in every secret'),
    code: 'too-many-pending-tokens',
    why:
      '3 rotations of this series created tokens that were never stored in every secret: a, b, c. Find out which step fails after ' +
      'the rotation. Revoke the tokens that no consumer uses (`operation: revoke`), then run the job again.',
  },
  {
    of: 'a rotation of a series without tokens and without `permissions`',
    refuse: () => nothingToInherit('permissions', undefined),
    code: 'nothing-to-inherit',
    why: 'Set `permissions`, because the series has no valid token to inherit from.',
  },
  {
    of: 'a rotation of a token without an expiry and without `expires-at`',
    refuse: () => nothingToInherit('expires-at', seriesToken('a', 'current')),
    code: 'nothing-to-inherit',
    why: 'Set `expires-at`, because the new token cannot inherit a lifetime from token a.',
  },
  {
    of: 'a new token that lives for less than an hour',
    refuse: () => livesTooShort(1_800_000),
    code: 'lifetime-too-short',
    why: 'The new token would inherit a lifetime of 30m, which is less than 1h. Set `expires-at`.',
  },
  {
    of: 'a `renew-before` that is longer than the lifetime',
    refuse: () => alwaysDue(7_200_000, 3_600_000),
    code: 'always-due',
    why:
      '`renew-before` (2h) is not shorter than the lifetime of the new token (1h), so every run would rotate. Set a shorter ' +
      '`renew-before` or a later `expires-at`.',
  },
];

describe('the refusal of', () => {
  test.each(REFUSALS)('$of says what is wrong and what to do', ({ refuse, code, why }) => {
    expect(refuse()).toEqual({ kind: 'refused', code, why });
  });
});
