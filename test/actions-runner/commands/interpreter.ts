import type { StepEffects } from '../effects.ts';
import type { StepLog } from '../log.ts';
import type { SecretMasker } from '../masks/secret-masker.ts';
import { type Command, knownCommands, parseCommand } from './parse-command.ts';

type Handler = (command: Command, line: string) => void;

/**
 * Runs the workflow commands in the output of a step, and logs everything else (actions/runner,
 * src/Runner.Worker/ActionCommandManager.cs, with its messages).
 *
 * Problem matchers are accepted but not applied, because no step here prints compiler output.
 */
export class CommandInterpreter {
  readonly obeyed: Command[] = [];
  readonly masks: string[] = [];
  readonly #log: StepLog;
  readonly #masker: SecretMasker;
  readonly #effects: StepEffects;
  readonly #handlers: ReadonlyMap<string, Handler>;
  /** With step debugging, the runner echoes commands from the start. */
  #echo: boolean;
  #stopToken: string | undefined;

  constructor(log: StepLog, masker: SecretMasker, effects: StepEffects, debug: boolean) {
    this.#log = log;
    this.#masker = masker;
    this.#effects = effects;
    this.#echo = debug;
    this.#handlers = new Map<string, Handler>([
      ['add-mask', (command) => this.#addMask(command.message)],
      ['add-matcher', () => {}],
      ['add-path', (command) => disabled(command)],
      ['debug', (command) => log.debug(command.message)],
      ['echo', (command) => this.#setEcho(command.message)],
      ['endgroup', () => log.write('##[endgroup]')],
      ['error', (command) => log.annotate('error', command.message, command.properties['title'])],
      ['group', (command) => log.write(`##[group]${command.message}`)],
      ['notice', (command) => log.annotate('notice', command.message, command.properties['title'])],
      ['remove-matcher', () => {}],
      ['save-state', (command) => this.#saveState(command)],
      ['set-env', (command) => disabled(command)],
      ['set-output', (command) => this.#setOutput(command)],
      ['stop-commands', (command, line) => this.#stop(command.message, line)],
      ['warning', (command) => log.annotate('warning', command.message, command.properties['title'])],
    ]);
  }

  /** Processes one line of stdout or stderr. The runner reads both in the same way. */
  receive(line: string): void {
    if (this.#stopToken !== undefined) {
      if (parseCommand(line, new Set([...knownCommands, this.#stopToken]))?.name === this.#stopToken) {
        this.#stopToken = undefined;
      }
      this.#log.write(line);
      return;
    }
    const command = parseCommand(line);
    if (command === undefined) this.#log.write(line);
    else this.#obey(command, line);
  }

  #obey(command: Command, line: string): void {
    this.obeyed.push(command);
    const quiet = quietCommands.has(command.name);
    if (this.#echo && !quiet) this.#log.write(line);
    try {
      this.#handlers.get(command.name)?.(command, line);
    } catch (error) {
      this.#log.annotate('error', `Unable to process command '${quiet ? command.name : line}' successfully.`);
      this.#log.annotate('error', (error as Error).message);
      this.#effects.failed = true;
    }
  }

  #addMask(secret: string): void {
    if (secret.trim() === '') {
      this.#log.annotate('warning', "Can't add secret mask for empty string in ##[add-mask] command.");
      return;
    }
    if (this.#echo) this.#log.write('::add-mask::***');
    this.#masker.add(secret);
    this.masks.push(secret);
  }

  #setEcho(value: string): void {
    const setting = value.trim().toLowerCase();
    if (setting !== 'on' && setting !== 'off') {
      throw new Error(
        `Invalid echo command value. Possible values can be: 'on', 'off'. Current value is: '${value}'.`,
      );
    }
    this.#echo = setting === 'on';
  }

  #setOutput(command: Command): void {
    const name = this.#deprecatedName(command);
    this.#effects.outputs.set(name, command.message);
    this.#log.debug(`${name}='${command.message}'`);
  }

  #saveState(command: Command): void {
    const name = this.#deprecatedName(command);
    this.#effects.state.set(name, command.message);
    this.#log.debug(`Save intra-action state ${name} = ${command.message}`);
  }

  #deprecatedName(command: Command): string {
    this.#log.annotate(
      'warning',
      `The \`${command.name}\` command is deprecated and will be disabled soon. ` +
        'Please upgrade to using Environment Files. For more information see: ' +
        'https://github.blog/changelog/2022-10-11-github-actions-deprecating-save-state-and-set-output-commands/',
    );
    const name = command.properties['name'];
    if (name === undefined)
      throw new Error(`Required field 'name' is missing in ##[${command.name}] command.`);
    return name;
  }

  #stop(token: string, line: string): void {
    const lowerCase = token.toLowerCase();
    if (token === '' || lowerCase === 'pause-logging' || knownCommands.has(lowerCase)) {
      throw new Error(
        "You cannot use a endToken that is an empty string, the string 'pause-logging', or another workflow command.",
      );
    }
    if (token.length > 6) this.#masker.add(token);
    this.#log.write(line);
    this.#stopToken = lowerCase;
  }
}

/** These commands are never echoed: they have their own form in the log, or must not appear in it. */
const quietCommands = new Set(['add-mask', 'debug', 'error', 'notice', 'stop-commands', 'warning']);

function disabled(command: Command): never {
  throw new Error(
    `The \`${command.name}\` command is disabled. Please upgrade to using Environment Files or opt into unsecure ` +
      'command execution by setting the `ACTIONS_ALLOW_UNSECURE_COMMANDS` environment variable to `true`. ' +
      'For more information see: https://github.blog/changelog/2020-10-01-github-actions-deprecating-set-env-and-add-path-commands/',
  );
}
