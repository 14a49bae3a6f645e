package org.asemeducation.stocktake.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitUntilState;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * One person at one browser, from opening it to closing it.
 */
public final class Visit {

	private static final int WIDTH = 1400;

	private static final int HEIGHT = 900;

	private static final int NARROW = 390;

	private static final double PATIENCE = 30_000;

	private static final Pattern UNTRANSLATED = Pattern.compile("[A-Z]{3,}_[A-Z]{3,}");

	/** Tasklist's own script ends so when it asks for tasks while no server is there. */
	private static final List<String> OF_CAMUNDA = List.of("reading 'headers'", "crossDomainError",
			"camunda-tasklist-bootstrap.js");

	private final BrowserContext context;

	private final Page page;

	private final String mark;

	/** Nobody looks at them in continuous integration, where they take minutes. */
	private static final boolean PICTURES = !"true".equals(System.getenv("CI"))
			|| Boolean.getBoolean("stocktake.pictures");

	private boolean killed;

	private final List<String> mishaps = new ArrayList<>();

	private final List<String> refusals = new ArrayList<>();

	private final List<String> notes = new ArrayList<>();

	Visit(Browser browser, String root, String zone) {
		this(browser, root, zone, "no browser of its own");
	}

	/**
	 * A visit in a browser whose command line bears a mark.
	 */
	Visit(Browser browser, String root, String zone, String mark) {
		this.mark = mark;
		this.context = browser.newContext(new Browser.NewContextOptions().setBaseURL(root)
			.setViewportSize(WIDTH, HEIGHT)
			.setLocale("en-GB")
			.setTimezoneId(zone)
			.setColorScheme(ColorScheme.LIGHT));
		this.context.setDefaultTimeout(PATIENCE);
		this.page = this.context.newPage();
		this.page.onRequestFailed(
				(request) -> this.notes.add("%s %s: %s".formatted(request.method(), request.url(), request.failure())));
		this.page.onPageError((error) -> {
			this.notes.add(error);
			if (!OF_CAMUNDA.stream().allMatch(error::contains)) {
				this.mishaps.add(error);
			}
		});
		this.page.onResponse((response) -> {
			if (response.status() == 403) {
				this.refusals.add(response.request().method() + " " + response.url());
			}
		});
	}

	/**
	 * Signs in on the page that is shown, or on the sign-in page.
	 * @param account e-mail address or user id
	 * @return this
	 */
	public Visit signIn(String account) {
		if (!this.page.url().contains("/login")) {
			this.page.navigate("/login");
		}
		this.page.getByLabel("E-mail address").fill(account);
		this.page.getByLabel("Password").fill("demo");
		button("Sign in").click();
		assertThat(this.page.getByLabel("Password")).hasCount(0);
		return this;
	}

	/**
	 * Goes to an address of Stocktake.
	 * @param path with a leading slash
	 * @return the page
	 */
	public Page open(String path) {
		this.page.navigate(path);
		return this.page;
	}

	/**
	 * Goes to a form on a page of ours.
	 * @param path with a leading slash
	 * @return the form
	 */
	public TaskForm form(String path) {
		this.page.navigate(path);
		return new TaskForm(this, this.page.locator("body"));
	}

	/**
	 * The form on the page of ours that is shown already.
	 * @return the form
	 */
	public TaskForm shownForm() {
		return new TaskForm(this, this.page.locator("body"));
	}

	/**
	 * Goes to Tasklist.
	 * @return it
	 */
	public Tasklist tasklist() {
		this.page.navigate("/camunda/app/tasklist/default/");
		return new Tasklist(this);
	}

	/**
	 * Tasklist, which is shown already.
	 * @return it
	 */
	public Tasklist shownTasklist() {
		return new Tasklist(this);
	}

	/**
	 * Goes to Cockpit's dashboard.
	 * @return our part of it
	 */
	public Cockpit cockpit() {
		this.page.navigate("/camunda/app/cockpit/default/");
		return new Cockpit(this);
	}

	/**
	 * Cockpit's dashboard, which is shown already.
	 * @return our part of it
	 */
	public Cockpit shownCockpit() {
		return new Cockpit(this);
	}

	/**
	 * Begins to click whatever is offered.
	 * @return the walk
	 */
	public Walk walk() {
		return new Walk(this);
	}

	/**
	 * Puts the mouse away.
	 * @return the keyboard
	 */
	public Keys keys() {
		return new Keys(this.page);
	}

	public Page page() {
		return this.page;
	}

