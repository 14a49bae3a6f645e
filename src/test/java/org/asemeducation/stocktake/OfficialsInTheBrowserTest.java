package org.asemeducation.stocktake;

import java.time.LocalDate;
import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.browser.Accessible;
import org.asemeducation.stocktake.browser.TaskForm;
import org.asemeducation.stocktake.browser.BrowserTest;
import org.asemeducation.stocktake.browser.Chromium;
import org.asemeducation.stocktake.browser.Visit;
import org.asemeducation.stocktake.report.Sealing;
import org.asemeducation.stocktake.report.SealedVersion;
import org.asemeducation.stocktake.report.SmallCycle;
import org.asemeducation.stocktake.report.model.Annex;
import org.asemeducation.stocktake.report.model.ReportModel.State;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * What officials and the secretariat find of a sealed version, as they see it, wide and
 * narrow.
 */
@BrowserTest
class OfficialsInTheBrowserTest {

	private static final String CYCLE = "OFFICIALS";

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Sealing sealing;

	@Autowired
	private Register register;

	@Test
	void officialsReadTheirPageAndAnswerAndTheSecretariatSeesIt(Chromium chromium) {
		seal();
		Visit official = chromium.visit(this.port).signIn("thailand@stocktake.example");
		official.look("/officials/" + CYCLE, "60-officials");
		official.look("/officials/%s/versions/2/partners/%d".formatted(CYCLE, thailand()), "61-partner");
		Page page = official.look("/officials/%s/no-objection".formatted(CYCLE), "62-no-objection");
		page.getByLabel("comments; this does not stop the round").check();
		page.getByLabel("Text", new Page.GetByLabelOptions().setExact(true)).fill("Name the host.");
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Answer").setExact(true)).click();
		assertThat(page.locator("main")).containsText("The answer of Thailand is recorded.");
		assertThat(page.locator("main")).containsText("Name the host.");
		official.look("/officials/%s/conclusions".formatted(CYCLE), "63-conclusions");
		official.look("/officials/%s/record".formatted(CYCLE), "64-record");
		Visit secretariat = chromium.visit(this.port).signIn("aes@stocktake.example");
		Page round = secretariat.look("/officials/%s/no-objection".formatted(CYCLE), "65-round-for-the-secretariat");
		round.getByLabel("Why it is prolonged").fill("Two ministries asked for more time.");
		secretariat.button("Prolong it").click();
		assertThat(round.getByRole(AriaRole.ALERT)).containsText("Choose an hour after the one at which it closes now");
		assertThat(round.getByLabel("Why it is prolonged")).hasValue("Two ministries asked for more time.");
		round.getByLabel("New closing hour").fill(LocalDate.now().plusDays(20) + "T18:00");
		secretariat.button("Prolong it").click();
		assertThat(round.locator("main")).containsText("The round is prolonged.");
		assertThat(round.locator("main")).containsText("Two ministries asked for more time.");
		round.getByLabel("Why it is called off").fill("The meeting is postponed.");
		secretariat.button("Call it off").click();
		assertThat(round.locator("main")).containsText("Round 1: called off");
		Accessible.check(round);
		secretariat.longPicture("65a-round-called-off");
		secretariat.look("/officials/%s/record".formatted(CYCLE), "65b-record-of-a-round-called-off");
		secretariat.look("/officials/%s/conclusions".formatted(CYCLE), "66-conclusions-attached");
		secretariat.look("/officials/%s/versions/2/partners".formatted(CYCLE), "67-partners");
		cannotBeClosed(secretariat);
		Page sealed = secretariat.look("/reports/%s/sealed".formatted(CYCLE), "69-sealed");
		String compared = sealed.locator("a[href*='/since/']").first().getAttribute("href");
		assertThat(secretariat.look(compared, "69b-compared").locator("h1")).isVisible();
	}

	private static void cannotBeClosed(Visit secretariat) {
		TaskForm form = secretariat.tasklist().start("Close a cycle");
		form.select("cycle", CYCLE).fill("Reason", "We have had enough");
		assertThat(form.frame()).containsText("It cannot be closed now");
		form.press("Close the cycle");
		form.press("Yes, close it");
		assertThat(form.notice()).containsText("The cycle is not closed: ministers have the version sealed for them");
		secretariat.picture("68-close-cycle-refused");
		Accessible.check(secretariat.page());
	}

	private void seal() {
		SmallCycle cycle = new SmallCycle(this.jdbc, CYCLE);
		this.jdbc
			.sql("""
					insert into meeting (cycle, kind, state) values (:cycle, 'SOM2', 'planned'), (:cycle, 'ASEMME', 'planned')""")
			.param("cycle", CYCLE)
			.update();
		Annex annex = new Annex("Work plan", List.of(new Annex.Line(1, "A01-I01",
				"A school in Thailand, with a host to be named", "2030", "A network of twelve schools", null, null)));
		this.sealing.seal(cycle.name(), State.FOR_OFFICIALS, (report) -> annex, "aes");
		SealedVersion version = this.sealing.seal(cycle.name(), State.FOR_MINISTERS, (report) -> annex, "aes");
		this.jdbc
			.sql("""
					insert into no_objection_round (cycle, number, opens_at, closes_at, zone, reminder_days, planned_at, planned_by)
					values (:cycle, 1, now() - interval '1 day', now() + interval '9 days', 'Europe/Rome', 2, now(), 'aes')""")
			.param("cycle", CYCLE)
			.update();
		this.jdbc.sql("""
				insert into no_objection_member (cycle, round, party)
				select :cycle, 1, id from party where name in ('Thailand', 'Latvia', 'China', 'European Union')""")
			.param("cycle", CYCLE)
			.update();
		this.jdbc.sql("update no_objection_round set version = :version, opened_at = now() where cycle = :cycle")
			.param("version", version.version())
			.param("cycle", CYCLE)
			.update();
	}

	private long thailand() {
		return this.register.party("Thailand").orElseThrow().id().value();
	}

}
