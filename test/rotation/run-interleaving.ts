import type { FaultyService } from '../../emulator/servers/faulty-service.ts';
import { samePermissions } from '../../src/tokens/permissions.ts';
import { parseRecord } from '../../src/tokens/record.ts';
import { parseTagged } from '../../src/tokens/tag.ts';
import type { ActionStep } from '../actions-runner/action-step.ts';
import type { Interleaving, Phase } from './interleavings.ts';
import { type Run, World } from './world.ts';

/**
 * runInterleaving runs a rotation with one failure, and an undisturbed one a day later. Returns all violations: no consumer can
 * be locked out at any moment. At the end, exactly one token must be alive, which is current and which every consumer has.
 */
export async function runInterleaving(interleaving: Interleaving): Promise<string[]> {
  await using world = await World.start(interleaving.series);
  await disturbedRun(world, interleaving);
  return await heal(world);
}

async function disturbedRun(world: World, interleaving: Interleaving): Promise<void> {
  const { job } = interleaving;
  using run = world.beginRun();
  const main = await phaseOf('main', world, run, interleaving);
  if (job !== 'red before delivery') world.deliver(main.outputs);
  await phaseOf('post', world, run, interleaving);
  world.cluster.clearFaults();
  world.github.clearFaults();
}

async function phaseOf(
  phase: Phase,
  world: World,
  { step }: Run,
  { point, harm, moment, job }: Interleaving,
) {
  const running = step.start(phase, { jobStatus: job === 'green' ? 'success' : 'failure' });
  if (point.phase === phase) {
    const server: FaultyService<string, unknown> = world[point.server] as never;
    const request = server.next(point.route, { after: point.number });
    switch (harm) {
      case 'kill':
        request.runs(moment, () => {
          running.kill('SIGKILL');
          return moment === 'before' ? 'drop' : undefined;
        });
        break;
      case 'reset':
        request.resets(moment);
        break;
      case 'time-out':
        request.hangs(moment);
        break;
      case 'error':
        if (moment === 'before') request.respondsWith(500);
        else request.respondsAfterEffect(500);
    }
  }
  const result = await running.finished;
  world.look(`after ${phase}`);
  return result;
}

/** heal runs an undisturbed rotation a day later. Returns all violations. */
export async function heal(world: World): Promise<string[]> {
  world.passOneDay();
  using run = world.beginRun();
  const { main, post } = await wholeJob(world, run.step);
  const failed = main.exitCode !== 0 || post.exitCode !== 0;
  const warnings = [...main.annotations, ...post.annotations].filter(({ level }) => level !== 'notice');
  return [
    ...(failed || warnings.length > 0
      ? [`the next run had problems: ${warnings.map(({ message }) => message).join(' ')}`]
      : []),
    ...world.outages,
    ...leftBehind(world),
  ];
}

/** The permissions of every token of the series. */
const GRANTS = [{ action: 'read', resource: 'metrics' }];

/** wholeJob runs the step, delivers its token, and runs the post step. The job succeeds if the step does. */
export async function wholeJob(world: World, step: ActionStep) {
  const main = await step.main();
  world.deliver(main.outputs);
  const post = await step.post({ jobStatus: main.exitCode === 0 ? 'success' : 'failure' });
  world.look('after the job');
  return { main, post };
}

function leftBehind({ liveTokens, suspendedTokens, consumers, isOtherServerUntouched }: World): string[] {
  const [alive, ...others] = liveTokens;
  const kind = alive && parseTagged(alive.description)?.tag.kind;
  return [
    ...(alive === undefined || others.length > 0 ? [`${liveTokens.length} tokens are alive`] : []),
    ...suspendedTokens.flatMap(({ description }) => {
      const record = parseRecord(description);
      return record?.state === 'suspended' && samePermissions(record.grants, GRANTS)
        ? []
        : [`the suspended token cannot be restored: ${description}`];
    }),
    ...(isOtherServerUntouched ? [] : ['a token of the other server was changed']),
    ...(kind === 'current' ? [] : [`the live token is ${kind}`]),
    ...[...consumers.tokens].flatMap(([name, token]) =>
      token === alive ? [] : [`${name} has another token`],
    ),
  ];
}
