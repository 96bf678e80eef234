import { describe, expect, test } from 'vitest';
import { ACCOUNT, CLUSTER, configuration, connect, connectWith, DEDICATED } from '../../inputs/profile.ts';

describe('an invalid configuration is one input error that shows no part of its text', () => {
  const SECRET = 'kept-to-itself';
  const token = `mgmt_token = "${SECRET}"`;
  const named = (rest: string): string => configuration([rest]);
  test.each<[string, string, string, RegExp]>([
    ['no TOML', named(`mgmt_token = ${SECRET}`), 'influxctl-config', /not valid TOML \(line 3, column \d+\)/],
    [
      'a string that is not closed',
      named(`mgmt_token = "${SECRET}`),
      'influxctl-config',
      /not valid TOML \(line 3/,
    ],
    ['a duplicate key', named(`${token}\n${token}`), 'influxctl-config', /not valid TOML/],
    ['a tool’s own format', `profile:\n  ${SECRET}: 1`, 'influxctl-config', /not valid TOML/],
    ['no profile', token, 'influxctl-config', /no profiles.*`\[\[profile\]\]`, in double brackets/],
    ['single brackets', `[profile]\nname = "default"\n${token}`, 'influxctl-config', /in double brackets/],
    ['profiles that are texts', `profile = ["${SECRET}"]`, 'influxctl-config', /no profiles/],
    ['an empty list of profiles', `profile = []\n# ${SECRET}`, 'influxctl-config', /no profiles/],
    [
      'no profile with this name',
      `[[profile]]\nname = "prod"\n${token}\n[[profile]]\nname = "staging"\n[[profile]]\n${token}`,
      'influxctl-profile',
      /"default" is not a profile in `influxctl-config`, which contains "prod", "staging", a profile without a name/,
    ],
    ['two profiles with this name', named(token) + named(token), 'influxctl-config', /"default" 2 times/],
    [
      'a token that is a number',
      named('mgmt_token = 4711'),
      'influxctl-config',
      /`mgmt_token` of profile "default" has a value of the wrong type/,
    ],
    [
      'a list instead of an ID',
      named(`account_id = ["${SECRET}"]`),
      'influxctl-config',
      /`account_id`.*wrong type/,
    ],
    [
      'a text instead of a table',
      named(`${token}\ntls = "${SECRET}"`),
      'influxctl-config',
      /`tls`.*wrong type/,
    ],
    [
      'a text instead of a Boolean',
      named(`${token}\n[profile.tls]\ninsecure = "${SECRET}"`),
      'influxctl-config',
      /`tls\.insecure`.*wrong type/,
    ],
    ['a path without a file', `${SECRET}.toml`, 'influxctl-config', /read as a path.*no such file/i],
    ['a path in the home directory', `~/${SECRET}`, 'influxctl-config', /Inputs do not expand `~`/],
  ])('%s', async (_, given, input, says) => {
    const { errors } = await connectWith({ 'influxctl-config': given });
    expect(errors).toEqual([{ input, message: expect.stringMatching(says) }]);
    expect(JSON.stringify(errors)).not.toContain(SECRET);
  });
});

/** The lines of a profile, where a line replaces the line of the same key. */
function withLine(line: string): string[] {
  const key = line.split(' ')[0];
  return [...DEDICATED.filter((other) => !other.startsWith(`${key} `)), line];
}

describe('a wrong value of a profile', () => {
  test('is reported for each key of the wrong type', async () => {
    const { errors } = await connect(['account_id = 1', 'cluster_id = 2', 'port = true']);
    expect(errors).toEqual(
      ['account_id', 'cluster_id', 'port'].map((key) => ({
        input: 'influxctl-config',
        message: expect.stringMatching(new RegExp(`^\`${key}\` of profile "default" .*wrong type`)),
      })),
    );
  });

  test('in `port` is quoted', async () => {
    const { errors } = await connect([...DEDICATED, 'host = "localhost"', 'port = "http"']);
    expect(errors).toEqual([
      {
        input: 'influxctl-config',
        message: expect.stringContaining('`port` of profile "default" has the value "http"'),
      },
    ]);
  });

  test.each<[string, RegExp]>([
    ['account_id = "acme"', /`account_id` of profile "default" is not a UUID/],
    ['cluster_id = "x"', /`cluster_id` of profile "default" is not a UUID/],
    ['product = "serverless"', /`product` of profile "default" is neither/],
    ['host = "http://cluster.example.com"', /`host` of profile "default" .*unencrypted\. Use `https:`/],
    ['host = "http://10.0.0.1"\nport = "8086"', /`host` of profile "default" .*unencrypted/],
    ['host = "ftp://cluster.example.com"', /`host` of profile "default" .*is not a URL like/],
    ['host = "u:secret@cluster.example.com"', /`host` of profile "default" .*user name or password/],
    ['mgmt_token = "Bearer M.V1.abcdefghij"', /`mgmt_token` of profile "default".*Bearer/],
    ['[profile.tls]\nca = "none.pem"', /`tls\.ca` of profile "default" .*no such file/i],
  ])('is one input error that names its key: %s', async (line, says) => {
    const { errors } = await connect(withLine(line));
    expect(errors).toEqual([{ input: 'influxctl-config', message: expect.stringMatching(says) }]);
    expect(JSON.stringify(errors)).not.toMatch(/u:secret|abcdefghij/);
  });
});

describe('a missing value of a profile', () => {
  test.each<[string, string, RegExp]>([
    [
      'account_id',
      'account-id',
      /is required for Cloud Dedicated.*`account_id` is not set in profile "default"/,
    ],
    [
      'cluster_id',
      'cluster-id',
      /is required for Cloud Dedicated.*`cluster_id` is not set in profile "default"/,
    ],
    ['mgmt_token', 'management-token', /is required.*`mgmt_token` is not set in profile "default"/],
  ])('that is in no input either is one input error that names both: %s', async (key, input, says) => {
    const { errors } = await connect(DEDICATED.filter((line) => !line.startsWith(`${key} `)));
    expect(errors).toEqual([{ input, message: expect.stringMatching(says) }]);
  });

  test('with a dash in its key is one input error with the right key', async () => {
    const { errors } = await connect(DEDICATED.map((line) => line.replace('account_id', 'account-id')));
    expect(errors).toEqual([
      {
        input: 'influxctl-config',
        message: '"account-id" in profile "default" is not a key of influxctl. Write `account_id`.',
      },
    ]);
  });
});

test('the name of a profile without a configuration is one input error', async () => {
  const inputs = { 'account-id': ACCOUNT, 'cluster-id': CLUSTER, 'management-token': 'M.V1.abc' };
  const { errors } = await connectWith({ ...inputs, 'influxctl-profile': 'prod' });
  expect(errors).toEqual([
    { input: 'influxctl-profile', message: expect.stringContaining('`influxctl-config` is empty') },
  ]);
});
