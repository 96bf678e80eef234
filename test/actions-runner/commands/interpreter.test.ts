import { describe, expect, test } from 'vitest';
import { StepEffects } from '../effects.ts';
import { StepLog } from '../log.ts';
import { SecretMasker } from '../masks/secret-masker.ts';
import { CommandInterpreter } from './interpreter.ts';

function receive(lines: readonly string[], debug = false) {
  const masker = new SecretMasker();
  const log = new StepLog(masker, debug, () => {});
  const effects = new StepEffects();
  const interpreter = new CommandInterpreter(log, masker, effects, debug);
  for (const line of lines) interpreter.receive(line);
  return { lines: log.lines, annotations: log.annotations, obeyed: interpreter.obeyed, effects };
}

test('text that is not a command is logged unchanged', () => {
  expect(receive(['a :: b', '::nonsense::c']).lines).toEqual(['a :: b', '::nonsense::c']);
});

describe('masks', () => {
  test('hide text that is printed after them', () => {
    expect(receive(['hunter22', '::add-mask::hunter22', 'it is hunter22']).lines).toEqual([
      'hunter22',
      'it is ***',
    ]);
  });

  test('are never printed themselves', () => {
    expect(receive(['::echo::on', '::add-mask::hunter22']).lines.join()).not.toContain('hunter22');
  });

  test('of empty texts cause a warning', () => {
    expect(receive(['::add-mask::  ']).annotations).toMatchObject([{ level: 'warning' }]);
  });
});

describe('annotations', () => {
  test('have a level, a title, and a message', () => {
    expect(receive(['::notice title=Done::All is well']).annotations).toEqual([
      { level: 'notice', title: 'Done', message: 'All is well' },
    ]);
  });

  test('are logged with their message', () => {
    expect(receive(['::error title=Oh::It broke']).lines).toEqual(['##[error]It broke']);
  });

  test('are masked, except for their titles', () => {
    const { annotations } = receive(['::add-mask::hunter22', '::error title=hunter22::hunter22']);
    expect(annotations).toEqual([{ level: 'error', title: 'hunter22', message: '***' }]);
  });

  test('are limited to ten per level', () => {
    const errors = Array.from({ length: 12 }, (_, n) => `::error::${n}`);
    const { annotations, lines } = receive([...errors, '::warning::w']);
    expect(annotations.map(({ level }) => level)).toEqual([...Array(10).fill('error'), 'warning']);
    expect(lines).toHaveLength(13);
  });
});

describe('stopped commands', () => {
  test('are printed until the token resumes commands', () => {
    const { obeyed } = receive(['::stop-commands::t0ken', '::error::a', '::t0ken::', '::warning::b']);
    expect(obeyed.map(({ name }) => name)).toEqual(['stop-commands', 'warning']);
  });

  test('are not resumed by the name of another command', () => {
    const { annotations } = receive([
      '::stop-commands::t0ken',
      '::stop-commands::other',
      '::other::',
      '::error::a',
    ]);
    expect(annotations).toEqual([]);
  });

  test('need a token that is not a command', () => {
    const { effects, annotations } = receive(['::stop-commands::error', '::warning::b']);
    expect(effects.failed).toBe(true);
    expect(annotations.at(-1)).toMatchObject({ message: 'b' });
  });

  test('hide a long token', () => {
    expect(receive(['::stop-commands::long-token']).lines).toEqual(['::stop-commands::***']);
  });
});

describe('deprecated commands', () => {
  test('set-output works with a warning', () => {
    const { effects, annotations } = receive(['::set-output name=id::42']);
    expect(effects.outputs.get('id')).toBe('42');
    expect(annotations).toMatchObject([{ level: 'warning', message: expect.stringContaining('deprecated') }]);
  });

  test('save-state works with a warning', () => {
    const { effects, annotations } = receive(['::save-state name=id::42']);
    expect(effects.state.get('id')).toBe('42');
    expect(annotations).toMatchObject([{ level: 'warning' }]);
  });

  test('set-output without a name fails the step', () => {
    expect(receive(['::set-output::42']).effects.failed).toBe(true);
  });

  test.each(['::set-env name=A::b', '::add-path::/tmp'])('%s fails the step', (line) => {
    const { effects, annotations } = receive([line]);
    expect(effects).toMatchObject({ failed: true, env: new Map() });
    expect(annotations[0]?.message).toBe(`Unable to process command '${line}' successfully.`);
  });
});

describe('debugging', () => {
  test('is silent by default', () => {
    expect(receive(['::debug::x']).lines).toEqual([]);
  });

  test('shows debug messages line by line', () => {
    expect(receive(['::debug::x%0Ay'], true).lines).toEqual(['##[debug]x', '##[debug]y']);
  });

  test('echoes commands', () => {
    expect(receive(['::endgroup::'], true).lines).toEqual(['::endgroup::', '##[endgroup]']);
  });
});

test('echo accepts only on and off', () => {
  expect(receive(['::echo::maybe']).effects.failed).toBe(true);
});
