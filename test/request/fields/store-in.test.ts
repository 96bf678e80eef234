import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SecretLocation } from '../../../src/request/fields/secret-target.ts';
import { readStoreIn } from '../../../src/request/fields/store-in.ts';
import { given, reading } from '../../inputs/given.ts';

const read = (text: string) =>
  reading((errors) =>
    readStoreIn(given({ 'store-in': text }), { repository: 'acme/web', allowsLaterSteps: true }, errors),
  );

/** The single fault of an input of one line. */
function errorOf(line: string): string {
  const { result, errors } = read(line);
  expect(result).toEqual({ targets: [], laterSteps: false });
  expect(errors).toEqual([{ input: 'store-in', message: expect.stringMatching(/[.?]$/) }]);
  return errors[0]?.message ?? '';
}

const repository = (owner: string, repo: string): SecretLocation => ({ kind: 'repository', owner, repo });
const dependabot = (owner: string, repo: string): SecretLocation => ({ kind: 'dependabot', owner, repo });
const environment = (owner: string, repo: string, name: string): SecretLocation => ({
  kind: 'environment',
  owner,
  repo,
  environment: name,
});

describe('a line names a secret', () => {
  test.each<[string, SecretLocation, string]>([
    ['repo = TOKEN', repository('acme', 'web'), 'TOKEN'],
    ['repo=TOKEN', repository('acme', 'web'), 'TOKEN'],
    ['repo : acme/api  =  _t1', repository('acme', 'api'), '_t1'],
    ['repo:a.b-c/.github = TOKEN', repository('a.b-c', '.github'), 'TOKEN'],
    ['dependabot = TOKEN', dependabot('acme', 'web'), 'TOKEN'],
    ['dependabot:other/api = TOKEN', dependabot('other', 'api'), 'TOKEN'],
    ['env:production = TOKEN', environment('acme', 'web', 'production'), 'TOKEN'],
    ['env: blue green = TOKEN', environment('acme', 'web', 'blue green'), 'TOKEN'],
    ['env:eu/blue = TOKEN', environment('acme', 'web', 'eu/blue'), 'TOKEN'],
    ['env:other/api/eu = TOKEN', environment('other', 'api', 'eu'), 'TOKEN'],
    ['env:other/api/eu/blue green = TOKEN', environment('other', 'api', 'eu/blue green'), 'TOKEN'],
    ['env:tier=1 = TOKEN', environment('acme', 'web', 'tier=1'), 'TOKEN'],
    ['env:a:b = TOKEN', environment('acme', 'web', 'a:b'), 'TOKEN'],
    ['org:acme = TOKEN', { kind: 'organization', owner: 'acme' }, 'TOKEN'],
  ])('%s', (line, location, name) => {
    expect(read(line)).toEqual({
      result: { targets: [{ location, name, label: line }], laterSteps: false },
      errors: [],
    });
  });
});

test('later steps can be combined with secrets or stand alone', () => {
  expect(read('later-steps').result).toEqual({ targets: [], laterSteps: true });
  const { result, errors } = read('# who\nrepo = A, later-steps\r\n\n  env:x = B,,');
  expect(errors).toEqual([]);
  expect(result.laterSteps).toBe(true);
  expect(result.targets.map(({ label }) => label)).toEqual(['repo = A', 'env:x = B']);
});

test('two spellings of a secret are one target, with the first spelling as its name', () => {
  const text = `
    repo = TOKEN
    repo:Acme/WEB=token
    env:Prod = A
    env:acme/web/prod = a
    dependabot = TOKEN
    org:acme = TOKEN
    org:ACME = TOKEN
    later-steps
    later-steps`;
  const { result, errors } = read(text);
  expect(errors).toEqual([]);
  expect(result.targets.map(({ label }) => label)).toEqual([
    'repo = TOKEN',
    'env:Prod = A',
    'dependabot = TOKEN',
    'org:acme = TOKEN',
  ]);
});

