import { readFileSync, statSync } from 'node:fs';
import type { InputErrors } from '../base/errors.ts';
import { quote } from '../base/text.ts';
import { TAG_GRAMMAR } from '../tokens/tag.ts';

/** RepositoryContext is the repository of a step. */
export interface RepositoryContext {
  /** Host and port of the GitHub server, lower case. */
  readonly server: string;
  /** OWNER/REPO */
  readonly repository: string;
  /** Survives a rename of the repository. Digits that stay text. */
  readonly repositoryId: string;
}

/** RunContext is the run of a step. Numbers stay text. */
export interface RunContext extends RepositoryContext {
  readonly runId: string;
  readonly runAttempt: string;
  readonly workflow: string;
  readonly job: string;
  /** Undefined on GitHub. */
  readonly otherRunner?: OtherRunner | undefined;
  /** The base URL of GitHub's API, without a slash at its end. A GitHub Enterprise Server has its own. */
  readonly githubApiUrl: string;
}

/** OtherRunner runs workflows without GitHub's API. */
export type OtherRunner = 'act' | 'Forgejo' | 'Gitea';

/** RunVariables read what operations write into tags and compare with tags. They add their errors to the input errors. */
export interface RunVariables {
  readonly run: (errors: InputErrors) => RunContext;
  /** Reads each part when it is used, because a scope compares only some of them. */
  readonly repository: (errors: InputErrors) => RepositoryContext;
}

/** runVariables reads the variables of the runner. */
export function runVariables(env: NodeJS.ProcessEnv): RunVariables {
  return {
    run: (errors) => readRunContext(env, errors),
    repository: (errors) => ({
      get server() {
        return readServer(env, errors);
      },
      get repository() {
        return readPart(env, 'GITHUB_REPOSITORY', errors);
      },
      get repositoryId() {
        return readRepositoryId(env, errors);
      },
    }),
  };
}

/**
 * readRunContext reads the run from the runner's variables, for operations that write or compare tags. A value that does not fit into
 * a tag is an input error, because a token with an invalid tag would not belong to a repository. Collects every input error. After
 * one, the result is not usable.
 */
export function readRunContext(env: NodeJS.ProcessEnv, errors: InputErrors): RunContext {
  return {
    server: readServer(env, errors),
    repository: readPart(env, 'GITHUB_REPOSITORY', errors),
    repositoryId: readRepositoryId(env, errors),
    runId: readPart(env, 'GITHUB_RUN_ID', errors),
    // Some runners do not set this variable.
    runAttempt: env['GITHUB_RUN_ATTEMPT'] ? readPart(env, 'GITHUB_RUN_ATTEMPT', errors) : '1',
    workflow: env['GITHUB_WORKFLOW'] ?? 'workflow',
    job: env['GITHUB_JOB'] ?? 'job',
    otherRunner: otherRunnerIn(env),
    githubApiUrl: (env['GITHUB_API_URL'] || 'https://api.github.com').replace(/\/+$/, ''),
  };
}

/** readActionName reads the name of this action in a step. An action in a local folder has no separate repository. */
export function readActionName(env: NodeJS.ProcessEnv): string {
  const { GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref } = env;
  return repository && ref ? `${repository}@${ref}` : 'OWNER/influxdb-token-action@v1';
}

/** Gitea and Forgejo are based on act and also set its variable. Forgejo also sets the variable of Gitea. */
function otherRunnerIn(env: NodeJS.ProcessEnv): OtherRunner | undefined {
  if (env['FORGEJO_ACTIONS'] === 'true') return 'Forgejo';
  if (env['GITEA_ACTIONS'] === 'true') return 'Gitea';
  return env['ACT'] === 'true' ? 'act' : undefined;
}

const EXAMPLES = {
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'acme/web',
  GITHUB_REPOSITORY_ID: '4711',
  GITHUB_RUN_ID: '8812345678',
  GITHUB_RUN_ATTEMPT: '1',
} as const;

type Variable = keyof typeof EXAMPLES;

