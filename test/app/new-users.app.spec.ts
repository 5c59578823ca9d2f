import type { SessionView } from '@tongyun/contracts';
import { ApiClient, sent } from '../support/api-client.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const [FIRST, OWN] = ['given to him at noon', 'thought of by himself'];

describe('a user whom somebody entered', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server?.close());

  it('may do nothing but change the password that he was given, until he has', async () => {
    const user = { username: 'new.auditor', password: FIRST, displayName: 'New' };
    await sent(server.as('system_admin').post('users', { ...user, roles: ['auditor'] }));
    const signIn = { username: user.username, password: FIRST, keep: 'body' };
    const { accessToken } = await sent<SessionView>(server.stranger.post('auth/sign-in', signIn));
    const first = new ApiClient(server.url, accessToken);

    expect(await first.get('enterprises')).toMatchObject({
      status: 403,
      body: { code: 'PASSWORD_CHANGE_REQUIRED' },
    });
    const changed = await sent<SessionView>(
      first.post('auth/password', { current: FIRST, next: OWN }),
    );
    const own = new ApiClient(server.url, changed.accessToken);
    expect(await own.get('enterprises')).toMatchObject({ status: 200 });
  });
});
