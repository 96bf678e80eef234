import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endTokens } from '../../../src/operations/revoking/revoke-tokens.ts';
import { restoreToken } from '../../../src/operations/suspending/restore-token.ts';
import { suspendToken } from '../../../src/operations/suspending/suspend-token.ts';
import { twoClocks } from '../../../src/tokens/clocks.ts';
import { type Permission, samePermissions } from '../../../src/tokens/permissions.ts';
import { endingOf, endOfQuarantine } from '../../../src/tokens/quarantine.ts';
import { parseRecord } from '../../../src/tokens/record.ts';
import { parseTagged, plainDescription } from '../../../src/tokens/tag.ts';
import type { Token } from '../../../src/tokens/token.ts';
import { FakeClock } from '../../fake-clock.ts';
import { arbitraryPermissions } from '../../tokens/arbitrary-permissions.ts';
import { NOW, seriesToken } from '../../tokens/series-token.ts';
import { retryControl } from '../retry-control.ts';
import { type Mishap, outcomeOf, type StoredForm, TokenServer } from './token-server.ts';

const HOUR = 3_600_000;
const QUARANTINE = 24 * HOUR;

/** What can go wrong on a server that stores the complete sent content. */
const HONEST: readonly Mishap[] = [
  'none',
  'killed before',
  'killed after',
  'lost before',
  'lost after',
  'refused',
];
const HALVING: readonly Mishap[] = [...HONEST, 'only the description', 'only the permissions'];

/** Act is one run, which decides by its own list, and what goes wrong in it. */
interface Act {
  readonly what: 'suspend' | 'restore' | 'cleanup';
  readonly mishaps: readonly Mishap[];
  /** How much time passes after it. */
  readonly hours: number;
}

const actsWith = (mishaps: readonly Mishap[]) =>
  fc.array(
    fc.record({
      what: fc.constantFrom('suspend' as const, 'restore' as const, 'cleanup' as const),
      mishaps: fc.array(fc.constantFrom(...mishaps), { maxLength: 8 }),
      hours: fc.constantFrom(0, 1, 30),
    }),
    { maxLength: 6 },
  );

const token = fc
  .tuple(
    fc.constantFrom('kept' as const, 'untagged' as const, 'current' as const),
    arbitraryPermissions.filter((permissions) => permissions.length > 0),
  )
  .map(([kind, permissions]) => seriesToken('a', kind, { permissions }));

function depsOf(api: TokenServer, retries = 2) {
  const clock = new FakeClock(api.now);
  return { api, retryControl: retryControl({ retries, clock }), clock, progress: () => {} };
}

/** act is one run of a workflow. Its process can be killed. */
async function act(server: TokenServer, { what }: Pick<Act, 'what'>): Promise<void> {
  const deps = depsOf(server);
  const listed = server.token;
  const facts = { quarantineMs: QUARANTINE, clocks: twoClocks(server.now, server.now) };
  if (listed.revokedAt !== 'unset') return;
  if (what === 'restore') {
    await outcomeOf(restoreToken(listed.id, deps));
    return;
  }
  const { decision } = endOfQuarantine(listed, facts) ?? endingOf(listed, 'older than 30d', facts);
  if (decision === 'suspend') await outcomeOf(suspendToken(listed, deps));
  if (decision === 'revoke' && what === 'cleanup') {
    await outcomeOf(endTokens([{ kind: 'revoke', id: listed.id, known: true, decidedOn: listed }], deps));
  }
}

/** Playing contains a check after each act, and how the server stores descriptions. */
interface Playing {
  readonly look?: (server: TokenServer) => void;
  readonly stored?: StoredForm;
}

/** play plays a history. Each run sees the server as the previous one has left it. */
async function play(
  start: Token,
  acts: readonly Act[],
  { look = () => {}, stored = (description) => description }: Playing = {},
) {
  let server = new TokenServer(start, NOW);
  for (const one of acts) {
    server = new TokenServer(server.token, server.now, one.mishaps);
    server.stored = stored;
    await act(server, one);
    look(server);
    server = new TokenServer(server.token, server.now + one.hours * HOUR);
  }
  return server;
}

