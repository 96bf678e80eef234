import { detectConcurrentRotation } from '../../src/tokens/rotation/concurrent.ts';
import { planRotation } from '../../src/tokens/rotation/plan.ts';
import { planRetirement } from '../../src/tokens/rotation/retirement.ts';
import { currentOf, membersOf } from '../../src/tokens/rotation/series.ts';
import { formatTagged, parseTagged } from '../../src/tokens/tag.ts';
import type { Token } from '../../src/tokens/token.ts';
import { PLAIN, SERIES, SERVER, tag } from '../tokens/series-token.ts';
import { nonceOf } from './issuing.ts';
import { PROTOCOL } from './protocol.ts';
import { end, isSuspension } from './quarantine/rules.ts';
import { promotion } from './retiring.ts';
import { ALWAYS, Moment, type Protocol, runsOf, type Setting, WEEKLY } from './setting.ts';
import { UNTOUCHED, withRun } from './world.ts';

/** Variant is the protocol without one of its rules, and the smallest setting in which this goes wrong. */
export interface Variant extends Partial<Omit<Setting, 'protocol'>> {
  /** What the variant does differently. */
  readonly name: string;
  /** What goes wrong. */
  readonly violation: RegExp;
  readonly protocol: Protocol;
}

const { steps } = PROTOCOL;

function withSteps(changed: Partial<Protocol['steps']>): Protocol {
  return { ...PROTOCOL, steps: { ...steps, ...changed } };
}

const TWO_RUNS = runsOf(2, ALWAYS);
const HOUR_MS = 3_600_000;
const ROTATED_THEN_NOT_DUE = [...runsOf(1, ALWAYS), ...runsOf(2, WEEKLY).slice(1)];
const DELIVERED = { secrets: 0, laterSteps: true } as const;

/** A token as it looks if only the repository ID is compared. */
function asOwnServer(token: Token): Token {
  const tagged = parseTagged(token.description);
  return tagged
    ? { ...token, description: formatTagged(tagged.plain, { ...tagged.tag, server: SERVER }) }
    : token;
}

