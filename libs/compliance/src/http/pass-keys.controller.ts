import { Needs, Public, Scope } from '@tongyun/accounts';
import {
  type ChangePassKeyRequest,
  changePassKeyRequest,
  passKeyList,
  type PassKeySet,
  passKeySet,
  type PassKeyView,
  passKeyView,
} from '@tongyun/contracts';
import type { AccessScope } from '@tongyun/kernel';
import { Body, Controller, Get, HttpCode, Param, Post, SerializeOptions } from '@nestjs/common';
import { PassKeys } from '../pass-keys.service.js';
import { toPassKeyView } from './pass-code.view.js';

@Controller('pass-keys')
export class PassKeysController {
  constructor(private readonly keys: PassKeys) {}

  /** Public keys as a JWKS: whoever has them can tell a genuine code without asking anybody. */
  @Get('public')
  @Public()
  @SerializeOptions({ schema: passKeySet })
  publicSet(): Promise<PassKeySet> {
    return this.keys.publicSet();
  }

  @Get()
  @Needs('pass_keys.change')
  @SerializeOptions({ schema: passKeyList })
  async list(@Scope() scope: AccessScope): Promise<{ items: PassKeyView[] }> {
    return { items: (await this.keys.list(scope)).map(toPassKeyView) };
  }

  @Post()
  @Needs('pass_keys.change')
  @SerializeOptions({ schema: passKeyView })
  async rotate(
    @Scope() scope: AccessScope,
    @Body({ schema: changePassKeyRequest }) { reason }: ChangePassKeyRequest,
  ): Promise<PassKeyView> {
    return toPassKeyView(await this.keys.rotate(scope, reason));
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @Needs('pass_keys.change')
  @SerializeOptions({ schema: passKeyView })
  async withdraw(
    @Scope() scope: AccessScope,
    @Param('id') id: string,
    @Body({ schema: changePassKeyRequest }) { reason }: ChangePassKeyRequest,
  ): Promise<PassKeyView> {
    return toPassKeyView(await this.keys.withdraw(scope, id, reason));
  }
}
