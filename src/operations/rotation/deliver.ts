import { asSentence, Failure } from '../../failure.ts';
import type { SeenSecret, Storing } from '../../github/github.ts';
import type { StoreIn } from '../../inputs/store-in.ts';
import type { SummarySection } from '../../runner/summary.ts';
import type { Minted } from '../issue-token.ts';
import type { HandOver, Ledger } from '../ledger.ts';
import type { RotateDeps } from './read-state.ts';

/** Delivery is what is handed over, and to whom. */
export interface Delivery {
  readonly minted: Minted;
  readonly secrets: readonly SeenSecret[];
  readonly laterSteps: StoreIn['laterSteps'];
  readonly handOver: Omit<HandOver, 'phase'>;
}

/**
 * handOver writes the new token into all secrets, one after the other, and gives it to the later steps. From the mark in the
 * ledger on this run never revokes it, but for one exception: the very first write was surely refused, and then the mark is
 * taken back. Throws a Failure that says who holds what.
 */
export async function handOver(
  { minted, secrets, laterSteps, handOver: mark }: Delivery,
  ledger: Ledger,
  { github, runner }: Pick<RotateDeps, 'github' | 'runner'>,
): Promise<void> {
  ledger.hand(minted.tag.nonce, mark);
  for (const [index, secret] of secrets.entries()) {
    const storing = await github.store(secret, minted.secret);
    if (storing.kind === 'stored') {
      runner.info(`Stored in ${secret.target.label}.`);
      continue;
    }
    if (storing.kind === 'refused' && index === 0) {
      ledger.takeBack(minted.tag.nonce);
      throw new Failure('Token not stored', asSentence(storing.error), { cause: storing.error });
    }
    runner.summary(whereabouts(storing, index, secrets, minted.token.id));
    throw notStoredEverywhere(storing, index, secrets, minted.token.id);
  }
  if (laterSteps) runner.token(minted.secret);
  runner.outputs({ rotated: 'true' });
  if (laterSteps) ledger.handed('handed-over');
}

function notStoredEverywhere(
  { kind, error }: Exclude<Storing, { readonly kind: 'stored' }>,
  index: number,
  secrets: readonly SeenSecret[],
  id: string,
): Failure {
  const labels = secrets.map(({ target }) => target.label);
  const [stored, failed, waiting] = [labels.slice(0, index), labels[index] ?? '', labels.slice(index + 1)];
  const unchanged = kind === 'unclear' ? waiting : [failed, ...waiting];
  const sentences = [
    ...(stored.length > 0 ? [`The new token ${id} is in ${list(stored)}.`] : []),
    ...(kind === 'unclear' ? [`It is not known which token is in ${list([failed])}.`] : []),
    ...(unchanged.length > 0 ? [`Not changed: ${list(unchanged)}.`] : []),
  ];
  return new Failure(
    'Not stored everywhere',
    `${asSentence(error)} ${sentences.join(' ')} No token was revoked, so every consumer keeps a valid token. The next run ` +
      'creates another token and stores it everywhere.',
    { cause: error },
  );
}

/** Which target has which token. */
function whereabouts(
  { kind }: Exclude<Storing, { readonly kind: 'stored' }>,
  failedAt: number,
  secrets: readonly SeenSecret[],
  id: string,
): SummarySection {
  const before = ({ storedAt }: SeenSecret) =>
    storedAt === 'absent' ? 'no secret, as before' : 'the secret from before';
  const has = (secret: SeenSecret, index: number) => {
    if (index < failedAt) return `the new token ${id}`;
    return index === failedAt && kind === 'unclear' ? 'not known' : before(secret);
  };
  return {
    title: 'InfluxDB token: not stored everywhere',
    head: ['Target', 'Has'],
    rows: secrets.map((secret, index) => [secret.target.label, has(secret, index)]),
  };
}

function list(labels: readonly string[]): string {
  return labels.map((label) => `\`${label}\``).join(', ');
}
