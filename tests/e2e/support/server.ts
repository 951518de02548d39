import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** One simulated message as `/api/dev/messages` shows it. */
export interface Message {
  at: string;
  channel: string;
  to: string;
  subject: string;
  body: string;
}

/** Six digits by themselves; those in the middle of a dossier's code are none. */
const SIX = /(?<![\d.-])\d{6}(?![\d-])/;

/** A number is known by its last nine digits, however it is written; an address of electronic mail by itself. */
const reaches = (message: Message, to: string) => (to.includes('@') ? message.to === to : message.to.endsWith(to.slice(-9)));

/** A real server with its own database, demo data, demo clock and simulated messages. */
export class Server {
  /** The newest code given out to a test, by the number it went to. */
  private readonly codes = new Map<string, string>();

  private constructor(
    readonly baseURL: string,
    private child: ChildProcess,
    private readonly dir: string,
    private readonly lines: string[],
    private readonly begin: () => ChildProcess,
  ) {}

  /** `settings` is a configuration file's text: a test that needs other limits, or a day of its own, gives it. */
  static async start(settings = ''): Promise<Server> {
    const root = resolve(import.meta.dirname, '../../..');
    const bin = process.env.EID_SERVER_BIN ?? join(root, 'target/debug/eid-server');
    const dist = process.env.EID_DIST ?? join(root, 'dist');
    const dir = mkdtempSync(join(tmpdir(), 'eid-e2e-'));
    const port = await freePort();
    const args = ['serve', '--demo', '--listen', `127.0.0.1:${port}`, '--dist', dist];
    args.push('--database', `sqlite:${join(dir, 'eid.db')}`);
    if (settings) {
      const file = join(dir, 'eid.toml');
      writeFileSync(file, settings);
      args.push('--config', file);
    }
    const lines: string[] = [];
    const keep = (chunk: Buffer) => lines.push(chunk.toString());
    const begin = () => {
      const child = spawn(bin, args, { stdio: ['ignore', 'pipe', 'pipe'] });
      child.stdout.on('data', keep);
      child.stderr.on('data', keep);
      return child;
    };
    const server = new Server(`http://127.0.0.1:${port}`, begin(), dir, lines, begin);
    await server.ready();
    return server;
  }

  /** Everything the server has written to its logs. */
  get log(): string {
    return this.lines.join('');
  }

  /** Waits for the newest message to a number that was not read before, and gives its text. */
  async message(to: string, holding: RegExp = /./, timeout = 15_000): Promise<string> {
    const end = Date.now() + timeout;
    while (Date.now() < end) {
      const found = (await this.messages()).find((m) => reaches(m, to) && holding.test(m.body));
      if (found) return found.body;
      await pause(150);
    }
    throw new Error(`no message that holds ${holding} arrived`);
  }

  /** The six digits of the newest code sent to a number; waits for one that was not given out before. */
  async code(to: string, timeout = 15_000): Promise<string> {
    const end = Date.now() + timeout;
    const known = this.codes.get(to);
    // A code that was asked for just now may still be on its way behind an earlier one: the newest must stay the newest.
    for (let newest = '', seen = ' '; Date.now() < end; await pause(200)) {
      seen = newest;
      const found = (await this.messages()).find((m) => reaches(m, to) && SIX.test(m.body));
      newest = found ? `${found.at} ${found.body}` : '';
      if (found && newest === seen && newest !== known) {
        this.codes.set(to, newest);
        return SIX.exec(found.body)![0];
      }
    }
    throw new Error(known ? 'no other code arrived' : 'no code arrived');
  }

  async messages(): Promise<Message[]> {
    const answer = await fetch(`${this.baseURL}/api/dev/messages`);
    return ((await answer.json()) as { messages: Message[] }).messages;
  }

  /** Moves the product's clock forward. */
  async advance(seconds: number): Promise<void> {
    const answer = await fetch(`${this.baseURL}/api/dev/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({ seconds }),
    });
    if (!answer.ok) throw new Error(`clock: ${answer.status}`);
  }

  /** Ends it; its data stays. */
  async halt(): Promise<void> {
    if (this.child.exitCode === null) {
      const gone = new Promise((done) => this.child.once('exit', done));
      this.child.kill('SIGTERM');
      await Promise.race([gone, pause(5_000).then(() => this.child.kill('SIGKILL'))]);
    }
  }

  /** Starts it once more after [halt], at the same address with the same data. */
  async again(): Promise<void> {
    this.child = this.begin();
    await this.ready();
  }

  async stop(): Promise<void> {
    await this.halt();
    rmSync(this.dir, { recursive: true, force: true });
  }

  private async ready(): Promise<void> {
    for (let i = 0; i < 300; i++) {
      if (this.child.exitCode !== null) break;
      const up = await fetch(`${this.baseURL}/api/health`).then((r) => r.ok, () => false);
      if (up) return;
      await pause(100);
    }
    throw new Error(`the server did not start:\n${this.log}`);
  }
}

export const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => done(port));
    });
  });
}
