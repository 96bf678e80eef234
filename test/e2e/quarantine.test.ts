import { describe, expect, test } from 'vitest';
import type { StoredToken } from '../../emulator/servers/token-store.ts';
import { parseRecord } from '../../src/tokens/record.ts';
import type { StepResult } from '../actions-runner/step-run.ts';
import { GRANTS, Quarantine, RECORDED } from './stage/quarantine.ts';

const DAY_MS = 24 * 3_600_000;
const KEPT = ' [gha:github.com/acme/web#4711 101.1 kept 7f3a9c2e5b1d8046]';
const SINCE = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ`;
/** A minute in the form for people. */
const MINUTE = String.raw`\d{1,2} [A-Z][a-z]{2} \d{4}, \d\d:\d\d UTC`;

/** record is a record with a date in the past, as in a description. */
function record(state: string, days: number, grants = RECORDED): string {
  const since = new Date(Date.now() - days * DAY_MS).toISOString().replace(/\.\d+Z/, 'Z');
  return ` [gha-${state}:${since} ${grants}]`;
}

/** patches are the bodies of all PATCHes, in order. */
function patches({ cluster }: Quarantine): unknown[] {
  return cluster.requests.filter(({ method }) => method === 'PATCH').map(({ json }) => json);
}

/** withoutDates replaces the date of a record. */
function withoutDates(json: unknown): unknown {
  return JSON.parse(JSON.stringify(json).replaceAll(new RegExp(SINCE, 'g'), 'SINCE'));
}

function decisionsOf({ outputs }: StepResult): Record<string, string> {
  const tokens: { id: string; decision: string; reason: string }[] = JSON.parse(outputs['tokens'] ?? '[]');
  return Object.fromEntries(tokens.map(({ id, decision, reason }) => [id, `${decision}: ${reason}`]));
}

const warningsOf = ({ annotations }: StepResult) =>
  annotations.map(({ level, title, message }) => `${level} ${title}: ${message}`);

/** The content of a token on the server. */
function state({ description, permissions, revokedAt }: StoredToken) {
  return { description: withoutDates(description), permissions, isRevoked: revokedAt !== undefined };
}

/** The next PATCH. Immediately before it, another run suspends the token. */
function patchAfterSuspension({ cluster }: Quarantine, token: StoredToken) {
  return cluster.next('PATCH token').runs('before', () => {
    token.description += record('suspended', 0);
    token.permissions = [];
    return undefined;
  });
}

describe('a cleanup with quarantine', () => {
  test.each(['telegraf', `telegraf${KEPT}`])(
    'first records the permissions of "%s", and then removes them',
    async (description) => {
      await using stage = await Quarantine.start();
      const token = stage.seed(description);
      const main = await stage.cleanup();
      expect(main.exitCode).toBe(0);
      expect(withoutDates(patches(stage))).toEqual([
        { description: `${description} [gha-suspending:SINCE ${RECORDED}]` },
        { description: `${description} [gha-suspended:SINCE ${RECORDED}]`, permissions: [] },
      ]);
      expect(stage.cluster.trace.slice(1)).toEqual([
        'GET token 200',
        'PATCH token 200',
        'GET token 200',
        'PATCH token 200',
      ]);
      expect(state(token)).toEqual({
        description: `${description} [gha-suspended:SINCE ${RECORDED}]`,
        permissions: [],
        isRevoked: false,
      });
      expect(stage.cluster.accepts(token.secret, 'metrics')).toBe(false);
      expect(decisionsOf(main)).toEqual({ [token.id]: 'suspend: older than 30d' });
      expect(main.outputs).toMatchObject({
        'suspended-token-ids': JSON.stringify([token.id]),
        'revoked-token-ids': '[]',
        'failed-token-ids': '[]',
      });
    },
  );

  test('says that it is not known whether a token was suspended if the last PATCH and all later reads fail', async () => {
    await using stage = await Quarantine.start();
    const token = stage.seed('telegraf');
    let isSuspended = false;
    stage.cluster.onRequest(({ route }, moment) => {
      const isLost = route === 'PATCH token' && moment === 'after' && token.permissions.length === 0;
      isSuspended ||= isLost;
      return isLost || (isSuspended && route === 'GET token' && moment === 'before') ? 'drop' : undefined;
    });
    const main = await stage.cleanup();
    expect(main.exitCode).toBe(1);
    expect(main.annotations[0]?.message).toContain(
      `It is not known whether token ${token.id} was suspended.`,
    );
    expect(main.summary).toContain('suspension not confirmed: ');
    expect(main.outputs).toMatchObject({
      'suspended-token-ids': '[]',
      'failed-token-ids': JSON.stringify([token.id]),
    });
    expect(state(token)).toMatchObject({ permissions: [], isRevoked: false });
    expect(parseRecord(token.description)?.state).toBe('suspended');
  });

  test('dates the record by the later of the two clocks', async () => {
    await using stage = await Quarantine.start({ dateOffsetMs: 3_600_000 });
    const token = stage.seed('telegraf');
    await stage.cleanup();
    const since = parseRecord(token.description)?.since ?? 0;
    expect(Math.abs(since - Date.now() - 3_600_000)).toBeLessThan(10_000);
  });

  test('shows in the summary since when and until when a token is suspended, and the step that restores it', async () => {
    await using stage = await Quarantine.start();
    const token = stage.seed('telegraf');
    const earlier = stage.seed(`tele${record('suspended', 1)}`, { permissions: [] });
    const { summary } = await stage.cleanup();
    expect(summary).toMatch(
      new RegExp(
        `\\| telegraf \\| metrics: read, write; logs: read \\| ${MINUTE}, .+ \\| the first run after ${MINUTE}, in 7 days \\| ${token.id} \\|`,
      ),
    );
    const step = /```yaml\n(.*?)```/s.exec(summary)?.[1];
    expect(step).toContain(`    operation: restore\n`);
    expect(step).toContain(`    cluster-id: ${stage.cluster.clusterId}\n`);
    expect(step).toContain(`    token-id: |\n      ${token.id}\n      ${earlier.id}\n`);
  });

  test('suspends a token without permissions with one PATCH, and records none', async () => {
    await using stage = await Quarantine.start();
    stage.seed('telegraf', { permissions: [] });
    await stage.cleanup();
    expect(withoutDates(patches(stage))).toEqual([{ description: 'telegraf [gha-suspended:SINCE -]' }]);
  });

  test('records the permissions that an incomplete restore has recorded', async () => {
    await using stage = await Quarantine.start();
    stage.seed(`telegraf${record('restored', 40)}`, { permissions: [] });
    await stage.cleanup();
    expect(withoutDates(patches(stage))).toEqual([
      { description: `telegraf [gha-suspended:SINCE ${RECORDED}]` },
    ]);
  });

  test('keeps tokens that cannot be suspended, and says why', async () => {
    await using stage = await Quarantine.start();
    const long = stage.seed(`tele ${'ü'.repeat(980)}`);
    const fits = stage.seed(`tele ${'x'.repeat(1900)}`);
    const strange = stage.seed('telegraf', {
      permissions: [{ action: 'admin' as 'read', resource: 'metrics' }],
    });
    const main = await stage.cleanup();
    expect(main.exitCode).toBe(0);
    expect(decisionsOf(main)).toMatchObject({
      [long.id]:
        'keep: older than 30d, but it cannot be suspended, because its description would exceed 2000 bytes',
      [fits.id]: 'suspend: older than 30d',
      [strange.id]:
        'keep: older than 30d, but it cannot be suspended, because it has permissions that cannot be recorded',
    });
    expect(long.permissions).toEqual(GRANTS);
    expect(patches(stage)).toHaveLength(2);
  });

  test('keeps a token with 200 databases whose record is too long, and suspends the others', async () => {
    await using stage = await Quarantine.start();
    const databases = Array.from({ length: 200 }, (_, index) => `database-of-a-team-${index}`);
    const many = stage.seed('telegraf', {
      permissions: databases.map((resource) => ({ action: 'read', resource })),
    });
    const short = stage.seed('tele', {
      permissions: databases.map((_, index) => ({ action: 'read', resource: `d${index}` })),
    });
    const granted = [...short.permissions];
    const main = await stage.cleanup();
    expect(decisionsOf(main)[many.id]).toContain('exceed 2000 bytes');
    expect(short.permissions).toEqual([]);
    await stage.restore([short.id]);
    expect(short.permissions).toEqual(granted);
  });

  test('revokes expired tokens and tokens of ended jobs at once', async () => {
    await using stage = await Quarantine.start();
    stage.seed(`tele${KEPT.replace('kept', 'job')}`);
    stage.seed('telegraf', { expiresAt: Date.now() - DAY_MS });
    const main = await stage.cleanup();
    expect(stage.cluster.liveTokens).toEqual([]);
    expect(patches(stage)).toEqual([]);
    expect(JSON.parse(main.outputs['revoked-token-ids'] ?? '')).toHaveLength(2);
  });

  test('never changes pending and current tokens', async () => {
    await using stage = await Quarantine.start();
    for (const kind of ['pending', 'current']) stage.seed(`tele${KEPT.replace('kept', kind)}`);
    stage.seed(`tele${KEPT.replace('kept', 'current')}${record('suspending', 50)}`);
    await stage.cleanup();
    expect(stage.cluster.trace).toEqual(['GET tokens 200']);
  });

  test('counts tokens to suspend, and suspended tokens to revoke, for `max-revocations`', async () => {
    await using stage = await Quarantine.start();
    stage.seed('telegraf');
    stage.seed(`tele${record('suspended', 8)}`, { permissions: [] });
    stage.seed('tele expired', { expiresAt: Date.now() - DAY_MS });
    const refused = await stage.cleanup({ 'max-revocations': '1' });
    expect(refused.exitCode).toBe(1);
    expect(warningsOf(refused)).toEqual([
      expect.stringMatching(
        /^error Too many tokens: 2 tokens would be suspended or revoked, .* No token was suspended or revoked\./,
      ),
    ]);
    expect(refused.outputs['suspended-token-ids']).toBe('[]');
    expect(stage.cluster.trace).toEqual(['GET tokens 200']);
    const main = await stage.cleanup({ 'max-revocations': '2' });
    expect(main.exitCode).toBe(0);
  });

  test('says in a dry run what it would do, and changes nothing', async () => {
    await using stage = await Quarantine.start();
    const token = stage.seed('telegraf');
    const main = await stage.cleanup({ 'dry-run': 'true' });
    expect(main.log).toContain(`Token ${token.id} would be suspended: older than 30d.`);
    expect(main.outputs['suspended-token-ids']).toBe('[]');
    expect(stage.cluster.trace).toEqual(['GET tokens 200']);
  });

  test('counts the age of a restored token from its restore', async () => {
    await using stage = await Quarantine.start();
    const young = stage.seed(`telegraf${record('restored', 29)}`);
    const old = stage.seed(`tele${record('restored', 31)}`);
    const main = await stage.cleanup();
    expect(decisionsOf(main)).toEqual({
      [young.id]: 'keep: restored less than 30d ago',
      [old.id]: 'suspend: restored more than 30d ago',
    });
  });
});

describe('a suspension that fails', () => {
  test.each([
    [
      'cuts descriptions off',
      (stage: Quarantine) => stage.cluster.next('PATCH token').cutsOff('description', 30),
    ],
    [
      'normalizes descriptions',
      (stage: Quarantine) => stage.cluster.next('PATCH token').normalizes('description'),
    ],
    [
      'ignores descriptions',
      (stage: Quarantine) => stage.cluster.next('PATCH token').appliesOnly('permissions'),
    ],
  ])('does not change a token on a server that %s', async (_, plan) => {
    await using stage = await Quarantine.start();
    const token = stage.seed('Telegraf of the team');
    plan(stage);
    const main = await stage.cleanup({ 'description-pattern': 'Tele*' });
    expect(main.exitCode).toBe(0);
    expect(state(token)).toEqual({
      description: 'Telegraf of the team',
      permissions: GRANTS,
      isRevoked: false,
    });
    expect(warningsOf(main)).toEqual([
      expect.stringMatching(/^warning Token not suspended: .* did not store the record .* stays valid/),
    ]);
    expect(main.outputs['suspended-token-ids']).toBe('[]');
  });

  test('restores description and permissions in one PATCH', async () => {
    await using stage = await Quarantine.start();
    stage.seed('telegraf');
    stage.cluster.next('PATCH token').cutsOff('description', 20);
    await stage.cleanup();
    expect(patches(stage).slice(1)).toEqual([{ description: 'telegraf', permissions: GRANTS }]);
  });

  test('restores the old description if permissions remain', async () => {
    await using stage = await Quarantine.start();
    const token = stage.seed('telegraf');
    stage.cluster.next('PATCH token', { after: 1 }).appliesOnly('description');
    const main = await stage.cleanup();
    expect(state(token)).toEqual({ description: 'telegraf', permissions: GRANTS, isRevoked: false });
    expect(warningsOf(main)).toEqual([
      expect.stringMatching(/^warning Token not suspended: .* did not remove its permissions/),
    ]);
  });

  test('writes the description again if only the permissions are removed', async () => {
    await using stage = await Quarantine.start();
    const token = stage.seed('telegraf');
    stage.cluster.next('PATCH token', { after: 1 }).appliesOnly('permissions');
    const main = await stage.cleanup();
    expect(main.exitCode).toBe(0);
    expect(state(token)).toEqual({
      description: `telegraf [gha-suspended:SINCE ${RECORDED}]`,
      permissions: [],
      isRevoked: false,
    });
    expect(withoutDates(patches(stage)[2])).toEqual({
      description: `telegraf [gha-suspended:SINCE ${RECORDED}]`,
    });
  });

  test.each([0, 1])('keeps a token that somebody changes before PATCH %i', async (after) => {
    await using stage = await Quarantine.start();
    const token = stage.seed('telegraf');
    stage.cluster.next('GET token', { after }).runs('before', () => {
      token.permissions = [{ action: 'write', resource: 'metrics' }];
      return undefined;
    });
    const main = await stage.cleanup();
    expect(main.exitCode).toBe(0);
    expect(token.permissions).toEqual([{ action: 'write', resource: 'metrics' }]);
    expect(patches(stage)).toHaveLength(after);
    expect(warningsOf(main)).toEqual([expect.stringMatching(/^warning Token was changed: /)]);
    expect(main.outputs['suspended-token-ids']).toBe('[]');
  });

  test('does not change the record if another run has removed the permissions in the meantime', async () => {
    await using stage = await Quarantine.start();
    const token = stage.seed('telegraf');
    stage.cluster.next('PATCH token').runs('before', () => {
      token.description += record('suspended', 0);
      token.permissions = [];
      return undefined;
    });
    const main = await stage.cleanup();
    expect(main.exitCode).toBe(0);
    expect(state(token)).toEqual({
      description: `telegraf [gha-suspending:SINCE ${RECORDED}]`,
      permissions: [],
      isRevoked: false,
    });
    expect(warningsOf(main)).toEqual([expect.stringMatching(/^warning Token was changed: /)]);
    await stage.restore([token.id]);
    expect(token.permissions).toEqual(GRANTS);
  });

  test('is undone if only the response shows other permissions', async () => {
    await using stage = await Quarantine.start();
    const token = stage.seed('telegraf');
    stage.cluster.next('PATCH token').changes((json) => ({ ...json, permissions: GRANTS.slice(1) }));
    const main = await stage.cleanup();
    expect(main.exitCode).toBe(0);
    expect(patches(stage).slice(1)).toEqual([{ description: 'telegraf', permissions: GRANTS }]);
    expect(state(token)).toEqual({ description: 'telegraf', permissions: GRANTS, isRevoked: false });
  });

  test('keeps the permissions that a person gives the token in the meantime', async () => {
    await using stage = await Quarantine.start();
    const token = stage.seed('telegraf');
    const edited = [{ action: 'read', resource: 'other' }] as const;
    stage.cluster.next('PATCH token').runs('before', () => {
      token.permissions = edited;
      return undefined;
    });
    await stage.cleanup();
    expect(state(token)).toEqual({ description: 'telegraf', permissions: edited, isRevoked: false });
  });

  test.each(['before', 'after'] as const)(
    'continues after a lost response with or without an effect: %s',
    async (moment) => {
      await using stage = await Quarantine.start();
      const token = stage.seed('telegraf');
      stage.cluster.next('PATCH token').resets(moment);
      stage.cluster.next('PATCH token', { after: moment === 'before' ? 1 : 0 }).resets(moment);
      const main = await stage.cleanup();
      expect(main.exitCode).toBe(0);
      expect(token.permissions).toEqual([]);
      expect(withoutDates(token.description)).toBe(`telegraf [gha-suspended:SINCE ${RECORDED}]`);
      expect(JSON.parse(main.outputs['suspended-token-ids'] ?? '')).toEqual([token.id]);
    },
  );

  test('reads the token before it repeats a PATCH', async () => {
    await using stage = await Quarantine.start();
    stage.seed('telegraf');
    stage.cluster.next('PATCH token').respondsWith(503);
    await stage.cleanup();
    expect(stage.cluster.trace.slice(1)).toEqual([
      'GET token 200',
      'PATCH token 503',
      'GET token 200',
      'PATCH token 200',
      'GET token 200',
      'PATCH token 200',
    ]);
  });

  test('keeps the recorded permissions, and fails the step', async () => {
    await using stage = await Quarantine.start();
    const token = stage.seed('telegraf');
    const other = stage.seed('tele');
    stage.cluster.onRequest(({ route, path }, moment) =>
      route === 'PATCH token' &&
      moment === 'before' &&
      path.includes(token.id) &&
      parseRecord(token.description)
        ? 'drop'
        : undefined,
    );
    const main = await stage.cleanup();
    expect(main.exitCode).toBe(1);
    expect(warningsOf(main)).toEqual([expect.stringMatching(/^error Token not suspended: /)]);
    expect(main.outputs['failed-token-ids']).toBe(JSON.stringify([token.id]));
    expect(main.outputs['suspended-token-ids']).toBe(JSON.stringify([other.id]));
    expect(token.permissions).toEqual(GRANTS);
  });

  test.each(['GET token', 'PATCH token'] as const)(
    'takes a 404 to %s for a revocation only if the list shows it',
    async (route) => {
      await using stage = await Quarantine.start();
      const token = stage.seed('telegraf');
      stage.cluster.next(route).respondsWith(404, { code: 404, message: 'token not found' });
      const lying = await stage.cleanup();
      expect(lying.exitCode).toBe(1);
      expect(lying.outputs).toMatchObject({
        'revoked-token-ids': '[]',
        'failed-token-ids': JSON.stringify([token.id]),
      });
      expect(token.permissions).toEqual(GRANTS);
      stage.cluster.next(route).runs('before', () => {
        token.revokedAt = Date.now();
        return undefined;
      });
      const honest = await stage.cleanup();
      expect(honest.exitCode).toBe(0);
      expect(honest.outputs['revoked-token-ids']).toBe(JSON.stringify([token.id]));
      expect(honest.outputs['suspended-token-ids']).toBe('[]');
    },
  );

  test('stops at once after a 401', async () => {
    await using stage = await Quarantine.start();
    for (let number = 0; number < 5; number++) stage.seed(`tele ${number}`);
    stage.cluster.every('PATCH token').respondsWith(401, { code: 401, message: 'expired' });
    const main = await stage.cleanup();
    expect(main.exitCode).toBe(1);
    expect(patches(stage)).toHaveLength(1);
    expect(JSON.parse(main.outputs['failed-token-ids'] ?? '')).toHaveLength(5);
    expect(stage.cluster.liveTokens.every(({ permissions }) => permissions.length === 3)).toBe(true);
  });
});

describe('an unfinished suspension', () => {
  test('starts again with the current content of the token', async () => {
    await using stage = await Quarantine.start();
    stage.seed(`telegraf${record('suspending', 20, 'r:old')}`);
    await stage.cleanup();
    expect(withoutDates(patches(stage))).toEqual([
      { description: `telegraf [gha-suspending:SINCE ${RECORDED}]` },
      { description: `telegraf [gha-suspended:SINCE ${RECORDED}]`, permissions: [] },
    ]);
    expect(JSON.stringify(patches(stage))).toContain(new Date().toISOString().slice(0, 10));
  });

  test('is completed with the recorded permissions if none are left, and counts from that time', async () => {
    await using stage = await Quarantine.start();
    const token = stage.seed(`telegraf${record('suspending', 20)}`, { permissions: [] });
    const main = await stage.cleanup();
    expect(withoutDates(patches(stage))).toEqual([
      { description: `telegraf [gha-suspended:SINCE ${RECORDED}]` },
    ]);
    expect(decisionsOf(main)).toEqual({ [token.id]: 'suspend: older than 30d' });
    expect(parseRecord(token.description)?.since).toBeGreaterThan(Date.now() - 60_000);
    expect(token.revokedAt).toBeUndefined();
  });

  test('ends with the permissions restored if the server no longer stores records', async () => {
    await using stage = await Quarantine.start();
    const token = stage.seed(`telegraf${record('suspending', 20)}`, { permissions: [] });
    stage.cluster.every('PATCH token').cutsOff('description', 20);
    const main = await stage.cleanup();
    expect(main.exitCode).toBe(1);
    expect(token.permissions).toEqual(GRANTS);
    expect(warningsOf(main)).toEqual([
      expect.stringMatching(
        /^error Token not suspended: .* The original permissions were "metrics: read, write; logs: read"\. Check /,
      ),
    ]);
  });

  test('counts as a tag only if the record was cut off', async () => {
    await using stage = await Quarantine.start();
    const token = stage.seed(`telegraf${KEPT} [gha-suspending:2026-01`);
    await stage.cleanup();
    expect(withoutDates(token.description)).toBe(`telegraf${KEPT} [gha-suspended:SINCE ${RECORDED}]`);
  });
});

describe('the end of a quarantine', () => {
  test('revokes a suspended token of any kind, and reads it before', async () => {
    await using stage = await Quarantine.start();
    const over = stage.seed(`tele${record('suspended', 7.1)}`, { permissions: [] });
    const retired = stage.seed(`tele${KEPT.replace('kept', 'current')}${record('suspended', 8)}`, {
      permissions: [],
    });
    const young = stage.seed(`tele${record('suspended', 6.9)}`, { permissions: [] });
    const main = await stage.cleanup({ 'max-age': '' });
    expect(main.exitCode).toBe(0);
    expect(decisionsOf(main)).toEqual({
      [over.id]: expect.stringMatching(`^revoke: suspended since ${MINUTE}, for more than 7d$`),
      [retired.id]: expect.stringMatching(/^revoke: /),
      [young.id]: expect.stringMatching(`^keep: suspended since ${MINUTE}, in quarantine until ${MINUTE}$`),
    });
    expect(stage.cluster.liveTokens).toEqual([young]);
    expect(JSON.parse(main.outputs['revoked-token-ids'] ?? '').sort()).toEqual([over.id, retired.id].sort());
    expect(stage.cluster.trace.filter((line) => line.startsWith('GET token '))).toHaveLength(2);
  });

  test('never comes with `quarantine: 0`, so suspended tokens are kept', async () => {
    await using stage = await Quarantine.start();
    stage.seed(`tele${record('suspended', 1000)}`, { permissions: [] });
    stage.seed(`tele${record('suspending', 1000)}`);
    stage.seed(`tele${record('suspending', 1000)}`, { permissions: [] });
    const main = await stage.cleanup({ quarantine: '0', 'max-age': '0' });
    expect(main.exitCode).toBe(0);
    expect(stage.cluster.trace).toEqual(['GET tokens 200']);
  });

  test('never comes for a token if a person has given it permissions', async () => {
    await using stage = await Quarantine.start();
    const token = stage.seed(`tele${record('suspended', 1000)}`);
    const main = await stage.cleanup();
    expect(decisionsOf(main)[token.id]).toMatch(/^keep: .* a person later added permissions$/);
    expect(stage.cluster.trace).toEqual(['GET tokens 200']);
  });

  test.each([365, -365])('does not come early if the clock of the server is %i days ahead', async (days) => {
    await using stage = await Quarantine.start({ dateOffsetMs: days * DAY_MS });
    const token = stage.seed(`tele${record('suspended', 1)}`, { permissions: [] });
    await stage.cleanup();
    expect(token.revokedAt).toBeUndefined();
  });

  test.each([
    ['restored', (token: StoredToken) => (token.permissions = GRANTS)],
    ['suspended again', (token: StoredToken) => (token.description = `tele${record('suspended', 0)}`)],
  ])('does not apply to a token that was %s after the list', async (_, change) => {
    await using stage = await Quarantine.start();
    const token = stage.seed(`tele${record('suspended', 8)}`, { permissions: [] });
    stage.cluster.next('GET token').runs('before', () => {
      change(token);
      return undefined;
    });
    const main = await stage.cleanup();
    expect(main.exitCode).toBe(0);
    expect(token.revokedAt).toBeUndefined();
    expect(stage.cluster.trace.join()).not.toContain('DELETE');
    expect(warningsOf(main)).toEqual([expect.stringMatching(/^warning Token was changed: /)]);
  });

  test('reads the token before it repeats a DELETE', async () => {
    await using stage = await Quarantine.start();
    const token = stage.seed(`tele${record('suspended', 8)}`, { permissions: [] });
    stage.cluster.next('DELETE token').respondsWith(500);
    stage.cluster.next('GET token', { after: 1 }).runs('before', () => {
      token.permissions = GRANTS;
      return undefined;
    });
    await stage.cleanup();
    expect(token.revokedAt).toBeUndefined();
    expect(stage.cluster.trace.filter((line) => line.startsWith('DELETE'))).toHaveLength(1);
  });
});

describe('a restore', () => {
  test('gives one or more tokens exactly their earlier permissions', async () => {
    await using stage = await Quarantine.start();
    const tokens = [
      stage.seed('telegraf'),
      stage.seed(`tele${KEPT}`),
      stage.seed('tele *', { permissions: [{ action: 'write', resource: '*' }] }),
    ];
    const before = tokens.map(({ permissions }) => permissions);
    await stage.cleanup();
    expect(tokens.flatMap(({ permissions }) => permissions)).toEqual([]);
    const main = await stage.restore(tokens.map(({ id }) => id));
    expect(main.exitCode).toBe(0);
    expect(tokens.map(({ permissions }) => permissions)).toEqual(before);
    expect(JSON.parse(main.outputs['restored-token-ids'] ?? '')).toEqual(tokens.map(({ id }) => id));
    expect(main.outputs).not.toHaveProperty('token-id');
    expect(stage.cluster.accepts(tokens[0]?.secret ?? '', 'metrics')).toBe(true);
  });

  test('needs one PATCH, and sets the outputs about the token', async () => {
    await using stage = await Quarantine.start();
    const token = stage.seed(`telegraf${record('suspended', 1)}`, { permissions: [] });
    const main = await stage.restore([token.id]);
    expect(withoutDates(patches(stage))).toEqual([
      { description: `telegraf [gha-restored:SINCE ${RECORDED}]`, permissions: GRANTS },
    ]);
    expect(parseRecord(token.description)?.since).toBeGreaterThan(Date.now() - 60_000);
    expect(main.outputs).toMatchObject({
      'token-id': token.id,
      description: 'telegraf',
      permissions: JSON.stringify(GRANTS),
      status: 'active',
      'restored-token-ids': JSON.stringify([token.id]),
    });
  });

  test.each(['pending', 'current', 'job', 'kept'])('changes a token of kind %s to `kept`', async (kind) => {
    await using stage = await Quarantine.start();
    const tag = KEPT.replace('kept', kind);
    const token = stage.seed(`telegraf${tag}${record('suspended', 1)}`, { permissions: [] });
    await stage.restore([token.id]);
    expect(withoutDates(token.description)).toBe(`telegraf${KEPT} [gha-restored:SINCE ${RECORDED}]`);
  });

  test('ends an unfinished suspension, and keeps the remaining permissions', async () => {
    await using stage = await Quarantine.start();
    const now = [{ action: 'write', resource: 'metrics' }] as const;
    const begun = stage.seed(`telegraf${record('suspending', 1)}`, { permissions: now });
    const byHand = stage.seed(`telegraf${record('suspended', 1)}`, { permissions: now });
    const empty = stage.seed(`telegraf${record('suspending', 1)}`, { permissions: [] });
    await stage.restore([begun.id, byHand.id, empty.id]);
    expect([begun, byHand, empty].map(state)).toEqual(
      [now, now, GRANTS].map((permissions) => ({
        description: `telegraf [gha-restored:SINCE ${RECORDED}]`,
        permissions,
        isRevoked: false,
      })),
    );
  });

  test.each(['description', 'permissions'] as const)(
    'sends another PATCH if the server has applied only the %s',
    async (field) => {
      await using stage = await Quarantine.start();
      const token = stage.seed(`telegraf${record('suspended', 1)}`, { permissions: [] });
      stage.cluster.next('PATCH token').appliesOnly(field);
      const main = await stage.restore([token.id]);
      expect(main.exitCode).toBe(0);
      expect(state(token)).toMatchObject({
        description: `telegraf [gha-restored:SINCE ${RECORDED}]`,
        permissions: GRANTS,
      });
      expect(patches(stage)).toHaveLength(2);
    },
  );

  test('continues if an earlier restore wrote only the description', async () => {
    await using stage = await Quarantine.start();
    const token = stage.seed(`telegraf${record('restored', 1)}`, { permissions: [] });
    const main = await stage.restore([token.id]);
    expect(token.permissions).toEqual(GRANTS);
    expect(main.outputs['restored-token-ids']).toBe(JSON.stringify([token.id]));
  });

  test.each(['before', 'after'] as const)(
    'continues after a lost response: %s the effect',
    async (moment) => {
      await using stage = await Quarantine.start();
      const token = stage.seed(`telegraf${record('suspended', 1)}`, { permissions: [] });
      stage.cluster.next('PATCH token').resets(moment);
      const main = await stage.restore([token.id]);
      expect(main.outputs['restored-token-ids']).toBe(JSON.stringify([token.id]));
      expect(token.permissions).toEqual(GRANTS);
    },
  );

  test('does nothing for a token that is not suspended, and succeeds', async () => {
    await using stage = await Quarantine.start();
    const plain = stage.seed('telegraf');
    const restored = stage.seed(`telegraf${record('restored', 1)}`);
    const nothing = stage.seed(`telegraf${record('restored', 1, '-')}`, { permissions: [] });
    const main = await stage.restore([plain.id, restored.id, nothing.id]);
    expect(main.exitCode).toBe(0);
    expect(main.log).toContain(`Token ${plain.id}: not restored, because it is not suspended`);
    expect(main.outputs['restored-token-ids']).toBe('[]');
    expect(patches(stage)).toEqual([]);
  });

  test('fails for revoked and unknown tokens, and restores the others', async () => {
    await using stage = await Quarantine.start();
    const revoked = stage.seed(`telegraf${record('suspended', 1)}`, {
      permissions: [],
      revokedAt: Date.now(),
    });
    const good = stage.seed(`telegraf${record('suspended', 1)}`, { permissions: [] });
    const unknown = '00000000-0000-4000-8000-000000000000';
    const main = await stage.restore([revoked.id, unknown, good.id]);
    expect(main.exitCode).toBe(1);
    expect(warningsOf(main)).toEqual([
      expect.stringMatching(/^error Token not restored: .* A revoked token cannot be restored/),
      expect.stringMatching(/^error Token not found: /),
    ]);
    expect(main.outputs['restored-token-ids']).toBe(JSON.stringify([good.id]));
    expect(good.permissions).toEqual(GRANTS);
  });

  test('fails if the server never shows the sent content, and loses nothing', async () => {
    await using stage = await Quarantine.start();
    const token = stage.seed(`telegraf${record('suspended', 1)}`, { permissions: [] });
    stage.cluster.every('PATCH token').appliesOnly('description');
    const main = await stage.restore([token.id]);
    expect(main.exitCode).toBe(1);
    expect(warningsOf(main)).toEqual([expect.stringMatching(/^error Token not restored: /)]);
    stage.cluster.clearFaults();
    await stage.restore([token.id]);
    expect(token.permissions).toEqual(GRANTS);
  });

  test.each([
    ['refuses the PATCH', 403, /was not restored\. .*Fix the cause, then run the job again/, []],
    ['never confirms the PATCH', 500, /is not confirmed. .*not lost/, GRANTS],
  ])('of one token sets its outputs if the server %s', async (_, status, message, permissions) => {
    await using stage = await Quarantine.start();
    const token = stage.seed(`telegraf${record('suspended', 1)}`, { permissions: [] });
    const body = { code: status, message: 'no such luck' };
    if (status === 403) stage.cluster.every('PATCH token').respondsWith(status, body);
    else stage.cluster.every('PATCH token').respondsAfterEffect(status, body);
    let reads = 0;
    stage.cluster.onRequest(({ route }, moment) =>
      route === 'GET token' && moment === 'before' && reads++ > 0 ? 'drop' : undefined,
    );
    const main = await stage.restore([token.id]);
    expect(main.exitCode).toBe(1);
    expect(main.annotations).toMatchObject([{ title: 'Token not restored' }]);
    expect(main.annotations[0]?.message).toMatch(message);
    expect(main.outputs).toMatchObject({
      'token-id': token.id,
      description: 'telegraf',
      'restored-token-ids': '[]',
    });
    // After a PATCH of unknown outcome, they are not known.
    const known = status === 403 ? { status: 'suspended', permissions: '[]' } : {};
    expect({ status: main.outputs['status'], permissions: main.outputs['permissions'] }).toEqual(known);
    expect(token.permissions).toEqual(permissions);
  });

  test('says in a dry run what it would do, and changes nothing', async () => {
    await using stage = await Quarantine.start();
    const token = stage.seed(`telegraf${record('suspended', 1)}`, { permissions: [] });
    const main = await stage.run('restore', { 'token-id': token.id, 'dry-run': 'true' });
    expect(main.exitCode).toBe(0);
    expect(main.log).toContain('would be restored with "metrics: read, write; logs: read"');
    expect(main.outputs).toMatchObject({ status: 'suspended', 'restored-token-ids': '[]' });
    expect(patches(stage)).toEqual([]);
  });

  test('does nothing for an empty list', async () => {
    await using stage = await Quarantine.start();
    const main = await stage.run('restore', { 'token-id': '[]' });
    expect(main.exitCode).toBe(0);
    expect(main.outputs['restored-token-ids']).toBe('[]');
    expect(stage.cluster.trace).toEqual([]);
  });
});

describe('a suspended token', () => {
  test('is shown by `get` and `list` with its date and its recorded permissions', async () => {
    await using stage = await Quarantine.start();
    const token = stage.seed(`telegraf${record('suspended', 1)}`, { permissions: [] });
    stage.seed('tele');
    const get = await stage.run('get', { 'token-id': token.id });
    expect(get.outputs).toMatchObject({ status: 'suspended', description: 'telegraf', permissions: '[]' });
    expect(get.log).toMatch(
      new RegExp(
        `is suspended \\(since ${MINUTE}, .+\\)\\. Its recorded permissions are "metrics: read, write; logs: read"`,
      ),
    );
    const list = await stage.run('list', { status: 'suspended' });
    const [listed, ...others] = JSON.parse(list.outputs['tokens'] ?? '');
    expect(listed).toMatchObject({ id: token.id, status: 'suspended', plainDescription: 'telegraf' });
    expect(others).toEqual([]);
    expect(list.summary).toMatch(new RegExp(`suspended since ${MINUTE}, .+; recorded permissions: metrics`));
    const active = await stage.run('list');
    expect(active.outputs['count']).toBe('1');
  });

  test.each(['suspended', 'suspending'])('is not updated: %s', async (recordState) => {
    await using stage = await Quarantine.start();
    const token = stage.seed(`telegraf${record(recordState, 1)}`, { permissions: [] });
    const main = await stage.run('update', { 'token-id': token.id, description: 'other' });
    expect(main.exitCode).toBe(1);
    expect(warningsOf(main)).toEqual([expect.stringMatching(/operation: restore/)]);
    expect(patches(stage)).toEqual([]);
  });

  test('keeps its permissions if it is suspended during an update', async () => {
    await using stage = await Quarantine.start();
    const token = stage.seed('telegraf');
    patchAfterSuspension(stage, token);
    const main = await stage.run('update', { 'token-id': token.id, description: 'other' });
    expect(main.exitCode).toBe(0);
    expect(state(token)).toEqual({ description: 'other', permissions: GRANTS, isRevoked: false });
    expect(patches(stage)).toEqual([{ description: 'other', permissions: GRANTS }]);
  });

  test('gets its permissions back if the server applies only half of that update', async () => {
    await using stage = await Quarantine.start();
    const token = stage.seed('telegraf');
    patchAfterSuspension(stage, token).appliesOnly('description');
    const main = await stage.run('update', { 'token-id': token.id, description: 'other' });
    expect(main.exitCode).toBe(0);
    expect(state(token)).toEqual({ description: 'other', permissions: GRANTS, isRevoked: false });
    expect(patches(stage)).toEqual([{ description: 'other', permissions: GRANTS }, { permissions: GRANTS }]);
    expect(warningsOf(main)).toEqual([expect.stringMatching(/^warning Permissions restored: /)]);
  });

  test('gets its permissions back if the response to that update shows only some of them', async () => {
    await using stage = await Quarantine.start();
    const token = stage.seed('telegraf');
    stage.cluster.next('PATCH token').stores((stored) => {
      stored.permissions = GRANTS.slice(1);
    });
    const main = await stage.run('update', { 'token-id': token.id, description: 'other' });
    expect(main.exitCode).toBe(0);
    expect(state(token)).toEqual({ description: 'other', permissions: GRANTS, isRevoked: false });
    expect(patches(stage)).toEqual([{ description: 'other', permissions: GRANTS }, { permissions: GRANTS }]);
    expect(warningsOf(main)).toEqual([expect.stringMatching(/^warning Permissions restored: /)]);
    expect(main.outputs).toMatchObject({ changed: 'true', permissions: JSON.stringify(GRANTS) });
  });

  test('keeps tag and record if a person changes the description after the restore', async () => {
    await using stage = await Quarantine.start();
    const end = `${KEPT}${record('restored', 1)}`;
    const token = stage.seed(`telegraf${end}`);
    await stage.run('update', { 'token-id': token.id, description: 'other' });
    expect(token.description).toBe(`other${end}`);
  });
});
