package org.asemeducation.stocktake.notification.information;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.asemeducation.stocktake.access.People;
import org.asemeducation.stocktake.access.RunningStocktake;
import org.asemeducation.stocktake.access.Visitor;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.Reports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Addresses that are mailed each publication.
 */
@RunningStocktake
class InformationTest {

	private final String mark = UUID.randomUUID().toString().substring(0, 8);

	private final String email = "desk%s@oecd.example".formatted(this.mark);

	@Autowired
	private People people;

	@Autowired
	private InformationMails mails;

	@Autowired
	private Reports reports;

	@Autowired
	private JdbcClient jdbc;

	private Visitor desk;

	@BeforeEach
	void signIn() {
		this.desk = this.people.signedIn(this.people.secretary());
		this.desk.get("/desk/register/information");
	}

	@AfterEach
	void clearAway() {
		this.jdbc.sql("delete from for_information").update();
	}

	@Test
	void eachPublicationAndCorrectionIsMailedOnceToWhoStandsThereByThen() {
		// given
		publish("INFO-OLD" + this.mark);
		enter(" Education <b>desk ", this.email.toUpperCase(java.util.Locale.ROOT));
		publish("INFO" + this.mark);

		// when
		int first = this.mails.queueDue();
		int again = this.mails.queueDue();
		this.jdbc.sql("""
				insert into correction (cycle, number, version, note, made_at, made_by)
				values (:cycle, 1, 1, 'A name was misspelt.', now(), 'x')""")
			.param("cycle", "INFO" + this.mark)
			.update();
		int corrected = this.mails.queueDue();

		// then
		assertThat(List.of(first, again, corrected)).containsExactly(1, 0, 1);
		List<Map<String, Object>> told = this.jdbc.sql(
				"select m.*, l.kind from mail m join mail_line l on l.mail = m.id where recipient = :email order by m.id")
			.param("email", this.email)
			.query()
			.listOfRows();
		assertThat(told).hasSize(2).allSatisfy((mail) -> {
			assertThat(mail).containsEntry("kind", "published")
				.containsEntry("contact", null)
				.containsEntry("addressee", "Education <b>desk")
				.containsEntry("state", "queued");
			assertThat(mail.get("text").toString()).contains("/reports/INFO" + this.mark,
					"Why you get this".toUpperCase(java.util.Locale.ROOT));
			assertThat(mail.get("html").toString()).contains("Education &lt;b&gt;desk").doesNotContain("<b>desk");
		});
		assertThat(told.get(0).get("subject")).isEqualTo("Published: the Stocktaking Report of INFO" + this.mark);
		assertThat(told.get(1).get("text").toString()).contains("A name was misspelt.");
		assertThat(this.jdbc
			.sql("select bool_and(bundled_at = queued_at + interval '1 hour') from mail where recipient = :email")
			.param("email", this.email)
			.query(Boolean.class)
			.single()).isTrue();
		assertThat(this.desk.get("/desk/register/information").body()).contains("Mails that wait",
				"Published: the Stocktaking Report of INFO" + this.mark, "to Education &lt;b&gt;desk");
		assertThat(this.desk.get("/desk/mails?person=" + this.email).body()).contains("publication");
	}

	@Test
	void anAddressIsEnteredOnceAndTakenOut() {
		// when
		HttpResponse<String> entered = enter("Education desk", this.email);
		HttpResponse<String> twice = enter("Education desk", this.email);
		HttpResponse<String> wrong = enter("Education desk", "nobody");
		HttpResponse<String> nowhere = this.desk.postForm("/desk/register/information",
				Map.of("party", "The Nobodies", "name", "X", "email", "x@x.example"));

		// then
		assertThat(entered.statusCode()).isEqualTo(302);
		assertThat(List.of(twice, wrong, nowhere)).allMatch((answer) -> answer.statusCode() == 422);
		assertThat(twice.body()).contains("stands in the list already");
		assertThat(wrong.body()).contains("is not an e-mail address");
		assertThat(nowhere.body()).contains("&quot;The Nobodies&quot; is no party of the register");
		long line = this.jdbc.sql("select id from for_information").query(Long.class).single();
		this.desk.postForm("/desk/register/information/" + line + "/removal", Map.of());
		assertThat(this.desk.get("/desk/register/information").body()).contains("Nobody stands in the list.");
		assertThat(this.jdbc.sql("select act from audit where coalesce(before, after) = :email order by id")
			.param("email", this.email)
			.query(String.class)
			.list()).containsExactly("enter for information", "remove from information");
	}

	private HttpResponse<String> enter(String name, String address) {
		return this.desk.postForm("/desk/register/information",
				Map.of("party", "OECD", "name", name, "email", address));
	}

	/** For ever: whoever lists reports afterwards finds it. */
	private void publish(String cycle) {
		this.jdbc
			.sql("insert into cycle (name, title, zone, state, opened_at, opened_by)"
					+ " values (:cycle, 'Informing', 'UTC', 'published', now(), 'x')")
			.param("cycle", cycle)
			.update();
		this.reports.compile(new CycleName(cycle));
		this.jdbc.sql(
				"insert into sealed_version (cycle, version, state, sealed_at, sealed_by) values (:cycle, 1, 'for-ministers', now(), 'x')")
			.param("cycle", cycle)
			.update();
		this.jdbc.sql("insert into publication (cycle, version, published_at) values (:cycle, 1, now())")
			.param("cycle", cycle)
			.update();
	}

}
