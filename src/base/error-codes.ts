/**
 * TITLES are the titles of all errors, warnings, and notices, by code. docs/troubleshooting.md has a section for each. A detail,
 * such as the name of an input, replaces `…`.
 */
export const TITLES = {
  input: 'Input …',
  'unknown-input': 'Unknown input',
  'more-errors': 'More errors',
  'influxctl-profile': 'influxctl profile',
  'state-not-saved': 'State not saved',
  'the-runners-files-cannot-be-written': "The runner's files cannot be written",
  'no-file-written': 'No file written',
  'unsupported-nodejs': 'Unsupported Node.js',
  'unexpected-error': 'Unexpected error',
  'no-connection': 'No connection',
  'no-response-in-time': 'No response in time',
  'response-too-large': 'Response too large',
  'the-server-asks-to-wait': 'The server asks to wait',
  'not-safe-to-send': 'Not safe to send',
  'management-token-refused': 'Management token refused',
  'management-token-not-allowed': 'Management token not allowed',
  'blocked-by-a-gateway': 'Blocked by a gateway',
  'request-refused': 'Request refused',
  'not-found': 'Not found',
  'management-api-responded-with': 'Management API responded with …',
  'unreadable-response': 'Unreadable response',
  'invalid-id': 'Invalid ID',
  'all-databases': 'All databases',
  'no-expiry': 'No expiry',
  'unknown-databases': 'Unknown databases',
  'response-lost': 'Response lost',
  'no-token-created': 'No token created',
  'a-token-might-exist': 'A token might exist',
  'token-not-as-requested': 'Token not as requested',
  'token-not-accepted': 'Token not accepted',
  'token-not-probed': 'Token not probed',
  'token-not-kept': 'Token not kept',
  'tokens-found': 'Tokens found',
  'token-not-found': 'Token not found',
  'expiry-not-readable': 'Expiry not readable',
  'token-not-updated': 'Token not updated',
  'not-updated-as-requested': 'Not updated as requested',
  'token-revoked': 'Token revoked',
  'token-not-revoked': 'Token not revoked',
  'management-token-missing': 'Management token missing',
  'ledger-not-valid': 'Ledger not valid',
  'tokens-skipped': 'Tokens skipped',
  'too-many-tokens': 'Too many tokens',
  canceled: 'Canceled',
  rotation: 'Rotation',
  'several-tokens-to-choose-from': 'Several tokens to choose from',
  'two-names-for-one-series': 'Two names for one series',
  'token-cannot-be-rotated': 'Token cannot be rotated',
  'a-series-with-this-name-exists': 'A series with this name exists',
  'a-rotation-is-in-progress': 'A rotation is in progress',
  'already-rotated-in-this-run': 'Already rotated in this run',
  'too-many-pending-tokens': 'Too many pending tokens',
  'nothing-to-inherit': 'Nothing to inherit',
  'lifetime-too-short': 'Lifetime too short',
  'always-due': 'Always due',
  'new-token-cannot-be-probed': 'New token cannot be probed',
  'token-not-adopted': 'Token not adopted',
  'concurrent-rotation': 'Concurrent rotation',
  'token-not-listed': 'Token not listed',
  'not-the-newest-token': 'Not the newest token',
  'token-not-stored': 'Token not stored',
  'not-stored-everywhere': 'Not stored everywhere',
  'new-token-revoked': 'New token revoked',
  'token-not-promoted': 'Token not promoted',
  'nothing-retired': 'Nothing retired',
  'replaced-token-not-revoked': 'Replaced token not revoked',
  'clocks-differ': 'Clocks differ',
  'run-status-unknown': 'Run status unknown',
  'github-token-refused': 'GitHub token refused',
  'github-token-not-allowed': 'GitHub token not allowed',
  'refused-by-github': 'Refused by GitHub',
  'response-not-from-github': 'Response not from GitHub',
  'not-found-on-github': 'Not found on GitHub',
  'githubs-rate-limit-is-used-up': "GitHub's rate limit is used up",
  'github-responded-with': 'GitHub responded with …',
  'no-github-token': 'No GitHub token',
  'no-such-secret': 'No such secret',
  'incomplete-list': 'Incomplete list',
  'invalid-public-key': 'Invalid public key',
  'invalid-name': 'Invalid name',
  'emulator-not-started': 'Emulator not started',
  'emulator-not-responding': 'Emulator not responding',
  'tokens-still-valid': 'Tokens still valid',
} as const;

/** ErrorCode identifies the kind of an error, warning, or notice. */
export type ErrorCode = keyof typeof TITLES;

/** titleOf returns the title of an annotation. */
export function titleOf(code: ErrorCode, detail = ''): string {
  return TITLES[code].replace('…', detail);
}

/** anchorOf returns the anchor of the section in docs/troubleshooting.md, as GitHub derives it from the heading. */
export function anchorOf(code: ErrorCode): string {
  return TITLES[code]
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}
