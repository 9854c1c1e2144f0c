import { mount } from 'svelte';
import { configure } from '@cez/widgets';
import App from './app.svelte';

configure({ api: new URLSearchParams(location.search).get('api')! });
mount(App, { target: document.getElementById('app')! });
