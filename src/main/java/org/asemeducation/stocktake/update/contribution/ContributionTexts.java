package org.asemeducation.stocktake.update.contribution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What parties write and submit. The caller holds the cycle's lock.
 */
@Component
class ContributionTexts {

	private final JdbcClient jdbc;

	private final Clock clock;

	private final ObjectMapper mapper;

	ContributionTexts(JdbcClient jdbc, Clock clock, ObjectMapper mapper) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.mapper = mapper;
	}

	List<Integer> objectives() {
		return this.jdbc.sql("select number from objective where in_force order by number").query(Integer.class).list();
	}

	Draft draft(Contribution of) {
		return about("select * from party_contribution_draft where cycle = :cycle and party = :party", of)
			.query((row, number) -> new Draft(row.getLong("version"), read(row.getString("content")),
					row.getTimestamp("saved_at").toInstant(), row.getString("saved_by")))
			.optional()
			.orElseGet(() -> new Draft(0, JsonNodeFactory.instance.objectNode(), null, null));
	}

	/**
	 * Saves over the version the writer has seen.
	 * @return whether it was saved; false when somebody else has saved meanwhile
	 */
	boolean save(Contribution of, long seen, ObjectNode content, String by) {
		return about("""
				insert into party_contribution_draft (cycle, party, version, content, saved_at, saved_by)
				select :cycle, :party, :seen + 1, cast(:content as jsonb), :at, :by
				where :seen = 0 or exists (select from party_contribution_draft where cycle = :cycle and party = :party)
				on conflict (cycle, party) do update set version = party_contribution_draft.version + 1,
				    content = excluded.content, saved_at = excluded.saved_at, saved_by = excluded.saved_by
				where party_contribution_draft.version = :seen""", of).param("seen", seen)
			.param("content", content.toString())
			.param("at", now())
			.param("by", by)
			.update() == 1;
	}

	Optional<Submitted> last(Contribution of) {
		return all(of).stream().findFirst();
	}

	/** The last first. */
	List<Submitted> all(Contribution of) {
		return about(
				"select * from party_contribution_submitted where cycle = :cycle and party = :party order by version desc",
				of)
			.query((row, number) -> submitted(row))
			.list();
	}

	void submit(Contribution of, ContributionText text, String by) {
		about("""
				insert into party_contribution_submitted (cycle, party, version, activities, plans, objectives, submitted_at,
				    submitted_by)
				select :cycle, :party, coalesce(max(version), 0) + 1, :activities, :plans, :objectives, :at, :by
				from party_contribution_submitted where cycle = :cycle and party = :party""",
				of)
			.param("activities", text.activities())
			.param("plans", text.plans())
			.param("objectives", text.objectives().toArray(Integer[]::new))
			.param("at", now())
			.param("by", by)
			.update();
	}

	void decide(Contribution of, int version, String verdict, @Nullable String remark, String by) {
		about("""
				update party_contribution_submitted set verdict = :verdict, remark = :remark, decided_at = :at, decided_by = :by
				where cycle = :cycle and party = :party and version = :version and verdict is null""",
				of)
			.param("version", version)
			.param("verdict", verdict)
			.param("remark", remark)
			.param("at", now())
			.param("by", by)
			.update();
	}

	private JdbcClient.StatementSpec about(String sql, Contribution of) {
		return this.jdbc.sql(sql).param("cycle", of.cycle().value()).param("party", of.party().value());
	}

	private Submitted submitted(ResultSet row) throws SQLException {
		Integer[] objectives = (Integer[]) row.getArray("objectives").getArray();
		return new Submitted(row.getInt("version"),
				new ContributionText(row.getString("activities"), row.getString("plans"), List.of(objectives)),
				row.getTimestamp("submitted_at").toInstant(), row.getString("submitted_by"), row.getString("verdict"));
	}

	private ObjectNode read(String content) {
		try {
			return (ObjectNode) this.mapper.readTree(content);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

	/**
	 * What is being written; version 0 when nothing was ever saved.
	 */
	record Draft(long version, ObjectNode content, @Nullable Instant savedAt, @Nullable String savedBy) {
	}

	/**
	 * What was submitted.
	 *
	 * @param verdict {@code accepted}, {@code returned}, {@code left-out},
	 * {@code taken-back}, or {@code null} while it lies with the AES
	 */
	record Submitted(int version, ContributionText text, Instant at, String by, @Nullable String verdict) {
	}

}
