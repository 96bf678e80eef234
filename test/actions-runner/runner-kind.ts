import { type GithubContext, githubEnvironment } from './github-context.ts';

/** RunnerKind is a program that runs workflows, and sets the variables of each step in its own way. */
export type RunnerKind = 'github' | 'act' | 'gitea' | 'forgejo';

/** The variables of a step that do not depend on the machine. */
export function runVariables(kind: RunnerKind, github: GithubContext): Record<string, string> {
  return kind === 'github' ? githubEnvironment(github) : VARIABLES[kind](github);
}

const VARIABLES: Readonly<
  Record<Exclude<RunnerKind, 'github'>, (github: GithubContext) => Record<string, string>>
> = {
  /**
   * nektos/act 0.2.87, pkg/runner/run_context.go: withGithubEnv sets GITHUB_*, and GetEnv sets ACT. Every run has the ID 1
   * (getGithubContext), and the event is empty unless `--eventpath` names a file (runner.go).
   */
  act: (github) => ({ ...actVariables(github), GITHUB_GRAPHQL_URL: github.graphql_url }),

  /**
   * gitea.com/gitea/act_runner of 2025-12, internal/app/run/runner.go: NewRunner sets GITEA_*, and the preset of its `run` has no
   * attempt. The variables that it uses from the preset, and the API under /api/v1, are in act/runner/run_context.go of
   * gitea.com/gitea/act.
   */
  gitea: (github) => ({
    ...actVariables(github),
    GITEA_ACTIONS: 'true',
    GITEA_ACTIONS_RUNNER_VERSION: 'v0.2.13',
    GITHUB_API_URL: `${github.server_url}/api/v1`,
    GITHUB_GRAPHQL_URL: '',
    GITHUB_RUN_ATTEMPT: '',
  }),

  /**
   * code.forgejo.org/forgejo/runner 12, internal/app/run/runner.go: NewRunner sets GITEA_* and FORGEJO_*. In
   * act/runner/run_context.go, withGithubEnv also sets each variable as FORGEJO_*, and the token. Older servers send no attempt.
   */
  forgejo: (github) => {
    const variables = {
      ...actVariables(github),
      GITHUB_API_URL: `${github.server_url}/api/v1`,
      GITHUB_RUN_ATTEMPT: '',
      GITHUB_TOKEN: github.token,
      GITHUB_WORKFLOW_REF: github.workflow_ref,
    };
    return {
      ...variables,
      ...Object.fromEntries(
        Object.entries(variables).map(([name, value]) => [name.replace('GITHUB', 'FORGEJO'), value]),
      ),
      FORGEJO_ACTIONS: 'true',
      FORGEJO_ACTIONS_RUNNER_VERSION: 'v12.1.2',
      GITEA_ACTIONS: 'true',
      GITEA_ACTIONS_RUNNER_VERSION: 'v12.1.2',
    };
  },
};

/** The variables that the two others have from act. None of these runners sets GITHUB_REPOSITORY_ID. */
const FROM_ACT = [
  'action',
  'actor',
  'api_url',
  'base_ref',
  'event_name',
  'event_path',
  'head_ref',
  'job',
  'ref',
  'ref_name',
  'ref_type',
  'repository',
  'repository_owner',
  'retention_days',
  'run_attempt',
  'run_id',
  'run_number',
  'server_url',
  'sha',
  'workflow',
  'workspace',
] as const satisfies (keyof GithubContext)[];

function actVariables(github: GithubContext): Record<string, string> {
  return {
    ACT: 'true',
    ...Object.fromEntries(FROM_ACT.map((name) => [`GITHUB_${name.toUpperCase()}`, String(github[name])])),
    GITHUB_ACTION_REPOSITORY: 'OWNER/influxdb-token-action',
    GITHUB_ACTION_REF: 'v1',
    RUNNER_PERFLOG: '/dev/null',
    RUNNER_TRACKING_ID: '',
  };
}
