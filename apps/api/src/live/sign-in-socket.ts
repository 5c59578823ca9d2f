import type { AuthenticateService } from '@tongyun/accounts';
import type { Refusal } from '@tongyun/contracts';
import { toRefusal } from '@tongyun/platform';
import type { Socket } from 'socket.io';

/** What socket.io hands to the client's `connect_error`, as `error.data`. */
class HandshakeRefused extends Error {
  constructor(readonly data: Refusal) {
    super(data.message);
  }
}

/** Lets nobody connect without the access token of a sign-in, given as `auth: { token }`. */
export const signInSocket =
  (authenticate: AuthenticateService) =>
  async (socket: Socket, next: (refused?: Error) => void): Promise<void> => {
    const token: unknown = socket.handshake.auth['token'];
    try {
      socket.data.scope = await authenticate.authenticate(typeof token === 'string' ? token : '');
    } catch (error) {
      next(new HandshakeRefused(toRefusal(error)));
      return;
    }
    next();
  };
