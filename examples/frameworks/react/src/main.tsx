// Before the first render, so that React finds properties where elements have them.
import 'dvc-widgets/define/portal.js';
import 'dvc-widgets/define/procedure-detail.js';
import 'dvc-widgets/define/procedure-lookup.js';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.js';

const place = document.querySelector('#app');
if (!place) throw new Error('no #app');
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
