import type { GithubRepository } from './directory.ts';
import type { StoredRun } from './run-store.ts';
import type { StoredSecret } from './secret-store.ts';

type View = Readonly<Record<string, unknown>>;

/** secretView shows a secret without its value. `url` is the address of the secret, which only an organization's secret shows. */
export function secretView({ name, createdAt, updatedAt, visibility }: StoredSecret, url: string): View {
  return {
    name,
    created_at: timestamp(createdAt),
    updated_at: timestamp(updatedAt),
    visibility,
    selected_repositories_url: visibility === 'selected' ? `${url}/repositories` : undefined,
  };
}

/** repositoryView shows the fields of a repository that clients use. */
export function repositoryView({ id, fullName }: GithubRepository): View {
  const [owner, name] = fullName.split('/');
  return { id, name, full_name: fullName, private: true, owner: { login: owner } };
}

/** runView shows the latest attempt of a run. */
export function runView({ id, repository, attempt, status, conclusion, createdAt }: StoredRun): View {
  return {
    id,
    name: 'ci',
    event: 'push',
    run_number: 1,
    run_attempt: attempt,
    status,
    conclusion: status === 'completed' ? conclusion : null,
    created_at: timestamp(createdAt),
    updated_at: timestamp(createdAt),
    run_started_at: timestamp(createdAt),
    repository: repositoryView(repository),
  };
}

/** GitHub's dates have whole seconds. */
function timestamp(instant: number): string {
  return new Date(instant).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
