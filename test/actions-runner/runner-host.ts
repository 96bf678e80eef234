import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { SecretMasker } from './masks/secret-masker.ts';

/**
 * A new virtual machine for one job: empty directories, a masker without secrets, and an environment that contains only `PATH` of
 * the developer's machine.
 */
export class RunnerHost {
  readonly masker = new SecretMasker();
  readonly debug: boolean;
  readonly temp: string;
  readonly workspace: string;
  readonly #root: string;
  readonly #home: string;
  #paths: readonly string[] = [];

  /** `temp` is the name of the folder for temporary files. */
  constructor(debug: boolean, temp = '_temp') {
    this.debug = debug;
    this.#root = mkdtempSync(join(tmpdir(), 'runner-'));
    this.temp = this.#directory(temp);
    this.workspace = this.#directory('work');
    this.#home = this.#directory('home');
  }

  /** The `runner` context. The environment of every step contains its values as `RUNNER_*`. */
  context(): Record<string, string> {
    return {
      os: 'Linux',
      arch: 'X64',
      name: 'GitHub Actions 1',
      environment: 'github-hosted',
      temp: this.temp,
      tool_cache: join(this.#root, 'tools'),
      ...(this.debug ? { debug: '1' } : {}),
    };
  }

  /** The whole environment of a step, made from the step's own variables. */
  environment(own: Readonly<Record<string, string>>): Record<string, string> {
    const inherited = { PATH: process.env['PATH'] ?? '', HOME: this.#home, CI: 'true' };
    const runner = Object.entries(this.context()).map(([name, value]) => [
      `RUNNER_${name.toUpperCase()}`,
      value,
    ]);
    const env = { ...inherited, ...own, GITHUB_ACTIONS: 'true', ...Object.fromEntries(runner) };
    return { ...env, PATH: [...this.#paths, env.PATH].join(delimiter) };
  }

  /** Adds the directories that a step wrote to `GITHUB_PATH`. They come first for all later steps. */
  prependPaths(paths: readonly string[]): void {
    for (const path of paths) this.#paths = [path, ...this.#paths.filter((other) => other !== path)];
  }

  dispose(): void {
    rmSync(this.#root, { recursive: true, force: true });
  }

  #directory(name: string): string {
    const path = join(this.#root, name);
    mkdirSync(path, { recursive: true });
    return path;
  }
}
