import { describe, expect, test } from 'vitest';
import type { LineToken } from '../../src/tokens/line.ts';
import {
  alwaysDue,
  begunByThisRun,
  livesTooShort,
  nothingToTakeOver,
  type Refusal,
  rotatedByThisRun,
  rotationUnderWay,
  tooManyHanded,
} from '../../src/tokens/rotation-refusal.ts';
import { lineToken, tag } from './line-token.ts';

const member = (id: string): LineToken => ({ ...lineToken(id, 'handed'), tag: tag('handed') }) as LineToken;

/** What a person has to read in each: what is wrong, where, and what to do. */
const REFUSALS: readonly {
  readonly refusal: Refusal;
  readonly title: string;
  readonly says: readonly RegExp[];
}[] = [
  {
    refusal: rotationUnderWay(member('a')),
    title: 'A rotation is under way',
    says: [
      /^Run 8000 \(attempt 1\) has made token a of this line/,
      /give the workflow a `concurrency:` group/,
      /revoke the token once nobody holds it\.$/,
    ],
  },
  {
    refusal: begunByThisRun(member('a')),
    title: 'A rotation is under way',
    says: [
      /^Token a was made by this very run/,
      /a line \(`description`\) of its own/,
      /in a `concurrency:` group\.$/,
    ],
  },
  {
    refusal: rotatedByThisRun(member('a')),
    title: 'Rotated already in this run',
    says: [/^Token a was made and committed by this very run/, /a line \(`description`\) of its own\.$/],
  },
  {
    refusal: tooManyHanded([member('a'), member('b')]),
    title: 'Too many tokens handed over',
    says: [/^2 rotations .*: a, b\. /, /\(`operation: revoke`\), and run again\.$/],
  },
  {
    refusal: nothingToTakeOver('permissions', undefined),
    title: 'Something is missing',
    says: [/^Give `permissions`, since the line has no token yet/],
  },
  {
    refusal: nothingToTakeOver('expires-at', lineToken('a', 'current')),
    title: 'Something is missing',
    says: [/^Give `expires-at`, since token a has nothing that could be taken over\.$/],
  },
  {
    refusal: livesTooShort(1_800_000),
    title: 'Too short a life',
    says: [/for 30m, and at least 1h/, /give `expires-at`\.$/],
  },
  {
    refusal: alwaysDue(7_200_000, 3_600_000),
    title: 'Due from its first second',
    says: [/^`renew-before` \(2h\) must be shorter/, /\(1h\), or every run would rotate\.$/],
  },
];

describe('a refusal', () => {
  test.each(REFUSALS)('says what is wrong and what to do: $title', ({ refusal, title, says }) => {
    expect(refusal.title).toBe(title);
    for (const sentence of says) expect(refusal.why).toMatch(sentence);
  });
});
