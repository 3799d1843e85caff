import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultsIn } from '../../scripts/check-locales.mjs';

const CODE = "t('found', { count }); t('hello', { name }); t(`refused.${reason}`);";
const VI = { found_other: 'Có {{count}}', hello: 'Chào {{name}}', 'refused.offline': 'Mất mạng' };
const EN = {
  found_one: '{{count}} found',
  found_other: '{{count}} found',
  hello: 'Hello {{name}}',
  'refused.offline': 'Offline',
};
const locales = (vi = {}, en = {}) => ({
  vi: { 'a.json': { ...VI, ...vi } },
  en: { 'a.json': { ...EN, ...en } },
});

test('words that match in both languages pass', () => {
  assert.deepEqual(faultsIn(locales(), CODE), []);
  assert.deepEqual(faultsIn(locales({ hello: 'Quý vị {{name}}, xóa hết khoáng hoạt' }), CODE), []);
});

const { hello, ...withoutHello } = EN;
assert.ok(hello);
const faulty = {
  'a text that English lacks': [
    { vi: { 'a.json': VI }, en: { 'a.json': withoutHello } },
    /en\/a\.json: hello is missing/u,
  ],
  'a text that Vietnamese lacks': [locales({}, { more: 'More' }), /more is not in Vietnamese/u],
  'a file that one language lacks': [{ vi: {}, en: { 'a.json': EN } }, /hello is not in Vietnamese/u],
  'another placeholder': [locales({}, { hello: 'Hello {{who}}' }), /hello has other placeholders/u],
  'a plural that English lacks': [locales({ left_other: 'Còn {{count}}' }), /left_one is missing/u],
  'a plural that Vietnamese has not': [locales({ found_one: 'Có {{count}}' }), /found_one is a form/u],
  'an empty text': [locales({}, { hello: ' ' }), /hello is empty/u],
  'an element in a text': [locales({ hello: '<b>{{name}}</b>' }), /hello holds markup/u],
  'an entity in a text': [locales({ hello: 'Chào&nbsp;{{name}}' }), /hello holds markup/u],
  'letters taken apart': [locales({ hello: 'Chào {{name}}'.normalize('NFD') }), /hello is not NFC/u],
  'the other place of a tone mark': [locales({ hello: 'Xoá {{name}}' }), /hello has its tone mark/u],
  'a text that nobody uses': [locales({ gone: 'Đi' }, { gone: 'Gone' }), /gone is used nowhere/u],
};
for (const [what, [words, message]] of Object.entries(faulty)) {
  test(`the check finds ${what}`, () => {
    assert.match(faultsIn(words, CODE).join('\n'), message);
  });
}
