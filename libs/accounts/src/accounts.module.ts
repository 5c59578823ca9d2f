import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuthenticateService } from './authenticate.service.js';
import * as entities from './data/index.js';
import { SigningKeys } from './signing-keys.js';

@Module({
  imports: [TypeOrmModule.forFeature(Object.values(entities))],
  providers: [AuthenticateService, SigningKeys],
  exports: [AuthenticateService],
})
export class AccountsModule {}