describe('an input error', () => {
  test.each([
    ['', 'is required'],
    ['# nobody', '"# nobody" does not contain a target'],
    [' , ,', '" , ," does not contain a target'],
  ])('is %j, because a token needs a consumer', (text, says) => {
    expect(errorOf(text)).toContain(says);
  });

  test.each([
    ['TOKEN', 'Did you mean `repo = TOKEN`?'],
    ['repo', 'Write `repo = NAME`'],
    ['env:production', 'Write `env:production = NAME`'],
    ['TOKEN = repo', 'Did you mean `repo = TOKEN`?'],
    ['TOKEN = env:production', 'Did you mean `env:production = TOKEN`?'],
    ['later_steps', 'Did you mean `later-steps`?'],
    ['Later Steps', 'Did you mean `later-steps`?'],
    ['later-step', 'Did you mean `later-steps`?'],
    ['later-steps = TOKEN', 'does not write secrets. Did you mean `later-steps`?'],
    ['outputs', 'Did you mean `later-steps`?'],
    ['next steps', 'Did you mean `later-steps`?'],
    ['environment:production = TOKEN', 'Did you mean `env:production = TOKEN`?'],
    ['Repo = TOKEN', 'Did you mean `repo = TOKEN`?'],
    ['repository:acme/api = TOKEN', 'Did you mean `repo:acme/api = TOKEN`?'],
    ['organization:acme = TOKEN', 'Did you mean `org:acme = TOKEN`?'],
    ['dependbot = TOKEN', 'Did you mean `dependabot = TOKEN`?'],
    ['vault:kv/x = TOKEN', 'Use `repo`, `env:ENVIRONMENT`, `dependabot`, or `org:OWNER`'],
    ['= TOKEN', 'does not say where the secret is'],
    ['repo:api = TOKEN', 'Did you mean `repo:acme/api = TOKEN`?'],
    ['repo:acme = TOKEN', 'Did you mean `repo:acme/web = TOKEN`?'],
    ['repo: = TOKEN', 'Did you mean `repo = TOKEN`?'],
    ['repo:a/b/c = TOKEN', 'does not name a repository'],
    ['repo:acme/.. = TOKEN', 'does not name a repository'],
    ['dependabot:ac me/web = TOKEN', '`dependabot:OWNER/REPO = NAME`'],
    ['env = TOKEN', 'does not name an environment'],
    ['env:.. = TOKEN', 'does not name an environment'],
    ['env:acme/web/ = TOKEN', 'does not name an environment'],
    ['env:acme/web/. = TOKEN', 'does not name an environment'],
    ['env:eu//blue = TOKEN', 'does not name an environment'],
    ['env:\u0007 = TOKEN', 'does not name an environment'],
    ['org = TOKEN', 'Did you mean `org:acme = TOKEN`?'],
    ['repo TOKEN', 'Did you mean `repo = TOKEN`?'],
    ['repo: TOKEN', 'Did you mean `repo = TOKEN`?'],
    ['repo -> TOKEN', 'Did you mean `repo = TOKEN`?'],
    ['repo := TOKEN', 'Did you mean `repo = TOKEN`?'],
    ['repo == TOKEN', 'Did you mean `repo = TOKEN`?'],
    ['repo:acme/api/TOKEN', 'Did you mean `repo:acme/api = TOKEN`?'],
    ['env:prod=A env:stage=B', 'Write `env:prod=A, env:stage=B`.'],
    ['reop = TOKEN', 'Did you mean `repo = TOKEN`?'],
    ['evn:prod = TOKEN', 'Did you mean `env:prod = TOKEN`?'],
    ['env prod = TOKEN', 'Did you mean `env:prod = TOKEN`?'],
    ['env:"prod" = TOKEN', 'Did you mean `env:prod = TOKEN`?'],
    ['secret = TOKEN', 'Did you mean `repo = TOKEN`?'],
    ['secrets.TOKEN', 'Did you mean `repo = TOKEN`?'],
    ['repo = secrets.TOKEN', 'Did you mean `repo = TOKEN`?'],
    ['repo = "TOKEN"', 'Did you mean `repo = TOKEN`?'],
    ['repo = TOKEN\u200b', 'Did you mean `repo = TOKEN`?'],
    ['acme/api = TOKEN', 'Did you mean `repo:acme/api = TOKEN`?'],
    ['repo:https://github.com/acme/api.git = TOKEN', 'Did you mean `repo:acme/api = TOKEN`?'],
    ['org:acme', 'Write `org:acme = NAME`'],
    ['org:acme/web = TOKEN', 'does not name an organization'],
    ['repo = ', 'does not end in a valid secret name'],
    ['repo = 1TOKEN', 'must not start with a digit'],
    ['repo = MY-TOKEN', 'Did you mean `repo = MY_TOKEN`?'],
    ['repo = GITHUB_TOKEN', '`GITHUB_`'],
    ['repo = github_token', '`GITHUB_`'],
    ['repo = \u212aEY', 'Did you mean `repo = KEY`?'],
    ['repo = ä', 'letters, digits, and `_`'],
    ['store it!', 'is not a target. Use `repo = NAME`'],
    ['repo = A repo = B', 'Use `|` instead'],
    ['- repo = A', 'Write `repo = A`.'],
    ['env:a = A env:b = B', 'Write `env:a = A, env:b = B`.'],
    ['Array', 'toJSON(…)'],
  ])('is %j', (line, says) => {
    expect(errorOf(line)).toContain(says);
  });

  test('names its line and does not hide the others', () => {
    const { result, errors } = read('repo = A\nenv = B\norg = C');
    expect(result.targets).toHaveLength(1);
    expect(errors.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^"env = B" /),
      expect.stringMatching(/^"org = C" /),
    ]);
  });
});

