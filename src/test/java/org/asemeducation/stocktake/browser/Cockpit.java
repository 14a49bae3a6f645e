package org.asemeducation.stocktake.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * Our part of Cockpit's dashboard, used by the names that are shown.
 */
public final class Cockpit {

	private final Page page;

	Cockpit(Visit visit) {
		this.page = visit.page();
		assertThat(line("").first()).isVisible();
	}

	public Locator board() {
		return this.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Reporting cycle"));
	}

	/**
	 * A row of the table of initiatives.
	 * @param words that stand in it
	 * @return the row, or rows
	 */
	public Locator line(String words) {
		return board().locator("tbody tr").filter(new Locator.FilterOptions().setHasText(words));
	}

	/**
	 * A column's head.
	 * @param name of the column
	 * @return the head, which says how the table is sorted
	 */
	public Locator head(String name) {
		return board().getByRole(AriaRole.COLUMNHEADER, new Locator.GetByRoleOptions().setName(name));
	}

	/**
	 * The button that shows only initiatives of a kind.
	 * @param name such as {@code Returned}
	 * @return the button, with their number
	 */
	public Locator count(String name) {
		return board().getByRole(AriaRole.GROUP)
			.getByRole(AriaRole.BUTTON)
			.filter(new Locator.FilterOptions().setHasText(name));
	}

	public Locator search() {
		return board().getByLabel("Search");
	}

	/**
	 * How many initiatives are found.
	 * @return a sentence
	 */
	public Locator found() {
		return board().locator(".st-found");
	}

	public Locator meeting(String kind) {
		return board().getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(kind));
	}

}
