import type { GithubRepository } from './directory.ts';

/** RunStatus is the status of a run. */
export type RunStatus = 'queued' | 'in_progress' | 'completed' | 'waiting' | 'requested' | 'pending';

/** StoredRun is the latest attempt of a workflow run. Set `status` to change its progress. */
export interface StoredRun {
  readonly id: number;
  readonly repository: GithubRepository;
  attempt: number;
  status: RunStatus;
  /** Shown when the run is completed. */
  conclusion: string;
  readonly createdAt: number;
}

/** RunStore stores the runs of all repositories, whose IDs are unique. */
export class RunStore {
  readonly #runs = new Map<number, StoredRun>();

  /** put stores a run, and replaces a run with the same ID. */
  put(run: StoredRun): void {
    this.#runs.set(run.id, run);
  }

  find(id: number, repository: GithubRepository): StoredRun | undefined {
    const run = this.#runs.get(id);
    return run?.repository === repository ? run : undefined;
  }
}
