package org.asemeducation.stocktake.report.chapter;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What authors write and hand in. The caller holds the cycle's lock.
 */
@Component
class ChapterTexts {

	private final JdbcClient jdbc;

	private final Clock clock;

	ChapterTexts(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	Draft draft(CycleName cycle, int number) {
		return this.jdbc.sql("select * from chapter_draft where cycle = :cycle and number = :number")
			.param("cycle", cycle.value())
			.param("number", number)
			.query((row, index) -> new Draft(row.getLong("version"), row.getString("text"), row.getString("signed"),
					row.getTimestamp("saved_at").toInstant(), row.getString("saved_by")))
			.optional()
			.orElse(Draft.EMPTY);
	}

	/**
	 * Saves over the version the writer has seen.
	 * @param seen the version that was written on; 0 when there was none
	 * @return whether it was saved; false when somebody else has saved meanwhile
	 */
	boolean save(CycleName cycle, int number, long seen, String text, String signed, String by) {
		return this.jdbc.sql("""
				insert into chapter_draft (cycle, number, version, text, signed, saved_at, saved_by)
				select :cycle, :number, :seen + 1, :text, :signed, :at, :by
				where :seen = 0 or exists (select from chapter_draft where cycle = :cycle and number = :number)
				on conflict (cycle, number) do update set version = chapter_draft.version + 1, text = excluded.text,
				    signed = excluded.signed, saved_at = excluded.saved_at, saved_by = excluded.saved_by
				where chapter_draft.version = :seen""")
			.param("cycle", cycle.value())
			.param("number", number)
			.param("seen", seen)
			.param("text", text)
			.param("signed", signed)
			.param("at", now())
			.param("by", by)
			.update() == 1;
	}

	/** The text that was handed in last. */
	Optional<HandedIn> last(CycleName cycle, int number) {
		return this.jdbc
			.sql("""
					select * from chapter_handed_in where cycle = :cycle and number = :number order by version desc limit 1""")
			.param("cycle", cycle.value())
			.param("number", number)
			.query((row, index) -> new HandedIn(row.getInt("version"), row.getString("text"), row.getString("author"),
					row.getTimestamp("handed_in_at").toInstant(), row.getString("verdict")))
			.optional();
	}

	void handIn(CycleName cycle, int number, String text, String author, String by) {
		this.jdbc.sql("""
				insert into chapter_handed_in (cycle, number, version, text, author, handed_in_at, handed_in_by)
				select :cycle, :number, coalesce(max(version), 0) + 1, :text, :author, :at, :by
				from chapter_handed_in where cycle = :cycle and number = :number""")
			.param("cycle", cycle.value())
			.param("number", number)
			.param("text", text)
			.param("author", author)
			.param("at", now())
			.param("by", by)
			.update();
	}

	void decide(CycleName cycle, int number, int version, boolean accepted, @Nullable String remark, String by) {
		this.jdbc.sql("""
				update chapter_handed_in set verdict = :verdict, remark = :remark, decided_at = :at, decided_by = :by
				where cycle = :cycle and number = :number and version = :version and verdict is null""")
			.param("cycle", cycle.value())
			.param("number", number)
			.param("version", version)
			.param("verdict", accepted ? "accepted" : "returned")
			.param("remark", remark)
			.param("at", now())
			.param("by", by)
			.update();
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

	/**
	 * A text as last saved.
	 *
	 * @param version counts the saves; 0 when nothing was ever saved
	 * @param signed whose name is printed: {@code party} or {@code person}
	 */
	record Draft(long version, String text, String signed, @Nullable Instant savedAt, @Nullable String savedBy) {

		static final Draft EMPTY = new Draft(0, "", "party", null, null);

	}

	/**
	 * A text as it was handed in.
	 *
	 * @param author the name that is printed with it
	 * @param verdict {@code accepted}, {@code returned}, or {@code null} before either
	 */
	record HandedIn(int version, String text, String author, Instant at, @Nullable String verdict) {
	}

}
