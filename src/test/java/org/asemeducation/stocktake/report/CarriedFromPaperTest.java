package org.asemeducation.stocktake.report;

import org.asemeducation.stocktake.StocktakeTest;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.model.Instead;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A text of a cycle that was run on paper is carried forward with its year, and with
 * nobody who accepted it. Every test is undone.
 */
@StocktakeTest
@Transactional
class CarriedFromPaperTest {

	private static final CycleName NEXT = new CycleName("CARRIED-9");

	@Autowired
	private MissingAnswers answers;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void bringIn() {
		cycle("CARRIED-8", "paper", "published", "2020-02-01");
		cycle("CARRIED-9", "report", "closed", "2022-02-01");
		this.jdbc.sql("""
				insert into meeting (cycle, kind, state, outcome, held_on, recorded_at, recorded_by)
				values ('CARRIED-8', 'ASEMME', 'held', 'held', '2021-12-31', now(), 'aes')""").update();
		this.jdbc.sql("""
				insert into paper_cycle (cycle, file, brought_at, brought_by)
				values ('CARRIED-8', 'book.xlsx', '2022-01-01', 'aes')""").update();
		this.jdbc
			.sql("insert into paper_text (cycle, initiative, text) values ('CARRIED-8', 'A01-I01', 'Words on paper.')")
			.update();
	}

	@Test
	void itHasTheYearOfItsMinistersMeetingAndNobodyWhoAcceptedIt() {
		// when
		Instead earlier = this.answers.earlier(NEXT).get("A01-I01");
		this.answers.choose(NEXT, "A01-I01", MissingAnswer.Choice.CARRIED_FORWARD, earlier, "aes");
		// then
		assertThat(earlier).isEqualTo(Instead.fromPaper("Words on paper.", 2021, "CARRIED-8"));
		assertThat(this.answers.of(NEXT).get("A01-I01").instead()).isEqualTo(earlier);
	}

	@Test
	void whatWasAcceptedSinceIsCarriedForwardInItsPlace() {
		// given
		cycle("CARRIED-8B", "report", "published", "2021-02-01");
		this.jdbc.sql("""
				insert into revision (cycle, initiative, number, content, submitted_at, submitted_by)
				values ('CARRIED-8B', 'A01-I01', 1, '{"progress": "Accepted words."}', '2022-01-02', 'asef')""")
			.update();
		this.jdbc.sql("""
				insert into verdict (revision, accepted, given_at, given_by)
				select id, true, '2022-01-03', 'swg' from revision where cycle = 'CARRIED-8B'""").update();
		// then
		assertThat(this.answers.earlier(NEXT).get("A01-I01").text()).isEqualTo("Accepted words.");
	}

	private void cycle(String name, String kind, String state, String opened) {
		this.jdbc
			.sql("""
					insert into cycle (name, title, zone, state, opened_at, opened_by, kind)
					values (:name, 'From here to there', 'Asia/Bangkok', :state, cast(:opened as timestamptz), 'aes', :kind)""")
			.param("name", name)
			.param("state", state)
			.param("opened", opened)
			.param("kind", kind)
			.update();
		this.jdbc.sql("""
				insert into cycle_initiative (cycle, initiative, position, action, action_title, title, is_new, wording,
				    coordinators)
				values (:name, 'A01-I01', 1, 1, 'First action', 'First initiative', false, 'summary', 'ASEF')""")
			.param("name", name)
			.update();
	}

}
