package org.asemeducation.stocktake.access;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.asemeducation.stocktake.StocktakeApplication;
import org.asemeducation.stocktake.access.provider.MockIssuer;
import org.asemeducation.stocktake.browser.Accessible;
import org.asemeducation.stocktake.browser.Chromium;
import org.asemeducation.stocktake.browser.ChromiumExtension;
import org.asemeducation.stocktake.browser.Visit;
import org.asemeducation.stocktake.engine.OwnDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * An installation where the organisation's provider is the only way in, but for one
 * administrator; with a real browser, which the provider sends back and forth.
 */
@SpringBootTest(classes = StocktakeApplication.class, webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
		properties = { "camunda.bpm.job-execution.enabled=false", "stocktake.demo.enabled=false",
				"stocktake.local-accounts=false", "stocktake.admin.email=emergency@stocktake.example",
				"stocktake.admin.password=Correct-Horse-7-Battery" })
@Import({ OwnDatabase.class, People.class, WithProvider.class })
@DirtiesContext
@ExtendWith(ChromiumExtension.class)
class OnlyProviderTest {

	private static final String EMERGENCY = "emergency@stocktake.example";

	@LocalServerPort
	private int port;

	@Autowired
	private People people;

	@Autowired
	private Invitations invitations;

	@Autowired
	private JdbcClient jdbc;

	@DynamicPropertySource
	static void address(DynamicPropertyRegistry settings) throws IOException {
		try (ServerSocket free = new ServerSocket(0)) {
			int port = free.getLocalPort();
			settings.add("server.port", () -> port);
			settings.add("stocktake.public-url", () -> "http://localhost:" + port);
		}
	}

	@Test
	void personComesInByTheProviderToWhereTheLinkLedAndLeavesBoth(Chromium chromium) {
		// given
		Contact person = this.people.coordinator(this.people.party());
		MockIssuer.running().signedIn(person.email());
		Visit visit = chromium.visit(this.port);
		Page page = visit.open("/camunda/app/tasklist/default/#/?task=12");
		assertThat(button(page)).isVisible();
		assertThat(page.getByLabel("Password")).isHidden();
		Accessible.check(page);
		visit.picture("sign-in-provider-only").narrowPicture("sign-in-provider-only-narrow");

		// when
		button(page).click();

		// then
		assertThat(page).hasURL(Pattern
			.compile("http://localhost:%d/camunda/app/tasklist/default/#/\\?.*task=12.*".formatted(this.port)));
		page.navigate("/");
		assertThat(page.getByText("Kim Person")).isVisible();
		visit.button("Sign out").click();
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("You are signed out");
		assertThat(page).hasURL("http://localhost:%d/login?signed-out".formatted(this.port));
		assertThat(MockIssuer.running().endOfSession()).startsWith("/end?id_token_hint=ey");
	}

	@Test
	void whoIsNotInTheRegisterIsToldWhatToDo(Chromium chromium) {
		// given
		MockIssuer.running().signedIn("stranger@example.org");
		Visit visit = chromium.visit(this.port);
		Page page = visit.open("/login");

		// when
		button(page).click();

		// then
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("has the address stranger@example.org");
		Accessible.check(page);
		visit.picture("sign-in-refused");
		page.setViewportSize(390, 900);
		visit.picture("sign-in-refused-narrow");
	}

	@Test
	void emergencyAdministratorHasAPasswordAndNobodyElse(Chromium chromium) {
		// given
		Contact colleague = this.people.coordinator(this.people.party());
		Visit visit = chromium.visit(this.port);
		Page page = visit.open("/login");

		// when
		page.getByText("Emergency administrator").click();
		page.getByLabel("E-mail address").fill(colleague.email());
		page.getByLabel("Password").fill(People.PASSWORD);
		visit.button("Sign in").click();

		// then
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("not known or the password is wrong");
		Accessible.check(page);
		visit.picture("sign-in-emergency-failed");
		page.getByLabel("E-mail address").fill(EMERGENCY);
		page.getByLabel("Password").fill(People.PASSWORD);
		visit.button("Sign in").click();
		assertThat(page.getByText("Administrator", new Page.GetByTextOptions().setExact(true))).isVisible();
	}

	@Test
	void thereIsNoWayToAPassword() {
		// given
		Contact person = this.people.coordinator(this.people.party());
		Visitor visitor = this.people.visitor();
		visitor.get("/login");
		int mails = mails(person, "password-reset");

		// when
		HttpResponse<String> page = visitor.get("/password-reset");
		HttpResponse<String> asked = visitor.postForm("/password-reset", Map.of("email", person.email()));
		HttpResponse<String> set = visitor.postForm("/password-reset/guessed",
				Map.of("password", "x", "repeated", "x"));

		// then
		assertThat(page.statusCode()).isEqualTo(410);
		assertThat(page.body()).contains("There are no passwords here");
		assertThat(asked.statusCode()).isEqualTo(410);
		assertThat(set.statusCode()).isEqualTo(410);
		assertThat(mails(person, "password-reset")).isEqualTo(mails).isZero();
		assertThat(visitor.get("/invitation/guessed").statusCode()).isEqualTo(410);
	}

	@Test
	void invitedPersonIsToldToSignInWithoutAPassword() {
		// given
		Contact person = this.people.coordinator(this.people.party());

		// when
		this.invitations.invite(person.id());

		// then
		assertThat(mails(person, "welcome")).isOne();
		assertThat(mails(person, "invitation")).isZero();
	}

	private int mails(Contact person, String kind) {
		return this.jdbc
			.sql("select count(*) from mail join mail_line on mail = mail.id where contact = :contact and kind = :kind")
			.param("contact", person.id().value())
			.param("kind", kind)
			.query(Integer.class)
			.single();
	}

	private static Locator button(Page page) {
		return page.getByRole(AriaRole.LINK,
				new Page.GetByRoleOptions().setName("Sign in with your ministry’s account"));
	}

}
