import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readProfile } from '../../../src/request/connection/influxctl-profile.ts';
import type { ReadFile } from '../../../src/request/connection/text-file.ts';
import { reading } from '../../inputs/given.ts';

const missing: ReadFile = () => {
  throw Object.assign(new Error('ENOENT: no such file, open hunter2'), { code: 'ENOENT' });
};

function read(text: string, name = 'default', readFile: ReadFile = missing) {
  return reading((errors) => readProfile({ given: text, name }, readFile, errors));
}

/** The only profile of a configuration with these lines. */
function profile(...lines: readonly string[]) {
  const { result, errors } = read(['[[profile]]', 'name = "default"', ...lines].join('\n'));
  expect(errors).toEqual([]);
  return result;
}

describe('a profile', () => {
  test('contains only the settings of this action', () => {
    expect(
      profile(
        'product = "dedicated"',
        'account_id = "a"',
        'cluster_id = "c"',
        'mgmt_token = "m"',
        'database = "metrics"',
        'token = "apiv1_x"',
        'future = { option = [1, 2] }',
        '[profile.auth.oauth2]',
        'client_id = "x"',
        '[profile.tls]',
        'ca = "/etc/ca.pem"',
      ),
    ).toEqual({
      name: 'default',
      values: {
        product: 'dedicated',
        account_id: 'a',
        cluster_id: 'c',
        mgmt_token: 'm',
        'tls.ca': '/etc/ca.pem',
      },
      misspelled: {},
      ignored: [],
    });
  });

  test('has no value if the value is empty', () => {
    expect(profile('mgmt_token = ""', 'host = ""', 'port = "8086"')?.values).toEqual({});
  });

  test.each([
    [['host = "influx.example.com"'], 'https://influx.example.com'],
    [['host = "influx.example.com"', 'port = "8086"'], 'https://influx.example.com:8086'],
    [['host = "influx.example.com"', 'port = 8086'], 'https://influx.example.com:8086'],
    [['host = "https://influx.example.com/base"', 'port = "8086"'], 'https://influx.example.com:8086/base'],
    [['host = "http://localhost:8086"'], 'http://localhost:8086'],
    [['host = "::1"', 'port = "8086"'], 'https://[::1]:8086'],
    [['host = "localhost"', 'port = "8086"', 'tls.disable = true'], 'http://localhost:8086'],
    [['host = "127.0.0.1"', 'tls.disable = true'], 'http://127.0.0.1'],
    [['host = "10.0.0.1"', 'tls.disable = true'], 'https://10.0.0.1'],
    [['host = "localhost.example.com"', 'tls.disable = true'], 'https://localhost.example.com'],
  ])('becomes the URL %j', (lines, url) => {
    expect(profile(...lines)?.values.host).toBe(url);
  });

  test.each([
    [['tls.insecure = true'], /insecure.*always verified/],
    [['tls.disable = true', 'host = "influx.example.com"'], /disable.*always uses TLS/],
    [['tls.cert = "c.pem"'], /client certificate/],
    [['tls.key = "k.pem"'], /client certificate/],
  ])('lists the ignored settings: %j', (lines, sentence) => {
    expect(profile(...lines)?.ignored).toEqual([expect.stringMatching(sentence)]);
  });

  test.each([
    [['tls.insecure = false', 'tls.disable = false', 'tls.cert = ""']],
    [['host = "::1"', 'tls.disable = true']],
  ])('has no ignored settings in %j', (lines) => {
    expect(profile(...lines)?.ignored).toEqual([]);
  });
});

describe('a configuration', () => {
  const TWO = '[[profile]]\nname = "default"\n[[profile]]\nname = "staging"\nproduct = "clustered"\n';

  test('has profiles by name', () => {
    expect(read(TWO, 'staging').result?.values).toEqual({ product: 'clustered' });
  });

  test.each([
    ['line ends of Windows', TWO.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\ufeff${TWO}`],
    ['one line', 'profile = [{name = "default"}]'],
  ])('can have %s', (_, text) => {
    expect(read(text).errors).toEqual([]);
  });

  test('can be a path', () => {
    expect(read('/home/me/config.toml', 'staging', () => TWO).result?.name).toBe('staging');
  });

  test('without the selected profile names the existing ones', () => {
    expect(read(TWO, 'prod').errors).toEqual([
      { input: 'influxctl-profile', message: expect.stringMatching(/"prod".*"default", "staging"/) },
    ]);
  });

  test.each([
    ['stagin', 'staging'],
    ['Staging', 'staging'],
    ['"staging"', 'staging'],
    ['staging\u200b', 'staging'],
  ])('suggests the nearest profile for %s', (name, meant) => {
    expect(read(TWO, name).errors).toEqual([
      { input: 'influxctl-profile', message: expect.stringContaining(`Did you mean \`${meant}\`?`) },
    ]);
  });

  test.each([
    ['the profile twice', `${TWO}${TWO}`, /2 times/],
    ['no profile', 'profile = []', /\[\[profile\]\]/],
    ['a single table', '[profile]\nname = "default"', /\[\[profile\]\]/],
    ['something else alone', 'x = "y"', /\[\[profile\]\]/],
    ['a number for a text', '[[profile]]\nname = "default"\naccount_id = 5', /`account_id`.*type/],
    ['a text for a switch', '[[profile]]\nname = "default"\ntls.insecure = "yes"', /`tls.insecure`.*type/],
    ['base64 around it', btoa(TWO), /is TOML encoded as base64/],
    ['base64 and quotes around it', `"${btoa(TWO)}"`, /is TOML encoded as base64/],
    ['base64 around it, folded', btoa(TWO).replaceAll(/.{40}/g, '$& '), /is TOML encoded as base64/],
    ['spaces for line breaks', TWO.replaceAll('\n', ' '), /lost its line breaks/],
    ['\\n for line breaks', TWO.replaceAll('\n', '\\n'), /`\\n` instead of line breaks/],
    ['JSON', '{"profile":[{"name":"default"}]}', /looks like JSON/],
    ['typographic quotes', TWO.replaceAll('"', '\u201d'), /typographic quotes/],
    ['spaces of another width', TWO.replaceAll(' = ', '\u00a0=\u00a0'), /invisible/],
    ['no syntax', '[[profile]]\nname = ', /line 2, column/],
  ])('with %s is an input error', (_, text, message) => {
    expect(read(text).errors).toEqual([
      { input: 'influxctl-config', message: expect.stringMatching(message) },
    ]);
  });

  test('never shows its text, or the text that was used as its path', () => {
    const around = fc.string({
      unit: fc.constantFrom('[', ']', '=', '"', '\n', 'a', ' ', '#', '{', '.'),
      maxLength: 30,
    });
    fc.assert(
      fc.property(around, around, (before, after) => {
        const { errors } = read(`${before}hunter2${after}`);
        expect(JSON.stringify(errors)).not.toContain('hunter2');
      }),
    );
  });
});
