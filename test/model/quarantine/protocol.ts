import { describedBy, formatDescription, NO_GRANTS } from './description.ts';
import { PERSON, withGranted } from './expected.ts';
import { type Decision, isSame, PROTECTED } from './rules.ts';
import { arriveLate, changed, send } from './server.ts';
import { clocksOf, type Edit, OTHER_GRANTS, type Setting } from './setting.ts';
import { type Plan, type Run, type State, type Token, UNTOUCHED, type World, withRun } from './world.ts';

/** Outcome is one atomic change of the world, with a description for people. */
export interface Outcome {
  readonly says: string;
  readonly world: World;
}

/**
 * following returns all possible next steps: a step of a run, its kill, an edit by a person, a late request, or time that passes.
 */
export function following(world: World, setting: Setting): Outcome[] {
  if (world.token.isRevoked) return [];
  const ofRuns = world.runs
    .filter((run) => run.at !== 'over' && (run.at !== 'waiting' || canBegin(run, world)))
    .flatMap((run) =>
      stepsOf(world, run, setting).map(({ says, world }) => ({
        says: `${run.job.kind} ${run.name}: ${says}`,
        world,
      })),
    );
  const late = arriveLate(world, setting).map(({ says, world }) => ({ says: `the server: ${says}`, world }));
  return [...ofRuns, ...late, ...edits(world, setting), ...passes(world, setting)];
}

/** Runs of the same job are equal, so they begin one after the other. */
function canBegin(run: Run, { runs }: World): boolean {
  return runs.slice(0, runs.indexOf(run)).every(({ job, at }) => job !== run.job || at !== 'waiting');
}

function stepsOf(world: World, run: Run, setting: Setting): Outcome[] {
  switch (run.at) {
    case 'waiting':
      return [begin(world, run, setting)];
    case 'reading':
      return [read(world, run, setting)];
    case 'sending':
      return [...sends(world, run, setting), { says: 'is killed', world: over(disturbed(world), run) }];
    case 'over':
      return [];
  }
}

/** Cleanups and rotations decide by a list, and then read the token. The others decide by a read. */
function begin(world: World, run: Run, setting: Setting): Outcome {
  const { rules } = setting;
  const decision = rules.decide(run.job, world.token, clocksOf(world, run.job));
  const isListed = run.job.kind === 'cleanup' || run.job.kind === 'retire' || run.job.kind === 'adopt';
  const says = isListed ? 'lists the tokens' : 'reads the token';
  if (decision.kind === 'end') return ends(world, run, says, decision);
  return isListed
    ? next(world, run, `${says}: ${decision.plan.stage}`, decision.plan, setting)
    : isAboutToSend(world, run, says, decision.plan, setting);
}

function read(world: World, run: Run, setting: Setting): Outcome {
  const { rules } = setting;
  const plan = planOf(run);
  const clocks = clocksOf(world, run.job);
  const decision = rules.confirm({ plan, job: run.job, token: world.token, clocks, rules });
  if (decision === 'send') return isAboutToSend(world, run, 'reads the token', plan, setting);
  // Two changes met, so the next run must deal with what both runs leave.
  if (decision.kind === 'end') return ends(disturbed(world), run, 'reads the token', decision);
  // After a request without a response that had its effect, the run continues with the next request, and first reads the token.
  return isSentBy(plan, world.token)
    ? next(world, run, 'reads the token: done', decision.plan, setting)
    : isAboutToSend(world, run, 'reads the token', decision.plan, setting);
}

function isSentBy({ sent }: Plan, { description, grants }: Token): boolean {
  return sent?.description === description && sent.grants === grants;
}

function sends(world: World, run: Run, setting: Setting): Outcome[] {
  const plan = planOf(run);
  const { rules } = setting;
  return send(world, run, setting).flatMap(({ says, world: after, response, isLie }) => {
    const { change } = run;
    if (response) {
      if (change === 'revoke') return [{ says, world: over(after, run) }];
      const sent = { ...plan.before, ...change };
      const decision = rules.follow({ ...plan, sent }, response, rules);
      if (decision.kind === 'go') return [next(after, run, says, decision.plan, setting)];
      const wrong =
        after.wrong ?? (isLie || setting.server.echoes ? undefined : falseClaim(decision, sent, after));
      return [{ says: `${says}: ${decision.why}`, world: over({ ...after, wrong }, run) }];
    }
    const sent = change === 'revoke' || change === undefined ? plan.sent : { ...plan.before, ...change };
    return [
      next(after, run, `${says}: again`, sent ? { ...plan, sent } : plan, setting),
      { says: `${says}: gives up`, world: over(disturbed(after), run) },
    ];
  });
}

