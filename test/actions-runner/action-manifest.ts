import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ActionInputs, type InputDeclarations } from './action-inputs.ts';
import type { Expressions } from './expressions.ts';
import type { StepLog } from './log.ts';

export type Phase = 'main' | 'post';

/** An `action.yml` of any kind. */
export interface ManifestFile {
  readonly inputs?: InputDeclarations;
  readonly outputs?: unknown;
  readonly runs: { readonly using: string; readonly [key: string]: unknown };
}

interface ScriptRuns {
  readonly main: string;
  readonly post?: string;
  readonly 'post-if'?: string;
}

/** The same text is parsed once, because a test file starts a hundred steps of the same action. */
const parsed = new Map<string, ManifestFile>();

/** The `action.yml` in a directory. */
export function readManifest(directory: string): ManifestFile {
  const text = readFileSync(join(directory, 'action.yml'), 'utf8');
  const known = parsed.get(text);
  if (known) return known;
  const manifest: ManifestFile = parse(text);
  parsed.set(text, manifest);
  return manifest;
}

/** An `action.yml`, as far as a JavaScript action uses it. */
export class ActionManifest {
  readonly directory: string;
  /** The condition of the post step. */
  readonly postIf: string;
  readonly #inputs: ActionInputs;
  readonly #scripts: Readonly<Record<Phase, string | undefined>>;

  constructor(directory: string, file: ManifestFile = readManifest(directory)) {
    if (!/^node2[04]$/.test(file.runs.using)) {
      throw new Error(`${directory}: only JavaScript actions are run here, not 'using: ${file.runs.using}'`);
    }
    const runs = file.runs as unknown as ScriptRuns;
    this.directory = directory;
    this.postIf = runs['post-if'] ?? 'always()';
    this.#inputs = new ActionInputs(file.inputs);
    this.#scripts = { main: runs.main, post: runs.post };
  }

  /** The path of a phase's program, if the action has that phase. */
  script(phase: Phase): string | undefined {
    const script = this.#scripts[phase];
    return script === undefined ? undefined : join(this.directory, script);
  }

  /** The inputs of one phase. See `ActionInputs.complete`. */
  inputs(
    given: Readonly<Record<string, string>>,
    expressions: Expressions,
    log: StepLog,
  ): Record<string, string> {
    return this.#inputs.complete(given, expressions, log);
  }
}
