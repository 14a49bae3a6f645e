package org.asemeducation.stocktake.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The browser that is installed on this machine, started once for all tests. Nothing is
 * downloaded.
 */
public final class Chromium implements ExtensionContext.Store.CloseableResource {

	/**
	 * What to do where there is none.
	 */
	static final String INSTALL = "Browser tests need Chromium: install it (on Debian: apt-get install chromium),"
			+ " or name the program of a Chromium or Chrome in the environment variable CHROMIUM.";

	private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome",
			"google-chrome-stable");

	private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu",
			"--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
			"--disable-quic");

	private static final double PATIENCE = 30_000;

	private static final Logger log = LoggerFactory.getLogger(Chromium.class);

	private final Path program;

	private final Playwright playwright;

	private final Browser browser;

	private final List<Visit> visits = new ArrayList<>();

	/**
	 * Starts a browser.
	 * @param program where it is, see {@link #installed}
	 */
	public Chromium(Path program) {
		this.program = program;
		PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
		this.playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		this.browser = this.playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(program).setArgs(ARGUMENTS));
	}

	/**
	 * Opens the browser as somebody who has never been here before.
	 * @param port where Stocktake listens
	 * @return closed after the test
	 */
	public Visit visit(int port) {
		return visit(port, "Europe/Rome");
	}

	/**
	 * Opens the browser of somebody elsewhere.
	 * @param port where Stocktake listens
	 * @param zone whose clock the browser has
	 * @return closed after the test
	 */
	public Visit visit(int port, String zone) {
		Visit visit = new Visit(this.browser, "http://localhost:" + port, zone);
		this.visits.add(visit);
		return visit;
	}

	/**
	 * Opens a browser of its own, which {@link Visit#kill} ends as a crash does.
	 * @param port where Stocktake listens
	 * @return closed after the test, if it still lives
	 */
	public Visit mortal(int port) {
		String mark = "--stocktake-mortal=" + UUID.randomUUID();
		List<String> arguments = new ArrayList<>(ARGUMENTS);
		arguments.add(mark);
		Browser browser = this.playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(this.program).setArgs(arguments));
		Visit visit = new Visit(browser, "http://localhost:" + port, "Europe/Rome", mark);
		this.visits.add(visit);
		return visit;
	}

	/**
	 * Ends all visits of a test.
	 * @param failure why it failed; then what each browser noted goes to the log, and
	 * what each person saw last is kept as a picture; {@code null} when all is well
	 * @return errors that scripts ended with
	 */
	List<String> leave(@Nullable Throwable failure) {
		if (failure != null) {
			this.visits.forEach((visit) -> explain(failure, visit));
		}
		this.visits.forEach(Visit::close);
		List<String> mishaps = this.visits.stream().flatMap((visit) -> visit.mishaps().stream()).toList();
		this.visits.clear();
		return mishaps;
	}

	private void explain(Throwable failure, Visit visit) {
		int number = this.visits.indexOf(visit);
		log.warn("Browser {} noted before it failed with \"{}\": {}", number, failure.getMessage(), visit.notes());
		visit.photograph("failed-" + number);
	}

	@Override
	public void close() {
		this.browser.close();
		this.playwright.close();
	}

	/**
	 * The browser of this machine.
	 * @return where it is; nothing where there is none
	 */
	public static Optional<Path> installed() {
		String named = System.getenv("CHROMIUM");
		if (named != null && !named.isBlank()) {
			return Optional.of(Path.of(named)).filter(Files::isExecutable);
		}
		String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
		return NAMES.stream()
			.flatMap((name) -> Stream.of(path.split(File.pathSeparator)).map((place) -> Path.of(place, name)))
			.filter(Files::isExecutable)
			.findFirst();
	}

}
