package org.asemeducation.stocktake.access;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import com.nimbusds.jwt.JWTClaimsSet;
import org.asemeducation.stocktake.access.provider.MockIssuer;
import org.asemeducation.stocktake.access.provider.MockIssuer.Signature;
import org.asemeducation.stocktake.access.provider.ProviderSignIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sign-in with the organisation's provider, and those who would like to abuse it.
 */
@RunningStocktake
class ProviderSignInTest {

	private static final String START = "/oauth2/authorization/oidc";

	private static final String DID_NOT_WORK = "did not work: sign in again";

	private final MockIssuer issuer = MockIssuer.running();

	@Autowired
	private People people;

	@Autowired
	private Register register;

	@Test
	void personWithTheirAddressInTheRegisterIsSignedIn() {
		// given
		Contact person = this.people.coordinator(this.people.party());
		Visitor visitor = this.people.visitor();

		// when
		HttpResponse<String> back = signIn(visitor, person.email().toUpperCase(Locale.ROOT), nothingElse());

		// then
		assertThat(location(back)).endsWith("/");
		assertThat(visitor.get("/api/me").body()).contains("\"userId\":\"" + person.userId() + "\"");
		assertThat(visitor.camunda("GET", "/camunda/api/engine/engine/default/user/" + person.userId() + "/profile", "")
			.body()).contains(person.userId());
	}

	@Test
	void browserIsSentWithStateNonceAndCodeChallengeAndComesBackToThePublicAddress() {
		// when
		String request = location(this.people.visitor().get(START));

		// then
		assertThat(request).startsWith(this.issuer.address() + "/authorize?response_type=code&client_id=stocktake")
			.contains("&state=", "&nonce=", "&code_challenge=", "&code_challenge_method=S256",
					"&redirect_uri=http://localhost:8080/login/oauth2/code/oidc")
			.doesNotContain("prompt");
		assertThat(location(this.people.visitor().get(START + "?another="))).contains("&prompt=select_account");
	}

