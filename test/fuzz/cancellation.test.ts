import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkProcess, checkSecrets, type Findings } from '../faults/process-invariants.ts';
import { type NamedStage, STAGES } from '../faults/stages.ts';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 6);

/** The runner sends SIGKILL ten seconds after SIGINT. */
const BOUND_MS = 10_000;

/** A step needs a tenth of a second to start, and the same time for its work. */
const LATEST_MS = 300;

const moment = fc.record({
  named: fc.constantFrom(...STAGES),
  signal: fc.constantFrom('SIGINT', 'SIGTERM', 'the button *Cancel workflow*'),
  phase: fc.constantFrom('main', 'post'),
  afterMs: fc.nat({ max: LATEST_MS }),
});

describe('a canceled job', () => {
  test('ends in time at any moment, and its post step leaves no unknown token', {
    timeout: RUNS * BOUND_MS,
  }, async () => {
    const property = fc.asyncProperty(moment, async ({ named, signal, phase, afterMs }) => {
      const findings = await cancel(named, signal, phase, afterMs);
      expect(findings.flat()).toEqual([]);
    });
    await fc.assert(property, { numRuns: RUNS });
  });
});

async function cancel(
  named: NamedStage,
  signal: string,
  phase: 'main' | 'post',
  afterMs: number,
): Promise<Findings> {
  await using stage = await named.start();
  const end = async (running: ReturnType<typeof stage.step.start>) => {
    await sleep(afterMs);
    if (signal === 'SIGINT' || signal === 'SIGTERM') running.kill(signal);
    else running.cancel();
    return await running.finished;
  };
  const main = phase === 'main' ? await end(stage.step.start('main')) : await stage.step.main();
  const wrong = stage.afterMain(main);
  const jobStatus = main.exitCode === 0 ? 'success' : 'cancelled';
  const post =
    phase === 'post'
      ? await end(stage.step.start('post', { jobStatus }))
      : await stage.step.post({ jobStatus });
  return [
    ...wrong,
    ...[main, post].flatMap((result) => [
      ...(result.signal !== null
        ? result.durationMs > BOUND_MS
          ? [[`took ${result.durationMs} ms`]]
          : []
        : checkProcess(result, { success: [], boundMs: BOUND_MS })),
      ...checkSecrets(result, stage.step.host.temp, stage.secrets),
    ]),
    ...(await stage.afterJob({ main, post, deceived: false })),
  ];
}
