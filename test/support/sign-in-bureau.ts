import type { SessionView } from '@tongyun/contracts';
import { ApiClient, sent } from './api-client.js';
import type { TestServer } from './test-server.js';

const FIRST = 'correct horse battery';
const OWN = 'a password of his own';

/** Somebody of a district's bureau who was entered, and has changed the password that he was given. */
export async function signInBureau(server: TestServer, district: string): Promise<ApiClient> {
  const username = `bureau.${district.toLowerCase()}`;
  const user = { username, password: FIRST, displayName: 'Bureau', district };
  await sent(server.as('system_admin').post('users', { ...user, roles: ['district_bureau'] }));
  const signIn = { username, password: FIRST, keep: 'body' };
  const first = await sent<SessionView>(server.stranger.post('auth/sign-in', signIn));
  const change = { current: FIRST, next: OWN };
  const own = new ApiClient(server.url, first.accessToken).post('auth/password', change);
  return new ApiClient(server.url, (await sent<SessionView>(own)).accessToken);
}
