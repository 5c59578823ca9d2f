import { SYSTEM_SCOPE } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import { CreateUserService } from './create-user.service.js';
import { UserRepository } from './data/user.repository.js';
import { newOneTimePassword } from './secrets.js';

export type FirstAdministrator =
  | { readonly state: 'exists' }
  /** `oneTimePassword` is null when the caller chose the password himself. */
  | { readonly state: 'made'; readonly username: string; readonly oneTimePassword: string | null };

@Injectable()
export class MakeFirstAdministratorService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserRepository,
    private readonly createUser: CreateUserService,
  ) {}

  /** Makes a system administrator, unless there is one. */
  async make(username: string, password: string | undefined): Promise<FirstAdministrator> {
    if (await this.users.isAnyOfRole(this.unitOfWork.reads, 'system_admin')) {
      return { state: 'exists' };
    }
    const oneTimePassword = password === undefined ? newOneTimePassword() : null;
    await this.createUser.create(SYSTEM_SCOPE, {
      username,
      password: password ?? oneTimePassword!,
      displayName: username,
      roles: ['system_admin'],
      mustChangePassword: oneTimePassword !== null,
    });
    return { state: 'made', username, oneTimePassword };
  }
}
