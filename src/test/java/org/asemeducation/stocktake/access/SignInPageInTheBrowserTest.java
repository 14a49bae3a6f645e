package org.asemeducation.stocktake.access;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.asemeducation.stocktake.browser.Accessible;
import org.asemeducation.stocktake.browser.Chromium;
import org.asemeducation.stocktake.browser.ChromiumExtension;
import org.asemeducation.stocktake.browser.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What people see who have a password here, beside a provider.
 */
@RunningStocktake
@ExtendWith(ChromiumExtension.class)
class SignInPageInTheBrowserTest {

	@LocalServerPort
	private int port;

	@Autowired
	private People people;

	@Autowired
	private PasswordResets resets;

	@Autowired
	private Invitations invitations;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void bothWaysInAreOffered(Chromium chromium) {
		// given
		Visit visit = chromium.visit(this.port);
		Page page = visit.open("/login");

		// then
		assertThat(page.getByRole(AriaRole.LINK,
				new Page.GetByRoleOptions().setName("Sign in with your ministry’s account")))
			.isVisible();
		assertThat(page.getByLabel("Password")).isVisible();
		Accessible.check(page);
		visit.picture("sign-in-both").narrowPicture("sign-in-both-narrow");
		page.navigate("/login?slowed");
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("Wait a quarter of an hour");
		Accessible.check(page);
		visit.picture("sign-in-slowed");
	}

	@Test
	void placeInALinkIsToldToTheProviderAndKeptByTheForm(Chromium chromium) {
		// given
		Page page = chromium.visit(this.port).open("/login#/?task=12");

		// then
		assertThat(page.locator("a[data-provider]").first()).hasAttribute("href",
				java.util.regex.Pattern.compile(".*/oauth2/authorization/oidc\\?place=%23%2F%3Ftask%3D12"));
		assertThat(page.locator("form#sign-in")).hasAttribute("action",
				java.util.regex.Pattern.compile(".*/login#/\\?task=12"));
	}

	@Test
	void whoForgotThePasswordChoosesANewOne(Chromium chromium) {
		// given
		Contact person = this.people.coordinator(this.people.party());
		Visit visit = chromium.visit(this.port);
		Page page = visit.open("/login");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Forgot your password?")).click();
		assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Forgot your password?")))
			.isVisible();
		Accessible.check(page);
		visit.picture("password-reset-ask").narrowPicture("password-reset-ask-narrow");
		page.getByLabel("E-mail address").fill("nobody@example.org");
		visit.button("Send the mail").click();
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("If somebody in Stocktake has this address");
		Accessible.check(page);
		visit.picture("password-reset-asked");

		// when
		this.resets.ask(person.email());
		page.navigate("/password-reset/" + token(person));
		Accessible.check(page);
		visit.picture("password-reset-set");
		page.getByLabel("New password").fill("Another-Horse-8-Battery");
		page.getByLabel("The same once more").fill("Another-Horse-8-Battery");
		visit.button("Set password").click();

		// then
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("Your password is set");
		page.getByLabel("E-mail address").fill(person.email());
		page.getByLabel("Password").fill("Another-Horse-8-Battery");
		visit.button("Sign in").click();
		assertThat(page.getByText("Kim Person")).isVisible();
		assertThat(page.navigate("/password-reset/used").status()).isEqualTo(410);
		visit.picture("password-reset-over");
	}

	@Test
	void whoIsInvitedSetsAPassword(Chromium chromium) {
		// given
		Contact person = this.people.coordinator(this.people.party());
		this.invitations.invite(person.id());
		Visit visit = chromium.visit(this.port);

		// when
		Page page = visit.open("/invitation/" + token(person));

		// then
		assertThat(page.getByLabel("New password")).isVisible();
		Accessible.check(page);
		visit.picture("invitation").narrowPicture("invitation-narrow");
		page.navigate("/invitation/used");
		assertThat(page.locator("h1")).hasText("This invitation no longer works");
		Accessible.check(page);
		visit.picture("invitation-over");
	}

	private String token(Contact person) {
		return this.jdbc
			.sql("select secret from mail where contact = :contact and secret is not null order by id desc limit 1")
			.param("contact", person.id().value())
			.query(String.class)
			.single();
	}

}
