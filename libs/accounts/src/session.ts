import type { UserEntity } from './data/user.entity.js';

/** A sign-in as it is handed out: tokens in clear, only now. */
export interface Session {
  readonly user: UserEntity;
  readonly accessToken: string;
  readonly accessExpiresAt: Date;
  readonly refreshToken: string;
  readonly refreshExpiresAt: Date;
}
