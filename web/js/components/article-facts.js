// What is known about an article, each value with where it comes from. A
// value that stands in the text leads to the place where it stands.

import { button, element } from '../dom.js';
import { FACT_FACETS } from '../evidence.js';
import { facetValueLabel, formatDate } from '../format.js';
import { hasText, text } from '../strings.js';
import { renderCitedLink } from './cited-link.js';

/**
 * @typedef {import('../evidence.js').Evidence} Evidence
 * @typedef {import('../evidence.js').Fact} Fact
 */

const DATES = new Set(['published', 'event_date']);

// Facets of which an article can have several values in different roles.
const WITH_ROLES = new Set(['province', 'province_now', 'unit', 'resolution']);

// Evidence outside the text: what to say with its detail, and without it.
const OUTSIDE = {
  record: ['evidence.recordField', 'evidence.record'],
  url: ['evidence.urlPart', 'evidence.url'],
  derived: ['evidence.derivedFrom', 'evidence.derived'],
  override: ['evidence.overrideLine', 'evidence.override'],
};

/**
 * @param {import('../page-url.js').PageState} state
 * @param {Fact[]} facts
 * @param {(evidence: Evidence[]) => void} onShow  Called with the evidence in
 *     the text that the reader wants to see, the first place first.
 * @returns {HTMLElement}
 */
export function renderFacts(state, facts, onShow) {
  if (facts.length === 0) return element('p', {}, text('noFacts'));
  const groups = FACT_FACETS
    .map((facet) => [facet, facts.filter((fact) => fact.facet === facet)])
    .filter(([, group]) => group.length > 0);
  return element('div', { class: 'facts' },
    element('h2', { class: 'facts__heading' }, text('facts')),
    element('p', { class: 'facts__hint' }, text('factsHint')),
    element('dl', { class: 'facts__list' },
      ...groups.flatMap(([facet, group]) => [
        element('dt', { class: `facts__facet facts__facet--${facet}` },
          text(`fact.${facet}`)),
        ...group.map((fact) => renderFact(state, fact, onShow)),
      ])));
}

/**
 * @param {import('../page-url.js').PageState} state
 * @param {Fact} fact
 * @param {(evidence: Evidence[]) => void} onShow
 */
function renderFact(state, fact, onShow) {
  const inText = fact.evidence.filter(({ kind }) => kind === 'text');
  const outside = fact.evidence.filter(({ kind }) => kind !== 'text');
  const label = element('bdi', {}, factLabel(fact));
  const remarks = [
    WITH_ROLES.has(fact.facet)
      ? optionalText(`role.${fact.role}`, fact.role) : '',
    optionalText(`level.${fact.level}`, fact.level),
  ].filter((remark) => remark !== '').join(' · ');
  return element('dd', { class: 'fact', id: fact.id },
    inText.length > 0
      ? button({ class: 'fact__value' }, () => onShow(inText), label)
      : element('span', { class: 'fact__value fact__value--plain' }, label),
    remarks ? element('span', { class: 'fact__remarks' }, remarks) : null,
    fact.facet === 'resolution' ? renderCitedLink(state, fact.value) : null,
    ...outside.map((one) => element('p', { class: 'fact__outside' },
      outsideText(one), ' ', renderRule(one))),
    inText.length > 0 ? renderPlaces(inText, onShow) : null);
}

/**
 * @param {Evidence[]} inText
 * @param {(evidence: Evidence[]) => void} onShow
 */
function renderPlaces(inText, onShow) {
  return element('details', { class: 'fact__places' },
    element('summary', {}, text('evidenceCount', {
      count: inText.length, plural: inText.length,
    })),
    element('ul', {}, ...inText.map((one) => element('li', {},
      button({ class: 'link-button' }, () => onShow([one]),
        element('bdi', {}, text('evidence.text', { excerpt: one.excerpt }))),
      ' ', renderRule(one)))));
}

/** @param {Evidence} evidence */
function renderRule({ rule, certainty }) {
  const parts = [ruleText(rule), optionalText(`certainty.${certainty}`,
    certainty)].filter((part) => part !== '');
  return element('span', { class: 'fact__rule', title: rule || null },
    parts.join(' · '));
}

/**
 * @param {string} rule
 * @returns {string}  The rule in the reader's words; its own name if there are
 *     none.
 */
export function ruleText(rule) {
  const key = `rule.${rule}`;
  if (hasText(key)) return text(key);
  return rule ? text('evidenceRule', { rule }) : '';
}

/** @param {Evidence} evidence */
function outsideText({ kind, detail }) {
  const [withDetail, without] = OUTSIDE[kind] ?? OUTSIDE.derived;
  if (!detail) return text(without);
  return text(withDetail, {
    detail: kind === 'derived' ? derivationText(detail) : detail,
  });
}

/**
 * @param {string} detail  The facet a value follows from, and perhaps its
 *     value: "published", "province Nghệ An".
 */
function derivationText(detail) {
  const [facet, ...value] = detail.split(' ');
  return [optionalText(`fact.${facet}`, facet), ...value].join(' ');
}

/**
 * @param {{facet: string, value: string}} fact
 * @returns {string}
 */
export function factLabel({ facet, value }) {
  return DATES.has(facet) ? formatDate(value) : facetValueLabel(facet, value);
}

/**
 * @param {string} key
 * @param {string} otherwise
 * @returns {string}
 */
function optionalText(key, otherwise) {
  return hasText(key) ? text(key) : otherwise;
}
