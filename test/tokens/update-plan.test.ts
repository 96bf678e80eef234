import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Permission, permissionChange, samePermissions } from '../../src/tokens/permissions.ts';
import { formatTagged, parseTagged } from '../../src/tokens/tag.ts';
import type { Token } from '../../src/tokens/token.ts';
import {
  judgeUpdate,
  type PlannedChange,
  planUpdate,
  type UpdateSpec,
  updatingPatch,
} from '../../src/tokens/update-plan.ts';
import { arbitraryPermissions } from './arbitrary-permissions.ts';
import { arbitraryTag } from './arbitrary-tag.ts';
import { CLOCKS, NOW } from './series-token.ts';

const TAG = ' [gha:github.com/acme/web#4711 8812345678.1 kept 7f3a9c2e5b1d8046]';
const READ: Permission = { action: 'read', resource: 'metrics' };
const WRITE: Permission = { action: 'write', resource: 'metrics' };

function token(changes: Partial<Token> = {}): Token {
  return {
    id: '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d',
    description: `nightly${TAG}`,
    permissions: [READ, WRITE],
    createdAt: NOW - 1000,
    expiresAt: 'unset',
    revokedAt: 'unset',
    ...changes,
  };
}

describe('the plan of an update', () => {
  test.each<[string, UpdateSpec]>([
    ['nothing at all', {}],
    ['the same description', { description: 'nightly' }],
    ['the same permissions in another order with a duplicate', { permissions: [WRITE, READ, WRITE] }],
    ['the same description and permissions', { description: 'nightly', permissions: [READ, WRITE] }],
  ])('sends nothing for %s', (_, order) => {
    expect(planUpdate(token(), order, CLOCKS)).toEqual({ kind: 'unchanged' });
  });

  test('sends only a description, with the tag unchanged', () => {
    expect(planUpdate(token(), { description: 'weekly', permissions: [READ, WRITE] }, CLOCKS)).toEqual({
      kind: 'change',
      change: { description: `weekly${TAG}` },
      added: [],
      removed: [],
    });
  });

  test.each(['nightly', 'nightly [gha:github.com/acme/web]'])(
    'adds no tag to an untagged token: %s',
    (description) => {
      const plan = planUpdate(token({ description }), { description: 'weekly' }, CLOCKS);
      expect(plan).toMatchObject({ change: { description: 'weekly' } });
    },
  );

  test('sends only permissions if the description is the same', () => {
    expect(planUpdate(token(), { description: 'nightly', permissions: [READ] }, CLOCKS)).toMatchObject({
      kind: 'change',
      change: { permissions: [READ] },
    });
    const plan = planUpdate(token(), { description: 'nightly', permissions: [READ] }, CLOCKS);
    expect('change' in plan && plan.change).not.toHaveProperty('description');
  });

  test('sends nothing for a token with duplicate permissions', () => {
    const plan = planUpdate(token({ permissions: [READ, READ] }), { permissions: [READ] }, CLOCKS);
    expect(plan).toEqual({ kind: 'unchanged' });
  });

  test.each(['job', 'kept', 'pending', 'current'])('keeps a tag of the kind %s verbatim', (kind) => {
    for (const record of ['', ' [gha-restored:2027-01-31T12:00:00Z rw:metrics]', ' [gha-susp']) {
      const tag = ` [gha:github.com/Other.Org/x_y#00815 1.22 ${kind} 00f3a9c2e5b1d804]${record}`;
      const plan = planUpdate(token({ description: `old${tag}` }), { description: 'new' }, CLOCKS);
      expect(plan).toMatchObject({ change: { description: `new${tag}` } });
    }
  });

  test('sends all permissions, and lists the differences', () => {
    const logs: Permission = { action: 'read', resource: 'logs' };
    expect(planUpdate(token(), { permissions: [READ, logs] }, CLOCKS)).toEqual({
      kind: 'change',
      change: { permissions: [READ, logs] },
      added: [logs],
      removed: [WRITE],
    });
  });

  test('can remove all permissions', () => {
    expect(planUpdate(token(), { permissions: [] }, CLOCKS)).toMatchObject({
      change: { permissions: [] },
      removed: [READ, WRITE],
    });
  });

  test.each<[string, Partial<Token>]>([
    ['revoked', { revokedAt: NOW - 1 }],
    ['revoked', { revokedAt: 'unreadable' }],
    ['expired', { expiresAt: NOW }],
  ])('is refused for a token that is %s, even if nothing would change', (why, changes) => {
    for (const permissions of [[], [READ, WRITE]])
      expect(planUpdate(token(changes), { permissions }, CLOCKS)).toEqual({
        kind: 'refused',
        why: expect.stringContaining(why),
        canBeRestored: false,
      });
  });

  test.each(['suspending', 'suspended'])('is refused for a token whose record says %s', (state) => {
    const description = `nightly${TAG} [gha-${state}:2027-01-31T12:00:00Z r:metrics]`;
    expect(planUpdate(token({ description }), { permissions: [] }, CLOCKS)).toEqual({
      kind: 'refused',
      why: 'it is suspended',
      canBeRestored: true,
    });
  });

  test('keeps the record of a restored token', () => {
    const description = `nightly${TAG} [gha-restored:2027-01-31T12:00:00Z r:metrics]`;
    expect(planUpdate(token({ description }), { description: 'weekly' }, CLOCKS)).toMatchObject({
      change: { description: description.replace('nightly', 'weekly') },
    });
  });

  const tagged = fc
    .tuple(fc.string(), fc.option(arbitraryTag))
    .map(([plain, tag]) => (tag ? formatTagged(`x${plain}`, tag) : plain))
    .filter((text) => text.length > 0);
  const order: fc.Arbitrary<UpdateSpec> = fc.record(
    {
      description: fc.string({ minLength: 1 }).filter((text) => !parseTagged(text)),
      permissions: arbitraryPermissions,
    },
    { requiredKeys: [] },
  );

  test('leads to a token that needs no further update, and keeps its tag', () => {
    fc.assert(
      fc.property(tagged, arbitraryPermissions, order, (description, permissions, wanted) => {
        const before = token({ description, permissions });
        const plan = planUpdate(before, wanted, CLOCKS);
        const after = plan.kind === 'change' ? { ...before, ...plan.change } : before;
        expect(planUpdate(after, wanted, CLOCKS)).toEqual({ kind: 'unchanged' });
        expect(parseTagged(after.description)?.tag).toEqual(parseTagged(before.description)?.tag);
        expect(samePermissions(after.permissions, wanted.permissions ?? before.permissions)).toBe(true);
      }),
    );
  });
});

