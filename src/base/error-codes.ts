/**
 * TITLES are the titles of all errors, warnings, and notices, by their codes. docs/troubleshooting.md has a section for each. In
 * place of `…` stands a detail, such as the name of an input.
 */
export const TITLES = {
  input: 'Input …',
  'unknown-input': 'Unknown input',
  more: 'More',
  'influxctl-profile': 'influxctl profile',
  'state-not-saved': 'State not saved',
  'the-runners-files-cannot-be-written': "The runner's files cannot be written",
  'no-file-written': 'No file written',
  'unsupported-nodejs': 'Unsupported Node.js',
  'unexpected-error': 'Unexpected error',
  'no-connection': 'No connection',
  'no-answer-in-time': 'No answer in time',
  'answer-too-large': 'Answer too large',
  'the-server-asks-to-wait': 'The server asks to wait',
  'not-safe-to-send': 'Not safe to send',
  'management-token-refused': 'Management token refused',
  'management-token-not-allowed': 'Management token not allowed',
  'blocked-by-a-gateway': 'Blocked by a gateway',
  'request-refused': 'Request refused',
  'not-found': 'Not found',
  'management-api-answered': 'Management API answered …',
  'unreadable-answer': 'Unreadable answer',
  'not-an-id': 'Not an id',
  'all-databases': 'All databases',
  'no-expiry': 'No expiry',
  'unknown-databases': 'Unknown databases',
  'answer-lost': 'Answer lost',
  'no-token-created': 'No token created',
  'a-token-may-be-left': 'A token may be left',
  'not-the-token-asked-for': 'Not the token asked for',
  'token-not-accepted': 'Token not accepted',
  'token-not-probed': 'Token not probed',
  'token-not-kept': 'Token not kept',
  'tokens-found': 'Tokens found',
  'token-not-found': 'Token not found',
  'expiry-not-readable': 'Expiry not readable',
  'token-not-updated': 'Token not updated',
  'not-updated-as-asked': 'Not updated as asked',
  'token-revoked': 'Token revoked',
  'token-not-revoked': 'Token not revoked',
  'management-token-missing-at-the-end': 'Management token missing at the end',
  'ledger-not-valid': 'Ledger not valid',
  'tokens-not-tried': 'Tokens not tried',
  'too-many-tokens': 'Too many tokens',
  'token-not-suspended': 'Token not suspended',
  'token-changed-meanwhile': 'Token changed meanwhile',
  'token-not-restored': 'Token not restored',
  'permissions-given-back': 'Permissions given back',
  cancelled: 'Cancelled',
  rotation: 'Rotation',
  'several-tokens-to-choose-from': 'Several tokens to choose from',
  'two-names-for-one-series': 'Two names for one series',
  'not-a-token-to-rotate': 'Not a token to rotate',
  'a-series-of-this-name-exists': 'A series of this name exists',
  'a-rotation-is-in-progress': 'A rotation is in progress',
  'rotated-already-in-this-run': 'Rotated already in this run',
  'too-many-pending-tokens': 'Too many pending tokens',
  'something-is-missing': 'Something is missing',
  'too-short-a-life': 'Too short a life',
  'due-from-its-first-second': 'Due from its first second',
  'new-token-cannot-be-proven': 'New token cannot be proven',
  'token-not-adopted': 'Token not adopted',
  'another-rotation-has-begun': 'Another rotation has begun',
  'token-not-listed': 'Token not listed',
  'not-the-newest-token': 'Not the newest token',
  'token-not-stored': 'Token not stored',
  'not-stored-everywhere': 'Not stored everywhere',
  'new-token-revoked': 'New token revoked',
  'new-token-suspended': 'New token suspended',
  'rotation-not-committed': 'Rotation not committed',
  'nothing-retired': 'Nothing retired',
  'replaced-token-not-revoked': 'Replaced token not revoked',
  'clocks-differ': 'Clocks differ',
  'github-did-not-tell': 'GitHub did not tell',
  'github-token-refused': 'GitHub token refused',
  'github-token-not-allowed': 'GitHub token not allowed',
  'refused-by-github': 'Refused by GitHub',
  'response-not-from-github': 'Response not from GitHub',
  'not-found-on-github': 'Not found on GitHub',
  'githubs-rate-limit-is-used-up': "GitHub's rate limit is used up",
  'github-answered': 'GitHub answered …',
  'no-github-token': 'No GitHub token',
  'no-such-secret': 'No such secret',
  'incomplete-list': 'Incomplete list',
  'not-a-public-key': 'Not a public key',
  'not-a-name': 'Not a name',
  'emulator-not-started': 'Emulator not started',
  'emulator-gone': 'Emulator gone',
  'tokens-left-alive': 'Tokens left alive',
} as const;

/** ErrorCode says what an error, warning, or notice is about. */
export type ErrorCode = keyof typeof TITLES;

/** titleOf is what an annotation has as its title. */
export function titleOf(code: ErrorCode, detail = ''): string {
  return TITLES[code].replace('…', detail);
}

/** anchorOf is the anchor of the section in docs/troubleshooting.md, as GitHub makes it of the heading. */
export function anchorOf(code: ErrorCode): string {
  return TITLES[code]
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}
