import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CleanupFacts,
  type CleanupSpec,
  type Decided,
  jobRunsToCheck,
  planCleanup,
} from '../../src/tokens/cleanup-plan.ts';
import { parseGlob } from '../../src/tokens/glob.ts';
import { parseTagged } from '../../src/tokens/tag.ts';
import type { Token } from '../../src/tokens/token.ts';
import {
  arbitraryHistory,
  CLOCKS,
  DAY,
  NOW,
  OTHER_SERVER,
  REPOSITORY_ID,
  RUN,
  SERVER,
  seriesToken,
  tag,
} from './series-token.ts';

const REPOSITORY: CleanupSpec = {
  scope: { kind: 'repository', server: SERVER, repositoryId: REPOSITORY_ID },
  quarantineMs: 0,
};
const ORGANIZATION: CleanupSpec = {
  scope: { kind: 'organization', server: SERVER, owner: 'acme' },
  quarantineMs: 0,
};
const CLUSTER: CleanupSpec = { scope: { kind: 'cluster' }, pattern: parseGlob('*'), quarantineMs: 0 };
const MAX_REVOCATIONS = 100;
const MONTHLY = { maxAgeMs: 30 * DAY };

function plan(tokens: readonly Token[], spec: CleanupSpec = CLUSTER, changes: Partial<CleanupFacts> = {}) {
  const facts = { tokens, run: RUN, hasEnded: () => true, clocks: CLOCKS, ...changes };
  return planCleanup(spec, facts, MAX_REVOCATIONS).decided;
}

/** only is the decision about a single token. */
function only(token: Token, spec: CleanupSpec = CLUSTER, changes: Partial<CleanupFacts> = {}): string {
  const [decided, ...more] = plan([token], spec, changes);
  expect(more).toEqual([]);
  return decided ? `${decided.decision}: ${decided.reason}` : 'out of scope';
}

/** The tokens that are revoked or suspended. */
const endedOnes = (decided: readonly Decided[]) =>
  decided.filter(({ decision }) => decision !== 'keep').map(({ id }) => id);

const OLD = { createdAt: NOW - 31 * DAY, expiresAt: NOW + DAY };
const EXPIRED = { expiresAt: NOW };

describe('a token of a job', () => {
  test('is revoked after its run has ended', () => {
    expect(only(seriesToken('a', 'job'))).toBe('revoke: run 8000 ended');
  });

  test('is kept while its run might not have ended, even if it is old or expired', () => {
    for (const changes of [{}, OLD, EXPIRED]) {
      const token = seriesToken('a', 'job', changes);
      expect(only(token, { ...CLUSTER, maxAgeMs: 0 }, { hasEnded: () => false })).toBe(
        'keep: run 8000 might not have ended',
      );
    }
  });

  test('is kept without a creation date', () => {
    for (const createdAt of ['unset', 'unreadable'] as const) {
      expect(only(seriesToken('a', 'job', { createdAt }))).toBe('keep: a date of the token cannot be read');
    }
  });

  test('is kept if it is suspended and `quarantine` is not set, and its run is not read', () => {
    const token = seriesToken('a', 'job', { permissions: [] });
    const description = `${token.description} [gha-suspended:2020-01-01T00:00:00Z r:metrics]`;
    const suspended = { ...token, description };
    expect(only(suspended, CLUSTER, { hasEnded: () => false })).toBe(
      'keep: suspended since 1 Jan 2020, 00:00 UTC, and `quarantine` is not set',
    );
    expect(jobRunsToCheck(CLUSTER, { tokens: [suspended], run: RUN, clocks: CLOCKS })).toEqual([]);
  });

  test('of this run is kept, in any attempt', () => {
    for (const runAttempt of ['1', '2']) {
      expect(only(seriesToken('a', 'job', { tag: { runId: RUN.runId, runAttempt } }))).toBe(
        'keep: created by this run',
      );
    }
    const elsewhere = { runId: RUN.runId, repositoryId: '1' };
    expect(only(seriesToken('a', 'job', { tag: elsewhere }))).toBe('revoke: run 9000 ended');
  });

  test('of another server is kept, even if it is expired, because its run cannot be read', () => {
    for (const changes of [{}, OLD, EXPIRED]) {
      const token = seriesToken('a', 'job', { ...changes, tag: { server: OTHER_SERVER } });
      expect(only(token, { ...CLUSTER, maxAgeMs: 0 })).toBe(
        'keep: run 8000 is on ghe.example.com:8443, so this step cannot check whether it has ended',
      );
      expect(jobRunsToCheck(CLUSTER, { tokens: [token], run: RUN, clocks: CLOCKS })).toEqual([]);
    }
  });
});

