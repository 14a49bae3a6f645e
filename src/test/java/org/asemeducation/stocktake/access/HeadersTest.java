package org.asemeducation.stocktake.access;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every answer says to the browser about itself, whoever gives it.
 */
@RunningStocktake
class HeadersTest {

	private static final Pattern SCRIPT = Pattern.compile("<script\\b[^>]*>");

	private static final Pattern INLINE = Pattern.compile(
			"(?i)<script\\b(?![^>]*\\bsrc=)[^>]*>|\\son[a-z]+\\s*=\\s*[\"']" + "|javascript:|<style\\b|\\sstyle\\s*=");

	private static final Pattern VARIABLE = Pattern.compile("\\{(?:[^{}]|\\{[^{}]*\\})*\\}");

	private static final Pattern NONCE = Pattern.compile("nonce-([\\w-]+)");

	private static final List<String> ELSEWHERE = List.of("/camunda/app/tasklist/default/",
			"/camunda/app/cockpit/default/", "/camunda/app/admin/default/", "/camunda/app/welcome/default/",
			"/camunda/api/engine/engine/default/task", "/camunda/api/admin/setup/default/user/create",
			"/stocktake/stocktake.css", "/stocktake/login.js", "/nothing/here", "/api/nothing", "/a;b=c",
			"/favicon.ico", "/login/oauth2/code/oidc?code=x&state=y", "/oauth2/authorization/oidc",
			"/password-reset/unknown");

	@Autowired
	private People people;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	@Test
	void everyAddressAnswersWithAllHeadersToStrangersAndToThePeopleOfTheSecretariat() {
		// given
		Visitor stranger = this.people.visitor();
		Visitor secretary = this.people.signedIn(this.people.secretary());
		Set<String> addresses = addresses();
		assertThat(addresses).hasSizeGreaterThan(40).contains("/login", "/desk/contacts", "/reports", "/api/me");

		// then
		for (String address : addresses) {
			for (Visitor visitor : List.of(stranger, secretary)) {
				assertHeaders(address, visitor.getAs(address, "X-Forwarded-Proto", "https", "Accept", "text/html"));
			}
		}
	}

	private static void assertHeaders(String address, HttpResponse<String> answer) {
		assertOnce(answer, address, "Content-Security-Policy").contains("default-src '", "base-uri '",
				"frame-ancestors 'none'");
		assertOnce(answer, address, "Strict-Transport-Security").contains("max-age=31536000");
		assertOnce(answer, address, "X-Content-Type-Options").isEqualTo("nosniff");
		assertOnce(answer, address, "X-Frame-Options").isEqualTo("DENY");
		assertOnce(answer, address, "Referrer-Policy").isEqualTo("same-origin");
		assertOnce(answer, address, "Permissions-Policy").contains("camera=()", "geolocation=()", "microphone=()");
		assertThat(answer.headers().firstValue("Cross-Origin-Opener-Policy")).as("what Tasklist's sandbox cannot open")
			.isEmpty();
		if (!address.startsWith("/camunda/")) {
			assertThat(policy(answer)).as(address).doesNotContain("unsafe-inline", "unsafe-eval", "https:");
		}
	}

	private static org.assertj.core.api.AbstractStringAssert<?> assertOnce(HttpResponse<String> answer, String address,
			String header) {
		List<String> values = answer.headers().allValues(header);
		assertThat(values).as("%s of %s (%d)", header, address, answer.statusCode()).hasSize(1);
		return assertThat(values.get(0)).as("%s of %s", header, address);
	}

