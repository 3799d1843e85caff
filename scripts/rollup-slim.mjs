import ts from 'typescript';

/*
 * i18next is more than half of what a page loads for a badge. Much of it serves what this library never asks of it:
 * loading from servers, nesting, formats, detection, regional variants, clones, selectors, advice in the console. Of
 * minisearch's map of words nothing is ever taken out. The build for pages empties those functions; a test holds the
 * result to the whole library. The npm modules import both as they are.
 */

/**
 * Functions and methods of i18next, and what is left of their body: nothing, or the one path that our settings take.
 * `var`, where a name may be that of a parameter.
 */
const I18NEXT = {
  keysFromSelector: '',
  looksLikeObjectPath: 'return false',
  deepFind: '',
  ...Object.fromEntries(
    [
      'Logger.log',
      'Logger.warn',
      'Logger.error',
      'Logger.deprecate',
      'Logger.once',
      'Logger.forward',
      'Logger.clone',
    ]
      .concat(['EventEmitter.on', 'EventEmitter.off', 'EventEmitter.once', 'EventEmitter.emit'])
      .map((name) => [name, '']),
  ),
  'ResourceStore.hasLanguageSomeTranslations': 'return true',
  // Own members only, so that no key reaches a prototype.
  'ResourceStore.getResource': `
    let at = this.data;
    for (const name of arguments) {
      if (name === undefined) break;
      at = at && Object.hasOwn(at, name) ? at[name] : undefined;
    }
    return at;`,
  'ResourceStore.addResourceBundle': `
    var [language, namespace, messages] = arguments;
    const namespaces = (this.data[language] ??= {});
    namespaces[namespace] = { ...namespaces[namespace], ...messages };`,
  'ResourceStore.hasResourceBundle': 'return this.getResource(arguments[0], arguments[1]) !== undefined',
  'ResourceStore.addResource': '',
  'ResourceStore.addResources': '',
  'ResourceStore.removeResourceBundle': '',
  'ResourceStore.removeNamespaces': '',
  'ResourceStore.deprecateDottedLng': '',
  'Translator.translate': `
    const [key, options] = arguments;
    const found = this.resolve(key, options);
    return found?.res ? this.extendTranslation(found.res, key, options, found) : options.defaultValue || key;`,
  'Translator.extendTranslation': `
    const [text, , options] = arguments;
    return this.interpolator.interpolate(text, options, options.lng, options);`,
  'Translator.resolve': `
    var [key, options] = arguments;
    const { count, lng } = options;
    const isCounted = count !== undefined && typeof count !== 'string';
    for (const namespace of options.ns) {
      for (const code of this.languageUtils.toResolveHierarchy(lng)) {
        const keys = isCounted ? [key + this.pluralResolver.getSuffix(code, count), key] : [key];
        if (isCounted && count === 0) keys.unshift(key + '_zero');
        for (const name of keys) {
          const res = this.resourceStore.getResource(code, namespace, name);
          if (res) return { res };
        }
      }
    }`,
  'Translator.getResource': '',
  'Translator.isValidLookup': '',
  'PluralResolver.getRule': `
    var [code] = arguments;
    return (this.pluralRulesCache[code] ??= new Intl.PluralRules(code));`,
  'PluralResolver.getSuffix': 'return "_" + this.getRule(arguments[0]).select(arguments[1])',
  // What was put in is never looked at again: a value that looks like a placeholder stays as it is.
  'Interpolator.interpolate': `
    var [text, values] = arguments;
    return text.replace(/\\{\\{-?\\s*(.+?)\\s*\\}\\}/g, (written, inside) => {
      const name = inside.split(',')[0].trim();
      return Object.hasOwn(values, name) ? String(values[name] ?? '') : written;
    });`,
  'Interpolator.resetRegExp': '',
  'Interpolator.init': '',
  'Interpolator.reset': '',
  'Translator.exists': '',
  'Translator.getUsedParamsDetails': '',
  'Translator.extractFromKey': 'return { key: arguments[0], namespaces: arguments[1].ns }',
  'LanguageUtil.getScriptPartFromCode': '',
  'LanguageUtil.getLanguagePartFromCode': '',
  'LanguageUtil.formatLanguageCode': 'return arguments[0]',
  'LanguageUtil.getBestMatchFromCodes': '',
  'LanguageUtil.deprecateBareCode': '',
  'LanguageUtil.isSupportedCode': '',
  'LanguageUtil.getFallbackCodes': 'return this.options.fallbackLng',
  'LanguageUtil.toResolveHierarchy': 'return [...new Set([arguments[0], ...this.options.fallbackLng])]',
  'PluralResolver.getPluralFormsOfKey': '',
  'PluralResolver.getSuffixes': '',
  'PluralResolver.needsPlural': 'return true',
  'Interpolator.nest': 'return arguments[0]',
  'I18n.init': `
    this.options = { ...get(), ...transformOptions(arguments[0]) };
    const languageUtils = new LanguageUtil(this.options);
    this.store = new ResourceStore(this.options.resources, this.options);
    Object.assign(this.services, {
      resourceStore: this.store,
      languageUtils,
      pluralResolver: new PluralResolver(languageUtils),
      interpolator: new Interpolator(),
    });
    this.translator = new Translator(this.services, this.options);
    this.addResourceBundle = (...bundle) => this.store.addResourceBundle(...bundle);
    this.hasResourceBundle = (...bundle) => this.store.hasResourceBundle(...bundle);`,
  'I18n.changeLanguage': '',
  'I18n.loadResources': '',
  'I18n.setResolvedLanguage': '',
  'I18n.setDefaultNamespace': '',
  'I18n.reloadResources': '',
  'I18n.use': '',
  'I18n.hydrate': '',
  'I18n.getFixedT': '',
  'I18n.exists': '',
  'I18n.hasLoadedNamespace': '',
  'I18n.loadNamespaces': '',
  'I18n.loadLanguages': '',
  'I18n.dir': '',
  'I18n.cloneInstance': '',
  'I18n.toJSON': '',
};

