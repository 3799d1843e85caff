import 'dvc-widgets/define/portal.js';
import 'dvc-widgets/define/procedure-detail.js';
import 'dvc-widgets/define/procedure-lookup.js';
import { mount } from 'svelte';
import App from './App.svelte';

const target = document.querySelector('#app');
if (!target) throw new Error('no #app');
mount(App, { target });
