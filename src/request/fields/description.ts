import type { InputErrors } from '../../base/errors.ts';
import { recordIn } from '../../tokens/record.ts';
import { parseTagged } from '../../tokens/tag.ts';
import type { Inputs } from '../inputs.ts';
import type { RunContext } from '../run-context.ts';

/** Without the tag, which the action appends. */
const MAX_LENGTH = 200;

/** C0, DEL, C1 and the line and paragraph separators. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

/** readDescription reads what the token is for, without a tag; undefined when it is not given. Collects every input error. */
export function readDescription(inputs: Inputs, errors: InputErrors): string | undefined {
  const text = inputs.description;
  if (text === '') return undefined;
  const length = [...text].length;
  if (length > MAX_LENGTH) errors.add('description', `has ${length} characters, ${MAX_LENGTH} are allowed.`);
  if (CONTROL.test(text))
    errors.add('description', 'holds a line break or control character: use one plain line.');
  if (parseTagged(text)) {
    errors.add('description', 'ends in a tag like [gha:…]. The action appends its own: remove this one.');
  } else if (recordIn(text) !== '') {
    errors.add(
      'description',
      'ends in a record like [gha-suspended:…]. Only the action writes those: remove it.',
    );
  }
  return text;
}

/**
 * defaultDescription names workflow and job. Names of workflows are free text: what a description may not hold is left
 * out, not refused.
 */
export function defaultDescription({ workflow, job }: Pick<RunContext, 'workflow' | 'job'>): string {
  const text = `${workflow} / ${job}`.replaceAll(new RegExp(CONTROL, 'g'), '');
  return [...text].slice(0, MAX_LENGTH).join('').trim();
}
