import { describe, expect, test } from 'vitest';
import type { StoredToken } from '../../emulator/servers/token-store.ts';
import { parseTagged } from '../../src/tokens/tag.ts';
import type { StepResult } from '../actions-runner/step-run.ts';
import { wholeJob } from '../rotation/run-interleaving.ts';
import { SERIES, type Series, World } from '../rotation/world.ts';

const DAY_MS = 24 * 3_600_000;
const GRANTS = [{ action: 'read', resource: 'metrics' }] as const;
const SUSPENDED = / \[gha-suspended:\S+ r:metrics\]$/;

const seriesOf = (name: string): Series => SERIES.find((series) => series.name === name) as Series;
const STORED = seriesOf('a secret, with quarantine');
const LATER = seriesOf('later steps, with quarantine');

const idsIn = (text: string | undefined): string[] => JSON.parse(text ?? 'null');
const titlesOf = ({ annotations }: StepResult) => annotations.map(({ title }) => title);

/** rotate is one complete run of the scheduled workflow. */
async function rotate(world: World, inputs: Readonly<Record<string, string>> = {}) {
  using run = world.beginRun();
  using step = world.stepOf(run.id, inputs);
  return await wholeJob(world, step);
}

function isSuspended({ description, permissions, revokedAt }: StoredToken): boolean {
  return SUSPENDED.test(description) && permissions.length === 0 && revokedAt === undefined;
}

/** The tokens of the series, in order of creation. */
const tokensOf = ({ cluster, others }: World) => cluster.tokens.filter((token) => !others.includes(token));

