const BYTES = 8;

/** randomNonce returns 16 random hex digits, which are unique but not secret. Loads node:crypto only if a nonce is needed. */
export function randomNonce(): string {
  return process.getBuiltinModule('node:crypto').randomBytes(BYTES).toString('hex');
}
