import type { getOctokit } from '@actions/github';

/** Octokit is GitHub's own client, as the toolkit creates it. */
export type Octokit = ReturnType<typeof getOctokit>;

/**
 * While the toolkit loads, it reads the event file and prepares connections to the API. The action needs neither. However, loading
 * would throw if the event file is not JSON or if the API URL or the proxy is invalid, and would print a line for a missing file.
 * The toolkit ignores the proxy for localhost. The proxy variables stay set, because other requests might need them meanwhile.
 */
const ENVIRONMENT_TO_LOAD_IN = { GITHUB_EVENT_PATH: undefined, GITHUB_API_URL: 'http://localhost' };

let loading: Promise<typeof getOctokit> | undefined;

/** loadGetOctokit loads the toolkit once, in any environment. */
export function loadGetOctokit(): Promise<typeof getOctokit> {
  loading ??= load();
  return loading;
}

async function load(): Promise<typeof getOctokit> {
  const { GITHUB_EVENT_PATH, GITHUB_API_URL } = process.env;
  setEnvironment(ENVIRONMENT_TO_LOAD_IN);
  try {
    return (await import('@actions/github')).getOctokit;
  } finally {
    setEnvironment({ GITHUB_EVENT_PATH, GITHUB_API_URL });
  }
}

function setEnvironment(variables: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}
