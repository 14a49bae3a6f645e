package org.asemeducation.stocktake.access;

import java.net.http.HttpResponse;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

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

	private HttpResponse<String> load(Visitor visitor, String row) {
		visitor.get("/");
		return visitor.postParts("/desk/contacts", "multipart/form-data; boundary=cut", """
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
