import type { AccessScope, UserId } from '@tongyun/kernel';

/** The scope of a request or socket, with what its access token says of the session. */
export interface SignedInScope extends AccessScope {
  readonly userId: UserId;
  readonly sessionEndsAt: Date;
  readonly mustChangePassword: boolean;
}
