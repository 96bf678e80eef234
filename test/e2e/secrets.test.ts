import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { maskingForms } from '../../src/runner/masking.ts';
import { Scene } from './scene.ts';
import { unmasked } from './unmasked.ts';

describe('a token that a later step prints in base64', () => {
  test.for([
    ['on lines of 76 characters, as GNU base64 does', 76, 'base64'],
    ['on lines of 64 characters, as openssl base64 does', 64, 'base64'],
    ['on lines of 76 characters, in the URL-safe alphabet', 76, 'base64url'],
  ] as const)(
    '%s shows at most 15 characters at either end of a line of the log',
    async ([, width, encoding]) => {
      await using scene = await Scene.start();
      const { outputs } = await scene.main();
      const token = outputs['token'] ?? '';
      for (const before of ['', ':', 'u:', 'user:', '{"token":"', 'x'.repeat(47), 'x'.repeat(46)]) {
        const whole = `${before}${token}\n`;
        const lines =
          Buffer.from(whole)
            .toString(encoding)
            .match(new RegExp(`.{1,${width}}`, 'g')) ?? [];
        const hidden = lines.map((line) => scene.step.mask(line));
        // 126 characters encode the token. All of the surrounding text is shown.
        const shown = hidden.join('').replaceAll('*', '').length - Math.ceil((before.length * 8) / 6);
        expect(shown).toBeLessThan(64);
        for (const line of hidden.slice(1, -1)) expect(line).toMatch(/^.{0,15}\*\*\*.{0,15}$/);
      }
    },
  );

  test('is hidden in the output of common programs', async () => {
    await using scene = await Scene.start();
    const { outputs } = await scene.main();
    const input = `Authorization: Token ${outputs['token']}\n`;
    for (const [program, ...args] of [['base64'], ['openssl', 'base64']] as const) {
      const { stdout, error } = spawnSync(program, args, { input, encoding: 'utf8' });
      if (error) continue;
      const [first = '', second = ''] = stdout.split('\n').map((line) => scene.step.mask(line));
      expect(first).toMatch(/^.{0,44}\*\*\*.{0,15}$/);
      expect(second).toMatch(/^.{0,15}\*\*\*.{0,15}$/);
    }
  });
});

describe('a response to the POST', () => {
  const lookalikes = Array.from(
    { length: 100_000 },
    (_, number) => `apiv1_${String(number).padStart(80, 'a')}`,
  );

  test.for([200, 400, 500])(
    '%i with 100,000 texts that look like tokens is not shown, and needs few masks',
    async (status) => {
      await using scene = await Scene.start({ inputs: { retries: '0', 'request-timeout': '20s' } });
      scene.cluster.every('POST tokens').respondsWith(status, { message: lookalikes.join(' ') });
      const main = await scene.main();
      expect(main.conclusion).toBe('failure');
      expect(main.masks.length).toBeLessThan(21 * 60);
      expect(main.masks).toContain(lookalikes[19]);
      expect(unmasked(main.stdout) + main.summary).not.toContain('aaaa');
      expect(main.durationMs).toBeLessThan(15_000);
      expect(scene.cluster.liveTokens).toEqual([]);
    },
  );
});

describe('an error of 60 MB', () => {
  test.for<[string, string]>([
    ['words', 'word '],
    ['white space', '\n'],
    ['lists inside lists', '['],
  ])('of %s is one short message', async ([, piece]) => {
    await using scene = await Scene.start({
      operation: 'list',
      inputs: { retries: '0', 'request-timeout': '60s' },
    });
    scene.cluster.every('GET tokens').respondsWith(500, piece.repeat((60 * 1024 * 1024) / piece.length));
    const main = await scene.main();
    expect(main.annotations).toMatchObject([{ level: 'error', title: 'Management API responded with 500' }]);
    expect(main.annotations[0]?.message.length).toBeLessThan(500);
    expect(main.durationMs).toBeLessThan(30_000);
  });
});

describe('an error that repeats a part of the management token', () => {
  const codeOf = (char: string) => char.charCodeAt(0);
  const hexOf = (char: string) => codeOf(char).toString(16);

  test.for<[string, (char: string) => string]>([
    ['as it is', (char) => char],
    ['with HTML entities', (char) => `&#${codeOf(char)};`],
    ['with hexadecimal HTML entities', (char) => `&#x${hexOf(char)};`],
    ['with percent escapes', (char) => `%${hexOf(char)}`],
    ['with nested percent escapes', (char) => `%25${hexOf(char)}`],
    ['with JSON escapes in JSON', (char) => `\\u00${hexOf(char)}`],
    ['with invisible characters', (char) => `${char}\u200b`],
  ])('%s: the text is not shown, but the rest of the message is', async ([, write]) => {
    await using scene = await Scene.start({ debug: true });
    const part = scene.cluster.managementToken.slice(20, 40);
    // No part of it has 10 characters that are not escaped.
    const repeated = part.replaceAll(/(.{4})(.)/g, (_, plain: string, char: string) => plain + write(char));
    for (const response of [
      { code: 400, message: `cannot parse ${repeated} as a token` },
      `<html><title>cannot parse ${repeated}</title></html>`,
    ]) {
      scene.cluster.clearFaults();
      scene.cluster.every('POST tokens').respondsWith(400, response);
      const main = await scene.main();
      const [error] = main.annotations;
      expect(error?.message).toContain(
        '[the text from the server is hidden, because it repeats part of a credential]',
      );
      expect(error?.message).toContain('The Management API request to create the token failed (400: ');
      expect(error?.message).toContain('No token was created.');
      const shown = unmasked(main.stdout) + main.summary;
      expect(shown).not.toContain('cannot parse');
      expect(shown).not.toContain(part.slice(0, 4));
      expect(scene.cluster.liveTokens).toEqual([]);
    }
  });

  test('that is only its public beginning is shown', async () => {
    await using scene = await Scene.start();
    scene.cluster
      .every('POST tokens')
      .respondsWith(400, { code: 400, message: 'begins with M.V1. and is wrong' });
    expect((await scene.main()).annotations[0]?.message).toContain('begins with M.V1. and is wrong');
  });
});

test('only its owner can read the file with all tokens', async () => {
  await using scene = await Scene.start({ operation: 'list' });
  scene.cluster.seed({ description: 'x' });
  const { outputs } = await scene.main();
  expect(statSync(outputs['tokens-file'] ?? '').mode & 0o777).toBe(0o600);
});

test('a GitHub token of 520 characters needs at most 260 masks', async () => {
  const storeToken = `ghs_1234567_${'eyJhbGciOiJSUzI1NiJ9.'}${'aB3-_xyZ'.repeat(60)}`.slice(0, 520);
  await using scene = await Scene.start({ operation: 'list', inputs: { 'store-token': storeToken } });
  const main = await scene.main();
  const forms = maskingForms(storeToken);
  expect(main.masks).toEqual(expect.arrayContaining(forms));
  expect(main.masks.length).toBeLessThanOrEqual(260 + maskingForms(scene.cluster.managementToken).length);
});
