package org.asemeducation.stocktake.access;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

import static org.assertj.core.api.Assertions.assertThat;

@RunningStocktake
class SharedSessionsTest {

	@Autowired
	private People people;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private JdbcIndexedSessionRepository sessions;

	@Test
	void sessionIsARowAndSigningOutRemovesIt() {
		// given
		Contact person = this.people.coordinator(this.people.party());
		Visitor visitor = this.people.signedIn(person);
		assertThat(sessionsOf(person)).isOne();

		// when
		visitor.postForm("/logout", Map.of());

		// then
		assertThat(sessionsOf(person)).isZero();
	}

	@Test
	void sessionHoldsTheSignInAndWhatCamundaNeeds() {
		// given
		Contact person = this.people.coordinator(this.people.party());
		Visitor visitor = this.people.signedIn(person);

		// when
		visitor.get("/camunda/app/tasklist/default/");
		visitor.engine("GET", "/task", "");

		// then
		assertThat(this.jdbc
			.sql("""
					select attribute_name from web_session_attributes a join web_session s on s.primary_id = a.session_primary_id
					where principal_name = :user""")
			.param("user", person.userId())
			.query(String.class)
			.list()).containsExactlyInAnyOrder("SPRING_SECURITY_CONTEXT", "CAMUNDA_CSRF_TOKEN", "authenticatedUser",
					"stocktake.sessions-ended");
	}

	@Test
	void signingInChangesWhatTheCookieSays() {
		// given
		Contact person = this.people.coordinator(this.people.party());
		Visitor visitor = this.people.visitor();
		visitor.get("/desk/contacts");
		String before = visitor.cookie("JSESSIONID");

		// when
		visitor.signIn(person.email(), People.PASSWORD);

		// then
		assertThat(before).isNotEmpty();
		assertThat(visitor.cookie("JSESSIONID")).isNotEmpty().isNotEqualTo(before);
	}

	@Test
	void sessionThatRanOutIsClearedAway() {
		// given
		Contact person = this.people.coordinator(this.people.party());
		Visitor visitor = this.people.signedIn(person);
		this.jdbc.sql("update web_session set last_access_time = 0, expiry_time = 7200000 where principal_name = :user")
			.param("user", person.userId())
			.update();

		// when
		this.sessions.cleanUpExpiredSessions();

		// then
		assertThat(sessionsOf(person)).isZero();
		assertThat(visitor.get("/api/me").statusCode()).isEqualTo(401);
	}

	@Test
	void whatAnotherReleaseWroteSignsOutAndBreaksNothing() {
		// given
		Contact person = this.people.coordinator(this.people.party());
		Visitor visitor = this.people.signedIn(person);

		// when
		write(person, "SPRING_SECURITY_CONTEXT", new byte[] { 1, 2, 3 });

		// then
		assertThat(visitor.get("/api/me").statusCode()).isEqualTo(401);
		assertThat(visitor.get("/login").statusCode()).isEqualTo(200);
	}

	@Test
	void objectsThatNoSignInNeedsAreNotEvenRead() {
		// given
		Contact person = this.people.coordinator(this.people.party());
		Visitor visitor = this.people.signedIn(person);

		// when
		write(person, "SPRING_SECURITY_CONTEXT", serialized(new javax.swing.event.EventListenerList()));

		// then
		assertThat(visitor.get("/api/me").statusCode()).isEqualTo(401);
		assertThat(new KnownObjects().convert(serialized("a word"))).isEqualTo("a word");
		assertThat(new KnownObjects().convert(serialized(new javax.swing.event.EventListenerList()))).isNull();
	}

	@Test
	void tokenOfCamundaFollowsTheSession() {
		// given two pages opened at once, the other's token kept by the browser
		Visitor visitor = this.people.signedIn(this.people.coordinator(this.people.party()));
		visitor.get("/camunda/app/tasklist/default/");
		String token = visitor.cookie("XSRF-TOKEN");
		visitor.withCookie("XSRF-TOKEN", "ANOTHER");

		// when
		visitor.engine("GET", "/task", "");

		// then
		assertThat(visitor.cookie("XSRF-TOKEN")).isNotEmpty().isEqualTo(token);
		assertThat(visitor.engine("POST", "/task/count", "{}").statusCode()).isEqualTo(200);
	}

	@Test
	void anActWithATokenOfAnotherSessionIsRefusedAndSignsNobodyOut() {
		// given a page that was open before its person signed in again
		Visitor visitor = this.people.signedIn(this.people.coordinator(this.people.party()));
		visitor.get("/camunda/app/tasklist/default/");
		visitor.withCookie("XSRF-TOKEN", "OF-THE-SESSION-BEFORE");

		// when
		HttpResponse<String> refused = visitor.engine("POST", "/task/count", "{}");

		// then
		assertThat(refused.statusCode()).isEqualTo(403);
		assertThat(refused.body()).contains("This page is older than your session. Do it once more");
		assertThat(visitor.engine("POST", "/task/count", "{}").statusCode()).isEqualTo(200);
	}

	@Test
	void whoSignsInHasTheTokenOfCamundaBeforeAnyOfItsPages() {
		// when
		Visitor visitor = this.people.signedIn(this.people.coordinator(this.people.party()));

		// then
		assertThat(visitor.cookie("XSRF-TOKEN")).isNotEmpty();
		assertThat(visitor.engine("POST", "/task/count", "{}").statusCode()).isEqualTo(200);
	}

	@Test
	void nodesThatWriteTheSameInTheSameMomentDoNotFail() {
		// given
		Visitor visitor = this.people.signedIn(this.people.coordinator(this.people.party()));
		String id = new String(Base64.getDecoder().decode(visitor.cookie("JSESSIONID")), StandardCharsets.US_ASCII);

		// when
		String word = writeAtOnce(this.sessions, id);

		// then
		assertThat(word).isEqualTo("of the other node");
		assertThat(visitor.get("/api/me").statusCode()).isEqualTo(200);
	}

	private static <S extends Session> String writeAtOnce(SessionRepository<S> sessions, String id) {
		S one = sessions.findById(id);
		S other = sessions.findById(id);
		one.setAttribute("word", "of one node");
		other.setAttribute("word", "of the other node");
		sessions.save(one);
		sessions.save(other);
		return sessions.findById(id).getAttribute("word");
	}

	private long sessionsOf(Contact person) {
		return this.jdbc.sql("select count(*) from web_session where principal_name = :user")
			.param("user", person.userId())
			.query(Long.class)
			.single();
	}

	private void write(Contact person, String attribute, byte[] bytes) {
		int changed = this.jdbc.sql("""
				update web_session_attributes set attribute_bytes = :bytes where attribute_name = :name
				and session_primary_id = (select primary_id from web_session where principal_name = :user)""")
			.param("bytes", bytes)
			.param("name", attribute)
			.param("user", person.userId())
			.update();
		assertThat(changed).isOne();
	}

	private static byte[] serialized(Object object) {
		try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
				ObjectOutputStream objects = new ObjectOutputStream(bytes)) {
			objects.writeObject(object);
			objects.flush();
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
