import { Help, type HelpConfiguration } from 'commander';

/** Below it, descriptions beside their terms would be a few words wide. */
const LEAST_WIDTH = 30;
/** Spaces before a description that stands below its term. */
const INDENT = 6;

/** Help whose descriptions stand below their terms where beside them there is no room. */
export const narrowHelp: HelpConfiguration = {
  minWidthToWrap: LEAST_WIDTH,
  formatItem: (term, termWidth, description, helper) => {
    const width = helper.helpWidth ?? 80;
    const beside = width - termWidth - 4;
    if (description === '' || beside >= LEAST_WIDTH) {
      return Help.prototype.formatItem.call(helper, term, termWidth, description, helper);
    }
    const below = helper.boxWrap(description, width - INDENT);
    return `  ${term}\n${below.replaceAll(/^/gm, ' '.repeat(INDENT))}`;
  },
};
