import {
  type IssuedPhoneKeyView,
  issuedPhoneKeyView,
  type IssuePhoneKeyRequest,
  issuePhoneKeyRequest,
  type Page,
  type PageQuery,
  pageQuery,
  phoneKeyPage,
  type PhoneKeyView,
} from '@tongyun/contracts';
import type { AccessScope, DriverId } from '@tongyun/kernel';
import { NotReplayed, readInstantCursor, toPage } from '@tongyun/platform';
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
import type { PhoneKeyEntity } from '../data/phone-key.entity.js';
import { PhoneKeys } from '../phone-keys.service.js';

/** Keys for phones whose app knows no sign-in, such as Traccar's. */
@Controller('phone-keys')
export class PhoneKeysController {
  constructor(private readonly keys: PhoneKeys) {}

  @Get()
  @Needs('phone_keys.issue')
  @SerializeOptions({ schema: phoneKeyPage })
  async list(
    @Scope() scope: AccessScope,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<Page<PhoneKeyView>> {
    const rows = await this.keys.list(scope, readInstantCursor(query), query.limit + 1);
    return toPage(rows, query, keyOf, toPhoneKeyView);
  }

  @Post()
  @Needs('phone_keys.issue')
  @NotReplayed()
  @SerializeOptions({ schema: issuedPhoneKeyView })
  async issue(
    @Scope() scope: AccessScope,
    @Body({ schema: issuePhoneKeyRequest }) { driverId, deviceName }: IssuePhoneKeyRequest,
  ): Promise<IssuedPhoneKeyView> {
    const { key, phone } = await this.keys.issue(scope, driverId as DriverId, deviceName);
    return { ...toPhoneKeyView(phone), key };
  }

  @Post(':id/revocation')
  @HttpCode(204)
  @Needs('phone_keys.issue')
  async revoke(@Scope() scope: AccessScope, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.keys.revoke(scope, id);
  }
}

const keyOf = ({ issuedAt, id }: PhoneKeyEntity) => ({ key: issuedAt.toISOString(), id });

const toPhoneKeyView = (phone: PhoneKeyEntity): PhoneKeyView => ({
  id: phone.id,
  driverId: phone.driverId,
  deviceName: phone.deviceName,
  issuedAt: phone.issuedAt.toISOString(),
  revokedAt: phone.revokedAt?.toISOString() ?? null,
  refusedCount: phone.refusedCount,
  lastRefusalCode: phone.lastRefusalCode,
  lastRefusedAt: phone.lastRefusedAt?.toISOString() ?? null,
});
