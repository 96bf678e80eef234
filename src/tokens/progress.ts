/** Progress is what an operation tells while it is at work. */
export type Progress =
  /** The list of tokens is too large for an output, so it is only in the file. */
  { readonly kind: 'listing-only-in-file' };
