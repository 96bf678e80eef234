import { expect, test } from 'vitest';
import { Scene } from './scene.ts';

/** Real gateways have quoted the response behind them in their own errors. */
test.for([
  [500, (token: string) => `upstream said: {"accessToken":"${token}"}`],
  [502, (token: string) => `<html><title>bad response ${token}</title></html>`],
  [400, (token: string) => ({ code: 400, message: `no, not ${token}` })],
  [200, (token: string) => ({ data: { accessToken: token } })],
] as const)(
  'a token inside a response %i to the POST is masked before anything is printed',
  async ([status, body]) => {
    const token = `apiv1_${'Zm9vYmFyYmF6+/'.repeat(5)}==`;
    await using scene = await Scene.start({ inputs: { retries: '0' } });
    scene.cluster.every('POST tokens').respondsWith(status, body(token));
    const main = await scene.main();
    expect(main.conclusion).toBe('failure');
    expect(main.masks).toContain(token);
    const shown = main.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
    expect(shown.join('\n')).not.toContain(token);
    expect(main.summary).not.toContain(token);
  },
);
