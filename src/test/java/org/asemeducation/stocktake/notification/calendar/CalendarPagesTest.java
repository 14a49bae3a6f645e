package org.asemeducation.stocktake.notification.calendar;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import net.fortuna.ical4j.model.component.VEvent;
import org.asemeducation.stocktake.access.Contact;
import org.asemeducation.stocktake.access.People;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.access.RunningStocktake;
import org.asemeducation.stocktake.access.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The calendar that a program of the secretariat subscribes to.
 */
@RunningStocktake
class CalendarPagesTest {

	private static final Pattern ADDRESS = Pattern.compile("/calendar/[\\w-]{43}\\.ics");

	@Autowired
	private People people;

	@Autowired
	private Register register;

	@Autowired
	private JdbcClient jdbc;

	private Contact secretary;

	private Visitor desk;

	@BeforeEach
	void aCycleWithItsDays() {
		this.secretary = this.people.secretary();
		this.desk = this.people.signedIn(this.secretary);
		this.jdbc.sql("""
				insert into cycle (name, title, zone, state, opened_at, opened_by)
				values ('FEED9', 'From here to there', 'Europe/Rome', 'opened', '2023-01-01', 'somebody-of-the-desk')
				on conflict do nothing""").update();
		this.jdbc
			.sql("""
					insert into deadline (cycle, kind, on_date, hard) values ('FEED9', 'request', '2023-06-05', false),
					('FEED9', 'deadline', '2023-09-15', false), ('FEED9', 'freeze', '2023-12-01', true) on conflict do nothing""")
			.update();
		this.jdbc.sql("""
				insert into meeting (cycle, kind, planned_on, place, hybrid, virtual, state) values
				('FEED9', 'SOM2', '2024-01-24', 'Malta', true, false, 'confirmed'),
				('FEED9', 'SOM1', '2023-05-22', 'Malta', false, true, 'held'),
				('FEED9', 'ISOM', '2022-11-24', null, false, false, 'dropped')
				on conflict do nothing""").update();
	}

	@AfterEach
	void noCycle() {
		for (String table : new String[] { "meeting", "deadline" }) {
			this.jdbc.sql("delete from %s where cycle = 'FEED9'".formatted(table)).update();
		}
		this.jdbc.sql("delete from cycle where name = 'FEED9'").update();
	}

	@Test
	void aProgramReadsTheDaysWithoutSigningIn() {
		// when
		HttpResponse<String> feed = this.people.visitor().get(address());
		// then
		assertThat(feed.statusCode()).isEqualTo(200);
		assertThat(feed.headers().firstValue("Content-Type")).hasValue("text/calendar;charset=UTF-8");
		ParsedCalendar calendar = ParsedCalendar.of(feed.body());
		assertThat(value(calendar, "FEED9-deadline", "DTEND")).isEqualTo("20230915T220000Z");
		assertThat(value(calendar, "FEED9-deadline", "SUMMARY")).isEqualTo("FEED9: deadline for updates");
		assertThat(value(calendar, "FEED9-freeze", "DTEND")).isEqualTo("20231201T230000Z");
		assertThat(value(calendar, "FEED9-request", "DTSTART")).isEqualTo("20230605T070000Z");
		assertThat(value(calendar, "FEED9-SOM2", "DTSTART")).isEqualTo("20240124");
		assertThat(value(calendar, "FEED9-SOM2", "SUMMARY")).isEqualTo("FEED9: SOM2, Malta and online");
		assertThat(value(calendar, "FEED9-SOM1", "SUMMARY")).isEqualTo("FEED9: SOM1, online");
		assertThat(value(calendar, "FEED9-ISOM", "STATUS")).isEqualTo("CANCELLED");
	}

	@Test
	void nothingAboutPeopleIsInIt() {
		// when
		String feed = this.people.visitor().get(address()).body();
		// then
		assertThat(feed.replace("\r\n ", "")).doesNotContain(this.secretary.email(), this.secretary.userId(),
				"somebody-of-the-desk");
	}

	@Test
	void aNewAddressReplacesTheOldOneAndStoppingEndsIt() {
		// given
		String first = address();
		String second = address();
		// then
		assertThat(second).isNotEqualTo(first);
		assertThat(this.people.visitor().get(first).statusCode()).isEqualTo(404);
		assertThat(this.people.visitor().get(second).statusCode()).isEqualTo(200);
		// when
		post("/desk/calendar/stop");
		// then
		assertThat(this.people.visitor().get(second).statusCode()).isEqualTo(404);
		assertThat(this.desk.get("/desk/calendar").body()).contains("You have no address yet.");
		assertThat(this.jdbc.sql("select count(*) from audit where who = :who and act like '%calendar address'")
			.param("who", this.secretary.userId())
			.query(Long.class)
			.single()).isEqualTo(3);
	}

	@Test
	void theSecretIsNotKept() {
		// given
		String token = address().substring("/calendar/".length()).replace(".ics", "");
		// then
		assertThat(this.desk.get("/desk/calendar").body()).doesNotContain(token).contains("You have an address.");
		assertThat(this.jdbc.sql("select count(*) from calendar_feed where token_hash = :token")
			.param("token", token)
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void whoeverLeavesTheSecretariatReadsNothingAnyMore() {
		// given
		String address = address();
		// when
		this.register.remove(this.secretary.id());
		// then
		assertThat(this.people.visitor().get(address).statusCode()).isEqualTo(404);
	}

	@Test
	void whoeverHasAnotherRoleByNowReadsNothingAnyMore() {
		// given
		String address = address();
		// when
		this.jdbc.sql("update contact_role set role = 'reviewer' where contact = :contact and role = 'secretariat'")
			.param("contact", this.secretary.id().value())
			.update();
		// then
		assertThat(this.people.visitor().get(address).statusCode()).isEqualTo(404);
	}

	private String address() {
		Matcher found = ADDRESS.matcher(post("/desk/calendar").body());
		assertThat(found.find()).isTrue();
		return found.group();
	}

	private HttpResponse<String> post(String path) {
		this.desk.get("/desk/calendar");
		return this.desk.postForm(path, Map.of());
	}

	private static String value(ParsedCalendar calendar, String uid, String property) {
		VEvent event = calendar.events()
			.stream()
			.filter((one) -> ParsedCalendar.value(one, "UID").startsWith(uid + "@"))
			.findFirst()
			.orElseThrow();
		return ParsedCalendar.value(event, property);
	}

}
