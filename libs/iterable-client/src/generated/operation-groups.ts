// Generated from contract/iterable-api.json by tools/generate.ts: change those, not this.

import type { CampaignsOperations } from './campaigns.js';
import type { CatalogsOperations } from './catalogs.js';
import type { ChannelsOperations } from './channels.js';
import type { CommerceOperations } from './commerce.js';
import type { EmailOperations } from './email.js';
import type { EmbeddedMessagingOperations } from './embedded-messaging.js';
import type { EventsOperations } from './events.js';
import type { ExperimentsOperations } from './experiments.js';
import type { ExportOperations } from './export.js';
import type { InAppOperations } from './in-app.js';
import type { InAppWebOperations } from './in-app-web.js';
import type { ListsOperations } from './lists.js';
import type { MessageTypesOperations } from './message-types.js';
import type { MetadataOperations } from './metadata.js';
import type { PushOperations } from './push.js';
import type { SmsOperations } from './sms.js';
import type { SnippetsOperations } from './snippets.js';
import type { SubscriptionsOperations } from './subscriptions.js';
import type { TemplatesOperations } from './templates.js';
import type { UsersOperations } from './users.js';
import type { VerifyOperations } from './verify.js';
import type { WebPushOperations } from './web-push.js';
import type { WebhooksOperations } from './webhooks.js';
import type { WhatsAppOperations } from './whats-app.js';
import type { WorkflowsOperations } from './workflows.js';
import type { GroupName } from './group-table.js';

/** All operations, grouped as Iterable groups them. A group is made when it is first used. */
export abstract class OperationGroups {
  readonly #group: (name: GroupName) => unknown;

  protected constructor(group: (name: GroupName) => unknown) {
    this.#group = group;
  }

  /** Campaigns: read, create, send, stop. */
  get campaigns(): CampaignsOperations {
    return this.#group('campaigns') as CampaignsOperations;
  }

  /** Catalogs and their items. */
  get catalogs(): CatalogsOperations {
    return this.#group('catalogs') as CatalogsOperations;
  }

  /** Message channels. */
  get channels(): ChannelsOperations {
    return this.#group('channels') as ChannelsOperations;
  }

  /** Purchases and carts. */
  get commerce(): CommerceOperations {
    return this.#group('commerce') as CommerceOperations;
  }

  /** E-mail to one user. */
  get email(): EmailOperations {
    return this.#group('email') as EmailOperations;
  }

  /** Embedded messages for one user. */
  get embeddedMessaging(): EmbeddedMessagingOperations {
    return this.#group('embeddedMessaging') as EmbeddedMessagingOperations;
  }

  /** Events. */
  get events(): EventsOperations {
    return this.#group('events') as EventsOperations;
  }

  /** Experiments. */
  get experiments(): ExperimentsOperations {
    return this.#group('experiments') as ExperimentsOperations;
  }

  /** Exports of data. */
  get export(): ExportOperations {
    return this.#group('export') as ExportOperations;
  }

  /** In-app messages for one user. */
  get inApp(): InAppOperations {
    return this.#group('inApp') as InAppOperations;
  }

  /** In-app messages for one user of a website. */
  get inAppWeb(): InAppWebOperations {
    return this.#group('inAppWeb') as InAppWebOperations;
  }

  /** Lists and who is on them. */
  get lists(): ListsOperations {
    return this.#group('lists') as ListsOperations;
  }

  /** Message types. */
  get messageTypes(): MessageTypesOperations {
    return this.#group('messageTypes') as MessageTypesOperations;
  }

  /** Metadata tables. */
  get metadata(): MetadataOperations {
    return this.#group('metadata') as MetadataOperations;
  }

  /** Push notifications to one user. */
  get push(): PushOperations {
    return this.#group('push') as PushOperations;
  }

  /** SMS to one user. */
  get sms(): SmsOperations {
    return this.#group('sms') as SmsOperations;
  }

  /** Snippets of templates. */
  get snippets(): SnippetsOperations {
    return this.#group('snippets') as SnippetsOperations;
  }

  /** Subscriptions of users. */
  get subscriptions(): SubscriptionsOperations {
    return this.#group('subscriptions') as SubscriptionsOperations;
  }

  /** Templates. */
  get templates(): TemplatesOperations {
    return this.#group('templates') as TemplatesOperations;
  }

  /** Users. */
  get users(): UsersOperations {
    return this.#group('users') as UsersOperations;
  }

  /** Checks of phone numbers. */
  get verify(): VerifyOperations {
    return this.#group('verify') as VerifyOperations;
  }

  /** Webhooks. */
  get webhooks(): WebhooksOperations {
    return this.#group('webhooks') as WebhooksOperations;
  }

  /** Web push notifications to one user. */
  get webPush(): WebPushOperations {
    return this.#group('webPush') as WebPushOperations;
  }

  /** WhatsApp messages to one user. */
  get whatsApp(): WhatsAppOperations {
    return this.#group('whatsApp') as WhatsAppOperations;
  }

  /** Journeys, which the API also calls workflows. */
  get workflows(): WorkflowsOperations {
    return this.#group('workflows') as WorkflowsOperations;
  }
}
