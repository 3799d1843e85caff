/** Attributes that people read or hear. */
const WORDS_IN_ATTRIBUTE =
  /\s(?:aria-(?:label|description|placeholder|roledescription|valuetext)|alt|label|placeholder|title)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/giu;
const TAG = /<\/?[a-z](?:"[^"]*"|'[^']*'|[^>"'])*>/giu;

/** Texts of a template that people read: between tags, and in attributes for readers. */
function wordsIn(markup) {
  const bare = markup.replace(/<!--[\s\S]*?-->/gu, '');
  const said = [...bare.matchAll(TAG)].flatMap(([tag]) =>
    [...tag.matchAll(WORDS_IN_ATTRIBUTE)].map(([, double, single, none]) => double ?? single ?? none),
  );
  return [bare.replace(TAG, '\u0000'), ...said].flatMap((text) => text.split('\u0000'));
}

/** Letters of an author's own in an `html` or `svg` template: words that no translation file knows. */
const noHardCodedText = {
  meta: { type: 'problem', messages: { text: 'Words belong in locales/: “{{text}}”.' }, schema: [] },
  create: (context) => ({
    TaggedTemplateExpression(node) {
      if (node.tag.type !== 'Identifier' || !['html', 'svg'].includes(node.tag.name)) return;
      // Values are joined as a mark that is no letter, so that only the author's own words remain.
      const markup = node.quasi.quasis.map(({ value }) => value.raw).join('\u0000');
      const words = wordsIn(markup)
        .map((text) => text.trim())
        .find((text) => /\p{L}/u.test(text.replace(/&[a-z]+;/giu, '')));
      if (words) context.report({ node, messageId: 'text', data: { text: words.slice(0, 40) } });
    },
  }),
};

export default { rules: { 'no-hard-coded-text': noHardCodedText } };
