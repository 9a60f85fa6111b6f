import type { Clock } from '@satu-pintu/domain-kit';
import type { TextMessageConfig } from '../config.js';
import { textMessageFolder } from './text-message-folder.js';
import type { TextMessageGateway } from './text-message-gateway.js';
import { textMessageWebhook } from './text-message-webhook.js';

/** The one that the house was told to use. */
export function connectTextMessageGateway(config: TextMessageConfig, clock: Clock): TextMessageGateway {
  return 'url' in config ? textMessageWebhook(config, clock) : textMessageFolder(config.folder);
}