	/**
	 * A button anywhere on the page.
	 * @param name what it says, in full
	 * @return the button
	 */
	public Locator button(String name) {
		return this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

	/**
	 * Errors that scripts ended with.
	 * @return their messages; empty when all is well
	 */
	public List<String> mishaps() {
		return this.mishaps;
	}

	/**
	 * What may explain a failure: all errors of scripts, and requests without an answer.
	 * @return in the order in which it happened
	 */
	List<String> notes() {
		return this.notes;
	}

	/**
	 * What the server did not allow so far.
	 * @return method and address of each call; empty when nothing was refused
	 */
	public List<String> refusals() {
		return this.refusals;
	}

	/**
	 * Keeps what this person sees in {@code target/screenshots}; with {@code CI=true}
	 * only when {@code -Dstocktake.pictures=true} asks for it.
	 * @param name of the file, without its ending
	 * @return this
	 */
	public Visit picture(String name) {
		if (this.page.url().contains("/camunda/")) {
			assertThat(this.page.locator("body")).not()
				.containsText(UNTRANSLATED, new LocatorAssertions.ContainsTextOptions().setUseInnerText(true));
		}
		return PICTURES ? photograph(name) : this;
	}

	Visit photograph(String name) {
		this.page.screenshot(new Page.ScreenshotOptions().setPath(file(name)));
		return this;
	}

	private static Path file(String name) {
		return Path.of("target", "screenshots", name + ".png");
	}

	/**
	 * The same for the whole page, however long.
	 * @param name of the file, without its ending
	 * @return this
	 */
	public Visit longPicture(String name) {
		if (PICTURES) {
			this.page.screenshot(new Page.ScreenshotOptions().setPath(file(name)).setFullPage(true));
		}
		return this;
	}

	/**
	 * Opens a page, holds it to what people with a disability need, and takes a picture
	 * of the whole and one as on a phone.
	 * @param path of the page
	 * @param name of the files, without their ending
	 * @return the page
	 */
	public Page look(String path, String name) {
		open(path);
		Accessible.check(this.page);
		longPicture(name).narrowPicture(name + "-narrow");
		return this.page;
	}

	/**
	 * The same as on a phone, 390 pixels wide.
	 * @param name of the file, without its ending
	 * @return this
	 */
	public Visit narrowPicture(String name) {
		if (!PICTURES) {
			return this;
		}
		this.page.setViewportSize(NARROW, HEIGHT);
		this.page.reload(new Page.ReloadOptions().setWaitUntil(WaitUntilState.NETWORKIDLE));
		picture(name);
		this.page.setViewportSize(WIDTH, HEIGHT);
		this.page.reload(new Page.ReloadOptions().setWaitUntil(WaitUntilState.NETWORKIDLE));
		return this;
	}

	/**
	 * Sees that nobody with a phone has to scroll the page sideways.
	 * @return this
	 */
	public Visit fitsAPhone() {
		this.page.setViewportSize(NARROW, HEIGHT);
		org.assertj.core.api.Assertions.assertThat((Integer) this.page.evaluate("document.documentElement.scrollWidth"))
			.as("width of %s in pixels, on a phone", this.page.url())
			.isLessThanOrEqualTo(NARROW);
		this.page.setViewportSize(WIDTH, HEIGHT);
		return this;
	}

	/**
	 * The same on a phone without loading the page anew, for what is in a dialog.
	 * @param name of the file, without its ending
	 * @return this
	 */
	public Visit phonePicture(String name) {
		if (PICTURES) {
			this.page.setViewportSize(NARROW, HEIGHT);
			photograph(name); // Camunda has no words for its button of a narrow screen
			this.page.setViewportSize(WIDTH, HEIGHT);
		}
		return this;
	}

	/**
	 * Ends a browser of one's own from one moment to the next, without a word to the
	 * page.
	 */
	public void kill() {
		List<ProcessHandle> processes = ProcessHandle.current()
			.descendants()
			.filter((process) -> process.info().commandLine().orElse("").contains(this.mark))
			.toList();
		if (processes.isEmpty()) {
			throw new AssertionError("No process of this browser is found.");
		}
		this.killed = true;
		processes.forEach(ProcessHandle::destroyForcibly);
		processes.forEach((process) -> process.onExit().join());
	}

	/**
	 * Closes the browser; what it keeps is lost, as in a private window.
	 */
	public void close() {
		if (!this.killed) {
			this.context.close();
		}
	}

}
