const ALONE = 'Set it to the token alone.';

/**
 * credentialProblem says what is wrong with a trimmed credential, and what to set instead; undefined when nothing is. It never
 * quotes the credential. Nothing is assumed about how a token looks, except that a header can carry it and that it is not one
 * of the things that people paste in place of a token.
 */
export function credentialProblem(text: string): string | undefined {
  if (/\$\{\{/.test(text)) {
    return `contains an expression that GitHub did not evaluate: a literal \`\${{\`. Write the expression in the workflow, and store only the token in the secret.`;
  }
  if (/^(["'`]).*\1$/s.test(text)) return `is in quotes, which are not part of a token. ${ALONE}`;
  if (text.startsWith('{')) return `begins with \`{\`, so it looks like JSON. ${ALONE}`;
  if (text.startsWith('-----BEGIN')) {
    return 'is a key or a certificate, not a token. For a GitHub App, create an installation token with actions/create-github-app-token.';
  }
  const scheme = /^(Bearer|Token)\s/i.exec(text)?.[1];
  if (scheme !== undefined) return `begins with "${scheme}", which the action adds itself. ${ALONE}`;
  // Base64 ends in `=`, so a name needs something else behind it.
  if (/^[A-Z_][A-Z0-9_]*=+[^=]/.test(text)) return `begins with \`NAME=\`. ${ALONE}`;
  if (/\s/.test(text)) {
    return 'contains white space or a line break. Copy the token again, as one line, and store it once.';
  }
  if (!/^[\x21-\x7e]*$/.test(text)) {
    return 'contains a control character or a character outside ASCII, which no token has. Copy the token again.';
  }
  return undefined;
}
