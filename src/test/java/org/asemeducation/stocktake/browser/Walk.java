package org.asemeducation.stocktake.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
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

	private static final double PATIENCE = 4_000;

	private static final String CONTROLS = script("controls.js");

	private static final String PLACE = """
			() => location.pathname + location.hash.split('?')[0]
			    + (new URLSearchParams(location.hash.split('?')[1]).get('task') ?? '')""";

	private final Visit visit;

	private final Page page;

	private final Set<String> kinds = new HashSet<>();

	private final List<String> clicked = new ArrayList<>();

	private final List<String> missed = new ArrayList<>();

	private final List<String> refused = new ArrayList<>();

	private final Rest rest;

	Walk(Visit visit) {
		this.visit = visit;
		this.page = visit.page();
		this.rest = new Rest(this.page);
	}

	/**
	 * Clicks all that a place offers and that was not clicked before.
	 * @param address of the place, with a leading slash
	 * @param sign what is there once the place is; a selector
	 * @return this
	 */
	public Walk through(String address, String sign) {
		this.page.navigate("about:blank");
		this.rest.forget();
		String place = go(address, sign);
		for (int steps = 0; steps < MOST; steps++) {
			Optional<Control> next = controls().stream().filter((it) -> this.kinds.add(it.kind())).findFirst();
			if (next.isEmpty()) {
				if (!this.page.locator(".modal-content").locator("visible=true").isVisible()) {
					return this;
				}
				this.page.navigate("about:blank");
				this.rest.forget();
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

	/**
	 * Keeps what was clicked, missed and refused in {@code target/walks}.
	 * @param name of the file, without its ending
	 * @return this
	 */
	public Walk keep(String name) throws IOException {
		Path file = Files.createDirectories(Path.of("target", "walks")).resolve(name + ".txt");
		Files.write(file,
				Stream
					.of(this.clicked.stream().map("clicked "::concat), this.missed.stream().map("missed  "::concat),
							this.refused.stream().map("REFUSED "::concat))
					.flatMap(Function.identity())
					.toList());
		return this;
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
		this.rest.await();
		note("%s: %s".formatted(place, control.called()));
	}

	private String go(String address, String sign) {
		this.page.navigate(address);
		assertThat(this.page.locator(sign).first()).isVisible();
		this.rest.await();
		note(address);
		return (String) this.page.evaluate(PLACE);
	}

	private void note(String where) {
		this.visit.refusals().forEach((call) -> this.refused.add("%s → %s".formatted(where, call)));
		this.visit.refusals().clear();
	}

	@SuppressWarnings("unchecked")
	private List<Control> controls() {
		return ((List<Map<String, Object>>) this.page.evaluate(CONTROLS)).stream()
			.map((it) -> new Control((String) it.get("number"), (String) it.get("kind"), (String) it.get("called")))
			.toList();
	}

	private static String script(String name) {
		try (InputStream file = Walk.class.getResourceAsStream("/browser/" + name)) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Something that can be clicked.
	 */
	private record Control(String number, String kind, String called) {
	}

}
