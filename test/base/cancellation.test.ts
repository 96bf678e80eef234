import { EventEmitter } from 'node:events';
import { describe, expect, test } from 'vitest';
import { aborted, cancellationOf, unlessCanceled } from '../../src/base/concurrency.ts';

const NEVER = new Promise<never>(() => {});

describe('a canceled job', () => {
  test.each(['SIGINT', 'SIGTERM'])('aborts the signal on %s, which does not end the process', (signal) => {
    const process = new EventEmitter();
    const canceled = cancellationOf(process as NodeJS.Process);
    expect(canceled.aborted).toBe(false);
    expect(process.emit(signal)).toBe(true);
    expect(canceled.aborted).toBe(true);
    // The runner sends the second signal if the process does not end in time after the first one.
    expect(process.emit(signal)).toBe(true);
  });

  test('does not wait if it was canceled before', async () => {
    await aborted(AbortSignal.abort());
  });

  test('ends a wait with a failure', async () => {
    const controller = new AbortController();
    const waiting = unlessCanceled(NEVER, controller.signal);
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ title: 'Canceled', message: 'The job was canceled.' });
  });
});

describe('a job that is not canceled', () => {
  test('gets the result of the work', async () => {
    expect(await unlessCanceled(Promise.resolve(7), new AbortController().signal)).toBe(7);
  });

  test('waits for the result of the work', async () => {
    const later = new Promise((resolve) => setImmediate(() => resolve(7)));
    expect(await unlessCanceled(later, new AbortController().signal)).toBe(7);
  });

  test('gets the failure of the work', async () => {
    const failing = Promise.reject(new Error('it broke'));
    await expect(unlessCanceled(failing, new AbortController().signal)).rejects.toThrow('it broke');
  });
});
