import type { Wgs84 } from '@tongyun/geo';
import type { z } from 'zod';
import {
  editionAnswer,
  errorAnswer,
  routeAnswer,
  tableAnswer,
  timedWayAnswer,
  wayAnswer,
} from './osrm-answers.js';
import { placeKey } from './place-key.js';
import { OsrmFailure } from './osrm-failure.js';
import type { OsrmSettings } from './routing-settings.js';
import type { Way } from './travel-times.js';

/** A drive on empty roads, as a car would. */
export interface Drive {
  readonly distanceM: number;
  readonly durationSec: number;
}

const pathOf = (places: readonly Wgs84[]): string => places.map(placeKey).join(';');

/** The indexes of `count` places in a row, as OSRM lists them: `2;3;4`. */
const indexesOf = (count: number, first: number): string =>
  Array.from({ length: count }, (_, index) => first + index).join(';');

/** Asks an OSRM server (HTTP API v5, profile `driving`). Throws OsrmFailure and nothing else. */
export class OsrmClient {
  /** The edition of the road data that answered last; empty where the server names none. */
  edition = '';

  /** @param url where the server answers, such as `http://localhost:5000` */
  constructor(
    private readonly url: string,
    private readonly settings: OsrmSettings,
  ) {}

  /** The fastest drive between two places. */
  async route(from: Wgs84, to: Wgs84): Promise<Drive> {
    const { routes } = await this.askRoute(from, to, 'overview=false', routeAnswer);
    const { distance, duration } = routes[0]!;
    return { distanceM: distance, durationSec: duration };
  }

  /** The way of the fastest drive, as finely as a map of the whole of it would draw it. */
  async way(from: Wgs84, to: Wgs84): Promise<Way> {
    const shape = 'overview=simplified&geometries=geojson';
    const { routes } = await this.askRoute(from, to, shape, wayAnswer);
    return routes[0]!.geometry.coordinates;
  }

  /** The way of the fastest drive with every bend, and the seconds from each of its places to the next. */
  async timedWay(from: Wgs84, to: Wgs84): Promise<{ path: Way; sec: readonly number[] }> {
    const shape = 'overview=full&geometries=geojson&annotations=duration';
    const { routes } = await this.askRoute(from, to, shape, timedWayAnswer);
    const { geometry, legs } = routes[0]!;
    const path = geometry.coordinates;
    const sec = legs.flatMap(({ annotation }) => annotation.duration);
    if (sec.length !== path.length - 1) {
      throw new OsrmFailure('unavailable', 'OSRM gave a way and times that do not fit');
    }
    return { path, sec };
  }

  private async askRoute<Answer extends { readonly waypoints: readonly { distance: number }[] }>(
    from: Wgs84,
    to: Wgs84,
    shape: string,
    schema: z.ZodType<Answer>,
  ): Promise<Answer> {
    const { maxSnapM } = this.settings;
    const answer = await this.ask(
      `route/v1/driving/${pathOf([from, to])}?${shape}&radiuses=${maxSnapM};${maxSnapM}`,
      schema,
    );
    if (answer.waypoints.some(({ distance }) => distance > maxSnapM)) {
      throw new OsrmFailure('off_the_map', 'A place lies far from every road of the map');
    }
    return answer;
  }

  /**
   * The drives from each place to each other one; null where no road leads or a place is off the
   * map. Radiuses are not sent: one bad place would have OSRM refuse the whole table.
   */
  async table(froms: readonly Wgs84[], tos: readonly Wgs84[]): Promise<(Drive | null)[][]> {
    const answer = await this.ask(
      `table/v1/driving/${pathOf([...froms, ...tos])}?annotations=duration,distance` +
        `&sources=${indexesOf(froms.length, 0)}&destinations=${indexesOf(tos.length, froms.length)}`,
      tableAnswer,
    );
    const isOnMap = (place: { distance: number } | undefined): boolean =>
      place !== undefined && place.distance <= this.settings.maxSnapM;
    return froms.map((_, row) =>
      tos.map((__, column) => {
        const distanceM = answer.distances[row]?.[column] ?? null;
        const durationSec = answer.durations[row]?.[column] ?? null;
        if (distanceM === null || durationSec === null) return null;
        if (!isOnMap(answer.sources[row]) || !isOnMap(answer.destinations[column])) return null;
        return { distanceM, durationSec };
      }),
    );
  }

  private async ask<Schema extends z.ZodType>(
    path: string,
    schema: Schema,
  ): Promise<z.infer<Schema>> {
    const { status, body } = await this.fetchJson(path);
    if (status !== 200) {
      const { code, message } = errorAnswer.safeParse(body).data ?? { code: '', message: '' };
      if (code === 'NoSegment') throw new OsrmFailure('off_the_map', message);
      throw new OsrmFailure(
        status >= 400 && status < 500 ? 'refused' : 'unavailable',
        `OSRM answered ${status} ${code} ${message}`.trimEnd(),
      );
    }
    const answer = schema.safeParse(body);
    if (!answer.success) throw new OsrmFailure('unavailable', 'OSRM gave an unknown answer');
    this.edition = editionAnswer.safeParse(body).data?.data_version ?? '';
    return answer.data;
  }

  private async fetchJson(path: string): Promise<{ status: number; body: unknown }> {
    try {
      const response = await fetch(`${this.url.replace(/\/+$/, '')}/${path}`, {
        signal: AbortSignal.timeout(this.settings.timeoutMs),
      });
      return { status: response.status, body: await response.json() };
    } catch (fault) {
      throw new OsrmFailure('unavailable', `OSRM gave no answer: ${String(fault)}`);
    }
  }
}
