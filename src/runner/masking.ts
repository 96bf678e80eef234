/** Shorter texts occur in any log by chance: to mask them would hide the log and protect nothing. */
const MIN_FORM_LENGTH = 4;

/**
 * `base64` and `openssl base64` break lines after 76 and 64 characters, so a line can begin at any group of four.
 * A line is hidden in whole blocks: of what begins or ends a line, fewer than 16 characters are left to be seen.
 */
const BLOCK_LENGTH = 16;

/**
 * maskingForms lists the texts that hide a secret in a log, each once: its lines (a program prints line by line), their
 * URL-encoded forms, and their base64. GitHub's runner masks base64 only of a secret that stands alone and is not
 * wrapped, in the standard alphabet. Nothing shorter than 4 characters is listed, so a secret that short has no forms.
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

/** Encoders differ in what they keep: Python's `quote` keeps `/`, others keep `=`. Hex digits are of either case. */
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
      return [core, ...blocksOf(core.slice(firstGroup))];
    })
    .flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]);
}

/**
 * base64Core encodes bytes behind `alignment` unknown ones, and keeps only the characters that these bytes alone
 * decide: no padding, nothing shared with a neighbor. `firstGroup` is where the first whole group of four begins.
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

/**
 * Blocks follow one another without overlap: four times as many would cost the runner four times as much, to hide one
 * more block for each line break.
 */
function blocksOf(groups: string): string[] {
  const count = Math.floor(groups.length / BLOCK_LENGTH);
  return Array.from({ length: count }, (_, block) =>
    groups.slice(block * BLOCK_LENGTH, (block + 1) * BLOCK_LENGTH),
  );
}
