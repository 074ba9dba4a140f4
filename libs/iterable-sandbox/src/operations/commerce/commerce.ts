import { randomUUID } from 'node:crypto';
import { envelope, success } from '../../http/reply.js';
import type { JsonObject } from '../../json.js';
import { omit } from '../../omit.js';
import { isEventId } from '../../state/identity.js';
import type { Handler } from '../handler.js';
import type { UserUpdate } from '../users-update.js';
import { changeUser } from '../users/change-user.js';

/** Body of `commerce/updateCart`. */
export interface UpdateCart {
  readonly user: UserUpdate;
  readonly items: readonly JsonObject[];
}

/** Body of `commerce/trackPurchase`. */
export interface TrackPurchase extends UpdateCart {
  readonly total: number;
  readonly id?: string | null;
  readonly createdAt?: number | null;
  readonly dataFields?: JsonObject | null;
  readonly campaignId?: number | null;
  readonly templateId?: number | null;
}

/** `POST /api/commerce/updateCart`: the items are the cart from now on. */
export const commerceUpdateCart: Handler<UpdateCart> = (call) =>
  changeUser(call, call.body.user, (user) => {
    user.dataFields = { ...user.dataFields, shoppingCartItems: call.body.items };
  });

/** `POST /api/commerce/trackPurchase`: empties the cart. A purchase that comes again is updated. */
export const commerceTrackPurchase: Handler<TrackPurchase> = (call) => {
  const { body, project, at } = call;
  const { user: who, items, total, dataFields, campaignId, templateId } = body;
  const id = body.id ?? randomUUID();
  if (!isEventId(id)) return envelope(400, 'BadParams', 'A purchase id is like an event id');
  return changeUser(call, who, (user) => {
    user.dataFields = omit(user.dataFields, 'shoppingCartItems');
    const purchase = {
      dataType: 'purchase',
      user,
      at: body.createdAt == null ? at : body.createdAt * 1000,
      fields: {
        id,
        total,
        shoppingCartItems: items,
        ...(campaignId != null && { campaignId }),
        ...(templateId != null && { templateId }),
        ...dataFields,
      },
    };
    const { activity } = project;
    const known = activity.findIndex(
      ({ dataType, fields }) => dataType === 'purchase' && fields['id'] === id,
    );
    if (known < 0) activity.push(purchase);
    else activity[known] = purchase;
    return success('', { id });
  });
};
