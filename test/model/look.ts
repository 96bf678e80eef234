import type { RotationFacts } from '../../src/tokens/rotation/spec.ts';
import { type RunResponse, runHasEnded } from '../../src/tokens/run-end.ts';
import type { Tag } from '../../src/tokens/tag.ts';
import type { Token } from '../../src/tokens/token.ts';
import { REPOSITORY, REPOSITORY_ID } from '../tokens/series-token.ts';
import { asEnded } from './ending.ts';
import { clocksOf, failed, isOfOtherServer, type Moment, type Outcome, type Step } from './setting.ts';
import { kindOf, type Run, type World } from './world.ts';

/** 1 Look: list the tokens first. */
export const look: Step = (moment) => {
  const listed = moment.world.tokens;
  return moment.run.order.renewBeforeMs === undefined
    ? lookedAt(moment, 'lists the tokens', { listed })
    : [moment.goes('lists the tokens', { listed, at: 'look at targets' })];
};

/** 1 Look: then read when the secrets were stored. A run without `renew-before` does not need this. */
export const lookAtTargets: Step = (moment) => {
  const secrets = moment.world.consumers.filter(({ kind }) => kind === 'secret');
  const targets = secrets.map(({ name, storedAt }) => ({ name, storedAt }));
  return lookedAt(moment, 'looks at the targets', { listed: moment.run.listed, targets });
};

/** 1 Look: at the end, ask GitHub which runs have ended. Its response can be outdated. */
export const ask: Step = (moment) => {
  const { world, run } = moment;
  const isOver = ({ runId }: Tag) =>
    world.runs.filter((other) => other.runId === runId).every(({ phase }) => phase === 'over');
  return [
    decide(moment, 'asks GitHub, which knows of every run that is over', run, (tag) =>
      response(world, tag, isOver),
    ),
    ...(moment.setting.isGitHubBehind
      ? [decide(moment, 'asks GitHub, which is behind', run, (tag) => response(world, tag, () => false))]
      : []),
  ];
};

/** Only the runs of pending tokens are read. */
function lookedAt(
  moment: Moment,
  says: string,
  seen: Pick<Run, 'listed'> & Partial<Pick<Run, 'targets'>>,
): Outcome[] {
  return seen.listed.some((token) => kindOf(token) === 'pending' && !isOfOtherServer(token))
    ? [moment.goes(says, { ...seen, at: 'ask' })]
    : [decide(moment, says, { targets: [], ...seen }, () => undefined)];
}

/** 2 Decide. Tokens expire only if a clock is wrong, so the decision can use the current time. */
function decide(
  moment: Moment,
  says: string,
  { listed, targets }: Pick<Run, 'listed' | 'targets'>,
  responseOf: (tag: Tag) => RunResponse | undefined,
): Outcome {
  const { world, run, protocol } = moment;
  const clocks = clocksOf(world, moment.setting);
  const facts: RotationFacts = {
    tokens: listed.map(asEnded),
    databases: ['metrics'],
    targets,
    run: { ...REPOSITORY, runId: run.runId, runAttempt: run.runAttempt },
    hasEnded: (token) =>
      runHasEnded(token, token.tag, { response: responseOf(token.tag), own: REPOSITORY, clocks }),
    clocks,
  };
  const plan = protocol.planRotation(run.order, facts);
  switch (plan.kind) {
    case 'refused':
      return moment.ends(`${says}: refuses (${plan.code})`, failed(plan));
    case 'not-due':
      return moment.goes(`${says}: not due`, { ...DECIDED, at: 'look for retired' });
    case 'rotate':
      return moment.goes(`${says}: rotates`, {
        ...DECIDED,
        first: plan,
        at: plan.adopts ? 'adopt' : 'create',
      });
  }
}

/** Later steps do not need what was read. */
const DECIDED = { listed: [] as readonly Token[], targets: [] };

/** An attempt has ended if a later one has begun, with any status. */
function response(world: World, tag: Tag, isOver: (tag: Tag) => boolean): RunResponse {
  const begun = world.runs.filter(({ runId, phase }) => runId === tag.runId && phase !== 'waiting');
  const attempt = Math.max(...begun.map(({ runAttempt }) => Number(runAttempt)));
  return {
    kind: 'found',
    runId: tag.runId,
    repositoryId: REPOSITORY_ID,
    status: isOver(tag) ? 'completed' : 'in_progress',
    attempt,
  };
}