describe('for any text', () => {
  const name = fc.stringMatching(/^[A-Za-z0-9._-]{1,12}$/).filter((text) => !/^\.{1,2}$/.test(text));
  const secret = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,12}$/).filter((text) => !/^github_/i.test(text));
  // What follows a blank and a `#` would be a comment.
  const anyEnvironment = fc
    .stringMatching(/^[ -+\--~äß]{1,20}$/)
    .filter((text) => text.trim() === text && !/^\.{1,2}$|^(["'`]).*\1$/.test(text) && !text.includes(' #'));

  test('a name with two slashes is an environment of another repository', () => {
    fc.assert(
      fc.property(name, name, anyEnvironment, secret, (owner, repo, env, wanted) => {
        const { result, errors } = read(`env:${owner}/${repo}/${env} = ${wanted}`);
        expect(errors).toEqual([]);
        expect(result.targets).toMatchObject([{ location: environment(owner, repo, env), name: wanted }]);
      }),
    );
  });

  test('an environment of this repository can be written with or without the repository', () => {
    fc.assert(
      fc.property(anyEnvironment, secret, (env, wanted) => {
        fc.pre((env.match(/\//g) ?? []).length < 2);
        const { result } = read(`env:${env} = ${wanted}\nenv:ACME/Web/${env} = ${wanted.toUpperCase()}`);
        expect(result.targets).toMatchObject([{ location: environment('acme', 'web', env), name: wanted }]);
      }),
    );
  });

  test('every line is a target, later steps, or an input error', () => {
    const line = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .tuple(
          fc.constantFrom('repo', 'env', 'dependabot', 'org', 'later-steps', 'x'),
          fc.string(),
          fc.string(),
        )
        .map(([kind, place, wanted]) => `${kind}:${place} = ${wanted}`),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const { result, errors } = read(lines.join('\n').trim());
        expect(result.targets.length + errors.length > 0 || result.laterSteps).toBe(true);
        for (const { location, name: wanted } of result.targets) {
          expect(wanted).toMatch(/^[A-Za-z_]\w*$/);
          for (const part of Object.values(location)) expect(part).not.toMatch(/^\.{0,2}$|[\u0000-\u001f]/);
        }
      }),
    );
  });
});

describe('on a runner without GitHub', () => {
  const readOn = (otherRunner: 'act' | 'Forgejo' | 'Gitea', text: string) =>
    reading((errors) =>
      readStoreIn(
        given({ 'store-in': text }),
        { repository: 'acme/web', otherRunner, allowsLaterSteps: true },
        errors,
      ),
    );

  test.each(['act', 'Forgejo', 'Gitea'] as const)('`later-steps` can be used: %s', (otherRunner) => {
    expect(readOn(otherRunner, 'later-steps')).toEqual({
      result: { targets: [], laterSteps: true },
      errors: [],
    });
  });

  test.each([
    ['act', 'the action cannot write secrets when act runs the job'],
    ['Forgejo', "Forgejo does not have GitHub's API for secrets"],
    ['Gitea', "Gitea does not have GitHub's API for secrets"],
  ] as const)('all secrets are one error, with the reason: %s', (otherRunner, why) => {
    const { result, errors } = readOn(otherRunner, 'repo = A, env:prod = B, later-steps');
    expect(result).toEqual({ targets: [], laterSteps: true });
    expect(errors).toEqual([
      {
        input: 'store-in',
        message: expect.stringMatching(
          new RegExp(
            `^"repo = A", "env:prod = B" cannot be used here, because ${why}\\. Use \`later-steps\``,
          ),
        ),
      },
    ]);
  });
});