describe('a rotation with quarantine', () => {
  test('suspends the replaced token, and says so in outputs, log, and summary', async () => {
    await using world = await World.start(STORED);
    const { main } = await rotate(world);
    const [old, own] = tokensOf(world) as [StoredToken, StoredToken];
    expect(main.exitCode).toBe(0);
    expect(isSuspended(old)).toBe(true);
    expect(parseTagged(old.description)?.tag.kind).toBe('current');
    expect(own.permissions).toEqual(GRANTS);
    expect(idsIn(main.outputs['suspended-token-ids'])).toEqual([old.id]);
    expect(idsIn(main.outputs['revoked-token-ids'])).toEqual([]);
    expect(idsIn(main.outputs['previous-token-ids'])).toEqual([]);
    expect(main.log).toContain(`Suspended replaced token ${old.id}.`);
    expect(main.summary).toContain('    operation: restore');
    expect(world.outages).toEqual([]);
  });

  test('revokes the token after the quarantine, in a run that rotates nothing', async () => {
    await using world = await World.start(STORED);
    const [old] = tokensOf(world) as [StoredToken];
    old.expiresAt = Date.now() + 50 * DAY_MS;
    await rotate(world, { 'renew-before': '60d' });
    for (let day = 1; day < 7; day++) {
      world.passOneDay();
      const { main } = await rotate(world);
      expect(main.outputs['rotated']).toBe('false');
      expect(main.summary).toContain('    operation: restore');
      expect(isSuspended(old)).toBe(true);
    }
    world.passOneDay();
    const { main } = await rotate(world);
    expect(old.revokedAt).toBeDefined();
    expect(idsIn(main.outputs['revoked-token-ids'])).toEqual([old.id]);
    expect(world.liveTokens).toHaveLength(1);
  });

  test('suspends nothing in a dry run', async () => {
    await using world = await World.start(STORED, { 'dry-run': 'true' });
    const { main } = await rotate(world);
    expect(main.exitCode).toBe(0);
    expect(tokensOf(world).map(({ permissions }) => permissions)).toEqual([GRANTS]);
    expect(main.outputs['suspended-token-ids']).toBe('[]');
  });

  test('says in a dry run which replaced tokens it would suspend and revoke, and changes nothing', async () => {
    await using world = await World.start(STORED);
    await rotate(world);
    const [suspended, old] = tokensOf(world) as [StoredToken, StoredToken];
    suspended.expiresAt = Date.now() + 50 * DAY_MS;
    await rotate(world, { quarantine: '0', 'grace-period': '30d', 'renew-before': '' });
    for (let day = 0; day < 8; day++) world.passOneDay();
    const before = JSON.stringify(world.cluster.tokens);
    const { main } = await rotate(world, { 'dry-run': 'true' });
    expect(JSON.stringify(world.cluster.tokens)).toBe(before);
    expect(main.log).toContain(`Replaced token ${old.id} would be suspended: its grace period is over.`);
    expect(main.log).toContain(`Replaced token ${suspended.id} would be revoked: suspended since`);
    expect(main.summary).toContain('would be suspended');
    expect(main.outputs).toMatchObject({ 'suspended-token-ids': '[]', 'revoked-token-ids': '[]' });
  });

  test('suspends in the post step for later steps, and shows there how to restore', async () => {
    await using world = await World.start(LATER);
    const { main, post } = await rotate(world);
    const [old] = tokensOf(world) as [StoredToken];
    expect(isSuspended(old)).toBe(true);
    expect(main.outputs['suspended-token-ids']).toBe('[]');
    expect(post).toMatchObject({ exitCode: 0, annotations: [] });
    expect(post.summary).toContain('    operation: restore');
  });

  test('keeps tokens that another workflow has suspended if `quarantine` is not set', async () => {
    await using world = await World.start(STORED, { quarantine: '0' });
    const [old] = tokensOf(world) as [StoredToken];
    old.description += ' [gha-suspended:2020-01-01T00:00:00Z r:metrics]';
    old.permissions = [];
    world.cluster.seed({
      description: old.description.replace(/ \[gha-suspended.*/, ''),
      permissions: [...GRANTS],
      createdAt: Date.now() - 50 * DAY_MS,
    });
    const { main } = await rotate(world);
    expect(main.exitCode).toBe(0);
    expect(old.revokedAt).toBeUndefined();
  });

  test('keeps a replaced token if a person has given it permissions', async () => {
    await using world = await World.start(STORED);
    await rotate(world);
    const [old] = tokensOf(world) as [StoredToken];
    old.permissions = GRANTS;
    old.expiresAt = Date.now() + 50 * DAY_MS;
    for (let day = 0; day < 9; day++) world.passOneDay();
    const { main } = await rotate(world);
    expect(old).toMatchObject({ permissions: GRANTS });
    expect(old.revokedAt).toBeUndefined();
    expect(main.log).toMatch(new RegExp(`Token ${old.id} is kept: .* a person later added permissions`));
    expect(idsIn(main.outputs['previous-token-ids'])).toEqual([old.id]);
    expect(main.summary).toMatch(/kept: suspended since .*, but a person later added permissions/);
  });

  test('ignores a restored token, which does not belong to a series', async () => {
    await using world = await World.start(STORED);
    await rotate(world);
    const [old] = tokensOf(world) as [StoredToken];
    using restore = world.stepOf(1, { operation: 'restore', 'token-id': old.id });
    expect((await restore.main()).exitCode).toBe(0);
    expect(parseTagged(old.description)?.tag.kind).toBe('kept');
    for (let day = 0; day < 9; day++) world.passOneDay();
    await rotate(world);
    expect(old).toMatchObject({ permissions: GRANTS });
    expect(old.revokedAt).toBeUndefined();
  });

  test('is due if a newer token of the series is suspended', async () => {
    await using world = await World.start(STORED);
    await rotate(world);
    const [, own] = tokensOf(world) as [StoredToken, StoredToken];
    own.description += ' [gha-suspended:2026-01-01T00:00:00Z r:metrics]';
    own.permissions = [];
    world.passOneDay();
    const { main } = await rotate(world);
    expect(main.outputs['rotated']).toBe('true');
    expect(world.liveTokens).toHaveLength(1);
  });
});

describe('a new token that another run suspends before its promotion', () => {
  test('is not promoted, keeps its record, and the step fails and retires nothing', async () => {
    await using world = await World.start(STORED);
    world.github.next('PUT repository secret').runs('after', () => {
      const own = tokensOf(world).at(-1) as StoredToken;
      own.description += ' [gha-suspended:2027-01-01T00:00:00Z r:metrics]';
      own.permissions = [];
      return undefined;
    });
    const { main } = await rotate(world);
    const [old, own] = tokensOf(world) as [StoredToken, StoredToken];
    expect(main.exitCode).toBe(1);
    expect(titlesOf(main)).toEqual(['New token suspended']);
    expect(own.description).toMatch(/ pending \S+\] \[gha-suspended:2027-01-01T00:00:00Z r:metrics\]$/);
    expect(old.permissions).toEqual(GRANTS);
    expect(old.revokedAt).toBeUndefined();
  });

  test('is promoted with the permissions that a person gave it after the delivery', async () => {
    await using world = await World.start(STORED);
    const other = [{ action: 'write', resource: 'metrics' }] as const;
    world.github.next('PUT repository secret').runs('after', () => {
      (tokensOf(world).at(-1) as StoredToken).permissions = other;
      return undefined;
    });
    const { main } = await rotate(world);
    const [old, own] = tokensOf(world) as [StoredToken, StoredToken];
    expect(main).toMatchObject({ exitCode: 0, outputs: { rotated: 'true' } });
    expect(parseTagged(own.description)?.tag.kind).toBe('current');
    expect(own.permissions).toEqual(other);
    expect(isSuspended(old)).toBe(true);
  });

  test('is not promoted if the response shows other permissions than were read', async () => {
    await using world = await World.start(STORED);
    const other = [{ action: 'write', resource: 'metrics' }] as const;
    world.cluster.next('PATCH token').runs('before', () => {
      (tokensOf(world).at(-1) as StoredToken).permissions = other;
      return undefined;
    });
    const { main } = await rotate(world);
    const [old, own] = tokensOf(world) as [StoredToken, StoredToken];
    expect(main.exitCode).toBe(1);
    expect(titlesOf(main)).toEqual(['Token not promoted']);
    expect(own.permissions).toEqual(other);
    expect(old).toMatchObject({ permissions: GRANTS });
    expect(old.revokedAt).toBeUndefined();
  });

  test('between two attempts keeps its record, and the step fails and retires nothing', async () => {
    await using world = await World.start(STORED);
    world.cluster.next('PATCH token').respondsWith(503);
    world.cluster.next('GET token', { after: 1 }).runs('before', () => {
      const own = tokensOf(world).at(-1) as StoredToken;
      own.description += ' [gha-suspended:2027-01-01T00:00:00Z r:metrics]';
      own.permissions = [];
      return undefined;
    });
    const { main } = await rotate(world, { retries: '1' });
    const [old, own] = tokensOf(world) as [StoredToken, StoredToken];
    expect(titlesOf(main)).toEqual(['New token suspended']);
    expect(own.description).toMatch(/ pending \S+\] \[gha-suspended:2027-01-01T00:00:00Z r:metrics\]$/);
    expect(old).toMatchObject({ permissions: GRANTS });
  });

  test('immediately before the PATCH: the step fails and retires nothing', async () => {
    await using world = await World.start(STORED);
    world.cluster.next('PATCH token').runs('before', () => {
      const own = tokensOf(world).at(-1) as StoredToken;
      own.permissions = [];
      return undefined;
    });
    const { main } = await rotate(world);
    expect(main.exitCode).toBe(1);
    expect(titlesOf(main)).toEqual(['New token suspended']);
    expect(tokensOf(world)[0]).toMatchObject({ permissions: GRANTS });
  });
});

