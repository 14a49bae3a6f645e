// What can be clicked on a page, in a dialog while one is open: tabs after the rest, what closes a dialog last.
() => {
  const modal = [...document.querySelectorAll('.modal-content')].find((it) => it.checkVisibility());
  const shown = (it) => it.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    && it.getBoundingClientRect().width > 0 && !it.disabled && !it.closest('.disabled, [aria-disabled=true]');
  const text = (it) => (it.innerText || it.title || it.getAttribute('aria-label') || '').trim();
  const classes = (it) => [...it.classList].filter((name) => !/^(ng-|active|open|in$|asc|desc)/.test(name)).join('.');
  const path = (it) => [it, it.parentElement, it.parentElement?.parentElement].filter(Boolean)
    .map((one) => one.localName + '.' + classes(one)).join('<');
  const many = (it) => it.closest('tbody, li.task, .djs-container');
  const away = (it) => it.closest('.logout') || it.target === '_blank' || it.hasAttribute('download')
    || (it.href && new URL(it.href, location.href).origin !== location.origin)
    || /^Yes, /.test(text(it)) || /logout/.test(it.href ?? '');
  const last = (it) => (/^(×|close|cancel|no, go back)$/i.test(text(it)) ? 2 : it.closest('.nav-tabs, [role=tablist]') ? 1 : 0);
  document.querySelectorAll('[data-walk]').forEach((it) => it.removeAttribute('data-walk'));
  return [...(modal ?? document.body).querySelectorAll(
      'a[href], a[ng-click], button, [ng-click], [role=button], [role=tab], summary, [uib-dropdown-toggle], input[type=checkbox]')]
    .filter((it) => shown(it) && !away(it))
    .map((it, number) => {
      it.setAttribute('data-walk', number);
      const said = many(it) ? '' : text(it).replace(/\d+/g, '#').slice(0, 80);
      const does = it.getAttribute('ng-click') ?? it.getAttribute('uib-tooltip') ?? '';
      return { number: String(number), last: last(it), called: `${it.localName} “${text(it).replace(/\s+/g, ' ').slice(0, 60)}” ${does}`.trim(),
        kind: [modal ? 'modal' : '', path(it), does, said].join(' | ') };
    })
    .sort((one, other) => one.last - other.last);
}
