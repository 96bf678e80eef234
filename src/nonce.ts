const BYTES = 8;

/** randomNonce is 16 random hex digits: unique, but no secret. What makes them is loaded only where one is needed. */
export function randomNonce(): string {
  return process.getBuiltinModule('node:crypto').randomBytes(BYTES).toString('hex');
}
