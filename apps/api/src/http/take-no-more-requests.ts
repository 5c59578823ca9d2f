import type { Server } from 'node:http';
import { RequestsInHand } from '@tongyun/platform';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';

/** A request that takes longer is broken off. */
const PATIENCE_MS = 5_000;

/** Lets nobody in when the process is to end, and answers what was asked while there is a database. */
@Injectable()
export class TakeNoMoreRequests implements BeforeApplicationShutdown {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly inHand: RequestsInHand,
  ) {}

  async beforeApplicationShutdown(): Promise<void> {
    const server: Server = this.host.httpAdapter.getHttpServer();
    server.close();
    server.closeIdleConnections();
    await this.inHand.settle(PATIENCE_MS);
  }
}
