import {
  type CreateUserRequest,
  createUserRequest,
  type Page,
  type PageQuery,
  pageQuery,
  type SetUserStateRequest,
  setUserStateRequest,
  userPage,
  type UserView,
  userView,
} from '@tongyun/contracts';
import type { AccessScope, EnterpriseId, UserId } from '@tongyun/kernel';
import { readCursor, toPage } from '@tongyun/platform';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  SerializeOptions,
} from '@nestjs/common';
import { Needs } from '../access/needs.decorator.js';
import { Scope } from '../access/scope.decorator.js';
import { CreateUserService } from '../create-user.service.js';
import { SetUserStateService } from '../set-user-state.service.js';
import { UserQueries } from '../user-queries.service.js';
import { UserViews } from './user-views.js';

@Controller('users')
@Needs('users.manage')
export class UsersController {
  constructor(
    private readonly users: UserQueries,
    private readonly createUser: CreateUserService,
    private readonly setUserState: SetUserStateService,
    private readonly views: UserViews,
  ) {}

  @Get()
  @SerializeOptions({ schema: userPage })
  async list(
    @Scope() scope: AccessScope,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<Page<UserView>> {
    const rows = await this.users.list(scope, readCursor(query), query.limit + 1);
    const page = toPage(
      rows,
      query,
      ({ username, id }) => ({ key: username ?? '', id }),
      (user) => this.views.userOf(user),
    );
    return { ...page, items: await Promise.all(page.items) };
  }

  @Post()
  @SerializeOptions({ schema: userView })
  async create(
    @Scope() scope: AccessScope,
    @Body({ schema: createUserRequest }) body: CreateUserRequest,
  ): Promise<UserView> {
    const enterpriseId = body.enterpriseId as EnterpriseId | null;
    // Whoever enters somebody knows the password that he begins with.
    const entered = { ...body, enterpriseId, mustChangePassword: true };
    const user = await this.createUser.create(scope, entered);
    return this.views.userOf(user);
  }

  /** Shutting somebody out ends his sign-ins at once. */
  @Post(':id/state')
  @HttpCode(200)
  @SerializeOptions({ schema: userView })
  async setState(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: setUserStateRequest }) state: SetUserStateRequest,
  ): Promise<UserView> {
    return this.views.userOf(await this.setUserState.set(scope, id as UserId, state));
  }
}
