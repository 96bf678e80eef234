import type { InputErrors } from '../../base/errors.ts';
import { quote } from '../../base/text.ts';
import { recordIn } from '../../tokens/record.ts';
import { parseTagged } from '../../tokens/tag.ts';
import type { Inputs } from '../inputs.ts';
import type { RunContext } from '../run-context.ts';

/** Without the tag, which the action appends. */
const MAX_LENGTH = 200;

/** C0, DEL, C1, and the line and paragraph separators. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

/** readDescription reads the description without a tag. Undefined if it is not set. Collects every input error. */
export function readDescription(inputs: Inputs, errors: InputErrors): string | undefined {
  const text = inputs.description;
  if (text === '') return undefined;
  const length = [...text].length;
  if (length > MAX_LENGTH)
    errors.add('description', `${quote(text)} has ${length} characters. At most ${MAX_LENGTH} are allowed.`);
  if (CONTROL.test(text))
    errors.add(
      'description',
      `${quote(text)} contains a line break or control character. Use one line of plain text.`,
    );
  if (parseTagged(text)) {
    errors.add(
      'description',
      `${quote(text)} ends in a tag like [gha:…]. Remove the tag, because the action appends one itself.`,
    );
  } else if (recordIn(text) !== '') {
    errors.add(
      'description',
      `${quote(text)} ends in a record like [gha-suspended:…]. Remove the record, because only the action writes records.`,
    );
  }
  return text;
}

/**
 * defaultDescription contains workflow and job. Names of workflows are free text, so it omits characters that a description cannot
 * contain.
 */
export function defaultDescription({ workflow, job }: Pick<RunContext, 'workflow' | 'job'>): string {
  const text = `${workflow} / ${job}`.replaceAll(new RegExp(CONTROL, 'g'), '');
  return [...text].slice(0, MAX_LENGTH).join('').trim();
}
