// Starts the page: language first, then the components, then the address.

import { startController } from './controller.js';
import { mountArticleView } from './components/article-view.js';
import { mountCitedView } from './components/cited-view.js';
import { mountCoverageView } from './components/coverage-view.js';
import { mountFacetPanel } from './components/facet-panel.js';
import { mountFilterChips } from './components/filter-chips.js';
import { mountLanguageSwitch } from './components/language-switch.js';
import { mountNotice } from './components/notice.js';
import { mountPageFooter } from './components/page-footer.js';
import { mountPager } from './components/pager.js';
import { mountResultHeader } from './components/result-header.js';
import { mountResultList } from './components/result-list.js';
import { mountSearchBox } from './components/search-box.js';
import { mountLiveRegion } from './components/live-region.js';
import { mountViews } from './components/views.js';
import { parsePageUrl } from './page-url.js';
import { followPageLinks } from './routing.js';
import { text, useLanguage } from './strings.js';

const COMPONENTS = {
  'home-link': mountLanguageSwitch,
  'search-box': mountSearchBox,
  'facet-panel': mountFacetPanel,
  'result-header': mountResultHeader,
  'filter-chips': mountFilterChips,
  'notice': mountNotice,
  'result-list': mountResultList,
  'pager': mountPager,
  'article-view': mountArticleView,
  'cited-view': mountCitedView,
  'coverage-view': mountCoverageView,
  'live-region': mountLiveRegion,
  'page-footer': mountPageFooter,
  // Last, because it moves the focus into what the others have made.
  'main': mountViews,
};

/** Puts the words of the chosen language into the page as it was served. */
function translatePage() {
  const { language } = parsePageUrl(location.search);
  useLanguage(language);
  document.documentElement.lang = language;
  for (const node of document.querySelectorAll('[data-text]')) {
    node.textContent = text(node.dataset.text);
  }
  for (const node of document.querySelectorAll('[data-label]')) {
    node.setAttribute('aria-label', text(node.dataset.label));
  }
}

translatePage();
followPageLinks();
startController(Object.entries(COMPONENTS).map(([id, mount]) => {
  const root = document.getElementById(id);
  mount(root);
  return root;
}));
