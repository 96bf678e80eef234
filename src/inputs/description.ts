import type { FaultList } from '../input-errors.ts';
import type { RunContext } from '../runner/context.ts';
import { recordIn } from '../tokens/record.ts';
import { parseTagged } from '../tokens/tag.ts';
import type { Inputs } from './declared.ts';

/** Without the tag, which the action appends. */
const LONGEST = 200;

/** C0, DEL, C1 and the line and paragraph separators. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

/** readDescription reads what the token is for, without a tag; undefined when it is not given. Notes every fault. */
export function readDescription(inputs: Inputs, faults: FaultList): string | undefined {
  const text = inputs.description;
  if (text === '') return undefined;
  const length = [...text].length;
  if (length > LONGEST) faults.add('description', `has ${length} characters, ${LONGEST} are allowed.`);
  if (CONTROL.test(text))
    faults.add('description', 'holds a line break or control character: use one plain line.');
  if (parseTagged(text)) {
    faults.add('description', 'ends in a tag like [gha:…]. The action appends its own: remove this one.');
  } else if (recordIn(text) !== '') {
    faults.add(
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
  return [...text].slice(0, LONGEST).join('').trim();
}
