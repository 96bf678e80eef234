import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunnerHost } from './runner-host.ts';

/** The part of the `github` context that workflows for this action read. */
export interface GithubContext {
  readonly action: string;
  /** Only in a composite action: its directory. */
  readonly action_path?: string;
  readonly actor: string;
  readonly actor_id: string;
  readonly api_url: string;
  readonly base_ref: string;
  readonly event: Readonly<Record<string, unknown>>;
  readonly event_name: string;
  readonly event_path: string;
  readonly graphql_url: string;
  readonly head_ref: string;
  readonly job: string;
  readonly ref: string;
  readonly ref_name: string;
  readonly ref_protected: boolean;
  readonly ref_type: string;
  readonly repository: string;
  readonly repository_id: string;
  readonly repository_owner: string;
  readonly repository_owner_id: string;
  readonly retention_days: string;
  readonly run_attempt: string;
  readonly run_id: string;
  readonly run_number: string;
  readonly server_url: string;
  readonly sha: string;
  readonly token: string;
  readonly triggering_actor: string;
  readonly workflow: string;
  readonly workflow_ref: string;
  readonly workflow_sha: string;
  readonly workspace: string;
}

/** Adds the defaults to the values that a test sets. */
export function githubContext(given: Partial<GithubContext>): GithubContext {
  const repository = given.repository ?? 'acme/web';
  const ref = given.ref ?? 'refs/heads/main';
  const sha = given.sha ?? '5c0f3d7e9a1b24680fedcba975310c8d6e4f2a1b';
  const actor = given.actor ?? 'octocat';
  return {
    action: '__run',
    actor,
    actor_id: '583231',
    api_url: 'https://api.github.com',
    base_ref: '',
    event: {},
    event_name: 'push',
    event_path: '',
    graphql_url: 'https://api.github.com/graphql',
    head_ref: '',
    job: 'build',
    ref,
    ref_name: ref.replace(/^refs\/(heads|tags)\//, ''),
    ref_protected: true,
    ref_type: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    repository,
    repository_id: '4711',
    repository_owner: repository.replace(/\/.*/, ''),
    repository_owner_id: '42',
    retention_days: '90',
    run_attempt: '1',
    run_id: '8812345678',
    run_number: '17',
    server_url: 'https://github.com',
    sha,
    token: 'ghs_4tNbGq1XyPz7WmKdR0aVhLsE8cJuFi2oTQ3x',
    triggering_actor: actor,
    workflow: 'CI',
    workflow_ref: `${repository}/.github/workflows/ci.yml@${ref}`,
    workflow_sha: sha,
    workspace: '',
    ...given,
  };
}

/** The context in a job. There, the event is in a file. */
export function githubContextOn(host: RunnerHost, context: GithubContext): GithubContext {
  const folder = join(host.temp, '_github_workflow');
  mkdirSync(folder, { recursive: true });
  const event_path = join(folder, 'event.json');
  writeFileSync(event_path, JSON.stringify(context.event));
  return { ...context, event_path, workspace: host.workspace };
}

/** The `GITHUB_*` variables of a step. The runner does not pass on the token and the event's fields. */
export function githubEnvironment(context: GithubContext): Record<string, string> {
  return Object.fromEntries(
    Object.entries(context)
      .filter(([name]) => name !== 'token' && name !== 'event')
      .map(([name, value]) => [`GITHUB_${name.toUpperCase()}`, String(value)]),
  );
}
