/** The contact page, and what a tool's page gives to its own short form. */
import type { Catalog, CatalogTool } from '../catalog.ts';
import type { Values } from '../contact/message.ts';
import type { Site } from '../domain.ts';
import { contactUrl } from '../urls.ts';
import { type Head, head } from './head.ts';
import { categoryName, riskName } from './verdict.ts';

export type ContactBox = {
  /** Whether there is something that takes a message. */
  form: boolean;
  /** Where one can write to instead. */
  address: string | undefined;
  /** What the form knows before anybody writes. */
  values: Values;
};

export function contactBox({ contactForm, contact }: Site, tool: CatalogTool): ContactBox {
  const category = categoryName(tool);
  const label = tool.label.unclear ? category : `${category}, ${riskName(tool).toLowerCase()} risk`;
  const values = { tool: `${tool.server}/${tool.slug}`, label, definition: tool.digest };
  return { form: contactForm, address: contact, values };
}

export function contactPage({ site }: Catalog): { head: Head; box: ContactBox } {
  const crumb = { name: 'Contact', href: contactUrl() };
  return {
    head: head(site, [crumb], 'Have a question or want to learn more? Send us a message.'),
    box: { form: site.contactForm, address: site.contact, values: {} },
  };
}

export function contactSentPage({ site }: Catalog): Head {
  const crumbs = [
    { name: 'Contact', href: contactUrl() },
    { name: 'Message sent', href: `${contactUrl()}sent/` },
  ];
  return { ...head(site, crumbs, 'Message sent. We’ll get back to you soon.'), noindex: true };
}
