/** "Start of text" and "end of text": control characters, which no text keeps on its way into the log. */
const START = '\u0002';
const END = '\u0003';
const MARKED = /\u0002([^\u0003]*)\u0003/g;
const MARKS = /[\u0002\u0003]/g;

/**
 * markServerText marks a text of a server inside a message of ours. Which credentials are known is decided only when a
 * message is printed, so the place that prints it checks every marked text, and no place that builds a message has to.
 */
export function markServerText(text: string): string {
  return text === '' ? '' : `${START}${text.replaceAll(MARKS, '')}${END}`;
}

/** replaceServerTexts replaces each marked text in a message, marks included. */
export function replaceServerTexts(message: string, replace: (serverText: string) => string): string {
  return message.replaceAll(MARKED, (_, serverText: string) => replace(serverText));
}
