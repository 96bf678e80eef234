import { formatTagged } from '../../src/tokens/tag.ts';
import type { Token } from '../../src/tokens/token.ts';
import { describedBy, formatDescription } from './quarantine/description.ts';
import { isSuspension } from './quarantine/rules.ts';
import type { Job } from './quarantine/setting.ts';
import type { Token as SeenToken } from './quarantine/world.ts';
import { PERMISSIONS } from './server.ts';
import type { Setting } from './setting.ts';
import { isAccepted, stateOf, type World } from './world.ts';

/** jobOf is the retirement of a rotation, as the rules of the quarantine see it. */
export function jobOf({ quarantineMs }: Setting): Job {
  return { kind: 'retire', quarantineMs };
}

/** seenAs is a token, as the rules of the quarantine see it. */
export function seenAs(token: Token): SeenToken {
  return { ...stateOf(token), isRevoked: token.revokedAt !== 'unset' };
}

/** asEnded makes a suspended token count like a revoked one, for what decides on a rotation: it is no member, and whatever it was newer than is due. */
export function asEnded(token: Token): Token {
  return isSuspension(token) && token.revokedAt === 'unset' ? { ...token, revokedAt: 0 } : token;
}

/** asMember makes a suspended token a member again, for what decides on a retirement: one that replaces no other. */
export function asMember(token: Token): Token {
  const { plain, tag } = describedBy(token.description);
  return tag && isSuspension(token)
    ? { ...token, description: formatTagged(plain, { ...tag, kind: 'pending' }) }
    : token;
}

/** restoring gives what a person who restores a suspended token makes of the world. */
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