	@Test
	void scriptsOfOurPagesRunByTheWordOfTheirOwnAnswerOnlyAndNothingStandsInThePage() {
		// given
		Visitor secretary = this.people.signedIn(this.people.secretary());
		int scripts = 0;

		// then
		for (String address : List.of("/", "/login", "/password-reset", "/reports", "/desk/contacts", "/desk/plan",
				"/desk/contributions", "/i/ASEMME9/A01-I01", "/invitation/unknown", "/nothing/here")) {
			HttpResponse<String> page = secretary.get(address);
			assertThat(page.body()).as(address).doesNotContainPattern(INLINE);
			Matcher script = SCRIPT.matcher(page.body());
			while (script.find()) {
				assertThat(script.group()).as(address).contains("nonce=\"" + nonce(page) + "\"");
				scripts++;
			}
		}
		assertThat(scripts).isPositive();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/login", "/", "/camunda/app/welcome/default/" })
	void theWordIsAnotherForEachAnswer(String address) {
		// given
		Visitor secretary = this.people.signedIn(this.people.secretary());

		// then
		assertThat(Stream.generate(() -> nonce(secretary.get(address))).limit(20).distinct()).hasSize(20)
			.allMatch((word) -> word.length() >= 22);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/login", "/desk/contacts", "/api/me", "/reports", "/password-reset" })
	void whatOnePersonSeesIsKeptByNobody(String address) {
		assertThat(this.people.signedIn(this.people.secretary()).get(address).headers().allValues("Cache-Control"))
			.singleElement()
			.asString()
			.contains("no-store");
	}

	@Test
	void promiseOfHttpsIsGivenOverHttpsOnlyAndNoStrangerMakesItSo() {
		assertThat(this.people.visitor().get("/login").headers().firstValue("Strict-Transport-Security")).isEmpty();
	}

	@Test
	void ourTokenAndCamundasDoNotGetInEachOthersWay() {
		// given
		Visitor person = this.people.signedIn(this.people.secretary());
		person.get("/camunda/app/tasklist/default/");
		String ours = person.cookie("STOCKTAKE-CSRF");
		String camundas = person.cookie("XSRF-TOKEN");

		// then
		assertThat(ours).isNotEmpty().isNotEqualTo(camundas);
		assertThat(camundas).isNotEmpty();
		assertThat(person.engine("POST", "/task/count", "{}").statusCode()).isEqualTo(200);
		assertThat(person.cookie("STOCKTAKE-CSRF")).as("Tasklist leaves ours").isEqualTo(ours);
		person.get("/");
		assertThat(person.cookie("XSRF-TOKEN")).as("our pages leave theirs").isEqualTo(camundas);
		assertThat(person.postParts("/desk/contacts", "text/plain", "").statusCode()).as("ours is taken")
			.isNotEqualTo(403);
		person.withCookie("XSRF-TOKEN", ours);
		assertThat(person.engine("POST", "/task/count", "{}").statusCode()).as("ours opens nothing there")
			.isEqualTo(403);
		Visitor other = this.people.signedIn(this.people.secretary());
		assertThat(other.withCookie("STOCKTAKE-CSRF", "guessed")
			.postForm("/desk/contacts", java.util.Map.of("_csrf", camundas))
			.statusCode()).isEqualTo(403);
	}

	@Test
	void cookiesOfASessionAreSecureAndOutOfReachOfScripts() {
		// given
		Visitor person = this.people.visitor();
		Contact contact = this.people.coordinator(this.people.party());
		HttpResponse<String> login = person.get("/login");

		// when
		HttpResponse<String> signedIn = person.signIn(contact.email(), People.PASSWORD);
		HttpResponse<String> tasklist = person.get("/camunda/app/tasklist/default/");

		// then
		List<String> cookies = Stream.of(login, signedIn, tasklist)
			.flatMap((answer) -> answer.headers().allValues("Set-Cookie").stream())
			.toList();
		assertThat(cookies).isNotEmpty()
			.allMatch((cookie) -> cookie.contains("Secure") && cookie.contains("SameSite=Lax"));
		assertThat(cookies.stream().filter((cookie) -> cookie.matches("(JSESSIONID|SESSION)=.*"))).isNotEmpty()
			.allMatch((cookie) -> cookie.contains("HttpOnly"));
		assertThat(cookies.stream()
			.filter((cookie) -> !cookie.contains("HttpOnly"))
			.map((cookie) -> cookie.replaceFirst("=.*", ""))
			.collect(Collectors.toSet())).as("what scripts read").containsOnly("STOCKTAKE-CSRF", "XSRF-TOKEN");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/reports", "/reports/NO-SUCH", "/stocktake/stocktake.css" })
	void whatIsTheSameForEverybodySetsNoCookie(String address) {
		assertThat(this.people.visitor().get(address).headers().allValues("Set-Cookie")).isEmpty();
	}

	/** All of ours that can be read, with something in the place of each variable. */
	private Set<String> addresses() {
		Set<String> addresses = this.mappings.getHandlerMethods()
			.keySet()
			.stream()
			.flatMap((mapping) -> mapping.getPatternValues().stream())
			.map((pattern) -> VARIABLE.matcher(pattern).replaceAll("1"))
			.collect(Collectors.toCollection(TreeSet::new));
		addresses.addAll(ELSEWHERE);
		return addresses;
	}

	private static String policy(HttpResponse<String> page) {
		return page.headers().firstValue("Content-Security-Policy").orElseThrow();
	}

	private static String nonce(HttpResponse<String> page) {
		Matcher nonce = NONCE.matcher(policy(page));
		assertThat(nonce.find()).isTrue();
		return nonce.group(1);
	}

}
