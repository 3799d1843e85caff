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

/** Answers what the first two steps of the form cannot do without; the third is left to the test. */
export async function fillForm(page) {
  await press(page, 'Bắt đầu');
  await step(page, 'Người yêu cầu');
  await page.getByLabel('Họ, chữ đệm, tên').fill('H’Hen Niê');
  await page.getByLabel('Số định danh cá nhân (căn cước)').fill('000190000001');
  await page.getByLabel('Nơi cư trú').first().fill('Thôn Mẫu, xã Tam Hiệp, huyện Núi Thành, tỉnh Quảng Nam');
  await page.getByRole('radio', { name: 'Có' }).check();
  await page.getByLabel('Số điện thoại liên hệ').fill('+84 912 345 678');
  await press(page, 'Tiếp tục');
  await step(page, 'Người được cấp giấy');
  await page.getByLabel('Ngày sinh').fill('5/3/1990');
  await page.getByRole('radio', { name: 'Nữ' }).check();
  await page.getByLabel('Dân tộc').fill('Ê Đê');
  await page.getByLabel('Quốc tịch').fill('Việt Nam');
  await press(page, 'Tiếp tục');
  await step(page, 'Tình trạng hôn nhân');
}

/** Answers the whole form. */
export async function fillAll(page) {
  await fillForm(page);
  await page.getByRole('radio', { name: 'Chưa đăng ký kết hôn với ai' }).check();
  await page.getByRole('radio', { name: 'Việc khác' }).check();
  await page.getByLabel('Việc đó là gì').fill('Vay vốn làm nhà');
  await page.getByRole('checkbox', { name: /Tôi cam đoan/u }).check();
}
