import { asSentence, Failure } from '../base/errors.ts';
import type { Report } from '../runner/publish.ts';
import type { SummarySection } from '../runner/summary.ts';
import type { DeliveryResult, IncompleteDelivery } from '../tokens/rotation/outcome.ts';

/** StoredSecret is a secret that a rotation stores the token in, as it was before. */
export interface StoredSecret {
  readonly target: { readonly label: string };
  readonly storedAt: number | 'absent';
}

/** describeStored says where the new token is now. */
export function describeStored(label: string): string {
  return `Stored in ${label}.`;
}

/** reportDelivery reports a delivery that failed: why, and which secret contains which token. Empty for any other delivery. */
export function reportDelivery(
  result: DeliveryResult,
  secrets: readonly StoredSecret[],
  tokenId: string,
): Report {
  switch (result.kind) {
    case 'delivered':
      return {};
    case 'refused':
      return { failure: new Failure('token-not-stored', asSentence(result.error), { cause: result.error }) };
    case 'incomplete':
      return {
        sections: [whereabouts(result, secrets, tokenId)],
        failure: notStoredEverywhere(result, secrets, tokenId),
      };
  }
}

function notStoredEverywhere(
  { failedAt, mightBeStored, error }: IncompleteDelivery,
  secrets: readonly StoredSecret[],
  id: string,
): Failure {
  const labels = secrets.map(({ target }) => `\`${target.label}\``);
  const stored = labels.slice(0, failedAt);
  const unclear = mightBeStored ? labels.slice(failedAt, failedAt + 1) : [];
  const unchanged = labels.slice(stored.length + unclear.length);
  const sentences = [
    ...(stored.length > 0 ? [`The new token ${id} is in ${stored.join(', ')}.`] : []),
    ...unclear.map((label) => `It is not known which token is in ${label}.`),
    ...(unchanged.length > 0 ? [`Not changed: ${unchanged.join(', ')}.`] : []),
  ];
  return new Failure(
    'not-stored-everywhere',
    `${asSentence(error)} ${sentences.join(' ')} No token was revoked, so every consumer keeps a valid token. The next run ` +
      'creates another token and stores it everywhere.',
    { cause: error },
  );
}

/** The table of targets and the token that each one has. */
function whereabouts(
  { failedAt, mightBeStored }: IncompleteDelivery,
  secrets: readonly StoredSecret[],
  id: string,
): SummarySection {
  const contentOf = ({ storedAt }: StoredSecret, index: number) => {
    if (index < failedAt) return `the new token ${id}`;
    if (index === failedAt && mightBeStored) return 'not known';
    return storedAt === 'absent' ? 'no secret, as before' : 'the secret from before';
  };
  return {
    title: 'InfluxDB token: not stored everywhere',
    head: ['Target', 'Has'],
    rows: secrets.map((secret, index) => [secret.target.label, contentOf(secret, index)]),
  };
}
