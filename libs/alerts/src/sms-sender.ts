import type { AlertDeliveryId } from '@tongyun/kernel';
import { Injectable, Logger } from '@nestjs/common';

export interface SmsMessage {
  /** Ours, and the same when it is sent again: for the company's receipt, and for it to know a repeat. */
  readonly id: AlertDeliveryId;
  readonly phone: string;
  readonly text: string;
}

/** `sent`: the company took it; `delivered`: it is on the phone, which is mostly said later, by a receipt. */
export type SmsAnswer =
  | { readonly state: 'sent' | 'delivered' }
  /** Not worth another try. */
  | { readonly state: 'refused'; readonly why: string };

/** A company that sends short messages. Throwing means: again later. */
export interface SmsSender {
  send(message: SmsMessage): Promise<SmsAnswer>;
}
/** What a company's adapter calls when it hears, at any time, that a message is on the phone. */
export interface SmsReceipts {
  delivered(messageId: AlertDeliveryId): Promise<void>;
}
export const SMS_RECEIPTS = Symbol('SmsReceipts');
export const SMS_SENDER = Symbol('SmsSender');

/** Where no company is set: writes that there was something to send, and says that it was not. */
@Injectable()
export class LoggingSmsSender implements SmsSender {
  private readonly log = new Logger(LoggingSmsSender.name);

  send({ phone, text }: SmsMessage): Promise<SmsAnswer> {
    this.log.log({ message: 'no SMS company is set', to: mask(phone), text });
    return Promise.resolve({ state: 'refused', why: 'NO_SMS_COMPANY' });
  }
}

const mask = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;
