/** Which links a browser may fetch before they are followed: speculation rules, read by those that know them. */
import { fileUrl } from '../urls.ts';

/**
 * Pages of this site end in a slash, and nothing else does: neither twins nor downloads nor the form. Only what a visitor is
 * about to follow is fetched, since a list links to hundreds.
 */
export const prefetchRules = () => ({
  prefetch: [
    {
      where: {
        and: [
          { href_matches: [fileUrl(''), fileUrl('*/')] },
          { not: { selector_matches: '[download], [rel~=nofollow]' } },
        ],
      },
      eagerness: 'conservative',
    },
  ],
});
