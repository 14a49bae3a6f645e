package org.asemeducation.stocktake.access;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.engine.Refused;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@RunningStocktake
class ContactsPageTest {

	@Autowired
	private People people;

	@Autowired
	private Register register;

	@Test
	void secretariatLoadsAFile() {
		// given
		Party party = this.people.party();
		Visitor secretary = this.people.signedIn(this.people.secretary());

		// when
		HttpResponse<String> answer = load(secretary, party.name() + ",Ann,ann.loaded@example.org,en,,coordinator");

		// then
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(secretary.get("/desk/contacts").body()).contains("1 new people were invited",
				"ann.loaded@example.org", party.name() + " (coordinator)", "Invited, no answer yet");
	}

	@Test
	void whoWouldBeInvitedIsShownAndMayBeLeftOut() {
		// given
		Party party = this.people.party();
		Visitor secretary = this.people.signedIn(this.people.secretary());
		String rows = "%1$s,Bob,bob.seen@example.org,en,,coordinator\n%1$s,<b>Cem</b>,cem.seen@example.org,en,,coordinator"
			.formatted(party.name());

		// when
		HttpResponse<String> preview = load(secretary, "/desk/contacts/preview", rows);
		boolean early = this.register.contactByEmail("bob.seen@example.org").isPresent();
		HttpResponse<String> answer = secretary.call("POST", "/desk/contacts/invitations",
				"application/x-www-form-urlencoded",
				("file=" + between(preview.body(), "name=\"file\" value=\"").replace("+", "%2B").replace("=", "%3D")
						+ "&seen=bob.seen%40example.org&seen=cem.seen%40example.org&invite=cem.seen%40example.org")
					.getBytes(StandardCharsets.UTF_8));

		// then
		assertThat(preview.body())
			.contains("2 people are new, and get an invitation each", "bob.seen@example.org", "&lt;b&gt;Cem")
			.doesNotContain("<b>Cem");
		assertThat(early).isFalse();
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(secretary.get("/desk/contacts").body()).contains(
				"1 new people were invited; 1 were entered without an invitation; 0 were already in the register.",
				"Not invited yet", "Send the invitation");
		// and they are invited later
		long bob = this.register.contactByEmail("bob.seen@example.org").orElseThrow().id().value();
		secretary.postForm("/desk/contacts/" + bob + "/invitation", Map.of());
		assertThat(secretary.get("/desk/contacts").body()).doesNotContain("Not invited yet");
	}

	@Test
	void contactsAreFoundByNameAddressAndParty() {
		// given
		Party party = this.people.party();
		Visitor secretary = this.people.signedIn(this.people.secretary());
		load(secretary, "%1$s,Dora Quill,dora.found@example.org,en,,coordinator".formatted(party.name()));

		for (String words : List.of("dora%20q", "DORA.FOUND", party.name().replace(" ", "%20"))) {
			// when
			String page = secretary.get("/desk/contacts?search=" + words).body();

			// then
			assertThat(page).as(words).contains("1 contact<", "dora.found@example.org").doesNotContain("Next page");
		}
		assertThat(secretary.get("/desk/contacts?search=nobody-like-that&page=7").body()).contains("0 contacts");
	}

	@Test
	void aFileThatIsBrokenIsRefusedBeforeAnybodyIsShown() {
		// given
		Visitor secretary = this.people.signedIn(this.people.secretary());

		// when, then
		HttpResponse<String> rejected = load(secretary, "/desk/contacts/preview", "Nobody,Ann,a@example.org,en,,chief");
		assertThat(rejected.statusCode()).isEqualTo(422);
		assertThat(rejected.body()).contains("Nothing was loaded", "Nobody");
		HttpResponse<String> large = load(secretary, "/desk/contacts/preview", "x".repeat(500_001));
		assertThat(large.statusCode()).isEqualTo(422);
		assertThat(large.body()).contains("larger than 500 kB");
		HttpResponse<String> nonsense = secretary.postForm("/desk/contacts/invitations", Map.of("file", "%%%"));
		assertThat(nonsense.statusCode()).isEqualTo(422);
	}

	@Test
	void badRowsComeBackWithTheirReasons() {
		// given
		Visitor secretary = this.people.signedIn(this.people.secretary());

		// when
		HttpResponse<String> answer = load(secretary, "<b>Nobody</b>,Ann,ann.rejected@example.org,en,,coordinator");

		// then
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("Nothing was loaded", "&lt;b&gt;Nobody").doesNotContain("<b>Nobody");
	}

	@Test
	void onlyTheSecretariatLoadsAndRemoves() {
		// given
		Contact person = this.people.coordinator(this.people.party());
		Visitor coordinator = this.people.signedIn(person);
		coordinator.get("/");

		// when
		HttpResponse<String> page = coordinator.get("/desk/contacts");
		HttpResponse<String> removal = coordinator.postForm("/desk/contacts/" + person.id().value() + "/removal",
				Map.of());

		// then
		assertThat(page.statusCode()).isEqualTo(403);
		assertThat(page.body()).contains("for the secretariat").doesNotContain("Exception");
		assertThat(removal.statusCode()).isEqualTo(403);
		assertThat(load(coordinator, "").statusCode()).isEqualTo(403);
	}

	@Test
	void personIsRemovedButNobodyRemovesThemselves() {
		// given
		Contact leaving = this.people.coordinator(this.people.party());
		Contact secretary = this.people.secretary();
		Visitor desk = this.people.signedIn(secretary);
		desk.get("/desk/contacts");

		// when
		desk.postForm("/desk/contacts/" + leaving.id().value() + "/removal", Map.of());
		desk.postForm("/desk/contacts/" + secretary.id().value() + "/removal", Map.of());

		// then
		assertThat(this.register.contactByEmail(leaving.email())).isEmpty();
		assertThat(this.register.contactByEmail(secretary.email())).isPresent();
	}

	@Test
	void theLastOfTheSecretariatIsNotRemoved(@Autowired ChangeRegister change, @Autowired JdbcClient jdbc) {
		// given
		Contact last = this.people.secretary();
		List<Long> others = jdbc
			.sql("update contact set active = false where active and id <> :id and id in"
					+ " (select contact from contact_role where role = 'secretariat') returning id")
			.param("id", last.id().value())
			.query(Long.class)
			.list();
		try {
			// when, then
			assertThatExceptionOfType(Refused.class).isThrownBy(() -> change.remove(last.id()))
				.withMessageContaining("is the last person of the secretariat");
		}
		finally {
			jdbc.sql("update contact set active = true where id = any(:ids)")
				.param("ids", others.toArray(Long[]::new))
				.update();
		}
		change.remove(last.id());
		assertThat(this.register.contactByEmail(last.email())).isEmpty();
	}

	private static String between(String page, String start) {
		int from = page.indexOf(start) + start.length();
		return page.substring(from, page.indexOf('"', from));
	}

	private HttpResponse<String> load(Visitor visitor, String row) {
		return load(visitor, "/desk/contacts", row);
	}

	private HttpResponse<String> load(Visitor visitor, String path, String row) {
		visitor.get("/");
		return visitor.postParts(path, "multipart/form-data; boundary=cut", """
				--cut\r
				Content-Disposition: form-data; name="file"; filename="contacts.csv"\r
				Content-Type: text/csv\r
				\r
				party,name,e-mail,language,zone,role
				%s\r
				--cut--\r
				""".formatted(row));
	}

}
