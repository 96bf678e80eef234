import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultyService } from '../../emulator/servers/faulty-service.ts';
import type { StepResult } from '../actions-runner/step-run.ts';
import type { Phase } from '../rotation/interleavings.ts';
import type { Cell } from './cells.ts';
import { checkProcess, checkSecrets, type Findings } from './process-invariants.ts';
import type { Stage } from './stage.ts';

/** The time for two attempts of a second for each request, their pauses, and the wait for a token. */
const BOUND_MS = 30_000;

/** Longer than one attempt. It ends when the next attempt starts. */
const GONE_MS = 300;

/** runCell runs a complete job with one fault, and checks all invariants. */
export async function runCell(cell: Cell): Promise<Findings> {
  await using stage = await cell.named.start();
  const main = await phaseOf('main', stage, cell);
  const afterMain = [...checkPhase(main, cell, 'main'), ...stage.afterMain(main)];
  const post = await phaseOf('post', stage, cell, main);
  await clear(stage);
  return [
    ...afterMain,
    ...checkPhase(post, cell, 'post'),
    ...[main, post].flatMap((result) => checkSecrets(result, stage.step.host.temp, stage.secrets)),
    ...(await stage.afterJob({ main, post, deceived: false })),
  ];
}

async function phaseOf(
  phase: Phase,
  stage: Stage,
  { point, before, fault, always }: Cell,
  main?: StepResult,
): Promise<StepResult> {
  const hit = point.phase === phase;
  const server: FaultyService<string, unknown> = stage[point.server] as never;
  const vanish = () => {
    server.leave();
    if (!always) void sleep(GONE_MS).then(() => server.comeBack());
    return undefined;
  };
  if (hit && fault.affects === 'server') {
    if (before) server.next(before.route, { after: before.number }).runs('after', vanish);
    else vanish();
  }
  const running = stage.step.start(phase, {
    jobStatus: main === undefined || main.exitCode === 0 ? 'success' : 'failure',
  });
  if (hit && fault.affects !== 'server') {
    const request = always ? server.every(point.route) : server.next(point.route, { after: point.number });
    if (fault.affects === 'request') fault.plan(request, point.server);
    else fault.plan(request, running);
  }
  return await running.finished;
}

async function clear({ cluster, github }: Stage): Promise<void> {
  for (const server of [cluster, github]) {
    server.clearFaults();
    await server.comeBack();
  }
}

function checkPhase(result: StepResult, cell: Cell, phase: Phase): Findings {
  if (result.signal !== null && cell.fault.affects === 'process') return [];
  const findings = checkProcess(result, { success: cell.outputs[phase], boundMs: BOUND_MS });
  return findings.map((wrong) => wrong.map((sentence) => `${phase}: ${sentence}`));
}
