/** Shorter texts are in any log by chance. Masks for them would hide the log and protect nothing. */
const MIN_FORM_LENGTH = 4;

/**
 * `base64` and `openssl base64` break lines after 76 and 64 characters, so a line can begin at any group of four. Masks hide
 * whole blocks, so at the beginning and at the end of a line, fewer than 16 characters can remain visible.
 */
const BLOCK_LENGTH = 16;

/**
 * maskingForms lists the texts to mask for a secret, each once: its lines, because programs print line by line, their URL-encoded
 * forms, and their base64 forms. GitHub's runner masks base64 only in the standard alphabet and without line breaks. Texts
 * shorter than 4 characters are not listed, so a secret that short has no forms.
 */
export function maskingForms(secret: string): string[] {
  const lines = secret
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter(isMaskable);
  const forms = lines.flatMap((line) => [line, ...urlEncodedForms(line), ...base64Forms(line)]);
  return [...new Set(forms)].filter(isMaskable);
}

function isMaskable(form: string): boolean {
  return form.length >= MIN_FORM_LENGTH;
}

/** Encoders keep different characters: Python's `quote` keeps `/`, and others keep `=`. Hex digits can have either case. */
function urlEncodedForms(secret: string): string[] {
  const component = encodeURIComponent(secret.toWellFormed());
  const unreservedOnly = component.replaceAll(/[!'()*]/g, percentEncoded);
  const query = component.replaceAll(/[!'()~]/g, percentEncoded).replaceAll('%20', '+');
  return [component, unreservedOnly, query]
    .flatMap((form) => [form, form.replaceAll('%2F', '/')])
    .flatMap((form) => [form, form.replaceAll('%3D', '=')])
    .flatMap((form) => [form, form.replaceAll(/%[\dA-F]{2}/g, (code) => code.toLowerCase())]);
}

function percentEncoded(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** In both alphabets, as one piece and in blocks. */
function base64Forms(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8');
  return [0, 1, 2]
    .flatMap((alignment) => {
      const { core, firstGroup } = base64Core(bytes, alignment);
      return [core, ...endsOf(core), ...blocksOf(core.slice(firstGroup))];
    })
    .flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]);
}

/**
 * base64Core encodes bytes after `alignment` unknown bytes, and keeps only the characters that depend on these bytes alone, so no
 * padding. `firstGroup` is the index of the first complete group of four.
 */
function base64Core(
  bytes: Buffer,
  alignment: number,
): { readonly core: string; readonly firstGroup: number } {
  const encoded = Buffer.concat([Buffer.alloc(alignment), bytes]).toString('base64');
  const start = Math.ceil((alignment * 8) / 6);
  const end = Math.floor(((alignment + bytes.length) * 8) / 6);
  return { core: encoded.slice(start, end), firstGroup: (4 - start) % 4 };
}

/** The first and last characters rarely fill a block, but a line can contain only them. */
function endsOf(core: string): string[] {
  return core.length < BLOCK_LENGTH ? [] : [core.slice(0, BLOCK_LENGTH), core.slice(-BLOCK_LENGTH)];
}

/**
 * Blocks do not overlap. With overlapping blocks, the runner would need four times as many masks to hide one more block per line
 * break.
 */
function blocksOf(groups: string): string[] {
  const count = Math.floor(groups.length / BLOCK_LENGTH);
  return Array.from({ length: count }, (_, block) =>
    groups.slice(block * BLOCK_LENGTH, (block + 1) * BLOCK_LENGTH),
  );
}
