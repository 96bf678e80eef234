import type { TwoClocks } from './clocks.ts';
import { followingMinute, formatMinute } from './dates.ts';
import { formatDuration } from './duration.ts';
import { parseRecord } from './record.ts';
import { recordedGrants, type TokenContent, withGrantsRecorded } from './token-content.ts';

/** The server might cut off a longer description, and then lose the recorded permissions. In bytes. */
const MAX_DESCRIPTION_BYTES = 2_000;

/** whyNotSuspendable says in a part of a sentence why a token cannot be suspended. Undefined if it can be. Pure. */
export function whyNotSuspendable(token: TokenContent): string | undefined {
  if (token.description === '') return 'it has no description in which to record its permissions';
  // A suspension writes several records. This is the longest.
  const state = token.permissions.length > 0 ? 'suspending' : 'suspended';
  const description = withGrantsRecorded(token, { state, since: 0, grants: recordedGrants(token) });
  if (description === undefined) return 'it has permissions that cannot be recorded';
  return Buffer.byteLength(description) > MAX_DESCRIPTION_BYTES
    ? `its description would exceed ${MAX_DESCRIPTION_BYTES} bytes`
    : undefined;
}

/** Ending is the decision about a token, and the reason for people. */
export interface Ending {
  readonly decision: 'revoke' | 'suspend' | 'keep';
  readonly reason: string;
}

/** QuarantineFacts decide how a token ends. With `quarantineMs` 0, live tokens are revoked at once. `clocks`: the time of the list. */
export interface QuarantineFacts {
  readonly quarantineMs: number;
  readonly clocks: TwoClocks;
}

/**
 * endingOf decides how a live token ends that is no longer needed. An unfinished suspension starts again. `reason` says why the
 * token is no longer needed. Pure.
 */
export function endingOf(token: TokenContent, reason: string, { quarantineMs }: QuarantineFacts): Ending {
  if (parseRecord(token.description)?.state === 'suspending' && quarantineMs === 0) {
    return {
      decision: 'keep',
      reason: 'another workflow has begun to suspend this token, and `quarantine` is not set',
    };
  }
  if (quarantineMs === 0) return { decision: 'revoke', reason };
  const obstacle = whyNotSuspendable(token);
  return obstacle === undefined
    ? { decision: 'suspend', reason }
    : { decision: 'keep', reason: `${reason}, but it cannot be suspended, because ${obstacle}` };
}

/**
 * endOfQuarantine decides whether the quarantine of a suspended token is over. Undefined for a token that is not suspended, or whose
 * suspension was not finished. Pure.
 */
export function endOfQuarantine(
  { description, permissions }: TokenContent,
  { quarantineMs, clocks }: QuarantineFacts,
): Ending | undefined {
  const record = parseRecord(description);
  if (record?.state !== 'suspended') return undefined;
  const suspended = `suspended since ${formatMinute(record.since)}`;
  if (permissions.length > 0) {
    return { decision: 'keep', reason: `${suspended}, but a person later added permissions` };
  }
  if (quarantineMs === 0) return { decision: 'keep', reason: `${suspended}, and \`quarantine\` is not set` };
  const until = record.since + quarantineMs;
  return clocks.forEnding >= until
    ? { decision: 'revoke', reason: `${suspended}, for more than ${formatDuration(quarantineMs / 1000)}` }
    : {
        decision: 'keep',
        reason: `${suspended}, in quarantine until ${formatMinute(followingMinute(until))}`,
      };
}
