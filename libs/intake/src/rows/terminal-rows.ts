import { enterTerminalRequest } from '@tongyun/contracts';
import { EnterTerminalService } from '@tongyun/fleet';
import type { AccessScope } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RowValues } from '../rules/columns/column.js';
import { NamedThings } from './named-things.js';
import { fit, type RowEntry } from './row-entry.js';

@Injectable()
export class TerminalRows implements RowEntry {
  readonly kind = 'terminals';
  readonly permission = 'terminals.bind';

  constructor(
    private readonly enterTerminal: EnterTerminalService,
    private readonly named: NamedThings,
  ) {}

  async enter(tx: EntityManager, scope: AccessScope, values: RowValues): Promise<void> {
    const { id: vehicleId } = await this.named.vehicle(tx, scope, values);
    const request = fit(enterTerminalRequest, { phone: values['phone'], vehicleId });
    await this.enterTerminal.enter(scope, request, tx);
  }
}
