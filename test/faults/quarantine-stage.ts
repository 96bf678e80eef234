import type { Emulator } from '../../emulator/servers/emulator.ts';
import type { GithubEmulator } from '../../emulator/servers/github/github-emulator.ts';
import type { StoredToken } from '../../emulator/servers/token-store.ts';
import { samePermissions } from '../../src/tokens/permissions.ts';
import { parseRecord } from '../../src/tokens/record.ts';
import type { ActionStep } from '../actions-runner/action-step.ts';
import type { StepResult } from '../actions-runner/step-run.ts';
import { GRANTS, Quarantine } from '../e2e/stage/quarantine.ts';
import { type Scene, seedTokens, stepOf, whatIsLost } from '../quarantine/scenes.ts';
import type { Findings } from './process-invariants.ts';
import type { Ending, Stage } from './stage.ts';

/** QuarantineStage is a step that suspends or restores, and the tokens that it finds. */
export class QuarantineStage implements Stage {
  readonly step: ActionStep;
  readonly #quarantine: Quarantine;
  readonly #scene: Scene;
  readonly #tokens: readonly StoredToken[];

  static async start(scene: Scene): Promise<Stage> {
    return new QuarantineStage(await Quarantine.start(), scene);
  }

  private constructor(quarantine: Quarantine, scene: Scene) {
    this.#quarantine = quarantine;
    this.#scene = scene;
    this.#tokens = seedTokens(quarantine, scene);
    this.step = stepOf(quarantine, scene, { tokens: this.#tokens });
  }

  get cluster(): Emulator {
    return this.#quarantine.cluster;
  }

  get github(): GithubEmulator {
    return this.#quarantine.github;
  }

  get secrets(): readonly string[] {
    return [...this.#tokens.map(({ secret }) => secret), this.cluster.managementToken];
  }

  afterMain(): Findings {
    return [this.#tokens.flatMap((token) => whatIsLost(token, 'after main'))];
  }

  async afterJob({ main, deceived }: Ending): Promise<Findings> {
    return [deceived ? [] : this.#falseClaims(main), await this.#notRestored()];
  }

  /** Everything that the step reports must be true. */
  #falseClaims({ outputs }: StepResult): string[] {
    const claimed = (name: string): StoredToken[] => {
      const ids: string[] = JSON.parse(outputs[name] ?? '[]');
      return this.#tokens.filter(({ id }) => ids.includes(id));
    };
    return [
      ...claimed('suspended-token-ids').flatMap(({ id, description, permissions }) =>
        permissions.length === 0 && parseRecord(description)?.state === 'suspended'
          ? []
          : [`${id} is not suspended`],
      ),
      ...claimed('revoked-token-ids').flatMap(({ id, revokedAt }) =>
        revokedAt === undefined ? [`${id} is not revoked`] : [],
      ),
      ...claimed('restored-token-ids').flatMap(({ id, permissions }) =>
        samePermissions(permissions, GRANTS) ? [] : [`${id} is not restored`],
      ),
    ];
  }

  /** Runs an undisturbed restore later. */
  async #notRestored(): Promise<string[]> {
    const left = this.#tokens.filter(({ revokedAt }) => revokedAt === undefined);
    const { exitCode, log } = await this.#quarantine.restore(
      left.map(({ id }) => id),
      { 'request-timeout': '30s' },
    );
    return [
      ...(exitCode === 0 || left.length === 0 ? [] : [`the restore failed: ${log}`]),
      ...left.flatMap(({ description, permissions }) =>
        samePermissions(permissions, GRANTS) ? [] : [`not restored: ${description}`],
      ),
      ...this.#tokens.flatMap(({ description, revokedAt }, index) =>
        revokedAt === undefined || this.#scene.seeds[index]?.isOver ? [] : [`revoked: ${description}`],
      ),
    ];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.step[Symbol.dispose]();
    await this.#quarantine[Symbol.asyncDispose]();
  }
}
