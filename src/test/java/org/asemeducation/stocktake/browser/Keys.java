package org.asemeducation.stocktake.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody without a mouse. Whatever takes the keyboard on their way has to be seen:
 * marked, on the screen, and with nothing above it.
 */
public final class Keys {

	private static final int MOST = 250;

	/** Empty where all is well; Camunda's own controls are Camunda's. */
	private static final String UNSEEN = """
			() => {
			  const here = document.activeElement;
			  if (here === document.body || (location.pathname.startsWith('/camunda/') && !here.closest('.stocktake'))) {
			    return '';
			  }
			  const { outlineStyle, outlineWidth } = getComputedStyle(here);
			  const box = here.getBoundingClientRect();
			  const top = Math.max(box.top, 0);
			  const bottom = Math.min(box.bottom, innerHeight);
			  const above = document.elementFromPoint(Math.min(box.left + box.width / 2, innerWidth - 1), (top + bottom) / 2);
			  const what = here.outerHTML.slice(0, 200);
			  if (outlineStyle === 'none' || parseFloat(outlineWidth) < 1) {
			    return `not marked: ${what}`;
			  }
			  if (box.width < 1 || bottom <= top) {
			    return `not on the screen: ${what}`;
			  }
			  return above && (here.contains(above) || above.contains(here)) ? '' : `under ${above?.outerHTML.slice(0, 100)}: ${what}`;
			}""";

	private static final String IN_GROUP = "choice => document.activeElement.name === choice.name";

	private final Page page;

	Keys(Page page) {
		this.page = page;
	}

	/**
	 * Presses a key.
	 * @param key as Playwright calls it, such as {@code Enter}
	 * @return this
	 */
	public Keys press(String key) {
		this.page.keyboard().press(key);
		return this;
	}

	/**
	 * Types where the keyboard is.
	 * @param text what
	 * @return this
	 */
	public Keys type(String text) {
		this.page.keyboard().type(text);
		return this;
	}

	/**
	 * Presses Tab until something has the keyboard.
	 * @param place what
	 * @return this
	 */
	public Keys to(Locator place) {
		return walk(place, "Tab");
	}

	/**
	 * Goes back with Shift and Tab until something has the keyboard.
	 * @param place what
	 * @return this
	 */
	public Keys backTo(Locator place) {
		return walk(place, "Shift+Tab");
	}

	/**
	 * Makes sure that the keyboard is somewhere, and is seen there.
	 * @param place where
	 * @return this
	 */
	public Keys at(Locator place) {
		assertThat(place).isFocused();
		return look();
	}

	/**
	 * Goes to the group of a choice, wherever in it the keyboard arrives, and chooses
	 * with the arrows.
	 * @param choice what to choose
	 * @return this
	 */
	public Keys choose(Locator choice) {
		assertThat(choice).isVisible();
		for (int steps = 0; steps < MOST && !(boolean) choice.evaluate(IN_GROUP); steps++) {
			press("Tab").look();
		}
		for (int steps = 0; steps < MOST && !choice.isChecked(); steps++) {
			press("ArrowRight").look();
		}
		assertThat(choice).isChecked();
		return at(choice);
	}

	private Keys walk(Locator place, String key) {
		assertThat(place).isVisible();
		for (int steps = 0; steps < MOST && !isAt(place); steps++) {
			press(key).look();
		}
		return at(place);
	}

	private Keys look() {
		assertThat((String) this.page.evaluate(UNSEEN)).as("where the keyboard is").isEmpty();
		return this;
	}

	private static boolean isAt(Locator place) {
		return (boolean) place.evaluate("place => place === document.activeElement");
	}

}