async function restoredAlone({ token: left, now }: TokenServer): Promise<Token> {
  const server = new TokenServer(left, now);
  await restoreToken(left.id, depsOf(server));
  return server.token;
}

function expectSet(permissions: readonly Permission[], expected: readonly Permission[]): void {
  expect(samePermissions(permissions, expected), JSON.stringify([permissions, expected])).toBe(true);
}

describe('after any history of suspensions and restores', () => {
  test.each([
    ['processes are killed and responses are lost', HONEST, (text: string) => text],
    ['the server applies half of a PATCH', HALVING, (text: string) => text],
    ['the server cuts descriptions off', HONEST, (text: string) => text.slice(0, 130)],
    ['the server normalizes descriptions', HONEST, (text: string) => text.toLowerCase()],
  ])(
    'in which %s, one undisturbed restore gives back exactly the same permissions',
    async (_, mishaps, stored) => {
      await fc.assert(
        fc.asyncProperty(token, actsWith(mishaps), async (start, acts) => {
          const server = await play(start, acts, { stored });
          if (server.token.revokedAt !== 'unset') return;
          const restored = await restoredAlone(server);
          expectSet(restored.permissions, start.permissions);
        }),
        { numRuns: 1000 },
      );
    },
  );

  test('the server always has the permissions or their record, and at most one record', async () => {
    await fc.assert(
      fc.asyncProperty(token, actsWith(HALVING), async (start, acts) => {
        const plain = plainDescription(start.description);
        const look = ({ token: { description, permissions } }: TokenServer) => {
          if (permissions.length > 0) expectSet(permissions, start.permissions);
          else expectSet(parseRecord(description)?.grants ?? [], start.permissions);
          expect(description.split(' [gha-')).toHaveLength(parseRecord(description) ? 2 : 1);
          expect(plainDescription(description)).toBe(plain);
        };
        await play(start, acts, { look });
      }),
      { numRuns: 1000 },
    );
  });

  test('only tokens without permissions for the whole quarantine are revoked', async () => {
    await fc.assert(
      fc.asyncProperty(token, actsWith(HALVING), async (start, acts) => {
        let withoutSince: number | undefined;
        const look = ({ token: { permissions, revokedAt }, now }: TokenServer) => {
          if (revokedAt !== 'unset') {
            expect(withoutSince).toBeDefined();
            expect(now - (withoutSince ?? now)).toBeGreaterThanOrEqual(QUARANTINE);
          } else if (permissions.length > 0) withoutSince = undefined;
          else withoutSince ??= now;
        };
        await play(start, acts, { look });
      }),
      { numRuns: 1000 },
    );
  });

  test('a restored token is `kept`, with any earlier kind', async () => {
    await fc.assert(
      fc.asyncProperty(token, actsWith(HONEST), async (start, acts) => {
        const look = ({ token: { description } }: TokenServer) => {
          const tag = parseTagged(description)?.tag;
          if (tag && parseRecord(description)?.state === 'restored') expect(tag.kind).toBe('kept');
        };
        await play(start, acts, { look });
      }),
    );
  });
});

describe('two runs at once', () => {
  /** Before one request of the first run, the second run runs completely. */
  test.each(['suspend', 'restore', 'cleanup'] as const)(
    'of which one suspends and the other does "%s" between any two of its requests lose nothing',
    async (what) => {
      for (let number = 0; number < 6; number++) {
        const start = seriesToken('a', 'kept', {
          permissions: [
            { action: 'read', resource: 'metrics' },
            { action: 'write', resource: '*' },
          ],
        });
        const server = new TokenServer(start, NOW);
        server.meanwhile = async () => {
          if (server.sent.length !== number + 1) return;
          server.meanwhile = async () => {};
          server.now += HOUR;
          await act(server, { what });
        };
        await outcomeOf(suspendToken(start, depsOf(server)));
        const restored = await restoredAlone(server);
        expectSet(restored.permissions, start.permissions);
      }
    },
  );
});
