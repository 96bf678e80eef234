import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskingForms } from '../../src/runner/masking.ts';
import { parseCommand } from '../actions-runner/commands/parse-command.ts';
import { SecretMasker } from '../actions-runner/masks/secret-masker.ts';

const SECRETS = new URL('../../src/runner/secrets.ts', import.meta.url).href;
const SERVER_TEXT = new URL('../../src/base/text.ts', import.meta.url).href;
const TOKEN = `apiv1_${'aB3+/'.repeat(14)}==`;

/**
 * Runs a script in a separate process, because masks are written directly to stdout. Returns the masks in the form of the runner,
 * and the printed text unchanged.
 */
function run(script: string, env: Record<string, string> = {}): { masked: string[]; shown: string[] } {
  const source = `import { maskCredentials, Secrets } from '${SECRETS}';
    const secrets = new Secrets();
    const show = (text) => process.stdout.write(secrets.redact(text) + '\\n');
    ${script}`;
  const child = spawnSync(process.execPath, ['--input-type=module', '--eval', source], {
    env: { NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'], ...env },
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

  test('is masked line by line, including its escapes', () => {
    expect(run(`secrets.mask('one%0A\\ntwo%25')`).masked).toEqual(
      expect.arrayContaining(['one%0A', 'two%25']),
    );
  });

  test('is redacted in all texts of the action, in any form', () => {
    const { shown } = run(`
      secrets.mask('${TOKEN}');
      show('plain ${TOKEN}.');
      show('in a URL: ' + encodeURIComponent('${TOKEN}'));
      show('in base64: ' + Buffer.from('x:${TOKEN}').toString('base64url'));
    `);
    expect(shown.slice(0, 2)).toEqual(['plain ***.', 'in a URL: ***']);
    expect(shown[2]).toMatch(/^in base64: [\w-]{0,4}\*\*\*[\w-]{0,2}$/);
  });

  test('that is part of another one does not prevent its redaction', () => {
    const { shown } = run(`
      secrets.mask('abcdefgh');
      secrets.mask('abcdefgh-and-a-secret-rest');
      show('abcdefgh, abcdefgh-and-a-secret-rest');
    `);
    expect(shown).toEqual(['***, ***']);
  });

  test('that overlaps another one leaves no rest of either', () => {
    const { shown } = run(`
      secrets.mask('head-and-middle');
      secrets.mask('middle-and-tail');
      show('<head-and-middle-and-tail>');
    `);
    expect(shown).toEqual(['<***>']);
  });

  test('is redacted like in the runner itself', () => {
    const PIECES = ['secret-a', 'secret-ab', 'ab-secret', 'b-sec', '#', ' ', '%2B', 'a+b/', 'a%2Bb/', '-'];
    const masked = ['secret-ab', 'ab-secret', 'b-sec', 'a+b/'];
    const texts = fc.sample(fc.string({ unit: fc.constantFrom(...PIECES) }), 300);
    const { shown } = run(`
      for (const secret of ${JSON.stringify(masked)}) secrets.mask(secret);
      for (const text of ${JSON.stringify(texts)}) show(text);
    `);
    const masker = new SecretMasker();
    for (const form of masked.flatMap(maskingForms)) masker.add(form);
    expect(shown).toEqual(texts.map((text) => masker.mask(text)));
  });

  test('is masked once, even if it is received several times', () => {
    expect(run(`secrets.mask('${TOKEN}'); secrets.mask('${TOKEN}')`).masked).toEqual(maskingForms(TOKEN));
  });

  test('is redacted in a text that contains nothing else', () => {
    const { shown } = run(`secrets.mask('${TOKEN}'); secrets.mask('pass'); show('pass'); show('pas')`);
    expect(shown).toEqual(['***', 'pas']);
  });

  test.for(['a', 'pw', 'abc'])(
    'is not masked if it is as short as %j, because the mask would hide the log',
    (secret) => {
      const { masked, shown } = run(`secrets.mask('${secret}'); show('a pw is abc')`);
      expect(masked).toEqual([]);
      expect(shown).toEqual(['a pw is abc']);
    },
  );

  test('is never an empty text, which would hide everything', () => {
    const { masked, shown } = run(`secrets.mask(''); show('as it is')`);
    expect(masked).toEqual([]);
    expect(shown).toEqual(['as it is']);
  });
});

describe('a printed text', () => {
  const print = (serverText: string) =>
    run(`const { markServerText } = await import('${SERVER_TEXT}');
      secrets.mask('${TOKEN}');
      const line = 'It says ' + markServerText(${JSON.stringify(serverText)}) + ' to you.';
      process.stdout.write(secrets.safeText(line) + '\\n');
    `).shown;

  test('contains the text of a server', () => {
    expect(print('no such database')).toEqual(['It says no such database to you.']);
  });

  test.for([
    TOKEN,
    TOKEN.slice(20, 30),
    TOKEN.replaceAll('a', '&#97;'),
    TOKEN.replaceAll('a', '%2561'),
    encodeURIComponent(TOKEN),
    `x ${[...TOKEN.slice(20, 40)].join(' ')} y`,
    `x ${TOKEN.slice(8, 14)}\u0000\u200b${TOKEN.slice(14, 20)} y`,
    `no \u0003 ${TOKEN.slice(20, 40)}`,
  ])('omits the text of a server that repeats a part of a credential, and nothing else: %j', (serverText) => {
    expect(print(serverText)).toEqual([
      'It says [the text from the server is hidden, because it repeats part of a credential] to you.',
    ]);
  });
});

describe('a printed text of a server', () => {
  const PIECES = [
    TOKEN.slice(6, 30),
    TOKEN.slice(9, 15),
    TOKEN.slice(20, 31),
    'apiv',
    ' ',
    '::',
    '##[',
    '%2B',
    '&#97;',
    '\\',
    'é',
  ];
  const texts = fc.sample(
    fc.oneof(
      fc.string({ unit: fc.constantFrom(...PIECES), maxLength: 6 }),
      fc
        .array(fc.constantFrom(...PIECES, 'load test', 'metrics: read'), { maxLength: 4 })
        .map((all) => all.join('')),
      fc.tuple(fc.lorem(), fc.nat(80), fc.nat(15), fc.boolean()).map(([around, start, length, spaced]) => {
        const part = TOKEN.slice(start, start + length);
        return `${around}${spaced ? [...part].join(' ') : part}${around}`;
      }),
    ),
    600,
  );

  test.for<[string, string[]]>([
    ['a token', [TOKEN]],
    ['a token and a short password', [TOKEN, 'pass']],
    ['a token and a password of seven characters', [TOKEN, 'passwd1']],
    ['no credential', []],
  ])(
    'is the same whether all of a message or only a part of it is from the server, with %s',
    ([, credentials]) => {
      const { shown } = run(`const { markServerText } = await import('${SERVER_TEXT}');
        for (const secret of ${JSON.stringify(credentials)}) secrets.mask(secret);
        const texts = ${JSON.stringify(texts)};
        const differing = texts.filter((text) => secrets.safeServerText(text) !== secrets.safeText(markServerText(text)));
        process.stdout.write(JSON.stringify(differing) + '\\n');
      `);
      expect(shown).toEqual(['[]']);
    },
  );

  test.for([TOKEN.slice(20, 30), [...TOKEN.slice(20, 30)].join(' ')])(
    'is omitted if it repeats a part of a credential: %j',
    (text) => {
      const { shown } = run(`secrets.mask('${TOKEN}');
        process.stdout.write(secrets.safeServerText('x ' + ${JSON.stringify(text)}) + '\\n');
      `);
      expect(shown).toEqual([
        '[the text from the server is hidden, because it repeats part of a credential]',
      ]);
    },
  );

  test('is redacted even if it contains only a short password', () => {
    const { shown } = run(`secrets.mask('${TOKEN}'); secrets.mask('pass');
      process.stdout.write(secrets.safeServerText('the pass is short') + '\\n');
    `);
    expect(shown).toEqual(['the *** is short']);
  });
});

describe('the masked credentials of a step', () => {
  test('include the management token', () => {
    const { masked, shown } = run(`maskCredentials(secrets, ['${TOKEN}'], {}); show('${TOKEN}')`);
    expect(masked).toContain(TOKEN);
    expect(shown).toEqual(['***']);
  });

  test.each(['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'])(
    'include the password of a proxy in %s, encoded and decoded',
    (name) => {
      const { masked } = run(`maskCredentials(secrets, [''], process.env)`, {
        [name]: 'http://user:p%40ssw0rd@proxy.example.com:3128',
      });
      expect(masked).toContain('p%40ssw0rd');
      expect(masked).toContain('p@ssw0rd');
    },
  );

  test('include the password of a proxy without a scheme', () => {
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
  ])('are read from any proxy setting: %j', (setting) => {
    const { masked } = run(`maskCredentials(secrets, ['management'], process.env)`, { HTTPS_PROXY: setting });
    expect(masked).toContain('management');
  });
});
