import { bodyExcerpt } from './body-excerpt.js';

const HTML = /^\s*(?:<!doctype html|<html|<head|<body)/i;
const TITLE = /<title[^>]*>([^<]{1,200})/i;

/** Whether a text is a page for people, such as a sign-in page of a proxy. */
export const isHtml = (text: string): boolean => HTML.test(text);

/** What a body is that should have been JSON, in a few words. */
export function describeText(text: string): string {
  if (text.trim() === '') return 'an empty body';
  if (isHtml(text)) {
    const title = bodyExcerpt(TITLE.exec(text)?.[1] ?? '', 100);
    return title === undefined ? 'an HTML page' : `an HTML page ("${title}")`;
  }
  return /^\s*[{[]/.test(text) ? 'JSON that is cut short or broken' : 'text that is not JSON';
}
