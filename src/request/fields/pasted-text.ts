import { decodesTo } from '../connection/text-file.ts';

export const VARIABLE = /^\$[A-Z_][A-Z0-9_]*$|^\$\{\w+\}$|^\$env:\w+$/;

export const IS_VARIABLE =
  'is the name of a variable, and only a shell replaces it with the value. Write an expression such as';

/** MASK is what GitHub writes to logs instead of a secret. */
export const MASK = /^\*{3,}$/;

export const IS_MASK = 'is what a log shows instead of a secret. Copy the value from its source.';

const ALONE = 'Set only the token.';

/**
 * credentialProblem says what is wrong with a trimmed credential, and what to set instead. Undefined if it is valid. It never
 * quotes the credential. It assumes only that a header can contain the token, and that the token is not one of the texts that people
 * paste by mistake.
 */
export function credentialProblem(text: string): string | undefined {
  if (/\$\{\{|^\{\{/.test(text)) {
    return `contains an expression that GitHub did not evaluate: a literal \`\${{\`. Write the expression in the workflow, and store only the token in the secret.`;
  }
  if (VARIABLE.test(text)) return `${IS_VARIABLE} \`\${{ secrets.NAME }}\`.`;
  if (MASK.test(text)) return IS_MASK;
  if (/^(["'`\u2018-\u201f]).*["'`\u2018-\u201f]$/s.test(text) && text.length > 1) {
    return `is in quotes, which are not part of a token. ${ALONE}`;
  }
  if (/^[{[]/.test(text)) return `begins with \`${text[0]}\`, so it looks like JSON. ${ALONE}`;
  if (text.startsWith('-----BEGIN') || decodesTo(text, /^-----BEGIN/)) {
    return 'is a key or a certificate, not a token. For a GitHub App, create an installation token with actions/create-github-app-token.';
  }
  const scheme = /^(?:authorization:\s*)?(Bearer|Token)\s/i.exec(text)?.[1];
  if (scheme !== undefined) return `begins with "${scheme}", which the action adds itself. ${ALONE}`;
  // Base64 can end in `=`, so a name must be followed by another character.
  if (/^(?:export\s+)?[A-Z_][A-Z0-9_]*=+[^=]|^(?:export\s+)?\w+\s*[:=]\s+\S/.test(text)) {
    return `begins with \`NAME=\` or similar text. ${ALONE}`;
  }
  if (/\s/.test(text)) {
    return 'contains white space or a line break. Copy the token again, as one line.';
  }
  if (!/^[\x21-\x7e]*$/.test(text)) {
    return 'contains a control character or a non-ASCII character, which a token cannot contain. Copy the token again.';
  }
  return undefined;
}
