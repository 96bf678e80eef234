import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Permission, permissionChange, samePermissions } from '../../src/tokens/permissions.ts';
import { formatTagged, parseTagged } from '../../src/tokens/tag.ts';
import type { Token } from '../../src/tokens/token.ts';
import {
  judgeUpdate,
  type PlannedChange,
  planUpdate,
  type UpdateOrder,
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
  test.each<[string, UpdateOrder]>([
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

  test('adds no tag to an untagged token', () => {
    const plan = planUpdate(token({ description: 'nightly' }), { description: 'weekly' }, CLOCKS);
    expect(plan).toMatchObject({ change: { description: 'weekly' } });
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
  ])('is refused for a token that is %s', (why, changes) => {
    expect(planUpdate(token(changes), { permissions: [] }, CLOCKS)).toEqual({
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
  const order: fc.Arbitrary<UpdateOrder> = fc.record(
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
    ['expiry', { expiresAt: NOW + 1 }],
  ])('has a different %s', (_, changes) => {
    const updated = { ...after, ...changes };
    expect(judgeUpdate(token(), plan, updated)).toEqual({ kind: 'not-as-asked', updated });
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
      expect(judgeUpdate(token(), asked, updated)).toEqual({ kind: 'not-as-asked', updated });
    },
  );

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
