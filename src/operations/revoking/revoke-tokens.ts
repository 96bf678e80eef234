import { JobCanceled } from '../../base/concurrency.ts';
import { Failure, resultOf } from '../../base/errors.ts';
import type { Outcome } from '../../tokens/outcome.ts';
import { indexById, type Token } from '../../tokens/token.ts';
import type { TokenContent } from '../../tokens/token-content.ts';
import { abortsBatch, type BatchDeps, failureIn, runBatch, timeToFinish } from '../batch.ts';
import type { Deps } from '../deps.ts';
import { suspendToken } from '../suspending/suspend-token.ts';
import { deleteToken, judgeNotFound } from './delete-token.ts';

/** Revocations are tokens to revoke. */
export interface Revocations {
  readonly ids: readonly string[];
  /** Whether an earlier response of this step, or the ledger, shows that all of them existed at this address. */
  readonly known: boolean;
}

/**
 * TokenEnding is one token to end. A token with `decidedOn` is read before each DELETE, and kept if it has changed since the
 * decision.
 */
export type TokenEnding =
  | {
      readonly kind: 'revoke';
      readonly id: string;
      readonly known: boolean;
      readonly decidedOn?: TokenContent | undefined;
    }
  | { readonly kind: 'suspend'; readonly id: string; readonly token: Token };

export interface RevokeDeps extends BatchDeps, Pick<Deps, 'api' | 'retryControl'> {}

/** revokeTokens revokes many tokens, like endTokens. */
export function revokeTokens({ ids, known }: Revocations, deps: RevokeDeps): Promise<Outcome[]> {
  return endTokens(
    ids.map((id) => ({ kind: 'revoke', id, known })),
    deps,
  );
}

/**
 * endTokens revokes or suspends many tokens. One failure does not stop the others, except a 401, a 403, or a `Retry-After` that is
 * too long. The outcomes are in the order of the tokens. Never throws for what happens to a token.
 */
export async function endTokens(endings: readonly TokenEnding[], deps: RevokeDeps): Promise<Outcome[]> {
  const work = endings.some(({ kind }) => kind === 'suspend') ? 'suspending-and-revoking' : 'revoking';
  const begin = (ending: TokenEnding, shouldContinue: () => boolean) =>
    endOne(ending, { ...deps, shouldContinue });
  const results = await runBatch({ work, items: endings, begin }, deps);
  const isMissing = [...results.values()].some((result) => 'wasKnown' in result);
  const end = deps.canceled?.aborted ? new JobCanceled() : failureIn([...results.values()].find(abortsBatch));
  // After the end of the batch, no list is read, so tokens that were not found might be alive.
  const list =
    end ??
    (isMissing
      ? await Promise.race([listAfter(deps), timeToFinish(deps).then(() => new JobCanceled())])
      : NO_LIST);
  return endings.map((ending): Outcome => {
    const { id } = ending;
    const result = results.get(ending);
    if (result === undefined) return { id, kind: 'skipped' };
    if (result instanceof Failure) return failed(ending, result);
    if (!('wasKnown' in result)) return result;
    if (list instanceof Failure) return failed(ending, list);
    const judged = judgeNotFound({ id, listed: list(id), known: result.wasKnown });
    return judged instanceof Failure ? failed(ending, judged) : { id, kind: judged };
  });
}

/** Missing is a token for which the API responded with its own 404. Only a list shows what that means. */
interface Missing {
  /** Whether the token existed at this address. */
  readonly wasKnown: boolean;
}

async function endOne(
  ending: TokenEnding,
  { shouldContinue, ...deps }: RevokeDeps & { readonly shouldContinue: () => boolean },
): Promise<Outcome | Missing> {
  const { id } = ending;
  if (ending.kind === 'suspend') {
    const result = await suspendToken(ending.token, { ...deps, shouldContinue });
    // The list has shown the token before.
    if (result.kind === 'missing') return { wasKnown: true };
    return result.kind === 'already-revoked' ? { id, kind: 'already-revoked' } : { id, ...result };
  }
  const { known, decidedOn } = ending;
  const result = await deleteToken(id, deps, { shouldContinue, decidedOn });
  switch (result.kind) {
    case 'revoked':
    case 'already-revoked':
      return { id, kind: result.kind };
    case 'changed':
      return { id, kind: 'kept', why: 'changed-meanwhile' };
    case 'not-found':
      return { wasKnown: known || result.wasShown };
  }
}

/** Without an outcome, a suspension might have had an effect. */
function failed({ id, kind }: TokenEnding, error: Failure): Outcome {
  return { id, kind: kind === 'suspend' ? 'not-confirmed' : 'failed', error };
}

type FindListed = (id: string) => Token | undefined;

const NO_LIST: FindListed = () => undefined;

/** Reads the list once for all tokens that were not found, after the last DELETE, so that it shows the effect of all. */
async function listAfter({ api }: RevokeDeps): Promise<FindListed | Failure> {
  const list = await resultOf(api.tokens());
  return list instanceof Failure ? list : indexById(list.tokens);
}
