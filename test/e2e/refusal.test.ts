import { describe, expect, test } from 'vitest';
import { Scene } from './scene.ts';

describe('a plain 4xx', () => {
  test('to the POST is not retried, and no token was created', async () => {
    await using scene = await Scene.start({ inputs: { retries: '4' } });
    scene.cluster.every('POST tokens').respondsWith(404, { code: 404, message: 'not found' });
    const main = await scene.main();
    expect(scene.cluster.trace).toEqual(['GET databases 200', 'POST tokens 404']);
    expect(main.annotations).toMatchObject([{ level: 'error' }]);
    expect(main.annotations[0]?.message).toMatch(/does not know this account.*account-id/);
    expect(main.annotations[0]?.message).toContain('No token was created.');
    expect((await scene.post()).stdout).toBe('');
  });
});

describe('a redirect', () => {
  test('is not followed, and the error names it', async () => {
    await using scene = await Scene.start();
    scene.cluster.every('GET databases').redirects('https://elsewhere.example/');
    const main = await scene.main();
    expect(scene.cluster.trace).toEqual(['GET databases 302']);
    expect(main.annotations[0]?.message).toContain('does not follow redirects');
  });
});

describe('a retryable error', () => {
  test('to a read is retried as often as `retries` says', async () => {
    await using scene = await Scene.start({ inputs: { retries: '2' } });
    scene.cluster.next('GET databases').respondsWith(503);
    scene.cluster.next('GET databases').resets('before');
    expect((await scene.main()).conclusion).toBe('success');
    expect(scene.cluster.trace.slice(0, 3)).toEqual([
      'GET databases 503',
      'GET databases reset',
      'GET databases 200',
    ]);
  });

  test('that stays is a failure with the last response', async () => {
    await using scene = await Scene.start({ inputs: { retries: '1' } });
    scene.cluster.every('GET databases').respondsWith(500, { code: 500, message: 'the database is on fire' });
    const main = await scene.main();
    expect(scene.cluster.trace).toEqual(['GET databases 500', 'GET databases 500']);
    expect(main.annotations[0]?.message).toContain('the database is on fire');
  });

  test('with a Retry-After date is retried after that date', async () => {
    await using scene = await Scene.start();
    const date = Math.ceil(Date.now() / 1000) * 1000 + 2000;
    scene.cluster.next('GET databases').respondsWith(503, undefined, {
      'Retry-After': new Date(date).toUTCString(),
    });
    await scene.main();
    expect(scene.cluster.requests[1]?.at).toBeGreaterThanOrEqual(date);
  });
});

describe('no response', () => {
  test('within request-timeout is a failure that names the host', async () => {
    await using scene = await Scene.start({ inputs: { retries: '0' } });
    scene.cluster.every('GET databases').hangs('before');
    const main = await scene.main();
    expect(main.annotations).toMatchObject([{ title: 'No response in time' }]);
    expect(main.annotations[0]?.message).toMatch(
      /127\.0\.0\.1:\d+ did not respond within 1 s.*No token was created/,
    );
  });
});

describe('a success with another body', () => {
  test('instead of the databases is a failure', async () => {
    await using scene = await Scene.start();
    scene.cluster.every('GET databases').respondsWith(200, [{ name: 1 }]);
    const main = await scene.main();
    expect(main.annotations).toMatchObject([{ level: 'error', title: 'Unreadable response' }]);
    expect(scene.cluster.tokens).toEqual([]);
  });
});

describe('texts of a server', () => {
  test.for([
    '\u0085\u2003::error::pwned',
    'harmless\n::error title=pwned::pwned',
    '\u001b[31m#\u200b#[add-mask]a',
  ])('never become a workflow command: %j', async (message) => {
    await using scene = await Scene.start({ debug: true });
    scene.cluster.every('POST tokens').respondsWith(400, { code: 400, message });
    const main = await scene.main();
    expect(
      main.commands.map(({ name }) => name).filter((name) => name !== 'add-mask' && name !== 'debug'),
    ).toEqual(['error']);
    expect(main.annotations).toHaveLength(1);
    expect(main.outputs).toEqual({});
    expect(main.masks).not.toContain('a');
  });

  test('that contain the management token are shown without it', async () => {
    await using scene = await Scene.start();
    const secret = scene.cluster.managementToken;
    scene.cluster.every('POST tokens').respondsWith(400, { code: 400, message: `bad token ${secret}` });
    const main = await scene.main();
    const lines = main.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
    expect(lines.join('\n')).not.toContain(secret);
    expect(main.summary).not.toContain(secret);
    expect(main.annotations[0]?.message).toContain('(400: [the text from the server is hidden');
  });

  test.for<[string, (secret: string) => string]>([
    [
      'with an invisible character inside',
      (secret) => `${secret.slice(0, 20)}\u0000\u200b${secret.slice(20)}`,
    ],
    [
      'at the position where a long text is cut between words',
      (secret) => `${'y '.repeat(125)}${secret} end`,
    ],
  ])('that contain the new token %s do not show it, and neither does the summary', async ([, repeated]) => {
    await using scene = await Scene.start({ inputs: { 'skip-token-revoke': 'true', 'expires-at': '1d' } });
    scene.cluster.next('POST tokens').runs('after', () => {
      const message = repeated(scene.cluster.tokens[0]?.secret ?? '');
      scene.cluster.every('PATCH token').respondsWith(400, { code: 400, message });
      return undefined;
    });
    const main = await scene.main();
    const secret = scene.cluster.tokens[0]?.secret ?? '';
    const lines = main.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
    const shown = [lines.join('\n'), main.summary].join('\n').replaceAll('\\', '');
    expect(main.annotations.at(-1)?.message).toContain('could not mark token');
    for (const piece of [secret.slice(0, 16), secret.slice(20, 36), secret.slice(-16)])
      expect(shown).not.toContain(piece);
  });

  test('that end in markup stay text in the summary', async () => {
    await using scene = await Scene.start({
      inputs: { description: '<img src=x> | **bold** [a](javascript:b) `c`' },
    });
    const { summary } = await scene.main();
    expect(summary).not.toMatch(/<img|\*\*bold|\]\(|`c`/);
  });
});