/** Each of VARIANTS breaks one rule. */
export const VARIANTS: readonly Variant[] = [
  {
    name: 'does not list the tokens a second time',
    violation: /^secret \d has \S+, which is revoked$/,
    runs: TWO_RUNS,
    protocol: withSteps({ 'look again': (moment) => [moment.goes('does not look again', { at: 'wait' })] }),
  },
  {
    name: 'ignores a pending token whose run has not ended',
    violation: /^secret \d has \S+, which is revoked$/,
    runs: TWO_RUNS,
    protocol: {
      ...PROTOCOL,
      planRotation: (order, facts) => planRotation(order, { ...facts, hasEnded: () => true }),
    },
  },
  {
    name: 'continues with a token that is not strictly the newest',
    violation: /\(current\) is left in addition to/,
    runs: TWO_RUNS,
    protocol: {
      ...PROTOCOL,
      detectConcurrentRotation: (...seen) => {
        const refusal = detectConcurrentRotation(...seen);
        return refusal?.code === 'not-the-newest-token' ? undefined : refusal;
      },
    },
  },
  {
    name: 'is not due although the newest token is pending',
    violation: /\(pending\) is left in addition to/,
    runs: TWO_RUNS,
    faults: 1,
    protocol: {
      ...PROTOCOL,
      planRotation: (order, facts) => {
        const plan = planRotation(order, facts);
        const current = currentOf(membersOf(facts.tokens, SERIES, facts.clocks));
        return plan.kind === 'rotate' && current && plan.reasons.every((why) => /never promoted$/.test(why))
          ? { kind: 'not-due', series: SERIES, current, warnings: [] }
          : plan;
      },
    },
  },
  {
    name: 'does not adopt',
    violation: /^m0 \(untagged\) is left in addition to/,
    start: 'a token to adopt',
    protocol: withSteps({ adopt: (moment) => [moment.goes('adopts nothing', { at: 'create' })] }),
  },
  {
    name: 'adopts with a nonce of its ledger',
    violation: /has m0, which is revoked$/,
    start: 'a token to adopt',
    faults: 1,
    protocol: withSteps({
      adopt: (moment) => {
        const id = moment.run.first?.adopts?.id ?? '';
        const adopted = tag('current', { runId: '0', runAttempt: '0', nonce: nonceOf(moment.run) });
        const description = formatTagged(PLAIN, adopted);
        return moment.sends({ method: 'PATCH', id, change: { description } }, ({ world, says }) => [
          moment.goes(says, { at: 'create' }, world),
        ]);
      },
    }),
  },
  {
    name: 'revokes its own token in the post step although the state is marked "delivering"',
    violation: /^secret \d has m1\.1, which is revoked$/,
    faults: 1,
    protocol: {
      ...PROTOCOL,
      endMain: (world, run, end) => PROTOCOL.endMain(world, { ...run, mark: 'none' }, end),
    },
  },
  {
    name: 'revokes its own token when the first write is refused, although an attempt of it had no response',
    violation: /^secret 0 has m1\.1, which is revoked$/,
    faults: 2,
    protocol: withSteps({
      write: ({ world, run, setting }) =>
        steps.write(new Moment(world, { ...run, isWriteUnclear: false }, setting)),
    }),
  },
  {
    name: 'promotes before the secrets are written',
    violation: /^secret \d has m1\.1, which is revoked$/,
    runs: TWO_RUNS,
    faults: 1,
    protocol: withSteps({
      wait: (moment) => [moment.goes('has its token accepted', { mark: 'delivering', at: 'promote' })],
      'look for retired': (moment) =>
        moment.run.own !== undefined && moment.run.written < moment.setting.secrets
          ? [moment.goes('continues with the secrets', { at: 'write' })]
          : steps['look for retired'](moment),
    }),
  },
  {
    name: 'promotes before the later steps have delivered',
    violation: /^the receiver has m0, which is revoked$/,
    ...DELIVERED,
    faults: 1,
    protocol: withSteps({
      'deliver to later steps': (moment) =>
        moment.sends(promotion(moment), ({ world, says }) => [
          moment.goes(says, { mark: 'delivered', at: 'later steps' }, world),
        ]),
    }),
  },
  {
    name: 'promotes although the job has failed',
    violation: /^the receiver has m0, which is revoked$/,
    ...DELIVERED,
    faults: 1,
    protocol: withSteps({
      'later steps': (moment) =>
        moment.goesWrong((hit) => [
          moment.goes('has its later steps deliver nothing: red', { phase: 'post', at: 'promote' }, hit),
        ]),
    }),
  },
  {
    name: 'retires before the later steps have delivered',
    violation: /^the receiver has m0, which is revoked$/,
    ...DELIVERED,
    protocol: withSteps({
      'deliver to later steps': (moment) =>
        moment.sends({ method: 'DELETE', id: moment.run.first?.members[0]?.id ?? '' }, ({ world, says }) => [
          moment.goes(says, { mark: 'delivered', at: 'later steps' }, world),
        ]),
    }),
  },
  {
    name: 'retires by the first list, and not by a new one',
    violation: /^m0 \(current\) is left in addition to/,
    start: 'a token to adopt',
    protocol: withSteps({
      'look for retired': (moment) => {
        const toRevoke = moment.run.first?.members.map(({ id }) => id) ?? [];
        return toRevoke.length > 0
          ? [moment.goes('remembers the first list', { toRevoke, at: 'retire' })]
          : [moment.ends('remembers the first list', { kind: 'rotated' }, { ledger: [] })];
      },
    }),
  },
  {
    name: 'retires every token except its own after the promotion',
    violation: /^secret \d has \S+, which is revoked$/,
    runs: TWO_RUNS,
    protocol: {
      ...PROTOCOL,
      planRetirement: (tokens, series, facts) =>
        facts.own === undefined
          ? planRetirement(tokens, series, facts)
          : {
              due: membersOf(tokens, series, facts.clocks)
                .filter(({ id }) => id !== facts.own)
                .map((token) => ({ ...token, decision: 'revoke', reason: 'it is not our own' })),
              inGracePeriod: [],
            },
    },
  },
  {
    name: 'counts the grace period from the creation of the replaced token',
    violation: /^m0, which secret 0 had before, is revoked/,
    gracePeriodMs: 1000,
    protocol: {
      ...PROTOCOL,
      planRetirement: (tokens, series, facts) => {
        const { due } = planRetirement(tokens, series, { ...facts, gracePeriodMs: 0 });
        return {
          due: due.filter(
            ({ createdAt }) => Number(createdAt) + facts.gracePeriodMs <= facts.clocks.forEnding,
          ),
          inGracePeriod: [],
        };
      },
    },
  },
  {
    name: 'suspends a replaced token although its grace period is not over',
    violation: /^m0, which secret 0 had before, is suspended before its grace period is over$/,
    gracePeriodMs: 1000,
    quarantineMs: 2000,
    protocol: {
      ...PROTOCOL,
      planRetirement: (tokens, series, facts) =>
        planRetirement(tokens, series, { ...facts, gracePeriodMs: 0 }),
    },
  },
  {
    name: 'forgets a suspended token because it is not a member of its series',
    violation: /^m0 stays suspended permanently$/,
    quarantineMs: 2000,
    protocol: {
      ...PROTOCOL,
      quarantine: {
        ...PROTOCOL.quarantine,
        decide: (job, token, clocks) =>
          isSuspension(token) ? end('is not a member') : PROTOCOL.quarantine.decide(job, token, clocks),
      },
    },
  },
  {
    name: 'treats tokens of another GitHub server as its own when it decides',
    violation: /^the later run fails: a-rotation-is-in-progress$/,
    hasOtherServer: true,
    protocol: {
      ...PROTOCOL,
      planRotation: (order, facts) =>
        planRotation(order, { ...facts, tokens: facts.tokens.map(asOwnServer) }),
    },
  },
  {
    name: 'treats tokens of another GitHub server as its own when it retires',
    violation: /^a token of the other server was changed$/,
    hasOtherServer: true,
    protocol: {
      ...PROTOCOL,
      planRetirement: (tokens, series, facts) => planRetirement(tokens.map(asOwnServer), series, facts),
    },
  },
  {
    name: 'ends the grace period by only the Date of the server',
    violation: /^m0, which secret 0 had before, is revoked/,
    gracePeriodMs: 1000,
    dateOffMs: HOUR_MS,
    runs: ROTATED_THEN_NOT_DUE,
    protocol: {
      ...PROTOCOL,
      planRetirement: (tokens, series, facts) =>
        planRetirement(tokens, series, {
          ...facts,
          clocks: { ...facts.clocks, forEnding: facts.clocks.forRenewing },
        }),
    },
  },
  {
    name: 'ends the grace period by only the clock of the runner',
    violation: /^m0, which secret 0 had before, is revoked/,
    gracePeriodMs: 1000,
    runnerOffMs: HOUR_MS,
    runs: ROTATED_THEN_NOT_DUE,
    protocol: {
      ...PROTOCOL,
      planRetirement: (tokens, series, facts) =>
        planRetirement(tokens, series, {
          ...facts,
          clocks: { ...facts.clocks, forEnding: facts.clocks.runner },
        }),
    },
  },
  {
    name: 'trusts an adoption that it has not read back',
    violation: /^m0 \(untagged\) is left in addition to/,
    start: 'a token to adopt',
    faults: 1,
    protocol: withSteps({
      'check adoption': (moment) => [moment.goes('reads nothing', { at: 'create' })],
    }),
  },
  {
    name: 'fails without a reason',
    violation: /does not say how it ended$/,
    runs: TWO_RUNS,
    protocol: withSteps({
      'revoke own': ({ world, run }) => [
        { says: 'ends', world: withRun(world, run, { ...UNTOUCHED, phase: 'over' }) },
      ],
    }),
  },
];
