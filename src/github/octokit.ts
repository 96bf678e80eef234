import type { getOctokit } from '@actions/github';

/** Octokit is GitHub's own client, as the toolkit makes it. */
export type Octokit = ReturnType<typeof getOctokit>;

/**
 * While the toolkit loads, it reads the event file and prepares connections to the API. The action uses neither, but loading
 * would throw for an event file that is not JSON and for an unusable API URL or proxy, and print a line for a missing file.
 * The toolkit reads no proxy setting for localhost. The settings themselves stay, because other requests might need them
 * meanwhile.
 */
const ENVIRONMENT_TO_LOAD_IN = { GITHUB_EVENT_PATH: undefined, GITHUB_API_URL: 'http://localhost' };

let loading: Promise<typeof getOctokit> | undefined;

/** loadGetOctokit loads the toolkit the first time, whatever the environment is. */
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
