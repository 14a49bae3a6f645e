package org.asemeducation.stocktake.access;

import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Guessing is slow, and keeps nobody out but who guesses.
 */
@RunningStocktake
class ThrottledSignInTest {

	private static final AtomicInteger NETWORK = new AtomicInteger();

	private final String attacker = "203.0.113." + NETWORK.incrementAndGet();

	private final String home = "198.51.100." + NETWORK.incrementAndGet();

	@Autowired
	private People people;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void aHundredWrongPasswordsFromElsewhereLeaveThePersonAbleToSignIn() {
		// given
		Contact person = this.people.coordinator(this.people.party());

		// when
		String last = guess(person, 100);

		// then
		assertThat(last).endsWith("/login?slowed");
		assertThat(signIn(this.people.visitor().from(this.home), person, People.PASSWORD)).endsWith("/");
		assertThat(
				this.jdbc.sql("select attempts_ is null and lock_exp_time_ is null from act_id_user where id_ = :user")
					.param("user", person.userId())
					.query(Boolean.class)
					.single())
			.as("the engine counts nothing")
			.isTrue();
	}

	@Test
	void whoGuessesIsSlowedDownEvenWithTheRightPassword() {
		// given
		Contact person = this.people.coordinator(this.people.party());
		guess(person, 11);

		// then
		Visitor attacker = this.people.visitor().from(this.attacker);
		assertThat(signIn(attacker, person, People.PASSWORD)).endsWith("/login?slowed");
		assertThat(attacker.get("/login?slowed").body()).contains("Too many passwords were tried",
				"choose a new password by mail");
	}

	@Test
	void eachAttemptIsPaidForOnce() {
		// given
		Contact person = this.people.coordinator(this.people.party());

		// when
		String tenth = guess(person, 10);

		// then
		assertThat(tenth).endsWith("/login?failed");
	}

	@Test
	void attackWithManyAddressesStopsAtAHundredAndAKnownBrowserStaysOpen() {
		// given
		Contact person = this.people.coordinator(this.people.party());
		Visitor known = this.people.visitor().from(this.home);
		signIn(known, person, People.PASSWORD);
		String device = known.cookie("STOCKTAKE-DEVICE");

		// when
		IntStream.range(0, 110)
			.forEach((each) -> signIn(this.people.visitor().from("2001:db8:%x:%x::1".formatted(NETWORK.get(), each)),
					person, "wrong"));

		// then
		assertThat(signIn(this.people.visitor().from("192.0.2.99"), person, People.PASSWORD)).endsWith("/login?slowed");
		Visitor back = this.people.visitor().from(this.home).withCookie("STOCKTAKE-DEVICE", device);
		assertThat(signIn(back, person, People.PASSWORD)).endsWith("/");
	}

	@Test
	void browserIsKnownAfterwardsByACookieThatNoScriptReads() {
		// given
		Contact person = this.people.coordinator(this.people.party());

		// when
		HttpResponse<String> answer = this.people.visitor().from(this.home).signIn(person.email(), People.PASSWORD);

		// then
		assertThat(answer.headers().allValues("Set-Cookie"))
			.filteredOn((cookie) -> cookie.startsWith("STOCKTAKE-DEVICE="))
			.singleElement()
			.asString()
			.contains("HttpOnly", "Secure", "SameSite=Lax", "Path=/login", "Max-Age=31536000");
	}

	@Test
	void unknownAccountIsSlowedDownLikeAKnownOne() {
		assertThat(IntStream.range(0, 11)
			.mapToObj((each) -> this.people.visitor().from(this.attacker).signIn("nobody@stocktake.example", "wrong"))
			.map(ThrottledSignInTest::location)
			.toList()).last().asString().endsWith("/login?slowed");
	}

	@Test
	void hostileAccountNamesAreOnlyUnknown() {
		for (String account : new String[] { "a\u0000b@example.org", "x".repeat(20_000), "' or 1=1 --",
				"\u202E@\u0000" }) {
			assertThat(location(this.people.visitor().from(this.home).signIn(account, "wrong"))).endsWith("?failed");
		}
	}

	private String guess(Contact person, int times) {
		Visitor attacker = this.people.visitor().from(this.attacker);
		return IntStream.range(0, times)
			.mapToObj((each) -> signIn(attacker, person, "Wrong-Horse-" + each))
			.reduce((first, last) -> last)
			.orElseThrow();
	}

	private static String signIn(Visitor visitor, Contact person, String password) {
		return location(visitor.signIn(person.email(), password));
	}

	private static String location(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElseThrow();
	}

}
