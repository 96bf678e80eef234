import { ManagementScene } from '../test/influxctl/scene.ts';
import type { RequestCount } from './requests.ts';

interface Scenario {
  readonly step: string;
  readonly minimum: readonly string[];
  inputs(scene: ManagementScene): Record<string, string>;
}

const SCENARIOS: readonly Scenario[] = [
  {
    step: '`management-token`: `list`: influxctl sends all requests',
    minimum: [],
    inputs: (scene) => scene.inputs({ operation: 'list' }),
  },
  {
    step: '`management-token`: `create`: one read probes the new token',
    minimum: ['GET databases'],
    inputs: (scene) =>
      scene.inputs({ operation: 'create', description: 'for terraform', 'expires-at': '90d' }),
  },
  {
    step: '`management-token`: `rotate` into one secret: one read compares the clocks, and one probes the new token',
    minimum: [
      'GET databases',
      'GET repository key',
      'GET repository secret',
      'GET databases',
      'PUT repository secret',
    ],
    inputs: (scene) => scene.rotation({ 'token-id': scene.account.first.id }),
  },
  {
    step: '`management-token`: `revoke` of one token: influxctl sends all requests',
    minimum: [],
    inputs: (scene) => scene.inputs({ operation: 'revoke', 'token-id': scene.account.seed().id }),
  },
];

/** countManagementRequests counts the requests of the sub-action. What influxctl requests by itself does not count. */
export async function countManagementRequests(): Promise<RequestCount[]> {
  const all: RequestCount[] = [];
  for (const { step, minimum, inputs } of SCENARIOS) {
    await using scene = await ManagementScene.start();
    scene.store(scene.account.first, Date.now() - 86_400_000);
    const given = inputs(scene);
    const sent: string[] = [];
    scene.api.beforeAnswer = () => sent.push('GET databases');
    scene.github.onRequest(({ route }, moment) => {
      if (moment === 'before') sent.push(route);
      return undefined;
    });
    const { exitCode, log } = await scene.step(given).main();
    if (exitCode !== 0) throw new Error(`${step} ended with ${exitCode}:\n${log}`);
    all.push({ step, sent, minimum });
  }
  return all;
}