const MAP = {
  ...Object.fromEntries(
    [
      'clear',
      'delete',
      'forEach',
      'keys',
      'entries',
      '[Symbol.iterator]',
      'update',
      'fetch',
      'from',
      'fromObject',
    ].map((name) => [`SearchableMap.${name}`, '']),
  ),
  'SearchableMap.set': 'createPath(this._tree, key).set(LEAF, value);',
  // Gone through for its values alone.
  'TreeIterator.key': '',
  'TreeIterator.result': 'return this.value();',
};

const LIBRARIES = [
  { name: 'i18next', file: /i18next[\\/]dist[\\/]esm[\\/]i18next\.js$/, left: I18NEXT },
  { name: 'minisearch', file: /minisearch[\\/]dist[\\/]es[\\/]SearchableMap\.js$/, left: MAP },
];

/**
 * @param {string} code source of an ES module
 * @param {'i18next' | 'minisearch'} library whose it is
 * @throws {Error} when a name is no longer there: the next version must be looked at again
 */
export function slim(code, library) {
  const { left } = LIBRARIES.find(({ name }) => name === library);
  const file = ts.createSourceFile('library.js', code, ts.ScriptTarget.Latest, true);
  const cuts = new Map();
  const consider = (name, node) => {
    if (Object.hasOwn(left, name)) cuts.set(name, node);
  };
  for (const statement of file.statements) {
    if (ts.isFunctionDeclaration(statement)) consider(statement.name?.text, statement.body);
    if (ts.isVariableStatement(statement)) {
      for (const { name, initializer } of statement.declarationList.declarations) {
        if (initializer && ts.isArrowFunction(initializer)) consider(name.getText(), initializer.body);
      }
    }
    if (!ts.isClassDeclaration(statement)) continue;
    for (const member of statement.members) {
      if (ts.isMethodDeclaration(member))
        consider(`${statement.name?.text}.${member.name.getText()}`, member.body);
    }
  }
  const lost = Object.keys(left).filter((name) => !cuts.has(name));
  if (lost.length > 0) throw new Error(`${library} no longer has: ${lost.join(', ')}`);
  return [...cuts]
    .sort(([, one], [, other]) => other.pos - one.pos)
    .reduce(
      (text, [name, body]) => `${text.slice(0, body.getStart())}{${left[name]}}${text.slice(body.end)}`,
      code,
    );
}

/** Calls whose only effect is advice in the console; terser drops them as pure. */
export const ADVICE = ['warn', 'log', 'error', 'once', 'deprecate'].flatMap((method) => [
  `this.logger.${method}`,
  `baseLogger.${method}`,
]);

export const slimLibraries = {
  name: 'slim-libraries',
  transform(code, id) {
    const library = LIBRARIES.find(({ file }) => file.test(id));
    return library ? { code: slim(code, library.name), map: null } : null;
  },
};
