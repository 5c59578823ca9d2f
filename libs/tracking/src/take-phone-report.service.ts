import { createHash } from 'node:crypto';
import { AuthenticatePhoneService, type KnownPhone } from '@tongyun/accounts';
import { type PhoneReport, phoneReport, type PhoneReportAnswer } from '@tongyun/contracts';
import { type Clock, CLOCK, DomainError } from '@tongyun/kernel';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { PhoneMetrics } from './phone-metrics.js';
import { ReportPositionsService } from './report-positions.service.js';

/**
 * Takes a position from an app that knows no sign-in, such as Traccar's, which sends one at a time
 * and the same again until it is answered with a success.
 *
 * So what is refused for good is answered like what is stored, and counted; only what may succeed
 * another time is answered as unavailable.
 */
@Injectable()
export class TakePhoneReportService {
  private readonly log = new Logger(TakePhoneReportService.name);

  constructor(
    private readonly phones: AuthenticatePhoneService,
    private readonly positions: ReportPositionsService,
    private readonly metrics: PhoneMetrics,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param sent the fields of the query and the body together, as they came */
  async take(sent: unknown): Promise<PhoneReportAnswer> {
    try {
      return await this.storeOrRefuse(sent);
    } catch (error) {
      this.log.error(error);
      this.metrics.count('not_stored');
      throw new DomainError('UNAVAILABLE', 'The position is not stored; send it again');
    }
  }

  private async storeOrRefuse(sent: unknown): Promise<PhoneReportAnswer> {
    const { data: report } = phoneReport.safeParse(sent);
    if (!report) return this.refuse('INVALID_REQUEST', 'Not a position in OsmAnd’s form');
    const phone = await this.phones.authenticate(report.key);
    if (!phone) return this.refuse('PHONE_KEY_UNKNOWN', 'The key is wrong or was revoked');
    try {
      return await this.store(phone, report);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await this.phones.countRefusal(phone, error.code);
      return this.refuse(error.code, error.message);
    }
  }

  private async store(phone: KnownPhone, report: PhoneReport): Promise<PhoneReportAnswer> {
    const { crs, key: _, ...fix } = report;
    const at = report.at ?? this.clock.now();
    const id = idOf(phone, { ...report, at });
    const outcome = await this.positions.report(phone.scope, { crs, fixes: [{ ...fix, id, at }] });
    this.metrics.count(outcome.stored > 0 ? 'stored' : 'duplicate');
    return { ...outcome, refused: null };
  }

  private refuse(code: string, message: string): PhoneReportAnswer {
    this.metrics.count(code);
    return { stored: 0, duplicates: 0, refused: { code, message, details: {} } };
  }
}

/** The app gives its positions no ids: the same position of the same phone gets the same one. */
function idOf({ phoneKeyId }: KnownPhone, { at, lng, lat }: PhoneReport & { at: Date }): string {
  const name = [phoneKeyId, at.toISOString(), lng, lat].join(' ');
  const hex = createHash('sha256').update(name).digest('hex');
  // RFC 9562 version 8: made as we like, in the form of every UUID.
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`];
  return [...parts, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
