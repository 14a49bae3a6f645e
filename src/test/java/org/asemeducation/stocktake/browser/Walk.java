package org.asemeducation.stocktake.browser;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.TimeoutError;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * Clicks whatever a place offers, one control after the other, what appears by a click
 * included, and keeps which of them ended in a refusal. A control that stands in many
 * rows or on many pages is clicked once. Nobody is signed out, and no question is
 * answered with yes.
 */
public final class Walk {

	private static final int MOST = 150;

	private static final double PATIENCE = 1_500;

	private static final String CONTROLS = """
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
			      const said = many(it) ? '' : text(it).replace(/\\d+/g, '#').slice(0, 80);
			      const does = it.getAttribute('ng-click') ?? it.getAttribute('uib-tooltip') ?? '';
			      return { number: String(number), last: last(it), called: `${it.localName} “${text(it).replace(/\\s+/g, ' ').slice(0, 60)}” ${does}`.trim(),
			        kind: [modal ? 'modal' : '', path(it), does, said].join(' | ') };
			    })
			    .sort((one, other) => one.last - other.last);
			}""";

	/** Nothing on the page has changed for a while; a page that never rests is not waited for. */
	private static final String STILL = """
			() => new Promise((still) => {
			  let wait = setTimeout(done, 120);
			  const never = setTimeout(done, 2000);
			  const watch = new MutationObserver(() => { clearTimeout(wait); wait = setTimeout(done, 120); });
			  function done() { watch.disconnect(); clearTimeout(wait); clearTimeout(never); still(); }
			  watch.observe(document, { subtree: true, childList: true, attributes: true });
			})""";

	private static final String PLACE = """
			() => location.pathname + location.hash.split('?')[0]
			    + (new URLSearchParams(location.hash.split('?')[1]).get('task') ?? '')""";

	private final Visit visit;

	private final Page page;

	private final Set<String> kinds = new HashSet<>();

	private final List<String> clicked = new ArrayList<>();

	private final List<String> missed = new ArrayList<>();

	private final List<String> refused = new ArrayList<>();

	private final Set<Request> underWay = new HashSet<>();

	private int begun;

	Walk(Visit visit) {
		this.visit = visit;
		this.page = visit.page();
		this.page.onRequest((request) -> {
			this.begun++;
			this.underWay.add(request);
		});
		this.page.onRequestFinished(this.underWay::remove);
		this.page.onRequestFailed(this.underWay::remove);
	}

	/**
	 * Clicks all that a place offers and that was not clicked before.
	 * @param address of the place, with a leading slash
	 * @param sign what is there once the place is; a selector
	 * @return this
	 */
	public Walk through(String address, String sign) {
		this.page.navigate("about:blank");
		this.underWay.clear();
		String place = go(address, sign);
		for (int steps = 0; steps < MOST; steps++) {
			Optional<Control> next = controls().stream().filter((it) -> this.kinds.add(it.kind())).findFirst();
			if (next.isEmpty()) {
				if (!this.page.locator(".modal-content").locator("visible=true").isVisible()) {
					return this;
				}
				this.page.navigate("about:blank");
				this.underWay.clear();
				place = go(address, sign);
			}
			else {
				click(next.get(), place);
				if (!place.equals(this.page.evaluate(PLACE))) {
					place = go(address, sign);
				}
			}
		}
		throw new AssertionError("%s offers something new after each of %d clicks.".formatted(address, MOST));
	}

	/**
	 * What was clicked.
	 * @return one line for each control
	 */
	public List<String> clicked() {
		return this.clicked;
	}

	/**
	 * What could not be clicked because something lay over it, or it had gone.
	 * @return one line for each control
	 */
	public List<String> missed() {
		return this.missed;
	}

	/**
	 * What ended in a refusal.
	 * @return one line for each answer 403, with place and control; empty when all is
	 * well
	 */
	public List<String> refused() {
		return this.refused;
	}

	private void click(Control control, String place) {
		Locator element = this.page.locator("[data-walk='%s']".formatted(control.number()));
		try {
			element.click(new Locator.ClickOptions().setTimeout(PATIENCE));
			this.clicked.add(control.called());
		}
		catch (TimeoutError ex) {
			this.missed.add("%s: %s".formatted(place, control.called()));
		}
		settle();
		note("%s: %s".formatted(place, control.called()));
	}

	private String go(String address, String sign) {
		this.page.navigate(address);
		assertThat(this.page.locator(sign).first()).isVisible();
		settle();
		note(address);
		return (String) this.page.evaluate(PLACE);
	}

	private void note(String where) {
		this.visit.refusals().forEach((call) -> this.refused.add("%s → %s".formatted(where, call)));
		this.visit.refusals().clear();
	}

	/** Waits until nothing is asked any more and nothing new has been asked for. */
	private void settle() {
		int before;
		do {
			before = this.begun;
			try {
				this.page.evaluate(STILL);
				this.page.waitForCondition(this.underWay::isEmpty,
						new Page.WaitForConditionOptions().setTimeout(PATIENCE));
			}
			catch (TimeoutError ex) {
				this.underWay.clear();
			}
			catch (PlaywrightException ex) {
				// the page is being left: the next one is waited for
				this.page.waitForLoadState();
			}
		}
		while (this.begun != before);
	}

	@SuppressWarnings("unchecked")
	private List<Control> controls() {
		return ((List<Map<String, Object>>) this.page.evaluate(CONTROLS)).stream()
			.map((it) -> new Control((String) it.get("number"), (String) it.get("kind"), (String) it.get("called")))
			.toList();
	}

	/**
	 * Something that can be clicked.
	 */
	private record Control(String number, String kind, String called) {
	}

}
