import { type LiveMessage, sessionView, unpackPositions } from '@tongyun/contracts';
import { connectLive, type LiveSocket } from '../../test/support/live-client.js';
import { preciseNowMs } from './orders.js';

const PROVINCE = { west: 118, south: 29, east: 122, north: 32 };

/** When a vehicle was seen to be where it was at an instant. */
export interface Sighting {
  readonly fixAtMs: number;
  readonly seenMs: number;
}

/** An administrator's map of everything. */
export class PositionScreen {
  /** By vehicle number, in the order seen. */
  readonly sightings = new Map<number, Sighting[]>();

  private constructor(
    private readonly socket: LiveSocket,
    private readonly numbers: ReadonlyMap<string, number>,
  ) {
    socket.on('live.changed', (message) => this.note(message));
  }

  static async open(
    baseUrl: string,
    username: string,
    password: string,
    numbers: ReadonlyMap<string, number>,
  ): Promise<PositionScreen> {
    const response = await fetch(`${baseUrl}/api/v1/auth/sign-in`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ username, password, keep: 'body' }),
    });
    const { accessToken } = sessionView.parse(await response.json());
    const socket = await connectLive(baseUrl, 'admin', accessToken);
    if ('code' in socket) throw new Error(`refused: ${socket.code}`);
    const screen = new PositionScreen(socket, numbers);
    const answer = await socket.emitWithAck('watch', { topics: ['vehicle'], viewport: PROVINCE });
    if (!answer.ok) throw new Error(`refused: ${answer.refusal.code}`);
    return screen;
  }

  /** Whether every one of the vehicles was seen at this instant or later. */
  hasSeenAll(vehicles: number, fixAtMs: number): boolean {
    if (this.sightings.size < vehicles) return false;
    return [...this.sightings.values()].every((seen) => seen.at(-1)!.fixAtMs >= fixAtMs);
  }

  close(): void {
    this.socket.close();
  }

  private note({ positions }: LiveMessage): void {
    if (positions === null) return;
    const seenMs = preciseNowMs();
    for (const { vehicleId, fixAt } of unpackPositions(toArrayBuffer(positions))) {
      const vehicle = this.numbers.get(vehicleId);
      if (vehicle === undefined) continue;
      const seen = this.sightings.get(vehicle) ?? [];
      seen.push({ fixAtMs: fixAt.getTime(), seenMs });
      this.sightings.set(vehicle, seen);
    }
  }
}

/** In Node the client hands binary over as a Buffer. */
const toArrayBuffer = (binary: ArrayBuffer | Uint8Array): ArrayBuffer =>
  binary instanceof ArrayBuffer ? binary : Uint8Array.from(binary).buffer;
