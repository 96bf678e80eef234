import type { Secret } from '../base/secret.ts';
import { isUuid } from '../tokens/token.ts';
import { hasLeftover, readLedger } from './ledger.ts';

/** Binds the derived key to this one use of the management token. */
const CONTEXT = 'influxdb-token-action: seal of the ledger, version 1';

const KEY_BYTES = 32;

/** The seal in hex digits, a space, and the text that it covers. */
const SEALED = /^([0-9a-f]{64}) (.*)$/s;

/** More would be no hint but a page. */
const MAX_CLAIMED_IDS = 5;

/** sealLedger puts a seal before the text of a ledger, such that only who knows the management token can make another. */
export function sealLedger(text: string, managementToken: Secret): string {
  return `${seal(text, managementToken).toString('hex')} ${text}`;
}

/**
 * unsealLedger returns the text that was sealed with this management token; undefined for everything else, and always
 * without a management token: anybody can seal with none.
 */
export function unsealLedger(sealed: string, managementToken: Secret): string | undefined {
  const [, found, text] = SEALED.exec(sealed) ?? [];
  // The seal covers UTF-8, where every lone surrogate is the same.
  if (found === undefined || text === undefined || !text.isWellFormed()) return undefined;
  if (managementToken.reveal() === '') return undefined;
  const { timingSafeEqual } = process.getBuiltinModule('node:crypto');
  return timingSafeEqual(Buffer.from(found, 'hex'), seal(text, managementToken)) ? text : undefined;
}

/**
 * claimedTokenIds are the IDs of tokens that a ledger without a valid seal says to be left: a hint for a person, never a
 * reason to do anything. Anybody can have written them, so there is nothing else of it that can be shown.
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
