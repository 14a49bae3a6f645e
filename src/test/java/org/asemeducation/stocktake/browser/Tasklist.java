package org.asemeducation.stocktake.browser;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitUntilState;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * Camunda's Tasklist as a person finds their way in it: by the names that are shown.
 */
public final class Tasklist {

	private final Visit visit;

	private final Page page;

	Tasklist(Visit visit) {
		this.visit = visit;
		this.page = visit.page();
		assertThat(this.page.locator(".task-filter").first()).isVisible();
		assertThat(this.page.getByPlaceholder("Filter Tasks")).isVisible();
	}

	/**
	 * Chooses a list at the left.
	 * @param name of the list
	 * @return this
	 */
	public Tasklist list(String name) {
		this.page.locator(".task-filter").filter(new Locator.FilterOptions().setHasText(name)).locator("h4 a").click();
		assertThat(this.page.locator(".task-filter.active")).containsText(name);
		return this;
	}

	/**
	 * Opens a task of the list and waits for its form.
	 * @param name the task's name or the beginning of it
	 * @return the form
	 */
	public TaskForm task(String name) {
		entry(name).click();
		assertThat(this.page.locator(".task-card h2.task")).containsText(name);
		return new TaskForm(this.visit, this.page.locator(".task-card"));
	}

	/**
	 * The line of a task in the list.
	 * @param name the task's name or the beginning of it
	 * @return zero or one, as it may be
	 */
	public Locator entry(String name) {
		return this.page.locator("li.task h4.task a").filter(new Locator.FilterOptions().setHasText(name));
	}

	/**
	 * Opens the form that starts a process.
	 * @param name the process's name
	 * @return the form, in Tasklist's dialog
	 */
	public TaskForm start(String name) {
		this.page.locator(".start-process-action a").click();
		Locator dialog = this.page.locator(".modal-content");
		dialog.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile("^\\s*" + name)))
			.click();
		return new TaskForm(this.visit, dialog);
	}

	/**
	 * The form of the task that is shown already.
	 * @return the form
	 */
	public TaskForm open() {
		return new TaskForm(this.visit, this.page.locator(".task-card"));
	}

	/**
	 * Waits for a task that a job is about to create; Tasklist itself looks again only
	 * now and then.
	 * @param name the task's name or the beginning of it
	 * @return this
	 */
	public Tasklist awaitTask(String name) {
		this.page.waitForCondition(() -> {
			if (entry(name).count() == 0) {
				this.page.reload(new Page.ReloadOptions().setWaitUntil(WaitUntilState.NETWORKIDLE));
			}
			return entry(name).count() > 0;
		});
		return this;
	}

	/**
	 * Signs out by Tasklist's own menu.
	 */
	public void signOut() {
		this.page.locator("[cam-widget-header] .account .dropdown-toggle").click();
		this.page.locator("[cam-widget-header] .logout a").click();
	}

	/**
	 * What Tasklist says at the top right after something was done.
	 * @return its messages
	 */
	public Locator messages() {
		return this.page.locator(".page-notifications");
	}

}
