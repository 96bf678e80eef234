import { editDistance } from '../../base/edit-distance.ts';
import { quote } from '../../base/text.ts';
import { isMisspelling, lettersOf } from '../fields/nearest.ts';

/** ProfileKey is a key of a profile that replaces an empty input. */
export type ProfileKey = 'product' | 'host' | 'account_id' | 'cluster_id' | 'mgmt_token' | 'tls.ca';

/** UsedKey is any key of a profile that supplies a value. `port` is a part of `host`. */
export type UsedKey = ProfileKey | 'port';

/** The words of people and other tools for each key, in lower case, with letters and digits only. */
const WORDS: Readonly<Record<UsedKey, readonly string[]>> = {
  product: ['product'],
  host: ['host', 'hostname', 'url', 'clusterurl'],
  port: ['port'],
  account_id: ['accountid', 'account'],
  cluster_id: ['clusterid', 'cluster'],
  mgmt_token: ['mgmttoken', 'managementtoken'],
  'tls.ca': ['ca', 'cafile', 'cacert', 'cacertificate'],
};

/** The other keys of influxctl. They are no misspellings. */
const OTHER_KEYS = [
  'name',
  'database',
  'token',
  'auth',
  'tls',
  'tls.cert',
  'tls.key',
  'tls.insecure',
  'tls.disable',
];

/**
 * misspelledKeys finds keys that influxctl ignores and that probably mean a used key: with other separators, with a typing error, or
 * in the wrong table. `typed` are the keys of the profile. It returns one sentence per used key that is therefore missing. Pure.
 */
export function misspelledKeys(
  profile: string,
  typed: readonly string[],
): Readonly<Partial<Record<UsedKey, string>>> {
  const known: readonly string[] = [...Object.keys(WORDS), ...OTHER_KEYS];
  const sentences = typed
    .filter((key) => !known.includes(key))
    .flatMap((key) => {
      const meant = meantKey(key);
      if (meant === undefined || typed.includes(meant)) return [];
      return [
        [
          meant,
          `${quote(key)} in profile ${quote(profile)} is not a key of influxctl. ${hintFor(key, meant)}`,
        ],
      ];
    });
  return Object.fromEntries(sentences);
}

function meantKey(typed: string): UsedKey | undefined {
  const letters = lettersOf(typed.replace(/^.*\./, ''));
  const near = (Object.keys(WORDS) as UsedKey[])
    .flatMap((key) => WORDS[key].map((word) => ({ key, word, away: editDistance(letters, word) })))
    .filter(({ word }) => isMisspelling(letters, word))
    .sort((one, other) => one.away - other.away);
  return near[0]?.key;
}

function hintFor(typed: string, meant: UsedKey): string {
  if (typed.startsWith('tls.') === (meant === 'tls.ca')) return `Write \`${meant.replace('tls.', '')}\`.`;
  return meant === 'tls.ca'
    ? 'Write `ca` in the table `[profile.tls]`.'
    : `Write \`${meant}\` above the line \`[profile.tls]\`.`;
}
