import 'dvc-widgets/define/portal.js';
import 'dvc-widgets/define/procedure-detail.js';
import 'dvc-widgets/define/procedure-lookup.js';
import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app';

void bootstrapApplication(App);
