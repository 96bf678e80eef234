import type { ErrorCode } from '../base/error-codes.ts';
import { asSentence, Failure, withContext } from '../base/errors.ts';
import { countOf } from '../base/text.ts';
import type { Report } from '../runner/publish.ts';
import type { SummarySection } from '../runner/summary.ts';
import { mightBeAlive, type Outcome } from '../tokens/outcome.ts';
import type { LeftoversResult } from '../tokens/results.ts';
import type { PromotionPlan } from '../tokens/rotation/promotion.ts';
import { clusterLine, type Where } from './context.ts';
import { problemOf } from './errors.ts';

/** TokenNoun says whether a post step is about database tokens or about management tokens. */
export type TokenNoun = 'token' | 'management token';

const SUBJECT: Readonly<Record<TokenNoun, string>> = {
  token: 'Token',
  'management token': 'Management token',
};

const REVOKE: Readonly<Record<TokenNoun, string>> = {
  token: 'influxctl token revoke',
  'management token': 'influxctl management revoke',
};

/** Unverified is what a person can look for when the ledger cannot be verified. */
export interface Unverified {
  /** The run and attempt of this job, as in a tag: `8812345678.1`. */
  readonly run: string;
  /** The IDs that the ledger claims. Anybody can have written them. */
  readonly claimedIds: readonly string[];
  /** Default: `token`. */
  readonly noun?: TokenNoun;
}

/**
 * managementTokenMissing is the failure for an empty `management-token`. `profile` is a sentence about the influxctl profile that
 * should contain the token, if there is one.
 */
export function managementTokenMissing(profile: string | undefined, unverified: Unverified): Failure {
  const reason =
    profile === undefined
      ? 'Nested composite actions are the usual cause, because GitHub loses the inputs there. Call the action directly ' +
        'from the workflow, or from a composite action that the workflow calls. If you do not nest composite actions, ' +
        'check whether the secret or variable for this input is still available.'
      : `${profile} Check whether another step of the job changed or removed the file.`;
  return new Failure(
    'management-token-missing',
    `\`management-token\` is empty in the post step, so the post step did not send any request. ${reason} ${leftoverHint(unverified)}`,
  );
}

/** ledgerNotValid is the failure for a ledger whose seal is wrong. */
export function ledgerNotValid(unverified: Unverified): Failure {
  return new Failure(
    'ledger-not-valid',
    'The post step did not send any request, because its ledger is not valid. The ledger is the list of tokens that the main ' +
      'step left, and its seal does not match `management-token`. Usually, the input has changed since the main ' +
      'step. Use the same `management-token` for the whole job. In nested composite actions, the post step gets the ' +
      'inputs of the outermost action. If the input has not changed, another step of this job changed the ledger. Check ' +
      'the other steps of the job. ' +
      leftoverHint(unverified),
  );
}

/** Nothing here is verified, so a person must check a token before revoking it. */
function leftoverHint({ run, claimedIds, noun }: Unverified): string {
  if (noun === 'management token') {
    return (
      `A management token of this step might remain. If \`influxctl management list\` shows a description that contains "${run} ` +
      'pending", and no secret contains the token, revoke it: `influxctl management revoke ID`.'
    );
  }
  const left =
    claimedIds.length === 0
      ? 'Tokens that this step created might still be valid.'
      : `${claimedIds.length === 1 ? 'This token' : 'These tokens'} might still be valid: ${claimedIds.join(', ')}.`;
  const [description, them] =
    claimedIds.length === 1
      ? ['the description contains', 'the token']
      : ['their descriptions contain', 'them'];
  const revoke =
    claimedIds.length === 0
      ? `revoke ${them}`
      : `revoke ${them}: \`influxctl token revoke ${claimedIds.join(' ')}\``;
  return (
    `${left} If ${description} "${run} job", ${revoke}. A token that a rotation created stays ` +
    'valid, because consumers might use it. The next run rotates again.'
  );
}

/** What a server that is not trusted can cause. */
const BY_DISTRUST: readonly ErrorCode[] = [
  'token-not-promoted',
  'nothing-retired',
  'replaced-token-not-revoked',
];

/**
 * withUnreadableInput adds to each failed request in a report that the post step could not read an input that main could read. The
 * input contains certificates, so this might be the cause. `problems`: empty, or sentences.
 */
export function withUnreadableInput(report: Report, problems: string): Report {
  if (problems === '') return report;
  const { lines = [], sections = [], failure } = report;
  const failed = lines.filter((line) => line.kind === 'warning' && BY_DISTRUST.includes(line.code));
  const explained = (text: string) => (failed.some((line) => line.text === text) ? `${text} ${cause}` : text);
  const cause =
    `The post step cannot read an input: ${problems} Check whether another step of the job changed or removed the file that the ` +
    'input names.';
  return {
    ...report,
    lines: lines.map((line) => ({ ...line, text: explained(line.text) })),
    sections: sections.map((section) =>
      section.text ? { ...section, text: section.text.map(explained) } : section,
    ),
    ...(failure ? { failure: withContext(failure, cause) } : {}),
  };
}