describe.each(['kept', 'untagged'] as const)('a token that is %s', (kind) => {
  test('is kept without `max-age`', () => {
    expect(only(seriesToken('a', kind, OLD))).toBe('keep: `max-age` is not set');
  });

  test('is revoked if it is older than `max-age`, to the millisecond', () => {
    const born = (age: number) => seriesToken('a', kind, { createdAt: NOW - age });
    expect(only(born(30 * DAY), { ...CLUSTER, ...MONTHLY })).toBe('keep: younger than 30d');
    expect(only(born(30 * DAY + 1), { ...CLUSTER, ...MONTHLY })).toBe('revoke: older than 30d');
  });

  test('is kept without a creation date, even if it has expired', () => {
    for (const changes of [OLD, EXPIRED]) {
      expect(
        only(seriesToken('a', kind, { ...changes, createdAt: 'unset' }), { ...CLUSTER, ...MONTHLY }),
      ).toBe('keep: a date of the token cannot be read');
    }
  });

  test('is revoked if it has expired', () => {
    expect(only(seriesToken('a', kind, EXPIRED))).toBe('revoke: expired');
  });
});

test.each([
  ['current', 'current token of its series'],
  ['pending', 'pending token of its series'],
] as const)('a %s token is kept, even if it is expired', (kind, reason) => {
  for (const changes of [{}, OLD, EXPIRED]) {
    expect(only(seriesToken('a', kind, changes), { ...CLUSTER, maxAgeMs: 0 })).toBe(`keep: ${reason}`);
  }
});

test.each(['createdAt', 'expiresAt', 'revokedAt'])('a token with an unreadable %s is kept', (date) => {
  expect(only(seriesToken('a', 'job', { [date]: 'unreadable' }))).toBe(
    'keep: a date of the token cannot be read',
  );
});

test('only runs that decide about a token of a job are read', () => {
  const tokens = [
    seriesToken('asked', 'job'),
    seriesToken('own', 'job', { tag: { runId: RUN.runId } }),
    seriesToken('unreadable', 'job', { createdAt: 'unreadable' }),
    seriesToken('revoked', 'job', { revokedAt: NOW }),
    ...(['kept', 'untagged', 'current', 'pending'] as const).map((kind) => seriesToken(kind, kind, OLD)),
  ];
  const asked = jobRunsToCheck({ ...CLUSTER, maxAgeMs: 0 }, { tokens, run: RUN, clocks: CLOCKS });
  expect(asked.map(({ token }) => token.id)).toEqual(['asked']);
});

test('a revoked token is kept as it is', () => {
  expect(only(seriesToken('a', 'job', { revokedAt: NOW - 1 }))).toBe('keep: already revoked');
});

describe('the scope', () => {
  const mine = seriesToken('mine', 'job');
  const renamed = seriesToken('renamed', 'job', { tag: { repository: 'acme/old-name' } });
  const sister = seriesToken('sister', 'job', { tag: { repository: 'ACME/api', repositoryId: '2' } });
  const stranger = seriesToken('stranger', 'job', { tag: { repository: 'evil/web', repositoryId: '3' } });
  const untagged = seriesToken('untagged', 'untagged', OLD);
  const all = [mine, renamed, sister, stranger, untagged];

  test.each<[string, CleanupSpec, string[]]>([
    ['repository', REPOSITORY, ['mine', 'renamed']],
    ['organization', ORGANIZATION, ['mine', 'renamed', 'sister']],
    ['cluster', CLUSTER, ['mine', 'renamed', 'sister', 'stranger', 'untagged']],
  ])('of the %s contains these tokens', (_, spec, ids) => {
    expect(
      plan(all, spec)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...ids].sort());
  });

  test('is narrowed by a pattern for plain descriptions', () => {
    const pattern = parseGlob('telegraf*');
    expect(only(mine, { ...REPOSITORY, pattern })).toBe('revoke: run 8000 ended');
    expect(only(mine, { ...REPOSITORY, pattern: parseGlob('*current*') })).toBe('out of scope');
  });
});

describe('the runs to read', () => {
  const ask = (tokens: readonly Token[]) =>
    jobRunsToCheck(CLUSTER, { tokens, run: RUN, clocks: CLOCKS }).map(({ token }) => token.id);

  test('are those of tokens whose decision depends on nothing else', () => {
    expect(
      ask([
        seriesToken('live', 'job'),
        seriesToken('expired', 'job', EXPIRED),
        seriesToken('own', 'job', { tag: { runId: RUN.runId } }),
        seriesToken('revoked', 'job', { revokedAt: NOW - 1 }),
        seriesToken('unreadable', 'job', { expiresAt: 'unreadable' }),
        seriesToken('pending', 'pending'),
        seriesToken('kept', 'kept', OLD),
      ]).sort(),
    ).toEqual(['expired', 'live']);
  });
});