describe('the PATCH of an update', () => {
  const describing: PlannedChange = {
    kind: 'change',
    change: { description: `weekly${TAG}` },
    added: [],
    removed: [],
  };

  test('contains a description together with the permissions that were read', () => {
    expect(updatingPatch(token(), describing).change).toEqual({
      description: `weekly${TAG}`,
      permissions: [READ, WRITE],
    });
  });

  test.each<[string, Permission[]]>([
    ['none', []],
    ['not only read and write', [READ, { action: 'admin', resource: 'metrics' }]],
  ])('contains a description without permissions if the permissions are %s', (_, permissions) => {
    expect(updatingPatch(token({ permissions }), describing).change).toEqual({
      description: `weekly${TAG}`,
    });
  });

  test('contains what it changes if it changes the permissions, and what the response must show', () => {
    for (const change of [
      { permissions: [READ] },
      { permissions: [READ], description: `weekly${TAG}` },
    ] as const) {
      const planned: PlannedChange = { kind: 'change', change, added: [], removed: [WRITE] };
      const { description } = token();
      const wanted = { description, ...change };
      expect(updatingPatch(token(), planned)).toEqual({ change, wanted });
    }
  });
});

describe('the response to an update', () => {
  const plan: PlannedChange = {
    kind: 'change',
    change: { description: `weekly${TAG}` },
    added: [],
    removed: [],
  };
  const after = token({ description: `weekly${TAG}` });

  test('matches the request with its permissions in any order', () => {
    const updated = { ...after, permissions: [WRITE, READ] };
    expect(judgeUpdate(token(), plan, updated)).toEqual({ kind: 'updated', updated });
  });

  test.each<[string, Partial<Token>]>([
    ['description', { description: `nightly${TAG}` }],
    ['description in other letters', { description: `WEEKLY${TAG}` }],
    ['description without its tag', { description: 'weekly' }],
    ['expiry', { expiresAt: NOW + 1 }],
  ])('has a different %s', (_, changes) => {
    const updated = { ...after, ...changes };
    expect(judgeUpdate(token(), plan, updated)).toEqual({ kind: 'not-as-requested', updated });
  });

  test('has lost its tag, although only permissions were sent', () => {
    const updated = token({ description: 'nightly', permissions: [READ] });
    const sent: PlannedChange = { ...plan, change: { permissions: [READ] } };
    expect(judgeUpdate(token(), sent, updated)).toEqual({ kind: 'not-as-requested', updated });
  });

  test('has lost its expiry, although only a description was sent', () => {
    expect(judgeUpdate(token({ expiresAt: NOW + 1 }), plan, after)).toEqual({
      kind: 'not-as-requested',
      updated: after,
    });
  });

  test.each([
    ['none', []],
    ['fewer', [READ]],
    ['more', [READ, WRITE, { action: 'read', resource: '*' }]],
  ])(
    'shows a concurrent suspension: %s of the permissions, which were not part of the change',
    (_, permissions) => {
      const updated = { ...after, permissions };
      expect(judgeUpdate(token(), plan, updated)).toEqual({ kind: 'other-permissions', updated });
      const asked = { ...plan, change: { ...plan.change, permissions: [WRITE] } };
      expect(judgeUpdate(token(), asked, updated)).toEqual({ kind: 'not-as-requested', updated });
    },
  );

  test('of a token without permissions can show the ones that somebody gave it meanwhile', () => {
    const updated = { ...after, permissions: [READ] };
    expect(judgeUpdate(token({ permissions: [] }), plan, updated)).toEqual({ kind: 'updated', updated });
  });

  test.each<[string, Token | undefined]>([
    ['has been revoked', { ...after, revokedAt: NOW }],
    ['might have been revoked', { ...after, revokedAt: 'unreadable' }],
    ['does not exist', undefined],
  ])('shows that the token %s', (_, updated) => {
    expect(judgeUpdate(token(), plan, updated)).toEqual({ kind: 'revoked', updated });
  });
});

test('added and removed permissions are the complete difference without duplicates', () => {
  fc.assert(
    fc.property(arbitraryPermissions, arbitraryPermissions, (from, to) => {
      const { added, removed } = permissionChange(from, to);
      const kept = from.filter((one) => !removed.some((other) => samePermissions([one], [other])));
      expect(samePermissions([...kept, ...added], to)).toBe(true);
      for (const one of added) expect(from).not.toContainEqual(one);
      for (const one of removed) expect(to).not.toContainEqual(one);
      expect(new Set([...added, ...removed].map((one) => JSON.stringify(one))).size).toBe(
        added.length + removed.length,
      );
    }),
  );
});
