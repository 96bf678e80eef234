/** mediaType is what a Content-Type says, without its parameters. */
export function mediaType(header = ''): string {
  return (header.split(';', 1)[0] ?? '').trim().toLowerCase();
}

/** accepts tells whether an Accept header leaves such a type as a choice. Without one anything goes, as HTTP has it. */
export function accepts(header: string | undefined, type: RegExp): boolean {
  return (header ?? '*/*').split(',').some((choice) => type.test(mediaType(choice)));
}
