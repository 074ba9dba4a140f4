import type { Notice } from '@org/sync';

/** A notice in words of this program; all but one speak of fields, counts and runs alone. */
export function hideNotice(notice: Notice): Notice {
  if (notice.code !== 'FIELD_TYPES') return notice;
  const message =
    "The types of Iterable's fields could not be read, so values were not compared with them.";
  return { ...notice, message };
}
