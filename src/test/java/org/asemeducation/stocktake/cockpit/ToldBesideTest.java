package org.asemeducation.stocktake.cockpit;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.report.RolledBackDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the secretariat's pages sort and count by follows what it is put together from.
 */
class ToldBesideTest {

	private final RolledBackDatabase database = new RolledBackDatabase();

	private final JdbcClient jdbc = this.database.jdbc();

	@BeforeEach
	void write() {
		run("""
				insert into party (name, acronym, kind, region, group_id) values
				('Zest', null, 'stakeholder', null, 'told1'), ('Ash in full', 'ASH', 'partner-country', 'Asia', 'told2')""");
		run("""
				insert into coordination (initiative, party, role, position) select 'T01-I01', id, 'coordinator',
				case group_id when 'told1' then 1 else 2 end from party where group_id like 'told_'""");
	}

	@AfterEach
	void undo() {
		this.database.close();
	}

	@Test
	void coordinatorsStandInThePlansOrder() {
		assertThat(told()).containsEntry("names", "Zest, ASH");
		assertThat(list("regions")).containsExactly("", "Asia");
		assertThat(list("kinds")).containsExactly("partner-country", "stakeholder");
	}

	@Test
	void whoeverOnlySupportsIsNoCoordinator() {
		run("update coordination set role = 'support' where initiative = 'T01-I01' and position = 1");

		assertThat(told()).containsEntry("names", "ASH");
	}

	@Test
	void aNewAcronymAndANewRegionAreSeenAtOnce() {
		run("update party set acronym = 'ZST', region = 'Europe' where group_id = 'told1'");

		assertThat(told()).containsEntry("names", "ZST, ASH");
		assertThat(list("regions")).containsExactly("Asia", "Europe");
	}

	@Test
	void anInitiativeWithoutCoordinatorsHasNoRow() {
		run("delete from coordination where initiative = 'T01-I01'");

		assertThat(this.jdbc.sql("select count(*) from coordinated_by where initiative = 'T01-I01'")
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void theFirstRequestAndTheLastReminderThatWasToldAreKept() {
		run("insert into contact (user_id, name, email, added_at) values ('told', 'Kim', 'told@example.org', now())");
		claim("request", 0, "2026-02-01T08:00:00Z", false);
		claim("reminder", -14, "2026-02-20T08:00:00Z", false);
		claim("reminder", -7, "2026-02-27T08:00:00Z", false);
		claim("reminder", -1, "2026-03-05T08:00:00Z", true);
		claim("inform", 0, "2026-03-06T08:00:00Z", false);

		Map<String, Object> last = this.jdbc.sql("select * from told_last where cycle = 'TOLD'").query().singleRow();
		assertThat(last.get("asked_at")).isEqualTo(Timestamp.from(Instant.parse("2026-02-01T08:00:00Z")));
		assertThat(last.get("reminded_at")).isEqualTo(Timestamp.from(Instant.parse("2026-02-27T08:00:00Z")));
	}

	private void claim(String ladder, int rung, String at, boolean skipped) {
		this.jdbc.sql("""
				insert into claim (cycle, initiative, ladder, round, rung, deadline, contact, claimed_at, skipped)
				select 'TOLD', 'T01-I01', :ladder, 0, :rung, '2026-03-09', id, :at, :skipped from contact
				where user_id = 'told'""")
			.param("ladder", ladder)
			.param("rung", rung)
			.param("at", Timestamp.from(Instant.parse(at)))
			.param("skipped", skipped)
			.update();
	}

	private Map<String, Object> told() {
		return this.jdbc.sql("select names from coordinated_by where initiative = 'T01-I01'").query().singleRow();
	}

	private List<String> list(String column) {
		return this.jdbc.sql("select unnest(%s) from coordinated_by where initiative = 'T01-I01'".formatted(column))
			.query(String.class)
			.list();
	}

	private void run(String sql) {
		this.jdbc.sql(sql).update();
	}

}