describe('the limit', () => {
  const planOf = (tokens: readonly Token[], max: number) =>
    planCleanup(CLUSTER, { tokens, run: RUN, hasEnded: () => true, clocks: CLOCKS }, max);
  const live = [seriesToken('a', 'job'), seriesToken('b', 'job')];

  test('counts live tokens to revoke', () => {
    expect(planOf(live, 2).tooMany).toBeUndefined();
    expect(planOf(live, 1).tooMany?.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('does not count expired or kept tokens', () => {
    const others = [seriesToken('c', 'job', EXPIRED), seriesToken('d', 'current')];
    const { decided, toEnd, tooMany } = planOf([...live, ...others], 2);
    expect(decided).toHaveLength(4);
    expect(toEnd.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c']);
    expect(tooMany).toBeUndefined();
  });
});

describe('a quarantine', () => {
  const WEEKLY = { ...CLUSTER, ...MONTHLY, quarantineMs: 7 * DAY };
  const record = (state: string, days: number, grants = 'r:metrics') =>
    ` [gha-${state}:${new Date(NOW - days * DAY).toISOString().replace('.000Z', 'Z')} ${grants}]`;
  const suspended = (
    kind: 'kept' | 'current' | 'pending' | 'job',
    days: number,
    changes: Partial<Token> = {},
  ) => {
    const token = seriesToken('a', kind, { ...OLD, permissions: [], ...changes });
    return { ...token, description: token.description + record('suspended', days) };
  };

  test('suspends kept and untagged tokens, and revokes expired tokens and tokens of jobs at once', () => {
    for (const kind of ['kept', 'untagged'] as const) {
      expect(only(seriesToken('a', kind, OLD), WEEKLY)).toBe('suspend: older than 30d');
      expect(only(seriesToken('a', kind, { ...OLD, ...EXPIRED }), WEEKLY)).toBe('revoke: expired');
    }
    expect(only(seriesToken('a', 'job'), WEEKLY)).toBe('revoke: run 8000 ended');
  });

  test('ends for tokens of every kind that a rotation or a cleanup has suspended', () => {
    for (const kind of ['kept', 'current', 'pending'] as const) {
      expect(only(suspended(kind, 7), WEEKLY)).toBe(
        'revoke: suspended since 24 Jan 2027, 12:00 UTC, for more than 7d',
      );
      expect(only(suspended(kind, 6), WEEKLY)).toBe(
        'keep: suspended since 25 Jan 2027, 12:00 UTC, in quarantine until 1 Feb 2027, 12:00 UTC',
      );
      expect(only(suspended(kind, 7), CLUSTER)).toBe(
        'keep: suspended since 24 Jan 2027, 12:00 UTC, and `quarantine` is not set',
      );
    }
  });

  test('never ends for a token of this run, of a running job, or with an unreadable date', () => {
    expect(only(suspended('job', 9), WEEKLY, { hasEnded: () => false })).toMatch(/^keep: run 8000/);
    expect(only(suspended('kept', 9, { createdAt: 'unreadable' }), WEEKLY)).toBe(
      'keep: a date of the token cannot be read',
    );
    expect(only(suspended('kept', 9), WEEKLY, { run: { ...RUN, runId: '8000' } })).toBe(
      'keep: created by this run',
    );
  });

  test('does not apply to an expired token, which is revoked unless it belongs to a series', () => {
    expect(only(suspended('kept', 1, EXPIRED), WEEKLY)).toBe('revoke: expired');
    expect(only(suspended('current', 9, EXPIRED), WEEKLY)).toBe('keep: current token of its series');
  });

  test('leaves a suspension that a rotation has begun to the rotation', () => {
    for (const kind of ['current', 'pending'] as const) {
      const token = seriesToken('a', kind, OLD);
      const begun = { ...token, description: token.description + record('suspending', 9) };
      expect(only(begun, WEEKLY)).toBe('keep: a rotation has begun to suspend this token');
    }
  });

  test('has a limit that counts tokens to suspend, and suspended tokens to revoke', () => {
    const tokens = [seriesToken('b', 'kept', OLD), suspended('kept', 9), seriesToken('c', 'kept', EXPIRED)];
    const facts = { tokens, run: RUN, hasEnded: () => true, clocks: CLOCKS };
    expect(
      planCleanup(WEEKLY, facts, 1)
        .tooMany?.map(({ id }) => id)
        .sort(),
    ).toEqual(['a', 'b']);
    expect(planCleanup(WEEKLY, facts, 2).tooMany).toBeUndefined();
  });

  test('starts for a restored token only when the restore is that long ago', () => {
    const token = seriesToken('a', 'kept', OLD);
    const restored = (days: number) => ({
      ...token,
      description: token.description + record('restored', days),
    });
    expect(only(restored(29), WEEKLY)).toBe('keep: restored less than 30d ago');
    expect(only(restored(31), WEEKLY)).toBe('suspend: older than 30d');
    expect(only({ ...restored(31), createdAt: NOW - 40 * DAY }, WEEKLY)).toBe(
      'suspend: restored more than 30d ago',
    );
  });
});

/** Any request, wide or narrow. */
const spec: fc.Arbitrary<CleanupSpec> = fc.record(
  {
    scope: fc.constantFrom(REPOSITORY.scope, ORGANIZATION.scope, CLUSTER.scope),
    maxAgeMs: fc.integer({ min: 0, max: 400 }).map((hours) => hours * 3_600_000),
    pattern: fc.constantFrom('*', 'tele*', 'x*').map(parseGlob),
    quarantineMs: fc.constantFrom(0, DAY),
  },
  { requiredKeys: ['scope', 'quarantineMs'] },
);
const ended = fc.func(fc.boolean()).map((decide) => (token: Token) => decide(token.id));

describe('for any inputs', () => {
  test('a pending or current token is never selected, live or expired', () => {
    fc.assert(
      fc.property(arbitraryHistory, spec, ended, (tokens, asked, hasEnded) => {
        for (const { tag: own, decision } of plan(tokens, asked, { hasEnded })) {
          if (own?.kind === 'pending' || own?.kind === 'current') expect(decision).toBe('keep');
        }
      }),
    );
  });

  test('no untagged token and no token of another repository is selected outside of its scope', () => {
    fc.assert(
      fc.property(arbitraryHistory, spec, ended, (tokens, asked, hasEnded) => {
        for (const decided of plan(tokens, { ...asked, ...REPOSITORY }, { hasEnded })) {
          expect(decided.tag?.repositoryId).toBe(REPOSITORY_ID);
          expect(decided.tag?.server).toBe(SERVER);
        }
        for (const decided of plan(tokens, { ...asked, ...ORGANIZATION }, { hasEnded })) {
          expect(decided.tag?.server).toBe(SERVER);
        }
      }),
    );
  });

  test('no token of this run is selected', () => {
    fc.assert(
      fc.property(arbitraryHistory, spec, (tokens, asked) => {
        const run = { server: SERVER, repositoryId: REPOSITORY_ID, runId: tag('job').runId };
        for (const { tag: own, decision } of plan(tokens, asked, { run })) {
          if (own?.server === SERVER && own.repositoryId === REPOSITORY_ID) expect(decision).toBe('keep');
        }
      }),
    );
  });

  test('tokens of another server do not affect a repository or an organization', () => {
    fc.assert(
      fc.property(arbitraryHistory, spec, ended, (tokens, asked, hasEnded) => {
        const ofServer = tokens.filter(
          ({ description }) => parseTagged(description)?.tag.server !== OTHER_SERVER,
        );
        for (const { scope } of [REPOSITORY, ORGANIZATION]) {
          const narrow = { ...asked, scope };
          expect(plan(tokens, narrow, { hasEnded })).toEqual(plan(ofServer, narrow, { hasEnded }));
        }
      }),
    );
  });

  test('no token with an unreadable date is selected', () => {
    fc.assert(
      fc.property(arbitraryHistory, spec, (tokens, asked) => {
        for (const { createdAt, expiresAt, revokedAt, decision } of plan(tokens, asked)) {
          if ([createdAt, expiresAt, revokedAt].includes('unreadable')) expect(decision).toBe('keep');
        }
      }),
    );
  });

  test('an unknown run is not a reason to revoke a token', () => {
    fc.assert(
      fc.property(arbitraryHistory, spec, (tokens, asked) => {
        const without = endedOnes(plan(tokens, asked, { hasEnded: () => false }));
        const known = endedOnes(plan(tokens, asked));
        expect(known).toEqual(expect.arrayContaining(without));
        for (const { tag: own, decision } of plan(tokens, asked, { hasEnded: () => false })) {
          if (own?.kind === 'job') expect(decision).toBe('keep');
        }
      }),
    );
  });

  test('a wider scope only adds tokens', () => {
    fc.assert(
      fc.property(arbitraryHistory, spec, ended, (tokens, asked, hasEnded) => {
        const [narrow, wider, widest] = [REPOSITORY, ORGANIZATION, { scope: CLUSTER.scope }].map(
          ({ scope }) => endedOnes(plan(tokens, { ...asked, scope }, { hasEnded })),
        );
        expect(wider).toEqual(expect.arrayContaining(narrow ?? []));
        expect(widest).toEqual(expect.arrayContaining(wider ?? []));
      }),
    );
  });

  test('two runs over the same list in any order decide the same', () => {
    fc.assert(
      fc.property(arbitraryHistory, spec, ended, (tokens, asked, hasEnded) => {
        expect(plan(tokens.toReversed(), asked, { hasEnded })).toEqual(plan(tokens, asked, { hasEnded }));
      }),
    );
  });
});
