import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { sessionView } from '@tongyun/contracts';
import type { Client } from 'pg';
import { DEMO_PASSWORD } from '../../database/seeds/demo/sign-ins.js';
import type { Shift, ShiftReport } from './questions.js';

/** The process that plays the officers. */
export class Officers {
  private readonly process: ChildProcess;

  constructor() {
    const file = fileURLToPath(new URL('./roadside-officers.mjs', import.meta.url));
    this.process = fork(file, [], { serialization: 'advanced' });
  }

  async patrol(shift: Shift): Promise<ShiftReport> {
    const answer = once(this.process, 'message');
    const ended = once(this.process, 'exit').then(([code]) => {
      throw new Error(`the officers' process ended with code ${String(code)}`);
    });
    this.process.send(shift);
    const [report] = (await Promise.race([answer, ended])) as [ShiftReport];
    return report;
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null) return;
    const ended = once(this.process, 'exit');
    this.process.disconnect();
    await ended;
  }
}

/** Enters officers who sign in with the demo's password: it is hashed once, not for each. */
export async function enterOfficers(client: Client, count: number): Promise<void> {
  await client.query(
    `INSERT INTO app_user (id, username, password_hash, display_name, roles, agency, badge_no,
       created_at)
     SELECT gen_random_uuid(), 'officer-' || n, password_hash, display_name, roles, agency,
       lpad(n::text, 6, '0'), now()
     FROM app_user, generate_series(1, $1::int) n WHERE username = 'jiaojing'`,
    [count],
  );
  // 500 questions a second of some dozens are more than people ask.
  await client.query(
    `INSERT INTO policy_value (id, key, scope, version, value, effective_from, source, confidence,
       decided_by, decided_at, reason)
     SELECT gen_random_uuid(), 'roadside.questions_of_' || who || '_per_min', 'city', 1, '1000000',
       now() - interval '1 day', 'bench', 'decided', gen_random_uuid(), now(), 'bench'
     FROM unnest(ARRAY['officer', 'agency']) who`,
  );
}

/** Signs every officer in. */
export async function signInOfficers(baseUrl: string, count: number): Promise<string[]> {
  const tokens: string[] = [];
  for (let n = 1; n <= count; n += 1) {
    const response = await fetch(`${baseUrl}/api/v1/auth/sign-in`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ username: `officer-${n}`, password: DEMO_PASSWORD, keep: 'body' }),
    });
    if (!response.ok) throw new Error(`officer ${n} was refused: ${await response.text()}`);
    tokens.push(sessionView.parse(await response.json()).accessToken);
  }
  return tokens;
}
