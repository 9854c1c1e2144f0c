import { createApp } from 'vue';
import { configure } from '@cez/widgets';
import App from './app.vue';

configure({ api: new URLSearchParams(location.search).get('api')! });
createApp(App).mount('#app');
