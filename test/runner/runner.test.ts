import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { asSentence, Failure } from '../../src/base/errors.ts';
import { Secret } from '../../src/base/secret.ts';
import { actionsRunner } from '../../src/runner/runner.ts';
import { summaryWritten } from '../../src/runner/runner-files.ts';
import { Secrets } from '../../src/runner/secrets.ts';
import { parseCommand } from '../actions-runner/commands/parse-command.ts';
import { hostileText } from './hostile-text.ts';

let printed = '';
beforeEach(() => {
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe('a line of the log', () => {
  const secrets = new Secrets();
  const runner = actionsRunner(secrets);

  test('is one line of text, and never a command', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        printed = '';
        runner.info(text);
        expect(printed).toBe(`${secrets.safeText(text)}\n`);
        expect(parseCommand(printed.trimEnd())).toBeUndefined();
      }),
    );
  });

  test.each(['debug', 'notice', 'warning', 'error'] as const)(
    'that is a command of the action is understood by the runner: %s',
    (name) => {
      // The runner itself drops equals signs at either end of a value, and white space around all properties.
      const detail = hostileText.map((text) => `${secrets.safeText(text).replaceAll('=', '')}z`);
      fc.assert(
        fc.property(detail, hostileText, (input, text) => {
          printed = '';
          if (name === 'debug') runner.debug(text);
          else runner[name]('input', text, input);
          expect(printed).toMatch(/^[^\r\n]*\n$/);
          const message = name === 'debug' ? text : `${asSentence(text)} See docs/troubleshooting.md#input-`;
          expect(parseCommand(printed.slice(0, -1))).toEqual({
            name,
            properties: name === 'debug' ? {} : { title: secrets.safeText(`Input ${input}`) },
            message: secrets.safeText(message),
          });
        }),
      );
    },
  );

  test.each([
    ['50% of all', '50%25 of all. '],
    ['a:b,c.', 'a:b,c. '],
    ['%0A', '%250A. '],
  ])('escapes its message: %j', (message, escaped) => {
    runner.warning('canceled', message);
    expect(printed).toBe(`::warning title=Canceled::${escaped}See docs/troubleshooting.md#canceled\n`);
  });

  test('escapes more in its title', () => {
    runner.error('input', 'x', '50%: a, b');
    expect(printed).toMatch(/^::error title=Input 50%25%3A a%2C b::x\. /);
  });

  test('links to the documentation of the running version', () => {
    vi.stubEnv('GITHUB_SERVER_URL', 'https://ghes.example');
    vi.stubEnv('GITHUB_ACTION_REPOSITORY', 'acme/influxdb-token-action');
    vi.stubEnv('GITHUB_ACTION_REF', 'v1.2.3');
    runner.notice('management-api-responded-with', 'x.', '500');
    expect(printed).toBe(
      '::notice title=Management API responded with 500::x. See https://ghes.example/acme/influxdb-token-action/blob/v1.2.3/' +
        'docs/troubleshooting.md#management-api-responded-with-\n',
    );
  });
});

describe('a runner whose files cannot be written', () => {
  const runner = actionsRunner(new Secrets());
  beforeEach(() => {
    for (const name of ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY']) {
      vi.stubEnv(name, '/no/such/folder/file');
    }
  });

  test('writes no summary, and says so in the debug log', async () => {
    runner.summary({ title: 'x', items: [] });
    await summaryWritten();
    expect(printed).toMatch(/^::debug::The job summary could not be written: .*\n$/);
  });

  test('throws for outputs and state', () => {
    expect(() => runner.saveState('x')).toThrow(Failure);
    expect(() => runner.outputs({ active: 'true' })).toThrow(Failure);
    expect(() => runner.token(new Secret('x'))).toThrow(Failure);
    expect(printed).toBe('');
  });
});
