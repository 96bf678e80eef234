import type { Conclusion } from '../expressions.ts';

const marks: Readonly<Record<Conclusion, string>> = {
  success: '✓',
  failure: '✗',
  cancelled: '⊘',
  skipped: '–',
};

/** How the page of a run shows the tags that the runner writes before a line. */
const tags: readonly (readonly [tag: string, shown: string])[] = [
  ['##[error]', 'Error: '],
  ['##[warning]', 'Warning: '],
  ['##[notice]', 'Notice: '],
  ['##[debug]', 'Debug: '],
  ['##[command]', ''],
];

/** Writes a transcript during the run, similar to its page on GitHub with every step unfolded. */
export class Transcript {
  readonly lines: string[] = [];
  readonly #write: (line: string) => void;
  #inGroup = false;

  constructor(write: (line: string) => void) {
    this.#write = write;
  }

  /** Adds another complete transcript: that of a job that ran at the same time. */
  append({ lines }: Transcript): void {
    for (const line of lines) this.#line(line);
  }

  run(workflow: string, event: string): void {
    this.#line(`Workflow ${workflow}, on: ${event}`);
  }

  job(name: string): void {
    this.#line('');
    this.#line(`Job ${name}`);
  }

  step(name: string): void {
    this.#inGroup = false;
    this.#line('');
    this.#line(`  ● ${name}`);
  }

  /** Adds an entry of the step's log. It has as many lines as were printed at once. */
  entry(text: string): void {
    for (const line of text.split(/\r?\n/)) this.#entryLine(line);
  }

  stepEnded(outcome: Conclusion, conclusion: Conclusion): void {
    const note = outcome === conclusion ? '' : ', and the job continues';
    this.#line(`    ${marks[outcome]} ${outcome}${note}`);
  }

  stepSkipped(name: string): void {
    this.#line('');
    this.#line(`  ${marks.skipped} ${name} (skipped)`);
  }

  jobEnded(name: string, conclusion: Conclusion): void {
    this.#line('');
    this.#line(`${marks[conclusion]} Job ${name}: ${conclusion}`);
  }

  jobSkipped(name: string): void {
    this.#line('');
    this.#line(`${marks.skipped} Job ${name}: skipped`);
  }

  summary(name: string, markdown: string): void {
    this.#line('');
    this.#line(`Summary of ${name}`);
    this.#line('');
    for (const line of markdown.trimEnd().split('\n')) this.#line(`  ${line}`);
  }

  #entryLine(line: string): void {
    if (line.startsWith('##[group]')) {
      this.#line(`    ▾ ${line.slice('##[group]'.length)}`);
      this.#inGroup = true;
    } else if (line.startsWith('##[endgroup]')) {
      this.#inGroup = false;
    } else {
      this.#line(`    ${this.#inGroup ? '  ' : ''}${withoutTag(line)}`);
    }
  }

  #line(text: string): void {
    const line = text.trimEnd();
    this.lines.push(line);
    this.#write(line);
  }
}

function withoutTag(line: string): string {
  const [tag, shown] = tags.find(([start]) => line.startsWith(start)) ?? ['', ''];
  return shown + line.slice(tag.length);
}
