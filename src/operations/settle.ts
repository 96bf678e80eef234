import { asSentence, Failure } from '../failure.ts';
import { ApiError } from '../management-api/errors.ts';
import { bulletList } from '../runner/markdown.ts';
import { parseTagged } from '../tokens/tag.ts';
import { isSeenRevoked, type Token } from '../tokens/token.ts';
import type { Deps } from './deps.ts';
import type { Attempt } from './ledger.ts';
import { revokeToken } from './revoke-token.ts';

/** What is still open at the end of a job: tokens whose ids are known, and marks of such as may exist. */
export interface OpenEnds {
  readonly ids: readonly string[];
  readonly nonces: readonly string[];
}

/** openEnds picks the attempts that were neither settled nor kept. */
export function openEnds(attempts: readonly Attempt[]): OpenEnds {
  const open = attempts.filter(({ fate }) => fate === 'open');
  return {
    ids: open.flatMap(({ id }) => (id === undefined ? [] : [id])),
    nonces: open.filter(({ id }) => id === undefined).map(({ nonce }) => nonce),
  };
}

/** isSettled tells whether there is nothing to do. */
export function isSettled({ ids, nonces }: OpenEnds): boolean {
  return ids.length === 0 && nonces.length === 0;
}

/**
 * settle revokes at the end of a job whatever its step created and nobody keeps: by id where it is known, by a list
 * where only nonces are. One failure does not stop the others, unless the management token is refused. Throws a
 * Failure that names what may be alive.
 */
export async function settle(open: OpenEnds, deps: Pick<Deps, 'api' | 'pacing' | 'runner'>): Promise<void> {
  const { api, runner } = deps;
  let listing: Promise<readonly Token[]> | undefined;
  const list = () => {
    listing ??= api.tokens();
    return listing;
  };
  const done: string[] = [];
  const failed: string[] = [];

  const found = open.nonces.length === 0 ? [] : await findByNonce(open.nonces, list, failed);
  let turnedAway = false;
  for (const id of new Set([...open.ids, ...found])) {
    if (turnedAway) {
      failed.push(`Token ${id} was not tried.`);
      continue;
    }
    try {
      const revocation = await revokeToken(id, list, deps);
      done.push(revocation === 'revoked' ? `Revoked token ${id}.` : `Token ${id} was already revoked.`);
    } catch (error) {
      failed.push(`Token ${id} could not be revoked: ${asSentence(error)}`);
      // The next would be answered the same.
      turnedAway = error instanceof ApiError && (error.status === 401 || error.status === 403);
    }
  }

  for (const line of done) runner.info(line);
  if (done.length + failed.length > 0) {
    runner.summary(bulletList('InfluxDB token at the end of the job', [...done, ...failed]));
  }
  if (failed.length > 0) throw new Failure('Token not revoked', `${failed.join(' ')} ${remedy(open)}`);
}

/** remedy says what a person can do about tokens that may be alive. */
export function remedy({ ids, nonces }: OpenEnds): string {
  const byId = ids.length > 0 ? `\`influxctl token revoke ${ids.join(' ')}\`` : '';
  const byMark =
    nonces.length > 0
      ? `revoke the token whose description contains ${nonces.join(' or ')}, if there is one`
      : '';
  const how = [byId, byMark].filter((text) => text !== '').join('; and ');
  return `Nobody holds it any more, but it is alive until it expires. To end it now: ${how}.`;
}

async function findByNonce(
  nonces: readonly string[],
  list: () => Promise<readonly Token[]>,
  failed: string[],
): Promise<string[]> {
  try {
    return (await list())
      .filter((token) => !isSeenRevoked(token))
      .filter((token) => nonces.includes(parseTagged(token.description)?.tag.nonce ?? ''))
      .map((token) => token.id);
  } catch (error) {
    failed.push(`Whether a token is left whose creation was not answered is not known: ${asSentence(error)}`);
    return [];
  }
}
