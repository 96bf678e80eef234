import { asSentence, Failure } from '../base/errors.ts';
import type { Report } from '../runner/publish.ts';
import type { SummarySection } from '../runner/summary.ts';
import type { IncompleteDelivery, StoredSecret } from '../tokens/rotation/outcome.ts';

/** reportIncompleteDelivery reports why a delivery failed, and which secret contains which token. */
export function reportIncompleteDelivery(delivery: IncompleteDelivery, tokenId: string): Report {
  return {
    sections: [whereabouts(delivery, tokenId)],
    failure: notStoredEverywhere(delivery, tokenId),
  };
}

function notStoredEverywhere(
  { secrets, failedAt, mightBeStored, error }: IncompleteDelivery,
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
function whereabouts({ secrets, failedAt, mightBeStored }: IncompleteDelivery, id: string): SummarySection {
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
