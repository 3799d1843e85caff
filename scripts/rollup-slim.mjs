import ts from 'typescript';

/*
 * i18next is more than half of what a page loads for a badge. Nearly all of it serves what this library never asks of it:
 * loading from servers, nesting, formats, detection, regional variants, clones, selectors, advice in the console. Of
 * minisearch's map of words nothing is ever taken out. The build for pages keeps the members that are named here and
 * takes out the others. A test holds what is left of i18next, minisearch and valibot to the whole library; for Lit it sees
 * to it that elements ask for no more, and the journeys through the built pages for the rest. The npm modules import all of
 * them as they are.
 */

/** A member that stays as it is written. */
const AS_WRITTEN = undefined;

/**
 * What stays of i18next. A text is the body that a function or a member has here: the one path that our settings take
 * (`var`, where a name may be that of a parameter).
 */
const I18NEXT = {
  functions: { get: 'return {}' },
  // Shorthands of the instance that everybody shares, which nobody asks for.
  values: /^instance\.(?!createInstance$)/u,
  classes: {
    Logger: { constructor: '' },
    EventEmitter: {},
    ResourceStore: {
      constructor: 'super(); this.data = data;',
      // Own members only, so that no key reaches a prototype.
      getResource: `
        let at = this.data;
        for (const name of arguments) {
          if (name === undefined) break;
          at = at && Object.hasOwn(at, name) ? at[name] : undefined;
        }
        return at;`,
      addResourceBundle: `
        var [language, namespace, messages] = arguments;
        const namespaces = (this.data[language] ??= {});
        namespaces[namespace] = { ...namespaces[namespace], ...messages };`,
    },
    Translator: {
      constructor: 'super(); Object.assign(this, services);',
      translate: `
        const [key, options] = arguments;
        const found = this.resolve(key, options);
        return found ? this.interpolator.interpolate(found, options) : options.defaultValue || key;`,
      resolve: `
        var [key, options] = arguments;
        const { count, lng } = options;
        const isCounted = count !== undefined && typeof count !== 'string';
        for (const namespace of options.ns) {
          for (const code of new Set([lng, this.fallbackLng])) {
            const keys = isCounted ? [key + this.pluralResolver.getSuffix(code, count), key] : [key];
            if (isCounted && count === 0) keys.unshift(key + '_zero');
            for (const name of keys) {
              const res = this.resourceStore.getResource(code, namespace, name);
              if (res) return res;
            }
          }
        }`,
    },
    LanguageUtil: {},
    PluralResolver: {
      constructor: 'this.pluralRulesCache = {};',
      getSuffix:
        'return "_" + (this.pluralRulesCache[code] ??= new Intl.PluralRules(code)).select(arguments[1])',
    },
    Interpolator: {
      constructor: '',
      // What was put in is never looked at again: a value that looks like a placeholder stays as it is.
      interpolate: `
        var [text, values] = arguments;
        return text.replace(/\\{\\{-?\\s*(.+?)\\s*\\}\\}/g, (written, inside) => {
          const name = inside.split(',')[0].trim();
          return Object.hasOwn(values, name) ? String(values[name] ?? '') : written;
        });`,
    },
    I18n: {
      constructor: 'super();',
      init: `
        const resourceStore = new ResourceStore(arguments[0].resources);
        const { fallbackLng } = arguments[0];
        const pluralResolver = new PluralResolver();
        this.translator = new Translator({ resourceStore, fallbackLng, pluralResolver, interpolator: new Interpolator() });
        this.addResourceBundle = (...bundle) => resourceStore.addResourceBundle(...bundle);
        this.getResourceBundle = (...names) => resourceStore.getResource(...names);`,
      t: 'return this.translator.translate(...arguments)',
      createInstance: AS_WRITTEN,
    },
  },
};