describe('an adoption', () => {
  const adopting = async (description: string, changes: Partial<StoredToken> = {}) => {
    const world = await World.start(STORED);
    const [old] = tokensOf(world) as [StoredToken];
    old.description = description;
    Object.assign(old, changes);
    return { world, old };
  };

  test.each(['suspended', 'suspending'])('refuses a token that is %s', async (state) => {
    const { world, old } = await adopting(
      `telegraf in production [gha-${state}:2027-01-01T00:00:00Z r:metrics]`,
      { permissions: [] },
    );
    await using _ = world;
    using run = world.beginRun();
    using step = world.stepOf(run.id, { description: '', 'token-id': old.id });
    const main = await step.main();
    expect(main.exitCode).toBe(1);
    expect(main.annotations[0]?.message).toMatch(
      /it is suspended\. Restore its permissions first \(`operation: restore`\)/,
    );
    expect(world.cluster.trace.filter((line) => !line.startsWith('GET'))).toEqual([]);
  });

  const suspends = (token: StoredToken) => (): undefined => {
    token.description += ' [gha-suspended:2027-01-01T00:00:00Z r:metrics]';
    token.permissions = [];
  };

  test('refuses a token that is suspended after it was listed, and keeps its record', async () => {
    const { world, old } = await adopting('telegraf in production');
    await using _ = world;
    world.cluster.next('GET token').runs('before', suspends(old));
    const { main } = await rotate(world);
    expect(main.exitCode).toBe(1);
    expect(titlesOf(main)).toEqual(['Token not adopted']);
    expect(main.annotations[0]?.message).toContain('`operation: restore`');
    expect(old).toMatchObject({
      description: 'telegraf in production [gha-suspended:2027-01-01T00:00:00Z r:metrics]',
      permissions: [],
    });
    expect(world.cluster.trace.filter((line) => !line.startsWith('GET'))).toEqual([]);
  });

  test('sends the permissions that it read, so a suspension before the PATCH loses nothing', async () => {
    const { world, old } = await adopting('telegraf in production');
    await using _ = world;
    world.cluster.next('PATCH token').runs('before', suspends(old));
    world.cluster.next('POST tokens').respondsWith(400, { code: 400, message: 'no' });
    await rotate(world);
    expect(old.permissions).toEqual(GRANTS);
    expect(parseTagged(old.description)?.tag.kind).toBe('current');
  });

  test('gives a token its permissions back if the server applies only half of that PATCH, and continues', async () => {
    const { world, old } = await adopting('telegraf in production');
    await using _ = world;
    world.cluster.next('PATCH token').runs('before', suspends(old)).appliesOnly('description');
    world.cluster.next('POST tokens').respondsWith(400, { code: 400, message: 'no' });
    const { main } = await rotate(world);
    expect(titlesOf(main)).toContain('Permissions restored');
    expect(old.permissions).toEqual(GRANTS);
    expect(parseTagged(old.description)?.tag.kind).toBe('current');
  });
});
