/** mediaType returns the value of a Content-Type header without parameters. */
export function mediaType(header = ''): string {
  return (header.split(';', 1)[0] ?? '').trim().toLowerCase();
}

/** accepts tells whether an Accept header allows a type. Without the header, every type is allowed, as in HTTP. */
export function accepts(header: string | undefined, type: RegExp): boolean {
  return (header ?? '*/*').split(',').some((choice) => type.test(mediaType(choice)));
}
