import type { InputErrors } from '../base/errors.ts';
import { containsCredential, quote } from '../base/text.ts';
import { IS_MASK, IS_VARIABLE, MASK, VARIABLE } from './fields/pasted-text.ts';
import { givenInputs, type InputName, type Inputs, isSecretInput } from './inputs.ts';

/** Texts of files, which are never quoted. */
const FILES: readonly InputName[] = ['ca-certificate', 'influxctl-config'];

/** Any text is valid. */
const FREE_TEXTS: readonly InputName[] = ['description', 'description-pattern'];

/** isShownInput tells whether messages can quote the value of an input. */
export function isShownInput(name: string): boolean {
  return !isSecretInput(name) && !FILES.some((one) => one === name);
}

/**
 * noteMisplacedTexts finds inputs with a text that no input can have: an expression that was not evaluated, or a token. All other
 * errors of such an input follow from that. Credentials have their own checks.
 */
export function noteMisplacedTexts(inputs: Inputs, errors: InputErrors): void {
  for (const name of givenInputs(inputs).filter((one) => !isSecretInput(one))) {
    const message = problemOf(name, inputs[name]);
    if (message === undefined) continue;
    errors.add(name, message);
    errors.explain(name);
  }
}

function problemOf(name: InputName, text: string): string | undefined {
  const isFile = FILES.includes(name);
  if (/\$\{\{/.test(text)) {
    return (
      `${isFile ? '' : `${quote(text)} `}contains an expression that GitHub did not evaluate: a literal \`\${{\`. Write the ` +
      'expression in the workflow. GitHub does not evaluate expressions in secrets, variables, and outputs.'
    );
  }
  if (!isFile && !FREE_TEXTS.includes(name)) {
    if (VARIABLE.test(text)) return `${quote(text)} ${IS_VARIABLE} \`\${{ vars.NAME }}\`.`;
    if (MASK.test(text) && name !== 'databases') return `${quote(text)} ${IS_MASK}`;
  }
  // A token instead of an ID has its own message.
  if (isFile || name === 'token-id' || !containsCredential(text)) return undefined;
  return (
    'looks like a token or contains one, so its value is not shown. Set tokens only in `management-token`, `store-token`, and ' +
    '`github-token`. If the token is visible in your workflow file, revoke it.'
  );
}