const MAP = {
  functions: {},
  classes: {
    SearchableMap: {
      constructor: AS_WRITTEN,
      atPrefix: AS_WRITTEN,
      fuzzyGet: AS_WRITTEN,
      get: AS_WRITTEN,
      has: AS_WRITTEN,
      set: 'createPath(this._tree, key).set(LEAF, value);',
      values: AS_WRITTEN,
    },
    // Gone through for its values alone.
    // MooTools, in Joomla 3 and before, has an `Array.from` of its own that knows no iterators.
    TreeIterator: {
      constructor: `
        const keys = [...set._tree.keys()];
        this.set = set;
        this._path = keys.length > 0 ? [{ node: set._tree, keys }] : [];`,
      next: AS_WRITTEN,
      dive: `
        if (this._path.length === 0) return { done: true, value: undefined };
        const { node, keys } = last$1(this._path);
        if (last$1(keys) === LEAF) return { done: false, value: this.result() };
        const child = node.get(last$1(keys));
        this._path.push({ node: child, keys: [...child.keys()] });
        return this.dive();`,
      backtrack: AS_WRITTEN,
      value: AS_WRITTEN,
      result: 'return this.value();',
      '[Symbol.iterator]': AS_WRITTEN,
    },
  },
};

/** What is checked with valibot is read as problems with a path, what was wanted and what was found; nothing else of them. */
const VALIBOT = {
  functions: {
    _standardSchema: 'return schema',
    _addIssue: `
      const input = other && 'input' in other ? other.input : dataset.value;
      const expected = other?.expected ?? context.expects ?? null;
      const received = other?.received ?? _stringify(input);
      const message = context.message ?? 'Invalid ' + label;
      (dataset.issues ??= []).push({ expected, received, message, path: other?.path });
      if (context.kind === 'schema') dataset.typed = false;`,
  },
  classes: {},
};

/** Advice for whoever writes elements, which our own build heeds; the faults themselves stay. */
const LIT_STYLES = {
  functions: {},
  classes: {},
  texts: /(?<=Error\()"(?:CSSResult is not|Value passed to)[^"]+"(?:\+\w+\+"[^"]+")?/gu,
};
/**
 * What our elements use of Lit's base class: attributes that are texts, numbers or yes and no, and properties from
 * decorators. Nothing is reflected, converted in ways of its own, or registered by the list of `properties`.
 */
