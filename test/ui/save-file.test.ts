import { expect } from '@open-wc/testing';
import { saveFile } from '../../src/ui/save-file.js';

describe('a file that is handed to the person', () => {
  it('is still there where the browser asks first, and reads it only then', async () => {
    const { click } = HTMLAnchorElement.prototype;
    let address = '';
    HTMLAnchorElement.prototype.click = function () {
      address = this.href;
    };
    try {
      saveFile('a.txt', ['mẫu'], 'text/plain');
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
    // Whatever was to be done right after the click is done.
    await new Promise((resolve) => setTimeout(resolve));
    expect(await (await fetch(address)).text()).to.equal('mẫu');
  });
});
