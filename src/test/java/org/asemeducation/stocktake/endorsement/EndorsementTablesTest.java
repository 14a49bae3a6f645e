package org.asemeducation.stocktake.endorsement;

import java.util.List;

import org.asemeducation.stocktake.report.ReportFixture;
import org.asemeducation.stocktake.report.RolledBackDatabase;
import org.asemeducation.stocktake.report.model.ReportModel.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What the database itself does not take, whoever writes it: half a decision, a change
 * without words, a second version for the same readers.
 */
class EndorsementTablesTest {

	private final RolledBackDatabase database = new RolledBackDatabase();

	private final ReportFixture fixture = new ReportFixture(this.database.jdbc()).everyStanding();

	@BeforeEach
	void seal() {
		this.fixture.seal(State.FOR_OFFICIALS);
		write("changes_taken_in (cycle, of_version, taken_in_at, taken_in_by) values ('ASEMME9', 1, now(), 'aes')");
	}

	@AfterEach
	void undo() {
		this.database.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1, true, null, null            | adoption_check
			1, false, '2024-01-25', 'Late' | adoption_check
			1, true, '2024-01-25', 'Late'  | adoption_check1
			1, false, null, null           | adoption_check1
			2, false, null, 'Never sealed' | adoption_cycle_version_fkey
			""", quoteCharacter = '"')
	void halfADecisionIsNone(String decision, String refusedBy) {
		assertRefused("""
				adoption (cycle, version, adopted, adopted_on, reason, recorded_at, recorded_by)
				values ('ASEMME9', %s, now(), 'aes')""".formatted(decision), refusedBy);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			'changed', 'A01-I01', null | annex_change_check
			'added', 'A01-I01', null   | annex_change_check
			'moved', 'A01-I01', 'Go'   | annex_change_kind_check
			'added', 'A99-I01', 'Go'   | annex_change_cycle_initiative_fkey
			""", quoteCharacter = '"')
	void aChangeHasWordsForAnInitiativeOfTheCycle(String change, String refusedBy) {
		assertRefused("""
				annex_change (cycle, of_version, line, kind, initiative, activity, asked_by, version, made_at, made_by)
				values ('ASEMME9', 2, 1, %s, 'Malta', 1, now(), 'aes')""".formatted(change), refusedBy);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1, 'for-ministers' | sealed_version_pkey
			2, 'for-officials' | sealed_version_cycle_state_key
			2, 'for-everybody' | sealed_version_state_check
			3, 'for-ministers' | sealed_version_cycle_version_fkey
			""", quoteCharacter = '"')
	void eachReaderGetsOneCompiledVersion(String version, String refusedBy) {
		this.fixture.reports().compile(ReportFixture.CYCLE);

		assertRefused("""
				sealed_version (cycle, version, state, sealed_at, sealed_by)
				values ('ASEMME9', %s, now(), 'aes')""".formatted(version), refusedBy);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					sealed_file values ('ASEMME9', 1, 'notes.txt', 'x', encode(sha256('x'), 'hex'))              | sealed_file_name_check
					sealed_file values ('ASEMME9', 1, 'annex.docx', 'x', encode(sha256('x'), 'hex'))             | sealed_file_pkey
					changes_taken_in (cycle, of_version, taken_in_at, taken_in_by) values ('ASEMME9', 1, now(), 'somebody') | changes_taken_in_pkey
					publication values ('ASEMME9', 9, now())                                                 | publication_cycle_version_fkey
					""",
			quoteCharacter = '"')
	void whatIsThereStaysTheOnlyOne(String row, String refusedBy) {
		assertRefused(row, refusedBy);
	}

	@Test
	void whatWasAskedStaysAsItIsOnceItIsTakenIn() {
		this.fixture.seal(State.FOR_MINISTERS);
		String annex = """
				annex_change (cycle, of_version, line, kind, initiative, activity, asked_by, version, made_at, made_by)
				values ('ASEMME9', %d, 9, 'added', 'A01-I01', 'Go', 'Malta', 1, now(), 'aes')""";
		String asked = """
				asked_change (cycle, of_version, number, about, text, asked_by, added_at, added_by)
				values ('ASEMME9', %d, 1, 'report', 'Shorter', 'Malta', now(), 'aes')""";
		for (String row : List.of(annex, asked)) {
			write(row.formatted(2));
			this.database.jdbc().sql("savepoint written").update();
			assertThatThrownBy(() -> write(row.formatted(1)))
				.hasStackTraceContaining("The changes of version 1 of ASEMME9 are taken in");
			this.database.jdbc().sql("rollback to savepoint written").update();
		}
		assertThatThrownBy(() -> this.database.jdbc().sql("delete from changes_taken_in").update())
			.hasStackTraceContaining("is never changed or removed");
	}

	private void assertRefused(String row, String refusedBy) {
		assertThatThrownBy(() -> write(row)).hasStackTraceContaining("\"" + refusedBy + "\"");
	}

	private void write(String row) {
		this.database.jdbc().sql("insert into " + row).update();
	}

}
