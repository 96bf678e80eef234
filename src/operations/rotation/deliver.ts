import { asSentence, Failure } from '../../base/errors.ts';
import type { SecretMetadata, StoreResult } from '../../github/ports.ts';
import type { StoreIn } from '../../request/fields/store-in.ts';
import type { SummarySection } from '../../runner/summary.ts';
import type { IssuedToken } from '../issuing/issue-token.ts';
import type { Delivery, Ledger } from '../ledger.ts';
import type { RotateDeps } from './read-state.ts';

/** DeliverOptions is what is delivered, and to whom. */
export interface DeliverOptions {
  readonly issued: IssuedToken;
  readonly secrets: readonly SecretMetadata[];
  readonly laterSteps: StoreIn['laterSteps'];
  readonly delivery: Omit<Delivery, 'phase'>;
}

/**
 * delivery writes the new token into all secrets, one after the other, and gives it to the later steps. From the mark in the
 * ledger on this run never revokes it, but for one exception: the very first write was surely refused, and then the mark is
 * taken back. Throws a Failure that says who holds what.
 */
export async function deliver(
  { issued, secrets, laterSteps, delivery: mark }: DeliverOptions,
  ledger: Ledger,
  { github, runner }: Pick<RotateDeps, 'github' | 'runner'>,
): Promise<void> {
  ledger.beginDelivery(issued.tag.nonce, mark);
  for (const [index, secret] of secrets.entries()) {
    const result = await github.store(secret, issued.secret);
    if (result.kind === 'stored') {
      runner.info(`Stored in ${secret.target.label}.`);
      continue;
    }
    if (result.kind === 'refused' && index === 0) {
      ledger.cancelDelivery(issued.tag.nonce);
      throw new Failure('token-not-stored', asSentence(result.error), { cause: result.error });
    }
    runner.summary(whereabouts(result, index, secrets, issued.token.id));
    throw notStoredEverywhere(result, index, secrets, issued.token.id);
  }
  if (laterSteps) runner.token(issued.secret);
  runner.outputs({ rotated: 'true' });
  if (laterSteps) ledger.setPhase('delivered');
}

function notStoredEverywhere(
  { kind, error }: Exclude<StoreResult, { readonly kind: 'stored' }>,
  index: number,
  secrets: readonly SecretMetadata[],
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
    'not-stored-everywhere',
    `${asSentence(error)} ${sentences.join(' ')} No token was revoked, so every consumer keeps a valid token. The next run ` +
      'creates another token and stores it everywhere.',
    { cause: error },
  );
}

/** Which target has which token. */
function whereabouts(
  { kind }: Exclude<StoreResult, { readonly kind: 'stored' }>,
  failedAt: number,
  secrets: readonly SecretMetadata[],
  id: string,
): SummarySection {
  const before = ({ storedAt }: SecretMetadata) =>
    storedAt === 'absent' ? 'no secret, as before' : 'the secret from before';
  const has = (secret: SecretMetadata, index: number) => {
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
