/** A text message with its number. */
export interface AddressedText {
  /** By which the gateway knows a message that comes twice. */
  readonly id: string;
  /** E.164. */
  readonly to: string;
  readonly text: string;
}

/** Where text messages are handed in. */
export interface TextMessageGateway {
  send(message: AddressedText): Promise<void>;
}
