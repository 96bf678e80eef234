import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Expressions } from './expressions.ts';
import type { StepLog } from './log.ts';

export type Phase = 'main' | 'post';

interface ManifestFile {
  readonly inputs?: Readonly<Record<string, InputDeclaration | null>>;
  readonly runs: {
    readonly using: string;
    readonly main: string;
    readonly post?: string;
    'post-if'?: string;
  };
}

interface InputDeclaration {
  readonly default?: string | number | boolean | null;
  readonly deprecationMessage?: string;
}

/** An `action.yml`, as far as a JavaScript action uses it. */
export class ActionManifest {
  readonly directory: string;
  /** The condition of the post step. */
  readonly postIf: string;
  readonly #inputs: ReadonlyMap<string, InputDeclaration>;
  readonly #scripts: Readonly<Record<Phase, string | undefined>>;

  constructor(directory: string) {
    const file = parse(readFileSync(join(directory, 'action.yml'), 'utf8')) as ManifestFile;
    if (!/^node2[04]$/.test(file.runs.using)) {
      throw new Error(`${directory}: only JavaScript actions are run here, not 'using: ${file.runs.using}'`);
    }
    this.directory = directory;
    this.postIf = file.runs['post-if'] ?? 'always()';
    this.#inputs = new Map(
      Object.entries(file.inputs ?? {}).map(([name, declaration]) => [name, declaration ?? {}]),
    );
    this.#scripts = { main: file.runs.main, post: file.runs.post };
  }

  /** The path of a phase's program, if the action has that phase. */
  script(phase: Phase): string | undefined {
    const script = this.#scripts[phase];
    return script === undefined ? undefined : join(this.directory, script);
  }

  /**
   * What the step gives, completed with the defaults as they are **now**. An unknown name is warned about and
   * passed on, a missing required one is not even mentioned: actions/runner, src/Runner.Worker/ActionRunner.cs.
   */
  inputs(
    given: Readonly<Record<string, string>>,
    expressions: Expressions,
    log: StepLog,
  ): Record<string, string> {
    const names = new Set(Object.keys(given).map((name) => name.toLowerCase()));
    const inputs = { ...given };
    for (const [name, declaration] of this.#inputs) {
      if (names.has(name.toLowerCase())) {
        const { deprecationMessage } = declaration;
        if (deprecationMessage === undefined) continue;
        log.annotate('warning', `Input '${name}' has been deprecated with message: ${deprecationMessage}`);
      } else {
        inputs[name] = expressions.text(String(declaration.default ?? ''));
      }
    }
    this.#warnAboutUnknown(Object.keys(given), log);
    return inputs;
  }

  #warnAboutUnknown(given: readonly string[], log: StepLog): void {
    const known = new Set([...this.#inputs.keys()].map((name) => name.toLowerCase()));
    const unknown = given.filter((name) => !known.has(name.toLowerCase()));
    if (unknown.length === 0) return;
    const valid = [...this.#inputs.keys()].join("', '");
    log.annotate('warning', `Unexpected input(s) '${unknown.join("', '")}', valid inputs are ['${valid}']`);
  }
}

/** `INPUT_*` as the runner names them: hyphens stay, which is why no shell can read them. */
export function inputEnvironment(inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      value,
    ]),
  );
}