function readServer(env: NodeJS.ProcessEnv, errors: InputErrors): string {
  const server = githubServer(env);
  if (!fits('server', server)) noteWrong('GITHUB_SERVER_URL', env['GITHUB_SERVER_URL'] ?? '', errors);
  return server;
}

/** githubServer is the host and port of the GitHub server, lower case. Empty where the runner names none. */
export function githubServer(env: NodeJS.ProcessEnv): string {
  const url = env['GITHUB_SERVER_URL'] ?? '';
  return URL.canParse(url) ? new URL(url).host.toLowerCase() : '';
}

/** GitHub sets the variable. Gitea, Forgejo, and act do not, but their event file has the ID. */
function readRepositoryId(env: NodeJS.ProcessEnv, errors: InputErrors): string {
  if (env['GITHUB_REPOSITORY_ID']) return readPart(env, 'GITHUB_REPOSITORY_ID', errors);
  const event = readEventRepositoryId(env['GITHUB_EVENT_PATH']);
  if (event.kind === 'found') return event.id;
  errors.add(
    'GITHUB_REPOSITORY_ID',
    `is not set, and the action cannot read the ID from the event file, because ${event.why}. Set the variable under \`env:\` in the workflow, ` +
      'such as `GITHUB_REPOSITORY_ID: "4711"`. Use a number that no other repository of this server has. Nothing was sent.',
  );
  return '';
}

/** The parts of a tag that are unchanged variables. */
const PARTS = {
  GITHUB_REPOSITORY: 'repository',
  GITHUB_REPOSITORY_ID: 'repositoryId',
  GITHUB_RUN_ID: 'runId',
  GITHUB_RUN_ATTEMPT: 'runAttempt',
} as const satisfies Partial<Record<Variable, keyof typeof TAG_GRAMMAR>>;

function readPart(env: NodeJS.ProcessEnv, name: keyof typeof PARTS, errors: InputErrors): string {
  const value = env[name] ?? '';
  if (!fits(PARTS[name], value)) noteWrong(name, value, errors);
  return value;
}

function fits(part: keyof typeof TAG_GRAMMAR, value: string): boolean {
  return new RegExp(`^${TAG_GRAMMAR[part]}$`).test(value);
}

function noteWrong(name: Variable, value: string, errors: InputErrors): void {
  const what = value === '' ? 'is not set' : `is ${quote(value)}, which the tag of a token cannot contain`;
  errors.add(
    name,
    `${what}. The action needs this variable for the tag of each token. The runner usually sets it, for example to ` +
      `\`${EXAMPLES[name]}\`. If the step runs in a container or a script, pass the variable on unchanged. Nothing was sent.`,
  );
}

/** GitHub's largest event payload is 25 MB. */
const MAX_BYTES = 32 * 1024 * 1024;

/** EventRepositoryId is the ID in the event file, or a part of a sentence that says why there is none. */
export type EventRepositoryId =
  | { readonly kind: 'found'; readonly id: string }
  | { readonly kind: 'missing'; readonly why: string };

/** readEventRepositoryId reads `repository.id` of the event file. It does not throw for any contents. */
function readEventRepositoryId(path: string | undefined): EventRepositoryId {
  if (!path) return missing('`GITHUB_EVENT_PATH` is not set');
  let event: unknown;
  try {
    const file = statSync(path);
    if (!file.isFile()) return missing('`GITHUB_EVENT_PATH` does not name a file');
    if (file.size > MAX_BYTES) return missing('the file is larger than 32 MiB');
    event = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return missing('the file cannot be read as JSON');
  }
  const id = asDigits(property(property(event, 'repository'), 'id'));
  return id === undefined ? missing('the file does not contain `repository.id`') : { kind: 'found', id };
}

/** A number above 2^53 has lost digits, so it might belong to another repository. */
function asDigits(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return String(value);
  return typeof value === 'string' && /^\d{1,20}$/.test(value) ? value : undefined;
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function missing(why: string): EventRepositoryId {
  return { kind: 'missing', why };
}
