import { expect } from '@open-wc/testing';
import { mayRead, voiceFor, type Voice } from '../../src/shared/voice.js';

const voice = (lang: string, settings: Partial<Voice> = {}): Voice => ({
  lang,
  localService: true,
  default: false,
  ...settings,
});

describe('voices', () => {
  for (const [lang, language, may] of [
    ['vi-VN', 'vi', true],
    ['vi_VN', 'vi', true],
    ['vi', 'vi', true],
    ['VI-vn', 'vi', true],
    ['vie-VNM', 'vi', true],
    ['en-GB', 'en', true],
    ['en-GB', 'vi', false],
    ['fr-FR', 'vi', false],
    ['', 'vi', false],
  ] as const)
    it(`${lang || 'one of no language'} ${may ? 'may read' : 'may not read'} ${language}`, () => {
      expect(mayRead(voice(lang), language)).to.equal(may);
    });

  it('on a server may read nothing', () => {
    expect(mayRead(voice('vi-VN', { localService: false }), 'vi')).to.equal(false);
  });

  const [remote, second, chosen] = [
    voice('vi-VN', { localService: false, default: true }),
    voice('vi-VN'),
    voice('vi-VN', { default: true }),
  ];
  for (const [what, voices, found] of [
    ['the one that the person chose', [second, chosen], chosen],
    ['else the first', [voice('en-US'), second, voice('vi-VN')], second],
    ['never one on a server, chosen or not', [remote, second], second],
    ['none, where there is none', [remote, voice('en-US', { default: true })], undefined],
    ['none of no voices', [], undefined],
  ] as const)
    it(`of several: ${what}`, () => {
      expect(voiceFor(voices, 'vi')).to.equal(found);
    });
});
