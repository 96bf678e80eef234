import { describe, expect, test } from 'vitest';
import { restoreToken } from '../../../src/operations/suspending/restore-token.ts';
import { suspendToken } from '../../../src/operations/suspending/suspend-token.ts';
import type { Permission } from '../../../src/tokens/permissions.ts';
import type { Token, TokenChange } from '../../../src/tokens/token.ts';
import { FakeClock } from '../../fake-clock.ts';
import { NOW, PLAIN, seriesToken } from '../../tokens/series-token.ts';
import { retryControl } from '../retry-control.ts';
import { type Mishap, TokenServer } from './token-server.ts';

// Each of these tests plays a counterexample that an exhaustive search found.

const READ: Permission = { action: 'read', resource: 'metrics' };
const WRITE: Permission = { action: 'write', resource: 'metrics' };
const SINCE = '2027-01-31T12:00:00Z';

/** Meanwhile is what another actor does immediately before a request. 0 is the first request. */
type Meanwhile = Readonly<Record<number, (server: TokenServer) => Promise<unknown> | undefined>>;

async function suspended(token: Token, meanwhile: Meanwhile, mishaps: readonly Mishap[] = []) {
  const server = new TokenServer(token, NOW, mishaps);
  server.meanwhile = async () => {
    const act = meanwhile[server.sent.length - 1];
    await act?.(server);
  };
  const result = await suspendToken(token, depsOf(server));
  return { result, server, patches: server.sent.filter((sent): sent is TokenChange => sent !== 'GET') };
}

function depsOf(api: TokenServer) {
  return { api, retryControl: retryControl({ retries: 2, clock: new FakeClock(api.now) }) };
}

/** Another run, which runs completely at this moment. */
async function alone(server: TokenServer, run: typeof suspendToken | typeof restoreToken): Promise<void> {
  const other = new TokenServer(server.token, server.now);
  await (run === suspendToken
    ? suspendToken(server.token, depsOf(other))
    : restoreToken(server.token.id, depsOf(other)));
  server.token = other.token;
}

async function grantsAfterRestore(server: TokenServer): Promise<readonly Permission[]> {
  await alone(server, restoreToken);
  return server.token.permissions;
}

const telegraf = seriesToken('a', 'untagged', { permissions: [READ, WRITE] });

function grant(permissions: readonly Permission[]) {
  return (server: TokenServer): undefined => {
    server.token = { ...server.token, permissions };
  };
}

describe('a suspension', () => {
  test('that finds no permissions after it recorded them leaves the record to the run that suspended the token', async () => {
    const { result, server, patches } = await suspended(telegraf, { 1: (it) => alone(it, suspendToken) });
    expect(result).toEqual({ kind: 'kept', why: 'changed-meanwhile' });
    expect(patches).toEqual([{ description: `${PLAIN} [gha-suspending:${SINCE} rw:metrics]` }]);
    expect(await grantsAfterRestore(server)).toEqual([READ, WRITE]);
  });

  test('leaves a record that a restore has written, and fails, if half of it undid that restore', async () => {
    const mishaps: Mishap[] = ['none', 'none', 'none', 'only the permissions'];
    const { result, server, patches } = await suspended(
      telegraf,
      { 3: (it) => alone(it, restoreToken) },
      mishaps,
    );
    expect(result).toEqual({ kind: 'not-completed' });
    expect(patches).toHaveLength(2);
    expect(server.token.description).toBe(`${PLAIN} [gha-restored:${SINCE} rw:metrics]`);
    expect(await grantsAfterRestore(server)).toEqual([READ, WRITE]);
  });

  test.each([3, 4])(
    'restores the description with the permissions that a person left, in one PATCH: before request %i',
    async (request) => {
      const { result, server, patches } = await suspended(telegraf, { [request]: grant([WRITE]) }, [
        'none',
        'none',
        'none',
        'only the description',
      ]);
      expect(result).toEqual({ kind: 'kept', why: 'permissions-remain' });
      expect(patches.at(-1)).toEqual({ description: PLAIN, permissions: [WRITE] });
      expect(server.token).toMatchObject({ description: PLAIN, permissions: [WRITE] });
    },
  );

  test('does not restore permissions that a person removes before it is undone', async () => {
    const server = new TokenServer(telegraf, NOW);
    server.stored = () => PLAIN;
    server.meanwhile = async () => {
      if (server.sent.length === 3) grant([])(server);
    };
    expect(await suspendToken(telegraf, depsOf(server))).toEqual({ kind: 'kept', why: 'changed-meanwhile' });
    expect(server.token).toMatchObject({ description: PLAIN, permissions: [] });
  });

  test('never removes permissions that a person grants a token without permissions in the meantime', async () => {
    const empty = seriesToken('a', 'untagged', { permissions: [] });
    const { result, server, patches } = await suspended(empty, { 1: grant([WRITE]) });
    expect(result).toEqual({ kind: 'kept', why: 'permissions-remain' });
    expect(patches.at(-1)).toEqual({ description: PLAIN, permissions: [WRITE] });
    expect(server.token).toMatchObject({ description: PLAIN, permissions: [WRITE] });
  });
});
