import { formatTagged } from '../../src/tokens/tag.ts';
import type { Token } from '../../src/tokens/token.ts';
import { describedBy, formatDescription } from './quarantine/description.ts';
import { isSuspension } from './quarantine/rules.ts';
import type { Job } from './quarantine/setting.ts';
import type { Token as QuarantineToken } from './quarantine/world.ts';
import { PERMISSIONS } from './server.ts';
import type { Setting } from './setting.ts';
import { isAccepted, stateOf, type World } from './world.ts';

/** jobOf is the retirement of a rotation, in the terms of the quarantine's rules. */
export function jobOf({ quarantineMs }: Setting): Job {
  return { kind: 'retire', quarantineMs };
}

/** asQuarantineToken is a token, in the terms of the quarantine's rules. */
export function asQuarantineToken(token: Token): QuarantineToken {
  return { ...stateOf(token), isRevoked: token.revokedAt !== 'unset' };
}

/**
 * asEnded makes a suspended token count as revoked for the decisions about a rotation. So it is not a member, and a live token
 * that is older is due.
 */
export function asEnded(token: Token): Token {
  return isSuspension(token) && token.revokedAt === 'unset' ? { ...token, revokedAt: 0 } : token;
}

/** asMember makes a suspended token a member again for the decisions about a retirement. It replaces no other token. */
export function asMember(token: Token): Token {
  const { plain, tag } = describedBy(token.description);
  return tag && isSuspension(token)
    ? { ...token, description: formatTagged(plain, { ...tag, kind: 'pending' }) }
    : token;
}

/** restoring returns the worlds after a person restores a suspended token. */
export function restoring(world: World): { says: string; world: World }[] {
  if (world.restores === 0) return [];
  const from = { ...world, restores: world.restores - 1 };
  return world.tokens
    .filter((token) => token.revokedAt === 'unset' && isSuspension(token) && !isAccepted(token))
    .map(({ id }) => ({
      says: `a person restores ${id}`,
      world: { ...from, tokens: from.tokens.map((token) => (token.id === id ? restored(token) : token)) },
    }));
}

function restored(token: Token): Token {
  const { plain, tag, record } = describedBy(token.description);
  const kept = tag && { ...tag, kind: 'kept' as const };
  const description = formatDescription({
    plain,
    tag: kept,
    record: record && { ...record, state: 'restored' },
  });
  return { ...token, description, permissions: PERMISSIONS };
}
