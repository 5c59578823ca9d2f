import { AccountsModule } from '@tongyun/accounts';
import { Module } from '@nestjs/common';
import { LiveGateway } from './live.gateway.js';

@Module({ imports: [AccountsModule], providers: [LiveGateway] })
export class LiveModule {}
