package org.asemeducation.stocktake.browser;

import java.util.HashSet;
import java.util.Set;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.TimeoutError;

/**
 * When a page has come to rest: nothing is asked of the server, and nothing on the page
 * changes any more. A page that never rests is not waited for.
 */
final class Rest {

	private static final double PATIENCE = 2_000;

	private static final String STILL = """
			() => new Promise((still) => {
			  let wait = setTimeout(done, 120);
			  const never = setTimeout(done, 2000);
			  const watch = new MutationObserver(() => { clearTimeout(wait); wait = setTimeout(done, 120); });
			  function done() { watch.disconnect(); clearTimeout(wait); clearTimeout(never); still(); }
			  watch.observe(document, { subtree: true, childList: true, attributes: true });
			})""";

	private final Page page;

	private final Set<Request> underWay = new HashSet<>();

	private int begun;

	Rest(Page page) {
		this.page = page;
		page.onRequest((request) -> {
			this.begun++;
			this.underWay.add(request);
		});
		page.onRequestFinished(this.underWay::remove);
		page.onRequestFailed(this.underWay::remove);
	}

	/** What was asked by the page before is not waited for. */
	void forget() {
		this.underWay.clear();
	}

	void await() {
		int before;
		do {
			before = this.begun;
			try {
				this.page.evaluate(STILL);
				this.page.waitForCondition(this.underWay::isEmpty,
						new Page.WaitForConditionOptions().setTimeout(PATIENCE));
			}
			catch (TimeoutError ex) {
				forget();
			}
			catch (PlaywrightException ex) {
				// the page is being left: the next one is waited for
				this.page.waitForLoadState();
			}
		}
		while (this.begun != before);
	}

}
