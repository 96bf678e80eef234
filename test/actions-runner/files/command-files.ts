import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StepEffects } from '../effects.ts';
import type { StepLog } from '../log.ts';
import type { SecretMasker } from '../masks/secret-masker.ts';
import { keyValues } from './key-values.ts';

const kinds = ['env', 'output', 'path', 'state', 'step_summary'] as const;
type Kind = (typeof kinds)[number];

const summaryLimit = 1024 * 1024;

/**
 * The files behind `GITHUB_OUTPUT` and similar variables. Each step has new files, which are read after its process has ended in
 * any way (actions/runner, src/Runner.Worker/FileCommandManager.cs, with its messages).
 */
export class CommandFiles {
  readonly #paths: Readonly<Record<Kind, string>>;

  constructor(temp: string) {
    const folder = join(temp, '_runner_file_commands');
    mkdirSync(folder, { recursive: true });
    const id = randomUUID();
    const create = (kind: Kind): string => {
      const path = join(folder, `${kind}_${id}`);
      writeFileSync(path, '');
      return path;
    };
    this.#paths = {
      env: create('env'),
      output: create('output'),
      path: create('path'),
      state: create('state'),
      step_summary: create('step_summary'),
    };
  }

  /** The variables `GITHUB_ENV`, `GITHUB_OUTPUT`, and so on. */
  environment(): Record<string, string> {
    return Object.fromEntries(kinds.map((kind) => [`GITHUB_${kind.toUpperCase()}`, this.#paths[kind]]));
  }

  /** Reads and deletes the files. An invalid file fails the step, but the other files still count. */
  read(effects: StepEffects, log: StepLog, masker: SecretMasker): void {
    const readers: Readonly<Record<Kind, (text: string) => void>> = {
      env: (text) => readEnv(text, effects, log),
      output: (text) => readOutputs(text, effects, log),
      path: (text) => effects.paths.push(...text.split(/\r\n|\r|\n/).filter((line) => line !== '')),
      state: (text) => readState(text, effects, log),
      step_summary: (text) => readSummary(text, effects, log, masker),
    };
    for (const kind of kinds) {
      try {
        readers[kind](readFileSync(this.#paths[kind], 'utf8'));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') continue;
        log.annotate('error', `Unable to process file command '${kind}' successfully.`);
        log.annotate('error', (error as Error).message);
        effects.failed = true;
      } finally {
        rmSync(this.#paths[kind], { force: true });
      }
    }
  }
}

function readEnv(text: string, effects: StepEffects, log: StepLog): void {
  for (const [name, value] of keyValues(text)) {
    if (name.toUpperCase() === 'NODE_OPTIONS') {
      log.annotate('error', "Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.");
      continue;
    }
    effects.env.set(name, value);
    log.debug(`${name}='${value}'`);
  }
}

function readOutputs(text: string, effects: StepEffects, log: StepLog): void {
  for (const [name, value] of keyValues(text)) {
    if (name === '') throw new Error("Value cannot be null. (Parameter 'name')");
    effects.outputs.set(name, value);
    log.debug(`Set output ${name} = ${value}`);
  }
}

function readState(text: string, effects: StepEffects, log: StepLog): void {
  for (const [name, value] of keyValues(text)) {
    effects.state.set(name, value);
    log.debug(`Save intra-action state ${name} = ${value}`);
  }
}

/** A summary that is too long is dropped with an error, which does not fail the step. */
function readSummary(text: string, effects: StepEffects, log: StepLog, masker: SecretMasker): void {
  const size = Buffer.byteLength(text);
  if (size > summaryLimit) {
    const kilobytes = Math.floor(size / 1024);
    log.annotate(
      'error',
      `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got ${kilobytes}k. ` +
        'For more information see: https://docs.github.com/actions/using-workflows/' +
        'workflow-commands-for-github-actions#adding-a-markdown-summary',
    );
    return;
  }
  effects.summary = text
    .split(/\r\n|\r|\n/)
    .map((line) => masker.mask(line))
    .join('\n');
}
