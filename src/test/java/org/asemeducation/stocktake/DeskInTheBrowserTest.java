package org.asemeducation.stocktake;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.asemeducation.stocktake.browser.Accessible;
import org.asemeducation.stocktake.browser.BrowserTest;
import org.asemeducation.stocktake.browser.Chromium;
import org.asemeducation.stocktake.browser.Visit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * The secretariat's desk: templates of mails, closed dates, superiors, the calendar's
 * address.
 */
@BrowserTest
class DeskInTheBrowserTest {

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	@AfterEach
	void clearAway() {
		this.jdbc.sql("delete from mail_template").update();
		this.jdbc.sql("delete from closed_date").update();
		this.jdbc.sql("delete from superior").update();
		this.jdbc.sql("delete from calendar_feed").update();
	}

	@Test
	void aTemplateIsChangedLookedAtAndSaved(Chromium chromium) {
		// given
		Visit desk = chromium.visit(this.port).signIn("aes@stocktake.example");
		Page page = desk.open("/desk/templates");
		desk.picture("75-templates");
		Accessible.check(page);
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Reminder before the deadline")).click();
		// when
		String words = page.getByLabel("Words (en)").inputValue();
		page.getByLabel("Words (en)").fill(words.replace("How it works", "How it works for you {{nothing}}"));
		button(page, "Preview");
		// then
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("{{nothing}} is unknown here: use one of");
		desk.picture("76-template-refused");
		// when
		page.getByLabel("Words (en)").fill(words.replace("How it works", "How it works for you"));
		button(page, "Preview");
		// then
		assertThat(page.locator(".st-letter-page h2").first()).hasText("Also waiting for you");
		assertThat(page.locator(".st-letter-page")).containsText("How it works for you");
		Accessible.check(page);
		page.locator("#preview").scrollIntoViewIfNeeded();
		desk.longPicture("77-template-preview");
		// when
		button(page, "Save: the next mail has these words");
		// then
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("Saved: the next mail has these words.");
		assertThat(page.getByText("These are the secretariat’s own words.")).isVisible();
		page.setViewportSize(390, 800);
		desk.picture("78-template-narrow");
	}

	@Test
	void closedDaysAreEntered(Chromium chromium) {
		// given
		Visit desk = chromium.visit(this.port).signIn("aes@stocktake.example");
		Page page = desk.open("/desk/closed-dates");
		// when
		page.getByLabel("First day").fill("2040-12-24");
		page.getByLabel("Last day").fill("2041-01-01");
		page.getByLabel("Whose").selectOption("Malta");
		page.getByLabel("Why").fill("Christmas");
		button(page, "Enter these days");
		// then
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("The days are entered");
		assertThat(page.locator("tbody tr")).containsText("Mon 24 Dec 2040 – Tue 1 Jan 2041");
		Accessible.check(page);
		desk.picture("79-closed-dates");
	}

	@Test
	void aSuperiorIsEntered(Chromium chromium) {
		// given
		Visit desk = chromium.visit(this.port).signIn("aes@stocktake.example");
		Page page = desk.open("/desk/superiors");
		// when
		page.getByLabel("Party").selectOption("Malta");
		page.getByLabel("Name").fill("Ada Lane");
		page.getByLabel("E-mail address").fill("Ada.Lane@ministry.example");
		button(page, "Enter this superior");
		// then
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("The superior is entered");
		assertThat(page.locator("tbody tr")).containsText("ada.lane@ministry.example");
		Accessible.check(page);
		desk.picture("81-superiors");
		desk.narrowPicture("82-superiors-narrow");
	}

	@Test
	void theCalendarHasAnAddress(Chromium chromium) {
		// given
		Visit desk = chromium.visit(this.port).signIn("aes@stocktake.example");
		Page page = desk.open("/desk/calendar");
		// when
		button(page, "Make an address");
		// then
		assertThat(page.locator("pre")).containsText("/calendar/");
		Accessible.check(page);
		desk.picture("80-calendar");
	}

	private static void button(Page page, String name) {
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).click();
	}

}
