import { detectConcurrentRotation } from '../../src/tokens/rotation/concurrent.ts';
import { planRotation } from '../../src/tokens/rotation/plan.ts';
import { planRetirement } from '../../src/tokens/rotation/retirement.ts';
import * as delivering from './delivering.ts';
import { restoring } from './ending.ts';
import * as issuing from './issuing.ts';
import * as looking from './look.ts';
import * as post from './post-step.ts';
import { RULES } from './quarantine/rules.ts';
import * as retiring from './retiring.ts';
import { arriveLate } from './server.ts';
import { Moment, type Outcome, type Protocol, type Setting } from './setting.ts';
import type { Run, World } from './world.ts';

/** PROTOCOL is the rotation in protocols.md, with the product's own decisions. */
export const PROTOCOL: Protocol = {
  steps: {
    look: looking.look,
    'look at targets': looking.lookAtTargets,
    ask: looking.ask,
    adopt: issuing.adopt,
    'check adoption': issuing.checkAdoption,
    create: issuing.create,
    'find lost': issuing.findLost,
    'revoke lost': issuing.revokeLost,
    'look again': delivering.detectConcurrentRotation,
    wait: delivering.wait,
    write: delivering.write,
    'deliver to later steps': delivering.deliverToLaterSteps,
    'later steps': delivering.laterSteps,
    promote: retiring.promote,
    'look for retired': retiring.lookForRetired,
    retire: retiring.retire,
    'confirm the end': retiring.confirmEnd,
    end: retiring.end,
    'revoke own': delivering.revokeOwn,
    'find leftovers': post.findLeftovers,
    'revoke leftovers': post.revokeLeftovers,
  },
  endMain: post.endMain,
  planRotation,
  detectConcurrentRotation,
  planRetirement,
  quarantine: RULES,
};

/**
 * following returns all possible next steps: a step of one run, a kill, or the arrival of a late request. A failed read, a failed
 * mark, and a canceled job have the same effect as a kill whose post step runs. So they are not in the model.
 */
export function following(world: World, setting: Setting): Outcome[] {
  const late = arriveLate(world, setting.gracePeriodMs).map(({ says, world }) => ({
    says: `the server: ${says}`,
    world,
  }));
  const ofRuns = world.runs
    .filter((run) => run.phase !== 'over' && (run.phase !== 'waiting' || canBegin(run, world)))
    .flatMap((run) => {
      const moment = new Moment(world, run.phase === 'waiting' ? { ...run, phase: 'main' } : run, setting);
      const deaths = run.phase === 'waiting' ? [] : post.dies(moment);
      return [...setting.protocol.steps[run.at](moment), ...deaths].map(({ says, world }) => ({
        says: `run ${run.name}: ${says}`,
        world,
      }));
    });
  return [...ofRuns, ...late, ...restoring(world)];
}

/** Runs with the same spec are equal, so they begin one after the other. A second attempt waits for the first one. */
function canBegin(run: Run, { runs }: World): boolean {
  return runs
    .slice(0, runs.indexOf(run))
    .every(
      (earlier) =>
        (earlier.order !== run.order || earlier.phase !== 'waiting') &&
        (earlier.runId !== run.runId || earlier.runAttempt === run.runAttempt || earlier.phase === 'over'),
    );
}
