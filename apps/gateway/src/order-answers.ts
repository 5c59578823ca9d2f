import type { TerminalOrderAnswer } from '@tongyun/contracts';
import { toWgs84 } from '@tongyun/geo';
import {
  ANSWER,
  isLocated,
  isShifted,
  type LocationAnswer,
  type LocationReport,
  type ParametersAnswer,
  type TerminalAnswer,
  toHex,
} from '@tongyun/jt808';
import type { OrderDesk, OrderToTell } from './order-desk.js';
import type { PlatformVoice } from './platform-voice.js';

/** What a terminal may answer to an order with. */
export type OrderAnswer = TerminalAnswer | ParametersAnswer | LocationAnswer;

const NOTHING: TerminalOrderAnswer = { result: null, position: null, parameters: null };
/** Orders that are done only when what they ask for is there, whatever 0x0001 says before. */
const ASKS: ReadonlySet<OrderToTell['command']['kind']> = new Set([
  'ask_position',
  'ask_parameters',
]);

/** Finds the order that an answer of one connection belongs to, and notes what became of it. */
export class OrderAnswers {
  constructor(
    private readonly voice: Pick<PlatformVoice, 'toldAs' | 'forget'>,
    private readonly desk: Pick<OrderDesk, 'answered'>,
  ) {}

  /** An answer to what was never asked, or is settled long since, changes nothing. */
  async take(answer: OrderAnswer): Promise<void> {
    switch (answer.kind) {
      case 'terminal_answer': {
        const order = this.voice.toldAs(answer.answeredSequence, answer.answeredId);
        const { result } = answer;
        const isDone = result === ANSWER.success;
        if (order === null || (isDone && ASKS.has(order.command.kind))) return;
        return this.settle(order, isDone ? 'done' : 'refused', { ...NOTHING, result });
      }
      case 'parameters_answer':
        return this.settleAsked(answer, 'ask_parameters', {
          ...NOTHING,
          parameters: parametersOf(answer),
        });
      case 'location_answer':
        return this.settleAsked(answer, 'ask_position', {
          ...NOTHING,
          position: positionOf(answer.report),
        });
    }
  }

  private async settleAsked(
    { answeredSequence }: ParametersAnswer | LocationAnswer,
    kind: OrderToTell['command']['kind'],
    answer: TerminalOrderAnswer,
  ): Promise<void> {
    const order = this.voice.toldAs(answeredSequence);
    if (order?.command.kind === kind) await this.settle(order, 'done', answer);
  }

  private async settle(
    { id }: OrderToTell,
    state: 'done' | 'refused',
    answer: TerminalOrderAnswer,
  ): Promise<void> {
    await this.desk.answered(id, state, answer);
    this.voice.forget(id);
  }
}

/** By name; what has none by its id, both in hexadecimal. */
const parametersOf = ({ known, raw }: ParametersAnswer): Record<string, string | number> => ({
  ...known,
  ...Object.fromEntries(
    raw.map(({ id, value }) => [`0x${id.toString(16).padStart(4, '0')}`, toHex(value)]),
  ),
});

/** Null where the report holds no place on earth. */
function positionOf(report: LocationReport): TerminalOrderAnswer['position'] {
  const sent = { lng: report.lngE6 / 1e6, lat: report.latE6 / 1e6 };
  if (Math.abs(sent.lng) > 180 || Math.abs(sent.lat) > 90) return null;
  const { lng, lat } = toWgs84(sent, isShifted(report.statusBits) ? 'gcj02' : 'wgs84');
  return {
    lng,
    lat,
    at: report.at?.toISOString() ?? null,
    isLocated: isLocated(report.statusBits),
  };
}