/** falseClaim is a false statement of a run about the token. */
function falseClaim(
  { why, claims }: Decision & { kind: 'end' },
  sent: State,
  { token }: World,
): string | undefined {
  return claims !== undefined && !isSame(token, sent)
    ? `a run says that the token ${why}, and it is not`
    : undefined;
}

/** A run reads the token before the request, unless a variant does not. */
function next(world: World, run: Run, says: string, plan: Plan, { rules }: Setting): Outcome {
  if (rules.reads(plan)) {
    return { says, world: withRun(world, run, { ...UNTOUCHED, at: 'reading', plan }) };
  }
  const change = rules.request(plan, run.job, clocksOf(world, run.job));
  return { says, world: withRun(world, run, { ...UNTOUCHED, at: 'sending', plan, change }) };
}

function isAboutToSend(world: World, run: Run, says: string, plan: Plan, { rules }: Setting): Outcome {
  const change = rules.request(plan, run.job, clocksOf(world, run.job));
  return {
    says: `${says}: ${plan.stage}`,
    world: withRun(world, run, { at: 'sending', plan, change, hasRead: true, isOvertaken: false }),
  };
}

function ends(world: World, run: Run, says: string, { why }: Decision & { kind: 'end' }): Outcome {
  return { says: `${says}: ${why}`, world: over(world, run) };
}

function over(world: World, run: Run): World {
  return withRun(world, run, { ...UNTOUCHED, at: 'over' });
}

function disturbed(world: World): World {
  return { ...world, isDisturbed: true };
}

function planOf({ plan }: Run): Plan {
  if (!plan) throw new Error('The run has no plan.');
  return plan;
}

/** edits are the changes that a person makes by hand. */
function edits(world: World, setting: Setting): Outcome[] {
  if (world.edits === 0) return [];
  const from = disturbed({ ...world, edits: world.edits - 1 });
  return setting.edits.flatMap((edit) => {
    const after = edited(from, edit, setting);
    return after.token === world.token && edit !== 'revokes'
      ? []
      : [{ says: `a person ${edit}`, world: after }];
  });
}

function edited(world: World, edit: Edit, setting: Setting): World {
  const { description } = world.token;
  const parts = describedBy(description);
  const by = { run: PERSON, isOvertaken: false };
  const grant = (grants: string) =>
    withGranted(changed(world, { grants }, PERSON, setting), world, by, setting);
  switch (edit) {
    case 'gives the permissions back':
      return world.token.grants === NO_GRANTS ? grant(setting.grants) : world;
    case 'grants something else':
      return world.token.grants === OTHER_GRANTS ? world : grant(OTHER_GRANTS);
    case 'removes the permissions':
      return grant(NO_GRANTS);
    case 'edits the description':
      return changed(
        world,
        { description: formatDescription({ ...parts, plain: PROTECTED }) },
        PERSON,
        setting,
      );
    case 'replaces the description': {
      const after = changed(world, { description: PROTECTED }, PERSON, setting);
      return world.token.grants === NO_GRANTS
        ? { ...after, expected: { ...after.expected, grants: undefined } }
        : after;
    }
    case 'revokes':
      return { ...world, token: { ...world.token, isRevoked: true } };
  }
}

/** Time passes between the round trips of runs and not within them, because a quarantine is longer than any of them. */
function passes(world: World, { passMs }: Setting): Outcome[] {
  const isBusy = world.late.length > 0 || world.runs.some(({ hasRead }) => hasRead);
  return world.passes === 0 || isBusy
    ? []
    : [{ says: 'a day passes', world: { ...world, clock: world.clock + passMs, passes: world.passes - 1 } }];
}
