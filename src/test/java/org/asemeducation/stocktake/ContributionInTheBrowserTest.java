package org.asemeducation.stocktake;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import org.asemeducation.stocktake.access.DemoAccounts;
import org.asemeducation.stocktake.browser.Accessible;
import org.asemeducation.stocktake.browser.BrowserTest;
import org.asemeducation.stocktake.browser.Chromium;
import org.asemeducation.stocktake.browser.Visit;
import org.asemeducation.stocktake.cycle.CycleActs;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.CycleOpening;
import org.asemeducation.stocktake.cycle.NewCycle;
import org.asemeducation.stocktake.update.contribution.Inviting;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * A partner without an initiative writes what it does, and the secretariat accepts it.
 */
@BrowserTest
class ContributionInTheBrowserTest {

	private static final CycleName CYCLE = new CycleName("ASEMME11");

	@LocalServerPort
	private int port;

	@Autowired
	private Clock clock;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void aPartnerWritesTakesBackAndIsAccepted(Chromium chromium, @Autowired CycleOpening opening,
			@Autowired CycleActs acts, @Autowired DemoAccounts accounts, @Autowired Inviting inviting) {
		// given
		accounts.createContributors();
		ask(opening, acts);
		inviting.keepUp(CYCLE);
		Visit visit = chromium.visit(this.port).signIn("estonia");
		Page page = visit.open("/my/contributions");
		assertThat(page.locator("main")).containsText("invited, nothing submitted");
		visit.picture("K1-our-contributions");
		Accessible.check(page);
		// when
		page.locator("main").getByText("Estonia in ASEMME11").click();
		page.getByLabel("Activities").fill("Three universities opened <i>their</i> courses.");
		assertThat(page.locator(".st-status")).containsText(Pattern.compile("^Saved \\d\\d:\\d\\d"));
		page.reload();
		assertThat(page.getByLabel("Activities")).hasValue("Three universities opened <i>their</i> courses.");
		visit.button("Submit the contribution").click();
		assertThat(page.locator("main")).containsText("Tick at least one objective");
		visit.longPicture("K2-contribution");
		visit.phonePicture("K3-contribution-narrow");
		Accessible.check(page);
		page.getByLabel(Pattern.compile("^Objective 1")).check();
		visit.button("Submit the contribution").click();
		assertThat(page.locator("main")).containsText("Your contribution is submitted.");
		visit.open("/my/contributions").locator("main").getByText("Estonia in ASEMME11").click();
		visit.button("Take it back").click();
		visit.button("Yes, take it back").click();
		page.getByLabel("Plans").fill("They go on.");
		visit.button("Submit the contribution").click();
		assertThat(page.locator("main")).containsText("Your contribution is submitted.");
		// then
		Visit secretariat = chromium.visit(this.port).signIn("aes");
		assertThat(secretariat.open("/desk/open-contributions").locator("main"))
			.containsText(Pattern.compile("Estonia\\s*Europe\\s*submitted"));
		assertThat(secretariat.page().locator("main")).containsText("European University Association");
		secretariat.picture("K4-open-contributions");
		secretariat.phonePicture("K5-open-contributions-narrow");
		Accessible.check(secretariat.page());
		assertThat(secretariat.tasklist().list("Secretariat").task("Look at contribution: Estonia").frame())
			.containsText("They go on.");
		secretariat.picture("K6-look-at-contribution");
		secretariat.open("/desk/open-contributions").locator("main").getByText("Estonia").click();
		secretariat.button("Accept the contribution").click();
		secretariat.button("Yes, accept it").click();
		assertThat(secretariat.page().locator("main"))
			.containsText("is accepted: the next draft of the report has it.");
		assertThat(visit.open("/my/contributions").locator("main")).containsText("accepted");
	}

	private void ask(CycleOpening opening, CycleActs acts) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.clock.getZone());
		opening.open(new NewCycle(CYCLE.value(), "From Seoul onwards", "Europe/Rome", List.of(), today.plusDays(30),
				today.plusDays(60), today.plusDays(90), today.plusDays(100), today.plusDays(120), today.plusDays(130),
				List.of(), null, null), "aes");
		acts.sendRequests(CYCLE, "aes");
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.until(() -> this.jdbc.sql("select count(*) from update_request where cycle = 'ASEMME11'")
				.query(Integer.class)
				.single() == 52);
	}

}
