import 'dvc-widgets/define/portal.js';
import 'dvc-widgets/define/procedure-detail.js';
import 'dvc-widgets/define/procedure-lookup.js';
import { createApp } from 'vue';
import App from './App.vue';

createApp(App).mount('#app');
