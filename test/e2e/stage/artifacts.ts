import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, matchesGlob, resolve } from 'node:path';
import type { Actions, StandIn } from '../../actions-runner/workflow/actions.ts';

/** Artifacts of a workflow run, and stand-ins for the actions that upload and download them. */
export class Artifacts implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'artifacts-'));
  readonly actions: Actions = {
    'actions/upload-artifact': standIn(
      ['name', 'path', 'if-no-files-found', 'retention-days'],
      (inputs, workspace) => this.#upload(inputs, workspace),
    ),
    'actions/download-artifact': standIn(['pattern', 'path'], (inputs, workspace) =>
      this.#download(inputs, workspace),
    ),
  };

  /** The files of an artifact, by their paths. */
  files(name: string): readonly string[] {
    const folder = join(this.folder, name);
    return existsSync(folder) ? readdirSync(folder).map((file) => join(folder, file)) : [];
  }

  /** A single file loses its folder, as on GitHub. */
  #upload({ name = '', path = '' }: Texts, workspace: string): void {
    const source = resolve(workspace, path);
    if (path === '' || !existsSync(source))
      throw new Error(`No files were found with the provided path: ${path}`);
    const target = join(this.folder, name);
    if (existsSync(target)) throw new Error(`an artifact with the name ${name} already exists`);
    mkdirSync(target);
    cpSync(source, join(target, basename(source)));
  }

  /** Each artifact gets its own folder. */
  #download({ pattern = '*', path = '.' }: Texts, workspace: string): void {
    for (const name of readdirSync(this.folder).filter((one) => matchesGlob(one, pattern))) {
      cpSync(join(this.folder, name), join(resolve(workspace, path), name), { recursive: true });
    }
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

type Texts = Readonly<Record<string, string>>;

function standIn(known: readonly string[], work: (inputs: Texts, workspace: string) => void): StandIn {
  return async ({ inputs, workspace }) => {
    const unknown = Object.keys(inputs).find((name) => !known.includes(name));
    if (unknown !== undefined) throw new Error(`unexpected input: ${unknown}`);
    work(inputs, workspace);
    return {};
  };
}