/** UnpromotedToken is a token that the post step does not promote, or not yet. */
export interface UnpromotedToken {
  readonly tokenId: string;
  readonly series: { readonly plainDescription: string };
}

/** notPromoted is the failure for a token that is not promoted because of the plan. */
export function notPromoted(
  { tokenId, series }: UnpromotedToken,
  plan: Exclude<PromotionPlan, 'done' | 'promote'>,
  jobStatus: string,
): Failure {
  const token = `Token ${tokenId} of "${series.plainDescription}"`;
  const stays = 'Consumers might use the token, so the token stays valid.';
  // Main marks the end of the delivery only after the promotion, so a kill can come after the promotion.
  const message =
    plan === 'not-delivered'
      ? `${token} might not be promoted. The step ended during the delivery or the promotion. ${stays} If the token was not ` +
        'promoted, the tokens that it replaces also stay valid, and the next run rotates again.'
      : `${token} was not promoted. The job did not succeed: \`job-status\` is "${jobStatus}". ${stays} The tokens that it ` +
        'replaces also stay valid. The next run rotates again.';
  return new Failure('token-not-promoted', message);
}

/** summarizeFailure shows what the post step could not do. `where`: if the summary must show it. */
export function summarizeFailure(
  failure: Failure,
  { failsJob, where }: { readonly failsJob: boolean; readonly where?: Where | undefined },
): SummarySection {
  return {
    title: failsJob ? 'InfluxDB post step failed: 1 error' : 'InfluxDB post step: 1 warning',
    text: where === undefined ? [] : [clusterLine(where)],
    problems: [problemOf(failure)],
  };
}

/** Leftovers name the tokens that the post step must revoke: by ID, or by a nonce in the description. */
export interface Leftovers {
  readonly ids: readonly string[];
  readonly nonces: readonly string[];
}

/** reportLeftovers reports which leftover tokens were revoked. It fails with the ones that might be alive, and what to do. */
export function reportLeftovers(
  { outcomes, searchError }: LeftoversResult,
  { nonces }: Pick<Leftovers, 'nonces'>,
  { noun = 'token', ...where }: Where & { readonly noun?: TokenNoun },
): Report {
  const alive = outcomes.filter(mightBeAlive);
  const failures = [
    ...(searchError
      ? [`The post step could not check whether a ${noun} exists. ${asSentence(searchError)}`]
      : []),
    ...alive.map((outcome) => describeFailure(outcome, noun)),
  ];
  const revoked = outcomes.flatMap((outcome) => describeRevoked(outcome, noun));
  const left = { ids: alive.map(({ id }) => id), nonces: searchError ? nonces : [] };
  const hint = revokeHint(left, noun);
  return {
    lines: revoked.map((text) => ({ kind: 'info', text })),
    sections:
      revoked.length > 0
        ? [
            {
              title: `${countOf(revoked.length, noun)} revoked at the end of the job`,
              text: [clusterLine(where)],
              items: revoked,
            },
          ]
        : [],
    ...(failures.length > 0
      ? { failure: new Failure('token-not-revoked', `${failures.join(' ')} ${hint}`) }
      : {}),
  };
}

/** How a person can revoke leftover tokens. */
function revokeHint({ ids, nonces }: Leftovers, noun: TokenNoun = 'token'): string {
  const byId =
    ids.length > 0
      ? [
          `No consumer uses ${ids.length === 1 ? 'the token. Revoke it' : 'these tokens. Revoke them'}: \`${REVOKE[noun]} ${ids.join(' ')}\`.`,
        ]
      : [];
  const byNonce =
    nonces.length > 0
      ? [
          `If the description of a token contains ${nonces.join(' or ')}, revoke the token. No consumer uses it.`,
        ]
      : [];
  return [...byId, ...byNonce].join(' ');
}

function describeRevoked({ id, kind }: Outcome, noun: TokenNoun): string[] {
  if (kind === 'revoked') return [`Revoked ${noun} ${id}.`];
  return kind === 'already-revoked' ? [`${SUBJECT[noun]} ${id} was already revoked.`] : [];
}

function describeFailure(outcome: Outcome, noun: TokenNoun): string {
  return outcome.kind === 'failed'
    ? `The post step could not revoke ${noun} ${outcome.id}. ${asSentence(outcome.error)}`
    : `The post step did not try to revoke ${noun} ${outcome.id}.`;
}
