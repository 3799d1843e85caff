import { GLOBALS_UPDATED, SET_GLOBALS } from 'storybook/internal/core-events';
import type { GlobalsUpdatedPayload, SetGlobalsPayload } from 'storybook/internal/types';
import { addons } from 'storybook/manager-api';
import { create } from 'storybook/theming';

addons.setConfig({
  theme: create({ base: 'light', brandTitle: 'dvc-widgets', brandTarget: '_self' }),
});

/*
 * Another line in the toolbar opens the story's page anew, once: what a page has loaded it keeps, as it should, so a
 * story that is only drawn again would go on with the answers of the line before. The line goes into the address,
 * where the new page looks for it: what the toolbar says now, a page that loads hears too late.
 */
addons.register('dvc-widgets/network', () => {
  const channel = addons.getChannel();
  let shown: unknown;
  channel.on(SET_GLOBALS, ({ globals }: SetGlobalsPayload) => {
    shown = globals.network;
  });
  channel.on(GLOBALS_UPDATED, ({ userGlobals }: GlobalsUpdatedPayload) => {
    if (shown === undefined || userGlobals.network === shown) return;
    shown = userGlobals.network;
    const preview = document.querySelector<HTMLIFrameElement>('#storybook-preview-iframe')?.contentWindow;
    if (!preview) return;
    const address = new URL(preview.location.href);
    const chosen = Object.entries(userGlobals).filter(([, value]) => typeof value === 'string');
    address.searchParams.set('globals', chosen.map(([name, value]) => `${name}:${String(value)}`).join(';'));
    preview.location.replace(address);
  });
});
