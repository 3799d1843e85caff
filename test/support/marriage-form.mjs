/* Confirmation of marital status, a real form of three steps, as a person fills it in on the sample site. */

/** What a webmaster would write on the tag of the application, before it comes to life. */
export const writeOnTag = (page, settings) =>
  page.addInitScript((attributes) => {
    new MutationObserver((_, observer) => {
      const element = document.querySelector('dvc-form-steps');
      if (!element) return;
      observer.disconnect();
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    }).observe(document, { childList: true, subtree: true });
  }, settings);

/** Waits for a step by its heading. */
export const step = (page, name) =>
  page.locator('dvc-form-steps').getByRole('heading', { name, exact: true }).waitFor();
export const press = (page, name) => page.getByRole('button', { name, exact: true }).click();

/** Waits until a field holds this. */
export async function comesToHold(field, value) {
  const input = await field.elementHandle();
  await field.page().waitForFunction(([one, wanted]) => one.value === wanted, [input, value]);
}

/** As the form and the element around it speak. */
const WORDS = {
  vi: {
    start: 'Bắt đầu',
    next: 'Tiếp tục',
    who: 'Người yêu cầu',
    name: 'Họ, chữ đệm, tên',
    number: 'Số định danh cá nhân (căn cước)',
    home: 'Nơi cư trú',
    yes: 'Có',
    phone: 'Số điện thoại liên hệ',
    person: 'Người được cấp giấy',
    birth: 'Ngày sinh',
    female: 'Nữ',
    ethnicity: 'Dân tộc',
    nationality: 'Quốc tịch',
    status: 'Tình trạng hôn nhân',
    never: 'Chưa đăng ký kết hôn với ai',
    other: 'Việc khác',
    what: 'Việc đó là gì',
    swear: /Tôi cam đoan/u,
  },
  en: {
    start: 'Begin',
    next: 'Continue',
    who: 'Who applies',
    name: 'Full name',
    number: 'Personal identification number',
    home: 'Residence',
    yes: 'Yes',
    phone: 'Telephone',
    person: 'The person',
    birth: 'Date of birth',
    female: 'Female',
    ethnicity: 'Ethnicity',
    nationality: 'Nationality',
    status: 'Marital status',
    never: 'Never married',
    other: 'Something else',
    what: 'What it is',
    swear: /I declare/u,
  },
};

/** Answers what the first two steps of the form cannot do without; the third is left to the test. */
export async function fillForm(page, language = 'vi') {
  const words = WORDS[language];
  await press(page, words.start);
  await step(page, words.who);
  await page.getByLabel(words.name).fill('H’Hen Niê');
  await page.getByLabel(words.number).fill('000190000001');
  await page.getByLabel(words.home).first().fill('Thôn Mẫu, xã Tam Hiệp, huyện Núi Thành, tỉnh Quảng Nam');
  await page.getByRole('radio', { name: words.yes }).check();
  await page.getByLabel(words.phone).fill('+84 912 345 678');
  await press(page, words.next);
  await step(page, words.person);
  await page.getByLabel(words.birth).fill('5/3/1990');
  await page.getByRole('radio', { name: words.female }).check();
  await page.getByLabel(words.ethnicity).fill('Ê Đê');
  await page.getByLabel(words.nationality).fill('Việt Nam');
  await press(page, words.next);
  await step(page, words.status);
}

/** Answers the whole form. */
export async function fillAll(page, language = 'vi') {
  const words = WORDS[language];
  await fillForm(page, language);
  await page.getByRole('radio', { name: words.never }).check();
  await page.getByRole('radio', { name: words.other }).check();
  await page.getByLabel(words.what).fill('Vay vốn làm nhà');
  await page.getByRole('checkbox', { name: words.swear }).check();
}
