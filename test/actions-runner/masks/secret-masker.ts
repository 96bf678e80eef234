import { encodings } from './encodings.ts';

/**
 * Replaces secrets with `***`, as GitHub's runner does in logs, annotations, and summaries (actions/runner,
 * src/Sdk/DTLogging/Logging/SecretMasker.cs). A whole job uses one masker.
 */
export class SecretMasker {
  readonly #forms = new Set<string>();

  /** Masks a value and each of its lines, because a process prints line by line. */
  add(value: string): void {
    for (const secret of [value, ...value.split(/[\r\n]/).map((line) => line.trim())]) {
      if (secret === '') continue;
      this.#forms.add(secret);
      for (const form of encodings(secret)) this.#forms.add(form);
    }
  }

  /** The text as the log shows it. Adjacent or overlapping secrets become one `***`. */
  mask(text: string): string {
    let masked = '';
    let end = 0;
    let covered = -1;
    for (const [from, to] of this.#findings(text)) {
      if (from > covered) masked += `${text.slice(end, from)}***`;
      covered = Math.max(covered, to);
      end = covered;
    }
    return masked + text.slice(end);
  }

  #findings(text: string): [from: number, to: number][] {
    const found: [number, number][] = [];
    for (const form of this.#forms) {
      for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
        found.push([at, at + form.length]);
      }
    }
    return found.sort(([a], [b]) => a - b);
  }
}
