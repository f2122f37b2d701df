/** Where our labels differ from those that PolicyLayer and its kind printed up to the middle of 2026, with examples in our own words. */
export const others = [
  {
    example: 'A tool that retrieves an invoice, or lists charges',
    theirs: 'Financial',
    ours: 'Read',
    because: 'A word of money does not move money: the verb looks, and looking wins over any noun.',
  },
  {
    example: 'A tool that creates an order of goods',
    theirs: 'Write',
    ours: 'Financial',
    because: 'An order makes an obligation to pay.',
  },
  {
    example: 'A tool that writes a file, and says that it overwrites one that is there',
    theirs: 'Write',
    ours: 'Destructive',
    because: 'What was in the file is gone, and the text says so. A tool that is silent about it stays Write.',
  },
  {
    example: 'A tool that clicks, or fills a form, in a live browser',
    theirs: 'Write',
    ours: 'Execute',
    because: 'What a click does is up to the page, and nothing in the definition bounds it.',
  },
  {
    example: 'Two tools of two servers that start a sign-in',
    theirs: 'Read for one, Execute for the other',
    ours: 'Read where only an address comes back, else Write',
    because: 'One rule: until a person opens the address nothing has changed.',
  },
  {
    example: 'A tool that sends a mail',
    theirs: 'Medium risk on most pages, High on one',
    ours: 'Write, medium; that it cannot be unsent stands beside it, and the recommended rule asks a person',
    because: 'The same definition always gets the same label.',
  },
  {
    example: 'A tool that judges the tone of a mail, of a product with “send” in its name',
    theirs: 'Write',
    ours: 'Read',
    because: 'The name of a product is no verb: the description says what is done.',
  },
  {
    example: 'A tool whose name starts with its service, such as a key-value store’s delete',
    theirs: 'No category (about a quarter of the older published policies)',
    ours: 'Destructive',
    because: 'Where the name does not start with a verb, its end and the description are read.',
  },
] as const;
