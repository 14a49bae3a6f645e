package org.asemeducation.stocktake.access;

import java.net.http.HttpResponse;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import static org.assertj.core.api.Assertions.assertThat;

@RunningStocktake
@RecordApplicationEvents
class InvitationPageTest {

	@Autowired
	private People people;

	@Autowired
	private Invitations invitations;

	@Autowired
	private ApplicationEvents events;

	private Contact contact;

	private String page;

	@BeforeEach
	void anInvitation() {
		this.contact = this.people.coordinator(this.people.party());
		this.invitations.invite(this.contact.id());
		this.page = "/invitation/" + this.events.stream(ContactInvited.class).findFirst().orElseThrow().token();
	}

	@Test
	void passwordIsSetBySendingItAndTheLinkIsUsedUp() {
		// given
		Visitor visitor = this.people.visitor();

		// when
		HttpResponse<String> open = visitor.get(this.page);
		HttpResponse<String> sent = send(visitor, "Another-Horse-8-Battery", "Another-Horse-8-Battery");
		HttpResponse<String> again = send(visitor, "Third-Horse-9-Battery", "Third-Horse-9-Battery");

		// then
		assertThat(open.body()).contains(this.contact.email());
		assertThat(sent.headers().firstValue("Location").orElseThrow()).endsWith("/login?welcome");
		assertThat(again.statusCode()).isEqualTo(410);
		assertThat(signIn("Another-Horse-8-Battery")).doesNotContain("failed");
		assertThat(signIn("Third-Horse-9-Battery")).contains("failed");
	}

	@Test
	void weakOrMistypedPasswordKeepsTheLink() {
		// given
		Visitor visitor = this.people.visitor();
		visitor.get(this.page);

		// when
		HttpResponse<String> weak = send(visitor, "demo", "demo");
		HttpResponse<String> mistyped = send(visitor, "Another-Horse-8-Battery", "Another-Horse-8-Batery");

		// then
		assertThat(weak.statusCode()).isEqualTo(422);
		assertThat(weak.body()).contains("too weak");
		assertThat(mistyped.body()).contains("differ");
		assertThat(visitor.get(this.page).statusCode()).isEqualTo(200);
	}

	@Test
	void unknownLinkSaysWhatToDo() {
		// when
		HttpResponse<String> answer = this.people.visitor().get("/invitation/guessed");

		// then
		assertThat(answer.statusCode()).isEqualTo(410);
		assertThat(answer.body()).contains("no longer works", "ask the ASEM Education Secretariat");
	}

	private HttpResponse<String> send(Visitor visitor, String password, String repeated) {
		return visitor.postForm(this.page, Map.of("password", password, "repeated", repeated));
	}

	private String signIn(String password) {
		return this.people.visitor()
			.signIn(this.contact.email(), password)
			.headers()
			.firstValue("Location")
			.orElseThrow();
	}

}
