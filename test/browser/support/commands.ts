import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, isListening } from './command.js';
import { freePorts, type Ports } from './product-process.js';

/** The commands that one spec runs, with ports and a folder of their own. */
export class Commands {
  private readonly started: Command[] = [];

  private constructor(
    readonly folder: string,
    readonly ports: Ports,
  ) {}

  static async prepare(): Promise<Commands> {
    return new Commands(mkdtempSync(join(tmpdir(), 'tongyun-commands-')), await freePorts());
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${this.ports.port}`;
  }

  /** @param data name of the data folder within the spec's own */
  run(script: string, data: string, settings: Readonly<Record<string, string>> = {}): Command {
    const command = new Command(script, {
      PORT: String(this.ports.port),
      JT808_PORT: String(this.ports.jt808Port),
      DATA_DIR: join(this.folder, data),
      ...settings,
    });
    this.started.push(command);
    return command;
  }

  isAnyPortOpen = async (): Promise<boolean> =>
    (await isListening(this.ports.port)) || (await isListening(this.ports.jt808Port));

  /** Ends what a failed test left running. */
  end(): void {
    for (const command of this.started.splice(0)) command.end();
  }

  forget(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
