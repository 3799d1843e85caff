/** Letters between tags of an `html` template: words that no translation file knows. */
const noHardCodedText = {
  meta: { type: 'problem', messages: { text: 'Words belong in locales/: “{{text}}”.' }, schema: [] },
  create: (context) => ({
    TaggedTemplateExpression(node) {
      if (node.tag.type !== 'Identifier' || node.tag.name !== 'html') return;
      // Values are joined as a mark that is no letter, so that only the author's own words remain.
      const markup = node.quasi.quasis.map(({ value }) => value.raw).join('\u0000');
      const words = markup
        .replace(/<!--[\s\S]*?-->/gu, '')
        .replace(/<\/?[a-z](?:"[^"]*"|'[^']*'|[^>"'])*>/giu, '\u0000')
        .split('\u0000')
        .map((text) => text.trim())
        .find((text) => /\p{L}/u.test(text.replace(/&[a-z]+;/giu, '')));
      if (words) context.report({ node, messageId: 'text', data: { text: words.slice(0, 40) } });
    },
  }),
};

export default { rules: { 'no-hard-coded-text': noHardCodedText } };
