import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { distanceM, wgs84, type Wgs84 } from '@tongyun/geo';

/** Metres a second on empty roads: nine kilometres take ten minutes. */
const SPEED_MPS = 15;

/** An OSRM server in whose city every road is straight; it tells what it was asked. */
export class RoadServer {
  /** Paths of the requests, in order. */
  readonly asked: string[] = [];

  private constructor(private readonly server: Server) {}

  static async start(): Promise<RoadServer> {
    const server = createServer((request, response) => {
      road.asked.push(request.url!);
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answerTo(request.url!)));
    });
    const road = new RoadServer(server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return road;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }
}

function answerTo(path: string): object {
  const [, what, , , places] = new URL(path, 'http://road').pathname.split('/');
  const at = places!.split(';').map((place) => {
    const [lng, lat] = place.split(',').map(Number);
    return wgs84(lng!, lat!);
  });
  return what === 'table' ? tableOf(at, path) : routeOf(at as [Wgs84, Wgs84]);
}

const onRoad = { distance: 0 };

function routeOf([from, to]: [Wgs84, Wgs84]): object {
  const distance = distanceM(from, to);
  const duration = distance / SPEED_MPS;
  const coordinates = [from, to].map(({ lng, lat }) => [lng, lat]);
  const legs = [{ annotation: { duration: [duration] } }];
  const routes = [{ distance, duration, geometry: { coordinates }, legs }];
  return { code: 'Ok', routes, waypoints: [onRoad, onRoad] };
}

function tableOf(places: readonly Wgs84[], path: string): object {
  const query = new URL(path, 'http://road').searchParams;
  const some = (name: string): Wgs84[] =>
    query
      .get(name)!
      .split(';')
      .map((index) => places[Number(index)]!);
  const [froms, tos] = [some('sources'), some('destinations')];
  const distances = froms.map((from) => tos.map((to) => distanceM(from, to)));
  return {
    code: 'Ok',
    distances,
    durations: distances.map((row) => row.map((metres) => metres / SPEED_MPS)),
    sources: froms.map(() => onRoad),
    destinations: tos.map(() => onRoad),
  };
}
