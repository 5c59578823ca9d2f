import {
  AuthenticateService,
  EndedSignIns,
  mayDo,
  Needs,
  Scope,
  type SignedInScope,
} from '@tongyun/accounts';
import { pushedAlertForReader, PageReceipts } from '@tongyun/alerts';
import {
  type Acknowledgement,
  LIVE_NAMESPACES,
  type LiveCommands,
  type LiveEvents,
  type LiveMessage,
  type LiveTopics,
  type WatchCommand,
  watchCommand,
} from '@tongyun/contracts';
import { EnterpriseQueries } from '@tongyun/fleet';
import { type AccessScope, type Clock, CLOCK, DomainError } from '@tongyun/kernel';
import { LiveHub, RefusalFilter } from '@tongyun/platform';
import { Inject, UseFilters } from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  type OnGatewayConnection,
  type OnGatewayDisconnect,
  type OnGatewayInit,
  SubscribeMessage,
  WebSocketGateway,
} from '@nestjs/websockets';
import type { Namespace, Socket } from 'socket.io';
import { signInSocket } from './sign-in-socket.js';
import { TOPIC_PERMISSIONS, VIEWPORT_PERMISSION } from './topic-permissions.js';

interface SocketState {
  scope: SignedInScope;
  stopWatching?: () => void;
  stopWaiting?: () => void;
  sessionTimer?: NodeJS.Timeout;
  /** Messages since the last one that he said he heard. */
  unheard?: number;
}
type LiveSocket = Socket<LiveCommands, LiveEvents, object, SocketState>;

/** Who was asked so often whether he heard and never said so is not asked again. */
const MOST_UNHEARD = 20;

const NAMESPACE = new RegExp(`^/(${LIVE_NAMESPACES.join('|')})$`);

/** The live side of the API: who is signed in watches topics and a piece of the map. */
@UseFilters(RefusalFilter)
@WebSocketGateway({ namespace: NAMESPACE })
export class LiveGateway implements OnGatewayInit, OnGatewayConnection, OnGatewayDisconnect {
  constructor(
    private readonly authenticate: AuthenticateService,
    private readonly ended: EndedSignIns,
    private readonly enterprises: EnterpriseQueries,
    private readonly hub: LiveHub,
    private readonly receipts: PageReceipts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  afterInit(namespace: Namespace): void {
    namespace.use(signInSocket(this.authenticate));
  }

  handleConnection(socket: LiveSocket): void {
    const { sessionEndsAt, userId } = socket.data.scope;
    const end = () => {
      socket.emit('session.ended');
      socket.disconnect(true);
    };
    const leftMs = sessionEndsAt.getTime() - this.clock.now().getTime();
    socket.data.sessionTimer = setTimeout(end, leftMs);
    socket.data.stopWaiting = this.ended.whenEnded(userId, end);
  }

  handleDisconnect(socket: LiveSocket): void {
    clearTimeout(socket.data.sessionTimer);
    socket.data.stopWaiting?.();
    socket.data.stopWatching?.();
  }

  /** Replaces what this socket watched before. */
  @SubscribeMessage('watch')
  @Needs('live.watch')
  async watch(
    @ConnectedSocket() socket: LiveSocket,
    @Scope() scope: SignedInScope,
    @MessageBody({ schema: watchCommand }) command: WatchCommand,
  ): Promise<Acknowledgement<{ since: string }>> {
    assertMayWatch(scope, command);
    const seen = await this.narrowToDistrict(scope);
    socket.data.stopWatching?.();
    if (!socket.connected) return this.acknowledge();
    socket.data.stopWatching = this.hub.subscribe({
      scope: seen,
      topics: new Set(command.topics),
      viewport: command.viewport,
      send: (message) => this.send(socket, message),
    });
    return this.acknowledge();
  }

  private send(socket: LiveSocket, sent: LiveMessage): void {
    if (!socket.connected) return;
    const { scope } = socket.data;
    const message = messageForReader(scope, sent);
    this.receipts.sentToDriver(alertsOf(message, 'driver_alert'));
    const alerts = alertsOf(message, 'alert');
    this.receipts.atDesk(scope, alerts, 'sent');
    const { unheard = 0 } = socket.data;
    if (alerts.length === 0 || unheard >= MOST_UNHEARD) {
      socket.emit('live.changed', message);
      return;
    }
    socket.data.unheard = unheard + 1;
    socket.emit('live.changed', message, () => {
      socket.data.unheard = 0;
      this.receipts.atDesk(scope, alerts, 'delivered');
    });
  }

  /** The hub knows whose a change is by its enterprise alone, not by the district. */
  private async narrowToDistrict(scope: AccessScope): Promise<AccessScope> {
    if (scope.district === null) return scope;
    return { ...scope, enterpriseIds: await this.enterprises.idsSeenBy(scope) };
  }

  private acknowledge(): Acknowledgement<{ since: string }> {
    return { ok: true, since: this.clock.now().toISOString() };
  }
}

const alertsOf = <Topic extends 'alert' | 'driver_alert'>(
  { changes }: LiveMessage,
  topic: Topic,
): LiveTopics[Topic][] =>
  changes.filter((change) => change.topic === topic).map(({ view }) => view as LiveTopics[Topic]);

/** The hub sends one view to all; each reads of an alert what the endpoint would show him. */
const messageForReader = (scope: AccessScope, message: LiveMessage): LiveMessage => ({
  ...message,
  changes: message.changes.map((change) =>
    change.topic === 'alert'
      ? { ...change, view: pushedAlertForReader(scope, change.view) }
      : change,
  ),
});

function assertMayWatch({ roles }: SignedInScope, { topics, viewport }: WatchCommand): void {
  const forbidden = topics.filter(
    (topic) => !TOPIC_PERMISSIONS[topic].some((permission) => mayDo(roles, permission)),
  );
  if (forbidden.length > 0) {
    throw new DomainError('FORBIDDEN', 'Your roles do not allow these topics', {
      topics: forbidden,
    });
  }
  if (viewport && !mayDo(roles, VIEWPORT_PERMISSION)) {
    throw new DomainError('FORBIDDEN', 'Your roles do not allow the live map', {
      permission: VIEWPORT_PERMISSION,
    });
  }
}
