/** Shorter pieces turn up in ordinary text by chance: to mask them would hide the log and protect nothing. */
const SHORTEST_FORM = 8;

/**
 * maskingForms lists the forms in which a secret commonly turns up in a log: itself, URL-encoded, and the part of its
 * base64 that does not depend on what stands before and after it, at each of the three alignments, in both alphabets.
 * GitHub's runner masks base64 of the secret alone; it misses a secret inside a longer text at two of the three
 * alignments, and base64url altogether.
 */
export function maskingForms(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const cores = [0, 1, 2].map((alignment) => base64Core(bytes, alignment));
  const derived = [encodeURIComponent(secret.toWellFormed()), ...cores, ...cores.map(urlSafe)];
  return [...new Set([secret, ...derived.filter((form) => form.length >= SHORTEST_FORM)])];
}

/** base64Core encodes bytes behind so many unknown ones and keeps only the characters that these bytes alone decide. */
function base64Core(bytes: Buffer, alignment: number): string {
  const encoded = Buffer.concat([Buffer.alloc(alignment), bytes]).toString('base64');
  const firstOwn = Math.ceil((alignment * 8) / 6);
  const lastOwn = Math.floor(((alignment + bytes.length) * 8) / 6);
  return encoded.slice(firstOwn, lastOwn);
}

function urlSafe(base64: string): string {
  return base64.replaceAll('+', '-').replaceAll('/', '_');
}