	@Test
	void signInLeadsBackToThePageThatWasAskedForAndToItsPlace() {
		// given
		Contact person = this.people.coordinator(this.people.party());
		Visitor visitor = this.people.visitor();
		visitor.get("/camunda/app/tasklist/default/");

		// when
		URI request = URI.create(location(visitor.get(START + "?place=%23%2F%3Ftask%3D12")));
		HttpResponse<String> back = visitor.get(this.issuer.approve(request, person.email(), nothingElse()));

		// then
		assertThat(location(back)).endsWith("/camunda/app/tasklist/default/#/?task=12");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "https:%2F%2Fevil.example", "%2F%2Fevil.example", "%23x%0d%0aSet-Cookie:a", "evil.example" })
	void noAddressLeadsElsewhereAfterwards(String place) {
		// given
		Contact person = this.people.coordinator(this.people.party());
		Visitor visitor = this.people.visitor();

		// when
		URI request = URI.create(location(visitor.get(START + "?place=" + place + "&continue=https://evil.example")));
		String back = this.issuer.approve(request, person.email(), nothingElse());
		HttpResponse<String> answer = visitor.get(back + "&place=" + place + "&redirect_uri=https://evil.example");

		// then
		assertThat(URI.create(location(answer)).getPath()).isEqualTo("/");
		assertThat(location(answer)).doesNotContain("evil");
	}

	@Test
	void unknownAddressGetsASentenceAndNoAccount() {
		// given
		long contacts = this.register.contacts().size();
		Visitor visitor = this.people.visitor();

		// when
		HttpResponse<String> back = signIn(visitor, "stranger@example.org", nothingElse());

		// then
		assertThat(sentence(visitor, back))
			.contains(
					"nobody in the register of Stocktake has the address stranger@example.org: ask the ASEM Education")
			.contains("Sign in with another account");
		assertThat(this.register.contacts()).hasSize((int) contacts);
		assertThat(visitor.get("/login").body()).as("said once").doesNotContain("stranger@example.org");
		assertThat(visitor.get("/api/me").statusCode()).isEqualTo(401);
	}

	@Test
	void addressThatTheProviderHasNotVerifiedIsRefused() {
		// given
		Contact person = this.people.coordinator(this.people.party());

		// then
		assertThat(refused(person.email(), (token) -> token.claim("email_verified", false)))
			.contains("is not confirmed there");
		assertThat(refused(person.email(), (token) -> token.claim("email_verified", null)))
			.contains("is not confirmed there");
		assertThat(refused(person.email(), (token) -> token.claim("email", null))).contains("names no e-mail address");
	}

	@Test
	void addressOfSomebodyRemovedIsRefusedAndOpensOnlyTheAccountOfWhoHasItNow() {
		// given
		Party party = this.people.party();
		Contact leaving = this.people.coordinator(party);
		this.register.remove(leaving.id());

		// when
		String sentence = refused(leaving.email(), nothingElse());
		this.register.addContact(new NewContact(party.id(), "Robin Next", leaving.email(), "en", null, "coordinator"));
		Visitor next = this.people.visitor();
		signIn(next, leaving.email(), nothingElse());

		// then
		assertThat(sentence).contains("nobody in the register");
		assertThat(next.get("/api/me").body()).contains("Robin Next").doesNotContain(leaving.userId());
	}

	@Test
	void removedPersonsSessionIsOver() {
		// given
		Contact leaving = this.people.coordinator(this.people.party());
		Visitor visitor = this.people.visitor();
		signIn(visitor, leaving.email(), nothingElse());
		assertThat(visitor.get("/api/me").statusCode()).isEqualTo(200);

		// when
		this.register.remove(leaving.id());

		// then
		assertThat(visitor.get("/api/me").statusCode()).isEqualTo(401);
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SOUND")
	void tokenThatTheProviderDidNotSignIsRefused(Signature signature) {
		// given
		Contact person = this.people.coordinator(this.people.party());
		Visitor visitor = this.people.visitor();
		URI request = URI.create(location(visitor.get(START)));

		// when
		HttpResponse<String> back = visitor.get(this.issuer.approve(request, person.email(), nothingElse(), signature));

		// then
		assertThat(sentence(visitor, back)).contains(DID_NOT_WORK);
		assertThat(visitor.get("/api/me").statusCode()).isEqualTo(401);
	}

	@Test
	void tokenForAnotherSignInClientTimeOrOfAnotherIssuerIsRefused() {
		// given
		Contact person = this.people.coordinator(this.people.party());
		Date longAgo = Date.from(new Date().toInstant().minusSeconds(3600));

		// then
		for (Consumer<JWTClaimsSet.Builder> wrong : Map.<String, Consumer<JWTClaimsSet.Builder>>of("nonce",
				(token) -> token.claim("nonce", "another"), "no nonce", (token) -> token.claim("nonce", null),
				"audience", (token) -> token.audience("another-client"), "expired",
				(token) -> token.expirationTime(longAgo), "issuer", (token) -> token.issuer("https://evil.example"))
			.values()) {
			assertThat(refused(person.email(), wrong)).contains(DID_NOT_WORK);
		}
	}

	@Test
	void answerIsTakenOnceAndOnlyByTheBrowserThatAsked() {
		// given
		Contact person = this.people.coordinator(this.people.party());
		Visitor visitor = this.people.visitor();
		URI request = URI.create(location(visitor.get(START)));
		String back = this.issuer.approve(request, person.email(), nothingElse());
		Visitor other = this.people.visitor();
		other.get(START);

		// when
		HttpResponse<String> elsewhere = other.get(back);
		HttpResponse<String> first = visitor.get(back);
		visitor.postForm("/logout", Map.of());
		HttpResponse<String> again = visitor.get(back);

		// then
		assertThat(sentence(other, elsewhere)).contains("was begun too long ago");
		assertThat(location(first)).endsWith("/");
		assertThat(sentence(visitor, again)).contains("was begun too long ago");
		assertThat(other.get("/api/me").statusCode()).isEqualTo(401);
		assertThat(visitor.get("/api/me").statusCode()).isEqualTo(401);
	}

	@Test
	void codeOfAnotherSignInIsRefusedWhetherItWasUsedOrNot() {
		// given
		Contact person = this.people.coordinator(this.people.party());
		Visitor visitor = this.people.visitor();
		String used = this.issuer.approve(URI.create(location(visitor.get(START))), person.email(), nothingElse());
		visitor.get(used);
		URI elsewhere = URI.create(location(this.people.visitor().get(START)));
		String stolen = this.issuer.approve(elsewhere, person.email(), nothingElse());

		// then
		for (String code : List.of(used, stolen)) {
			Visitor thief = this.people.visitor();
			String state = location(thief.get(START)).replaceFirst(".*&state=([^&]+).*", "$1");
			HttpResponse<String> back = thief.get(code.replaceFirst("&state=.*", "&state=" + state));
			assertThat(sentence(thief, back)).contains(DID_NOT_WORK);
			assertThat(thief.get("/api/me").statusCode()).isEqualTo(401);
		}
	}

	@Test
	void whoCancelsThereIsToldSo() {
		// given
		Visitor visitor = this.people.visitor();
		String state = location(visitor.get(START)).replaceFirst(".*&state=([^&]+).*", "$1");

		// when
		HttpResponse<String> back = visitor
			.get("/login/oauth2/code/oidc?error=access_denied&error_description=%3Cb%3Eno%3C/b%3E&state=" + state);

		// then
		assertThat(sentence(visitor, back)).contains("was cancelled or not allowed there").doesNotContain("<b>no</b>");
	}

	@Test
	void providerThatDoesNotAnswerIsSaidOnTheSignInPage(@Autowired ProviderSignIn signIn) {
		// given
		Object provider = Objects.requireNonNull(ReflectionTestUtils.invokeMethod(signIn, "provider"));
		ReflectionTestUtils.setField(provider, "registration", null);
		this.issuer.away(true);
		Visitor visitor = this.people.visitor();

		// when
		HttpResponse<String> back = visitor.get(START);

		// then
		assertThat(sentence(visitor, back)).contains("Your ministry’s account cannot be reached at the moment");
		this.issuer.away(false);
		ReflectionTestUtils.setField(provider, "notBefore", Instant.MIN);
		assertThat(location(visitor.get(START))).startsWith(this.issuer.address());
	}

	@Test
	void signingOutGoesOnToTheProvider() {
		// given
		Contact person = this.people.coordinator(this.people.party());
		Visitor visitor = this.people.visitor();
		signIn(visitor, person.email(), nothingElse());

		// when
		HttpResponse<String> out = visitor.postForm("/logout", Map.of());
		String page = visitor.get("/login?signed-out").body();

		// then
		assertThat(location(out)).endsWith("/login?signed-out");
		assertThat(page).contains("http-equiv=\"refresh\"", this.issuer.address() + "/end?id_token_hint=",
				"post_logout_redirect_uri=http%3A%2F%2Flocalhost%3A8080%2Flogin%3Fsigned-out");
		assertThat(visitor.get("/login?signed-out").body()).as("once")
			.doesNotContain("/end?")
			.contains("You are signed out");
		assertThat(visitor.get("/api/me").statusCode()).isEqualTo(401);
	}

	@Test
	void signingOutOfTasklistGoesOnToTheProviderToo() {
		// given
		Contact person = this.people.coordinator(this.people.party());
		Visitor visitor = this.people.visitor();
		signIn(visitor, person.email(), nothingElse());
		visitor.get("/camunda/app/tasklist/default/");

		// when
		visitor.camunda("POST", "/camunda/api/admin/auth/user/default/logout", "");

		// then
		assertThat(visitor.get("/login?signed-out").body()).contains(this.issuer.address() + "/end?id_token_hint=");
		assertThat(visitor.get("/api/me").statusCode()).isEqualTo(401);
	}

	private String refused(String email, Consumer<JWTClaimsSet.Builder> change) {
		Visitor visitor = this.people.visitor();
		String page = sentence(visitor, signIn(visitor, email, change));
		assertThat(visitor.get("/api/me").statusCode()).isEqualTo(401);
		return page;
	}

	private HttpResponse<String> signIn(Visitor visitor, String email, Consumer<JWTClaimsSet.Builder> change) {
		URI request = URI.create(location(visitor.get(START)));
		return visitor.get(this.issuer.approve(request, email, change));
	}

	private static String sentence(Visitor visitor, HttpResponse<String> back) {
		assertThat(location(back)).endsWith("/login?refused");
		return visitor.get("/login?refused").body();
	}

	private static String location(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElseThrow();
	}

	private static Consumer<JWTClaimsSet.Builder> nothingElse() {
		return (token) -> {
		};
	}

}
