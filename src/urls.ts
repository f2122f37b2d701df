/** The one place that makes an address. Every path ends in a slash, starts with the site's base, and is ready for `href`. */
import type { Category, Risk } from './domain.ts';

const base = (import.meta.env?.BASE_URL ?? '/').replace(/\/$/, '');

const path = (...parts: string[]) => `${[base, ...parts.map(encodeURIComponent)].join('/')}/`;

export const homeUrl = () => `${base}/`;
export const toolsUrl = () => path('tools');
export const serverUrl = (server: string) => path('tools', server);
/** The server's whole recommended policy, for the gateway. */
export const policyFileUrl = (server: string) => `${path('tools', server)}policy.yaml`;
/** The same for programs and for the basket. No tool's slug has a dot, so no tool's twin has this address. */
export const policyDataUrl = (server: string) => `${path('tools', server)}recommended.policy.json`;
/** `slug` comes from `toolSlugs`: a tool's name is not an address. */
export const toolUrl = (server: string, slug: string) => path('tools', server, slug);
/** The twin of a tool's or a server's page: `/tools/plex/search_plex.md`. */
export const twinUrl = (page: string, twin: 'md' | 'json') => `${page.replace(/\/$/, '')}.${twin}`;
export const riskUrl = (risk: Risk) => path('risk', risk);
export const categoryUrl = (category: Category) => path('categories', category);
export const facetsUrl = () => path('facets');
export const facetUrl = (facet: string) => path('facets', facet);
export const tagsUrl = () => path('tags');
/** `slug` comes from `tagsOf`: a tag is a person's text. */
export const tagUrl = (slug: string) => path('tags', slug);
/** A person's picks as one policy. */
export const policyUrl = () => path('policy');
export const searchUrl = () => path('search');
export const contradictionsUrl = () => path('contradictions');
export const findingsUrl = () => path('findings');
export const changesUrl = () => path('changes');
export const reviewUrl = () => path('review');
export const methodologyUrl = () => path('methodology');
export const guideUrl = (slug: string) => path('guides', slug);
export const guidesUrl = () => path('guides');
/** A file of the site that is not a page: `fileUrl('names.json')`. */
export const fileUrl = (file: string) => `${base}/${file}`;
/** Page `n` of a list. No id, slug, level or category starts with a tilde, so this never meets another page. */
export const listUrl = (first: string, n: number) => (n === 1 ? first : `${first}~${n}/`);
export const allToolsUrl = () => path('all-tools');
export const contactUrl = () => path('contact');
/** Where the contact form is sent. Not a page. */
export const contactActionUrl = () => `${base}/api/contact`;
/** The path that a site at this address lives below: `/`, or `/catalog/`. */
export const basePath = (site: string) => new URL(site).pathname.replace(/\/?$/, '/');
