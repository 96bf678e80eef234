import type { GithubRepository } from './directory.ts';

/** RunStatus is how far a run has got. */
export type RunStatus = 'queued' | 'in_progress' | 'completed' | 'waiting' | 'requested' | 'pending';

/** StoredRun is a workflow run: GitHub shows its latest attempt. Set `status` of one to let it go on. */
export interface StoredRun {
  readonly id: number;
  readonly repository: GithubRepository;
  attempt: number;
  status: RunStatus;
  /** Shown once the run is completed. */
  conclusion: string;
  readonly createdAt: number;
}

/** RunStore keeps the runs of all repositories: their ids are unique. */
export class RunStore {
  readonly #runs = new Map<number, StoredRun>();

  /** put stores a run in place of the one with its id. */
  put(run: StoredRun): void {
    this.#runs.set(run.id, run);
  }

  find(id: number, repository: GithubRepository): StoredRun | undefined {
    const run = this.#runs.get(id);
    return run?.repository === repository ? run : undefined;
  }
}
