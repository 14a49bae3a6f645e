package org.asemeducation.stocktake.browser;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * One of our forms, in Tasklist or on our own page, used as a person does: by labels.
 */
public final class TaskForm {

	private final Visit visit;

	private final Locator frame;

	TaskForm(Visit visit, Locator frame) {
		this.visit = visit;
		this.frame = frame;
		assertThat(frame.locator(".stocktake").locator(".st-form, .st-reading").first()).isAttached();
	}

	public TaskForm fill(String label, String text) {
		this.frame.getByLabel(label).and(this.frame.locator("input, textarea")).first().fill(text);
		return this;
	}

	public TaskForm choose(String question, String answer) {
		group(question).getByLabel(answer, new Locator.GetByLabelOptions().setExact(true)).check();
		return this;
	}

	/**
	 * Chooses from a list.
	 * @param field the field's name in the stored content
	 * @param value what is stored for the entry
	 * @return this
	 */
	public TaskForm select(String field, String value) {
		field(field).locator("select").selectOption(value);
		return this;
	}

	/**
	 * Searches for an initiative among those of a cycle, and ticks it.
	 * @param initiative its id
	 * @return this
	 */
	public TaskForm tick(String initiative) {
		fill("Search", initiative);
		this.frame.locator(".st-picked label").filter(new Locator.FilterOptions().setHasText(initiative + " ")).click();
		assertThat(field("initiatives")).containsText(Pattern.compile("chosen: .*" + initiative));
		return this;
	}

	/**
	 * Answers each line of "You said – you did" in one way.
	 * @return this
	 */
	public TaskForm answerEveryLine() {
		for (Locator line : this.frame.locator(".st-said").all()) {
			line.locator("input[type=radio]").nth(1).check();
			line.locator("textarea").fill("It is coming along.");
		}
		return this;
	}

	public TaskForm press(String button) {
		this.frame.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true)).click();
		return this;
	}

	/**
	 * A part of the form that answers one question.
	 * @param name what stands above it
	 * @return the part
	 */
	public Locator group(String name) {
		return this.frame.getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName(name)).first();
	}

	/**
	 * The part of the form for a field of the stored content.
	 * @param name the field's name there
	 * @return the part
	 */
	public Locator field(String name) {
		return this.frame.locator("[data-field=\"%s\"]".formatted(name));
	}

	/**
	 * The panel above the form, with a summary or a question.
	 * @return the panel
	 */
	public Locator notice() {
		return this.frame.locator(".st-notice");
	}

	/**
	 * The line beside the buttons.
	 * @return the line
	 */
	public Locator status() {
		return this.frame.locator(".st-status");
	}

	public Locator frame() {
		return this.frame;
	}

	public Visit visit() {
		return this.visit;
	}

}
