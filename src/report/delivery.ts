import { asSentence, Failure } from '../base/errors.ts';
import { countOf, formatCount } from '../base/text.ts';
import type { Report } from '../runner/publish.ts';
import type { SummarySection } from '../runner/summary.ts';
import type { IncompleteDelivery } from '../tokens/rotation/outcome.ts';
import { clusterLine, type Where } from './context.ts';

/** reportIncompleteDelivery reports why a delivery failed, and which secret contains which token. */
export function reportIncompleteDelivery(
  delivery: IncompleteDelivery,
  tokenId: string,
  where: Where,
): Report {
  return {
    sections: [whereabouts(delivery, tokenId, where)],
    failure: notStoredEverywhere(delivery, tokenId),
  };
}

const ALL_VALID =
  'No token was revoked, so every consumer keeps a valid token. The next run creates another token and stores it everywhere.';

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
  return new Failure('not-stored-everywhere', `${asSentence(error)} ${sentences.join(' ')} ${ALL_VALID}`, {
    cause: error,
  });
}

/** The table of targets, the token that each one has, and what this run did to it. */
function whereabouts(
  { secrets, failedAt, mightBeStored }: IncompleteDelivery,
  id: string,
  where: Where,
): SummarySection {
  return {
    title: `New token stored in ${formatCount(failedAt)} of ${countOf(secrets.length, 'secret')}`,
    text: [clusterLine(where), ALL_VALID],
    head: ['Target', 'Token', 'State'],
    rows: secrets.map(({ target, storedAt }, index) => {
      if (index < failedAt) return [target.label, `new: ${id}`, 'stored'];
      if (index === failedAt && mightBeStored) return [target.label, 'not known', 'unknown outcome'];
      return [target.label, storedAt === 'absent' ? 'none' : 'old', 'not changed'];
    }),
  };
}
