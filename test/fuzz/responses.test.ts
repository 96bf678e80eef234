import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { FaultyService } from '../../emulator/servers/faulty-service.ts';
import { parseJson } from '../../src/base/json.ts';
import { allPoints, type RecordedPoint } from '../faults/cells.ts';
import { checkProcess, checkSecrets } from '../faults/process-invariants.ts';
import { chosenStages } from '../faults/stages.ts';
import { arbitraryMutation, type Mutation, mutate } from './mutation.ts';

/** Each run needs a process, and another one for the cleanup. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 8);
const BOUND_MS = 30_000;

const tried = new Map<string, number>();
afterAll(() => console.log(`${[...tried.values()].reduce((sum, one) => sum + one, 0)} responses mutated.`));

describe('a corrupted response', () => {
  test('is read or refused, and leaves no unknown token', {
    timeout: RUNS * BOUND_MS,
  }, async () => {
    const points = (await allPoints(chosenStages().chosen)).filter(
      ({ hasBody, point }) => hasBody && isJson(point.route),
    );
    const property = fc.asyncProperty(fc.constantFrom(...points), arbitraryMutation, fc.boolean(), attempt);
    await fc.assert(property, { numRuns: RUNS });
  });
});

/** The action reads nothing in the bodies of the data plane. */
function isJson(route: string): boolean {
  return !['GET query', 'POST write'].includes(route);
}

/** Text that is not JSON, such as the page of a router, is unchanged. */
function mutateText(body: string, mutation: Mutation): string {
  const json = parseJson(body);
  return json === undefined ? body : JSON.stringify(mutate(json, mutation));
}

async function attempt(
  { named, point, outputs }: RecordedPoint,
  mutation: Mutation,
  always: boolean,
): Promise<void> {
  tried.set(named.name, (tried.get(named.name) ?? 0) + 1);
  await using stage = await named.start();
  const server: FaultyService<string, unknown> = stage[point.server] as never;
  const plan = () => {
    const request = always ? server.every(point.route) : server.next(point.route, { after: point.number });
    request.rewrites((body) => mutateText(body, mutation));
  };
  if (point.phase === 'main') plan();
  const main = await stage.step.main();
  const wrong = stage.afterMain(main);
  if (point.phase === 'post') plan();
  const post = await stage.step.post({ jobStatus: main.exitCode === 0 ? 'success' : 'failure' });
  stage.cluster.clearFaults();
  stage.github.clearFaults();
  const findings = [
    ...wrong,
    ...checkProcess(main, { success: outputs.main, boundMs: BOUND_MS }),
    ...checkProcess(post, { success: [], boundMs: BOUND_MS }),
    ...[main, post].flatMap((result) => checkSecrets(result, stage.step.host.temp, stage.secrets)),
    ...(await stage.afterJob({ main, post, deceived: point.route === 'GET tokens' })),
  ];
  expect(findings.flat()).toEqual([]);
}
