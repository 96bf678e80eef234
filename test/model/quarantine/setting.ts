import type { TwoClocks } from '../../../src/tokens/clocks.ts';
import { twoClocks } from '../../../src/tokens/clocks.ts';
import { formatTagged, type TagKind } from '../../../src/tokens/tag.ts';
import { DAY, NOW, PLAIN, tag } from '../../tokens/series-token.ts';
import type { Grants } from './description.ts';
import type { Rules } from './rules.ts';
import { type Run, UNTOUCHED, type World } from './world.ts';

/** Job is one operation on the token. */
export type Job = (
  | { readonly kind: 'cleanup'; readonly quarantineMs: number; readonly maxAgeMs: number }
  | { readonly kind: 'retire'; readonly quarantineMs: number }
  | { readonly kind: 'restore' }
  | { readonly kind: 'update'; readonly plain?: string; readonly grants?: Grants }
  | { readonly kind: 'adopt' }
  | { readonly kind: 'promote' }
) &
  WrongClocks;

/** How far the two clocks that a run reads are wrong, in milliseconds. */
interface WrongClocks {
  readonly dateOffMs?: number;
  readonly runnerOffMs?: number;
}

/** Setting is the start of a model, and everything that does not change in it. */
export interface Setting {
  readonly rules: Rules;
  readonly kind: TagKind | 'untagged';
  readonly grants: Grants;
  readonly jobs: readonly Job[];
  readonly faults: number;
  readonly edits: readonly Edit[];
  readonly maxEdits: number;
  readonly maxPasses: number;
  /** How much time passes at once, in milliseconds. */
  readonly passMs: number;
  /** The time of the start, in milliseconds after a whole second. */
  readonly startMs: number;
  readonly server: Server;
  readonly limits: readonly Limit[];
}

/** LIMITS are the limits in the documentation. Each of them excuses only what the documentation says. */
export const LIMITS = [
  'an edit within the round trip of a PATCH that sets permissions',
  'an edit within the round trip of a PATCH that writes a record',
  'permissions removed from a token with a record',
  'a restore within the round trip before a DELETE',
  'half of a PATCH within the round trip of another change',
] as const;

export type Limit = (typeof LIMITS)[number];

/** Edit is a change that a person can make by hand. */
export type Edit =
  | 'gives the permissions back'
  | 'grants something else'
  | 'removes the permissions'
  | 'edits the description'
  | 'replaces the description'
  | 'revokes';

/** Server is how a server always handles requests. */
export interface Server {
  /** Returns what the server stores of a description. */
  readonly stores: (description: string) => string;
  /** The responses show the sent content and not the stored one. */
  readonly echoes: boolean;
  /** The server ignores an empty list of permissions. */
  readonly ignoresNoPermissions: boolean;
}

export const STRICT: Server = { stores: (text) => text, echoes: false, ignoresNoPermissions: false };

const GRANTS: Grants = 'rw:metrics r:logs/a';
export const OTHER_GRANTS: Grants = 'w:metrics';

export const QUARANTINE_MS = 2 * DAY;

export const CLEANUP: Job = { kind: 'cleanup', quarantineMs: QUARANTINE_MS, maxAgeMs: DAY / 2 };
export const RETIRE: Job = { kind: 'retire', quarantineMs: QUARANTINE_MS };
export const RESTORE: Job = { kind: 'restore' };
export const ADOPT: Job = { kind: 'adopt' };
export const PROMOTE: Job = { kind: 'promote' };
export const RENAME: Job = { kind: 'update', plain: 'renamed' };
export const REGRANT: Job = { kind: 'update', grants: OTHER_GRANTS };

/** The token is older than any `max-age`. */
export const CREATED_AT = NOW - 100 * DAY;

/** startOf is the world before the first step. */
export function startOf({ kind, grants, jobs, faults, maxEdits, maxPasses, startMs }: Setting): World {
  const description = kind === 'untagged' ? PLAIN : formatTagged(PLAIN, tag(kind));
  return {
    clock: NOW + startMs,
    token: { description, grants, isRevoked: false },
    runs: jobs.map((job, index): Run => ({ ...UNTOUCHED, name: `${index + 1}`, job, at: 'waiting' })),
    late: [],
    faults,
    edits: maxEdits,
    passes: maxPasses,
    expected: { grants: [grants], suspendedSince: undefined },
    isDisturbed: false,
    wrong: undefined,
  };
}

/** clocksOf are the clocks that a run sees: a Date in whole seconds, and the runner's clock. */
export function clocksOf({ clock }: World, { dateOffMs = 0, runnerOffMs = 0 }: Job): TwoClocks {
  return twoClocks(Math.floor(clock / 1000) * 1000 + dateOffMs, clock + runnerOffMs);
}

/** SMALLEST is one cleanup of an untagged token, without any fault. */
export const SMALLEST: Omit<Setting, 'rules'> = {
  kind: 'untagged',
  grants: GRANTS,
  jobs: [CLEANUP],
  faults: 0,
  edits: [],
  maxEdits: 0,
  maxPasses: 2,
  passMs: DAY,
  startMs: 0,
  server: STRICT,
  limits: LIMITS,
};

/** cutting is a server that cuts a description off after this many characters. */
export function cutting(length: number): Server {
  return { ...STRICT, stores: (text) => text.slice(0, length) };
}
