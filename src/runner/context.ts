import { Failure } from '../failure.ts';

/** RunContext is what GitHub says of the run that a step belongs to. Numbers stay text. */
export interface RunContext {
  /** OWNER/REPO */
  readonly repository: string;
  /** Survives a rename of the repository. */
  readonly repositoryId: string;
  readonly runId: string;
  readonly runAttempt: string;
  readonly workflow: string;
  readonly job: string;
  /** Base of GitHub's API, without a slash at its end: a GitHub Enterprise Server has its own. */
  readonly githubApiUrl: string;
}

/** What a tag can hold: a token whose tag does not parse would be nobody's. */
const SHAPES = {
  GITHUB_REPOSITORY: /^[\w.-]+\/[\w.-]+$/,
  GITHUB_REPOSITORY_ID: /^\d{1,20}$/,
  GITHUB_RUN_ID: /^\d{1,20}$/,
  GITHUB_RUN_ATTEMPT: /^\d{1,9}$/,
};

/** readRunContext reads the runner's variables. Throws a Failure where they cannot be: outside of GitHub Actions. */
export function readRunContext(env: NodeJS.ProcessEnv): RunContext {
  const wrong = Object.entries(SHAPES).filter(([name, shape]) => !shape.test(env[name] ?? ''));
  if (wrong.length > 0) {
    throw new Failure(
      'Not a run of GitHub Actions',
      `${wrong.map(([name]) => name).join(', ')} is missing or not as GitHub sets it. The action marks each token with ` +
        'the run that made it, so that it can be found and revoked. Nothing was sent.',
    );
  }
  return {
    repository: env['GITHUB_REPOSITORY'] ?? '',
    repositoryId: env['GITHUB_REPOSITORY_ID'] ?? '',
    runId: env['GITHUB_RUN_ID'] ?? '',
    runAttempt: env['GITHUB_RUN_ATTEMPT'] ?? '',
    workflow: env['GITHUB_WORKFLOW'] ?? 'workflow',
    job: env['GITHUB_JOB'] ?? 'job',
    githubApiUrl: (env['GITHUB_API_URL'] || 'https://api.github.com').replace(/\/+$/, ''),
  };
}
