import type { FaultList } from '../faults.ts';
import { parseTagged } from '../tokens/tag.ts';
import type { Inputs } from './declared.ts';

/** Without the tag, which the action appends. */
const LONGEST = 200;

/** C0, DEL, C1 and the line and paragraph separators. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

/**
 * readDescription reads what the token is for, without a tag; by default the names of workflow and job. Notes every
 * fault.
 */
export function readDescription(
  inputs: Inputs,
  context: { readonly workflow: string; readonly job: string },
  faults: FaultList,
): string {
  const text = inputs.description;
  if (text === '') return defaultDescription(context);
  const length = [...text].length;
  if (length > LONGEST) faults.add('description', `has ${length} characters, ${LONGEST} are allowed.`);
  if (CONTROL.test(text))
    faults.add('description', 'holds a line break or control character: use one plain line.');
  if (parseTagged(text)) {
    faults.add('description', 'ends in a tag like [gha:…]: the action appends its own, so leave it out.');
  }
  return text;
}

/** Names of workflows are free text: what a description may not hold is left out, not refused. */
function defaultDescription({ workflow, job }: { readonly workflow: string; readonly job: string }): string {
  const text = `${workflow} / ${job}`.replaceAll(new RegExp(CONTROL, 'g'), '');
  return [...text].slice(0, LONGEST).join('').trim();
}
