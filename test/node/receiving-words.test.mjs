import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readJson } from '../../scripts/files.mjs';
import { importSource } from '../../scripts/import-source.mjs';

/* What a citizen reads when sending did not go as it should. */

const { RECEIVING_PROBLEMS } = await importSource('src/gateway/contract.ts');
const { LINE_PROBLEMS } = await importSource('src/gateway/request-json.ts');
const codes = [...Object.keys(RECEIVING_PROBLEMS), ...LINE_PROBLEMS];

for (const language of ['vi', 'en']) {
  const words = readJson(`locales/${language}/receiving.json`);

  test(`every code that a receiving system or the line may give has words in ${language}, and no other has`, () => {
    assert.deepEqual(Object.keys(words).sort(), codes.map((code) => `receiving.${code}`).sort());
  });

  test(`each of them says in ${language} what happened and what to do, without numbers and codes`, () => {
    for (const code of codes) {
      const text = words[`receiving.${code}`];
      assert.ok(text.split(/[.;] /u).length >= 2, text);
      assert.ok(text.endsWith('.'), text);
      assert.ok(text.length < 220, `${code} is long: ${text.length}`);
      assert.doesNotMatch(text, /\d|HTTP|JSON|API|server|máy chủ|error|lỗi/iu, code);
      if (code.includes('-')) assert.ok(!text.includes(code), code);
    }
  });

  test(`what may have arrived is not called failed or received in ${language}`, () => {
    for (const code of LINE_PROBLEMS)
      assert.doesNotMatch(
        words[`receiving.${code}`],
        /thất bại|không được|đã nộp|Chưa tới|Chưa gửi|failed|was received|not sent|cannot be reached/iu,
      );
  });
}
