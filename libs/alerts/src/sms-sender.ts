import { Injectable, Logger } from '@nestjs/common';

export interface SmsMessage {
  readonly phone: string;
  readonly text: string;
}

export type SmsAnswer =
  | { readonly state: 'sent' | 'delivered' }
  /** Not worth another try. */
  | { readonly state: 'refused'; readonly why: string };

/** A company that sends short messages. Throwing means: again later. */
export interface SmsSender {
  send(message: SmsMessage): Promise<SmsAnswer>;
}
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
