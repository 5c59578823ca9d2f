import { randomInt } from 'node:crypto';
import type {
  CreateOrderRequest,
  CreateSiteRequest,
  DailyHours,
  DriverView,
  MultiPolygonShape,
  OrderDetailView,
  PlantLicenceState,
  PlantView,
  RegistrationView,
  SiteView,
  VehicleView,
  ZoneView,
} from '@tongyun/contracts';
import { addMinutes, type EnterpriseId, type PlantId, type SiteId } from '@tongyun/kernel';
import { aMixer } from './a-mixer.js';
import { sent } from './api-client.js';
import { REGISTRATION_ALONE } from './ask-for-registration-alone.js';
import { anOrder, aSite, eastOfPlant } from './concrete-works.js';
import { decidePolicies } from './decide-policies.js';
import type { Side, TestServer } from './test-server.js';

const MIN_PER_DAY = 1_440;

/** An enterprise at work, everything entered over HTTP by those whose task it is. */
export class EnteredWorks {
  private constructor(
    private readonly server: TestServer,
    readonly side: Side,
    readonly plantId: PlantId,
  ) {}

  /** Enters a plant that may supply within `radiusM`, since a week ago. */
  static async enter(
    server: TestServer,
    { side = 'own', radiusM = 20_000 }: { side?: Side; radiusM?: number } = {},
  ): Promise<EnteredWorks> {
    const administration = server.as('concrete_admin');
    const { id } = await sent<PlantView>(
      administration.post('plants', {
        enterpriseId: server.enterprises[side].id,
        name: `Plant ${side}`,
        position: eastOfPlant(0),
        licenceNo: 'HZ-0815',
      }),
    );
    await sent(
      administration.post(`plants/${id}/ranges`, {
        radiusM,
        effectiveFrom: daysAgo(7),
        reason: 'licence',
      }),
    );
    return new EnteredWorks(server, side, id as PlantId);
  }

  /** What the administration decides of the licence of its plant. */
  async decideLicence(licenceState: PlantLicenceState): Promise<void> {
    await sent(
      this.server.as('concrete_admin').post(`plants/${this.plantId}/licence-decisions`, {
        licenceState,
        licenceNo: 'HZ-0815',
        isBranch: false,
        reason: 'inspected',
      }),
    );
  }

  get enterpriseId(): EnterpriseId {
    return this.server.enterprises[this.side].id;
  }

  get dispatcher() {
    return this.server.as('dispatcher', this.side);
  }

  /** A mixer that nobody has submitted for registration. */
  addMixer(): Promise<VehicleView> {
    const mixer = aMixer({ ownerEnterpriseId: this.enterpriseId });
    return sent(this.dispatcher.post('vehicles', mixer));
  }

  /** A mixer of a haulage firm, which is no enterprise here, that the enterprise uses in this time. */
  async addHauledMixer(validFrom: Date, validTo: Date | null = null): Promise<VehicleView> {
    const administration = this.server.as('concrete_admin');
    const mixer = aMixer({ ownerName: '恒达运输' });
    const vehicle = await sent<VehicleView>(administration.post('vehicles', mixer));
    const { enterpriseId } = this;
    const use = { enterpriseId, kind: 'hired', validFrom, validTo };
    await sent(administration.post(`vehicles/${vehicle.id}/use-agreements`, use));
    return vehicle;
  }

  /** A mixer that went from the enterprise by the district to the city. */
  async addRegisteredMixer(): Promise<VehicleView> {
    return this.register(await this.addMixer());
  }

  async register(vehicle: VehicleView): Promise<VehicleView> {
    const path = `registrations/${vehicle.id}`;
    const look = { 'if-match': '*' };
    const manager = this.server.as('enterprise_manager', this.side);
    await sent(manager.post(`${path}/submission`, { reason: 'papers enclosed' }, look));
    const steps = [
      { by: this.server.as('district_bureau'), state: 'district_reviewed' },
      { by: this.server.as('concrete_admin'), state: 'registered' },
    ];
    for (const { by, state } of steps) {
      const decision = { state, reason: 'papers in order' };
      await sent<RegistrationView>(by.post(`${path}/decisions`, decision, look));
    }
    return vehicle;
  }

  /**
   * A pass of the police, for all hours where none are given, valid from yesterday for a month; the
   * city asks for registration alone.
   */
  async issuePass(vehicle: VehicleView, zone: ZoneView, hours: DailyHours[] = []) {
    await decidePolicies(this.server, REGISTRATION_ALONE);
    const request = {
      vehicleId: vehicle.id,
      zoneIds: [zone.zoneId],
      hours,
      validFrom: daysAgo(1),
      validTo: daysAgo(-30),
      reason: 'application approved',
    };
    return sent<{ id: string }>(this.server.as('police').post('passes', request));
  }

  /** A driver who has passed both trainings, unless told otherwise. */
  async addDriver(trainings: readonly string[] = ['skill', 'safety']): Promise<DriverView> {
    const driver = await sent<DriverView>(
      this.dispatcher.post('drivers', {
        enterpriseId: this.enterpriseId,
        name: '张师傅',
        phone: `1${randomInt(1_000_000_000, 9_999_999_999)}`,
      }),
    );
    for (const kind of trainings) {
      await sent(
        this.server.as('concrete_admin').post('trainings', {
          driverId: driver.id,
          kind,
          score: 90,
          hasPassed: true,
          passedOn: daysAgo(30).toISOString().slice(0, 10),
          expiresOn: daysAgo(-300).toISOString().slice(0, 10),
        }),
      );
    }
    return driver;
  }

  addSite(change: Partial<CreateSiteRequest> = {}): Promise<SiteView> {
    return sent(this.dispatcher.post('sites', aSite(this, change)));
  }

  /** What a dispatcher states who orders one load to be there in an hour. */
  anOrder(site: SiteView, change: Partial<CreateOrderRequest> = {}): CreateOrderRequest {
    return anOrder(this, site.id as SiteId, addMinutes(new Date(), 60), change);
  }

  order(site: SiteView, change: Partial<CreateOrderRequest> = {}): Promise<OrderDetailView> {
    return sent(this.dispatcher.post('orders', this.anOrder(site, change)));
  }
}

const daysAgo = (days: number): Date => addMinutes(new Date(), -days * MIN_PER_DAY);

/** A built-up zone, 4 km wide and high, drawn around a place so many km east of the plant. */
export function drawZone(server: TestServer, eastKm: number): Promise<ZoneView> {
  const { lng: west } = eastOfPlant(eastKm - 2);
  const { lng: east, lat } = eastOfPlant(eastKm + 2);
  const [south, north] = [lat - 0.018, lat + 0.018];
  const ring: [number, number][] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const area: MultiPolygonShape = { type: 'MultiPolygon', coordinates: [[ring]] };
  return sent(
    server.as('concrete_admin').post('zones', {
      kind: 'built_up',
      name: 'Built-up area',
      crs: 'wgs84',
      area,
      binds: ['mixer'],
      effectiveFrom: daysAgo(7),
      reason: 'city plan',
    }),
  );
}
