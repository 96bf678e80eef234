import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { maskingForms } from '../../src/tokens/masking.ts';
import { parseCommand } from '../runner/commands/parse-command.ts';

const SECRETS = new URL('../../src/runner/secrets.ts', import.meta.url).href;
const TOKEN = `apiv1_${'aB3+/'.repeat(14)}==`;

/**
 * Runs a script in a process of its own, because masks go straight to stdout. What it masks comes back as the runner
 * understands it, and what it shows as it was.
 */
function run(script: string, env: Record<string, string> = {}): { masked: string[]; shown: string[] } {
  const source = `import { maskCredentials, Secrets } from '${SECRETS}';
    const secrets = new Secrets();
    const show = (text) => process.stdout.write(secrets.redact(text) + '\\n');
    ${script}`;
  const child = spawnSync(process.execPath, ['--input-type=module', '--eval', source], {
    env,
    encoding: 'utf8',
  });
  if (child.status !== 0) throw new Error(child.stderr);
  const lines = child.stdout.split(/\r?\n/).slice(0, -1);
  const commands = lines.map((line) => parseCommand(line));
  return {
    masked: commands.flatMap((command) => (command?.name === 'add-mask' ? [command.message] : [])),
    shown: lines.filter((_, index) => commands[index] === undefined),
  };
}

describe('a masked secret', () => {
  test('is masked in all its forms', () => {
    expect(run(`secrets.mask('${TOKEN}')`).masked).toEqual(maskingForms(TOKEN));
  });

  test('is masked in one piece, even when it has line breaks and escapes in it', () => {
    expect(run(`secrets.mask('one%0A\\ntwo%25')`).masked).toContain('one%0A\ntwo%25');
  });

  test('is redacted in our own texts, in any form', () => {
    const { shown } = run(`
      secrets.mask('${TOKEN}');
      show('plain ${TOKEN}.');
      show('in a URL: ' + encodeURIComponent('${TOKEN}'));
      show('in base64: ' + Buffer.from('x:${TOKEN}').toString('base64url'));
    `);
    expect(shown.slice(0, 2)).toEqual(['plain ***.', 'in a URL: ***']);
    expect(shown[2]).toMatch(/^in base64: [\w-]{0,4}\*\*\*[\w-]{0,2}$/);
  });

  test('that is part of another hides nothing of that one from being redacted', () => {
    const { shown } = run(`
      secrets.mask('abcdefgh');
      secrets.mask('abcdefgh-and-a-secret-rest');
      show('abcdefgh, abcdefgh-and-a-secret-rest');
    `);
    expect(shown).toEqual(['***, ***']);
  });

  test('is masked once, however often it is received', () => {
    expect(run(`secrets.mask('${TOKEN}'); secrets.mask('${TOKEN}')`).masked).toEqual(maskingForms(TOKEN));
  });

  test('is redacted in a text that is nothing else', () => {
    const { shown } = run(`secrets.mask('${TOKEN}'); secrets.mask('pw'); show('pw'); show('p')`);
    expect(shown).toEqual(['***', 'p']);
  });

  test('is never an empty text, which would hide everything', () => {
    const { masked, shown } = run(`secrets.mask(''); show('as it is')`);
    expect(masked).toEqual([]);
    expect(shown).toEqual(['as it is']);
  });
});

describe('the credentials of a step', () => {
  test('are the management token', () => {
    const { masked, shown } = run(`maskCredentials(secrets, ['${TOKEN}'], {}); show('${TOKEN}')`);
    expect(masked).toContain(TOKEN);
    expect(shown).toEqual(['***']);
  });

  test.each(['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'])(
    'are the password of a proxy in %s, as it is written and as it is meant',
    (name) => {
      const { masked } = run(`maskCredentials(secrets, [''], process.env)`, {
        [name]: 'http://user:p%40ssw0rd@proxy.example.com:3128',
      });
      expect(masked).toContain('p%40ssw0rd');
      expect(masked).toContain('p@ssw0rd');
    },
  );

  test('are the password of a proxy without a scheme', () => {
    const { masked } = run(`maskCredentials(secrets, [''], process.env)`, {
      HTTPS_PROXY: 'user:passw0rd@proxy.example.com:3128',
    });
    expect(masked).toContain('passw0rd');
  });

  test.each([
    'http://proxy.example.com:3128',
    'proxy',
    '://',
    '',
    'http://user@proxy',
    'http://user:%ff@proxy',
  ])('are read from any setting of a proxy: %j', (setting) => {
    const { masked } = run(`maskCredentials(secrets, ['management'], process.env)`, { HTTPS_PROXY: setting });
    expect(masked).toContain('management');
  });
});
