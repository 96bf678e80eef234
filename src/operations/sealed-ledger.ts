import type { Secret } from '../base/secret.ts';
import { isUuid } from '../base/uuid.ts';
import { hasLeftover, readLedger } from './ledger.ts';

/** The derived key is only for this use of the management token. */
const CONTEXT = 'influxdb-token-action: seal of the ledger, version 1';

const KEY_BYTES = 32;

/** The seal in hex digits, a space, and the sealed text. */
const SEALED = /^([0-9a-f]{64}) (.*)$/s;

/** A message with more IDs would be too long. */
const MAX_CLAIMED_IDS = 5;

/** sealLedger puts a seal before the text of a ledger. Without the management token, nobody can create another seal. */
export function sealLedger(text: string, managementToken: Secret): string {
  return `${seal(text, managementToken).toString('hex')} ${text}`;
}

/**
 * unsealLedger returns the text that was sealed with this management token. Undefined for any other text, and always if the
 * management token is empty, because anybody can seal with an empty token.
 */
export function unsealLedger(sealed: string, managementToken: Secret): string | undefined {
  const [, found, text] = SEALED.exec(sealed) ?? [];
  // The seal covers UTF-8, and in UTF-8 all lone surrogates become the same character.
  if (found === undefined || text === undefined || !text.isWellFormed()) return undefined;
  if (managementToken.reveal() === '') return undefined;
  const { timingSafeEqual } = process.getBuiltinModule('node:crypto');
  return timingSafeEqual(Buffer.from(found, 'hex'), seal(text, managementToken)) ? text : undefined;
}

/**
 * claimedTokenIds are the IDs of leftover tokens in a ledger without a valid seal. Anybody can have written them, so they are only
 * a hint for a person. Nothing else in such a ledger is shown.
 */
export function claimedTokenIds(unverified: string): readonly string[] {
  const text = SEALED.exec(unverified)?.[2] ?? unverified;
  try {
    const { attempts, delivery } = readLedger(text);
    const ids = [
      ...attempts.filter(hasLeftover).flatMap(({ id }) => id ?? []),
      ...(delivery === undefined || delivery.phase === 'done' ? [] : [delivery.tokenId]),
    ];
    return [...new Set(ids.filter(isUuid))].slice(0, MAX_CLAIMED_IDS);
  } catch {
    return [];
  }
}

function seal(text: string, managementToken: Secret): Buffer {
  const { createHmac, hkdfSync } = process.getBuiltinModule('node:crypto');
  const key = hkdfSync('sha256', managementToken.reveal(), '', CONTEXT, KEY_BYTES);
  return createHmac('sha256', Buffer.from(key)).update(text, 'utf8').digest();
}