const LIT_ELEMENT = {
  functions: {},
  // The converter, of which its three kinds are left below.
  values: /^\{toAttribute/u,
  classes: {
    y: {
      observedAttributes: AS_WRITTEN,
      createProperty: AS_WRITTEN,
      getPropertyDescriptor: AS_WRITTEN,
      getPropertyOptions: AS_WRITTEN,
      _$Ei: `
        if (this.hasOwnProperty('elementProperties')) return;
        const parent = n(this);
        parent.finalize();
        this.elementProperties = new Map(parent.elementProperties);`,
      finalize: `
        if (this.hasOwnProperty('finalized')) return;
        this.finalized = true;
        this._$Ei();
        this._$Eh = new Map();
        for (const [name, options] of this.elementProperties) {
          const attribute = this._$Eu(name, options);
          if (attribute !== undefined) this._$Eh.set(attribute, name);
        }
        this.elementStyles = this.finalizeStyles(this.styles);`,
      finalizeStyles: AS_WRITTEN,
      _$Eu: AS_WRITTEN,
      constructor: AS_WRITTEN,
      _$Ev: `
        this._$ES = new Promise((resolve) => (this.enableUpdating = resolve));
        this._$AL = new Map();
        this._$E_();
        this.requestUpdate();`,
      addController: AS_WRITTEN,
      _$E_: AS_WRITTEN,
      createRenderRoot: AS_WRITTEN,
      connectedCallback: AS_WRITTEN,
      enableUpdating: AS_WRITTEN,
      disconnectedCallback: AS_WRITTEN,
      attributeChangedCallback: AS_WRITTEN,
      _$AK: `
        const element = this.constructor;
        const [attribute, text] = arguments;
        const name = element._$Eh.get(attribute);
        if (name === undefined) return;
        const { type } = element.getPropertyOptions(name);
        this[name] = type === Boolean ? text !== null : type === Number && text !== null ? Number(text) : text;`,
      requestUpdate: `
        const [name, before, given] = arguments;
        if (name !== undefined) {
          const options = given ?? this.constructor.getPropertyOptions(name);
          if (!(options.hasChanged ?? f)(this[name], before)) return;
          this.C(name, before, options);
        }
        if (this.isUpdatePending === false) this._$ES = this._$EP();`,
      C: `
        const [name, before] = arguments;
        if (!this._$AL.has(name)) this._$AL.set(name, this.hasUpdated ? before : undefined);`,
      _$EP: AS_WRITTEN,
      scheduleUpdate: AS_WRITTEN,
      performUpdate: AS_WRITTEN,
      willUpdate: AS_WRITTEN,
      _$AE: AS_WRITTEN,
      _$EM: AS_WRITTEN,
      updateComplete: AS_WRITTEN,
      getUpdateComplete: AS_WRITTEN,
      shouldUpdate: AS_WRITTEN,
      update: 'this._$EM();',
      updated: AS_WRITTEN,
      firstUpdated: AS_WRITTEN,
    },
  },
};
/** Decorators of the later kind; ours are compiled to the earlier one. */
const LIT_PROPERTY = {
  functions: {},
  classes: {},
  texts: /(?<=\(\w+=\w+,\w+,\w+\)=>\{)const\{kind:.+?(?=\};function)/gu,
};

const LIBRARIES = [
  { name: 'i18next', file: /i18next[\\/]dist[\\/]esm[\\/]i18next\.js$/, left: I18NEXT },
  { name: 'valibot', file: /valibot[\\/]dist[\\/]index\.mjs(\?forms)?$/, left: VALIBOT },
  { name: 'lit-element', file: /reactive-element[\\/](node[\\/])?reactive-element\.js$/, left: LIT_ELEMENT },
  { name: 'lit-styles', file: /reactive-element[\\/](node[\\/])?css-tag\.js$/, left: LIT_STYLES },
  {
    name: 'lit-property',
    file: /reactive-element[\\/](node[\\/])?decorators[\\/]property\.js$/,
    left: LIT_PROPERTY,
  },
  { name: 'minisearch', file: /minisearch[\\/]dist[\\/]es[\\/]SearchableMap\.js$/, left: MAP },
];

const nameOf = (member) => (ts.isConstructorDeclaration(member) ? 'constructor' : member.name.getText());

/**
 * @param {string} code source of an ES module
 * @param {string} library whose it is, by its name above
 * @throws {Error} when a name is no longer there: the next version must be looked at again
 */
export function slim(code, library) {
  const { functions, values, classes, texts } = LIBRARIES.find(({ name }) => name === library).left;
  const missing = new Set([
    ...Object.keys(functions),
    ...Object.entries(classes).flatMap(([name, members]) =>
      [name].concat(Object.keys(members).map((member) => `${name}.${member}`)),
    ),
  ]);
  if (texts) {
    if (!texts.test(code)) throw new Error(`${library} no longer has what is left out of it`);
    return code.replace(texts, '');
  }
  const cuts = [];
  const put = (node, text) => cuts.push({ start: node.getStart(), end: node.end, text });
  const file = ts.createSourceFile('library.js', code, ts.ScriptTarget.Latest, true);
  for (const statement of file.statements) {
    if (ts.isFunctionDeclaration(statement) && missing.delete(statement.name?.text))
      put(statement.body, `{${functions[statement.name.text]}}`);
    if (ts.isVariableStatement(statement)) {
      for (const { name, initializer } of statement.declarationList.declarations) {
        if (missing.delete(name.getText())) put(initializer.body, `{${functions[name.getText()]}}`);
        else if (initializer && values?.test(initializer.getText())) put(initializer, 'undefined');
      }
    }
    if (!ts.isClassDeclaration(statement) || !missing.delete(statement.name?.text)) continue;
    const left = classes[statement.name.text];
    for (const member of statement.members) {
      const name = nameOf(member);
      if (!Object.hasOwn(left, name)) put(member, '');
      else if (missing.delete(`${statement.name.text}.${name}`) && left[name] !== AS_WRITTEN)
        put(member.body, `{${left[name]}}`);
    }
  }
  if (missing.size > 0) throw new Error(`${library} no longer has: ${[...missing].join(', ')}`);
  return cuts
    .sort((one, other) => other.start - one.start)
    .reduce((text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end), code);
}

export const slimLibraries = {
  name: 'slim-libraries',
  transform(code, id) {
    const library = LIBRARIES.find(({ file }) => file.test(id));
    return library ? { code: slim(code, library.name), map: null } : null;
  },
};
